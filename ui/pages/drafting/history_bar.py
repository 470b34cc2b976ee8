"""Taking back and making again: two buttons that name the step, and the keys everywhere on the desk."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui import theme
from ui.pages.drafting.history import EditingHistory, Step
from ui.widgets.buttons import plain_button

UNDO_KEYS: Final = ("Ctrl+Z",)
REDO_KEYS: Final = ("Ctrl+Y", "Ctrl+Shift+Z")
_WIDTH: Final = 36


class HistoryBar(QWidget):
    """The buttons "Hoàn tác" and "Làm lại"; `undo_asked` and `redo_asked` come from them and from the keys."""

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo_button = _icon_button("undo", "Hoàn tác")
        self.redo_button = _icon_button("redo", "Làm lại")
        self.undo_button.clicked.connect(self.undo_asked)
        self.redo_button.clicked.connect(self.redo_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP // 2)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.redo_button)

    def serve(self, desk: QWidget, editors: Iterable[QWidget]) -> None:
        """Take the keys wherever the focus is within `desk`; from `editors` before they can use them themselves."""
        for keys, asked in ((UNDO_KEYS, self.undo_asked), (REDO_KEYS, self.redo_asked)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), desk)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(asked)
        for editor in editors:
            editor.installEventFilter(self)

    def show_steps(self, history: EditingHistory, *, locked: bool) -> None:
        """Offer what can be taken back and made again."""
        _offer(self.undo_button, "Hoàn tác", UNDO_KEYS[0], None if locked else history.last)
        _offer(self.redo_button, "Làm lại", REDO_KEYS[0], None if locked else history.next)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys from an editor, which would keep them for a history of its own."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination()).toString()
            if pressed in UNDO_KEYS:
                self.undo_asked.emit()
                return True
            if pressed in REDO_KEYS:
                self.redo_asked.emit()
                return True
        return super().eventFilter(watched, event)


def _icon_button(icon: str, name: str) -> QPushButton:
    button = plain_button("", lambda: None, icon=icon)
    button.setText("")
    button.setAccessibleName(name)
    button.setFixedWidth(_WIDTH)
    return button


def _offer(button: QPushButton, verb: str, key: str, step: Step | None) -> None:
    button.setEnabled(step is not None)
    button.setToolTip(f"{verb}: {step.name} ({key})" if step is not None else f"{verb} ({key})")
