"""A white card on the light ground, with a subject and a quiet note at its head."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label


class Card(QFrame):
    """A surface that holds things of one subject; put them into `body`, head buttons through `add_to_head`."""

    def __init__(self, subject: str = "", note: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.STEP)
        self._subject = label(subject, "subject")
        self._note = label(note, "muted")
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.STEP)
        self._head.addWidget(self._subject)
        self._head.addWidget(self._note)
        self._head.addStretch(1)
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 12, 14, 14)
        outer.setSpacing(theme.STEP)
        outer.addLayout(self._head)
        outer.addLayout(self.body, 1)
        self.set_head(subject, note)

    @property
    def head_height(self) -> int:
        """The height of the card when nothing but its head is seen."""
        margins = self._outer.contentsMargins()
        return self._head.sizeHint().height() + margins.top() + margins.bottom()

    def set_head(self, subject: str, note: str = "") -> None:
        """Say what the card is of, and beside it what matters of that now."""
        self._subject.setText(subject)
        self._note.setText(note)
        self._subject.setVisible(bool(subject))
        self._note.setVisible(bool(note))

    def add_to_head(self, widget: QWidget) -> None:
        """Put `widget` at the right end of the head."""
        self._head.addWidget(widget)
