"""Sáng kiến: how far one reaches, how far it has come, and what it has served."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Scope(StrEnum):
    """How far an initiative is recognised to reach, the nearest first: cơ sở, tỉnh, toàn quốc."""

    GRASSROOTS = "grassroots"
    PROVINCE = "province"
    NATION = "nation"

    def reaches(self, other: "Scope") -> bool:
        """Return whether this scope is as wide as `other` or wider."""
        return _WIDTHS[self] >= _WIDTHS[other]


_WIDTHS = {scope: width for width, scope in enumerate(Scope)}


class InitiativeState(StrEnum):
    """How far an initiative has come, in the order of its way."""

    REGISTERED = "registered"
    SUBMITTED = "submitted"
    BEFORE_COUNCIL = "before_council"
    PASSED = "passed"
    REFUSED = "refused"
    RECOGNISED = "recognised"
    USED = "used"


@dataclass(frozen=True, slots=True)
class InitiativeUse:
    """An award that an initiative has served for one of its authors."""

    use_id: int
    person_id: int
    award_code: str
    year: int

    @property
    def words(self) -> str:
        """Return it as lists show it: "CSTĐCS 2024"."""
        return f"{self.award_code} {self.year}"


@dataclass(frozen=True, slots=True)
class Hearing:
    """The last time that the council for initiatives had an initiative before it; `passed` None while it is open."""

    meeting_id: int
    held_on: date
    passed: bool | None


def state_of(*, is_recognised: bool, uses: Sequence[InitiativeUse], hearing: Hearing | None) -> InitiativeState:
    """Return how far an initiative that was submitted has come; what a decision says counts before the council."""
    if is_recognised:
        return InitiativeState.USED if uses else InitiativeState.RECOGNISED
    if hearing is None:
        return InitiativeState.SUBMITTED
    if hearing.passed is None:
        return InitiativeState.BEFORE_COUNCIL
    return InitiativeState.PASSED if hearing.passed else InitiativeState.REFUSED


def used_words(uses: Sequence[InitiativeUse]) -> str:
    """Return what an initiative has served, the earliest first: "đã dùng: CSTĐCS 2024"; "" for nothing."""
    words = dict.fromkeys(use.words for use in sorted(uses, key=lambda use: (use.year, use.award_code)))
    return f"đã dùng: {', '.join(words)}" if words else ""


@dataclass(frozen=True, slots=True)
class ListedInitiative:
    """A numbered line of the list of initiatives, all in words; `decision` and `authority` are "" until recognised."""

    number: int
    name: str
    summary: str
    authors: str
    units: str
    scope: str
    decision: str
    decided_on: date | None
    authority: str
    used: str
