"""Paints a page on whatever Qt can paint on: a widget, an image, a PDF, a printer."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ui.printing.items import Page, PlacedLine, PlacedRule

_INK = QColor(Qt.GlobalColor.black)


def paint_page(painter: QPainter, page: Page, scale: float) -> None:
    """Paint the page with its upper left corner at the painter's origin; `scale` is pixels for each twip.

    What has no color of its own is black.
    """
    painter.save()
    painter.scale(scale, scale)
    painter.setPen(_INK)
    for item in page.items:
        if isinstance(item, PlacedLine):
            item.drawing.draw(painter, QPointF(item.x, item.y))
        else:
            painter.fillRect(_rectangle(item, scale), QColor(f"#{item.color}") if item.color else _INK)
    painter.restore()


def _rectangle(rule: PlacedRule, scale: float) -> QRectF:
    """Return the rule as an area, at least one pixel thick so that no screen loses it."""
    thickness = max(rule.thickness, 1 / scale)
    if rule.upright:
        return QRectF(rule.x - thickness / 2, rule.y, thickness, rule.length)
    return QRectF(rule.x, rule.y - thickness / 2, rule.length, thickness)
