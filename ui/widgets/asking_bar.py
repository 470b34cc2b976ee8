"""The ground of a question that is asked in place: Esc anywhere in it gives it up, before the window takes the key."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override


class AskingBar(QFrame):
    """Hidden until asked; `given_up` says that a person left the question, so that the keys may go back to the work."""

    given_up = Signal()

    def give_up(self) -> None:
        """Ask no more, and do nothing."""
        self.hide()
        self.given_up.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            self.give_up()
        else:
            super().keyPressEvent(event)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
