"""What a condition sees when it looks at a person, a unit or a household."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from kimhoa_app.domain.eligibility.facts import HouseholdFacts, PersonFacts, UnitFacts
from kimhoa_app.domain.eligibility.rules import Overrides, Params
from kimhoa_app.domain.eligibility.verdicts import Answer


@dataclass(frozen=True, slots=True)
class Case:
    """For which year, under which regime and by which day a decision is to be made; `overrides` are the office's.

    `met_on` is the day of the council's meeting, None while it is not fixed.
    """

    year: int
    regime: str
    decided_on: date
    overrides: Overrides = field(default_factory=dict, hash=False)
    met_on: date | None = None


class PersonLook(NamedTuple):
    """A person under a condition; `has_title` tells of a title for the case's year: given, or within reach."""

    person: PersonFacts
    case: Case
    award: str
    params: Params
    has_title: Callable[[str], Answer]

    @property
    def year(self) -> int:
        """The year for which the award would be given."""
        return self.case.year


class UnitLook(NamedTuple):
    """A unit under a condition; `has_title` tells of a title of one of its people."""

    unit: UnitFacts
    case: Case
    award: str
    params: Params
    has_title: Callable[[PersonFacts, str], Answer]


class HouseholdLook(NamedTuple):
    """A household under a condition."""

    household: HouseholdFacts
    case: Case
    award: str
    params: Params


def by_record(record: str) -> str:
    """Return the record in brackets, "" without one."""
    return f" ({record})" if record else ""
