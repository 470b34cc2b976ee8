from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date

import pytest
from sqlalchemy import Engine, event

from db.audit import history
from db.store.cases import add_cases
from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.councils import Attendance, CouncilRole, MeetingState, MemberDraft, VoteBase, VoteMethod
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.domain.meetings import Case
from kimhoa_app.domain.people import WorkStatus
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import councils, meetings, nominations, registrations, settings, staff

YEAR = 2026
DAY = date(2026, 12, 10)
REGISTERED = date(2026, 1, 10)


@pytest.fixture
def meeting(commune):
    ids = [commune.people[name] for name in ("Đặng Văn Cường", "Phạm Văn Đạt")]
    registrations.register_many(commune.workspace, YEAR, ids, "LĐTT", REGISTERED)
    draft = RegistrationDraft("TTLĐTT", REGISTERED, unit_id=commune.units["Văn phòng"])
    registrations.register(commune.workspace, YEAR, draft)
    meeting_id = meetings.prepare_meeting(commune.workspace, YEAR, DAY, "08:00", "Phòng họp UBND xã")
    nominations.take_nominations(commune.workspace, meeting_id)
    return meeting_id


def read(commune, meeting_id):
    return meetings.read_meeting(commune.workspace, meeting_id)


def change(commune, meeting_id, **values):
    record = read(commune, meeting_id)
    kept = {field.name: getattr(record, field.name) for field in fields(meetings.MeetingDraft)}
    meetings.change_meeting(commune.workspace, meeting_id, meetings.MeetingDraft(**(kept | values)))


def vote_all(commune, meeting_id, votes=(3, 0, 0)):
    meetings.set_ballots(commune.workspace, meeting_id, 3, 3)
    for case in read(commune, meeting_id).cases:
        nominations.enter_votes(commune.workspace, meeting_id, case.nomination_id, *votes)


@contextmanager
def queries() -> Iterator[list[str]]:
    """The queries that are run inside."""
    found: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        if statement.startswith("SELECT"):
            found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_taking_more_cases_reads_the_meeting_no_more_often(commune):
    counts = []
    for names in (["Đặng Văn Cường"], ["Phạm Văn Đạt", "Lê Thị Ánh", "Nguyễn Thị Ẩn", "Trần Văn Bình"]):
        ids = [commune.people[name] for name in names]
        with queries() as registering:
            registrations.register_many(commune.workspace, YEAR, ids, "LĐTT", REGISTERED)
        meeting_id = meetings.prepare_meeting(commune.workspace, YEAR, DAY, "08:00", "Phòng họp UBND xã")
        with queries() as taking:
            nominations.take_nominations(commune.workspace, meeting_id)
        counts.append((len(registering), len(taking)))
    assert counts[0] == counts[1]


def test_taking_cases_leaves_a_trail_for_each(commune, meeting):
    with commune.workspace.begin() as uow:
        trails = [history(uow, "nomination", case.nomination_id) for case in read(commune, meeting).cases]
    assert [[change.action for change in trail] for trail in trails] == [["add"]] * 3


def test_a_case_that_comes_twice_is_refused_and_none_is_put_down(commune, meeting):
    case = Case(0, SubjectKind.PERSON, "Lê Thị Ánh", "", "", "LĐTT", person_id=commune.people["Lê Thị Ánh"])
    with commune.workspace.begin() as uow, pytest.raises(Refused, match="Lê Thị Ánh đã được đưa ra xét LĐTT"):
        add_cases(uow, meeting, [case, case])
    assert len(read(commune, meeting).cases) == 3


def test_a_meeting_takes_over_the_rules_and_its_members(commune, meeting):
    settings.change_setting(commune.workspace, "quorum", "3/4")
    record = read(commune, meeting)
    assert (record.quorum_num, record.quorum_den, record.vote_base) == (2, 3, VoteBase.ALL_MEMBERS)
    assert record.vote_method is VoteMethod.SECRET_BALLOT
    assert [member.full_name for member in record.members] == ["Trần Văn Bình", "Nguyễn Thị Ẩn", "Lê Thị Ánh"]
    assert {member.attendance for member in record.members} == {Attendance.PRESENT}


def test_cases_come_from_the_registrations_collectives_first(commune, meeting):
    cases = read(commune, meeting).cases
    assert [(case.name, case.award_code, case.unit) for case in cases] == [
        ("Văn phòng", "TTLĐTT", ""),
        ("Đặng Văn Cường", "LĐTT", "Văn phòng"),
        ("Phạm Văn Đạt", "LĐTT", "Phòng Kinh tế"),
    ]


def test_taking_again_keeps_what_is_there_and_adds_what_is_new(commune, meeting):
    vote_all(commune, meeting)
    registrations.register(
        commune.workspace, YEAR, RegistrationDraft("LĐTT", REGISTERED, person_id=commune.people["Lê Thị Ánh"])
    )
    assert nominations.take_nominations(commune.workspace, meeting) == 1
    assert [case.votes is None for case in read(commune, meeting).cases] == [False, False, False, True]


