"""The place of the pages in the window: each is made when it is first shown, and scrolls where room is short."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from ui.pages.base import Page
from ui.shell.pages import PageEntry
from ui.widgets.labels import label


class PageArea(QStackedWidget):
    """Holds the pages of `entries`; until the first is shown it says that the data are being opened."""

    def __init__(self, entries: Mapping[str, PageEntry]) -> None:
        super().__init__()
        self._entries = entries
        self._pages: dict[str, Page] = {}
        self._holders: dict[str, QScrollArea] = {}
        self._current = ""
        waiting = label("Đang mở dữ liệu…", "muted")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(waiting)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that have been made."""
        return tuple(self._pages.values())

    @property
    def current(self) -> str:
        """The key of the page that is shown, "" before the data are open."""
        return self._current

    @property
    def page(self) -> Page | None:
        """The page that is shown, None before the data are open."""
        return self._pages.get(self._current)

    def turn_to(self, key: str) -> Page:
        """Show the page `key`, made when first shown, and return it."""
        page = self._pages.get(key) or self._make(key)
        self._current = key
        self.setCurrentWidget(self._holders[key])
        return page

    def show_instead(self, widget: QWidget) -> None:
        """Show `widget` in the place of the pages."""
        self.addWidget(widget)
        self.setCurrentWidget(widget)

    def forget(self) -> None:
        """Drop every page, as when other data are opened."""
        self._current = ""
        self._pages.clear()
        for holder in self._holders.values():
            self.removeWidget(holder)
            holder.deleteLater()
        self._holders.clear()

    def _make(self, key: str) -> Page:
        page = self._entries[key].make()
        holder = QScrollArea()
        holder.setFrameShape(QFrame.Shape.NoFrame)
        holder.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder.setWidgetResizable(True)
        holder.setWidget(page)
        self._pages[key] = page
        self._holders[key] = holder
        self.addWidget(holder)
        return page
