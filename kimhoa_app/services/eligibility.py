"""Who can be put forward for what in a year, and why: every subject under every condition of its regime."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from db.store import eligibility_records as store
from db.store.eligibility_facts import YearOfFacts, gather
from db.store.eligibility_records import OverrideEntry
from db.store.meetings import meeting_ids, read_record
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import Award, SubjectKind, forms_for, titles_for
from kimhoa_app.domain.councils import CouncilKind
from kimhoa_app.domain.eligibility import (
    Assessor,
    Case,
    HouseholdFacts,
    InitiativeFact,
    PersonFacts,
    RatingFact,
    UnitFacts,
    list_checks,
)
from kimhoa_app.domain.errors import NotFound
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.people import Rating
from kimhoa_app.domain.regimes import regime_on
from kimhoa_app.services.eligibility_days import days_of
from kimhoa_app.services.eligibility_results import AnyResult, Assessment, Result, WhatIf, listed
from kimhoa_app.services.eligibility_rules import office_overrides
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.collation import name_key

__all__ = [
    "AnyResult",
    "Assessment",
    "Result",
    "WhatIf",
    "assess_year",
    "assessed",
    "council_day",
    "what_if",
]

_SUPPOSED = -1


def assess_year(
    workspace: Workspace, year: int, decided_on: date | None = None, received_on: date | None = None
) -> Assessment:
    """Return the staff, the units and the households of `year` under the conditions of every award.

    The regime is that of the day of decision and of the day on which the dossier is received: those given, or what
    `eligibility_days` knows of the year. Raises InvalidInput for a receipt after the decision.
    """
    with workspace.begin() as uow, _collector_resting():
        return assessed(uow, year, decided_on, received_on)


def assessed(uow: UnitOfWork, year: int, decided_on: date | None = None, received_on: date | None = None) -> Assessment:
    """Return what `assess_year` does, inside a transaction that is open."""
    decided, received = days_of(uow, year, decided_on, received_on)
    regime = regime_on(decided, received)
    facts = gather(uow, year, decided)
    overrides = {each.key: each for each in store.list_overrides(uow, year)}
    case = Case(year, regime.code, decided, office_overrides(uow), council_day(uow, year))
    assessor = Assessor(case)
    people = _people(facts, assessor, overrides)
    units = _units(facts.units, assessor, overrides)
    checks = list_checks(listed(people), year, regime.code, case.overrides)
    return Assessment(year, regime, decided, received, people, units, _households(facts, assessor), checks)


def what_if(
    workspace: Workspace,
    person_id: int,
    year: int,
    *,
    rating: Rating | None = None,
    initiative: Scope | None = None,
    decided_on: date | None = None,
    received_on: date | None = None,
) -> WhatIf:
    """Return what a rating of the year, or an initiative recognised in time, would change; nothing is saved.

    Raises NotFound for someone who is not on the staff then.
    """
    with workspace.begin() as uow:
        decided, received = days_of(uow, year, decided_on, received_on)
        facts = gather(uow, year, decided)
        case = Case(year, regime_on(decided, received).code, decided, office_overrides(uow), council_day(uow, year))
    person = next((each for each in facts.people if each.id == person_id), None)
    if person is None:
        raise _not_on_staff(year)
    supposed = _supposing(person, year, rating, initiative)
    before, after = Assessor(case), Assessor(case)
    codes = [entry.code for entry in _awards(SubjectKind.PERSON)]
    return WhatIf(
        tuple(before.person(person, code) for code in codes), tuple(after.person(supposed, code) for code in codes)
    )


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Keep the garbage collector still: the results of thousands live on, and it would walk them again and again."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


def council_day(uow: UnitOfWork, year: int) -> date | None:
    """Return the day of the year's last meeting of the council for emulation, None while there is none."""
    records = (read_record(uow, each) for each in meeting_ids(uow, year))
    return max((each.held_on for each in records if each.council_kind is CouncilKind.EMULATION), default=None)


def _awards(subject: SubjectKind) -> list[Award]:
    return [*titles_for(subject), *forms_for(subject)]


def _people(
    facts: YearOfFacts, assessor: Assessor, overrides: Mapping[store.SubjectKey, OverrideEntry]
) -> tuple[Result[PersonFacts], ...]:
    year, codes = assessor.case.year, [entry.code for entry in _awards(SubjectKind.PERSON)]
    ordered = sorted(facts.people, key=lambda each: name_key(each.full_name))
    return tuple(
        Result(year, person, assessor.person(person, code), facts.posts[person.id], given)
        for person in ordered
        for code in codes
        for given in [overrides.get((person.id, None, code))]
    )


def _units(
    units: Iterable[UnitFacts], assessor: Assessor, overrides: Mapping[store.SubjectKey, OverrideEntry]
) -> tuple[Result[UnitFacts], ...]:
    return tuple(
        Result(
            assessor.case.year,
            unit,
            assessor.unit(unit, entry.code),
            override=overrides.get((None, unit.id, entry.code)),
        )
        for unit in units
        for entry in _awards(SubjectKind.COLLECTIVE)
        if _is_for(entry.code, unit)
    )


def _households(facts: YearOfFacts, assessor: Assessor) -> tuple[Result[HouseholdFacts], ...]:
    codes = [entry.code for entry in _awards(SubjectKind.HOUSEHOLD)]
    return tuple(
        Result(assessor.case.year, household, assessor.household(household, code))
        for household in facts.households
        for code in codes
    )


def _is_for(award_code: str, unit: UnitFacts) -> bool:
    """Whether a unit of this kind can have the award: villages have a title of their own, and no other."""
    if award_code == "TVH":
        return unit.is_village
    return not unit.is_village or award_code in ("GKX", "BKT", "BKTTg")


def _supposing(person: PersonFacts, year: int, rating: Rating | None, initiative: Scope | None) -> PersonFacts:
    supposed = person
    if rating is not None:
        supposed = replace(supposed, ratings={**person.ratings, year: RatingFact(rating, "giả định")})
    if initiative is not None:
        one = InitiativeFact(_SUPPOSED, "giả định", year, is_recognised=True, scope=initiative)
        supposed = replace(supposed, initiatives=person.initiatives | {one})
    return supposed


def _not_on_staff(year: int) -> NotFound:
    return NotFound(f"Người này không có trong danh sách cán bộ năm {year}.")
