"""Units, people, ratings, discipline and initiatives of the fictional commune."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from db.store import awards as award_store
from db.store import initiatives as initiative_store
from db.store import people as people_store
from db.store import posts as post_store
from db.store import units as unit_store
from db.store.awards import DecisionDraft, RatingEntry
from db.store.discipline import DisciplineDraft, insert_discipline
from db.store.initiatives import AuthorShare, InitiativeDraft
from db.store.posts import PostDraft
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import PersonDraft, WorkStatus
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services.sample.source import AbsenceSource, Commune, InitiativeSource, Paper, PersonSource


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers in the data file of the units and the people, by the keys of the sample."""

    units: dict[str, int]
    people: dict[str, int]


def write_staff(uow: UnitOfWork, commune: Commune) -> Numbers:
    """Write units and people with their histories, ratings, discipline and initiatives."""
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
    _initiatives(uow, commune.initiative, numbers, _authority(commune))
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


def _initiatives(uow: UnitOfWork, initiatives: Iterable[InitiativeSource], numbers: Numbers, authority: str) -> None:
    decisions: dict[tuple[str, date], int] = {}
    for each in initiatives:
        decision_id = None if each.decision is None else _decision(uow, each.year, each.decision, authority, decisions)
        initiative_store.insert_initiative(
            uow,
            InitiativeDraft(each.year, each.name, each.field, each.summary, decision_id=decision_id),
            [AuthorShare(numbers.people[author.person], author.share) for author in each.authors],
        )


def _decision(uow: UnitOfWork, year: int, paper: Paper, authority: str, written: dict[tuple[str, date], int]) -> int:
    """Write the decision that recognises initiatives, once for all that it recognises."""
    key = (paper.number, paper.day)
    if key not in written:
        written[key] = award_store.insert_decision(uow, DecisionDraft(year, paper.number, paper.day, authority))
    return written[key]


def _authority(commune: Commune) -> str:
    return f"Chủ tịch {commune.office[-1].full_name}"
