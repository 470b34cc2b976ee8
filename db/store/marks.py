"""The marks that members of a council gave to cases, and the criteria of a meeting."""

from collections.abc import Mapping, Sequence

from sqlmodel import col, select

from db.audit import record
from db.tables import MarkRow, MeetingCriterionRow, NominationRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.marks import Criterion, MarkSheet, sheets_of


def keep_criteria(uow: UnitOfWork, meeting_id: int, criteria: Sequence[Criterion]) -> None:
    """Write what marks are given for at a meeting that has no criteria yet."""
    uow.session.add_all(
        [
            MeetingCriterionRow(meeting_id=meeting_id, place=each.place, name=each.name, most=each.most)
            for each in criteria
        ]
    )
    uow.session.flush()


def criteria_of(uow: UnitOfWork, meeting_id: int) -> tuple[Criterion, ...]:
    """Return what marks are given for at a meeting, in its order."""
    query = (
        select(MeetingCriterionRow)
        .where(MeetingCriterionRow.meeting_id == meeting_id)
        .order_by(col(MeetingCriterionRow.place))
    )
    return tuple(Criterion(row.place, row.name, row.most) for row in uow.session.exec(query))


def marks_of(uow: UnitOfWork, meeting_id: int) -> Mapping[int, tuple[MarkSheet, ...]]:
    """Return the sheets of every case of a meeting, by the number of the case."""
    query = select(MarkRow).join(NominationRow, col(NominationRow.id) == MarkRow.nomination_id)
    points: dict[int, dict[tuple[int, int], int]] = {}
    for row in uow.session.exec(query.where(NominationRow.meeting_id == meeting_id)):
        points.setdefault(row.nomination_id, {})[row.member_id, row.place] = row.points
    criteria = criteria_of(uow, meeting_id) if points else ()
    return {case_id: sheets_of(given, criteria) for case_id, given in points.items()}


def has_marks(uow: UnitOfWork, nomination_id: int) -> bool:
    """Return whether any member has given marks to a case."""
    return uow.session.exec(select(MarkRow).where(MarkRow.nomination_id == nomination_id)).first() is not None


def save_sheet(uow: UnitOfWork, nomination_id: int, member_id: int, points: Mapping[int, int] | None) -> None:
    """Write the points of a member by criterion over what was there; None takes the sheet back."""
    query = select(MarkRow).where(MarkRow.nomination_id == nomination_id, MarkRow.member_id == member_id)
    rows = uow.session.exec(query).all()
    before = {row.place: row.points for row in rows}
    for row in rows:
        uow.session.delete(row)
    uow.session.flush()
    uow.session.add_all(
        [
            MarkRow(nomination_id=nomination_id, member_id=member_id, place=place, points=each)
            for place, each in (points or {}).items()
        ]
    )
    uow.session.flush()
    if before != (points or {}):
        action = "change" if before and points else ("add" if points else "delete")
        record(uow, "mark", nomination_id, action, _told(member_id, before), _told(member_id, points or {}))


def _told(member_id: int, points: Mapping[int, int]) -> dict[str, object] | None:
    return {"member_id": member_id, "points": {str(place): each for place, each in points.items()}} if points else None
