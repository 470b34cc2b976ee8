"""Facts that hold from one day to another, such as a post, a signer's term or an office's name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar


class Dated(Protocol):
    """Anything with a first day and, once ended, a last day; both days are included."""

    @property
    def valid_from(self) -> date | None:
        """The first day, None when it has always held."""

    @property
    def valid_to(self) -> date | None:
        """The last day, None while it still holds."""


DatedT = TypeVar("DatedT", bound=Dated)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `valid_from` to `valid_to`, both included; None means open on that side."""

    valid_from: date | None = None
    valid_to: date | None = None


def holds_on(fact: Dated, day: date) -> bool:
    """Return whether `fact` holds on `day`."""
    starts_in_time = fact.valid_from is None or fact.valid_from <= day
    return starts_in_time and (fact.valid_to is None or day <= fact.valid_to)


def current(facts: Iterable[DatedT], day: date) -> DatedT | None:
    """Return the fact that holds on `day`, the latest begun where several do, or None."""
    holding = [fact for fact in facts if holds_on(fact, day)]
    return max(holding, key=lambda fact: fact.valid_from or date.min, default=None)
