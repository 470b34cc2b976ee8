"""A sentence at the head of a page or a dialog that says what is wrong or worth knowing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ui import icons, theme
from ui.theme import State
from ui.widgets.buttons import plain_button
from ui.widgets.labels import label


class Banner(QWidget):
    """Hidden until there is something to say; at most one button mends it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = State.QUIET
        self._mend: Callable[[], object] = self.clear
        self._sign = label()
        self._text = label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = plain_button("", lambda: self._mend())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, empty when none is."""
        return self._text.text()

    def say(
        self, text: str, state: State = State.WRONG, *, mend_text: str = "", mend: Callable[[], object] | None = None
    ) -> None:
        """Show `text`, with a button named `mend_text` that calls `mend` where one is given."""
        self._state = state
        self._text.setText(text)
        self._sign.setPixmap(icons.pixmap("warning" if state is not State.GOOD else "check", state.ink))
        self._mend = mend or self.clear
        self._button.setText(mend_text)
        self._button.setVisible(mend is not None)
        self.show()
        self.update()

    def clear(self) -> None:
        """Say nothing."""
        self._text.clear()
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._state.tint))
        painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        painter.end()
