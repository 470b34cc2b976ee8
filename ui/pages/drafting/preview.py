"""The preview beside the text: the pages as they will be printed, a moment after the last key."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kimhoa_app.documents.model import OfficialDocument
from ui.printing.blocks import SectionPath
from ui.widgets.card import Card
from ui.widgets.page_view import PageView

WAIT_MS: Final = 150


class Preview(Card):
    """A card with the pages of the last document given; it lays them out once the typing rests."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Xem trước", parent=parent)
        self.view = PageView()
        self.body.addWidget(self.view)
        self._waiting: OfficialDocument | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(WAIT_MS)
        self._clock.timeout.connect(self.show_now)
        self.view.page_count_changed.connect(lambda _count: self._tell_page())
        self.view.current_page_changed.connect(lambda _page: self._tell_page())

    def show_soon(self, document: OfficialDocument) -> None:
        """Show `document` once nothing newer has come for a moment."""
        self._waiting = document
        self._clock.start()

    def show_now(self, document: OfficialDocument | None = None) -> None:
        """Show `document`, or the one that waits, at once."""
        self._clock.stop()
        shown = document or self._waiting
        self._waiting = None
        if shown is not None:
            self.view.show_document(shown)

    def follow(self, path: SectionPath) -> None:
        """Bring the beginning of a section into view."""
        self.show_now()
        self.view.scroll_to_section(path)

    def to_start(self) -> None:
        """Bring the first page into view."""
        self.show_now()
        self.view.verticalScrollBar().setValue(0)

    def to_end(self) -> None:
        """Bring the end of the last page into view."""
        self.show_now()
        self.view.verticalScrollBar().setValue(self.view.verticalScrollBar().maximum())

    def _tell_page(self) -> None:
        current = max(self.view.current_page, 1)
        self.set_head("Xem trước", f"trang {current}/{self.view.page_count}" if self.view.page_count else "")
