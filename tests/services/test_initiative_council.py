"""The council for initiatives: what comes before it, votes and marks, and what its papers say."""

from datetime import date

import pytest

from kimhoa_app.documents.model import OfficialDocument, Table
from kimhoa_app.domain.councils import Attendance, CouncilDraft, CouncilKind, CouncilRole, MeetingState, MemberDraft
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.domain.initiatives import InitiativeState
from kimhoa_app.services import (
    council_desk,
    councils,
    documents,
    initiative_cases,
    initiatives,
    meetings,
    nominations,
    overview,
    settings,
)
from kimhoa_app.services.decisions import DecisionDraft
from kimhoa_app.services.initiative_year import initiative_year
from kimhoa_app.services.initiatives import AuthorShare, InitiativeDraft
from tests.services.conftest import LONG_AGO, YEAR, Commune

DAY = date(2026, 11, 10)
KIND = CouncilKind.INITIATIVE


@pytest.fixture
def heard(commune: Commune) -> Commune:
    """The commune with a council for initiatives of three, one of them an author, and two initiatives submitted."""
    workspace = commune.workspace
    draft = CouncilDraft("Hội đồng sáng kiến xã Kim Hoa", KIND, "30/QĐ-UBND", LONG_AGO, LONG_AGO)
    council = councils.save_council(workspace, draft)
    for name, role in (
        ("Trần Văn Bình", CouncilRole.CHAIR),
        ("Đặng Văn Cường", CouncilRole.MEMBER),
        ("Lê Thị Ánh", CouncilRole.SECRETARY),
    ):
        councils.add_member(workspace, council, MemberDraft(name, "Công chức", role, commune.people[name]))
    record(commune, "Số hóa hồ sơ lưu trữ", ("Lê Thị Ánh", 6000), ("Phạm Văn Đạt", 4000))
    record(commune, "Trả kết quả tại nhà", ("Phạm Văn Đạt", 10000))
    return commune


def record(commune: Commune, name: str, *authors: tuple[str, int]) -> int:
    draft = InitiativeDraft(YEAR, name, summary="Quét, đặt tên tệp theo mã hồ sơ", submitted_on=date(2026, 10, 1))
    shares = [AuthorShare(commune.people[each], share) for each, share in authors]
    return initiatives.record_initiative(commune.workspace, draft, shares)


def prepare(commune: Commune, method: str = "show_of_hands") -> int:
    settings.change_setting(commune.workspace, "vote_method.initiative", method)
    return council_desk.prepare(commune.workspace, YEAR, DAY, "08:00", "Phòng họp", KIND)[0]


def states(commune: Commune) -> dict[str, InitiativeState]:
    return {line.name: line.state for line in initiative_year(commune.workspace, YEAR).lines}


def case_ids(commune: Commune, meeting_id: int) -> list[int]:
    return [case.nomination_id for case in meetings.read_meeting(commune.workspace, meeting_id).cases]


def member(commune: Commune, meeting_id: int, name: str) -> int:
    members = meetings.read_meeting(commune.workspace, meeting_id).members
    return next(each.member_id for each in members if each.full_name == name)


def words(document: OfficialDocument) -> str:
    sections = [section for _, section in document.walk_sections()]
    blocks = [*document.blocks, *(block for section in sections for block in section.blocks)]
    blocks += [block for appendix in document.appendices for block in appendix.blocks]
    lines = [*document.legal_bases, document.subject, document.issuing_post]
    for block in blocks:
        lines += [cell for row in block.rows for cell in row.cells] if isinstance(block, Table) else [block.text]
    return "\n".join(lines)


def test_the_two_councils_meet_apart(heard: Commune) -> None:
    meeting = prepare(heard)
    assert meetings.meeting_of_year(heard.workspace, YEAR) is None
    assert overview.overview(heard.workspace, YEAR).meeting is None
    assert council_desk.read_work(heard.workspace, YEAR).desk is None
    desk = council_desk.read_work(heard.workspace, YEAR, kind=KIND).desk
    assert desk is not None
    assert desk.record.meeting_id == meeting
    assert [(each.codes, each.needed) for each in desk.thresholds] == [(("SK",), 7000)]
    assert [case.unit for case in desk.record.cases] == [
        "Lê Thị Ánh (Văn phòng) 60%, Phạm Văn Đạt (Phòng Kinh tế) 40%",
        "Phạm Văn Đạt (Phòng Kinh tế)",
    ]
    assert "Lê Thị Ánh" in desk.results.warnings[0]


