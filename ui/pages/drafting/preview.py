"""The preview beside the text: the pages as they will be printed, a moment after the last key."""

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from kimhoa_app.documents.model import OfficialDocument
from ui.preferences import PREVIEW_ZOOM
from ui.printing.blocks import SectionPath, Source
from ui.widgets.buttons import link_button
from ui.widgets.card import Card
from ui.widgets.page_view import PageView

WAIT_MS: Final = 40
WIDTH, PAGE = "width", "page"
SIZES: Final = (0.5, 0.75, 1.0, 1.25, 1.5)


class Preview(Card):
    """A card with the pages of the last document given; it lays them out once the typing rests.

    How large the pages are shown is remembered for every preview.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Xem trước", parent=parent)
        self.view = PageView()
        self.body.addWidget(self.view)
        self.zoom_button = self._zoom_button()
        self.add_to_head(self.zoom_button)
        self._waiting: OfficialDocument | None = None
        self._marked: Source | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(WAIT_MS)
        self._clock.timeout.connect(self._show_waiting)
        self.view.page_count_changed.connect(lambda _count: self._tell_page())
        self.view.current_page_changed.connect(lambda _page: self._tell_page())
        self.view.zoom_chosen.connect(lambda: self._remember(f"{self.view.zoom:.3f}"))
        self._zoom(PREVIEW_ZOOM.read())

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

    def mark(self, source: Source | None) -> None:
        """Mark the text that is being edited and keep it in view, None marks nothing."""
        self._marked = source
        if self._waiting is None:
            self.view.mark(source)

    def choose_zoom(self, zoom: str) -> None:
        """Show the pages as wide as the view (WIDTH), whole (PAGE), or at a size ("1.25"), from now on."""
        self._zoom(zoom)
        self._remember(zoom)

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

    def _show_waiting(self) -> None:
        self.show_now()
        self.view.mark(self._marked)

    def _zoom_button(self) -> QPushButton:
        button = link_button("", lambda: None)
        button.setToolTip("Cỡ trang xem trước; giữ Ctrl và lăn chuột cũng được")
        menu = QMenu(button)
        menu.addAction("Vừa chiều rộng", lambda: self.choose_zoom(WIDTH))
        menu.addAction("Vừa cả trang", lambda: self.choose_zoom(PAGE))
        menu.addSeparator()
        for size in SIZES:
            menu.addAction(_percent(size), partial(self.choose_zoom, str(size)))
        button.setMenu(menu)
        return button

    def _zoom(self, zoom: str) -> None:
        if zoom == PAGE:
            self.view.fit_page()
        elif zoom.replace(".", "", 1).isdecimal():
            self.view.set_zoom(float(zoom))
        else:
            self.view.fit_width()
        self._name_zoom(zoom)

    def _remember(self, zoom: str) -> None:
        PREVIEW_ZOOM.write(zoom)
        self._name_zoom(zoom)

    def _name_zoom(self, zoom: str) -> None:
        names = {WIDTH: "Vừa rộng", PAGE: "Vừa trang"}
        self.zoom_button.setText(names.get(zoom) or _percent(self.view.zoom))

    def _tell_page(self) -> None:
        current = max(self.view.current_page, 1)
        self.set_head("Xem trước", f"trang {current}/{self.view.page_count}" if self.view.page_count else "")


def _percent(size: float) -> str:
    return f"{round(size * 100)} %"
