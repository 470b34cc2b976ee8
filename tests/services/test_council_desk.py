from datetime import date

import pytest

from kimhoa_app.domain.councils import CouncilDraft, CouncilKind, CouncilRole, MemberDraft
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.domain.office import Signer, SigningCapacity
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import council_desk, councils, meetings, nominations, office, registrations, settings

YEAR = 2026
DAY = date(2026, 12, 10)
REGISTERED = date(2026, 1, 10)


@pytest.fixture
def meeting(commune):
    ids = [commune.people[name] for name in ("Đặng Văn Cường", "Phạm Văn Đạt")]
    registrations.register_many(commune.workspace, YEAR, ids, "LĐTT", REGISTERED)
    draft = RegistrationDraft("CSTĐCS", REGISTERED, person_id=commune.people["Lê Thị Ánh"])
    registrations.register(commune.workspace, YEAR, draft)
    return council_desk.prepare(commune.workspace, YEAR, DAY, "08:00", "Phòng họp UBND xã")[0]


def names(commune, meeting_id):
    return [member.full_name for member in meetings.read_meeting(commune.workspace, meeting_id).members]


def test_the_desk_says_what_each_award_needs_and_on_what_ground(commune, meeting):
    settings.change_setting(commune.workspace, "threshold.commune_high", "85%")
    desk = council_desk.read_desk(commune.workspace, meeting)
    assert {(each.codes, each.needed, each.is_certain) for each in desk.thresholds} == {
        (("LĐTT",), 7000, False),
        (("CSTĐCS",), 8500, True),
    }
    assert all(each.ground for each in desk.thresholds)


def test_what_is_lacking_leaves_out_the_hour_that_closing_asks_for(commune, meeting):
    desk = council_desk.read_desk(commune.workspace, meeting)
    assert not any("giờ kết thúc" in each for each in desk.lacking)
    assert len(desk.lacking) == 4  # the ballots and three cases


def test_the_work_of_a_year_is_its_last_meeting_unless_another_is_asked_for(commune, meeting):
    later, _ = council_desk.prepare(commune.workspace, YEAR, date(2026, 12, 20), "08:00", "")
    assert council_desk.read_work(commune.workspace, YEAR).desk.record.meeting_id == later
    assert council_desk.read_work(commune.workspace, YEAR, meeting).desk.record.meeting_id == meeting
    other_year = council_desk.read_work(commune.workspace, 2025, meeting)
    assert other_year.desk is None
    assert other_year.council is not None
    assert council_desk.read_work(commune.workspace, 2024).council is None


def test_a_meeting_is_proposed_on_a_working_day_where_the_council_last_met(commune, meeting):
    proposal = council_desk.propose_meeting(commune.workspace, YEAR)
    assert proposal.held_on == date(2026, 11, 30)  # a week from Saturday the 21st is a Saturday again
    assert (proposal.starts_at, proposal.place) == ("08:00", "Phòng họp UBND xã")
    assert council_desk.propose_meeting(commune.workspace, 2025).held_on == date(2025, 12, 15)


def test_a_year_without_a_round_gives_a_meeting_without_cases(commune):
    meeting_id, cases = council_desk.prepare(commune.workspace, 2027, DAY, "08:00", "")
    assert cases == 0
    assert meetings.read_meeting(commune.workspace, meeting_id).cases == ()


def test_a_first_council_is_proposed_from_the_signers(workspace, commune):
    deputy = Signer("Lê Thị Ánh", SigningCapacity.DEPUTY, "Phó Chủ tịch UBND xã", date(2025, 7, 1))
    office.add_signer(workspace, deputy)
    proposed = councils.propose_members(workspace, date(2025, 7, 1), CouncilKind.INITIATIVE)
    assert [(each.full_name, each.role, each.person_id) for each in proposed] == [
        ("Trần Văn Bình", CouncilRole.CHAIR, commune.people["Trần Văn Bình"]),
        ("Lê Thị Ánh", CouncilRole.VICE_CHAIR, commune.people["Lê Thị Ánh"]),
    ]


