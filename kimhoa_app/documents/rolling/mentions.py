"""Mentions of time in a text: stretches of it that a rule has recognised, with what is to become of each."""

from bisect import bisect_left
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
    """The stretch `start` to `end` of a text; `after` replaces it, else `question` asks, else `reason` keeps it.

    `proposal` is the answer that is likely enough to be offered with the question, None where there is none.
    """

    rule: str
    start: int
    end: int
    after: str | None = None
    question: str = ""
    reason: str = ""
    proposal: str | None = None


Rule = Callable[[str, Shift], Iterable[Mention]]


def find_mentions(text: str, shift: Shift, rules: Sequence[Rule]) -> list[Mention]:
    """Return what `rules` recognise in `text`, in reading order; where two overlap the earlier rule has the word."""
    found: list[Mention] = []
    for rule in rules:
        for mention in rule(text, shift):
            at = bisect_left(found, mention.start, key=lambda each: each.start)
            is_free_before = at == 0 or found[at - 1].end <= mention.start
            if is_free_before and (at == len(found) or mention.end <= found[at].start):
                found.insert(at, mention)
    return found
