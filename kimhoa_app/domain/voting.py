"""Votes on one case: their sums, their share of the base and whether the threshold is met (rules C32 to C34)."""

from dataclasses import dataclass
from functools import cache

from kimhoa_app.domain.councils import CouncilKind
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.meetings import Votes
from resources import read_toml

WHOLE = 10_000
"""The whole in basis points."""


@dataclass(frozen=True, slots=True)
class VoteRule:
    """What a vote on one group of awards needs; its threshold is the office's setting "threshold.<code>".

    `secret_ballot` and `all_members` say that the ground asks for a secret ballot and for the base of all members,
    whatever the office chose for other votes. `council` is the kind of council that votes so.
    """

    code: str
    name: str
    secret_ballot: bool
    all_members: bool
    basis: str
    council: CouncilKind = CouncilKind.EMULATION


@cache
def vote_rules() -> dict[str, VoteRule]:
    """Return the rules of `resources/regimes/voting.toml` by code."""
    return {
        entry["code"]: VoteRule(**{**entry, "council": CouncilKind(entry.get("council", CouncilKind.EMULATION))})
        for entry in read_toml("regimes/voting.toml")["rule"]
    }


def share(votes: Votes) -> int:
    """Return the share of the votes for, in basis points of the base, cut off and never rounded up.

    8 of 12 is 6666, so that no printed percentage ever reads as if it met a threshold that it missed.
    """
    return votes.votes_for * WHOLE // votes.base


def is_passed(votes: Votes) -> bool:
    """Return whether the votes for reach the threshold and outnumber the votes against; a tie is not a majority."""
    return votes.votes_for * WHOLE >= votes.threshold * votes.base and votes.votes_for > votes.votes_against


def checked_ballots(issued: int, returned: int, *, voters: int) -> tuple[int, int]:
    """Return (`issued`, `returned`) when no more ballots were issued than there are voters, nor returned than issued.

    Raises InvalidInput for the field at fault.
    """
    for field, count in (("issued", issued), ("returned", returned)):
        if count < 0:
            raise InvalidInput(field, "Số phiếu không được là số âm.")
    if issued > voters:
        raise InvalidInput("issued", f"Phát ra {issued} phiếu nhiều hơn {voters} người có quyền bỏ phiếu.")
    if returned > issued:
        raise InvalidInput("returned", f"Thu về {returned} phiếu nhiều hơn {issued} phiếu phát ra.")
    return issued, returned


def checked_votes(
    votes_for: int,
    votes_against: int,
    votes_other: int,
    *,
    voters: int,
    ballots_returned: int | None,
    base: int,
    threshold: int,
) -> Votes:
    """Return the votes when they add up to what was cast: the ballots returned, or the voters of a show of hands.

    `votes_other` holds blank and invalid ballots and those who abstained, so that nothing cast is left out. Raises
    InvalidInput, with `total` as its field where the sum is wrong.
    """
    counts = {"votes_for": votes_for, "votes_against": votes_against, "votes_other": votes_other}
    for field, count in counts.items():
        if count < 0:
            raise InvalidInput(field, "Số phiếu không được là số âm.")
    _check_total(sum(counts.values()), voters=voters, ballots_returned=ballots_returned)
    if base < 1:
        raise InvalidInput("total", "Chưa có thành viên nào để tính tỷ lệ.")
    return Votes(votes_for, votes_against, votes_other, base, threshold)


def _check_total(total: int, *, voters: int, ballots_returned: int | None) -> None:
    if ballots_returned is None:
        cast, of, rest = voters, "người có quyền biểu quyết", "người không giơ tay"
        unit = "ý kiến"
    else:
        cast, of, rest = ballots_returned, "phiếu thu về", "phiếu trắng, phiếu không hợp lệ"
        unit = "phiếu"
    if total > cast:
        raise InvalidInput("total", f"Tổng {total} {unit} nhiều hơn {cast} {of}.")
    if total < cast:
        raise InvalidInput("total", f"Tổng {total} {unit} ít hơn {cast} {of}; {rest} ghi vào cột “Ý kiến khác”.")