def test_someone_who_left_before_the_meeting_is_not_put_forward(commune):
    gone = commune.people["Phạm Văn Đạt"]
    registrations.register_many(commune.workspace, YEAR, [gone], "LĐTT", REGISTERED)
    staff.set_status(commune.workspace, gone, WorkStatus.TRANSFERRED, date(2026, 6, 1))
    meeting_id = meetings.prepare_meeting(commune.workspace, YEAR, DAY, "08:00", "")
    assert nominations.take_nominations(commune.workspace, meeting_id) == 0


def test_votes_must_add_up_to_the_ballots_returned(commune, meeting):
    meetings.set_ballots(commune.workspace, meeting, 3, 2)
    case = read(commune, meeting).cases[0].nomination_id
    with pytest.raises(InvalidInput, match="Tổng 3 phiếu nhiều hơn 2 phiếu thu về"):
        nominations.enter_votes(commune.workspace, meeting, case, 3, 0, 0)
    assert read(commune, meeting).cases[0].votes is None


def test_votes_wait_for_the_ballots(commune, meeting):
    case = read(commune, meeting).cases[0].nomination_id
    with pytest.raises(Refused, match="Ghi số phiếu phát ra"):
        nominations.enter_votes(commune.workspace, meeting, case, 3, 0, 0)


def test_no_more_ballots_go_out_than_there_are_voters(commune, meeting):
    meetings.set_attendance(commune.workspace, meeting, commune.members[1], Attendance.ABSENT_EXCUSED, "Đi công tác")
    with pytest.raises(InvalidInput, match="Phát ra 3 phiếu nhiều hơn 2 người"):
        meetings.set_ballots(commune.workspace, meeting, 3, 3)


def test_a_threshold_is_kept_with_the_vote(commune, meeting):
    vote_all(commune, meeting, (2, 1, 0))
    settings.change_setting(commune.workspace, "threshold.commune_basic", "50%")
    found = nominations.results(commune.workspace, meeting).results
    assert [(result.share, result.passed) for result in found] == [(6666, False)] * 3


def test_a_show_of_hands_needs_no_ballots(commune, meeting):
    change(commune, meeting, vote_method=VoteMethod.SHOW_OF_HANDS)
    case = read(commune, meeting).cases[0].nomination_id
    votes = nominations.enter_votes(commune.workspace, meeting, case, 2, 1, 0)
    assert (votes.base, votes.threshold) == (3, 7000)
    with pytest.raises(Refused, match="giơ tay"):
        meetings.set_ballots(commune.workspace, meeting, 3, 3)


def test_closing_tells_all_that_is_missing(commune, meeting):
    meetings.set_attendance(commune.workspace, meeting, commune.members[0], Attendance.ABSENT)
    meetings.set_attendance(commune.workspace, meeting, commune.members[1], Attendance.WRITTEN_OPINION)
    with pytest.raises(Refused) as caught:
        meetings.close_meeting(commune.workspace, meeting)
    for part in ("Chưa đủ túc số: có mặt 1, cần ít nhất 2", "giờ kết thúc", "số phiếu phát ra", "Phạm Văn Đạt (LĐTT)"):
        assert part in str(caught.value)


def test_a_complete_meeting_is_closed_and_then_stays_as_it_is(commune, meeting):
    vote_all(commune, meeting)
    change(commune, meeting, ends_at="10:30")
    meetings.close_meeting(commune.workspace, meeting)
    assert read(commune, meeting).state is MeetingState.CLOSED
    case = read(commune, meeting).cases[0].nomination_id
    with pytest.raises(Refused, match="mở lại"):
        nominations.enter_votes(commune.workspace, meeting, case, 2, 1, 0)
    with pytest.raises(Refused, match="mở lại"):
        meetings.set_attendance(commune.workspace, meeting, commune.members[0], Attendance.ABSENT)
    with pytest.raises(Refused, match="mở lại"):
        nominations.remove_nomination(commune.workspace, case)


def test_reopening_needs_a_reason_that_stays(commune, meeting):
    vote_all(commune, meeting)
    change(commune, meeting, ends_at="10:30")
    meetings.close_meeting(commune.workspace, meeting)
    with pytest.raises(InvalidInput, match="lý do"):
        meetings.reopen_meeting(commune.workspace, meeting, "  ")
    meetings.reopen_meeting(commune.workspace, meeting, "Đếm lại phiếu")
    assert read(commune, meeting).state is MeetingState.HELD
    with commune.workspace.begin() as uow:
        last = history(uow, "meeting", meeting)[-1]
    assert last.action == "reopen"
    assert last.changed == {"state": ("closed", "held"), "reason": (None, "Đếm lại phiếu")}


