"""What became of a registration: the state it is in and, where it came to nothing, at which step and why."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kimhoa_app.domain.awards import award, award_name
from kimhoa_app.domain.meetings import Votes
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.registrations import RegistrationLine
from kimhoa_app.domain.voting import WHOLE, is_passed, share
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.numbers import percent


class FateState(StrEnum):
    """How far a registration has come; the last ones are ends."""

    REGISTERED = "registered"
    CHANGED = "changed"
    BEFORE_COUNCIL = "before_council"
    PASSED = "passed"
    AWARDED = "awarded"
    WITHDRAWN = "withdrawn"
    NOT_ELIGIBLE = "not_eligible"
    NOT_PUT_FORWARD = "not_put_forward"
    FAILED = "failed"
    REFUSED = "refused"

    @property
    def is_loss(self) -> bool:
        """Whether the registration came to nothing at this step."""
        return self in _LOSSES

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return self not in _LOSSES and self is not FateState.AWARDED


_LOSSES = frozenset(
    {
        FateState.WITHDRAWN,
        FateState.NOT_ELIGIBLE,
        FateState.NOT_PUT_FORWARD,
        FateState.FAILED,
        FateState.REFUSED,
    }
)


@dataclass(frozen=True, slots=True)
class FateFacts:
    """What the data know of one registration.

    `votes` are those of the last meeting that has it; `decision` says by which decision it was awarded, None when it
    was not; `unmet` the condition that is not met and `gone` why the subject was not there when the council met, "" for
    none; `lesser` the codes given instead of what was asked for.
    """

    is_changed: bool = False
    withdrawn_on: date | None = None
    is_before_council: bool = False
    council_has_met: bool = False
    votes: Votes | None = None
    decision: str | None = None
    refused_on: date | None = None
    refusal: str = ""
    unmet: str = ""
    gone: str = ""
    lesser: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fate:
    """A registration with its state; `reason` says in words by what, "" where there is nothing to say."""

    line: RegistrationLine
    state: FateState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FateCount:
    """How many registered for one title and what became of them; shares are taken of `registered`."""

    award_code: str
    registered: int
    awarded: int
    lost: int

    @property
    def open(self) -> int:
        """How many are still under way."""
        return self.registered - self.awarded - self.lost

    @property
    def awarded_share(self) -> int:
        """The share of those awarded in basis points of those who registered, cut off and never rounded up."""
        return self.awarded * WHOLE // self.registered


def fate_of(line: RegistrationLine, facts: FateFacts) -> Fate:
    """Return what became of a registration; the latest step that is known decides."""
    if facts.decision is not None:
        return Fate(line, FateState.AWARDED, facts.decision)
    if facts.withdrawn_on is not None:
        return Fate(line, FateState.WITHDRAWN, f"Rút ngày {list_date(facts.withdrawn_on)}")
    state, reason = _step(facts)
    if state.is_loss and facts.lesser:
        given = ", ".join(award(code).name for code in facts.lesser)
        reason = f"{reason}; được tặng {given}" if reason else f"Được tặng {given}"
    return Fate(line, state, reason)


def counts_of(fates: Iterable[Fate]) -> tuple[FateCount, ...]:
    """Return the sums by title, the highest title first."""
    fates = list(fates)
    registered = Counter(fate.line.award_code for fate in fates)
    awarded = Counter(fate.line.award_code for fate in fates if fate.state is FateState.AWARDED)
    lost = Counter(fate.line.award_code for fate in fates if fate.state.is_loss)
    return tuple(
        FateCount(code, registered[code], awarded[code], lost[code])
        for code in sorted(registered, key=lambda code: award(code).rank)
    )


def title_of(line: RegistrationLine, office: OfficeKind | None = None) -> str:
    """Return the title of a registration as lists name it, with the form of commendation asked for beside it."""
    subject = line.unit if line.unit and not line.position else line.name
    title = award_name(line.award_code, office, subject)
    return f"{title}; {award_name(line.form_code, office)}" if line.form_code else title


def votes_told(votes: Votes) -> str:
    """Return votes as a sentence tells them: "8/13 đồng ý (61,53%), cần từ 70%"."""
    return f"{votes.votes_for}/{votes.base} phiếu đồng ý ({percent(share(votes))}), cần từ {percent(votes.threshold)}"


def _step(facts: FateFacts) -> tuple[FateState, str]:
    if facts.refused_on is not None:
        return FateState.REFUSED, f"{facts.refusal} (ngày {list_date(facts.refused_on)})"
    if facts.votes is not None:
        return FateState.PASSED if is_passed(facts.votes) else FateState.FAILED, votes_told(facts.votes)
    if facts.is_before_council:
        return FateState.BEFORE_COUNCIL, ""
    if facts.council_has_met:
        if facts.unmet:
            return FateState.NOT_ELIGIBLE, facts.unmet
        return FateState.NOT_PUT_FORWARD, facts.gone or "Không có trong danh sách Hội đồng xét"
    return FateState.CHANGED if facts.is_changed else FateState.REGISTERED, ""
