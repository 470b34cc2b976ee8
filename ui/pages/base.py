"""The base of every page: its head, its place for trouble, and the ways it reads and changes the data."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kimhoa_app.domain.errors import KimHoaError
from ui import theme
from ui.background import Progress
from ui.pages.context import PageContext
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.progress_row import ProgressRow

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

T = TypeVar("T")
HEAD_WORDS_WIDTH: Final = 340
Showcase = dict[str, Callable[[], QWidget | None]]


class Page(QWidget):
    """One page of the window. A page adds its cards to `body` when it is made, and reads its data in `refresh()`.

    `reads` names the kinds of data that it shows; when one of them changes, the page reads again before it is next
    shown.
    """

    reads: ClassVar[frozenset[str]] = frozenset()
    context: PageContext

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "page")
        self._stale = True
        self._asked = 0
        self._empty: EmptyState | None = None
        self._heading = label("", "heading", wrap=True)
        self._line = label("", "muted", wrap=True)
        self._headline = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._actions = QHBoxLayout()
        self.banner = Banner()
        self.progress = ProgressRow()
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self._lay_out()

    # What a page fills in.

    def refresh(self) -> None:
        """Read the data of the page again and show them."""

    def focus_on(self, **args: object) -> None:
        """Show what another page, or the search, asked for; called before `refresh()`."""

    def showcase(self) -> Showcase:
        """Return the dialogs and states worth a picture: by name, what shows one and returns its window, or None."""
        return {}

    # What the frame calls.

    def open(self, context: PageContext, **args: object) -> None:
        """Show the page for `context`; it reads its data when they, or the year, have changed since it last did."""
        if getattr(self, "context", None) is None or self.context.year != context.year:
            self._stale = True
        self.context = context
        if args:
            self.focus_on(**args)
        if self._stale or args:
            self._stale = False
            self.refresh()

    def take_focus(self) -> None:
        """Put the cursor into the first list of the page, where the arrow keys are of use, else on the page itself."""
        lists = (each for each in self.findChildren(QAbstractItemView) if each.isVisibleTo(self))
        next(lists, self).setFocus()

    def mark_stale(self) -> None:
        """Let the page read again when it is next opened."""
        self._stale = True

    # What a page uses.

    def say(self, sentence: str, line: str = "") -> None:
        """Put the sentence that says where the clerk stands at the head, and under it what the page is."""
        self._heading.setText(sentence)
        self._line.setText(line)
        self._line.setVisible(bool(line))

    def offer(self, *buttons: QPushButton) -> None:
        """Put the page's buttons at the right of its head, the one filled button last."""
        while (item := self._actions.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old not in buttons:
                old.hide()  # it is deleted only when the event loop comes round
                old.deleteLater()
        for button in buttons:
            self._actions.addWidget(button)
        self._fit_head()

    def show_empty(self, empty: EmptyState | None) -> None:
        """Show `empty` instead of the body; None brings the body back."""
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = empty
        if empty is not None:
            self._stack.addWidget(empty)
        self._stack.setCurrentWidget(empty or self._content)

    def read(self, work: Callable[["Workspace"], T], show: Callable[[T], object]) -> None:
        """Read off the UI thread and show the outcome, unless the page has been asked to read again meanwhile."""
        workspace = self.context.workspace
        self._asked += 1
        asked = self._asked

        def show_latest(value: T) -> None:
            if asked == self._asked:
                self.banner.clear()
                show(value)

        self.context.runner.submit(lambda: work(workspace), done=show_latest, failed=self.fail)

    def change(
        self,
        work: Callable[["Workspace"], T],
        *kinds: str,
        done: Callable[[T], object] | None = None,
        said: str = "",
        undo: Callable[[], object] | None = None,
        button: QPushButton | None = None,
    ) -> None:
        """Change the data off the UI thread, then announce `kinds`, say `said` with its `undo`, and call `done`.

        `button` is out of use until the outcome is there.
        """
        context = self.context

        def finish(value: T) -> None:
            self.banner.clear()
            if done is not None:
                done(value)
            if said:
                context.notify(said, undo)
            context.announce(*kinds)

        if button is not None:
            button.setEnabled(False)
        release = (lambda: button.setEnabled(True)) if button is not None else None
        context.runner.submit(lambda: work(context.workspace), done=finish, failed=self.fail, settled=release)

    def run_long(self, text: str, work: Callable[["Workspace", Progress], T], done: Callable[[T], None]) -> None:
        """Run work of some seconds with its progress and a way to stop it at the head of the page."""
        workspace = self.context.workspace
        self.progress.run(
            self.context.runner, text, lambda progress: work(workspace, progress), done=done, failed=self.fail
        )

    def fail(self, error: KimHoaError) -> None:
        """Show at the head of the page what went wrong and how to mend it."""
        self.banner.say(error.message)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """Put the buttons under the sentence where they would leave it no room."""
        room = self.width() - 2 * theme.PAGE_MARGIN - self._actions.sizeHint().width()
        directions = QBoxLayout.Direction
        self._headline.setDirection(directions.TopToBottom if room < HEAD_WORDS_WIDTH else directions.LeftToRight)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._heading)
        words.addWidget(self._line)
        self._headline.setSpacing(theme.CARD_GAP)
        self._headline.addLayout(words, 1)
        self._actions.setSpacing(theme.CARD_GAP)
        self._headline.addLayout(self._actions)
        self._headline.setAlignment(self._actions, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.CARD_GAP)
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        outer.setSpacing(theme.CARD_GAP)
        outer.addLayout(self._headline)
        outer.addWidget(self.banner)
        outer.addWidget(self.progress)
        outer.addWidget(holder, 1)
