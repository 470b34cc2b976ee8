"""The step before the vote: the cases put forward, in words that go into the minutes, and the ballot paper."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.domain.councils import CouncilKind, MeetingState, VoteMethod
from kimhoa_app.domain.meetings import Case
from kimhoa_app.domain.quorum import voter_count
from kimhoa_app.services import eligibility_sheet
from kimhoa_app.services.council_desk import Desk
from kimhoa_app.text.collation import name_key
from ui import theme
from ui.models.records import RIGHT, Column
from ui.pages.council_parts.actions import DeskActions
from ui.pages.council_parts.paper_row import PaperCard
from ui.pages.council_parts.steps import BALLOT
from ui.pages.exporting import Paper, print_paper, save_paper
from ui.widgets.buttons import danger_button, plain_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.labels import label

Line = tuple[int, Case]
_COLUMNS = {
    CouncilKind.EMULATION: (
        Column[Line]("TT", lambda row: str(row[0]), lambda row: row[0], RIGHT),
        Column[Line](
            "Họ và tên, tập thể",
            lambda row: row[1].name,
            lambda row: (row[1].person_id is None, name_key(row[1].name)),
            stretch=True,
            is_name=True,
        ),
        Column[Line]("Đơn vị", lambda row: row[1].unit, stretch=True),
        Column[Line]("Danh hiệu", lambda row: row[1].award_code),
        Column[Line]("Thành tích tóm tắt", lambda row: row[1].summary or "chưa ghi", stretch=True),
    ),
    CouncilKind.INITIATIVE: (
        Column[Line]("TT", lambda row: str(row[0]), lambda row: row[0], RIGHT),
        Column[Line]("Tên sáng kiến", lambda row: row[1].name, stretch=True, is_name=True),
        Column[Line]("Tác giả", lambda row: row[1].unit, stretch=True),
        Column[Line]("Tóm tắt", lambda row: row[1].summary or "chưa ghi", stretch=True),
    ),
}


class CasesPanel(QWidget):
    """The cases of the meeting; `add` asks for one more, `summarise` for the words of one."""

    def __init__(
        self,
        actions: DeskActions,
        add: Callable[[], object],
        summarise: Callable[[Case], object],
        kind: CouncilKind,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._summarise = summarise
        self._is_open = False
        is_initiatives = kind is CouncilKind.INITIATIVE
        self._heading = "Sáng kiến đưa ra xét" if is_initiatives else "Trường hợp đưa ra xét"
        self._card = Card(self._heading)
        take = "Lấy sáng kiến đã nộp" if is_initiatives else "Lấy từ đăng ký"
        self.take_button = plain_button(take, actions.take_cases, icon="registration")
        self.add_button = plain_button("Thêm", add, icon="add")
        self.summary_button = plain_button("Sửa tóm tắt", self._summarise_selected, icon="edit")
        self.remove_button = danger_button("Rút", self.remove_selected)
        self.add_button.setVisible(not is_initiatives)
        added = () if is_initiatives else (self.add_button,)
        self._changing = (self.take_button, *added, self.summary_button, self.remove_button)
        for button in (self.take_button, self.add_button, self.summary_button, self.remove_button):
            self._card.add_to_head(button)
        self.table: DataTable[Line] = DataTable(
            f"council-cases-{kind.value}" if is_initiatives else "council-cases",
            _COLUMNS[kind],
            key=lambda row: row[1].nomination_id,
            empty=f"Chưa có gì đưa ra xét. Bấm “{take}”{'' if is_initiatives else ' hoặc “Thêm”'}.",
            keeps_one=True,
        )
        self._card.body.addWidget(self.table)
        self.paper = PaperCard("Phiếu bầu", BALLOT, actions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self._card, 1)
        layout.addWidget(self.paper)
        if not is_initiatives:
            layout.addWidget(self._sheet_card())
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._enable)

    def _sheet_card(self) -> Card:
        """The sheet that holds each case against its conditions, made of what is entered now."""
        card = Card("Phiếu đối chiếu điều kiện")
        card.add_to_head(
            plain_button("Xuất Word", lambda: save_paper(self._actions.page, self._sheet(), ".docx"), icon="export")
        )
        card.add_to_head(plain_button("In", lambda: print_paper(self._actions.page, self._sheet()), icon="print"))
        card.body.addWidget(
            label("Từng trường hợp với mỗi điều kiện, chứng cứ và căn cứ, để phát cho thành viên.", "small", wrap=True)
        )
        return card

    def _sheet(self) -> Paper:
        meeting_id = self._actions.meeting_id
        held_on = self._actions.desk.record.held_on
        return Paper(
            lambda workspace: eligibility_sheet.meeting_sheet(workspace, meeting_id),
            f"Phieu doi chieu dieu kien {held_on:%Y-%m-%d}",
        )

    def show_desk(self, desk: Desk) -> None:
        """Show the cases of `desk`."""
        record = desk.record
        self._is_open = record.state is not MeetingState.CLOSED
        self._card.set_head(self._heading, str(len(record.cases)))
        self.table.show_rows(list(enumerate(record.cases, start=1)))
        for button in self._changing:
            button.setVisible(self._is_open)
        self._enable()
        self.paper.setVisible(record.vote_method is VoteMethod.SECRET_BALLOT)
        self.paper.show_desk(
            desk,
            f"In {voter_count(record)} tờ theo số người bỏ phiếu, thêm vài tờ dự phòng; phiếu không ghi tên người bầu.",
        )

    def remove_selected(self) -> None:
        """Take the selected cases off the meeting."""
        cases = [case for _place, case in self.table.selected()]
        if cases and self._is_open:
            self._actions.remove(cases)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.remove_selected()
        else:
            super().keyPressEvent(event)

    def _open(self, line: Line) -> None:
        if self._is_open:
            self._summarise(line[1])

    def _summarise_selected(self) -> None:
        line = self.table.current()
        if line is not None:
            self._open(line)

    def _enable(self) -> None:
        self.summary_button.setEnabled(self.table.current() is not None)
        self.remove_button.setEnabled(bool(self.table.selected()))
