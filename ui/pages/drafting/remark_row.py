"""How one remark is drawn: its chip, its words in bold with the sentence, and its buttons beside or below."""

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
_LEAST_WORDS_WIDTH: Final = 210


class RemarkRow:
    """The rooms of one remark in a row of `width`: everything counted from the top left corner of the row."""

    def __init__(self, remark: Remark, font: QFont, width: int) -> None:
        self.remark = remark
        chips = max(chip_width(kind.value) for kind in RemarkKind)
        widths = [QFontMetricsF(font).horizontalAdvance(action.label) + 2 * _BUTTON_SIDE for action in remark.actions]
        buttons_width = sum(widths) + _GAP * len(widths)
        left = _MARGIN + chips + _GAP
        beside = width - left - _MARGIN - buttons_width >= _LEAST_WORDS_WIDTH
        self.words_width = max(width - left - _MARGIN - (buttons_width if beside else 0), 1.0)
        self.layout = _laid_out(remark, font, self.words_width)
        self.words_at = QPointF(left, _MARGIN)
        self._text_height = self.layout.boundingRect().height()
        below = bool(widths) and not beside
        top = _MARGIN + self._text_height + _GAP / 2 if below else _MARGIN
        text_height = max(self._text_height, _BUTTON_HEIGHT) if widths and beside else max(self._text_height, 20.0)
        self.height = round(2 * _MARGIN + text_height + (_GAP / 2 + _BUTTON_HEIGHT if below else 0))
        at = left if below else width - _MARGIN - buttons_width + _GAP
        self.buttons: list[QRectF] = []
        for button_width in widths:
            self.buttons.append(QRectF(at, top, button_width, _BUTTON_HEIGHT))
            at += button_width + _GAP
        self.chip = QRectF(_MARGIN, _MARGIN, chips, QFontMetricsF(font).height())

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
