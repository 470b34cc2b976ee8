"""A link that is cut in its middle where it has no room, and says itself in full on hovering."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override


class ElidedLink(QPushButton):
    """A button that looks like a link; the end of its text, as that of a file's name, stays in sight."""

    def __init__(self, text: str, pressed: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.in_full = text
        self.setProperty("look", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: pressed())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self.in_full, Qt.TextElideMode.ElideMiddle, room))
