"""How one cell is drawn and copied."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from ui import icons, theme
from ui.models.records import RecordTableModel
from ui.widgets.chip import chip_width, paint_chip

Index = QModelIndex | QPersistentModelIndex
MARGIN = 8
BOX = 16


class CellDelegate(QStyledItemDelegate):
    """Draws a cell as text or as a chip over a hairline, and shows a text that is cut in full on hovering."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        room: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(room, QColor(theme.SELECTION if selected else theme.PAPER))
        painter.setPen(QColor(theme.GROUND))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        inner = room.adjusted(MARGIN, 0, -MARGIN, 0)
        state = index.data(RecordTableModel.CHIP_ROLE)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        ticked = index.data(RecordTableModel.TICK_ROLE)
        if ticked is not None:
            _paint_box(painter, QRectF(inner), ticked=ticked)
        elif state is not None:
            paint_chip(painter, QRectF(inner), text, state)
        else:
            painter.setPen(QColor(theme.INK))
            metrics = option.fontMetrics
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), shown)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = index.data(Qt.ItemDataRole.DisplayRole)
        metrics = option.fontMetrics
        chip = index.data(RecordTableModel.CHIP_ROLE) is not None
        width = chip_width(text) if chip else metrics.horizontalAdvance(text) + 2
        return QSize(width + 2 * MARGIN, theme.ROW_HEIGHT)

    @override
    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        cut = self.sizeHint(option, index).width() > option.rect.width()
        QToolTip.showText(event.globalPos(), index.data(Qt.ItemDataRole.DisplayRole) if cut else "", view)
        return True


def _paint_box(painter: QPainter, room: QRectF, *, ticked: bool) -> None:
    box = QRectF(room.left() + 0.5, round(room.center().y() - BOX / 2) + 0.5, BOX, BOX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.ACCENT if ticked else theme.MUTED))
    painter.setBrush(QColor(theme.ACCENT if ticked else theme.PAPER))
    painter.drawRoundedRect(box, 4, 4)
    if ticked:
        painter.drawPixmap(box.topLeft(), icons.pixmap("check-white", theme.PAPER, size=BOX))


def clipboard_cell(text: str) -> str:
    """Return `text` as one cell of a table on the clipboard; what Excel would take for a formula is marked as text."""
    line = " ".join(text.split())
    is_number = line[1:].replace(".", "").replace(",", "").isdigit()
    formula = line.startswith(("=", "+", "@")) or (line.startswith("-") and len(line) > 1 and not is_number)
    return f"'{line}" if formula else line
