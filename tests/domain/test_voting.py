import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.awards import catalogue
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.meetings import Votes
from kimhoa_app.domain.voting import checked_ballots, checked_votes, is_passed, share, vote_rules

thresholds = st.integers(1, 10_000)


@st.composite
def cast_votes(draw):
    base = draw(st.integers(1, 60))
    votes_for = draw(st.integers(0, base))
    against = draw(st.integers(0, base - votes_for))
    other = draw(st.integers(0, base - votes_for - against))
    return Votes(votes_for, against, other, base, draw(thresholds))


def check(votes_for, against, other, *, voters=10, returned=10, base=12):
    return checked_votes(votes_for, against, other, voters=voters, ballots_returned=returned, base=base, threshold=7000)


def test_votes_beyond_the_ballots_returned_are_refused_with_both_numbers():
    with pytest.raises(InvalidInput, match=r"^Tổng 11 phiếu nhiều hơn 10 phiếu thu về\.$") as caught:
        check(9, 1, 1)
    assert caught.value.field == "total"


def test_votes_short_of_the_ballots_returned_are_refused_and_say_where_the_blank_ones_go():
    with pytest.raises(InvalidInput, match=r"Tổng 9 phiếu ít hơn 10 phiếu thu về; phiếu trắng"):
        check(9, 0, 0)


def test_a_show_of_hands_adds_up_to_those_who_can_vote():
    with pytest.raises(InvalidInput, match="Tổng 9 ý kiến ít hơn 10 người có quyền biểu quyết"):
        check(9, 0, 0, returned=None)
    assert check(9, 0, 1, returned=None) == Votes(9, 0, 1, 12, 7000)


@pytest.mark.parametrize(
    ("counts", "field"), [((-1, 0, 0), "votes_for"), ((0, -1, 0), "votes_against"), ((0, 0, -1), "votes_other")]
)
def test_a_negative_count_is_refused_at_its_field(counts, field):
    with pytest.raises(InvalidInput) as caught:
        check(*counts)
    assert caught.value.field == field


def test_nobody_voting_gives_no_percentage():
    with pytest.raises(InvalidInput, match="Chưa có thành viên"):
        check(0, 0, 0, voters=0, returned=None, base=0)


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 40))
def test_what_is_accepted_always_adds_up_to_what_was_cast(votes_for, against, other, returned):
    try:
        votes = check(votes_for, against, other, returned=returned, base=40)
    except InvalidInput:
        assert votes_for + against + other != returned
    else:
        assert votes.votes_for + votes.votes_against + votes.votes_other == returned


def test_two_thirds_is_not_66_67_percent():
    assert share(Votes(8, 4, 0, 12, 6667)) == 6666
    assert not is_passed(Votes(8, 4, 0, 12, 6667))
    assert is_passed(Votes(8, 4, 0, 12, 6666))


def test_a_vote_exactly_at_the_threshold_passes():
    assert is_passed(Votes(7, 3, 0, 10, 7000))
    assert not is_passed(Votes(9, 4, 0, 13, 7000))


@given(st.integers(1, 60), thresholds)
def test_a_tie_is_not_a_majority(each, threshold):
    assert not is_passed(Votes(each, each, 0, 2 * each, threshold))


@given(cast_votes())
def test_a_share_is_between_nothing_and_the_whole(votes):
    assert 0 <= share(votes) <= 10_000


@given(cast_votes())
def test_a_case_that_passes_shows_a_share_at_or_over_its_threshold(votes):
    if is_passed(votes):
        assert share(votes) >= votes.threshold


@given(cast_votes(), thresholds)
def test_what_passes_a_threshold_passes_every_lower_one(votes, other):
    lower, higher = sorted((votes.threshold, other))
    counts = (votes.votes_for, votes.votes_against, votes.votes_other, votes.base)
    assert is_passed(Votes(*counts, lower)) or not is_passed(Votes(*counts, higher))


@given(cast_votes())
def test_one_vote_changed_to_yes_never_fails_a_case(votes):
    if votes.votes_against and is_passed(votes):
        better = Votes(votes.votes_for + 1, votes.votes_against - 1, votes.votes_other, votes.base, votes.threshold)
        assert is_passed(better)


def test_more_ballots_than_voters_are_refused():
    with pytest.raises(InvalidInput, match="Phát ra 11 phiếu nhiều hơn 10 người"):
        checked_ballots(11, 10, voters=10)


def test_more_ballots_back_than_out_are_refused():
    with pytest.raises(InvalidInput, match="Thu về 10 phiếu nhiều hơn 9 phiếu phát ra"):
        checked_ballots(9, 10, voters=10)
    assert checked_ballots(10, 9, voters=10) == (10, 9)


def test_every_award_of_the_catalogue_has_its_vote_rule():
    assert {award.vote_rule for award in catalogue().values()} <= set(vote_rules())
