"""Posts and statuses of the staff in the data file, each from one day to another."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from sqlmodel import SQLModel, col, func, select

from db.store.rows import change, change_all, insert, insert_all, rows_of
from db.tables import PersonStatusRow, PostRow, UnitRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.people import PersonDraft, StaffGroup, WorkStatus
from kimhoa_app.domain.periods import Period, holds_on


@dataclass(frozen=True, slots=True)
class PostEntry:
    """A post of a person; both days are included."""

    position: str
    unit_id: int | None
    unit_name: str
    group: StaffGroup | None
    is_leader: bool
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """A status of a person; both days are included."""

    status: WorkStatus
    valid_from: date | None
    valid_to: date | None
    note: str


@dataclass(frozen=True, slots=True)
class PostDraft:
    """The post that a person is to have."""

    position: str
    unit_id: int | None
    group: StaffGroup | None = None
    is_leader: bool = False


def list_posts(uow: UnitOfWork, person_id: int) -> list[PostEntry]:
    """Return every post of the person, the latest first."""
    query = (
        select(PostRow, UnitRow.name)
        .join(UnitRow, col(UnitRow.id) == PostRow.unit_id, isouter=True)
        .where(PostRow.person_id == person_id)
        .order_by(col(PostRow.valid_from).desc().nulls_last(), col(PostRow.id).desc())
    )
    return [
        PostEntry(
            row.position,
            row.unit_id,
            unit or "",
            staff_group(row.staff_group),
            row.is_leader,
            row.valid_from,
            row.valid_to,
        )
        for row, unit in uow.session.exec(query)
    ]


def list_statuses(uow: UnitOfWork, person_id: int) -> list[StatusEntry]:
    """Return every status of the person, the latest first."""
    query = (
        select(PersonStatusRow)
        .where(PersonStatusRow.person_id == person_id)
        .order_by(col(PersonStatusRow.valid_from).desc().nulls_last(), col(PersonStatusRow.id).desc())
    )
    return [
        StatusEntry(WorkStatus(row.status), row.valid_from, row.valid_to, row.note) for row in uow.session.exec(query)
    ]


def correct_post(uow: UnitOfWork, person_id: int, post: PostDraft, day: date) -> None:
    """Write `post` over the one that holds on `day`, as what it should have said from its beginning."""
    row = _post_on(uow, person_id, day)
    if row is None:
        _insert_post(uow, person_id, post, day)
    else:
        change(uow, row, _post_values(post))


def start_post(uow: UnitOfWork, person_id: int, post: PostDraft, from_day: date) -> None:
    """Let a post begin on `from_day` and the one that held until then end the day before."""
    start_posts(uow, {person_id: post}, from_day)


def start_posts(uow: UnitOfWork, posts: Mapping[int, PostDraft], from_day: date) -> None:
    """Let a post of each of these people begin on `from_day`, as `start_post`, many at once."""
    held: dict[int, list[PostRow]] = {}
    for row in rows_of(uow, PostRow, col(PostRow.person_id), list(posts)):
        held.setdefault(row.person_id, []).append(row)
    ending: list[tuple[SQLModel, Mapping[str, object]]] = []
    beginning: list[PostRow] = []
    for person_id, post in posts.items():
        current = _holding(held.get(person_id, []), from_day)
        if current is not None and current.valid_from == from_day:
            ending.append((current, _post_values(post)))
            continue
        if current is not None:
            ending.append((current, {"valid_to": from_day - timedelta(days=1)}))
        beginning.append(post_row(person_id, post, from_day))
    change_all(uow, ending)
    insert_all(uow, beginning)


def end_posts(uow: UnitOfWork, person_id: int, from_day: date) -> None:
    """Let every post that holds on `from_day` end the day before."""
    for row in uow.session.exec(select(PostRow).where(PostRow.person_id == person_id)):
        if holds_on(Period(row.valid_from, row.valid_to), from_day) and row.valid_from != from_day:
            change(uow, row, {"valid_to": from_day - timedelta(days=1)})


def start_status(uow: UnitOfWork, person_id: int, status: WorkStatus, from_day: date, note: str) -> None:
    """Let a status begin on `from_day` and the one that held until then end the day before."""
    values: dict[str, Any] = {"status": status.value, "note": note}
    for row in uow.session.exec(select(PersonStatusRow).where(PersonStatusRow.person_id == person_id)):
        if row.valid_from == from_day:
            change(uow, row, values)
            return
        if holds_on(Period(row.valid_from, row.valid_to), from_day):
            change(uow, row, {"valid_to": from_day - timedelta(days=1)})
    insert(uow, PersonStatusRow(person_id=person_id, valid_from=from_day, **values))


def last_dated_fact(uow: UnitOfWork, person_id: int) -> date | None:
    """Return the day on which the latest post or status of the person begins, None when none has a day."""
    days = [
        uow.session.exec(select(func.max(table.valid_from)).where(table.person_id == person_id)).one()
        for table in (PostRow, PersonStatusRow)
    ]
    return max((day for day in days if day is not None), default=None)


def post_of(draft: PersonDraft) -> PostDraft:
    """Return the post that `draft` speaks of."""
    return PostDraft(draft.position, draft.unit_id, draft.group, draft.is_leader)


def _post_values(post: PostDraft) -> dict[str, Any]:
    values = asdict(post)
    group = values.pop("group")
    return values | {"staff_group": group.value if group else None}


def _insert_post(uow: UnitOfWork, person_id: int, post: PostDraft, from_day: date | None) -> None:
    insert(uow, post_row(person_id, post, from_day))


def post_row(person_id: int, post: PostDraft, from_day: date | None) -> PostRow:
    """Return a row, not yet written, of a post that begins on `from_day` (None: has always held)."""
    return PostRow(person_id=person_id, valid_from=from_day, **_post_values(post))


def _post_on(uow: UnitOfWork, person_id: int, day: date) -> PostRow | None:
    return _holding(uow.session.exec(select(PostRow).where(PostRow.person_id == person_id)).all(), day)


def _holding(rows: Sequence[PostRow], day: date) -> PostRow | None:
    holding = [row for row in rows if holds_on(Period(row.valid_from, row.valid_to), day)]
    return max(holding, key=lambda row: (row.valid_from or date.min, row.id or 0), default=None)


def staff_group(text: str | None) -> StaffGroup | None:
    """Return the group that a row names, None where it names none."""
    return StaffGroup(text) if text else None
