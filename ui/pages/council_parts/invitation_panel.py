"""The step "Giấy mời": when and where the council meets, who is invited, and the invitation itself."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kimhoa_app.domain.councils import MeetingState
from kimhoa_app.domain.labels import label as words_for
from kimhoa_app.domain.meetings import MemberPresence
from kimhoa_app.services.council_desk import Desk
from kimhoa_app.text.collation import name_key
from kimhoa_app.text.dates import list_date
from ui import theme
from ui.models.records import RIGHT, Column
from ui.pages.council_parts.actions import DeskActions
from ui.pages.council_parts.paper_row import PaperCard
from ui.pages.council_parts.steps import INVITATION
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.labels import label

_DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_FACTS = ("Thời gian", "Địa điểm", "Biểu quyết", "Người vắng", "Ghi chú")
_COLUMNS = (
    Column[tuple[int, MemberPresence]]("TT", lambda row: str(row[0]), lambda row: row[0], RIGHT),
    Column[tuple[int, MemberPresence]](
        "Họ và tên", lambda row: row[1].full_name, lambda row: name_key(row[1].full_name)
    ),
    Column[tuple[int, MemberPresence]]("Chức vụ, đơn vị", lambda row: row[1].position, stretch=True),
    Column[tuple[int, MemberPresence]]("Vai trò", lambda row: words_for(row[1].role)),
)


class InvitationPanel(QWidget):
    """The facts of the meeting, changed by `change_meeting`, the invitation and those who are invited."""

    def __init__(
        self,
        actions: DeskActions,
        change_meeting: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._meeting = Card("Cuộc họp")
        self.change_button = plain_button("Sửa", change_meeting, icon="edit")
        self._meeting.add_to_head(self.change_button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._facts = [(label(name, "muted"), label("", wrap=True)) for name in _FACTS]
        for place, (name, fact) in enumerate(self._facts):
            grid.addWidget(name, place, 0)
            grid.addWidget(fact, place, 1)
        self._meeting.body.addLayout(grid)
        self.paper = PaperCard("Giấy mời", INVITATION, actions)
        self._members = Card("Thành viên được mời")
        self.table: DataTable[tuple[int, MemberPresence]] = DataTable(
            "council-invited", _COLUMNS, key=lambda row: row[1].member_id, empty="Hội đồng chưa có thành viên."
        )
        self._members.body.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self._meeting)
        layout.addWidget(self.paper)
        layout.addWidget(self._members, 1)

    def show_desk(self, desk: Desk) -> None:
        """Show the meeting of `desk`."""
        record = desk.record
        times = f"{record.starts_at}{f' đến {record.ends_at}' if record.ends_at else ''}"
        written = "được gửi ý kiến bằng văn bản, tính như phiếu" if record.written_opinions else "không gửi ý kiến thay"
        facts = (
            f"{times}, {_DAYS[record.held_on.weekday()]}, {list_date(record.held_on)}",
            record.place or "chưa ghi",
            words_for(record.vote_method),
            written,
            record.note,
        )
        for (name, shown), fact in zip(self._facts, facts, strict=True):
            shown.setText(fact)
            name.setVisible(bool(fact))
            shown.setVisible(bool(fact))
        self.change_button.setVisible(record.state is not MeetingState.CLOSED)
        self.paper.show_desk(
            desk, "Nội dung, thời gian, địa điểm, người chủ trì đã có sẵn; thêm đại biểu mời khi soạn."
        )
        self._members.set_head("Thành viên được mời", str(len(record.members)))
        self.table.show_rows(list(enumerate(record.members, start=1)))
