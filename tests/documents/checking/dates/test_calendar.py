"""Single days: possible, with their zeros, on their weekday."""

from dataclasses import replace
from datetime import date

import pytest

from kimhoa_app.documents.checking.check import check
from kimhoa_app.documents.model import IssueDate
from tests.documents.checking.dated_papers import TODAY, findings, found, paper, suggested


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hoàn thành trước ngày 42 tháng 11 năm 2023", "42 tháng 11 năm 2023"),
        ("họp ngày 42 tháng 11", "42 tháng 11"),
        ("gửi trước ngày 31/4/2026", "31/4/2026"),
        ("trước 31/11/2023", "31/11/2023"),
        ("ngày 29/02/2023", "29/02/2023"),
        ("ngày 29 tháng 02 năm 2023", "29 tháng 02 năm 2023"),
        ("ngày 31/9 hằng năm", "31/9"),
        ("ngày 30-02-2023", "30-02-2023"),
        ("ngày 15/13/2023", "15/13/2023"),
        ("ngày 00/5/2023", "00/5/2023"),
        ("(03/02/1930-30/02/2023)", "30/02/2023"),
        ("trước 31 tháng 6 năm 2023", "31 tháng 6 năm 2023"),
        ("từ tháng 13/2023", "tháng 13/2023"),
        ("trong quý V/2023", "quý V/2023"),
    ],
)
def test_a_day_that_no_calendar_has_is_found(text: str, words: str) -> None:
    assert found("impossible-date", f"Các thôn họp {text}.") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "tỷ lệ 31/4", "trực 24/7", "trực ngày 24/24 giờ", "mẫu số 01/2023", "số 35/13/2023",
        "điện thoại 0239.38.15.2022",
        "Điều 30", "khoản 31 Điều 4", "ngày 15 hằng tháng", "từ ngày 01/7 đến 31/12", "5/9 thôn", "32/40 hộ",
        "ngày 29/02", "ngày 29/02/2024", "ngày 31 tháng 12 năm 2023", "trong 36 tháng 6 năm 2023", "60 ngày",
        "ISO 9001:2015", "1.35.2020", "32-13-2020", "tháng 12/2023", "quý IV/2023", "quý 4 năm 2023",
        "mỗi quý 5 buổi", "tháng 13 lương", "40 tháng 5 năm", "Nghị quyết số 30/NQ-HĐND ngày 28/12/2022",
    ],
)  # fmt: skip
def test_a_day_that_can_be_and_what_is_none_are_left_alone(text: str) -> None:
    assert found("impossible-date", f"Các thôn thực hiện {text} theo quy định.") == []


def test_a_day_of_issue_that_no_calendar_has_is_found() -> None:
    document = paper("Nội dung.", date_text="Kim Hoa, ngày 42 tháng 11 năm 2021")
    head = document.letterhead
    assert head is not None
    broken = replace(document, letterhead=replace(head, date=IssueDate(2021, 11, 42)))
    (finding,) = findings("impossible-date", broken)
    assert (finding.text, finding.spot) == ("Kim Hoa, ngày 42 tháng 11 năm 2021", None)
    blank = replace(document, letterhead=replace(head, date=IssueDate(2021, 2)))
    assert findings("impossible-date", blank) == []


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Kim Hoa, ngày 5 tháng 3 năm 2023", True),
        ("Kim Hoa, ngày 15 tháng 1 năm 2023", True),
        ("Kim Hoa, ngày 05 tháng 01 năm 2023", False),
        ("Kim Hoa, ngày 15 tháng 3 năm 2023", False),
        ("Kim Hoa, ngày      tháng 01 năm 2023", False),
        ("", False),
    ],
)
def test_the_date_line_has_its_zeros(line: str, is_found: bool) -> None:
    assert bool(findings("date-line-zeros", paper("Nội dung.", date_text=line))) is is_found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("ngày 5/3/2022", "05/3/2022"),
        ("ngày 05/1/2022", "05/01/2022"),
        ("ngày 5 tháng 2 năm 2022", "05 tháng 02 năm 2022"),
        ("(3/2/1930 - 03/02/2023)", "03/02/1930"),
    ],
)
def test_zeros_that_lack_in_the_text_are_put_in(text: str, right: str) -> None:
    assert suggested("date-zeros", f"Theo Chỉ thị {text}") == [right]


@pytest.mark.parametrize(
    "text", ["ngày 05/3/2022", "ngày 15 tháng 9 năm 2022", "ngày 8/3", "30/4 - 1/5", "tháng 3/2023", "05/03/2022"]
)
def test_a_day_with_its_zeros_and_a_holiday_are_left_alone(text: str) -> None:
    assert found("date-zeros", f"Theo Chỉ thị {text}") == []


def test_a_cited_act_of_a_sunday_is_worth_a_look() -> None:
    assert found("weekend-act", "Chỉ thị số 03/CT-UBND ngày 01/01/2023") == ["01/01/2023"]


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 03/CT-UBND ngày 30/12/2022",
        "họp ngày 01/01/2023",
        "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023",
    ],
)
def test_working_days_and_acts_known_to_be_of_a_sunday_are_left_alone(text: str) -> None:
    assert found("weekend-act", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "vào thứ Hai, ngày 05/01/2023",
        "chiều thứ 6 ngày 05 tháng 01 năm 2023",
        "Thời gian: 14 giờ 00, Chủ nhật, ngày 05/01/2023",
        "sáng 05/01/2023 (thứ Ba)",
    ],
)
def test_a_weekday_that_is_not_that_of_the_day_is_found(text: str) -> None:
    assert len(found("weekday", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "vào thứ Năm, ngày 05/01/2023",
        "sáng 05/01/2023 (thứ 5)",
        "Kỳ họp thứ ba, ngày 05/01/2023",
        "Đại hội lần thứ Hai, ngày 05/01/2023",
        "thứ Hai hằng tuần, từ ngày 05/01/2023",
        "phiên họp thứ 2 ngày 05/01/2023",
    ],
)
def test_the_right_weekday_and_what_is_none_are_left_alone(text: str) -> None:
    assert found("weekday", text) == []


def test_the_weekday_of_today_does_not_matter() -> None:
    document = paper("vào thứ Năm, ngày 05/01/2023")
    assert check(document, TODAY) == check(document, date(2030, 1, 1))
