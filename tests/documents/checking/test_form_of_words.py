"""The form that words alone show: head, signature, recipients."""

from dataclasses import replace

import pytest

from kimhoa_app.documents.checking.check import check
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.model import OfficialDocument, Signature
from tests.documents.checking.whole_papers import DECISION, PLAN, TODAY, by, words
from tests.documents.papers import sample_decision, sample_plan


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"),
        ("Độc lập - Tự do - Hạnh phúc", "Độc Lập - Tự Do - Hạnh Phúc"),
        ("Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ],
)
def test_the_national_name_and_the_motto_have_one_form(right: str, wrong: str) -> None:
    assert words("national-name", PLAN.replace(right, wrong)) == [wrong]


def test_the_older_place_of_the_tone_mark_is_accepted() -> None:
    assert words("national-name", PLAN.replace("CỘNG HÒA", "CỘNG HOÀ")) == []


def test_the_issuing_body_is_written_out() -> None:
    (finding,) = by("issuer-short", PLAN.replace("ỦY BAN NHÂN DÂN  ", "UBND  ", 1))
    assert (finding.text, finding.suggestion, finding.severity) == ("UBND", "ỦY BAN NHÂN DÂN", Severity.INFO)
    assert by("issuer-short", PLAN) == []


@pytest.mark.parametrize("line", ["Số 05/KH-UBND", "SỐ: 05/KH-UBND", "Số: 05 / KH-UBND", "Số: 5/KH-UBND"])
def test_a_number_line_that_departs_is_found(line: str) -> None:
    assert len(by("number-line", PLAN.replace("Số: 05/KH-UBND", line))) == 1


@pytest.mark.parametrize("line", ["Số: 05/KH-UBND", "Số: 105/KH-UBND", "Số:      /KH-UBND", "Số: …/KH-UBND"])
def test_a_number_line_with_its_number_or_room_for_the_pen_is_right(line: str) -> None:
    assert by("number-line", PLAN.replace("Số: 05/KH-UBND", line)) == []


def test_the_symbol_of_another_kind_is_an_error() -> None:
    (finding,) = by("symbol-kind", PLAN.replace("05/KH-UBND", "05/QĐ-UBND"))
    assert (finding.text, finding.severity) == ("QĐ-UBND", Severity.ERROR)
    assert by("symbol-kind", PLAN) == by("symbol-kind", DECISION) == []


@pytest.mark.parametrize("line", ["Kim Hoa, ngày 06/01/2026", "ngày 06 tháng 01 năm 2026"])
def test_a_date_line_that_departs_is_found(line: str) -> None:
    assert len(by("date-line", PLAN.replace("Kim Hoa, ngày 06 tháng 01 năm 2026", line))) == 1


@pytest.mark.parametrize("line", ["Kim Hoa, ngày    tháng 01 năm 2026", "Kim Hoa, ngày … tháng … năm 2026"])
def test_a_date_line_with_room_for_the_pen_is_right(line: str) -> None:
    assert by("date-line", PLAN.replace("Kim Hoa, ngày 06 tháng 01 năm 2026", line)) == []


def test_no_stop_ends_the_subject() -> None:
    document = replace(sample_plan(), subject="Phát động phong trào thi đua năm 2026.")
    (finding,) = [each for each in check(document, TODAY) if each.rule == "subject-stop"]
    assert (finding.text, finding.suggestion) == (".", "")
    assert [each for each in check(sample_plan(), TODAY) if each.rule == "subject-stop"] == []


# ---- who signs


def signed(document: OfficialDocument, *lines: str, name: str = "Nguyễn Thị Hồng Hạnh") -> OfficialDocument:
    *authority, position = lines
    return replace(document, signatures=(Signature(position, name, tuple(authority)),))


def signing(document: OfficialDocument, rule: str) -> list[str]:
    return [each.text for each in check(document, TODAY) if each.rule == rule]


@pytest.mark.parametrize(
    ("line", "found", "right"),
    [
        ("T/M ỦY BAN NHÂN DÂN", "T/M ", "TM. "),
        ("TM.ỦY BAN NHÂN DÂN", "TM.", "TM. "),
        ("TM ỦY BAN NHÂN DÂN", "TM ", "TM. "),
    ],
)
def test_the_marks_of_authority_have_one_form(line: str, found: str, right: str) -> None:
    document = signed(sample_plan(), line, "CHỦ TỊCH")
    (finding,) = [each for each in check(document, TODAY) if each.rule == "signature-mark"]
    assert (finding.text, finding.suggestion) == (found, right)


