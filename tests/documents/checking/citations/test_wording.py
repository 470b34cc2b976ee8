"""How a text is cited in words."""

import pytest

from tests.documents.checking.dated_papers import findings, found, paper, suggested


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("theo Quyết định 7071/QĐ-UBND ngày 29/12/2022", "Quyết định số 7071/QĐ-UBND"),
        ("Quyết định 129/2007/QĐ-TTg", "Quyết định số 129/2007/QĐ-TTg"),
        ("Chỉ thị 34-CT/TW", "Chỉ thị số 34-CT/TW"),
    ],
)
def test_a_citation_without_so_is_found(text: str, right: str) -> None:
    assert suggested("cited-without-so", text) == [right]


@pytest.mark.parametrize(
    "text", ["Quyết định số 7071/QĐ-UBND", "Nghị định 30", "Điều 30 Luật", "Quyết định số: 5/QĐ-UB"]
)
def test_a_citation_with_so_is_left_alone(text: str) -> None:
    assert found("cited-without-so", text) == []


def test_a_comma_before_the_day_of_an_act_is_found() -> None:
    assert suggested("comma-before-day", "Chỉ thị số 03/CT-UBND, ngày 30/12/2022") == [" ngày "]
    assert found("comma-before-day", "Chỉ thị số 03/CT-UBND ngày 30/12/2022, Kế hoạch") == []


def test_numbers_below_ten_have_their_zero() -> None:
    assert suggested("cited-number-zero", "Kế hoạch số 5/KH-UBND") == ["05"]
    assert found("cited-number-zero", "Kế hoạch số 05/KH-UBND, Kế hoạch số 15/KH-UBND") == []


def test_a_basis_without_the_day_of_its_act_is_found() -> None:
    unknown, known = "Căn cứ Kế hoạch số 12/KH-UBND của tỉnh", "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ"
    document = paper("Nội dung.", bases=(unknown, known))
    assert [finding.suggestion for finding in findings("basis-without-day", document)] == [
        None,
        "30/2020/NĐ-CP ngày 05 tháng 3 năm 2020",
    ]


@pytest.mark.parametrize(
    "basis",
    [
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 04 tháng 01 năm 2023 của Ủy ban nhân dân tỉnh",
        "Căn cứ Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh ngày 04/01/2023",
        "Căn cứ Kế hoạch số 12/KH-UBND ngày      tháng      năm 2023",
        "Căn cứ Luật số 06/2022/QH15",
        "Căn cứ Luật Thi đua, khen thưởng",
        "Căn cứ nhiệm vụ năm 2023, Kế hoạch số 12/KH-UBND",
    ],
)
def test_a_basis_with_its_day_and_a_law_are_left_alone(basis: str) -> None:
    assert findings("basis-without-day", paper("Nội dung.", bases=(basis,))) == []


def test_an_act_named_in_the_text_needs_no_day() -> None:
    assert found("basis-without-day", "Thực hiện Kế hoạch số 12/KH-UBND của tỉnh") == []


@pytest.mark.parametrize(
    "text",
    [
        "Luật Thi đua khen thưởng",
        "Luật Thi đua - Khen thưởng",
        "luật thi đua và khen thưởng",
        "Luật Thi Đua Khen Thưởng",
    ],
)
def test_the_law_by_another_name_is_set_right(text: str) -> None:
    (finding,) = findings("law-name", paper(f"theo {text} năm 2022"))
    assert (finding.text, finding.suggestion) == (text, "Luật Thi đua, khen thưởng")


@pytest.mark.parametrize(
    "text",
    [
        "Luật Thi đua, khen thưởng",
        "pháp luật thi đua, khen thưởng",
        "kỷ luật, thi đua khen thưởng",
        "LUẬT THI ĐUA, KHEN THƯỞNG",
        "Luật Thi đua, Khen thưởng",
        "pháp luật về thi đua khen thưởng",
        "Luật Tổ chức chính quyền địa phương",
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng",
    ],
)
def test_the_law_by_its_name_is_left_alone(text: str) -> None:
    assert found("law-name", f"theo {text} năm 2022") == []
