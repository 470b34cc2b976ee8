"""Chips: a state as a word on its tint, alone or in a table's cell."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import State

SIDE = 10
HEIGHT = 20


def chip_width(text: str) -> int:
    """Return the width of a chip with `text` in it."""
    return int(QFontMetricsF(_font()).horizontalAdvance(text)) + 2 * SIDE + 1


def paint_chip(painter: QPainter, room: QRectF, text: str, state: State) -> None:
    """Paint a chip at the left of `room`, in the middle of its height, shortened where there is no room."""
    height = max(HEIGHT, QFontMetricsF(_font()).height() + 4)
    box = QRectF(room.left(), room.center().y() - height / 2, min(chip_width(text), room.width()), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(state.tint))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(QColor(state.ink))
    painter.setFont(_font())
    words = QFontMetricsF(_font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width() - 2 * SIDE + 1)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class Chip(QWidget):
    """A word that says how a thing stands."""

    def __init__(self, text: str = "", state: State = State.QUIET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, state)

    def show_state(self, text: str, state: State) -> None:
        """Show `text` in the colours of `state`."""
        self._text, self._state = text, state
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._text), int(max(HEIGHT, QFontMetricsF(_font()).height() + 4)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._text, self._state)
        painter.end()


def _font() -> QFont:
    made = QApplication.font()
    made.setPointSizeF(made.pointSizeF() * 0.86)
    made.setWeight(QFont.Weight.DemiBold)
    return made
