import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.councils import Attendance, CouncilKind, CouncilRole, MeetingState, VoteBase, VoteMethod
from kimhoa_app.domain.meeting_rules import conflicts, missing_to_close, role_faults, warnings_of
from kimhoa_app.domain.meetings import Case, MeetingRecord, MemberPresence, Votes
from kimhoa_app.domain.quorum import base_of, has_quorum, needed, present_count, voter_count

PRESENT, WRITTEN, ABSENT = Attendance.PRESENT, Attendance.WRITTEN_OPINION, Attendance.ABSENT_EXCUSED
CHAIR, MEMBER, SECRETARY = CouncilRole.CHAIR, CouncilRole.MEMBER, CouncilRole.SECRETARY


def members_of(*attendance):
    roles = [CHAIR, *([MEMBER] * (len(attendance) - 2)), SECRETARY][: len(attendance)]
    return tuple(
        MemberPresence(n, f"Người {n}", "Công chức", role, state, person_id=n)
        for n, (role, state) in enumerate(zip(roles, attendance, strict=True), 1)
    )


def case(**changes):
    values = {"votes": Votes(3, 0, 0, 3, 7000), "award_code": "LĐTT", "person_id": 99} | changes
    return Case(1, SubjectKind.PERSON, "Trần Thị Ánh", "Công chức", "Văn phòng", **values)


def meeting(*attendance, **changes):
    values = {
        "meeting_id": 1, "council_id": 1, "council_kind": CouncilKind.EMULATION, "council_name": "Hội đồng",
        "council_decision": "", "council_decision_date": None, "year": 2026, "held_on": date(2026, 12, 10),
        "starts_at": "08:00", "ends_at": "10:00", "place": "", "state": MeetingState.PREPARED,
        "vote_method": VoteMethod.SECRET_BALLOT, "vote_base": VoteBase.ALL_MEMBERS, "quorum_num": 2, "quorum_den": 3,
        "written_opinions": True, "ballots_issued": 3, "ballots_returned": 3, "members": members_of(*attendance),
        "cases": (case(),),
    }  # fmt: skip
    return MeetingRecord(**(values | changes))


@pytest.mark.parametrize(("count", "expected"), [(9, 6), (10, 7), (11, 8), (12, 8), (13, 9), (1, 1)])
def test_two_thirds_of_the_members_is_rounded_up(count, expected):
    assert needed(count, 2, 3) == expected


@given(st.integers(1, 60), st.integers(1, 20), st.integers(0, 20))
def test_the_quorum_is_the_smallest_number_that_reaches_the_share(count, numerator, more):
    denominator = numerator + more
    least = needed(count, numerator, denominator)
    assert least * denominator >= count * numerator
    assert (least - 1) * denominator < count * numerator
    assert least <= count


def test_a_written_opinion_votes_but_is_not_presence():
    record = meeting(PRESENT, WRITTEN, WRITTEN)
    assert present_count(record.members) == 1
    assert voter_count(record) == 3
    assert not has_quorum(record)


def test_a_written_opinion_does_not_vote_where_the_meeting_takes_none():
    assert voter_count(meeting(PRESENT, WRITTEN, PRESENT, written_opinions=False)) == 2


def test_the_base_of_all_members_counts_the_absent():
    assert base_of(meeting(PRESENT, ABSENT, PRESENT)) == 3


def test_the_base_of_those_present_counts_each_who_votes():
    record = meeting(PRESENT, ABSENT, WRITTEN, PRESENT, vote_base=VoteBase.PRESENT)
    assert base_of(record) == voter_count(record) == 3


def test_an_empty_council_has_no_quorum():
    assert not has_quorum(meeting())


@given(st.lists(st.sampled_from(list(Attendance)), min_size=2, max_size=20), st.randoms(use_true_random=False))
def test_the_order_of_the_members_changes_nothing(states: list[Attendance], chance: random.Random):
    shuffled = states.copy()
    chance.shuffle(shuffled)
    one, other = meeting(*states), meeting(*shuffled)
    assert (has_quorum(one), voter_count(one), base_of(one)) == (has_quorum(other), voter_count(other), base_of(other))


@given(st.lists(st.sampled_from(list(Attendance)), min_size=2, max_size=20), st.sampled_from(list(VoteBase)))
def test_those_who_vote_are_never_more_than_the_base(states, base):
    record = meeting(*states, vote_base=base)
    assert voter_count(record) <= base_of(record)


def test_a_complete_meeting_lacks_nothing():
    assert missing_to_close(meeting(PRESENT, PRESENT, ABSENT)) == []


def test_all_that_a_meeting_lacks_is_told_at_once():
    record = meeting(PRESENT, ABSENT, ABSENT, ends_at=None, cases=(case(votes=None),), ballots_returned=None)
    assert missing_to_close(record) == [
        "Chưa đủ túc số: có mặt 1, cần ít nhất 2 thành viên.",
        "Chưa ghi giờ kết thúc.",
        "Chưa ghi số phiếu phát ra, thu về.",
        "Chưa nhập phiếu của Trần Thị Ánh (LĐTT).",
    ]


def test_a_council_has_one_chair_and_one_secretary():
    assert role_faults([CHAIR, MEMBER, SECRETARY]) == []
    assert role_faults([CHAIR, CHAIR]) == [
        "Có 2 người cùng là Chủ tịch Hội đồng; chỉ để một người.",
        "Chưa có Thư ký Hội đồng.",
    ]


def test_a_member_who_is_a_candidate_is_named():
    record = meeting(PRESENT, PRESENT, PRESENT, cases=(case(person_id=2),))
    assert [(member.member_id, found.nomination_id) for member, found in conflicts(record)] == [(2, 1)]
    assert "Người 2 là thành viên Hội đồng" in warnings_of(record)[0]


def test_a_member_with_two_titles_is_one_person():
    two = (case(person_id=2), case(person_id=2, award_code="CSTĐCS"), case(person_id=3))
    assert warnings_of(meeting(PRESENT, PRESENT, PRESENT, cases=two[:2])) == [
        "Người 2 là thành viên Hội đồng và được đưa ra xét LĐTT, CSTĐCS; không tự bỏ phiếu cho mình."
    ]
    assert warnings_of(meeting(PRESENT, PRESENT, PRESENT, cases=two)) == [
        "2 thành viên Hội đồng được đưa ra xét, không tự bỏ phiếu cho mình: Người 2 (LĐTT, CSTĐCS), Người 3 (LĐTT)."
    ]


def test_of_many_candidates_in_the_council_five_are_named_and_the_others_counted():
    cases = tuple(case(person_id=number) for number in range(1, 9))
    warning = warnings_of(meeting(*[PRESENT] * 8, cases=cases))[0]
    assert warning.startswith("8 thành viên Hội đồng")
    assert warning.endswith("Người 5 (LĐTT) và 3 người khác.")


def test_a_collective_is_never_a_member():
    outsider = MemberPresence(1, "Khách", "", CHAIR, PRESENT)
    assert conflicts(meeting(members=(outsider,), cases=(case(person_id=None, unit_id=4),))) == []


def test_a_provincial_title_asks_for_a_secret_ballot_of_all_members():
    record = meeting(
        PRESENT, PRESENT, cases=(case(award_code="CSTĐT"),),
        vote_method=VoteMethod.SHOW_OF_HANDS, vote_base=VoteBase.PRESENT,
    )  # fmt: skip
    assert ["bỏ phiếu kín" in warnings_of(record)[0], "tổng số thành viên" in warnings_of(record)[1]] == [True, True]
