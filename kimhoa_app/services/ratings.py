"""The yearly quality rating of people and units."""

from db.store import awards as store
from db.store.awards import RatingEntry
from db.store.steps import Step, begin_step, step_since
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.workspace import Workspace

__all__ = ["RatingEntry", "list_ratings", "ratings_of_unit", "remove_rating", "set_rating"]

_OLDEST_YEAR = 1945


def list_ratings(workspace: Workspace, year: int) -> list[RatingEntry]:
    """Return the ratings of people and units in a year."""
    with workspace.begin() as uow:
        return store.list_ratings(uow, year=year)


def set_rating(workspace: Workspace, entry: RatingEntry) -> Step | None:
    """Record the rating of a person or a unit in a year, over what was there; raises InvalidInput.

    Returns the step for `undoing`, None when nothing was changed.
    """
    _check(workspace, entry.person_id, entry.unit_id, entry.year)
    with workspace.begin() as uow:
        mark = begin_step(uow)
        store.save_rating(uow, entry)
        step = step_since(uow, mark)
        uow.commit()
    return step


def remove_rating(workspace: Workspace, person_id: int | None, unit_id: int | None, year: int) -> Step | None:
    """Take away the rating of a person or a unit in a year; returns and raises as `set_rating`."""
    _check(workspace, person_id, unit_id, year)
    with workspace.begin() as uow:
        mark = begin_step(uow)
        store.remove_rating(uow, person_id, unit_id, year)
        step = step_since(uow, mark)
        uow.commit()
    return step


def ratings_of_unit(workspace: Workspace, unit_id: int) -> list[RatingEntry]:
    """Return the ratings of a unit, the latest year first."""
    with workspace.begin() as uow:
        return store.list_ratings(uow, unit_id=unit_id)


def _check(workspace: Workspace, person_id: int | None, unit_id: int | None, year: int) -> None:
    if (person_id is None) == (unit_id is None):
        raise InvalidInput("person_id", "Hãy chọn một cá nhân hoặc một tập thể.")
    if not _OLDEST_YEAR <= year <= workspace.today.year:
        raise InvalidInput("year", f"Năm xếp loại phải từ {_OLDEST_YEAR} đến {workspace.today.year}.")
