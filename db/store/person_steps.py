"""Taking back the latest step of a person's work in the data file."""

from datetime import date, timedelta

from sqlmodel import select

from db.store.rows import change, remove
from db.tables import PersonStatusRow, PostRow, UnitRow
from db.unit_of_work import UnitOfWork


def has_status_from(uow: UnitOfWork, person_id: int, day: date) -> bool:
    """Return whether a status of the person begins on `day`."""
    return any(row.valid_from == day for row in _statuses(uow, person_id))


def take_back_status(uow: UnitOfWork, person_id: int, day: date) -> None:
    """Remove the status that began on `day`; what ended the day before goes on, the post too."""
    before = day - timedelta(days=1)
    for row in _statuses(uow, person_id):
        if row.valid_from == day:
            remove(uow, row)
        elif row.valid_to == before:
            change(uow, row, {"valid_to": None})
    posts = _posts(uow, person_id)
    if all(post.valid_to is not None for post in posts):
        for post in posts:
            if post.valid_to == before:
                change(uow, post, {"valid_to": None})


def unit_before(uow: UnitOfWork, person_id: int, day: date) -> tuple[bool, date | None]:
    """Return whether a post ended the day before `day`, and the day on which its unit was dissolved, if it was."""
    for post in _posts(uow, person_id):
        if post.valid_to == day - timedelta(days=1):
            unit = None if post.unit_id is None else uow.session.get(UnitRow, post.unit_id)
            return True, None if unit is None else unit.dissolved_on
    return False, None


def take_back_post(uow: UnitOfWork, person_id: int, day: date) -> None:
    """Remove the post that began on `day` and let the one that ended the day before go on."""
    for post in _posts(uow, person_id):
        if post.valid_from == day:
            remove(uow, post)
        elif post.valid_to == day - timedelta(days=1):
            change(uow, post, {"valid_to": None})


def _posts(uow: UnitOfWork, person_id: int) -> list[PostRow]:
    return list(uow.session.exec(select(PostRow).where(PostRow.person_id == person_id)))


def _statuses(uow: UnitOfWork, person_id: int) -> list[PersonStatusRow]:
    return list(uow.session.exec(select(PersonStatusRow).where(PersonStatusRow.person_id == person_id)))