def test_a_right_mark_of_authority_is_left_alone() -> None:
    assert signing(signed(sample_plan(), "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "signature-mark") == []
    assert signing(signed(sample_plan(), "Q. CHỦ TỊCH"), "signature-mark") == []


def test_what_the_chairman_decides_is_not_signed_for_the_committee() -> None:
    wrong = signed(sample_decision(), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    (finding,) = [each for each in check(wrong, TODAY) if each.rule == "signature-issuer"]
    assert finding.severity is Severity.ERROR
    assert signing(sample_decision(), "signature-issuer") == []
    assert signing(signed(sample_decision(), "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "signature-issuer") == []


def test_what_the_committee_decides_is_signed_for_it() -> None:
    of_all = replace(sample_decision(), issuing_post="ỦY BAN NHÂN DÂN XÃ KIM HOA")
    assert signing(signed(of_all, "CHỦ TỊCH"), "signature-issuer") == ["CHỦ TỊCH"]
    assert signing(signed(of_all, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "signature-issuer") == []


def test_a_plan_of_the_committee_is_signed_for_it() -> None:
    assert signing(signed(sample_plan(), "CHỦ TỊCH"), "signature-collective") == ["CHỦ TỊCH"]
    assert signing(sample_plan(), "signature-collective") == []
    assert signing(signed(sample_decision(), "CHỦ TỊCH"), "signature-collective") == []


@pytest.mark.parametrize(
    ("lines", "is_wrong"),
    [
        (("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"), True),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "CHỦ TỊCH"), True),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), False),
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), False),
    ],
)
def test_a_deputy_signs_for_the_chairman(lines: tuple[str, ...], is_wrong: bool) -> None:
    assert bool(signing(signed(sample_plan(), *lines), "signature-deputy")) is is_wrong


def test_for_the_committee_stands_above_for_the_chairman() -> None:
    wrong = signed(sample_plan(), "KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH")
    assert len(signing(wrong, "signature-order")) == 1
    right = signed(sample_plan(), "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert signing(right, "signature-order") == []


def test_a_head_of_office_signs_by_order() -> None:
    assert len(signing(signed(sample_plan(), "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"), "signature-by-order")) == 1
    by_order = signed(sample_plan(), "TL. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI")
    assert signing(by_order, "signature-by-order") == []


@pytest.mark.parametrize("name", ["ThS. Nguyễn Văn An", "Ông Nguyễn Văn An", "TS Nguyễn Văn An"])
def test_no_degree_stands_before_the_name(name: str) -> None:
    assert signing(signed(sample_plan(), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name=name), "signer-title") == [name]


@pytest.mark.parametrize("name", ["Bàn Văn An", "Cao Thị Bà", "Tsằn Văn Dũng", "", "Ông Thị Minh"])
def test_a_name_that_begins_like_a_title_is_a_name(name: str) -> None:
    assert signing(signed(sample_plan(), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name=name), "signer-title") == []


# ---- recipients


def test_each_recipient_ends_with_its_mark() -> None:
    wrong = PLAN.replace("- Sở Nội vụ; ", "- Sở Nội vụ, ").replace("VHXH.", "VHXH;")
    (finding,) = by("recipients-stop", wrong)
    assert finding.text == "- Sở Nội vụ,"
    assert "2 dòng" in finding.message
    assert by("recipients-stop", PLAN) == []


def test_each_recipient_begins_with_a_dash() -> None:
    assert words("recipients-dash", PLAN.replace("- Các thôn;", "+ Các thôn;")) == ["+ Các thôn;"]
    assert words("recipients-dash", PLAN) == []


def test_the_word_above_the_recipients_has_one_form() -> None:
    assert words("recipients-head", PLAN.replace("Nơi nhận:", "NƠI NHẬN:")) == ["NƠI NHẬN:"]
    assert words("recipients-head", PLAN) == []


@pytest.mark.parametrize(
    ("line", "suggestion"),
    [("- Lưu VT, VHXH.", "Lưu: VT"), ("- Lưu : VT.", "Lưu: VT"), ("- Lưu: VP.", None), ("- Các phòng.", None)],
)
def test_the_copy_that_is_kept_stands_last_in_one_form(line: str, suggestion: str | None) -> None:
    (finding,) = by("recipients-kept", PLAN.replace("- Lưu: VT, VHXH.", line))
    assert finding.suggestion == suggestion


def test_a_kept_copy_in_the_midst_is_found() -> None:
    moved = PLAN.replace("- Các thôn;\n- Lưu: VT, VHXH.", "- Lưu: VT, VHXH;\n- Các thôn.")
    (finding,) = by("recipients-kept", moved)
    assert "dòng cuối" in finding.message
    assert by("recipients-kept", PLAN) == []
