"""The preview: a document's pages as they will be printed, one below the other."""

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from kimhoa_app.documents.model import OfficialDocument
from ui import theme
from ui.printing.blocks import SectionPath, Source
from ui.printing.items import Page
from ui.printing.layout import lay_out
from ui.printing.painting import paint_page
from ui.printing.typesetting import Typesetter
from ui.printing.units import PER_INCH
from ui.widgets.page_texts import Starts, places_of, section_starts, start_of, text_at

_GAP = 12
_ZOOM_STEP = 1.1
_SMALLEST, _LARGEST = 0.25, 4.0
_TURN_OF_THE_WHEEL = 120
_MARGIN = 0.06
"""The share of a page's width that the mark of a text leaves free on the left."""


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
            self.verticalScrollBar().setValue(round(self._tops[page] + text.top * self._scales[page]) - _GAP)

    def mark(self, source: Source | None) -> None:
        """Mark one text lightly, and bring it into view where nothing of it is seen; None marks nothing."""
        if source != self._mark:
            self._mark = source
            self.viewport().update()
        marked = self._marked()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if marked and not any(bar.value() <= top <= bar.value() + height - _GAP for top in marked):
            bar.setValue(round(marked[0] - height / 3))

    def text_under(self, point: QPointF) -> Source | None:
        """Return the text that stands nearest to a point of the view, None beside the pages."""
        for number, page in enumerate(self._pages):
            sheet = self._sheet(number)
            if sheet.contains(point):
                return text_at(page, (point.y() - sheet.top()) / self._scales[number])
        return None

    def _marked(self) -> list[float]:
        """Return how far down the pieces of the marked text begin."""
        places = places_of(self._pages, self._mark) if self._mark is not None else []
        return [self._tops[number] + text.top * self._scales[number] for number, text in places]

    def _anchor(self) -> _Anchor | None:
        if not self._pages:
            return None
        top = self.verticalScrollBar().value()
        number = max(bisect_right(self._tops, top + _GAP) - 1, 0)
        y = (top - self._tops[number]) / self._scales[number]
        above = [(text.top, path) for path, (page, text) in self._starts.items() if page == number and text.top <= y]
        if not above:
            return _Anchor(None, number, y)
        start, path = max(above)
        return _Anchor(path, number, y - start)

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
        found = start_of(self._starts, anchor.path) if anchor.path is not None else None
        page, y = (found[0], found[1].top) if found else (min(anchor.page, len(self._pages) - 1), 0.0)
        self.verticalScrollBar().setValue(round(self._tops[page] + (y + anchor.below) * self._scales[page]))

    def _wanted_scale(self, page: Page) -> float:
        if self._zoom is not None:
            return self._zoom * self.logicalDpiX() / PER_INCH
        across = max(self.viewport().width() - 2 * _GAP, 1) / page.width
        down = max(self.viewport().height() - 2 * _GAP, 1) / page.height
        return min(across, down) if self._fits_page else across

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
        self._paint_mark(painter, page, scale)
        paint_page(painter, page, scale)
        painter.translate(-QPointF(sheet.topLeft()))

    def _paint_mark(self, painter: QPainter, page: Page, scale: float) -> None:
        for _, text in places_of((page,), self._mark) if self._mark is not None else ():
            top, height = text.top * scale, (text.bottom - text.top) * scale
            band = QRectF(_MARGIN * page.width * scale, top, (1 - 1.5 * _MARGIN) * page.width * scale, height)
            painter.fillRect(band, QColor(theme.SELECTION))
            painter.fillRect(QRectF(band.left(), top, 2, height), QColor(theme.ACCENT))

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
