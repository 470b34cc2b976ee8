"""A thin bar that shows a share of a whole."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import State


class ShareBar(QWidget):
    """A bar filled to `share`, from 0 to 1, in the colour of a state; the words stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._state = State.ACTIVE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, state: State = State.ACTIVE) -> None:
        """Fill the bar to `share`; what is below 0 or above 1 is shown as 0 or 1."""
        self._share = min(max(share, 0.0), 1.0)
        self._state = state
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, theme.STEP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        for width, colour in ((whole.width(), theme.TRACK), (whole.width() * self._share, self._state.solid)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(0, 0, width, whole.height()), 4, 4)
        painter.end()
