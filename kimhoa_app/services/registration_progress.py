"""How far the registering of a year is: who has not registered, and how many of each unit's staff have."""

from dataclasses import dataclass
from datetime import date

from db.store import registrations as store
from db.store.subjects import PersonOnDay, UnitOnDay, people_on, units_on
from kimhoa_app.domain.registration_rules import is_late
from kimhoa_app.domain.registration_rules import missing as those_missing
from kimhoa_app.domain.registrations import RegistrationRound
from kimhoa_app.services.registrations import round_of
from kimhoa_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Missing:
    """Who has not registered: the staff working on the deadline day, and the units that then stand."""

    people: tuple[PersonOnDay, ...]
    units: tuple[UnitOnDay, ...]


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """How many of a unit's staff have registered, and how many of them late; `unit` is "" for staff without a unit."""

    unit: str
    done: int
    total: int
    late: int


def missing(workspace: Workspace, year: int) -> Missing:
    """Return who has not registered in the round of `year`; raises NotFound without a round."""
    with workspace.begin() as uow:
        entry = round_of(uow, year)
        drafts = [stored.draft for stored in store.list_registrations(uow, year)]
        people = [person for person in people_on(uow, entry.deadline) if person.is_here]
        units = [unit for unit in units_on(uow, entry.deadline) if unit.exists]
    return Missing(
        people=tuple(those_missing(people, {draft.person_id for draft in drafts if draft.person_id is not None})),
        units=tuple(those_missing(units, {draft.unit_id for draft in drafts if draft.unit_id is not None})),
    )


def progress(workspace: Workspace, year: int) -> list[UnitProgress]:
    """Return for each unit how many of its staff have registered, in the order of lists; raises NotFound."""
    with workspace.begin() as uow:
        entry = round_of(uow, year)
        days: dict[int | None, date] = {}
        for stored in store.list_registrations(uow, year):
            draft = stored.draft
            days[draft.person_id] = min(draft.registered_on, days.get(draft.person_id, date.max))
        staff: dict[str, list[PersonOnDay]] = {}
        for person in people_on(uow, entry.deadline):
            if person.is_here:
                staff.setdefault(person.unit, []).append(person)
    return [_progress(unit, [days.get(person.id) for person in people], entry) for unit, people in staff.items()]


def _progress(unit: str, days: list[date | None], entry: RegistrationRound) -> UnitProgress:
    done = [day for day in days if day is not None]
    return UnitProgress(unit, len(done), len(days), sum(is_late(day, entry) for day in done))
