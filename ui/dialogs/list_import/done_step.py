"""The last step where something is left: what was done, taking it back, and the lines that were not brought in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import State
from ui.widgets.buttons import plain_button
from ui.widgets.labels import label


class DoneStep(QWidget):
    """Says what was done and what is left; each button says what is asked for."""

    undo_asked = Signal()
    left_over_asked = Signal()
    look_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = label("", "heading", wrap=True)
        self._left = label("", "muted", wrap=True)
        self.undo_button = plain_button("Hoàn tác cả lần nhập", self.undo_asked.emit, icon="undo")
        self.save_button = plain_button("Lưu các dòng chưa nhập…", self.left_over_asked.emit, icon="save")
        self.look_button = plain_button("Xem lại các dòng ấy", self.look_asked.emit)
        sign = label()
        sign.setPixmap(icons.pixmap("check", State.GOOD.ink, size=44))
        buttons = QHBoxLayout()
        for button in (self.undo_button, self.save_button, self.look_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.CARD_GAP)
        layout.addStretch(1)
        for widget in (sign, self._done, self._left):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addStretch(2)

    def show_outcome(self, done: str, left: int) -> None:
        """Show in the sentence `done` what was done, and how many lines were not brought in."""
        self._done.setText(done)
        self._left.setText(
            f"Còn {left} dòng chưa nhập vì không nhận được hoặc chưa rõ là ai. Sửa ngay ở đây, hoặc lưu thành một danh "
            "sách riêng kèm lý do để sửa trong Excel rồi nhập tiếp."
        )
