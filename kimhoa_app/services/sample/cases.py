"""Which registrations of the fictional commune came before the council, after its office had looked at each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from db.store import cases as case_store
from db.store.awards import list_ratings
from db.store.discipline import disciplined_in
from db.store.subjects import PersonOnDay, UnitOnDay, people_on, units_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.meetings import Case
from kimhoa_app.domain.people import Rating
from kimhoa_app.domain.registrations import RegistrationLine
from kimhoa_app.services.registrations import registration_list
from kimhoa_app.services.sample.source import Commune, YearSource
from kimhoa_app.services.sample.staff import Numbers

WORTHY = (Rating.EXCELLENT, Rating.GOOD)
"""The ratings with which a person can be Lao động tiên tiến (rule C03)."""

WORTHY_SHARE = 70
"""Percent of a collective's rated staff that must be worthy (rule C24 as it is from 2024 on)."""


def write_cases(uow: UnitOfWork, meeting_id: int, year: YearSource, commune: Commune, numbers: Numbers) -> None:
    """Put before the meeting what was registered; of a year that is rated, only those who meet the criteria."""
    listing = registration_list(uow, year.year)
    review = _review(uow, year, commune, numbers)
    lines = (*listing.collectives, *listing.people)
    case_store.add_cases(uow, meeting_id, [case for line in lines for case in review.cases_of(line)])


@dataclass(frozen=True, slots=True)
class _Review:
    """What is known on the day of the meeting; `worthy` is None before the staff is rated."""

    people: dict[int, PersonOnDay]
    units: dict[int, UnitOnDay]
    successors: dict[int, tuple[int, ...]]
    villages: frozenset[int]
    rated: frozenset[int]
    worthy: frozenset[int] | None
    taken_over: set[int]

    def cases_of(self, line: RegistrationLine) -> Iterator[Case]:
        """Yield the cases of a registration: its title, and its form of commendation once the staff is rated."""
        codes = [line.award_code]
        if self.worthy is not None and line.form_code is not None:
            codes.append(line.form_code)
        for case in self._subjects(line):
            yield from (replace(case, award_code=code) for code in codes)

    def _subjects(self, line: RegistrationLine) -> Iterator[Case]:
        if line.subject is SubjectKind.PERSON:
            if self._is_worthy(line.subject_id):
                yield self._person_case(line)
        elif line.subject_id in self.units:
            if self._is_worthy_unit(line.subject_id):
                yield self._unit_case(line.subject_id, line.registration_id)
        else:
            for successor in self.successors.get(line.subject_id, ()):
                if successor not in self.taken_over and self._is_worthy_unit(successor):
                    self.taken_over.add(successor)
                    yield self._unit_case(successor, None)

    def _is_worthy(self, person_id: int) -> bool:
        return person_id in self.people and (self.worthy is None or person_id in self.worthy)

    def _is_worthy_unit(self, unit_id: int) -> bool:
        if self.worthy is None or unit_id in self.villages:
            return True
        rated = {person.id for person in self.people.values() if person.unit_id == unit_id} & self.rated
        return 100 * len(rated & self.worthy) >= WORTHY_SHARE * len(rated)

    def _person_case(self, line: RegistrationLine) -> Case:
        person = self.people[line.subject_id]
        return Case(
            0, SubjectKind.PERSON, person.name, person.position, person.unit, "", line.topic,
            registration_id=line.registration_id, person_id=person.id,
        )  # fmt: skip

    def _unit_case(self, unit_id: int, registration_id: int | None) -> Case:
        name = self.units[unit_id].name
        return Case(0, SubjectKind.COLLECTIVE, name, "", "", "", registration_id=registration_id, unit_id=unit_id)


def _review(uow: UnitOfWork, year: YearSource, commune: Commune, numbers: Numbers) -> _Review:
    ratings = {entry.person_id: entry.rating for entry in list_ratings(uow, year=year.year) if entry.person_id}
    registered = {line.subject_id for line in registration_list(uow, year.year).people}
    disciplined = disciplined_in(uow, year.year)
    worthy = {person for person, rating in ratings.items() if rating in WORTHY} & registered - disciplined
    return _Review(
        people={person.id: person for person in people_on(uow, year.meeting.day) if person.is_here},
        units={unit.id: unit for unit in units_on(uow, year.meeting.day) if unit.exists},
        successors={
            numbers.units[unit.key]: tuple(numbers.units[key] for key in unit.successors) for unit in commune.unit
        },
        villages=frozenset(numbers.units[unit.key] for unit in commune.villages),
        rated=frozenset(ratings),
        worthy=frozenset(worthy) if ratings else None,
        taken_over=set(),
    )
