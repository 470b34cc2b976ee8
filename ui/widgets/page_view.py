"""The preview: a document's pages as they will be printed, one below the other."""

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from kimhoa_app.documents.model import OfficialDocument
from ui.printing.blocks import SectionPath
from ui.printing.items import Page
from ui.printing.layout import lay_out
from ui.printing.painting import paint_page
from ui.printing.typesetting import Typesetter
from ui.printing.units import PER_INCH

_GAP = 12
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
    counted from 1.
    """

    page_count_changed = Signal(int)
    current_page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typesetter = Typesetter()
        self._pages: tuple[Page, ...] = ()
        self._zoom: float | None = None
        self._scales: list[float] = []
        self._tops: list[float] = []
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
        return self._scales[0] * PER_INCH / self.logicalDpiX() if self._scales else 1.0

    def show_document(self, document: OfficialDocument) -> None:
        """Lay `document` out and show it, at the place where the view stood."""
        anchor = self._anchor()
        count = len(self._pages)
        self._pages = lay_out(document, self._typesetter)
        self._arrange(anchor)
        if len(self._pages) != count:
            self.page_count_changed.emit(len(self._pages))

    def fit_width(self) -> None:
        """Show each page as wide as the view, now and whenever it is resized."""
        self._zoom = None
        self._arrange(self._anchor())

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at a fixed size; 1.0 is the size of the paper."""
        self._zoom = min(max(zoom, _SMALLEST), _LARGEST)
        self._arrange(self._anchor())

    def scroll_to_section(self, path: SectionPath) -> None:
        """Bring the beginning of a section to the top of the view; of the section around it where it has no place."""
        found = self._find(path)
        if found is not None:
            page, y = found
            self.verticalScrollBar().setValue(round(self._tops[page] + y * self._scales[page]) - _GAP)

    def _find(self, path: SectionPath) -> tuple[int, float] | None:
        places = {place.path: (number, place.y) for number, page in enumerate(self._pages) for place in page.sections}
        while path and path not in places:
            path = path[:-1]
        return places.get(path)

    def _anchor(self) -> _Anchor | None:
        if not self._pages:
            return None
        top = self.verticalScrollBar().value()
        number = max(bisect_right(self._tops, top + _GAP) - 1, 0)
        y = (top - self._tops[number]) / self._scales[number]
        above = [place for place in self._pages[number].sections if place.y <= y]
        return _Anchor(above[-1].path, number, y - above[-1].y) if above else _Anchor(None, number, y)

    def _arrange(self, anchor: _Anchor | None) -> None:
        """Work out the size and the place of every sheet and stand where the anchor asks."""
        self._scales = [self._wanted_scale(page) for page in self._pages]
        self._tops = []
        y = float(_GAP)
        for page, scale in zip(self._pages, self._scales, strict=True):
            self._tops.append(y)
            y += page.height * scale + _GAP
        self._set_bar_ranges(round(y))
        if anchor is not None and self._pages:
            self._return_to(anchor)
        self.viewport().update()
        self._tell_current_page()

    def _return_to(self, anchor: _Anchor) -> None:
        found = self._find(anchor.path) if anchor.path is not None else None
        page, y = found or (min(anchor.page, len(self._pages) - 1), 0.0)
        self.verticalScrollBar().setValue(round(self._tops[page] + (y + anchor.below) * self._scales[page]))

    def _wanted_scale(self, page: Page) -> float:
        if self._zoom is not None:
            return self._zoom * self.logicalDpiX() / PER_INCH
        return max(self.viewport().width() - 2 * _GAP, 1) / page.width

    def _content_width(self) -> int:
        widths = (page.width * scale for page, scale in zip(self._pages, self._scales, strict=True))
        return round(max(widths, default=0)) + 2 * _GAP

    def _set_bar_ranges(self, content_height: int) -> None:
        across, size = self.horizontalScrollBar(), self.viewport().size()
        middle = (across.value() + across.pageStep() / 2) / max(across.maximum() + across.pageStep(), 1)
        for bar, content, seen in (
            (self.verticalScrollBar(), content_height, size.height()),
            (across, self._content_width(), size.width()),
        ):
            bar.setRange(0, max(content - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(_GAP * 3)
        across.setValue(round(middle * (across.maximum() + across.pageStep()) - across.pageStep() / 2))

    def _tell_current_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        current = max(bisect_right(self._tops, middle), 1) if self._tops else 0
        if current != self._current:
            self._current = current
            self.current_page_changed.emit(current)

    def _sheet(self, number: int) -> QRectF:
        """Return where the sheet lies in the view."""
        page, scale = self._pages[number], self._scales[number]
        width, height = page.width * scale, page.height * scale
        room = max(self.viewport().width(), self._content_width())
        left = (room - width) / 2 - self.horizontalScrollBar().value()
        return QRectF(left, self._tops[number] - self.verticalScrollBar().value(), width, height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        for number, page in enumerate(self._pages):
            sheet = self._sheet(number)
            if sheet.intersects(QRectF(event.rect())):
                self._paint_sheet(painter, sheet, page, self._scales[number])
        painter.end()

    def _paint_sheet(self, painter: QPainter, sheet: QRectF, page: Page, scale: float) -> None:
        edge = QColor(self.palette().color(QPalette.ColorRole.Dark))
        edge.setAlphaF(0.4)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(sheet)
        painter.translate(sheet.topLeft())
        paint_page(painter, page, scale)
        painter.translate(-QPointF(sheet.topLeft()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self._anchor())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * _ZOOM_STEP ** (event.angleDelta().y() / _TURN_OF_THE_WHEEL))
            event.accept()
            return
        super().wheelEvent(event)

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
