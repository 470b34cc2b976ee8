"""The step "Điểm danh": a mark for each member, and why someone is not there."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimhoa_app.domain.councils import MeetingState
from kimhoa_app.services.council_desk import Desk
from ui.pages.council_parts.actions import DeskActions
from ui.pages.council_parts.attendance_table import AttendanceModel, AttendanceTable
from ui.widgets.card import Card
from ui.widgets.labels import label


class AttendancePanel(QWidget):
    """The members of the meeting that is shown."""

    def __init__(self, actions: DeskActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        room = AttendanceModel(self)
        room.reasoned.connect(actions.set_reason)
        self.table = AttendanceTable(room)
        self.table.asked.connect(actions.set_attendance)
        self._keys = label("", "small", wrap=True)
        card = Card("Thành viên Hội đồng")
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._keys)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    def show_desk(self, desk: Desk) -> None:
        """Show who is in the room."""
        record = desk.record
        is_open = record.state is not MeetingState.CLOSED
        self.table.room.show_members(record.members, is_open=is_open)
        self.table.allow_written(record.written_opinions)
        written = ", 4 ý kiến bằng văn bản" if record.written_opinions else ""
        keys = (
            f"Bấm vào dấu tròn, hoặc chọn dòng rồi gõ phím: 1 có mặt, 2 vắng có lý do, 3 vắng{written}. "
            "Bấm đúp ô cuối, hoặc F2, để ghi lý do."
        )
        self._keys.setText(keys if is_open else "Cuộc họp đã kết thúc, điểm danh được khóa.")

    def start(self) -> None:
        """Put the cursor on the first member."""
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
