"""Councils and the seats in them."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from sqlmodel import col, select

from db.store.rows import change, found, insert, number, remove
from db.tables import AttendanceRow, CouncilMemberRow, CouncilRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.councils import Council, CouncilDraft, CouncilKind, CouncilRole, Member, MemberDraft
from kimhoa_app.domain.errors import Refused
from kimhoa_app.domain.meeting_rules import role_faults
from kimhoa_app.domain.periods import current, holds_on

_NO_COUNCIL = "Không tìm thấy Hội đồng này."
_NO_MEMBER = "Không tìm thấy thành viên này của Hội đồng."


def save_council(uow: UnitOfWork, draft: CouncilDraft, council_id: int | None = None) -> int:
    """Write a new council, or over the one of `council_id`, and return its number; raises NotFound."""
    values = asdict(draft) | {"kind": draft.kind.value}
    if council_id is None:
        return insert(uow, CouncilRow(**values))
    change(uow, found(uow, CouncilRow, council_id, _NO_COUNCIL), values)
    return council_id


def council_on(uow: UnitOfWork, day: date, kind: CouncilKind = CouncilKind.EMULATION) -> Council | None:
    """Return the council of `kind` in office on `day` with those who then sit in it, or None."""
    rows = uow.session.exec(select(CouncilRow).where(CouncilRow.kind == kind.value)).all()
    row = current(rows, day)
    return None if row is None else _council(uow, row, day)


def find_council(uow: UnitOfWork, council_id: int, day: date) -> Council:
    """Return a council with those who sit in it on `day`; raises NotFound."""
    return _council(uow, found(uow, CouncilRow, council_id, _NO_COUNCIL), day)


def add_member(uow: UnitOfWork, council_id: int, draft: MemberDraft) -> int:
    """Add a seat after the others and return its number; raises NotFound, Refused for who sits there already."""
    found(uow, CouncilRow, council_id, _NO_COUNCIL)
    seats = _seats(uow, council_id)
    _refuse_second_seat(seats, draft)
    place = max((seat.position_in_list for seat in seats), default=0) + 1
    values = asdict(draft) | {"role": draft.role.value}
    return insert(uow, CouncilMemberRow(council_id=council_id, position_in_list=place, **values))


def change_member(uow: UnitOfWork, member_id: int, draft: MemberDraft) -> None:
    """Write over a seat; raises NotFound, Refused when the person sits there already."""
    row = found(uow, CouncilMemberRow, member_id, _NO_MEMBER)
    _refuse_second_seat([seat for seat in _seats(uow, row.council_id) if seat.id != member_id], draft)
    change(uow, row, asdict(draft))


def end_member(uow: UnitOfWork, member_id: int, last_day: date) -> None:
    """Set the last day of a seat; raises NotFound."""
    change(uow, found(uow, CouncilMemberRow, member_id, _NO_MEMBER), {"valid_to": last_day}, "end")


def delete_member(uow: UnitOfWork, member_id: int) -> None:
    """Remove a seat entered by mistake; raises NotFound, Refused once it stands in the attendance of a meeting."""
    row = found(uow, CouncilMemberRow, member_id, _NO_MEMBER)
    if uow.session.exec(select(AttendanceRow).where(AttendanceRow.member_id == member_id)).first() is not None:
        raise Refused(f"{row.full_name} đã dự họp; hãy ghi ngày thôi tham gia Hội đồng thay vì xóa.")
    remove(uow, row)


def reorder_members(uow: UnitOfWork, member_ids: Sequence[int]) -> None:
    """Put the seats in the order given; raises NotFound."""
    for place, member_id in enumerate(member_ids, start=1):
        change(uow, found(uow, CouncilMemberRow, member_id, _NO_MEMBER), {"position_in_list": place}, "reorder")


def _council(uow: UnitOfWork, row: CouncilRow, day: date) -> Council:
    seats = [seat for seat in _seats(uow, number(row)) if holds_on(seat, day)]
    members = tuple(map(_member, seats))
    return Council(
        council_id=number(row),
        name=row.name,
        kind=CouncilKind(row.kind),
        decision_number=row.decision_number,
        decision_date=row.decision_date,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        members=members,
        faults=tuple(role_faults([member.role for member in members])),
    )


def _seats(uow: UnitOfWork, council_id: int) -> list[CouncilMemberRow]:
    query = (
        select(CouncilMemberRow)
        .where(CouncilMemberRow.council_id == council_id)
        .order_by(col(CouncilMemberRow.position_in_list), col(CouncilMemberRow.id))
    )
    return list(uow.session.exec(query))


def _member(row: CouncilMemberRow) -> Member:
    return Member(
        number(row), row.position_in_list, row.full_name, row.position, CouncilRole(row.role), row.person_id,
        row.valid_from, row.valid_to,
    )  # fmt: skip


def _refuse_second_seat(seats: Sequence[CouncilMemberRow], draft: MemberDraft) -> None:
    if draft.person_id is None:
        return
    for seat in seats:
        apart = _ends_before(seat.valid_to, draft.valid_from) or _ends_before(draft.valid_to, seat.valid_from)
        if seat.person_id == draft.person_id and not apart:
            raise Refused(f"{seat.full_name} đã có trong Hội đồng.")


def _ends_before(last_day: date | None, first_day: date | None) -> bool:
    return last_day is not None and first_day is not None and last_day < first_day
