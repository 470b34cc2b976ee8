"""Units, people, ratings and discipline of the fictional commune."""

from dataclasses import dataclass
from datetime import timedelta

from db.store import awards as award_store
from db.store import people as people_store
from db.store import posts as post_store
from db.store import units as unit_store
from db.store.awards import RatingEntry
from db.store.discipline import DisciplineDraft, insert_discipline
from db.store.posts import PostDraft
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import PersonDraft, WorkStatus
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services.sample.source import AbsenceSource, Commune, PersonSource


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers in the data file of the units and the people, by the keys of the sample."""

    units: dict[str, int]
    people: dict[str, int]


def write_staff(uow: UnitOfWork, commune: Commune) -> Numbers:
    """Write units and people with their histories, ratings and discipline."""
    units = _units(uow, commune)
    numbers = Numbers(units, {person.key: _person(uow, person, units) for person in commune.person})
    for absence in commune.absence:
        _absence(uow, absence, numbers.people[absence.person])
    for measure in commune.discipline:
        insert_discipline(
            uow,
            DisciplineDraft(
                numbers.people[measure.person],
                measure.form,
                measure.decided_on,
                measure.ended_on,
                measure.decision_number,
            ),
        )
    _ratings(uow, commune, numbers)
    return numbers


def _units(uow: UnitOfWork, commune: Commune) -> dict[str, int]:
    numbers = {
        unit.key: unit_store.insert_unit(
            uow, UnitDraft(unit.name, unit.kind, unit.short_name, unit.founded_on, unit.dissolved_on)
        )
        for unit in commune.unit
    }
    for unit in commune.unit:
        if unit.dissolved_on is not None:
            for successor in unit.successors:
                unit_store.add_succession(uow, numbers[unit.key], numbers[successor], unit.dissolved_on)
    return numbers


def _person(uow: UnitOfWork, person: PersonSource, units: dict[str, int]) -> int:
    present = PostDraft(person.position, units[person.unit], person.group, person.leader)
    first = present if person.was is None else PostDraft(person.was.position, units[person.was.unit], person.group)
    draft = PersonDraft(
        full_name=person.name,
        birth=PartialDate.parse_iso(person.birth),
        gender=person.gender,
        national_id=person.id,
        position=first.position,
        unit_id=first.unit_id,
        group=first.group,
        is_leader=first.is_leader,
        start_date=person.start,
    )
    number = people_store.insert_person(uow, draft, person.start)
    if person.moved_on is not None:
        post_store.start_post(uow, number, present, person.moved_on)
    if person.left is not None:
        post_store.start_status(uow, number, person.left.status, person.left.day, "")
        post_store.end_posts(uow, number, person.left.day)
    return number


def _absence(uow: UnitOfWork, absence: AbsenceSource, person_id: int) -> None:
    post_store.start_status(uow, person_id, absence.status, absence.first_day, "")
    if absence.last_day is not None:
        back = absence.last_day + timedelta(days=1)
        post_store.start_status(uow, person_id, WorkStatus.WORKING, back, "")


def _ratings(uow: UnitOfWork, commune: Commune, numbers: Numbers) -> None:
    entries = [
        RatingEntry(numbers.people[person.key], None, year.year, rating, year.ratings.number, year.ratings.day)
        for year in commune.year
        for person in commune.person
        if (rating := person.rating_in(year.year)) is not None and year.ratings is not None
    ]
    award_store.insert_ratings(uow, entries)
