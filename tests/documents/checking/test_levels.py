"""The level that a document speaks for, the bodies that stand on its day, and whose name it carries."""

from dataclasses import replace
from datetime import date

import pytest

from kimhoa_app.documents.checking.check import check
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.level import Level, level_named, level_of
from kimhoa_app.documents.model import IssueDate, Letterhead, OfficialDocument, Signature, plain
from kimhoa_app.documents.reading.outline import read_text
from tests.documents.checking.whole_papers import DECISION, PLAN, TODAY, words
from tests.documents.papers import COMMITTEE, sample_decision, sample_plan

MERGED = IssueDate(2026, 1, 6)
BEFORE = IssueDate(2024, 1, 6)


def said(text: str, issued: IssueDate = MERGED, issuer: tuple[str, ...] = COMMITTEE) -> OfficialDocument:
    """Return the sample plan with another closing."""
    head = Letterhead(issuer, "KH-UBND", issuer[-1].removeprefix("XÃ ").title(), number="05", date=issued)
    return replace(sample_plan(), letterhead=head, opening=(), closing=(plain(text),), sections=(), year=issued.year)


def found(rule: str, document: OfficialDocument) -> list[str]:
    return [each.text for each in check(document, TODAY) if each.rule == rule]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Phong trào được tổ chức trên địa bàn tỉnh.", ["trên địa bàn tỉnh"]),
        ("Thi đua trong toàn tỉnh, hoàn thành nhiệm vụ.", ["trong toàn tỉnh"]),
        ("Phong trào được tổ chức trên địa bàn xã.", []),
        ("Phấn đấu là một trong các xã đứng đầu trên địa bàn tỉnh.", []),
        ("Phấn đấu đứng trong tốp đầu các xã, phường trên địa bàn tỉnh.", []),
        ("Hưởng ứng các phong trào do tỉnh phát động trên địa bàn tỉnh.", []),
        ("Theo Quyết định số 48/2018/QĐ-UBND của Ủy ban nhân dân tỉnh về cán bộ trên địa bàn tỉnh Hà Tĩnh.", []),
        ("Hưởng ứng phong trào “Văn minh đô thị trên địa bàn tỉnh”.", []),
    ],
)
def test_a_commune_that_speaks_of_the_province_as_its_own_is_found(text: str, words: list[str]) -> None:
    assert found("level-scope", said(text)) == words


def test_the_province_may_speak_of_itself() -> None:
    assert found("level-scope", said("Tổ chức trên địa bàn tỉnh.", issuer=("ỦY BAN NHÂN DÂN", "TỈNH HÀ TĨNH"))) == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Ủy ban nhân dân tỉnh yêu cầu các đơn vị thực hiện.", True),
        ("Trên đây là Kế hoạch; UBND tỉnh Hà Tĩnh đề nghị các đơn vị thực hiện.", True),
        ("Thực hiện phong trào do Ủy ban nhân dân tỉnh tổ chức phát động.", False),
        ("Theo yêu cầu của Ủy ban nhân dân tỉnh giao chỉ tiêu.", False),
        ("Ủy ban nhân dân xã yêu cầu các đơn vị thực hiện.", False),
    ],
)
def test_a_commune_does_not_speak_for_the_committee_above(text: str, is_found: bool) -> None:
    assert bool(found("level-voice", said(text))) is is_found


def test_a_commune_gives_no_work_to_provincial_departments() -> None:
    assert found("level-departments", said("Các sở, ban, ngành triển khai Kế hoạch này.")) == ["Các sở, ban, ngành"]
    assert found("level-departments", said("Các ban, ngành, đoàn thể xã triển khai Kế hoạch này.")) == []


def test_the_signature_names_the_level_that_issues() -> None:
    def signed(*lines: str) -> OfficialDocument:
        *authority, position = lines
        return replace(sample_plan(), signatures=(Signature(position, "Nguyễn Văn An", tuple(authority)),))

    document = signed("TM. ỦY BAN NHÂN DÂN HUYỆN", "CHỦ TỊCH")
    (finding,) = [each for each in check(document, TODAY) if each.rule == "level-signature"]
    assert (finding.text, finding.severity) == ("TM. ỦY BAN NHÂN DÂN HUYỆN", Severity.ERROR)
    assert found("level-signature", signed("TM. ỦY BAN NHÂN DÂN XÃ", "CHỦ TỊCH")) == []
    assert found("level-signature", sample_decision()) == []
    wrong_post = replace(sample_decision(), issuing_post="CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN HƯƠNG SƠN")
    assert len(found("level-signature", wrong_post)) == 1


@pytest.mark.parametrize(
    ("text", "issued", "words"),
    [
        ("Gửi Ủy ban nhân dân huyện Hương Sơn để tổng hợp.", MERGED, ["Ủy ban nhân dân huyện Hương Sơn"]),
        ("Gửi Ủy ban nhân dân huyện Hương Sơn để tổng hợp.", BEFORE, []),
        ("Báo cáo Phòng Nội vụ trước ngày 15/01/2026.", MERGED, ["Phòng Nội vụ"]),
        ("Báo cáo Sở Nội vụ trước ngày 15/01/2026.", MERGED, []),
        ("Theo Kế hoạch số 9/KH-UBND ngày 05/01/2023 của Ủy ban nhân dân huyện Hương Sơn.", MERGED, []),
        ("Theo Kế hoạch số 9/KH-UBND ngày 05/01/2026 của UBND huyện Hương Sơn.", MERGED, ["UBND huyện Hương Sơn"]),
        ("Sau khi kết thúc hoạt động của cấp huyện, xã nhận thêm việc.", MERGED, []),
        ("Các xã của tỉnh Hà Giang tham gia.", MERGED, ["tỉnh Hà Giang"]),
        ("Các xã của tỉnh Hà Giang tham gia.", BEFORE, []),
    ],
)
def test_a_body_that_ended_before_the_day_of_the_document_is_found(
    text: str, issued: IssueDate, words: list[str]
) -> None:
    assert found("ended-body", said(text, issued)) == words


