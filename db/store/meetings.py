"""Meetings of a council: their members' attendance, the cases put forward and the votes on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlmodel import SQLModel, col, select

from db.audit import record, record_all, row_values
from db.store.marks import criteria_of, has_marks, marks_of
from db.store.rows import change, found, insert, insert_all, number, remove
from db.tables import (
    AttendanceRow,
    CouncilMemberRow,
    CouncilRow,
    InitiativeAuthorRow,
    MeetingRow,
    NominationRow,
    TallyRow,
)
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import SubjectKind, subject_kind
from kimhoa_app.domain.councils import Attendance, CouncilKind, CouncilRole, MeetingState, VoteBase, VoteMethod
from kimhoa_app.domain.errors import NotFound, Refused
from kimhoa_app.domain.meetings import Case, MeetingRecord, MemberPresence, Votes

_NO_MEETING = "Không tìm thấy cuộc họp này."
_NO_CASE = "Không tìm thấy trường hợp này trong cuộc họp."


def add_meeting(uow: UnitOfWork, row_fields: Mapping[str, Any]) -> int:
    """Write a new meeting and return its number; `row_fields` are the columns of its row."""
    return insert(uow, MeetingRow(**row_fields))


def change_meeting(uow: UnitOfWork, meeting_id: int, values: Mapping[str, object], action: str = "change") -> None:
    """Write `values` into the meeting; raises NotFound."""
    change(uow, found(uow, MeetingRow, meeting_id, _NO_MEETING), values, action)


def reopen_meeting(uow: UnitOfWork, meeting_id: int, reason: str) -> None:
    """Open a closed meeting again and leave the reason in the trail; raises NotFound."""
    row = found(uow, MeetingRow, meeting_id, _NO_MEETING)
    before = row_values(row)
    row.state = MeetingState.HELD.value
    uow.session.flush()
    record(uow, "meeting", meeting_id, "reopen", before, row_values(row) | {"reason": reason})


def meeting_ids(uow: UnitOfWork, year: int | None = None, kind: CouncilKind | None = None) -> list[int]:
    """Return the meetings of `year`, or all, of councils of `kind`, or any, the earliest first."""
    query = select(MeetingRow).order_by(col(MeetingRow.held_on), col(MeetingRow.id))
    if year is not None:
        query = query.where(MeetingRow.year == year)
    if kind is not None:
        query = query.where(MeetingRow.council_id == CouncilRow.id, CouncilRow.kind == kind.value)
    return [number(row) for row in uow.session.exec(query)]


def seat_members(uow: UnitOfWork, meeting_id: int, member_ids: Iterable[int]) -> None:
    """Make the members of the meeting those given; who is new to it is taken as present."""
    wanted = set(member_ids)
    rows = uow.session.exec(select(AttendanceRow).where(AttendanceRow.meeting_id == meeting_id)).all()
    for row in rows:
        if row.member_id not in wanted:
            _remove_keyed(uow, row, meeting_id)
    for member_id in sorted(wanted - {row.member_id for row in rows}):
        row = AttendanceRow(meeting_id=meeting_id, member_id=member_id, state=Attendance.PRESENT.value)
        _write_keyed(uow, row, meeting_id, None)


def leave_prepared(uow: UnitOfWork, member_id: int) -> None:
    """Take a member out of every meeting that is only prepared."""
    query = (
        select(AttendanceRow)
        .join(MeetingRow, col(AttendanceRow.meeting_id) == col(MeetingRow.id))
        .where(AttendanceRow.member_id == member_id, MeetingRow.state == MeetingState.PREPARED.value)
    )
    for row in uow.session.exec(query).all():
        _remove_keyed(uow, row, row.meeting_id)


def set_attendance(uow: UnitOfWork, meeting_id: int, member_id: int, state: Attendance, reason: str) -> None:
    """Write whether a member is in the room; raises NotFound for someone who is no member of the meeting."""
    row = uow.session.get(AttendanceRow, (meeting_id, member_id))
    if row is None:
        raise NotFound("Người này không phải là thành viên dự cuộc họp.")
    before = row_values(row)
    row.state, row.reason = state.value, reason
    _write_keyed(uow, row, meeting_id, before)


def add_case(uow: UnitOfWork, meeting_id: int, case: Case) -> int:
    """Put a case before the meeting, after the others, and return its number; raises Refused for a second time."""
    return add_cases(uow, meeting_id, [case])[0]


def add_cases(uow: UnitOfWork, meeting_id: int, cases: Sequence[Case]) -> list[int]:
    """Put cases before the meeting as `add_case` does, many at once, and return their numbers."""
    others = _nominations(uow, meeting_id)
    taken = {_key(other) for other in others}
    first = max((other.position_in_list for other in others), default=0) + 1
    for case in cases:
        if case.key in taken:
            raise Refused(f"{case.name} đã được đưa ra xét {case.award_code}.")
        taken.add(case.key)
    return insert_all(uow, [_case_row(meeting_id, case, place) for place, case in enumerate(cases, first)])


def change_summary(uow: UnitOfWork, nomination_id: int, summary: str) -> None:
    """Write what a case is put forward for; raises NotFound."""
    change(uow, found(uow, NominationRow, nomination_id, _NO_CASE), {"summary": summary})


def remove_case(uow: UnitOfWork, nomination_id: int) -> None:
    """Take a case off the meeting; raises NotFound, Refused while it has votes or marks."""
    row = found(uow, NominationRow, nomination_id, _NO_CASE)
    if has_marks(uow, nomination_id):
        raise Refused(f"{row.subject_then} đã có phiếu chấm; hãy xóa phiếu chấm trước khi rút khỏi danh sách.")
    if uow.session.get(TallyRow, nomination_id) is not None:
        raise Refused(f"{row.subject_then} đã có phiếu; hãy xóa phiếu trước khi rút khỏi danh sách.")
    remove(uow, row)


def save_votes(uow: UnitOfWork, nomination_id: int, votes: Votes) -> None:
    """Write the checked votes on a case, new or over the old."""
    row = uow.session.get(TallyRow, nomination_id)
    if row is None:
        add_votes(uow, {nomination_id: votes})
        return
    before = row_values(row)
    for name, value in _tally(votes).items():
        setattr(row, name, value)
    _write_keyed(uow, row, nomination_id, before)


def add_votes(uow: UnitOfWork, votes_by_case: Mapping[int, Votes]) -> None:
    """Write the checked votes on cases that have none yet, by their numbers, many at once."""
    rows = {case_id: TallyRow(nomination_id=case_id, **_tally(votes)) for case_id, votes in votes_by_case.items()}
    uow.session.add_all(rows.values())
    uow.session.flush()
    if rows:
        record_all(uow, "tally", "add", [(case_id, None, row_values(row)) for case_id, row in rows.items()])


def clear_votes(uow: UnitOfWork, nomination_id: int) -> None:
    """Remove the votes on a case, if it has any."""
    row = uow.session.get(TallyRow, nomination_id)
    if row is not None:
        _remove_keyed(uow, row, nomination_id)


def read_record(uow: UnitOfWork, meeting_id: int) -> MeetingRecord:
    """Return all that is known of a meeting; raises NotFound."""
    row = found(uow, MeetingRow, meeting_id, _NO_MEETING)
    council = found(uow, CouncilRow, row.council_id, "Không tìm thấy Hội đồng của cuộc họp này.")
    return MeetingRecord(
        meeting_id=meeting_id,
        council_id=row.council_id,
        council_kind=CouncilKind(council.kind),
        council_name=council.name,
        council_decision=council.decision_number,
        council_decision_date=council.decision_date,
        year=row.year,
        held_on=row.held_on,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=row.place,
        state=MeetingState(row.state),
        vote_method=VoteMethod(row.vote_method),
        vote_base=VoteBase(row.vote_base),
        quorum_num=row.quorum_num,
        quorum_den=row.quorum_den,
        written_opinions=row.written_opinions,
        ballots_issued=row.ballots_issued,
        ballots_returned=row.ballots_returned,
        members=_members(uow, meeting_id),
        cases=_cases(uow, meeting_id),
        note=row.note,
        criteria=criteria_of(uow, meeting_id),
        pass_mark=row.pass_mark,
    )


def case_meeting(uow: UnitOfWork, nomination_id: int) -> int:
    """Return the meeting of a case; raises NotFound."""
    return found(uow, NominationRow, nomination_id, _NO_CASE).meeting_id


def _members(uow: UnitOfWork, meeting_id: int) -> tuple[MemberPresence, ...]:
    query = (
        select(AttendanceRow, CouncilMemberRow)
        .where(AttendanceRow.member_id == CouncilMemberRow.id)
        .where(AttendanceRow.meeting_id == meeting_id)
        .order_by(col(CouncilMemberRow.position_in_list), col(CouncilMemberRow.id))
    )
    return tuple(
        MemberPresence(
            seat.member_id, member.full_name, member.position, CouncilRole(member.role), Attendance(seat.state),
            seat.reason, member.person_id,
        )
        for seat, member in uow.session.exec(query)
    )  # fmt: skip


def _nominations(uow: UnitOfWork, meeting_id: int) -> list[NominationRow]:
    return list(uow.session.exec(select(NominationRow).where(NominationRow.meeting_id == meeting_id)))


def _tally(votes: Votes) -> dict[str, int]:
    return {
        "votes_for": votes.votes_for,
        "votes_against": votes.votes_against,
        "votes_other": votes.votes_other,
        "base": votes.base,
        "threshold": votes.threshold,
    }


def _case_row(meeting_id: int, case: Case, place: int) -> NominationRow:
    return NominationRow(
        meeting_id=meeting_id,
        registration_id=case.registration_id,
        person_id=case.person_id,
        unit_id=case.unit_id,
        household_id=case.household_id,
        initiative_id=case.initiative_id,
        award_code=case.award_code,
        subject_then=case.name,
        position_then=case.position,
        unit_then=case.unit,
        summary=case.summary,
        position_in_list=place,
    )


def _cases(uow: UnitOfWork, meeting_id: int) -> tuple[Case, ...]:
    query = (
        select(NominationRow, TallyRow)
        .join(TallyRow, col(TallyRow.nomination_id) == NominationRow.id, isouter=True)
        .where(NominationRow.meeting_id == meeting_id)
        .order_by(col(NominationRow.position_in_list), col(NominationRow.id))
    )
    sheets, authors = marks_of(uow, meeting_id), _authors(uow, meeting_id)
    return tuple(
        replace(_case(row, tally), sheets=sheets.get(number(row), ()), author_ids=tuple(authors.get(number(row), ())))
        for row, tally in uow.session.exec(query)
    )


def _authors(uow: UnitOfWork, meeting_id: int) -> dict[int, list[int]]:
    """Return the authors of the initiatives before a meeting, by the number of the case, the largest share first."""
    query = (
        select(NominationRow.id, InitiativeAuthorRow.person_id)
        .join(InitiativeAuthorRow, col(InitiativeAuthorRow.initiative_id) == NominationRow.initiative_id)
        .where(NominationRow.meeting_id == meeting_id)
        .order_by(col(InitiativeAuthorRow.share).desc(), col(InitiativeAuthorRow.person_id))
    )
    authors: dict[int, list[int]] = {}
    for case_id, person_id in uow.session.exec(query):
        authors.setdefault(case_id or 0, []).append(person_id)
    return authors


def _key(row: NominationRow) -> tuple[int | None, int | None, int | None, int | None, str]:
    return row.person_id, row.unit_id, row.household_id, row.initiative_id, row.award_code


def _case(row: NominationRow, tally: TallyRow | None) -> Case:
    votes = None
    if tally is not None:
        votes = Votes(tally.votes_for, tally.votes_against, tally.votes_other, tally.base, tally.threshold)
    subject = SubjectKind.INITIATIVE if row.initiative_id else subject_kind(row.person_id, row.unit_id)
    return Case(
        number(row), subject, row.subject_then, row.position_then, row.unit_then, row.award_code, row.summary, votes,
        row.registration_id, row.person_id, row.unit_id, row.household_id, initiative_id=row.initiative_id,
    )  # fmt: skip


def _write_keyed(uow: UnitOfWork, row: SQLModel, entity_id: int, before: Mapping[str, object] | None) -> None:
    """Write a row that has no number of its own; the trail knows it by the number of what it belongs to."""
    uow.session.add(row)
    uow.session.flush()
    after = row_values(row)
    if after != before:
        record(uow, str(row.__tablename__), entity_id, "change" if before else "add", before, after)


def _remove_keyed(uow: UnitOfWork, row: SQLModel, entity_id: int) -> None:
    record(uow, str(row.__tablename__), entity_id, "delete", row_values(row), None)
    uow.session.delete(row)
    uow.session.flush()
