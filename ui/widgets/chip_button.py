"""A chip that is pressed to show what it counts, and pressed again to hide it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import State
from ui.widgets.chip import chip_width, paint_chip

_HEIGHT = 26


class ChipButton(QAbstractButton):
    """A checkable chip; in its own colours while pressed, in quiet ones while not."""

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, in_full: str = "") -> None:
        """Show `text` in the chip, which may be shortened; `in_full` is read aloud and shown on hovering."""
        self.setText(text)
        self.setAccessibleName(in_full or text)
        self.setToolTip(in_full)
        self.updateGeometry()

    @property
    def _shortest(self) -> str:
        """The first word, the count, which is left when there is no room for the others."""
        return self.text().partition(" ")[0]

    @override
    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.text()), max(_HEIGHT, self.fontMetrics().height() + 6))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(chip_width(self._shortest), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.text() if self.width() >= chip_width(self.text()) else self._shortest
        paint_chip(painter, QRectF(self.rect()), text, self._state if self.isChecked() else State.QUIET)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(theme.ACCENT))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5), 11, 11)
        painter.end()