def test_an_ended_body_is_told_once_with_its_count_and_its_ground() -> None:
    document = said("Báo cáo UBND huyện. Nhận ý kiến của UBND huyện.")
    (finding,) = [each for each in check(document, TODAY) if each.rule == "ended-body"]
    assert "(2 chỗ)" in finding.message
    assert "72/2025/QH15" in finding.basis


def test_a_recipient_that_ended_is_found_even_where_the_day_is_blank() -> None:
    blank = replace(said("Các đơn vị thực hiện.", IssueDate(2026)), recipients=("UBND huyện Hương Sơn", "Lưu: VT"))
    assert found("ended-body", blank) == ["UBND huyện Hương Sơn"]
    old = replace(said("Các đơn vị thực hiện.", IssueDate(2023)), recipients=("UBND huyện Hương Sơn", "Lưu: VT"))
    assert found("ended-body", old) == []


def test_in_the_year_of_the_change_a_blank_day_may_be_before_or_after() -> None:
    both = "Ủy ban nhân dân huyện Hương Sơn và Phòng Văn hóa - Xã hội xã phối hợp."
    for issued, ended, new in (
        (IssueDate(2025), 0, 0),
        (IssueDate(2025, 3), 0, 1),
        (IssueDate(2025, 9), 1, 0),
        (IssueDate(2025, 6, 30), 0, 1),
        (IssueDate(2025, 7, 1), 1, 0),
    ):
        assert len(found("ended-body", said(both, issued))) == ended, issued
        assert len(found("body-not-yet", said(both, issued))) == new, issued


@pytest.mark.parametrize(
    "text",
    ["Phòng Văn hóa - Xã hội theo dõi.", "Trung tâm Phục vụ hành chính công xã thực hiện."],
)
def test_an_office_that_did_not_stand_yet_is_found(text: str) -> None:
    assert len(found("body-not-yet", said(text, BEFORE))) == 1
    assert found("body-not-yet", said(text, MERGED)) == []


def test_an_office_that_a_commune_never_has_is_found() -> None:
    assert found("body-of-level", said("Phòng Tư pháp xã thực hiện.")) == ["Phòng Tư pháp xã"]
    assert found("body-of-level", said("Phòng Kinh tế xã thực hiện.")) == []
    assert found("body-of-level", said("Sở Tư pháp hướng dẫn các xã thực hiện.")) == []


def test_the_name_of_another_commune_is_found_once() -> None:
    text = "Ủy ban nhân dân xã Sơn Tây yêu cầu các thôn thực hiện. UBND xã Sơn Tây tổng kết."
    (finding,) = [each for each in check(said(text), TODAY) if each.rule == "other-commune"]
    assert finding.text == "Ủy ban nhân dân xã Sơn Tây"
    assert "(2 chỗ)" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân xã Kim Hoa yêu cầu các thôn thực hiện.",
        "Ủy ban nhân dân xã yêu cầu các thôn thực hiện.",
        "Học tập kinh nghiệm của xã Sơn Tây.",
        "Thực hiện Kế hoạch số 3/KH-UBND ngày 03/01/2026 của Ủy ban nhân dân xã Sơn Tây về cụm thi đua.",
    ],
)
def test_the_own_name_and_names_in_passing_are_left_alone(text: str) -> None:
    assert found("other-commune", said(text)) == []


def test_the_place_of_issue_is_that_of_the_commune() -> None:
    assert words("place-name", PLAN.replace("Kim Hoa, ngày", "Sơn Tây, ngày")) == ["Sơn Tây"]
    assert words("place-name", PLAN) == words("place-name", DECISION) == []


def test_without_a_letterhead_the_level_is_what_the_text_says() -> None:
    opening = "Thực hiện Kế hoạch của UBND huyện An Bình, Ủy ban nhân dân xã Tân Lập xây dựng kế hoạch như sau:"
    document = read_text(f"KẾ HOẠCH\nPhát động phong trào thi đua năm 2024\n\n{opening}\n\nI. MỤC ĐÍCH\nViệc này./.")
    assert level_of(document) is Level.COMMUNE
    assert level_of(read_text("KẾ HOẠCH\nThi đua\n\nI. MỤC ĐÍCH\nViệc này./.")) is None


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("ỦY BAN NHÂN DÂN XÃ KIM HOA", Level.COMMUNE),
        ("UBND phường Trần Phú", Level.COMMUNE),
        ("ỦY BAN NHÂN DÂN THỊ XÃ HƯƠNG THỦY", Level.DISTRICT),
        ("UBND THÀNH PHỐ HÀ TĨNH", Level.DISTRICT),
        ("UBND THÀNH PHỐ ĐÀ NẴNG", Level.PROVINCE),
        ("ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH", Level.PROVINCE),
        ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", None),
    ],
)
def test_the_name_of_a_body_tells_its_level(body: str, level: Level | None) -> None:
    assert level_named(body) is level


def test_a_level_that_is_given_decides() -> None:
    document = said("Phong trào được tổ chức trên địa bàn tỉnh.")
    rules = {each.rule for each in check(document, date(2026, 1, 6), level=Level.PROVINCE)}
    assert "level-scope" not in rules
