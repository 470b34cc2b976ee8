"""What was just done, for a few seconds at the head of the window, with a way to undo it or to go on from it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.labels import label

SHOWN_MS: Final = 8000
_HEIGHT: Final = 40
Action = tuple[str, Callable[[], object]]


class Toast(QFrame):
    """One message over the top bar of `parent`, where no work lies under it; a later one takes its place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "toast")
        self._over = parent
        self._undo: Callable[[], object] | None = None
        self._text = label()
        self._actions: list[QPushButton] = []
        self._button = _toast_button("Hoàn tác", self.undo)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_MS)
        self._clock.timeout.connect(self.hide)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 4, 8, 4)
        self._layout.addWidget(self._text)
        self._layout.addWidget(self._button)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The message last said."""
        return self._text.text()

    def say(self, text: str, undo: Callable[[], object] | None = None, actions: Sequence[Action] = ()) -> None:
        """Show `text`, where `undo` is given the button that calls it, and a button for each of `actions`."""
        self._text.setText(text)
        self._undo = undo
        self._button.setVisible(undo is not None)
        self._offer(actions)
        self.setMinimumHeight(_HEIGHT)
        self._move_to_head()
        self.show()
        self.raise_()
        self._clock.start()

    def undo(self) -> None:
        """Take back what was done, once."""
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._move_to_head()
        return super().eventFilter(watched, event)

    def _offer(self, actions: Sequence[Action]) -> None:
        for old in self._actions:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._actions = [_toast_button(name, act) for name, act in actions]
        for made in self._actions:
            self._layout.addWidget(made)

    def _move_to_head(self) -> None:
        self.adjustSize()
        self.move(
            max(self._over.width() - self.width() - theme.PAGE_MARGIN, 0),
            max((theme.TOP_BAR_HEIGHT - self.height()) // 2, 0),
        )


def _toast_button(name: str, pressed: Callable[[], object]) -> QPushButton:
    made = QPushButton(name)
    made.setProperty("look", "toast")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda: pressed())
    return made
