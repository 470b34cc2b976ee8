"""A council's meeting as its papers tell it: groups that vanish when empty, shares, counts; all from the record."""

from dataclasses import dataclass

from kimhoa_app.domain.awards import SubjectKind, award, award_name
from kimhoa_app.domain.councils import Attendance, CouncilRole, VoteBase, VoteMethod
from kimhoa_app.domain.marks import shown_points
from kimhoa_app.domain.meeting_rules import base_for, base_kind, outcome
from kimhoa_app.domain.meetings import Case, MeetingRecord, MemberPresence, Votes
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.quorum import has_quorum, needed_at, present_count, voter_count
from kimhoa_app.text.numbers import percent, roman

_HEADINGS = {
    SubjectKind.COLLECTIVE: ("Tập thể", "tập thể"),
    SubjectKind.PERSON: ("Cá nhân", "cá nhân"),
    SubjectKind.HOUSEHOLD: ("Hộ gia đình", "hộ gia đình"),
    SubjectKind.INITIATIVE: ("Sáng kiến", "sáng kiến"),
}
ROLE_NAMES = {
    CouncilRole.CHAIR: "Chủ tịch Hội đồng",
    CouncilRole.FIRST_VICE_CHAIR: "Phó Chủ tịch thứ nhất Hội đồng",
    CouncilRole.VICE_CHAIR: "Phó Chủ tịch Hội đồng",
    CouncilRole.MEMBER: "Ủy viên",
    CouncilRole.SECRETARY: "Thư ký Hội đồng",
}
_BASES = {
    VoteBase.ALL_MEMBERS: "tổng số thành viên Hội đồng theo quyết định thành lập",
    VoteBase.PRESENT: "số thành viên tham gia biểu quyết",
}


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member as lists of those in the room name one; `reason` says why the member was not there."""

    full_name: str
    position: str
    role: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """The marks of one member in the order of the criteria, as people read them, and their sum."""

    member: str
    points: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """What marks are given for, and the most that can be given."""

    name: str
    most: str


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in its group; `share` is "93,33%", or "85,5" where marks are given, empty until something is entered.

    `exception` is why the case is put forward against the conditions, "" where it is not.
    """

    number: int
    name: str
    post: str
    award: str
    summary: str
    votes: Votes | None
    share: str
    passed: bool
    exception: str = ""
    sheets: tuple[SheetLine, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """The cases of one kind of subject, with the Roman numeral that the group has among those that are not empty."""

    label: str
    heading: str
    cases: tuple[CaseLine, ...]


@dataclass(frozen=True, slots=True)
class AwardCount:
    """How many cases of one award and one kind of subject were put forward and passed.

    `needed` is "từ 70%"; the share is taken of `base` people, whom `base_name` names.
    """

    award: str
    subject: str
    proposed: int
    passed: int
    needed: str
    base: int
    base_name: str


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    """A meeting with everything that its invitation, ballot and minutes print."""

    record: MeetingRecord
    chair: MemberLine | None
    secretary: MemberLine | None
    present: tuple[MemberLine, ...]
    written: tuple[MemberLine, ...]
    absent: tuple[MemberLine, ...]
    member_count: int
    present_count: int
    needed: int
    has_quorum: bool
    voter_count: int
    is_secret: bool
    is_by_marks: bool
    criteria: tuple[CriterionLine, ...]
    pass_mark: str
    groups: tuple[CaseGroup, ...]
    counts: tuple[AwardCount, ...]

    @property
    def has_one_base(self) -> bool:
        """Whether the shares of all awards are taken of the same people."""
        return len({count.base_name for count in self.counts}) == 1

    @property
    def exceptions(self) -> tuple[CaseLine, ...]:
        """The cases that are put forward against the conditions, in the order of the groups."""
        return tuple(case for group in self.groups for case in group.cases if case.exception)

    @property
    def passed_count(self) -> int:
        """How many cases reached their threshold."""
        return sum(count.passed for count in self.counts)

    @property
    def case_count(self) -> int:
        """How many cases were put forward."""
        return sum(count.proposed for count in self.counts)


def meeting_paper(record: MeetingRecord, office: OfficeKind) -> MeetingPaper:
    """Return what the papers of the meeting print in such an office."""
    return MeetingPaper(
        record=record,
        chair=_holder(record, CouncilRole.CHAIR),
        secretary=_holder(record, CouncilRole.SECRETARY),
        present=_members(record, Attendance.PRESENT),
        written=_members(record, Attendance.WRITTEN_OPINION),
        absent=_members(record, Attendance.ABSENT_EXCUSED, Attendance.ABSENT),
        member_count=len(record.members),
        present_count=present_count(record.members),
        needed=needed_at(record),
        has_quorum=has_quorum(record),
        voter_count=voter_count(record),
        is_secret=record.vote_method is VoteMethod.SECRET_BALLOT,
        is_by_marks=record.vote_method is VoteMethod.MARKS,
        criteria=tuple(CriterionLine(each.name, shown_points(each.most)) for each in record.criteria),
        pass_mark=shown_points(record.pass_mark or 0),
        groups=_groups(record, office),
        counts=_counts(record, office),
    )


def _holder(record: MeetingRecord, role: CouncilRole) -> MemberLine | None:
    return next((_member(member) for member in record.members if member.role is role), None)


def _members(record: MeetingRecord, *states: Attendance) -> tuple[MemberLine, ...]:
    return tuple(_member(member) for member in record.members if member.attendance in states)


def _member(member: MemberPresence) -> MemberLine:
    unexcused = "vắng không có lý do" if member.attendance is Attendance.ABSENT else ""
    return MemberLine(member.full_name, member.position, ROLE_NAMES[member.role], member.reason or unexcused)


def _groups(record: MeetingRecord, office: OfficeKind) -> tuple[CaseGroup, ...]:
    by_subject = {subject: [case for case in record.cases if case.subject is subject] for subject in _HEADINGS}
    filled = [(subject, group) for subject, group in by_subject.items() if group]
    return tuple(
        CaseGroup(
            roman(place),
            _HEADINGS[subject][0],
            tuple(_case(n, case, record, office) for n, case in enumerate(group, 1)),
        )
        for place, (subject, group) in enumerate(filled, 1)
    )


def _case(number: int, case: Case, record: MeetingRecord, office: OfficeKind) -> CaseLine:
    share, passed = outcome(record, case) or (None, False)
    shown = shown_points if record.vote_method is VoteMethod.MARKS else percent
    return CaseLine(
        number=number,
        name=case.name,
        post=", ".join(part for part in (case.position, case.unit) if part and part != case.name),
        award=award_name(case.award_code, office, case.name),
        summary=case.summary,
        votes=case.votes,
        share="" if share is None else shown(share),
        passed=passed,
        sheets=_sheets(case, record),
        exception=case.exception,
    )


def _sheets(case: Case, record: MeetingRecord) -> tuple[SheetLine, ...]:
    names = {member.member_id: member.full_name for member in record.members}
    sheets = [sheet for member in record.members for sheet in case.sheets if sheet.member_id == member.member_id]
    return tuple(
        SheetLine(names[sheet.member_id], tuple(map(shown_points, sheet.points)), shown_points(sheet.total))
        for sheet in sheets
    )


def _counts(record: MeetingRecord, office: OfficeKind) -> tuple[AwardCount, ...]:
    kinds = {(case.award_code, case.subject) for case in record.cases}
    order = sorted(kinds, key=lambda kind: (list(_HEADINGS).index(kind[1]), award(kind[0]).rank))
    return tuple(_count(code, subject, record, office) for code, subject in order)


def _count(code: str, subject: SubjectKind, record: MeetingRecord, office: OfficeKind) -> AwardCount:
    cases = [case for case in record.cases if (case.award_code, case.subject) == (code, subject)]
    cast = [case.votes for case in cases if case.votes is not None]
    names = {award_name(code, office, case.name) for case in cases}
    return AwardCount(
        award=names.pop() if len(names) == 1 else award(code).name,
        subject=_HEADINGS[subject][1],
        proposed=len(cases),
        passed=sum(result[1] for case in cases if (result := outcome(record, case)) is not None),
        needed=f"từ {percent(cast[0].threshold)}" if cast else "",
        base=base_for(record, code),
        base_name=_BASES[base_kind(record, code)],
    )