def test_attendance_changed_after_the_vote_asks_for_the_votes_again(commune, meeting):
    vote_all(commune, meeting)
    change(commune, meeting, ends_at="10:30", vote_base=VoteBase.PRESENT)
    meetings.set_attendance(commune.workspace, meeting, commune.members[1], Attendance.ABSENT)
    with pytest.raises(Refused, match="không còn khớp"):
        meetings.close_meeting(commune.workspace, meeting)


def test_every_vote_leaves_before_and_after(commune, meeting):
    vote_all(commune, meeting)
    case = read(commune, meeting).cases[0].nomination_id
    nominations.enter_votes(commune.workspace, meeting, case, 2, 1, 0)
    nominations.clear_votes(commune.workspace, case)
    with commune.workspace.begin() as uow:
        trail = history(uow, "tally", case)
    assert [entry.action for entry in trail] == ["add", "change", "delete"]
    assert trail[1].changed == {"votes_for": (3, 2), "votes_against": (0, 1)}


def test_a_case_with_votes_is_not_removed(commune, meeting):
    vote_all(commune, meeting)
    case = read(commune, meeting).cases[0].nomination_id
    with pytest.raises(Refused, match="đã có phiếu"):
        nominations.remove_nomination(commune.workspace, case)
    nominations.clear_votes(commune.workspace, case)
    nominations.remove_nomination(commune.workspace, case)
    assert len(read(commune, meeting).cases) == 2


def test_a_commendation_is_put_forward_by_hand_and_only_once(commune, meeting):
    person = commune.people["Lê Thị Ánh"]
    nominations.add_nomination(commune.workspace, meeting, "GKX", person_id=person)
    with pytest.raises(Refused, match="đã được đưa ra xét GKX"):
        nominations.add_nomination(commune.workspace, meeting, "GKX", person_id=person)
    with pytest.raises(InvalidInput, match="không dành cho cá nhân"):
        nominations.add_nomination(commune.workspace, meeting, "TTLĐTT", person_id=person)
    warnings = nominations.results(commune.workspace, meeting).warnings
    assert warnings == ("Lê Thị Ánh là thành viên Hội đồng và được đưa ra xét GKX; không tự bỏ phiếu cho mình.",)


def test_a_council_with_two_chairs_does_not_meet(commune):
    councils.add_member(commune.workspace, commune.council, MemberDraft("Khách mời", "", CouncilRole.CHAIR))
    council = councils.read_council(commune.workspace, DAY)
    assert council is not None
    assert council.faults == ("Có 2 người cùng là Chủ tịch Hội đồng; chỉ để một người.",)
    with pytest.raises(Refused, match="2 người cùng là Chủ tịch"):
        meetings.prepare_meeting(commune.workspace, YEAR, DAY, "08:00", "")


def test_a_day_without_a_council_has_no_meeting(commune):
    with pytest.raises(Refused, match="chưa có Hội đồng"):
        meetings.prepare_meeting(commune.workspace, YEAR, date(2020, 1, 1), "08:00", "")


@pytest.mark.parametrize(("starts", "ends", "field"), [("8h", None, "starts_at"), ("08:00", "07:59", "ends_at")])
def test_times_are_checked(commune, meeting, starts, ends, field):
    with pytest.raises(InvalidInput) as caught:
        change(commune, meeting, starts_at=starts, ends_at=ends)
    assert caught.value.field == field


def test_members_are_kept_in_order_and_sit_once(commune):
    councils.reorder_members(commune.workspace, tuple(reversed(commune.members)))
    council = councils.read_council(commune.workspace, DAY)
    assert council is not None
    assert [member.member_id for member in council.members] == list(reversed(commune.members))
    person = commune.people["Lê Thị Ánh"]
    with pytest.raises(Refused, match="đã có trong Hội đồng"):
        councils.add_member(commune.workspace, commune.council, MemberDraft("x y", "", CouncilRole.MEMBER, person))


def test_a_member_who_left_no_longer_sits(commune):
    councils.end_member(commune.workspace, commune.members[1], date(2026, 6, 30))
    council = councils.read_council(commune.workspace, DAY)
    assert council is not None
    assert commune.members[1] not in [member.member_id for member in council.members]


def test_a_member_who_has_met_is_not_deleted(commune, meeting):
    vote_all(commune, meeting)
    with pytest.raises(Refused, match="đã dự họp"):
        councils.delete_member(commune.workspace, commune.members[1])


def test_the_last_meeting_of_the_year_is_found(commune, meeting):
    record = meetings.meeting_of_year(commune.workspace, YEAR)
    assert record is not None
    assert record.meeting_id == meeting
    assert meetings.meeting_of_year(commune.workspace, 2020) is None
    assert [entry.meeting_id for entry in meetings.list_meetings(commune.workspace)] == [meeting]
