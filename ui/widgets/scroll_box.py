"""A part of a card that scrolls by itself, so that the page need not."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget


class ScrollBox(QScrollArea):
    """Takes the height that is left and asks for none; put things into `body`, which keeps them at the top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QFrame()
        inner.setProperty("look", "plain")
        self.body = QVBoxLayout()
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 8, 0)
        outer.addLayout(self.body)
        outer.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(80)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)

    def settle(self) -> None:
        """Give what was put into `body` its room now, before it is painted squeezed into the room of what was there."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
