"""The desk of one meeting: who is in the room, the step that is shown, and the side."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.domain.councils import CouncilKind, VoteMethod
from kimhoa_app.domain.meetings import Case
from kimhoa_app.domain.quorum import has_quorum, needed_at, present_count
from kimhoa_app.services.council_desk import Desk
from ui import theme
from ui.pages.council_parts.actions import DeskActions
from ui.pages.council_parts.attendance_panel import AttendancePanel
from ui.pages.council_parts.cases_panel import CasesPanel
from ui.pages.council_parts.closing_panel import ClosingPanel
from ui.pages.council_parts.invitation_panel import InvitationPanel
from ui.pages.council_parts.marks_panel import MarksPanel
from ui.pages.council_parts.minutes_panel import MinutesPanel
from ui.pages.council_parts.side import Side, absent_line
from ui.pages.council_parts.steps import Stage
from ui.pages.council_parts.votes_panel import VotesPanel
from ui.theme import State
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.share_bar import ShareBar

NARROW_BELOW = 1000


class DeskView(QWidget):
    """All parts of the desk; `side.stepper` chooses the step."""

    def __init__(
        self,
        actions: DeskActions,
        change_meeting: Callable[[], object],
        add_case: Callable[[], object],
        summarise: Callable[[Case], object],
        kind: CouncilKind = CouncilKind.EMULATION,
    ) -> None:
        super().__init__()
        self.side = Side(actions.page)
        self.invitation = InvitationPanel(actions, change_meeting)
        self.attendance = AttendancePanel(actions)
        self.cases = CasesPanel(actions, add_case, summarise, kind)
        self.votes = VotesPanel(actions, kind)
        self.marks = MarksPanel(actions)
        self.minutes = MinutesPanel(actions, kind)
        self.closing = ClosingPanel(actions)
        self._room = Card("Điểm danh")
        self._bar = ShareBar()
        self._away = label("", "small", wrap=True)
        self._room.body.addWidget(self._bar)
        self._room.body.addWidget(self._away)
        self._stack = QStackedWidget()
        self._counting = QStackedWidget()
        self._counting.addWidget(self.votes)
        self._counting.addWidget(self.marks)
        for panel in (self.invitation, self.attendance, self.cases, self._counting, self.minutes, self.closing):
            self._stack.addWidget(panel)
        left = QVBoxLayout()
        left.setSpacing(theme.CARD_GAP)
        left.addWidget(self._room)
        left.addWidget(self._stack, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(theme.CARD_GAP)
        self._halves.addLayout(left, 1)
        self._halves.addWidget(self.side)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side above the work where the window, or the scale of the screen, leaves too little beside it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        direction = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        if self._halves.direction() is not direction:
            self._halves.setDirection(direction)
            self.side.lie_down(narrow)

    def show_desk(self, desk: Desk, stage: Stage, now: datetime) -> None:
        """Show `desk` at `stage`."""
        by_marks = desk.record.vote_method is VoteMethod.MARKS
        self._counting.setCurrentWidget(self.marks if by_marks else self.votes)
        counting = self.marks if by_marks else self.votes
        for panel in (self.invitation, self.attendance, self.cases, counting, self.minutes):
            panel.show_desk(desk)
        self.closing.show_desk(desk, now)
        self._show_room(desk)
        self.show_stage(desk, stage, now)

    def show_stage(self, desk: Desk, stage: Stage, now: datetime) -> None:
        """Show the step `stage`."""
        self._stack.setCurrentIndex(stage)
        self.side.show_desk(desk, now.date(), stage)

    def start(self, stage: Stage) -> None:
        """Put the cursor where the work of `stage` begins."""
        starts = {
            Stage.ATTENDANCE: self.attendance.start,
            Stage.VOTES: self.start_counting,
            Stage.CLOSING: self.closing.start,
        }
        if stage in starts:
            starts[stage]()

    def start_counting(self) -> None:
        """Put the cursor where the next vote or mark is to be typed."""
        panel = self._counting.currentWidget()
        assert isinstance(panel, VotesPanel | MarksPanel)
        panel.start()

    @property
    def unsaved_count(self) -> int:
        """How many rows of votes or marks are typed and not saved."""
        if self._counting.currentWidget() is self.marks:
            return self.marks.unsaved_count
        return len(self.votes.table.votes.unsaved())

    def _show_room(self, desk: Desk) -> None:
        record = desk.record
        present, members, enough = present_count(record.members), len(record.members), has_quorum(record)
        quorum = f"cần {needed_at(record)} ({record.quorum_num}/{record.quorum_den})"
        lacking = "" if enough else " · chưa đủ túc số"
        self._room.set_head("Điểm danh", f"có mặt {present}/{members} thành viên · {quorum}{lacking}")
        self._bar.show_share(present / members if members else 0, State.GOOD if enough else State.WRONG)
        self._away.setText(absent_line(desk))
        self._away.setVisible(bool(self._away.text()))
