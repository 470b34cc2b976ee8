"""A question in place, instead of a box over the work: do it, or leave it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.asking_bar import AskingBar
from ui.widgets.buttons import danger_button, plain_button
from ui.widgets.labels import label

NO: Final = "Không"


class ConfirmBar(AskingBar):
    """Hidden until asked; Esc or the other button, usually "Không", leaves everything as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._agreed: Callable[[], object] | None = None
        self._left: Callable[[], object] | None = None
        self._question = label(wrap=True)
        self._yes = danger_button("", self.agree)
        self._no = plain_button(NO, self.leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._question, 1)
        layout.addWidget(self._yes)
        layout.addWidget(self._no)
        self.hide()

    def ask(
        self,
        question: str,
        do_text: str,
        agreed: Callable[[], object],
        *,
        leave_text: str = NO,
        left: Callable[[], object] | None = None,
    ) -> None:
        """Ask `question`; the button `do_text` calls `agreed`, the other one, `leave_text`, calls `left`."""
        self._question.setText(question)
        self._yes.setText(do_text)
        self._no.setText(leave_text)
        self._agreed, self._left = agreed, left
        self.show()
        self._no.setFocus()

    def agree(self) -> None:
        """Do what was asked about, once."""
        self._close_with(self._agreed)

    def leave(self) -> None:
        """Leave what was asked about."""
        self._close_with(self._left)

    def _close_with(self, act: Callable[[], object] | None) -> None:
        self._agreed = self._left = None
        self.hide()
        if act is not None:
            act()
