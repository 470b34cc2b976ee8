"""The page "Hội đồng": the desk of the council's secretary, from the invitation to the closed minutes."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QMenu
from typing_extensions import override

from kimhoa_app.domain.councils import CouncilKind, MeetingState
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.meetings import Case
from kimhoa_app.services import council_desk, staff, units
from kimhoa_app.services.council_desk import CouncilWork, Desk
from kimhoa_app.services.initiative_uses import notes_of_people
from kimhoa_app.text.dates import list_date
from ui.dialogs.council_decision import open_council_dialog
from ui.dialogs.council_meeting import open_change_dialog, open_prepare_dialog, open_reopen_dialog
from ui.dialogs.council_members import MembersDialog
from ui.dialogs.nomination import open_nomination_dialog, open_summary_dialog
from ui.pages.base import Page, Showcase
from ui.pages.council_parts.actions import DeskActions
from ui.pages.council_parts.desk_view import DeskView
from ui.pages.council_parts.first_step import first_step
from ui.pages.council_parts.steps import INVITATION, MINUTES, Stage, entered_count, has_minutes, next_stage
from ui.widgets.buttons import plain_button, primary_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class CouncilPage(Page):
    """The meeting of the working year, one step at a time; without a council or a meeting, the first step to one."""

    kind: ClassVar[CouncilKind] = CouncilKind.EMULATION
    subject: ClassVar[str] = "thi đua"
    waiting: ClassVar[str] = "mọi đăng ký của năm"
    reads: ClassVar[frozenset[str]] = frozenset(
        {"councils", "meetings", "registrations", "people", "units", "office", "settings", "documents"}
    )

    def __init__(self, parent: "QWidget | None" = None) -> None:
        super().__init__(parent)
        self._work: CouncilWork | None = None
        self._meeting_id: int | None = None
        self.stage: Stage | None = None
        self.secretary = DeskActions(self)
        self.desk_view = DeskView(self.secretary, self.change_meeting, self.add_case, self.summarise, self.kind)
        self.desk_view.side.stepper.chosen.connect(lambda place: self.go_to(Stage(place)))
        self.body.addWidget(self.desk_view)
        self.other_button = plain_button("Cuộc họp khác", self._choose_meeting)
        self.members_button = plain_button("Thành viên Hội đồng", self.show_members, icon="people")
        self.next_button = primary_button("", self.take_next_step)
        self.offer(self.other_button, self.members_button, self.next_button)

    @override
    def refresh(self) -> None:
        year, meeting_id, kind = self.context.year, self._meeting_id, self.kind
        self.read(lambda workspace: council_desk.read_work(workspace, year, meeting_id, kind), self._show)

    @override
    def focus_on(self, **args: object) -> None:
        meeting_id, stage = args.get("meeting_id"), args.get("stage")
        if isinstance(meeting_id, int):
            self._meeting_id, self.stage = meeting_id, None
        if isinstance(stage, int):
            self.stage = Stage(stage)

    @override
    def showcase(self) -> Showcase:
        if self._work is None or self._work.council is None:
            return {"lap-hoi-dong": self.set_up_council}
        cases: Showcase = {"thanh-vien": self.show_members, "chuan-bi": self._prepare_now}
        if self._work.desk is not None:
            for stage in Stage:
                cases[f"buoc-{stage + 1}"] = partial(self.go_to, stage)
        return cases

    def go_to(self, stage: Stage) -> None:
        """Show the step `stage` of the meeting."""
        desk = self._work.desk if self._work is not None else None
        if desk is not None:
            self.stage = stage
            self.desk_view.show_stage(desk, stage, self.context.workspace.now)
            self._name_next_step(desk)
            self.desk_view.start(stage)

    def take_next_step(self) -> None:
        """Do the one thing that comes next where the secretary stands."""
        desk = self.secretary.desk
        match self.stage:
            case Stage.INVITATION if INVITATION not in desk.papers and desk.record.state is MeetingState.PREPARED:
                self.secretary.open_paper(INVITATION)
            case Stage.MINUTES if not has_minutes(desk):
                self.secretary.open_paper(MINUTES[self.kind])
            case Stage.VOTES if self.desk_view.unsaved_count or entered_count(desk) < len(desk.record.cases):
                self._say_votes_missing(desk)
            case Stage.CLOSING if desk.record.state is MeetingState.CLOSED:
                open_reopen_dialog(self.context, desk.record.meeting_id, self._announce_meetings, self)
            case Stage.CLOSING:
                self.desk_view.closing.close_meeting()
            case Stage() as stage:
                self.go_to(Stage(stage + 1))

    def set_up_council(self) -> "QWidget":
        """Ask for the decision that sets up the council."""
        name = council_desk.propose_council_name(self.context.workspace, self.kind)
        return open_council_dialog(self.context, name, self._after_set_up, kind=self.kind, parent=self)

    def show_members(self) -> "QWidget":
        """Show the members of the council in office on the meeting's day, else today."""
        desk = self._work.desk if self._work is not None else None
        day = desk.record.held_on if desk is not None else self.context.workspace.today
        changed = partial(self.context.announce, "councils", "meetings")
        dialog = MembersDialog(self.context, day, changed, self, self.kind)
        dialog.open()
        return dialog

    def prepare_meeting(self) -> None:
        """Ask for the day, the time and the place of a new meeting, all proposed."""
        year = self.context.year
        self.context.runner.submit(
            lambda: council_desk.propose_meeting(self.context.workspace, year), done=self._ask_for, failed=self.fail
        )

    def change_meeting(self) -> None:
        """Change the day, the place or the way of voting."""
        open_change_dialog(self.context, self.secretary.desk.record, lambda _v: self.context.announce("meetings"), self)

    def add_case(self) -> None:
        """Put one more case before the meeting."""
        record = self.secretary.desk.record
        workspace, day = self.context.workspace, record.held_on

        def subjects() -> tuple[list[staff.PersonEntry], list[units.UnitEntry], dict[int, str]]:
            standing = [unit for unit in units.list_units(workspace, day) if unit.exists_on(day)]
            return staff.list_people(workspace, day), standing, notes_of_people(workspace, record.year)

        def ask(found: tuple[list[staff.PersonEntry], list[units.UnitEntry], dict[int, str]]) -> None:
            people, standing, notes = found
            done = self._announce_meetings
            open_nomination_dialog(self.context, record.meeting_id, people, standing, done, notes, self)

        self.context.runner.submit(subjects, done=ask, failed=self.fail)

    def summarise(self, case: Case) -> None:
        """Write what a case is put forward for."""
        open_summary_dialog(self.context, case, lambda _v: self.context.announce("meetings"), self)

    def _show(self, work: CouncilWork) -> None:
        self._work = work
        desk = work.desk
        for button in (self.other_button, self.next_button):
            button.setVisible(desk is not None)
        self.members_button.setVisible(work.council is not None and desk is not None)
        if desk is None:
            self._show_first_step(work)
            return
        self.show_empty(None)
        if self.stage is None or self._meeting_id not in (None, desk.record.meeting_id):
            self.stage = next_stage(desk, self.context.workspace.today)
        self._meeting_id = desk.record.meeting_id
        self.secretary.desk = desk
        self._head(desk)
        self.desk_view.show_desk(desk, self.stage, self.context.workspace.now)
        self._name_next_step(desk)

    def _show_first_step(self, work: CouncilWork) -> None:
        self.stage = None
        title, line, empty = first_step(self, work.council)
        self.say(title, line)
        self.show_empty(empty)

    def _head(self, desk: Desk) -> None:
        record = desk.record
        line = f"{record.council_name} · {list_date(record.held_on)} · {label(record.state).lower()}"
        self.say(f"Họp xét {self.subject} năm {record.year}", line)

    def _name_next_step(self, desk: Desk) -> None:
        prepared = desk.record.state is MeetingState.PREPARED
        closed = desk.record.state is MeetingState.CLOSED
        names = {
            Stage.INVITATION: "Soạn giấy mời" if prepared and INVITATION not in desk.papers else "Sang điểm danh",
            Stage.ATTENDANCE: "Điểm danh xong",
            Stage.CASES: "Sang nhập kết quả",
            Stage.VOTES: "Kiểm phiếu xong",
            Stage.MINUTES: "Sang kết thúc" if has_minutes(desk) else "Soạn biên bản",
            Stage.CLOSING: "Mở lại cuộc họp" if closed else "Kết thúc cuộc họp",
        }
        self.next_button.setText(names[self.stage or Stage.INVITATION])

    def _say_votes_missing(self, desk: Desk) -> None:
        open_count = len(desk.record.cases) - entered_count(desk)
        unsaved = self.desk_view.unsaved_count
        typed = f", trong đó {unsaved} dòng đang gõ chưa khớp tổng" if unsaved else ""
        self.banner.say(f"Còn {max(open_count, unsaved)} trường hợp chưa có kết quả{typed}.")
        self.desk_view.start_counting()

    def _choose_meeting(self) -> None:
        menu = self.meeting_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.other_button.mapToGlobal(self.other_button.rect().bottomLeft()))

    def meeting_menu(self) -> QMenu:
        """Return the menu of the year's meetings, with one to prepare another."""
        menu = QMenu(self)
        for meeting_id, day in self._work.meetings if self._work is not None else ():
            entry = menu.addAction(f"Cuộc họp ngày {list_date(day)}")
            entry.setCheckable(True)
            entry.setChecked(meeting_id == self._meeting_id)
            entry.triggered.connect(partial(self._open_meeting, meeting_id))
        menu.addSeparator()
        menu.addAction("Chuẩn bị cuộc họp khác…").triggered.connect(self.prepare_meeting)
        return menu

    def _open_meeting(self, meeting_id: int, _checked: bool = False) -> None:
        self._meeting_id, self.stage = meeting_id, None
        self.refresh()

    def _after_set_up(self, _council_id: int) -> None:
        self.context.announce("councils", "meetings")
        self.show_members()

    def _after_preparing(self, prepared: tuple[int, int]) -> None:
        self._meeting_id, self.stage = prepared[0], None
        self.context.notify(f"Đã chuẩn bị cuộc họp với {prepared[1]} trường hợp đưa ra xét.")
        self.context.announce("meetings")

    def _announce_meetings(self, _nothing: object) -> None:
        self.context.announce("meetings")

    def _ask_for(self, proposal: council_desk.MeetingProposal) -> None:
        open_prepare_dialog(self.context, proposal, self._after_preparing, self, self.kind)

    def _prepare_now(self) -> "QWidget":
        proposal = council_desk.propose_meeting(self.context.workspace, self.context.year)
        return open_prepare_dialog(self.context, proposal, self._after_preparing, self, self.kind)
