"""What a condition answers, and what all of them together say."""

from dataclasses import dataclass
from typing import NamedTuple

from kimhoa_app.domain.eligibility.rules import Severity


# The answers and results of a year are made by the hundred thousand; a named tuple is made several times faster than a
# frozen dataclass, and weighs less on the collector.
class Answer(NamedTuple):
    """Whether a condition is met, None when that is not known; `detail` says by which record, or what is missing."""

    ok: bool | None
    detail: str


class RuleResult(NamedTuple):
    """One condition with its answer and its ground."""

    id: str
    title: str
    severity: Severity
    ok: bool | None
    detail: str
    basis: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holds for one subject and one award; only blocking conditions decide."""

    code: str
    rules: tuple[RuleResult, ...]

    @property
    def eligible(self) -> bool | None:
        """False when a blocking condition is not met, None when one is not known, else True."""
        blocking = [rule.ok for rule in self.rules if rule.severity is Severity.BLOCK]
        if False in blocking:
            return False
        return None if None in blocking else True

    @property
    def reasons(self) -> tuple[RuleResult, ...]:
        """The blocking conditions that are not met or not known."""
        return tuple(rule for rule in self.rules if rule.severity is Severity.BLOCK and not rule.ok)


def all_of(*answers: Answer) -> Answer:
    """Return the answer that holds when all do: False when one is, None when one is not known, else True."""
    oks = [each.ok for each in answers]
    ok = False if False in oks else None if None in oks else True
    return Answer(ok, _told(answers, ok))


def any_of(*answers: Answer) -> Answer:
    """Return the answer that holds when one does: True when one is, None when one is not known, else False."""
    oks = [each.ok for each in answers]
    ok = True if True in oks else None if None in oks else False
    return Answer(ok, _told(answers, ok))


def _told(answers: tuple[Answer, ...], ok: bool | None) -> str:
    """Return the details of the answers that decided."""
    return "; ".join(dict.fromkeys(each.detail for each in answers if each.ok is ok and each.detail))
