"""The line in which a person says why a remark is passed over: one of the ready reasons, or another."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.asking_bar import AskingBar
from ui.widgets.buttons import plain_button
from ui.widgets.labels import label

READY_REASONS: Final = (
    "Viết đúng ý của văn bản",
    "Theo văn bản của cấp trên",
    "Đúng như văn bản được trích dẫn",
    "Tên riêng, cách gọi ở địa phương",
)


class ReasonBar(AskingBar):
    """Hidden until asked; Enter or "Bỏ qua" takes the reason, Esc or "Thôi" leaves everything as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: Callable[[str], object] | None = None
        self._question = label(wrap=True)
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.setAccessibleName("Lý do bỏ qua")
        self.reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reason.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reason.addItems(READY_REASONS)
        self._line().returnPressed.connect(self.give)
        self._wrong = label("", "error", wrap=True)
        line = QHBoxLayout()
        line.addWidget(self.reason, 1)
        line.addWidget(plain_button("Bỏ qua", self.give))
        line.addWidget(plain_button("Thôi", self.give_up))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._question)
        layout.addLayout(line)
        layout.addWidget(self._wrong)
        self.hide()

    def ask(self, question: str, given: Callable[[str], object]) -> None:
        """Ask `question`; the reason that a person gives goes to `given`."""
        self._question.setText(question)
        self._given = given
        self._wrong.hide()
        self.show()
        self.reason.setFocus()
        self._line().selectAll()

    def give(self) -> None:
        """Hand on the reason that stands in the line; without one the line stays."""
        reason = self.reason.currentText().strip()
        self._wrong.setVisible(not reason)
        self._wrong.setText("Cần ghi lý do bỏ qua.")
        if reason and self._given is not None:
            given, self._given = self._given, None
            self.hide()
            given(reason)

    def _line(self) -> QLineEdit:
        line = self.reason.lineEdit()
        assert line is not None
        return line
