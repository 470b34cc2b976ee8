"""Meetings of a council and the attendance of its members."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlmodel import col, select

from db.audit import record, row_values
from db.store.cases import cases_of
from db.store.marks import criteria_of
from db.store.rows import change, found, insert, number, remove_owned, write_owned
from db.tables import (
    AttendanceRow,
    CouncilMemberRow,
    CouncilRow,
    MeetingRow,
)
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.councils import Attendance, CouncilKind, CouncilRole, MeetingState, VoteBase, VoteMethod
from kimhoa_app.domain.errors import NotFound
from kimhoa_app.domain.meetings import MeetingRecord, MemberPresence

_NO_MEETING = "Không tìm thấy cuộc họp này."


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
            remove_owned(uow, row, meeting_id)
    for member_id in sorted(wanted - {row.member_id for row in rows}):
        row = AttendanceRow(meeting_id=meeting_id, member_id=member_id, state=Attendance.PRESENT.value)
        write_owned(uow, row, meeting_id, None)


def leave_prepared(uow: UnitOfWork, member_id: int) -> None:
    """Take a member out of every meeting that is only prepared."""
    query = (
        select(AttendanceRow)
        .join(MeetingRow, col(AttendanceRow.meeting_id) == col(MeetingRow.id))
        .where(AttendanceRow.member_id == member_id, MeetingRow.state == MeetingState.PREPARED.value)
    )
    for row in uow.session.exec(query).all():
        remove_owned(uow, row, row.meeting_id)


def set_attendance(uow: UnitOfWork, meeting_id: int, member_id: int, state: Attendance, reason: str) -> None:
    """Write whether a member is in the room; raises NotFound for someone who is no member of the meeting."""
    row = uow.session.get(AttendanceRow, (meeting_id, member_id))
    if row is None:
        raise NotFound("Người này không phải là thành viên dự cuộc họp.")
    before = row_values(row)
    row.state, row.reason = state.value, reason
    write_owned(uow, row, meeting_id, before)


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
        cases=cases_of(uow, meeting_id),
        note=row.note,
        criteria=criteria_of(uow, meeting_id),
        pass_mark=row.pass_mark,
    )


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
