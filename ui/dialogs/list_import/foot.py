"""The buttons at the foot of the wizard: at each step those that make sense there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kimhoa_app.services.imports import ListKind
from ui.dialogs.list_import.steps import COLUMNS, DONE, FILE, ROWS
from ui.dialogs.list_import.words import KINDS
from ui.widgets.buttons import plain_button, primary_button


class Foot(QWidget):
    """Ways back at the left, the way on at the right."""

    another_asked = Signal()
    again_asked = Signal()
    left_over_asked = Signal()
    columns_taken = Signal()
    commit_asked = Signal()
    given_up = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.another = plain_button("Chọn tệp khác…", self.another_asked.emit, icon="folder")
        self.again = plain_button("Đọc lại tệp", self.again_asked.emit, icon="refresh")
        self.again.setToolTip("Sau khi sửa và lưu tệp trong Excel")
        self.left_over = plain_button("Lưu các dòng chưa nhập…", self.left_over_asked.emit, icon="save")
        self.cancel = plain_button("Hủy", self.given_up.emit)
        self.take_columns = primary_button("Xem từng dòng", self.columns_taken.emit)
        self.commit = primary_button("Nhập", self.commit_asked.emit)
        self.close_button = primary_button("Đóng", self.closed.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (self.another, self.again, self.left_over):
            layout.addWidget(button)
        layout.addStretch(1)
        for button in (self.cancel, self.take_columns, self.commit, self.close_button):
            layout.addWidget(button)

    def show_step(self, step: int, kind: ListKind, *, wanted: int, left: int, is_idle: bool) -> None:
        """Offer what makes sense at `step`, with `wanted` lines to write and `left` that are not taken."""
        self.commit.setText(f"Nhập {wanted} {KINDS[kind].noun}" if wanted else "Không có gì để nhập")
        self.commit.setEnabled(wanted > 0 and is_idle)
        for button in (self.another, self.again, self.left_over, self.take_columns):
            button.setEnabled(is_idle)
        self.another.setVisible(step != FILE)
        self.again.setVisible(step in (COLUMNS, ROWS))
        self.left_over.setVisible(step == ROWS and left > 0)
        self.cancel.setVisible(step != DONE)
        self.take_columns.setVisible(step == COLUMNS)
        self.commit.setVisible(step == ROWS)
        self.close_button.setVisible(step == DONE)
