"""The yearly quality rating of people and units."""

from db.store import awards as store
from db.store.awards import RatingEntry
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.workspace import Workspace

__all__ = ["RatingEntry", "list_ratings", "set_rating"]


def list_ratings(workspace: Workspace, year: int) -> list[RatingEntry]:
    """Return the ratings of people and units in a year."""
    with workspace.begin() as uow:
        return store.list_ratings(uow, year=year)


def set_rating(workspace: Workspace, entry: RatingEntry) -> None:
    """Record the rating of a person or a unit in a year, over what was there; raises InvalidInput."""
    if (entry.person_id is None) == (entry.unit_id is None):
        raise InvalidInput("person_id", "Hãy chọn một cá nhân hoặc một tập thể.")
    with workspace.begin() as uow:
        store.save_rating(uow, entry)
        uow.commit()
