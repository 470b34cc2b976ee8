"""How far the registering of a year is: who has not registered, and how many of each unit's staff have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from db.store import registrations as store
from db.store.registrations import StoredRegistration
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
    """How many of a unit's staff have registered, how many of them late, and who has not; `unit` is "" without one.

    `collective` says whether the unit itself has registered, None where there is none; `collective_late` that it did so
    after the deadline.
    """

    unit: str
    done: int
    total: int
    late: int
    missing: tuple[str, ...] = ()
    unit_id: int | None = None
    collective: bool | None = None
    collective_late: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether everyone has registered, and the unit itself."""
        return self.done == self.total and self.collective is not False

    @property
    def has_late(self) -> bool:
        """Whether anything of the unit came after the deadline."""
        return bool(self.late) or self.collective_late


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
    """Return how far each unit of the deadline day is, in the order of lists, then who has no unit; raises NotFound."""
    with workspace.begin() as uow:
        entry = round_of(uow, year)
        people_days, unit_days = _first_days(store.list_registrations(uow, year))
        units = [unit for unit in units_on(uow, entry.deadline) if unit.exists]
        staff: dict[int | None, list[PersonOnDay]] = {}
        for person in people_on(uow, entry.deadline):
            if person.is_here:
                staff.setdefault(person.unit_id, []).append(person)
    found = [
        _progress(unit.name, staff.pop(unit.id, []), people_days, entry, unit.id, unit_days.get(unit.id))
        for unit in units
    ]
    found += [_progress(people[0].unit, people, people_days, entry) for people in staff.values()]
    return found


Days = dict[int | None, date]


def _first_days(registrations: Iterable[StoredRegistration]) -> tuple[Days, Days]:
    """Return the first day on which each person, and each unit, has registered."""
    people: Days = {}
    units: Days = {}
    for stored in registrations:
        draft = stored.draft
        for subject, days in ((draft.person_id, people), (draft.unit_id, units)):
            if subject is not None:
                days[subject] = min(draft.registered_on, days.get(subject, date.max))
    return people, units


def _progress(
    unit: str,
    people: Sequence[PersonOnDay],
    days: Days,
    entry: RegistrationRound,
    unit_id: int | None = None,
    unit_day: date | None = None,
) -> UnitProgress:
    done = [days[person.id] for person in people if person.id in days]
    return UnitProgress(
        unit, len(done), len(people), sum(is_late(day, entry) for day in done),
        tuple(person.name for person in people if person.id not in days), unit_id,
        None if unit_id is None else unit_day is not None, unit_day is not None and is_late(unit_day, entry),
    )  # fmt: skip
