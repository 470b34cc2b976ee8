"""Who can be registered or put forward on a day: people with the post they then hold, units that then exist."""

from dataclasses import dataclass
from datetime import date

from db.store.people import PersonEntry, list_people
from db.store.units import list_units
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.people import Gender, StaffGroup
from kimhoa_app.domain.units import UnitKind
from kimhoa_app.text.collation import name_key

_HONORIFICS = {Gender.MALE: "Ông", Gender.FEMALE: "Bà", None: ""}


@dataclass(frozen=True, slots=True)
class PersonOnDay:
    """A person as lists print the person on a day; `birth` as shown, `is_here` whether the person is on the staff."""

    id: int
    name: str
    honorific: str
    birth: str
    position: str
    unit_id: int | None
    unit: str
    is_here: bool
    group: StaffGroup | None = None


@dataclass(frozen=True, slots=True)
class UnitOnDay:
    """A unit on a day; `headcount` is the staff in it, `exists` whether it then stands."""

    id: int
    name: str
    headcount: int
    exists: bool
    kind: UnitKind = UnitKind.OTHER


def people_on(uow: UnitOfWork, day: date) -> list[PersonOnDay]:
    """Return everyone as on `day`, also those who have gone, by unit and then by Vietnamese name order."""
    places = {unit.id: place for place, unit in enumerate(list_units(uow, day))}
    people = list_people(uow, day, include_gone=True)
    people.sort(key=lambda each: (places.get(each.unit_id or 0, len(places)), name_key(_name(each))))
    return [_person(entry) for entry in people]


def units_on(uow: UnitOfWork, day: date) -> list[UnitOnDay]:
    """Return every unit as on `day`, also those that are no more, in the order of lists."""
    return [
        UnitOnDay(unit.id, unit.name, unit.headcount, exists=unit.exists_on(day), kind=unit.kind)
        for unit in list_units(uow, day)
    ]


def _name(entry: PersonEntry) -> str:
    return entry.print_name or entry.full_name


def _person(entry: PersonEntry) -> PersonOnDay:
    return PersonOnDay(
        id=entry.id,
        name=_name(entry),
        honorific=entry.honorific or _HONORIFICS[entry.gender],
        birth=entry.birth.shown if entry.birth else "",
        position=entry.position,
        unit_id=entry.unit_id,
        unit=entry.unit_name,
        is_here=entry.status.is_here,
        group=entry.group,
    )