def test_an_initiative_comes_before_the_council_once(heard: Commune) -> None:
    meeting = prepare(heard)
    assert council_desk.take_cases(heard.workspace, meeting, KIND) == 0
    later = record(heard, "Nhắc lịch họp bằng tin nhắn", ("Lê Thị Ánh", 10000))
    assert council_desk.take_cases(heard.workspace, meeting, KIND) == 1
    nominations.remove_nomination(heard.workspace, case_ids(heard, meeting)[-1])
    initiative_cases.put_forward(heard.workspace, meeting, later)
    with pytest.raises(Refused, match="đã được đưa ra xét"):
        initiative_cases.put_forward(heard.workspace, meeting, later)
    assert len(case_ids(heard, meeting)) == 3


def test_votes_decide_and_the_state_follows_to_the_decision(heard: Commune) -> None:
    assert set(states(heard).values()) == {InitiativeState.SUBMITTED}
    meeting = prepare(heard)
    assert set(states(heard).values()) == {InitiativeState.BEFORE_COUNCIL}
    first, second = case_ids(heard, meeting)
    nominations.enter_votes(heard.workspace, meeting, first, 3, 0, 0)
    nominations.enter_votes(heard.workspace, meeting, second, 2, 1, 0)
    meetings.close_meeting(heard.workspace, meeting, "10:00")
    assert states(heard) == {
        "Số hóa hồ sơ lưu trữ": InitiativeState.PASSED,
        "Trả kết quả tại nhà": InitiativeState.REFUSED,
    }
    entry = initiatives.list_initiatives(heard.workspace, YEAR)[0]
    initiatives.recognise(heard.workspace, [entry.id], DecisionDraft(YEAR, "9/QĐ-UBND", date(2026, 11, 20)))
    assert states(heard)["Số hóa hồ sơ lưu trữ"] is InitiativeState.RECOGNISED


def test_marks_are_given_by_those_in_the_room_and_not_by_authors(heard: Commune) -> None:
    meeting = prepare(heard, "marks")
    workspace, (first, second) = heard.workspace, case_ids(heard, meeting)
    chair, clerk = member(heard, meeting, "Trần Văn Bình"), member(heard, meeting, "Lê Thị Ánh")
    other = member(heard, meeting, "Đặng Văn Cường")
    with pytest.raises(Refused, match="không phải là tác giả"):
        initiative_cases.enter_marks(workspace, meeting, {(first, clerk): (3000, 4000, 3000)})
    with pytest.raises(InvalidInput, match=r"Đặng Văn Cường · Hiệu quả.*từ 0 đến 40"):
        initiative_cases.enter_marks(
            workspace, meeting, {(first, chair): (3000, 4000, 3000), (first, other): (0, 4100, 0)}
        )
    assert not any(case.sheets for case in meetings.read_meeting(workspace, meeting).cases), "all or none"
    with pytest.raises(Refused, match="chấm điểm"):
        nominations.enter_votes(workspace, meeting, first, 3, 0, 0)
    initiative_cases.enter_marks(workspace, meeting, {(first, chair): (2500, 3550, 2000)})
    with pytest.raises(Refused, match="“Số hóa hồ sơ lưu trữ”: có 1, phải có 2"):
        meetings.close_meeting(workspace, meeting, "10:00")
    sheets = {(first, other): (2000, 3000, 1000)} | {
        (second, each): (1000, 1000, 1000) for each in (chair, clerk, other)
    }
    initiative_cases.enter_marks(workspace, meeting, sheets)
    results = council_desk.read_desk(workspace, meeting).results.results
    assert [(each.share, each.passed) for each in results] == [(7025, True), (3000, False)]
    meetings.close_meeting(workspace, meeting, "10:00")
    assert list(states(heard).values()) == [InitiativeState.PASSED, InitiativeState.REFUSED]
    with pytest.raises(Refused, match="đã kết thúc"):
        initiative_cases.enter_marks(workspace, meeting, {(first, other): None})


