"""Mentions of time in a text: stretches of it that a rule has recognised, with what is to become of each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shift:
    """From which year a document is rolled to which; `own_number` is its number and symbol, "" where it has none."""

    from_year: int
    to_year: int
    own_number: str = ""

    @property
    def years(self) -> int:
        """How many years lie between."""
        return self.to_year - self.from_year


@dataclass(frozen=True, slots=True)
class Mention:
    """The stretch `start` to `end` of a text; `after` replaces it, else `question` asks, else `reason` keeps it."""

    rule: str
    start: int
    end: int
    after: str | None = None
    question: str = ""
    reason: str = ""


Rule = Callable[[str, Shift], Iterable[Mention]]


def find_mentions(text: str, shift: Shift, rules: Sequence[Rule]) -> list[Mention]:
    """Return what `rules` recognise in `text`, in reading order; where two overlap the earlier rule has the word."""
    found: list[Mention] = []
    for rule in rules:
        for mention in rule(text, shift):
            if all(mention.end <= other.start or other.end <= mention.start for other in found):
                found.append(mention)
    return sorted(found, key=lambda mention: mention.start)
