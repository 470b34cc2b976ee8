"""What an assessment of a year holds: a result for every subject and every award, and the caps of the list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from db.store.eligibility_records import OverrideEntry
from kimhoa_app.domain.eligibility import (
    HouseholdFacts,
    ListCheck,
    Listed,
    PersonFacts,
    RuleResult,
    UnitFacts,
    Verdict,
    share_checks,
)
from kimhoa_app.domain.regimes import Regime

_LABOUR, _HERO = "LĐTT", "CSTĐCS"

Facts = PersonFacts | UnitFacts | HouseholdFacts
FactsT = TypeVar("FactsT", bound=Facts, covariant=True)


@dataclass(frozen=True, slots=True)
class Result(Generic[FactsT]):
    """One subject and one award; `override` is why the office puts it forward against the conditions."""

    year: int
    subject: FactsT
    verdict: Verdict
    position: str = ""
    override: OverrideEntry | None = None

    @property
    def award_code(self) -> str:
        """The award that is asked about."""
        return self.verdict.code

    @property
    def eligible(self) -> bool | None:
        """What the conditions say, whatever the office decided against them."""
        return self.verdict.eligible

    @property
    def name(self) -> str:
        """The name of the person, of the unit, or of the head of the household."""
        return self.subject.full_name if isinstance(self.subject, PersonFacts) else self.subject.name

    @property
    def place(self) -> str:
        """The unit of a person, the village of a household, "" for a unit."""
        match self.subject:
            case PersonFacts():
                return self.subject.unit
            case HouseholdFacts():
                return self.subject.village
        return ""

    @property
    def is_registered(self) -> bool:
        """Whether the subject has registered for this award."""
        return self.award_code in (self.subject.registered or ())

    @property
    def is_held(self) -> bool:
        """Whether the subject was given this award for the year."""
        return any(each.code == self.award_code and each.year == self.year for each in self.subject.awards)

    @property
    def is_open(self) -> bool:
        """Whether the subject can be put forward: by the conditions, or by the office against them."""
        return bool(self.eligible) or self.override is not None

    @property
    def missing(self) -> tuple[RuleResult, ...]:
        """The conditions in the way: those that bar and are not met or not known."""
        return self.verdict.reasons


AnyResult = Result[Facts]


@dataclass(frozen=True)  # without slots, for what is worked out once
class Assessment:
    """A year assessed: `people` by name, `units` and `households` in the order of lists, each for every award.

    The awards of a subject stand from the highest.
    """

    year: int
    regime: Regime
    decided_on: date
    received_on: date
    people: tuple[Result[PersonFacts], ...]
    units: tuple[Result[UnitFacts], ...]
    households: tuple[Result[HouseholdFacts], ...]
    checks: tuple[ListCheck, ...]

    @property
    def checks_and_shares(self) -> tuple[ListCheck, ...]:
        """The caps of the year, and the shares of the collectives with base and rounding."""
        shares = (share for each in self.units for share in share_checks(each.name, each.verdict))
        return (*self.checks, *shares)

    def of_person(self, person_id: int, award_code: str) -> Result[PersonFacts] | None:
        """Return the result of a person for an award, None where the person is not assessed."""
        return self._people_by_key.get((person_id, award_code))

    def of_unit(self, unit_id: int, award_code: str) -> Result[UnitFacts] | None:
        """Return the result of a unit for an award, None where the unit is not assessed for it."""
        return self._units_by_key.get((unit_id, award_code))

    def of_household(self, household_id: int, award_code: str) -> Result[HouseholdFacts] | None:
        """Return the result of a household for an award, None where there is none."""
        return self._households_by_key.get((household_id, award_code))

    @cached_property
    def _people_by_key(self) -> Mapping[tuple[int, str], Result[PersonFacts]]:
        return {(each.subject.id, each.award_code): each for each in self.people}

    @cached_property
    def _units_by_key(self) -> Mapping[tuple[int, str], Result[UnitFacts]]:
        return {(each.subject.id, each.award_code): each for each in self.units}

    @cached_property
    def _households_by_key(self) -> Mapping[tuple[int, str], Result[HouseholdFacts]]:
        return {(each.subject.id, each.award_code): each for each in self.households}

    @property
    def all(self) -> tuple[AnyResult, ...]:
        """Every result: units first, then people, then households, as papers list them."""
        return (*self.units, *self.people, *self.households)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The verdicts of a person on every award as things are, and as they would be."""

    before: tuple[Verdict, ...]
    after: tuple[Verdict, ...]


def listed(people: Iterable[Result[PersonFacts]]) -> list[Listed]:
    """Return everyone as the caps count: with the titles given, else registered for, else open to the person."""
    by_person: dict[int, dict[str, Result[PersonFacts]]] = {}
    for each in people:
        by_person.setdefault(each.subject.id, {})[each.award_code] = each
    has_registered = any(_HERO in (each.subject.registered or ()) for each in people)
    return [_one_listed(results, by_registration=has_registered) for results in by_person.values()]


def _one_listed(results: Mapping[str, Result[PersonFacts]], *, by_registration: bool) -> Listed:
    person = results[_LABOUR].subject
    rating = person.ratings.get(results[_LABOUR].year)
    hero = results[_HERO]
    return Listed(
        person.full_name,
        person.birth,
        person.unit,
        person.group,
        person.is_leader,
        None if rating is None else rating.rating,
        is_labour=results[_LABOUR].is_held or results[_LABOUR].is_open,
        is_hero=hero.is_held or (hero.is_open and (hero.is_registered or not by_registration)),
    )
