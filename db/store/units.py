"""Units of the commune in the data file, through their mergers."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, func, select

from db.audit import record, row_values
from db.store.rows import change, found, insert, to_bin
from db.tables import (
    AnnualRatingRow,
    AwardRow,
    NominationRow,
    PersonRow,
    PostRow,
    RegistrationRow,
    UnitRow,
    UnitSuccessionRow,
)
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.units import UnitDraft, UnitKind

_MISSING = "Không tìm thấy đơn vị này."


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A unit as lists show it; it exists from `founded_on` until the day before `dissolved_on`.

    `headcount` is the number of people whose post in it holds on the day that was asked for.
    """

    id: int
    name: str
    short_name: str
    kind: UnitKind
    position_in_list: int
    founded_on: date | None
    dissolved_on: date | None
    headcount: int

    def exists_on(self, day: date) -> bool:
        """Whether the unit is there on `day`."""
        begun = self.founded_on is None or self.founded_on <= day
        return begun and (self.dissolved_on is None or day < self.dissolved_on)


def list_units(uow: UnitOfWork, day: date) -> list[UnitEntry]:
    """Return every unit that is not in the bin, in the office's order, with the people it has on `day`."""
    headcount = (
        select(col(PostRow.unit_id), func.count(func.distinct(PostRow.person_id)).label("people"))
        .join(PersonRow, and_(col(PersonRow.id) == PostRow.person_id, col(PersonRow.deleted_at).is_(None)))
        .where(_holds_on(day))
        .group_by(col(PostRow.unit_id))
        .subquery()
    )
    query = (
        select(UnitRow, func.coalesce(headcount.c.people, 0))
        .join(headcount, headcount.c.unit_id == UnitRow.id, isouter=True)
        .where(col(UnitRow.deleted_at).is_(None))
        .order_by(col(UnitRow.position_in_list), col(UnitRow.id))
    )
    return [_entry(row, people) for row, people in uow.session.exec(query)]


def unit_draft(uow: UnitOfWork, unit_id: int) -> UnitDraft:
    """Return what is stored of one unit; raises NotFound."""
    row = found(uow, UnitRow, unit_id, _MISSING)
    return UnitDraft(row.name, UnitKind(row.kind), row.short_name, row.founded_on, row.dissolved_on)


def insert_unit(uow: UnitOfWork, draft: UnitDraft) -> int:
    """Write a new unit at the end of the list and return its number."""
    last = uow.session.exec(select(func.max(UnitRow.position_in_list))).one()
    values = asdict(draft) | {"kind": draft.kind.value, "position_in_list": (last or 0) + 1}
    return insert(uow, UnitRow(**values))


def overwrite_unit(uow: UnitOfWork, unit_id: int, draft: UnitDraft) -> None:
    """Write `draft` over the unit; raises NotFound."""
    change(uow, found(uow, UnitRow, unit_id, _MISSING), asdict(draft))


def set_unit_order(uow: UnitOfWork, unit_ids: Sequence[int]) -> None:
    """Put the units in the order of `unit_ids`; raises NotFound."""
    for place, unit_id in enumerate(unit_ids, start=1):
        change(uow, found(uow, UnitRow, unit_id, _MISSING), {"position_in_list": place})


def end_unit(uow: UnitOfWork, unit_id: int, day: date) -> None:
    """Let the unit exist until the day before `day`; raises NotFound."""
    change(uow, found(uow, UnitRow, unit_id, _MISSING), {"dissolved_on": day}, "dissolve")


def add_succession(uow: UnitOfWork, predecessor_id: int, successor_id: int, day: date) -> None:
    """Note that one unit takes over from another on `day`."""
    row = UnitSuccessionRow(predecessor_id=predecessor_id, successor_id=successor_id, happened_on=day)
    uow.session.add(row)
    uow.session.flush()
    record(uow, "unit_succession", predecessor_id, "add", None, row_values(row))


def list_successions(uow: UnitOfWork) -> dict[int, int]:
    """Return for each unit that another took over the number of that one, the latest of several."""
    rows = uow.session.exec(select(UnitSuccessionRow).order_by(col(UnitSuccessionRow.happened_on)))
    return {row.predecessor_id: row.successor_id for row in rows}


@dataclass(frozen=True, slots=True)
class Succession:
    """A unit that went before or came after another one, and the day on which one took over."""

    unit_id: int
    name: str
    day: date
    went_before: bool


def successions_of(uow: UnitOfWork, unit_id: int) -> list[Succession]:
    """Return the units that this one took over, and those that took it over, the earliest first."""
    query = select(UnitSuccessionRow).where(
        or_(col(UnitSuccessionRow.successor_id) == unit_id, col(UnitSuccessionRow.predecessor_id) == unit_id)
    )
    both = []
    for row in uow.session.exec(query):
        went_before = row.successor_id == unit_id
        other = found(uow, UnitRow, row.predecessor_id if went_before else row.successor_id, _MISSING)
        both.append(Succession(other.id or 0, other.name, row.happened_on, went_before))
    return sorted(both, key=lambda each: (each.day, each.unit_id))


def posts_in_unit_after(uow: UnitOfWork, unit_id: int, day: date) -> list[PostRow]:
    """Return the rows of the posts in the unit that hold on `day` or begin later, of people not in the bin."""
    query = (
        select(PostRow)
        .join(PersonRow, and_(col(PersonRow.id) == PostRow.person_id, col(PersonRow.deleted_at).is_(None)))
        .where(PostRow.unit_id == unit_id, or_(col(PostRow.valid_to).is_(None), col(PostRow.valid_to) >= day))
    )
    return list(uow.session.exec(query))


def move_posts(uow: UnitOfWork, unit_id: int, successor_id: int, day: date, day_before: date) -> None:
    """Let every post in the unit end on `day_before` and go on in the successor from `day`."""
    for post in posts_in_unit_after(uow, unit_id, day):
        if post.valid_from is not None and post.valid_from >= day:
            change(uow, post, {"unit_id": successor_id})
            continue
        following = post.model_dump(exclude={"id"}) | {"unit_id": successor_id, "valid_from": day}
        change(uow, post, {"valid_to": day_before})
        insert(uow, PostRow(**following))


def uses_of_unit(uow: UnitOfWork, unit_id: int) -> int:
    """Return how many posts, registrations, nominations, awards, ratings and successions name the unit."""
    columns = (
        PostRow.unit_id,
        RegistrationRow.unit_id,
        NominationRow.unit_id,
        AwardRow.unit_id,
        AnnualRatingRow.unit_id,
        UnitSuccessionRow.predecessor_id,
        UnitSuccessionRow.successor_id,
    )
    return sum(uow.session.exec(select(func.count()).where(col(column) == unit_id)).one() for column in columns)


def delete_unit(uow: UnitOfWork, unit_id: int) -> None:
    """Put the unit into the bin; raises NotFound."""
    to_bin(uow, found(uow, UnitRow, unit_id, _MISSING))


def _holds_on(day: date) -> ColumnElement[bool]:
    return and_(
        or_(col(PostRow.valid_from).is_(None), col(PostRow.valid_from) <= day),
        or_(col(PostRow.valid_to).is_(None), col(PostRow.valid_to) >= day),
    )


def _entry(row: UnitRow, headcount: int) -> UnitEntry:
    return UnitEntry(
        row.id or 0,
        row.name,
        row.short_name,
        UnitKind(row.kind),
        row.position_in_list,
        row.founded_on,
        row.dissolved_on,
        headcount,
    )
