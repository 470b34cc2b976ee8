"""Cited texts against the dated table, and against each other."""

from dataclasses import replace
from datetime import date

import pytest

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.model import DocumentKind, OfficialDocument
from tests.documents.checking.dated_papers import findings, found, paper, suggested

OLD_DECREE = "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ"
NEW_DECREE = "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ"


def with_basis(basis: str, issued: date | None = date(2024, 1, 5), year: int = 2024) -> OfficialDocument:
    return paper("Nội dung.", bases=(basis,), issued=issued, year=year)


@pytest.mark.parametrize(
    ("basis", "named"),
    [
        (f"Căn cứ {OLD_DECREE}", "98/2023/NĐ-CP"),
        ("Căn cứ Luật Thi đua, khen thưởng năm 2003", "Luật Thi đua, khen thưởng"),
        ("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003", "ngày 15 tháng 6 năm 2022"),
        ("Căn cứ Luật Thi đua, khen thưởng số 15/2003/QH11 ngày 26/11/2003", "ngày 15 tháng 6 năm 2022"),
    ],
)
def test_a_basis_that_has_lapsed_is_an_error_and_names_what_replaced_it(basis: str, named: str) -> None:
    (finding,) = findings("text-lapsed", with_basis(basis))
    assert finding.severity is Severity.ERROR
    assert named in finding.message


@pytest.mark.parametrize(
    "basis",
    [
        f"Căn cứ {NEW_DECREE}",
        "Căn cứ Luật Thi đua, khen thưởng năm 2022",
        "Căn cứ Luật Thi đua, khen thưởng",
        f"Căn cứ Thông tư số 01/2024/TT-BNV quy định chi tiết thi hành {OLD_DECREE}",
    ],
)
def test_a_basis_in_force_and_one_within_a_title_are_left_alone(basis: str) -> None:
    assert findings("text-lapsed", with_basis(basis)) == []


def test_the_day_decides_between_two_laws_of_one_name_and_year() -> None:
    law = "Căn cứ Luật Tổ chức chính quyền địa phương ngày {} năm 2025"
    day = date(2025, 8, 1)
    assert findings("text-lapsed", with_basis(law.format("16 tháng 6"), day, 2025)) == []
    assert len(findings("text-lapsed", with_basis(law.format("19 tháng 02"), day, 2025))) == 1
    assert findings("text-lapsed", with_basis("Căn cứ Luật Tổ chức chính quyền địa phương năm 2025", day, 2025)) == []


def test_a_lapsed_text_in_the_running_text_is_a_warning_where_it_is_relied_on() -> None:
    day = date(2024, 1, 5)
    relied = paper(f"Thực hiện {OLD_DECREE}.", issued=day, year=2024)
    assert [finding.severity for finding in findings("text-lapsed", relied)] == [Severity.WARNING]
    for text in (f"thay thế {OLD_DECREE}", f"Thông tư quy định chi tiết {OLD_DECREE}"):
        assert found("text-lapsed", text, issued=day, year=2024) == []
    report = replace(relied, kind=DocumentKind.REPORT)
    assert findings("text-lapsed", report) == []


def test_a_document_without_its_day_is_judged_by_its_year() -> None:
    basis = f"Căn cứ {OLD_DECREE}"
    assert len(findings("text-lapsed", with_basis(basis, None, 2025))) == 1
    assert findings("text-lapsed", with_basis(basis, None, 2023)) == []
    assert findings("text-lapsed", replace(with_basis(basis, None, 2024), letterhead=None)) == []


