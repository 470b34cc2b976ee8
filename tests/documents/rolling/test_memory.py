"""What the office knows of its own units and people is asked about with the answer at hand."""

from datetime import date

import pytest

from kimhoa_app.documents.model import DocumentKind, OfficialDocument, Signature, plain
from kimhoa_app.documents.rolling import (
    DepartedPerson,
    FormerName,
    OfficeMemory,
    PresentSigner,
    Question,
    roll,
)

MERGED = date(2025, 7, 1)
MEMORY = OfficeMemory(
    former_names=(
        FormerName("Văn phòng Thống kê", MERGED, "Văn phòng HĐND và UBND"),
        FormerName("Đội Quy tắc", MERGED),
        FormerName("xã Kim Liên", MERGED, "xã Kim Hoa"),
        FormerName("Ủy ban nhân dân xã Kim Liên", MERGED, "Ủy ban nhân dân xã Kim Hoa"),
        FormerName("Thôn Đông", MERGED, "Thôn Đông"),
    ),
    departed=(DepartedPerson("Nguyễn Văn An", "đã nghỉ hưu, thôi việc"), DepartedPerson("Lê Thị Ánh", "đã chuyển")),
    present=("Thôn Đông", "Lê Thị Ánh", "Nguyễn Văn An Bình"),
    signer=PresentSigner("Trần Văn Bình", "Chủ tịch Ủy ban nhân dân xã"),
)


def asked(text: str, memory: OfficeMemory = MEMORY) -> list[Question]:
    return list(
        roll(OfficialDocument(DocumentKind.PLAN, year=2025, closing=(plain(text),)), 2026, memory=memory).questions
    )


@pytest.mark.parametrize(
    ("text", "words", "proposal"),
    [
        ("giao Văn phòng Thống kê theo dõi", "Văn phòng Thống kê", "Văn phòng HĐND và UBND"),
        ("giao văn phòng  thống kê theo dõi", "văn phòng  thống kê", "Văn phòng HĐND và UBND"),
        ("VĂN PHÒNG THỐNG KÊ", "VĂN PHÒNG THỐNG KÊ", "VĂN PHÒNG HĐND VÀ UBND"),
        ("Đội Quy tắc tuần tra", "Đội Quy tắc", None),
        ("Ủy ban nhân dân xã Kim Liên", "Ủy ban nhân dân xã Kim Liên", "Ủy ban nhân dân xã Kim Hoa"),
        ("giao Nguyễn Văn An phụ trách", "Nguyễn Văn An", None),
        ("giao ông Nguyễn Văn An phụ trách", "Nguyễn Văn An", None),
    ],
)
def test_a_name_that_holds_no_more_is_asked_about_once(text: str, words: str, proposal: str | None) -> None:
    (question,) = asked(text)
    assert (question.text, question.proposal) == (words, proposal)
    assert question.anchor.around == text


@pytest.mark.parametrize(
    "text",
    ["giao Thôn Đông", "giao Lê Thị Ánh", "giao Nguyễn Văn An Bình", "Văn phòng Thống kêu", "Đội Quy tắcx"],
)
def test_names_that_hold_and_parts_of_others_are_left_alone(text: str) -> None:
    assert asked(text) == []


def test_without_a_memory_nothing_of_the_office_is_asked() -> None:
    assert asked("giao Văn phòng Thống kê, Nguyễn Văn An", OfficeMemory()) == []


def test_a_signer_who_is_no_longer_in_office_is_asked_about_with_the_present_one() -> None:
    document = OfficialDocument(DocumentKind.PLAN, year=2025, signatures=(Signature("CHỦ TỊCH", "Lê Văn Cũ"),))
    (question,) = roll(document, 2026, memory=MEMORY).questions
    assert (question.text, question.proposal, question.number) == ("Lê Văn Cũ", "Trần Văn Bình", None)
    assert "Trần Văn Bình (Chủ tịch Ủy ban nhân dân xã)" in question.message
    (unknown,) = roll(document, 2026).questions
    assert unknown.proposal is None


def test_a_signer_who_still_signs_is_kept() -> None:
    document = OfficialDocument(DocumentKind.PLAN, year=2025, signatures=(Signature("CHỦ TỊCH", "TRẦN VĂN BÌNH"),))
    rolled = roll(document, 2026, memory=MEMORY)
    assert rolled.questions == ()
    assert [each.text for each in rolled.kept] == ["TRẦN VĂN BÌNH"]


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("Nghị định số 91/2017/NĐ-CP", "Nghị định số 152/2025/NĐ-CP"),
        (
            "Nghị định số 91/2017/NĐ-CP, ngày 31/7/2017",
            "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025",
        ),
        ("Luật Thi đua, khen thưởng năm 2003", "Luật Thi đua, khen thưởng năm 2022"),
        ("và số 91/2017/NĐ-CP", "số 152/2025/NĐ-CP"),
        ("Công chức Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội"),
    ],
)
def test_what_took_its_place_is_proposed_in_the_same_form(text: str, proposal: str) -> None:
    (question,) = asked(text)
    assert question.proposal == proposal


def test_a_question_stands_in_the_draft_where_years_inside_it_have_moved() -> None:
    (question,) = asked("Xuân Ất Tỵ 2025, giao Nguyễn Văn An trong năm 2025")
    assert question.anchor.around == "Xuân Bính Ngọ 2026, giao Nguyễn Văn An trong năm 2026"
    assert question.anchor.around[question.anchor.start :].startswith("Nguyễn Văn An")
