"""Headings, components and endings of a document."""

import pytest

from kimhoa_app.documents.checking.check import check, corrected
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.model import DocumentKind, OfficialDocument, Section, plain
from kimhoa_app.documents.reading.outline import read_text
from kimhoa_app.documents.texts import texts_of
from tests.documents.checking.whole_papers import DECISION, PLAN, TODAY, by, findings, with_body, words
from tests.documents.papers import sample_letter


def test_nothing_is_wrong_with_a_clean_plan_and_a_clean_decision() -> None:
    assert findings(PLAN) == []
    assert findings(DECISION) == []


def test_a_heading_with_nothing_under_it_is_found() -> None:
    empty = PLAN.replace("1. Phát triển kinh tế, hoàn thành dự toán thu ngân sách.\n", "").replace(
        "2. Xây dựng nông thôn mới, giữ vững các tiêu chí đã đạt.\n", ""
    )
    assert words("section-empty", empty) == ["NỘI DUNG"]
    assert words("section-empty", PLAN) == []


def test_a_list_of_short_entries_is_no_row_of_empty_headings() -> None:
    entries = tuple(Section(f"{n}.", name) for n, name in enumerate(("Thôn Đông", "Thôn Tây"), 1))
    document = OfficialDocument(DocumentKind.PLAN, sections=(Section("I.", "CÁC THÔN", children=entries),))
    assert [each for each in check(document, TODAY) if each.rule == "section-empty"] == []


def test_a_part_of_one_is_worth_a_look() -> None:
    alone = with_body("I. NỘI DUNG", "1. Việc duy nhất phải làm trong năm.", "II. TỔ CHỨC", "Các thôn thực hiện.")
    (finding,) = by("section-single", alone)
    assert (finding.text, finding.severity) == ("1.", Severity.INFO)
    assert by("section-single", PLAN) == []


def test_a_single_bullet_is_worth_a_look() -> None:
    alone = PLAN.replace("- Phát hiện và nhân rộng các gương điển hình tiên tiến.\n", "")
    assert words("bullet-single", alone) == ["-"]
    assert words("bullet-single", PLAN) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""),
        ("Số: 05/KH-UBND", "dòng số, ký hiệu"),
        ("Kim Hoa, ngày 06 tháng 01 năm 2026", "địa danh và thời gian ban hành"),
        ("Phát động phong trào thi đua yêu nước năm 2026\n", "trích yếu"),
        ("Nguyễn Thị Hồng Hạnh", "họ tên người ký"),
    ],
)
def test_a_component_that_is_missing_is_named(line: str, name: str) -> None:
    told = by("component-missing", PLAN.replace(line, "", 1))
    assert [name in each.message for each in told] == ([True] if name else [])


def test_all_missing_components_are_told_in_one_sentence() -> None:
    (finding,) = by("component-missing", "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. MỤC ĐÍCH\nViệc này./.")
    for name in ("quốc hiệu", "tên cơ quan", "số, ký hiệu", "địa danh", "nơi nhận", "chức vụ"):
        assert name in finding.message
    assert finding.severity is Severity.WARNING


def test_a_letter_needs_no_title_but_addressees() -> None:
    assert [each for each in check(sample_letter(), TODAY) if each.rule == "component-missing"] == []
    text = PLAN.replace("05/KH-UBND", "05/UBND-VHXH").replace("KẾ HOẠCH\nPhát động", "V/v phát động")
    (finding,) = by("component-missing", text)
    assert "nơi kính gửi" in finding.message
    assert "tên loại" not in finding.message


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ KIM HOA\n", "thẩm quyền"),
        ("QUYẾT ĐỊNH:\n", "dòng “QUYẾT ĐỊNH:”"),
    ],
)
def test_a_decision_has_parts_of_its_own(line: str, name: str) -> None:
    (finding,) = by("decision-part-missing", DECISION.replace(line, ""))
    assert name in finding.message


def test_a_decision_without_articles_or_bases_is_found() -> None:
    bare = "\n".join(line for line in DECISION.splitlines() if not line.startswith(("Căn cứ", "Theo", "Điều")))
    (finding,) = by("decision-part-missing", bare)
    assert "căn cứ" in finding.message
    assert "các điều" in finding.message


def test_a_date_below_the_title_is_out_of_its_place() -> None:
    moved = PLAN.replace("Kim Hoa, ngày 06 tháng 01 năm 2026", "").replace(
        "thi đua yêu nước năm 2026\n\nỦy", "thi đua yêu nước năm 2026\nKim Hoa, ngày 06 tháng 01 năm 2026\n\nỦy"
    )
    (finding,) = by("component-order", moved)
    assert "đứng sau tên loại" in finding.message
    assert by("component-order", PLAN) == []


@pytest.mark.parametrize("mark", ["/.", "./", ". /.", "..", "/"])
def test_an_end_mark_that_is_written_otherwise_is_corrected(mark: str) -> None:
    text = PLAN.replace("năm 2026./.", f"năm 2026{mark}")
    (finding,) = by("end-mark-wrong", text)
    assert finding.suggestion == "./."
    document = corrected(read_text(text), finding)
    assert any(each.words.endswith("năm 2026./.") for each in texts_of(document))


def test_a_missing_end_mark_is_worth_a_look_and_offered() -> None:
    (finding,) = by("end-mark-missing", PLAN.replace("năm 2026./.", "năm 2026."))
    assert (finding.text, finding.suggestion, finding.severity) == ("2026.", "2026./.", Severity.INFO)
    assert by("end-mark-missing", PLAN) == []


def test_an_end_mark_within_the_text_is_found() -> None:
    (finding,) = by("end-mark-within", PLAN.replace("các tiêu chí đã đạt.", "các tiêu chí đã đạt./."))
    assert (finding.text, finding.suggestion) == ("./.", ".")
    assert by("end-mark-within", PLAN) == []


def test_legal_bases_end_as_the_form_asks() -> None:
    assert by("legal-basis-stop", DECISION) == []
    assert len(by("legal-basis-stop", DECISION.replace("năm 2022;", "năm 2022,"))) == 1
    (finding,) = by("legal-basis-stop", DECISION.replace("Khen thưởng xã.", "Khen thưởng xã,"))
    assert "cuối cùng" in finding.message


def test_a_document_of_the_window_is_written_right_so_its_marks_are_no_fault() -> None:
    document = OfficialDocument(DocumentKind.PLAN, title="KẾ HOẠCH", blocks=(plain("Việc này"),), end_mark=False)
    assert [each.rule for each in check(document, TODAY) if each.rule.startswith("end-mark")] == []