def test_a_member_who_leaves_the_room_takes_the_sheet_out_of_what_fits(heard: Commune) -> None:
    meeting = prepare(heard, "marks")
    first, second = case_ids(heard, meeting)
    members = [each.member_id for each in meetings.read_meeting(heard.workspace, meeting).members]
    full = {(second, each): (3000, 4000, 3000) for each in members}
    initiative_cases.enter_marks(heard.workspace, meeting, full | {(first, each): (1, 1, 1) for each in members[:2]})
    assert council_desk.read_desk(heard.workspace, meeting).lacking == ()
    meetings.set_attendance(heard.workspace, meeting, members[1], Attendance.ABSENT_EXCUSED, "đi học")
    lacking = council_desk.read_desk(heard.workspace, meeting).lacking
    assert any("Trả kết quả tại nhà" in each for each in lacking)


def test_a_meeting_keeps_its_criteria_when_the_settings_change(heard: Commune) -> None:
    meeting = prepare(heard, "marks")
    settings.change_setting(heard.workspace, "initiative.criteria", "Tính mới: 100")
    settings.change_setting(heard.workspace, "initiative.pass_mark", "90")
    record_then = meetings.read_meeting(heard.workspace, meeting)
    assert [each.most for each in record_then.criteria] == [3000, 4000, 3000]
    assert record_then.pass_mark == 7000


def test_the_council_for_emulation_gives_no_marks(heard: Commune) -> None:
    meeting = meetings.prepare_meeting(heard.workspace, YEAR, DAY, "08:00", "Phòng họp")
    record = meetings.read_meeting(heard.workspace, meeting)
    assert (record.criteria, record.pass_mark) == ((), None)
    fields = ("held_on", "starts_at", "place", "ends_at", "vote_base", "written_opinions")
    draft = meetings.MeetingDraft(**{field: getattr(record, field) for field in fields}, vote_method="marks")
    with pytest.raises(InvalidInput, match="không chấm điểm"):
        meetings.change_meeting(heard.workspace, meeting, draft)


def test_the_minutes_and_the_decision_say_what_the_council_found(heard: Commune) -> None:
    meeting = prepare(heard, "marks")
    workspace = heard.workspace
    first, second = case_ids(heard, meeting)
    record = meetings.read_meeting(workspace, meeting)
    ids = {each.full_name: each.member_id for each in record.members}
    sheets = {(second, each): (1000, 1000, 1000) for each in ids.values()}
    sheets |= {(first, ids[name]): (3000, 3500, 2550) for name in ("Trần Văn Bình", "Đặng Văn Cường")}
    initiative_cases.enter_marks(workspace, meeting, sheets)
    meetings.close_meeting(workspace, meeting, "10:00")
    assert meetings.read_meeting(workspace, meeting).state is MeetingState.CLOSED
    minutes = documents.draft(workspace, "bien-ban-hop-sang-kien", YEAR, {}, meeting)
    said = words(minutes)
    assert minutes.letterhead is not None
    assert (minutes.letterhead.issuer, minutes.letterhead.symbol) == (("HỘI ĐỒNG", "SÁNG KIẾN"), "BB-HĐSK")
    for each in ("90,5", "Không đạt", "công nhận 01 (một) sáng kiến", "tối đa 40 điểm", "25,5", "3/3"):
        assert each in said, each
    decision = documents.draft(workspace, "quyet-dinh-cong-nhan-sang-kien", YEAR, {}, meeting)
    said = words(decision)
    assert decision.signatures[0].authority == ()
    assert decision.signatures[0].name == "Trần Văn Bình"
    assert decision.issuing_post == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ KIM HOA"
    assert [section.label for section in decision.sections] == ["Điều 1.", "Điều 2.", "Điều 3."]
    assert "Nghị định số 13/2012/NĐ-CP" in said
    assert "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025" in said
    assert "Số hóa hồ sơ lưu trữ" in said
    assert "Trả kết quả tại nhà" not in said
    with pytest.raises(InvalidInput, match="Hội đồng Thi đua"):
        documents.draft(workspace, "bien-ban-hop", YEAR, {}, meeting)
