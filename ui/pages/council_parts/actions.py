"""What the secretary does at the desk, each written at once and shown on the page that asked."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.councils import Attendance, CouncilKind
from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.domain.meetings import Case
from kimhoa_app.services import council_desk, documents, initiative_cases, meetings, nominations
from kimhoa_app.services.council_desk import Desk
from ui.pages.base import Page
from ui.pages.exporting import Paper, print_paper, save_paper

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace


class DeskActions:
    """The ways in which the parts of the page change the meeting that is shown."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.desk: Desk

    @property
    def meeting_id(self) -> int:
        """The meeting that is shown."""
        return self.desk.record.meeting_id

    def set_attendance(self, member_ids: Sequence[int], state: Attendance) -> None:
        """Write `state` for the members; a reason already given stays with who is still not there."""
        meeting_id = self.meeting_id
        reasons = {member.member_id: member.reason for member in self.desk.record.members}

        def work(workspace: "Workspace") -> None:
            for member_id in member_ids:
                meetings.set_attendance(workspace, meeting_id, member_id, state, reasons[member_id])

        self.page.change(work, "meetings")

    def set_reason(self, member_id: int, reason: str) -> None:
        """Write why a member is not there."""
        meeting_id = self.meeting_id
        state = next(each.attendance for each in self.desk.record.members if each.member_id == member_id)
        self.page.change(
            lambda workspace: meetings.set_attendance(workspace, meeting_id, member_id, state, reason), "meetings"
        )

    def set_ballots(self, issued: int, returned: int, *, refused: Callable[[KimHoaError], None]) -> None:
        """Write the ballots issued and returned; what is refused is told to the fields."""
        meeting_id, context = self.meeting_id, self.page.context
        context.runner.submit(
            lambda: meetings.set_ballots(context.workspace, meeting_id, issued, returned),
            done=lambda _nothing: context.announce("meetings"),
            failed=refused,
        )

    def enter_votes(self, nomination_id: int, votes_for: int, votes_against: int, votes_other: int) -> None:
        """Write the votes on a case that add up."""
        meeting_id = self.meeting_id
        self.page.change(
            lambda workspace: nominations.enter_votes(
                workspace, meeting_id, nomination_id, votes_for, votes_against, votes_other
            ),
            "meetings",
        )

    def clear_votes(self, nomination_id: int) -> None:
        """Take the votes off a case, with a way to have them back."""
        case = self._case(nomination_id)
        votes = case.votes
        assert votes is not None
        undo = partial(self.enter_votes, nomination_id, votes.votes_for, votes.votes_against, votes.votes_other)
        self.page.change(
            lambda workspace: nominations.clear_votes(workspace, nomination_id),
            "meetings",
            said=f"Đã xóa phiếu của {case.name}.",
            undo=undo,
        )

    def vote_all_for(self, nomination_ids: Sequence[int]) -> None:
        """Write all votes as for on the cases that have none that fit; exceptions are corrected afterwards."""
        meeting_id, context = self.meeting_id, self.page.context
        empty = {case.nomination_id for case in self.desk.record.cases if case.votes is None}

        def done(filled: tuple[int, ...]) -> None:
            undo = partial(self._clear_all, filled) if empty.issuperset(filled) else None
            words = f"Đã điền tất cả đồng ý cho {len(filled)} trường hợp; sửa lại các trường hợp khác."
            context.notify(words if filled else "Các dòng đã chọn đều có phiếu; không dòng nào thay đổi.", undo)

        self.page.change(
            lambda workspace: nominations.vote_all_for(workspace, meeting_id, nomination_ids), "meetings", done=done
        )

    def take_cases(self) -> None:
        """Put before the meeting what was registered, or submitted to the council, since."""
        meeting_id, context, kind = self.meeting_id, self.page.context, self.desk.record.council_kind
        what, source = ("đăng ký", "từ đăng ký") if kind is CouncilKind.EMULATION else ("sáng kiến đã nộp", "đã nộp")

        def done(new: int) -> None:
            context.notify(f"Đã thêm {new} trường hợp {source}." if new else f"Mọi {what} đều đã có trong danh sách.")

        self.page.change(lambda workspace: council_desk.take_cases(workspace, meeting_id, kind), "meetings", done=done)

    def enter_marks(self, sheets: Mapping[tuple[int, int], Sequence[int] | None]) -> None:
        """Write the marks of members by case and member."""
        meeting_id = self.meeting_id
        self.page.change(lambda workspace: initiative_cases.enter_marks(workspace, meeting_id, sheets), "meetings")

    def remove(self, cases: Sequence[Case]) -> None:
        """Take cases off the meeting, with a way to have them back."""
        meeting_id = self.meeting_id

        def work(workspace: "Workspace") -> None:
            for case in cases:
                nominations.remove_nomination(workspace, case.nomination_id)

        def put_back(workspace: "Workspace") -> None:
            for case in cases:
                if case.initiative_id is not None:
                    initiative_cases.put_forward(workspace, meeting_id, case.initiative_id)
                    continue
                nominations.add_nomination(
                    workspace,
                    meeting_id,
                    case.award_code,
                    person_id=case.person_id,
                    unit_id=case.unit_id,
                    summary=case.summary,
                )

        said = f"Đã rút {cases[0].name}." if len(cases) == 1 else f"Đã rút {len(cases)} trường hợp."
        self.page.change(work, "meetings", said=said, undo=lambda: self.page.change(put_back, "meetings"))

    def close(self, ends_at: str) -> None:
        """Close the meeting, or say what is still missing."""
        meeting_id = self.meeting_id
        self.page.change(
            lambda workspace: meetings.close_meeting(workspace, meeting_id, ends_at),
            "meetings",
            said="Cuộc họp đã kết thúc; số liệu được khóa.",
        )

    def open_paper(self, template_id: str) -> None:
        """Go to the paper where its text is edited: the one already drafted, or a new one."""
        drafted = self.desk.papers.get(template_id)
        if drafted is not None:
            self.page.context.navigate("ke-hoach", document_id=drafted.id)
        else:
            year = self.desk.record.year
            self.page.context.navigate("ke-hoach", template_id=template_id, meeting_id=self.meeting_id, year=year)

    def save_paper(self, template_id: str) -> None:
        """Ask where to and write the paper as a Word file."""
        save_paper(self.page, self.paper(template_id), ".docx")

    def print_paper(self, template_id: str) -> None:
        """Print the paper."""
        print_paper(self.page, self.paper(template_id))

    def paper(self, template_id: str) -> Paper:
        """Return the paper of the meeting: as it was drafted and edited, else made from what is entered now."""
        drafted, record = self.desk.papers.get(template_id), self.desk.record

        def make(workspace: "Workspace") -> OfficialDocument:
            if drafted is not None:
                return documents.read_draft(workspace, drafted.id).document
            return documents.draft(workspace, template_id, record.year, {}, record.meeting_id)

        return Paper(make, f"{template_id}-{record.held_on:%Y-%m-%d}")

    def _clear_all(self, nomination_ids: Sequence[int]) -> None:
        def work(workspace: "Workspace") -> None:
            for nomination_id in nomination_ids:
                nominations.clear_votes(workspace, nomination_id)

        self.page.change(work, "meetings")

    def _case(self, nomination_id: int) -> Case:
        return next(case for case in self.desk.record.cases if case.nomination_id == nomination_id)
