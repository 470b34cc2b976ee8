"""How one remark is drawn: its chip, its words in bold with the sentence, and its buttons beside or below."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.pages.drafting.remarks import Remark, RemarkKind
from ui.widgets.chip import chip_width, paint_chip

Index = QModelIndex | QPersistentModelIndex
REMARK_ROLE: Final = Qt.ItemDataRole.UserRole
HOVERED_ROLE: Final = Qt.ItemDataRole.UserRole + 1

_MARGIN: Final = 6
_GAP: Final = 8
_BUTTON_HEIGHT: Final = 28
_BUTTON_SIDE: Final = 11
_MOST_LINES_BESIDE: Final = 2


class RemarkRow:
    """The rooms of one remark in a row of `width`: everything counted from the top left corner of the row."""

    def __init__(self, remark: Remark, font: QFont, width: int) -> None:
        metrics = QFontMetricsF(font)
        chips = max(chip_width(kind.value) for kind in RemarkKind)
        left, right = _MARGIN + chips + _GAP, width - _MARGIN
        widths = [metrics.horizontalAdvance(action.label) + 2 * _BUTTON_SIDE for action in remark.actions]
        beside = right - sum(widths) - _GAP * len(widths)
        self.chip = QRectF(_MARGIN, _MARGIN, chips, metrics.height())
        self.words_at = QPointF(left, _MARGIN)
        self.layout = _laid_out(remark, font, max(beside - left, 1.0))
        top = float(_MARGIN)
        if widths and self.layout.lineCount() > _MOST_LINES_BESIDE:
            self.layout = _laid_out(remark, font, max(right - left, 1.0))
            beside, top = left - _GAP, top + self.layout.boundingRect().height() + _GAP / 2
        self.buttons = list(_in_lines(widths, beside + _GAP, top, right))
        bottoms = [_MARGIN + self.layout.boundingRect().height(), *(button.bottom() for button in self.buttons)]
        self.height = round(max(bottoms) + _MARGIN)

    def button_at(self, point: QPointF) -> int | None:
        """Return which button is at `point`, None for none."""
        return next((number for number, room in enumerate(self.buttons) if room.contains(point)), None)


class RemarkDelegate(QStyledItemDelegate):
    """Draws the rows of a list of remarks."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        room: QRect = option.rect
        remark: Remark = index.data(REMARK_ROLE)
        row = RemarkRow(remark, option.font, room.width())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(room, QColor(theme.SELECTION if selected else theme.PAPER))
        painter.setPen(QColor(theme.GROUND))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.translate(room.topLeft())
        paint_chip(painter, row.chip, remark.kind.value, remark.kind.state)
        painter.setPen(QColor(theme.INK))
        row.layout.draw(painter, row.words_at)
        for number, button in enumerate(row.buttons):
            _paint_button(painter, button, remark.actions[number].label, hovered=index.data(HOVERED_ROLE) == number)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width()
        return QSize(width, RemarkRow(index.data(REMARK_ROLE), option.font, width).height)


def _in_lines(widths: Sequence[float], left: float, top: float, right: float) -> Iterator[QRectF]:
    """Yield the rooms of buttons from `left` on, on another line where one does not fit before `right`."""
    at = left
    for width in widths:
        if at > left and at + width > right + 1:
            at, top = left, top + _BUTTON_HEIGHT + _GAP / 2
        yield QRectF(at, top, min(width, max(right - left, 1.0)), _BUTTON_HEIGHT)
        at += width + _GAP


def _laid_out(remark: Remark, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(remark.line, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    bold = QTextLayout.FormatRange()
    bold.start, bold.length = 0, len(remark.heading.encode("utf-16-le")) // 2
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.DemiBold)
    bold.format = style
    layout.setFormats([bold])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _paint_button(painter: QPainter, room: QRectF, text: str, *, hovered: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.LINE))
    painter.setBrush(QColor(theme.HOVER if hovered else theme.PAPER))
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)
    painter.setPen(QColor(theme.INK))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