def test_a_basis_that_is_not_yet_in_force_is_found() -> None:
    law = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
    assert len(findings("text-not-yet", with_basis(law, date(2023, 1, 5), 2023))) == 1
    assert findings("text-not-yet", with_basis(law)) == []
    assert found("text-not-yet", law.replace("Căn cứ", "Tuyên truyền")) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Luật số 06/2022/QH15 ngày 16 tháng 6 năm 2022", "15 tháng 6 năm 2022"),
        ("Luật Thi đua, khen thưởng ngày 14/6/2022", "15/6/2022"),
        ("Nghị định số 30/2020/NĐ-CP ngày 04/3/2020", "05/3/2020"),
    ],
)
def test_a_known_text_with_another_day_is_set_right(text: str, right: str) -> None:
    assert suggested("text-day", text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Luật số 06/2022/QH15 ngày 15 tháng 6 năm 2022",
        "Luật Thi đua, khen thưởng ngày 15/6/2022",
        "Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022",
        "Nghị định số 30/2020/NĐ-CP ngày 5/3/2020",
        "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025",
        "Nghị định số 30/2020/NĐ-CP của Chính phủ",
        "Quyết định số 30/2020/QĐ-UBND ngày 04/3/2020",
    ],
)
def test_a_known_text_with_its_day_and_an_unknown_one_are_left_alone(text: str) -> None:
    assert found("text-day", text) == []


def test_a_law_with_another_number_or_of_no_such_year_is_found() -> None:
    assert suggested("law-number", "Luật Thi đua, khen thưởng số 06/2022/QH14 ngày 15/6/2022") == ["06/2022/QH15"]
    (finding,) = findings("law-number", paper("Luật Thi đua, khen thưởng năm 2013"))
    assert finding.severity is Severity.WARNING
    for text in ("Luật Thi đua, khen thưởng năm 2022", "Luật Đất đai năm 2024", "Luật Thi đua, khen thưởng năm 2003"):
        assert found("law-number", text) == []


ACT = "Kế hoạch số 12/KH-UBND ngày 04/01/2023 của Ủy ban nhân dân huyện Hương Sơn về phong trào thi đua năm 2023"


@pytest.mark.parametrize(
    ("other", "is_found"),
    [
        (ACT.replace("04/01", "03/01"), True),
        (ACT.replace("04/01/2023", "04/01/2022"), True),
        (ACT.replace("Ủy ban nhân dân huyện", "UBND huyện").replace("04/01", "03/01"), True),
        ("Kế hoạch số 12/KH-UBND ngày 03 tháng 01 năm 2023", True),
        (ACT.replace("04/01/2023", "04 tháng 01 năm 2023"), False),
        (ACT.replace("huyện Hương Sơn", "tỉnh Hà Tĩnh").replace("04/01", "03/01"), False),
        (ACT.replace("04/01/2023", "12/5/2021"), False),
        (ACT.replace("Kế hoạch", "Hướng dẫn"), False),
    ],
)
def test_one_act_has_one_day(other: str, is_found: bool) -> None:
    assert bool(found("act-two-days", f"Thực hiện {ACT}.", f"Theo {other}.")) is is_found


@pytest.mark.parametrize(
    ("other", "is_found"),
    [
        (ACT.replace("12/", "21/"), True),
        (ACT.replace("12/", "21/").replace("phong trào thi đua", "thu, nộp ngân sách nhà nước"), False),
        (ACT.replace("12/", "21/").replace("04/01", "03/01"), False),
        (ACT, False),
    ],
)
def test_one_act_has_one_number(other: str, is_found: bool) -> None:
    assert bool(found("act-two-numbers", f"Thực hiện {ACT}.", f"Theo {other}.")) is is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Thực hiện Kế hoạch số 05/KH-UBND về thi đua", True),
        ("Thực hiện Kế hoạch số 05/KH-UBND ngày 05/01/2023 của xã", True),
        ("(Kèm theo Kế hoạch số 05/KH-UBND ngày 05/01/2023)", False),
        ("Thực hiện Kế hoạch số 05/KH-UBND ngày 03/01/2023 của huyện", False),
        ("Thực hiện Kế hoạch số 05/KH-UBND của Ủy ban nhân dân huyện", False),
        ("Thực hiện Kế hoạch số 15/KH-UBND về thi đua", False),
    ],
)
def test_a_document_does_not_cite_itself(text: str, is_found: bool) -> None:
    assert bool(found("cites-itself", text)) is is_found
