"""The office's settings as the rules of registrations and meetings need them."""

from dataclasses import dataclass

from db.store.office import read_settings
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import award
from kimhoa_app.domain.councils import CouncilKind, VoteBase, VoteMethod
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.marks import WHOLE_MARK, Criterion
from kimhoa_app.domain.settings import Settings
from kimhoa_app.domain.voting import vote_rules

_MOST_POINTS = 100


@dataclass(frozen=True, slots=True)
class MeetingRules:
    """What a new meeting takes over from the settings and then keeps; marks are for a council for initiatives alone."""

    quorum_num: int
    quorum_den: int
    vote_base: VoteBase
    vote_method: VoteMethod
    written_opinions: bool
    pass_mark: int | None = None
    criteria: tuple[Criterion, ...] = ()


def meeting_rules(uow: UnitOfWork, kind: CouncilKind = CouncilKind.EMULATION) -> MeetingRules:
    """Return the rules for a new meeting of a council of `kind`.

    It is by secret ballot as soon as the office wants one for any group of awards that the council votes on.
    """
    settings = Settings(read_settings(uow))
    numerator, denominator = settings.share("quorum")
    codes = [code for code, rule in vote_rules().items() if rule.council is kind]
    methods = [VoteMethod(settings.choice(f"vote_method.{code}")) for code in codes]
    gives_marks = kind is CouncilKind.INITIATIVE
    return MeetingRules(
        quorum_num=numerator,
        quorum_den=denominator,
        vote_base=VoteBase(settings.choice("vote_base")),
        vote_method=max(methods, key=list(VoteMethod).index),
        written_opinions=settings.boolean("written_opinions"),
        pass_mark=_pass_mark(settings) if gives_marks else None,
        criteria=settings.criteria("initiative.criteria") if gives_marks else (),
    )


def threshold_for(uow: UnitOfWork, award_code: str) -> int:
    """Return the threshold of an award in basis points."""
    return Settings(read_settings(uow)).percent(f"threshold.{award(award_code).vote_rule}")


def _pass_mark(settings: Settings) -> int:
    points = settings.integer("initiative.pass_mark")
    if not 0 < points <= _MOST_POINTS:
        raise InvalidInput("initiative.pass_mark", "Điểm trung bình phải đạt: ghi từ 1 đến 100, ở trang Cài đặt.")
    return points * WHOLE_MARK // _MOST_POINTS


def second_use_is_refused(uow: UnitOfWork) -> bool:
    """Return whether the office lets an initiative serve one award only (rule C16)."""
    return Settings(read_settings(uow)).choice("initiative.once") == "block"


def alike_from(uow: UnitOfWork) -> int:
    """Return from how many basis points on two initiatives are told to be alike (rule C17)."""
    return Settings(read_settings(uow)).percent("initiative.alike")


def late_is_refused(uow: UnitOfWork) -> bool:
    """Return whether the office takes no registration after the deadline."""
    return Settings(read_settings(uow)).choice("registration.force") == "block"
