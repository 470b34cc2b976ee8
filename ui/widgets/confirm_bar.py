"""A question in place, instead of a box over the work: do it, or leave it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.buttons import danger_button, plain_button
from ui.widgets.labels import label


class ConfirmBar(QFrame):
    """Hidden until asked; Esc or "Không" leaves everything as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._agreed: Callable[[], object] | None = None
        self._question = label(wrap=True)
        self._yes = danger_button("", self.agree)
        self._no = plain_button("Không", self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._question, 1)
        layout.addWidget(self._yes)
        layout.addWidget(self._no)
        self.hide()

    def ask(self, question: str, do_text: str, agreed: Callable[[], object]) -> None:
        """Ask `question`; the button `do_text` calls `agreed`."""
        self._question.setText(question)
        self._yes.setText(do_text)
        self._agreed = agreed
        self.show()
        self._no.setFocus()

    def agree(self) -> None:
        """Do what was asked about, once."""
        agreed, self._agreed = self._agreed, None
        self.hide()
        if agreed is not None:
            agreed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
