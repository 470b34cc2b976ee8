"""A number that matters, with what it is of and what is missing right below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import State
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.share_bar import ShareBar


class Stat(Card):
    """A card of one figure; with `pressable` a click or Enter on it says `pressed`."""

    pressed = Signal()

    def __init__(self, name: str, *, pressable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._figure = label("–", "figure")
        self._bar = ShareBar()
        self._note = label("", "small", wrap=True)
        self.body.setSpacing(4)
        for widget in (self._figure, label(name, wrap=True), self._bar, self._note):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._pressable = pressable
        if pressable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_figure(
        self, figure: str, note: str = "", *, share: float | None = None, state: State = State.ACTIVE
    ) -> None:
        """Show the figure, the note under it and, where it is a share of a whole, the bar between them."""
        self._figure.setText(figure)
        self._note.setText(note)
        self._bar.setVisible(share is not None)
        self._bar.show_share(share or 0.0, state)
        self._keep_note_whole()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_note_whole()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressable and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pressable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def _keep_note_whole(self) -> None:
        # A page that scrolls gives its rows their least height, which for wrapped words is that of one line.
        self._note.setMinimumHeight(max(self._note.heightForWidth(self._note.width()), 0))
