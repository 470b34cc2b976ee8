"""Two records of one person: seen side by side, made one, and split again with everything they had."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from db.store import awards as award_store
from db.store import people as people_store
from db.store import person_merges as store
from db.store.people import PersonEntry
from db.store.person_merges import MergeEntry, MovedAs
from db.store.steps import begin_step
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import NotFound, Refused
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import Gender, PersonDraft, Rating
from kimhoa_app.services.staff import checked_draft
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date

__all__ = ["Difference", "MergeEntry", "compare_people", "list_merges", "merge_people", "split_people"]

FACTS = ("full_name", "birth", "gender", "national_id", "honorific", "start_date", "print_name", "note")
POST, STATUS, RATING = "post", "status", "rating"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two records say, as people read it, empty where one says nothing.

    `key` is a field of `PersonDraft`, "post", "status", or "rating:" with the year.
    """

    key: str
    kept: str
    merged: str

    @property
    def is_open(self) -> bool:
        """Whether both say something, and not the same."""
        return bool(self.kept and self.merged) and self.kept != self.merged


def compare_people(workspace: Workspace, kept_id: int, merged_id: int) -> list[Difference]:
    """Return what the two records say, side by side, without what neither says; raises NotFound."""
    with workspace.begin() as uow:
        kept, merged = _pair(workspace, uow, kept_id, merged_id)
        ratings = [_ratings(uow, person_id) for person_id in (kept_id, merged_id)]
    facts = [Difference(key, _shown(kept, key), _shown(merged, key)) for key in (*FACTS, POST, STATUS)]
    years = sorted(ratings[0].keys() & ratings[1].keys(), reverse=True)
    both = [Difference(f"{RATING}:{year}", label(ratings[0][year]), label(ratings[1][year])) for year in years]
    return [line for line in (*facts, *both) if line.kept or line.merged]


def merge_people(workspace: Workspace, kept_id: int, merged_id: int, from_merged: Collection[str] = ()) -> int:
    """Make one of two records and return the number of the merge.

    The kept record's word counts, except for the keys in `from_merged` (see `Difference`) and where it says nothing.
    Everything attached to the other moves to it. Raises Refused, InvalidInput, NotFound; nothing is changed then.
    """
    if kept_id == merged_id:
        raise Refused("Hãy chọn hai hồ sơ khác nhau.")
    with workspace.begin() as uow:
        mark = begin_step(uow)
        kept, merged = _pair(workspace, uow, kept_id, merged_id)
        moved_as = MovedAs(
            workspace.today,
            merged_post=POST in from_merged or not _shown(kept, POST),
            merged_status=STATUS in from_merged,
            merged_years={int(key.split(":")[1]) for key in from_merged if key.startswith(f"{RATING}:")},
        )
        store.move_all(uow, kept_id, merged_id, moved_as)
        people_store.overwrite_person(uow, kept_id, _chosen(uow, kept, merged, from_merged))
        merge_id = store.keep_merge(uow, kept_id, merged_id, mark)
        uow.commit()
    return merge_id


def split_people(workspace: Workspace, merge_id: int) -> None:
    """Give both records back what they had before they were merged; what came since stays with the kept one.

    Raises Refused when something that was moved has been changed since, NotFound.
    """
    with workspace.begin() as uow:
        store.split(uow, merge_id)
        uow.commit()


def list_merges(workspace: Workspace, person_id: int) -> list[MergeEntry]:
    """Return the records that were taken into this one and can be split off, the latest first."""
    with workspace.begin() as uow:
        return store.list_merges(uow, person_id)


def _pair(workspace: Workspace, uow: UnitOfWork, kept_id: int, merged_id: int) -> tuple[PersonEntry, PersonEntry]:
    kept, merged = (people_store.person_entry(uow, person_id, workspace.today) for person_id in (kept_id, merged_id))
    if kept is None or merged is None:
        raise NotFound(people_store.MISSING_PERSON)
    return kept, merged


def _chosen(uow: UnitOfWork, kept: PersonEntry, merged: PersonEntry, from_merged: Collection[str]) -> PersonDraft:
    values = {key: getattr(merged if key in from_merged or not getattr(kept, key) else kept, key) for key in FACTS}
    return checked_draft(uow, replace(PersonDraft(kept.full_name), **values), kept.id)


def _ratings(uow: UnitOfWork, person_id: int) -> dict[int, Rating]:
    return {entry.year: entry.rating for entry in award_store.list_ratings(uow, person_id=person_id)}


def _shown(person: PersonEntry, key: str) -> str:
    if key == POST:
        return ", ".join(part for part in (person.position, person.unit_name) if part)
    if key == STATUS:
        return label(person.status)
    value = getattr(person, key)
    match value:
        case None:
            return ""
        case PartialDate():
            return value.shown
        case Gender():
            return label(value)
        case date():
            return list_date(value)
    return str(value)
