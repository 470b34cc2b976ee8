"""People of the staff in the data file: their facts, and the post and status of a day beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from db.store.posts import post_of, post_row, staff_group
from db.store.rows import change, change_all, found, insert_all, rows_of, to_bin
from db.tables import (
    AwardRow,
    CouncilMemberRow,
    InitiativeAuthorRow,
    NominationRow,
    PersonRow,
    PersonStatusRow,
    PostRow,
    RegistrationRow,
    UnitRow,
)
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import NotFound
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import Gender, PersonDraft, StaffGroup, WorkStatus
from kimhoa_app.domain.periods import Period, holds_on

MISSING_PERSON = "Không tìm thấy người này."

_FACTS = ("full_name", "print_name", "honorific", "national_id", "start_date", "note")


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person as lists show one, with the post and the status of the day that was asked for."""

    id: int
    full_name: str
    honorific: str | None
    birth: PartialDate | None
    gender: Gender | None
    national_id: str | None
    position: str
    unit_id: int | None
    unit_name: str
    group: StaffGroup | None
    is_leader: bool
    status: WorkStatus
    start_date: date | None
    note: str
    print_name: str | None = None


def list_people(uow: UnitOfWork, day: date, *, include_gone: bool = False) -> list[PersonEntry]:
    """Return the people of the staff on `day`, in no order, by one query.

    Left out are those whose first post begins later and, unless asked for, those who have gone.
    """
    entries = [_entry(values, day) for values in uow.session.exec(_people_query(day))]
    return [entry for entry in entries if include_gone or entry.status.is_here]


def person_entry(uow: UnitOfWork, person_id: int, day: date) -> PersonEntry | None:
    """Return one person as on `day`, None for somebody who is not there or whose first post begins later."""
    values = uow.session.exec(_people_query(day).where(PersonRow.id == person_id)).first()
    return None if values is None else _entry(values, day)


def insert_person(uow: UnitOfWork, draft: PersonDraft, from_day: date | None) -> int:
    """Write a new person whose post begins on `from_day` (None: has always held), and return the number."""
    return insert_people(uow, [draft], from_day)[0]


def insert_people(uow: UnitOfWork, drafts: Sequence[PersonDraft], from_day: date | None) -> list[int]:
    """Write new people as `insert_person` does, many at once, and return their numbers."""
    numbers = insert_all(uow, [PersonRow(**_facts(draft)) for draft in drafts])
    posts = [post_row(number, post_of(draft), from_day) for number, draft in zip(numbers, drafts, strict=True)]
    insert_all(uow, posts)
    return numbers


def overwrite_person(uow: UnitOfWork, person_id: int, draft: PersonDraft) -> None:
    """Write the facts of `draft` that have no date over the person; raises NotFound."""
    change(uow, person_row(uow, person_id), _facts(draft))


def overwrite_people(uow: UnitOfWork, drafts: Mapping[int, PersonDraft]) -> None:
    """Write the facts of drafts over the people of these numbers, as `overwrite_person`, many at once."""
    rows = rows_of(uow, PersonRow, col(PersonRow.id), list(drafts))
    here = {row.id: row for row in rows if row.deleted_at is None}
    if len(here) < len(drafts):
        raise NotFound(MISSING_PERSON)
    change_all(uow, [(here[person_id], _facts(draft)) for person_id, draft in drafts.items()])


def uses_of_person(uow: UnitOfWork, person_id: int) -> int:
    """Return how many awards, registrations, nominations, initiatives and council seats the person has."""
    kept = [
        (AwardRow.person_id, col(AwardRow.deleted_at).is_(None)),
        (RegistrationRow.person_id, col(RegistrationRow.deleted_at).is_(None)),
        (NominationRow.person_id, None),
        (InitiativeAuthorRow.person_id, None),
        (CouncilMemberRow.person_id, None),
    ]
    queries = [
        select(func.count()).where(col(column) == person_id, *([] if rule is None else [rule])) for column, rule in kept
    ]
    return sum(uow.session.exec(query).one() for query in queries)


def delete_person(uow: UnitOfWork, person_id: int) -> None:
    """Put the person into the bin; raises NotFound."""
    to_bin(uow, person_row(uow, person_id))


def national_id_owner(uow: UnitOfWork, national_id: str) -> tuple[int, str] | None:
    """Return number and name of the person who has `national_id`, or None."""
    query = select(PersonRow).where(PersonRow.national_id == national_id, col(PersonRow.deleted_at).is_(None))
    row = uow.session.exec(query).first()
    return None if row is None else (row.id or 0, row.full_name)


def person_row(uow: UnitOfWork, person_id: int) -> PersonRow:
    """Return the row of a person who is not in the bin; raises NotFound."""
    row = found(uow, PersonRow, person_id, MISSING_PERSON)
    if row.deleted_at is not None:
        raise NotFound(MISSING_PERSON)
    return row


def _people_query(day: date) -> Any:
    post, status = aliased(PostRow), aliased(PersonStatusRow)
    any_post = select(PostRow.id).where(PostRow.person_id == PersonRow.id).exists()
    return (
        select(PersonRow, post, UnitRow.name, status.status)
        .select_from(PersonRow)
        .join(post, col(post.id) == _latest(PostRow, day), isouter=True)
        .join(UnitRow, col(UnitRow.id) == post.unit_id, isouter=True)
        .join(status, col(status.id) == _latest(PersonStatusRow, day), isouter=True)
        .where(col(PersonRow.deleted_at).is_(None), or_(col(post.id).is_not(None), ~any_post))
    )


def _latest(table: type[PostRow] | type[PersonStatusRow], day: date) -> ColumnElement[int]:
    """The fact that holds on `day`, else the last one that did."""
    holds = or_(col(table.valid_to).is_(None), col(table.valid_to) >= day)
    begun = or_(col(table.valid_from).is_(None), col(table.valid_from) <= day)
    return (
        select(col(table.id))
        .where(col(table.person_id) == PersonRow.id, begun)
        .order_by(holds.desc(), col(table.valid_from).desc().nulls_last(), col(table.id).desc())
        .limit(1)
        .correlate(PersonRow)
        .scalar_subquery()
    )


def _entry(values: tuple[PersonRow, PostRow | None, str | None, str | None], day: date) -> PersonEntry:
    person, post, unit_name, status_text = values
    status = WorkStatus(status_text or "working")
    if post is None or (status.is_here and not holds_on(Period(post.valid_from, post.valid_to), day)):
        post, unit_name = PostRow(person_id=person.id or 0), None
    return PersonEntry(
        id=person.id or 0,
        full_name=person.full_name,
        honorific=person.honorific,
        birth=PartialDate.parse_iso(person.birth) if person.birth else None,
        gender=Gender(person.gender) if person.gender else None,
        national_id=person.national_id,
        position=post.position,
        unit_id=post.unit_id,
        unit_name=unit_name or "",
        group=staff_group(post.staff_group),
        is_leader=post.is_leader,
        status=status,
        start_date=person.start_date,
        note=person.note,
        print_name=person.print_name,
    )


def _facts(draft: PersonDraft) -> dict[str, Any]:
    values = {name: getattr(draft, name) for name in _FACTS}
    return values | {
        "birth": draft.birth.iso if draft.birth else None,
        "gender": draft.gender.value if draft.gender else None,
    }