def test_a_renewed_council_takes_over_members_and_the_prepared_meeting(commune, meeting):
    draft = CouncilDraft("Hội đồng xã Kim Hoa", decision_number="90/QĐ-UBND", valid_from=date(2026, 12, 1))
    renewed = councils.set_up_council(commune.workspace, draft)
    record = meetings.read_meeting(commune.workspace, meeting)
    assert record.council_id == renewed
    assert names(commune, meeting) == ["Trần Văn Bình", "Nguyễn Thị Ẩn", "Lê Thị Ánh"]


def test_a_council_that_replaces_another_needs_its_day(commune):
    with pytest.raises(InvalidInput) as refused:
        councils.set_up_council(commune.workspace, CouncilDraft("Hội đồng xã Kim Hoa"))
    assert refused.value.field == "decision_date"


def test_a_prepared_meeting_follows_the_council(commune, meeting):
    seat = MemberDraft("Hồ Văn Khách", "Chủ tịch Hội Nông dân xã", CouncilRole.MEMBER)
    added = councils.add_member(commune.workspace, commune.council, seat)
    assert names(commune, meeting)[-1] == "Hồ Văn Khách"
    councils.end_member(commune.workspace, commune.members[1], date(2026, 12, 9))
    assert "Nguyễn Thị Ẩn" not in names(commune, meeting)
    councils.delete_member(commune.workspace, added)
    assert "Hồ Văn Khách" not in names(commune, meeting)


def test_a_held_meeting_keeps_its_members(commune, meeting):
    meetings.set_ballots(commune.workspace, meeting, 3, 3)
    councils.add_member(commune.workspace, commune.council, MemberDraft("Hồ Văn Khách", "", CouncilRole.MEMBER))
    assert len(names(commune, meeting)) == 3


def test_all_for_is_written_only_where_no_votes_fit(commune, meeting):
    meetings.set_ballots(commune.workspace, meeting, 3, 3)
    first, *rest = [case.nomination_id for case in meetings.read_meeting(commune.workspace, meeting).cases]
    nominations.enter_votes(commune.workspace, meeting, first, 1, 2, 0)
    assert nominations.vote_all_for(commune.workspace, meeting, [first, *rest]) == tuple(rest)
    votes = [case.votes for case in meetings.read_meeting(commune.workspace, meeting).cases]
    assert [(each.votes_for, each.votes_against) for each in votes] == [(1, 2), (3, 0), (3, 0)]


def test_all_for_waits_for_the_ballots(commune, meeting):
    case = meetings.read_meeting(commune.workspace, meeting).cases[0]
    with pytest.raises(Refused, match="số phiếu phát ra"):
        nominations.vote_all_for(commune.workspace, meeting, [case.nomination_id])


def test_a_meeting_is_closed_with_the_hour_it_ended_or_not_at_all(commune, meeting):
    with pytest.raises(Refused):
        meetings.close_meeting(commune.workspace, meeting, "10:00")
    assert meetings.read_meeting(commune.workspace, meeting).ends_at is None
    with pytest.raises(InvalidInput) as refused:
        meetings.close_meeting(commune.workspace, meeting, "07:00")
    assert refused.value.field == "ends_at"


def test_the_summary_of_a_case_is_changed_until_the_meeting_is_closed(commune, meeting):
    case = meetings.read_meeting(commune.workspace, meeting).cases[0]
    nominations.change_summary(commune.workspace, case.nomination_id, " Sáng kiến  cấp xã ")
    assert meetings.read_meeting(commune.workspace, meeting).cases[0].summary == "Sáng kiến cấp xã"


def test_the_council_is_named_after_the_office(commune):
    assert council_desk.propose_council_name(commune.workspace) == "Hội đồng Thi đua - Khen thưởng xã Kim Hoa"
