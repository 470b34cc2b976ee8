"""The sheets of a document one below the other: how large each is shown, where it lies, and how it is painted."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from ui import theme
from ui.printing.blocks import Source
from ui.printing.items import Page
from ui.printing.painting import paint_page
from ui.widgets.page_texts import places_of

GAP: Final = 12
_MARGIN: Final = 0.06
"""The share of a page's width that the mark of a text leaves free on the left."""


class Sheets:
    """Where `pages` lie when each is shown at its scale, `scales` in pixels for a twip; lengths are in pixels."""

    def __init__(self, pages: Sequence[Page] = (), scales: Sequence[float] = ()) -> None:
        self.pages = pages
        self.scales = scales
        self._tops: list[float] = []
        y = float(GAP)
        for page, scale in zip(pages, scales, strict=True):
            self._tops.append(y)
            y += page.height * scale + GAP
        self.height = round(y)
        widths = (page.width * scale for page, scale in zip(pages, scales, strict=True))
        self.width = round(max(widths, default=0)) + 2 * GAP

    def down(self, number: int, y: float = 0) -> float:
        """Return how far down the place `y` of a page lies."""
        return self._tops[number] + y * self.scales[number]

    def at(self, down: float) -> int:
        """Return the page that begins last above a place, the first where none does."""
        return max(bisect_right(self._tops, down) - 1, 0)

    def box(self, number: int, across: float, room: float) -> QRectF:
        """Return the sheet of a page in the middle of `room`, as it lies when `across` is scrolled away."""
        page, scale = self.pages[number], self.scales[number]
        width, height = page.width * scale, page.height * scale
        return QRectF((max(room, self.width) - width) / 2 - across, self._tops[number], width, height)

    def paint(self, painter: QPainter, number: int, box: QRectF, palette: QPalette, mark: Source | None) -> None:
        """Paint a page into its box, the text `mark` marked lightly."""
        page, scale = self.pages[number], self.scales[number]
        edge = QColor(palette.color(QPalette.ColorRole.Dark))
        edge.setAlphaF(0.4)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(box)
        painter.translate(box.topLeft())
        if mark is not None:
            _paint_mark(painter, page, scale, mark)
        paint_page(painter, page, scale)
        painter.translate(-QPointF(box.topLeft()))


def _paint_mark(painter: QPainter, page: Page, scale: float, mark: Source) -> None:
    for _, text in places_of((page,), mark):
        top, height = text.top * scale, (text.bottom - text.top) * scale
        band = QRectF(_MARGIN * page.width * scale, top, (1 - 1.5 * _MARGIN) * page.width * scale, height)
        painter.fillRect(band, QColor(theme.SELECTION))
        painter.fillRect(QRectF(band.left(), top, 2, height), QColor(theme.ACCENT))
