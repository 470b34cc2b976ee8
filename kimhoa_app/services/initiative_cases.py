"""Initiatives before their council: put forward, marked by the members, and what the council said of each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from db.store import cases as case_store
from db.store import marks as mark_store
from db.store import meetings as store
from db.store.initiatives import AuthorShare, InitiativeEntry, list_initiatives
from db.store.subjects import people_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.councils import CouncilKind, MeetingState, VoteMethod
from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused
from kimhoa_app.domain.initiatives import Hearing
from kimhoa_app.domain.marks import checked_points
from kimhoa_app.domain.meeting_rules import markers, outcome
from kimhoa_app.domain.meetings import Case, MeetingRecord
from kimhoa_app.services.meetings import open_record
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.numbers import percent

RECOGNITION = "SK"
"""The code in the catalogue under which a council votes on an initiative."""


def take_initiatives(workspace: Workspace, meeting_id: int) -> int:
    """Put the initiatives of the meeting's year that wait for the council before it; return how many are new.

    One that is recognised, or that the council has had before it already, does not wait. Raises NotFound, and Refused
    for a closed meeting.
    """
    with workspace.begin() as uow:
        record = open_record(uow, meeting_id)
        heard = hearings(uow)
        waiting = [
            entry for entry in list_initiatives(uow, record.year)
            if entry.decision is None and entry.id not in heard
        ]  # fmt: skip
        case_store.add_cases(uow, meeting_id, initiative_cases(uow, record, waiting))
        uow.commit()
    return len(waiting)


def put_forward(workspace: Workspace, meeting_id: int, initiative_id: int) -> int:
    """Put one initiative before the meeting and return the number of the case.

    Raises NotFound, and Refused for a closed meeting or one that stands before it already.
    """
    with workspace.begin() as uow:
        record = open_record(uow, meeting_id)
        entries = [entry for entry in list_initiatives(uow) if entry.id == initiative_id]
        if not entries:
            raise NotFound("Không tìm thấy sáng kiến này.")
        (case_id,) = case_store.add_cases(uow, meeting_id, initiative_cases(uow, record, entries))
        uow.commit()
    return case_id


def enter_marks(
    workspace: Workspace, meeting_id: int, sheets: Mapping[tuple[int, int], Sequence[int] | None]
) -> MeetingRecord:
    """Write the marks of members by (case, member), in the order of the criteria; None takes a sheet back.

    All or none are written; returns the meeting with its new results. Raises InvalidInput for `points`, with the member
    and the criterion at fault, NotFound, and Refused for a closed meeting, one that votes, or a member without a say.
    """
    with workspace.begin() as uow:
        record = open_record(uow, meeting_id)
        if record.vote_method is not VoteMethod.MARKS:
            raise Refused("Cuộc họp này biểu quyết, không chấm điểm theo tiêu chí.")
        cases = {case.nomination_id: case for case in record.cases}
        for (case_id, member_id), points in sheets.items():
            if case_id not in cases:
                raise NotFound("Không tìm thấy sáng kiến này trong cuộc họp.")
            checked = None if points is None else _checked(record, cases[case_id], member_id, points)
            mark_store.save_sheet(uow, case_id, member_id, checked)
        store.change_meeting(uow, meeting_id, {"state": MeetingState.HELD})
        uow.commit()
        return store.read_record(uow, meeting_id)


def hearings(uow: UnitOfWork) -> dict[int, Hearing]:
    """Return for each initiative the last meeting that had it before it, and what came of it once it is closed."""
    found: dict[int, Hearing] = {}
    for meeting_id in store.meeting_ids(uow, kind=CouncilKind.INITIATIVE):
        record = store.read_record(uow, meeting_id)
        closed = record.state is MeetingState.CLOSED
        for case in record.cases:
            result = outcome(record, case)
            passed = result is not None and result[1] if closed else None
            found[case.initiative_id or 0] = Hearing(meeting_id, record.held_on, passed)
    return found


def _checked(record: MeetingRecord, case: Case, member_id: int, points: Sequence[int]) -> dict[int, int]:
    allowed = {member.member_id: member.full_name for member in markers(record, case)}
    if member_id not in allowed:
        raise Refused("Chỉ thành viên dự họp và không phải là tác giả được chấm điểm sáng kiến này.")
    try:
        checked = checked_points(record.criteria, points)
    except InvalidInput as error:
        raise InvalidInput("points", f"{allowed[member_id]} · {error.message}") from None
    return {criterion.place: given for criterion, given in zip(record.criteria, checked, strict=True)}


def initiative_cases(uow: UnitOfWork, record: MeetingRecord, entries: Sequence[InitiativeEntry]) -> list[Case]:
    """Return the cases that initiatives make: where a person has the unit, the authors with their units of that day."""
    units = {person.id: person.unit for person in people_on(uow, record.held_on)}
    return [_case(entry, units) for entry in entries]


def _case(entry: InitiativeEntry, units: Mapping[int, str]) -> Case:
    authors = [
        _author(author, units.get(author.person_id, ""), alone=len(entry.authors) == 1) for author in entry.authors
    ]
    return replace(
        Case(0, SubjectKind.INITIATIVE, entry.initiative.name, "", ", ".join(authors), RECOGNITION),
        summary=entry.initiative.summary,
        initiative_id=entry.id,
    )


def _author(author: AuthorShare, unit: str, *, alone: bool) -> str:
    """Return an author as papers name one: "Lê Thị Ánh (Văn phòng) 60%"; who is alone has no share."""
    parts = (author.full_name, f"({unit})" if unit else "", "" if alone else percent(author.share))
    return " ".join(part for part in parts if part)
