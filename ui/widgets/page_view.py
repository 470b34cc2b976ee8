"""The preview: a document's pages as they will be printed, one below the other."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from kimhoa_app.documents.model import OfficialDocument
from ui.printing.blocks import SectionPath, Source
from ui.printing.items import Page
from ui.printing.layout import lay_out
from ui.printing.typesetting import Typesetter
from ui.printing.units import PER_INCH
from ui.widgets.page_texts import Starts, places_of, section_starts, start_of, text_at
from ui.widgets.sheets import GAP, Sheets

_ZOOM_STEP = 1.1
_SMALLEST, _LARGEST = 0.25, 4.0
_TURN_OF_THE_WHEEL = 120


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A place that stays in view: so many twips below the beginning of a section, or of a page where there is none."""

    path: SectionPath | None
    page: int
    below: float


class PageView(QAbstractScrollArea):
    """Shows the pages of a document and keeps its place when the document changes.

    `page_count_changed` carries the number of pages, `current_page_changed` the page in the middle of the view,
    counted from 1; `zoom_chosen` says that a person chose a size, `pressed` carries the text that was clicked.
    """

    page_count_changed = Signal(int)
    current_page_changed = Signal(int)
    zoom_chosen = Signal()
    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typesetter = Typesetter()
        self._pages: tuple[Page, ...] = ()
        self._starts: Starts = {}
        self._zoom: float | None = None
        self._fits_page = False
        self._mark: Source | None = None
        self._sheets = Sheets()
        self._current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Xem trước văn bản")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._tell_current_page)

    @property
    def page_count(self) -> int:
        """How many pages the document has."""
        return len(self._pages)

    @property
    def current_page(self) -> int:
        """The page in the middle of the view, counted from 1; 0 when there is none."""
        return self._current

    @property
    def zoom(self) -> float:
        """The size of the first page as it is shown: 1.0 is the size of the paper."""
        scales = self._sheets.scales
        return scales[0] * PER_INCH / self.logicalDpiX() if scales else 1.0

    def show_document(self, document: OfficialDocument) -> None:
        """Lay `document` out and show it, at the place where the view stood."""
        anchor = self._anchor()
        count = len(self._pages)
        self._pages = lay_out(document, self._typesetter)
        self._starts = section_starts(self._pages)
        self._arrange(anchor)
        if len(self._pages) != count:
            self.page_count_changed.emit(len(self._pages))

    def fit_width(self) -> None:
        """Show each page as wide as the view, now and whenever it is resized."""
        self._zoom, self._fits_page = None, False
        self._arrange(self._anchor())

    def fit_page(self) -> None:
        """Show each page whole, now and whenever the view is resized."""
        self._zoom, self._fits_page = None, True
        self._arrange(self._anchor())

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at a fixed size; 1.0 is the size of the paper."""
        self._zoom = min(max(zoom, _SMALLEST), _LARGEST)
        self._arrange(self._anchor())

    def scroll_to_section(self, path: SectionPath) -> None:
        """Bring the beginning of a section to the top of the view; of the section around it where it has no place."""
        found = start_of(self._starts, path)
        if found is not None:
            page, text = found
            self.verticalScrollBar().setValue(round(self._sheets.down(page, text.top)) - GAP)

    def mark(self, source: Source | None) -> None:
        """Mark one text lightly, and bring it into view where nothing of it is seen; None marks nothing."""
        if source != self._mark:
            self._mark = source
            self.viewport().update()
        marked = self._marked()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if marked and not any(bar.value() <= top <= bar.value() + height - GAP for top in marked):
            bar.setValue(round(marked[0] - height / 3))

    def text_under(self, point: QPointF) -> Source | None:
        """Return the text that stands nearest to a point of the view, None beside the pages."""
        for number, page in enumerate(self._pages):
            sheet = self._sheet(number)
            if sheet.contains(point):
                return text_at(page, (point.y() - sheet.top()) / self._sheets.scales[number])
        return None

    def _marked(self) -> list[float]:
        """Return how far down the pieces of the marked text begin."""
        places = places_of(self._pages, self._mark) if self._mark is not None else []
        return [self._sheets.down(number, text.top) for number, text in places]

    def _anchor(self) -> _Anchor | None:
        if not self._pages:
            return None
        top = self.verticalScrollBar().value()
        number = self._sheets.at(top + GAP)
        y = (top - self._sheets.down(number)) / self._sheets.scales[number]
        above = [(text.top, path) for path, (page, text) in self._starts.items() if page == number and text.top <= y]
        if not above:
            return _Anchor(None, number, y)
        start, path = max(above)
        return _Anchor(path, number, y - start)

    def _arrange(self, anchor: _Anchor | None) -> None:
        """Work out the size and the place of every sheet and stand where the anchor asks."""
        self._sheets = Sheets(self._pages, [self._wanted_scale(page) for page in self._pages])
        self._set_bar_ranges()
        if anchor is not None and self._pages:
            self._return_to(anchor)
        self.viewport().update()
        self._tell_current_page()

    def _return_to(self, anchor: _Anchor) -> None:
        found = start_of(self._starts, anchor.path) if anchor.path is not None else None
        page, y = (found[0], found[1].top) if found else (min(anchor.page, len(self._pages) - 1), 0.0)
        self.verticalScrollBar().setValue(round(self._sheets.down(page, y + anchor.below)))

    def _wanted_scale(self, page: Page) -> float:
        if self._zoom is not None:
            return self._zoom * self.logicalDpiX() / PER_INCH
        across = max(self.viewport().width() - 2 * GAP, 1) / page.width
        down = max(self.viewport().height() - 2 * GAP, 1) / page.height
        return min(across, down) if self._fits_page else across

    def _set_bar_ranges(self) -> None:
        across, size = self.horizontalScrollBar(), self.viewport().size()
        middle = (across.value() + across.pageStep() / 2) / max(across.maximum() + across.pageStep(), 1)
        for bar, content, seen in (
            (self.verticalScrollBar(), self._sheets.height, size.height()),
            (across, self._sheets.width, size.width()),
        ):
            bar.setRange(0, max(content - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(GAP * 3)
        across.setValue(round(middle * (across.maximum() + across.pageStep()) - across.pageStep() / 2))

    def _tell_current_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        current = self._sheets.at(middle) + 1 if self._pages else 0
        if current != self._current:
            self._current = current
            self.current_page_changed.emit(current)

    def _sheet(self, number: int) -> QRectF:
        """Return where the sheet lies in the view."""
        box = self._sheets.box(number, self.horizontalScrollBar().value(), self.viewport().width())
        return box.translated(0, -self.verticalScrollBar().value())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        for number in range(len(self._pages)):
            sheet = self._sheet(number)
            if sheet.intersects(QRectF(event.rect())):
                self._sheets.paint(painter, number, sheet, self.palette(), self._mark)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self._anchor())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * _ZOOM_STEP ** (event.angleDelta().y() / _TURN_OF_THE_WHEEL))
            self.zoom_chosen.emit()
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        source = self.text_under(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if source is not None:
            self.pressed.emit(source)
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
