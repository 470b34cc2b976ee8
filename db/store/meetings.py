"""Meetings of a council: their members' attendance, the cases put forward and the votes on them."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlmodel import SQLModel, col, select

from db.audit import record, row_values
from db.store.rows import change, found, insert, number, remove
from db.tables import AttendanceRow, CouncilMemberRow, CouncilRow, MeetingRow, NominationRow, TallyRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import SubjectKind
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


def meeting_ids(uow: UnitOfWork, year: int | None = None) -> list[int]:
    """Return the meetings of `year`, or all, the earliest first."""
    query = select(MeetingRow).order_by(col(MeetingRow.held_on), col(MeetingRow.id))
    if year is not None:
        query = query.where(MeetingRow.year == year)
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
    others = _nominations(uow, meeting_id)
    for other in others:
        if (other.person_id, other.unit_id, other.award_code) == (case.person_id, case.unit_id, case.award_code):
            raise Refused(f"{case.name} đã được đưa ra xét {case.award_code}.")
    row = NominationRow(
        meeting_id=meeting_id,
        registration_id=case.registration_id,
        person_id=case.person_id,
        unit_id=case.unit_id,
        award_code=case.award_code,
        subject_then=case.name,
        position_then=case.position,
        unit_then=case.unit,
        summary=case.summary,
        position_in_list=max((other.position_in_list for other in others), default=0) + 1,
    )
    return insert(uow, row)


def change_summary(uow: UnitOfWork, nomination_id: int, summary: str) -> None:
    """Write what a case is put forward for; raises NotFound."""
    change(uow, found(uow, NominationRow, nomination_id, _NO_CASE), {"summary": summary})


def remove_case(uow: UnitOfWork, nomination_id: int) -> None:
    """Take a case off the meeting; raises NotFound, Refused while it has votes."""
    row = found(uow, NominationRow, nomination_id, _NO_CASE)
    if uow.session.get(TallyRow, nomination_id) is not None:
        raise Refused(f"{row.subject_then} đã có phiếu; hãy xóa phiếu trước khi rút khỏi danh sách.")
    remove(uow, row)


def save_votes(uow: UnitOfWork, nomination_id: int, votes: Votes) -> None:
    """Write the checked votes on a case, new or over the old."""
    row = uow.session.get(TallyRow, nomination_id)
    before = None if row is None else row_values(row)
    if row is None:
        row = TallyRow(nomination_id=nomination_id, votes_for=0, votes_against=0, base=0, threshold=0)
    row.votes_for, row.votes_against, row.votes_other = votes.votes_for, votes.votes_against, votes.votes_other
    row.base, row.threshold = votes.base, votes.threshold
    _write_keyed(uow, row, nomination_id, before)


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
        cases=tuple(_case(uow, nomination) for nomination in _nominations(uow, meeting_id)),
        note=row.note,
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
    query = (
        select(NominationRow)
        .where(NominationRow.meeting_id == meeting_id)
        .order_by(col(NominationRow.position_in_list), col(NominationRow.id))
    )
    return list(uow.session.exec(query))


def _case(uow: UnitOfWork, row: NominationRow) -> Case:
    tally = uow.session.get(TallyRow, number(row))
    votes = None
    if tally is not None:
        votes = Votes(tally.votes_for, tally.votes_against, tally.votes_other, tally.base, tally.threshold)
    subject = SubjectKind.COLLECTIVE if row.person_id is None else SubjectKind.PERSON
    return Case(
        number(row), subject, row.subject_then, row.position_then, row.unit_then, row.award_code, row.summary, votes,
        row.registration_id, row.person_id, row.unit_id,
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
