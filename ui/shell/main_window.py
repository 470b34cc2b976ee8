"""The main window: it paints before any data is opened, then shows pages and carries news between them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui import preferences
from ui.background import Runner
from ui.pages.base import Page
from ui.pages.context import PageContext
from ui.shell.help_panel import HelpPanel
from ui.shell.page_area import PageArea
from ui.shell.pages import PageEntry
from ui.shell.rail import Rail
from ui.shell.search import SearchHit, SearchProvider, find_pages
from ui.shell.top_bar import TopBar
from ui.widgets.toast import Action, Toast

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

NARROW_BELOW: Final = 1000
USUAL_SIZE: Final = (1366, 768)


class MainWindow(QWidget):
    """The frame; `painted` comes once after the first paint, `closing` when the person ends the program.

    `announced` carries the kinds of data that were changed, before the pages read them again.
    """

    painted = Signal()
    closing = Signal()
    announced = Signal(object)

    def __init__(self, entries: Sequence[PageEntry], runner: Runner) -> None:
        super().__init__()
        self._entries = {entry.key: entry for entry in entries}
        self._runner = runner
        self._context: PageContext | None = None
        self._find: SearchProvider | None = None
        self._has_painted = False
        self._year = preferences.WORKING_YEAR.read() or datetime.now().astimezone().year
        self._years: tuple[int, ...] = (self._year,)
        self._build()
        self._lay_out()
        self._connect()

    @property
    def entries(self) -> tuple[PageEntry, ...]:
        """The pages of the window in the order of the rail."""
        return tuple(self._entries.values())

    @property
    def page(self) -> Page | None:
        """The page that is shown, None before the data are open."""
        return self._area.page

    @property
    def year(self) -> int:
        """The working year."""
        return self._year

    def start(self, workspace: "Workspace") -> None:
        """Take the opened data and show the first page; pages of data that were open before are forgotten."""
        self._forget_pages()
        self._set_usable(True)
        self._context = self._context_of(workspace)
        if self._entries:
            self.navigate(next(iter(self._entries)))

    def start_with(self, page: Page, workspace: "Workspace") -> None:
        """Show `page` alone, before there is anything for the other pages to show."""
        self._forget_pages()
        self._set_usable(False)
        self.show_instead(page)
        page.open(self._context_of(workspace))

    def offer_years(self, years: Sequence[int], usual: int) -> None:
        """Offer `years` at the top; a year that the clerk chose earlier holds, else the usual one."""
        self._years = tuple(years)
        chosen = preferences.WORKING_YEAR.read()
        self._show_year(chosen if chosen in years else usual)

    def navigate(self, key: str, **args: object) -> None:
        """Show the page `key`, made when first shown; `args` say what to show there."""
        if self._context is None or key not in self._entries:
            return
        page = self._area.turn_to(key)
        self._rail.show_current(self._entries[key].under or key)
        self._bar.search.leave()
        page.take_focus()
        page.open(self._context, **args)
        if not self._help.isHidden():
            self._help.show_help(key)

    def announce(self, *kinds: str) -> None:
        """Note that data of `kinds` changed: the shown page reads again now, others when they are next shown."""
        self.announced.emit(frozenset(kinds))
        for page in self._area.pages:
            if page.reads.intersection(kinds):
                page.mark_stale()
        self.show_line(f"Đã lưu lúc {datetime.now().astimezone():%H:%M}")
        if self.page is not None and self._context is not None:
            self.page.open(self._context)

    def notify(self, text: str, undo: Callable[[], object] | None = None, actions: Sequence[Action] = ()) -> None:
        """Say at the head of the window what was done, with a way to undo it and ways to go on from it."""
        self._toast.say(text, undo, actions)

    def work_on(self, year: int) -> None:
        """Make `year` the working year of every page, now and at the next start."""
        preferences.WORKING_YEAR.write(year)
        self._show_year(year)

    def show_instead(self, widget: QWidget) -> None:
        """Show `widget` in the place of the pages, such as why the data cannot be opened."""
        self._area.show_instead(widget)

    def show_office(self, name: str) -> None:
        """Show at the top whose data are open."""
        self._bar.show_office(name)
        self.setWindowTitle(f"{name} - Kim Hoa")

    def show_line(self, text: str) -> None:
        """Show at the foot of the rail when the data were last saved or copied."""
        self._rail.show_line(text)

    def search_with(self, provider: SearchProvider) -> None:
        """Let the search box ask `provider`, besides the names of the pages; it runs off the UI thread."""
        self._find = provider

    def refresh(self) -> None:
        """Let the shown page read its data again."""
        if self.page is not None:
            self.page.refresh()

    def show_help(self) -> None:
        """Show the help of the page beside it, or put it away."""
        self._help.setVisible(self._help.isHidden())
        self._help.show_help(self._area.current)

    def come_to_front(self) -> None:
        """Bring the window before others, as when the program is started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            self.painted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rail.set_narrow(self.width() < NARROW_BELOW)
        super().resizeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        preferences.WINDOW_GEOMETRY.write(self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        self.setWindowTitle("Kim Hoa")
        self._rail = Rail(self.entries)
        self._bar = TopBar(self._search)
        self._bar.show_year(self._year, self._years)
        self._area = PageArea(self._entries)
        self._help = HelpPanel()
        self._help.hide()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._area, 1)
        below.addWidget(self._help)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._bar)
        right.addLayout(below, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._rail)
        whole.addLayout(right, 1)
        self._toast = Toast(self)
        self.setMinimumSize(560, 340)
        self.resize(*USUAL_SIZE)
        self.restoreGeometry(preferences.WINDOW_GEOMETRY.read())

    def _connect(self) -> None:
        self._rail.chosen.connect(self.navigate)
        self._bar.year_chosen.connect(self.work_on)
        self._bar.search.chosen.connect(lambda hit: self.navigate(hit.page, **hit.args))
        self._help.closed.connect(self._help.hide)
        for place, key in enumerate([entry.key for entry in self.entries if not entry.under][:9], start=1):
            self._shortcut(f"Ctrl+{place}", partial(self.navigate, key))
        self._shortcut("Ctrl+K", self._start_search)
        self._shortcut("F1", self.show_help)
        self._shortcut("F5", self.refresh)
        self._shortcut("Esc", self._step_back)

    def _shortcut(self, keys: str, act: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _start_search(self) -> None:
        self._bar.search.setFocus()
        self._bar.search.selectAll()

    def _step_back(self) -> None:
        """Put away what lies over or beside the page."""
        self._bar.search.leave()
        self._help.hide()
        self._toast.hide()

    def _show_year(self, year: int) -> None:
        self._bar.show_year(year, self._years)
        if year == self._year:
            return
        self._year = year
        if self._context is not None:
            self._context = self._context_of(self._context.workspace)
            if self.page is not None:
                self.page.open(self._context)

    def _set_usable(self, usable: bool) -> None:
        self._rail.setEnabled(usable)
        self._bar.setEnabled(usable)

    def _forget_pages(self) -> None:
        self._context = None
        self._area.forget()

    def _context_of(self, workspace: "Workspace") -> PageContext:
        return PageContext(workspace, self._runner, self._year, self.navigate, self.announce, self.notify)

    def _search(self, query: str, show: Callable[[Sequence[SearchHit]], None]) -> None:
        pages = find_pages(query, self.entries)
        find = self._find
        if find is None:
            show(pages)
            return
        self._runner.submit(
            lambda: find(query),
            done=lambda hits: show([*hits, *pages]),
            failed=lambda error: self.notify(error.message),
        )
