"""The office's settings as the rules of registrations and meetings need them."""

from dataclasses import dataclass

from db.store.office import read_settings
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import award
from kimhoa_app.domain.councils import VoteBase, VoteMethod
from kimhoa_app.domain.settings import Settings
from kimhoa_app.domain.voting import vote_rules


@dataclass(frozen=True, slots=True)
class MeetingRules:
    """What a new meeting takes over from the settings and then keeps."""

    quorum_num: int
    quorum_den: int
    vote_base: VoteBase
    vote_method: VoteMethod
    written_opinions: bool


def meeting_rules(uow: UnitOfWork) -> MeetingRules:
    """Return the rules for a new meeting: by secret ballot as soon as the office wants one for any group of awards."""
    settings = Settings(read_settings(uow))
    numerator, denominator = settings.share("quorum")
    methods = {settings.choice(f"vote_method.{code}") for code in vote_rules()}
    secret = VoteMethod.SECRET_BALLOT
    return MeetingRules(
        quorum_num=numerator,
        quorum_den=denominator,
        vote_base=VoteBase(settings.choice("vote_base")),
        vote_method=secret if secret.value in methods else VoteMethod.SHOW_OF_HANDS,
        written_opinions=settings.boolean("written_opinions"),
    )


def threshold_for(uow: UnitOfWork, award_code: str) -> int:
    """Return the threshold of an award in basis points."""
    return Settings(read_settings(uow)).percent(f"threshold.{award(award_code).vote_rule}")


def late_is_refused(uow: UnitOfWork) -> bool:
    """Return whether the office takes no registration after the deadline."""
    return Settings(read_settings(uow)).choice("registration.force") == "block"
