"""Registered against achieved as papers list it: each registration with its result, and the sums with their base."""

from collections.abc import Sequence
from dataclasses import dataclass

from kimhoa_app.domain.awards import award_name
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.registration_fates import Fate, FateCount, counts_of, title_of
from kimhoa_app.domain.voting import WHOLE
from kimhoa_app.text.numbers import percent


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """A numbered registration; `result` is its state in words, `reason` by what."""

    number: int
    name: str
    post: str
    title: str
    result: str
    reason: str


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """The sums of one title, or of all; `share` is of those awarded among those who registered, as "85,5%"."""

    title: str
    registered: int
    awarded: int
    lost: int
    open: int
    share: str


@dataclass(frozen=True, slots=True)
class OutcomesPaper:
    """Every registration of a year with its result; a subject with two titles has two lines and counts twice."""

    lines: tuple[OutcomeLine, ...]
    counts: tuple[OutcomeCount, ...]
    total: OutcomeCount


def outcomes_paper(fates: Sequence[Fate], office: OfficeKind) -> OutcomesPaper:
    """Return what papers of such an office print of the fates of a year's registrations."""
    counts = counts_of(fates)
    return OutcomesPaper(
        lines=tuple(_line(number, fate, office) for number, fate in enumerate(fates, 1)),
        counts=tuple(outcome_count(count, office) for count in counts),
        total=_total(counts),
    )


def outcome_count(count: FateCount, office: OfficeKind | None = None) -> OutcomeCount:
    """Return the sums of one title as a table shows them."""
    return OutcomeCount(
        award_name(count.award_code, office), count.registered, count.awarded, count.lost, count.open,
        percent(count.awarded_share),
    )  # fmt: skip


def _line(number: int, fate: Fate, office: OfficeKind) -> OutcomeLine:
    line = fate.line
    post = ", ".join(part for part in (line.position, line.unit) if part)
    return OutcomeLine(number, line.name, post, title_of(line, office), label(fate.state), fate.reason)


def _total(counts: Sequence[FateCount]) -> OutcomeCount:
    registered, awarded = sum(each.registered for each in counts), sum(each.awarded for each in counts)
    return OutcomeCount(
        "Cộng",
        registered,
        awarded,
        sum(each.lost for each in counts),
        sum(each.open for each in counts),
        percent(awarded * WHOLE // registered) if registered else "",
    )
