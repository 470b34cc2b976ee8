"""Anniversaries against the years given, the table of events, and the year of the document."""

from dataclasses import replace
from datetime import date

import pytest

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.model import DocumentKind
from tests.documents.checking.dated_papers import findings, found, paper, suggested

PARTY = "Ngày thành lập Đảng Cộng sản Việt Nam"


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (f"kỷ niệm 92 năm {PARTY} (03/02/1930 - 03/02/2023)", "92 năm", "93 năm"),
        ("47 năm Ngày giải phóng miền Nam (30/4/1975 - 30/4/2023)", "47 năm", "48 năm"),
        ("kỷ niệm lần thứ 77 Cách mạng tháng Tám (19/8/1945 - 19/8/2023)", "77", "78"),
        ("kỷ niệm 9 năm Ngày thành lập xã (2013 - 2023)", "9 năm", "10 năm"),
        (
            "kỷ niệm 79 năm Ngày thành lập Quân đội nhân dân Việt Nam, 33 năm Ngày hội Quốc phòng toàn dân "
            "(22/12/1989 - 22/12/2023)",
            "33 năm",
            "34 năm",
        ),
    ],
)
def test_a_count_that_is_not_the_difference_of_the_years_is_found(text: str, wrong: str, right: str) -> None:
    (finding,) = findings("anniversary-count", paper(text))
    assert (finding.text, finding.suggestion, finding.severity) == (wrong, right, Severity.ERROR)


@pytest.mark.parametrize(
    "text",
    [
        f"kỷ niệm 93 năm {PARTY} (03/02/1930 - 03/02/2023)",
        "kỷ niệm 55 năm Chiến thắng Đồng Lộc và tưởng niệm 55 năm ngày hy sinh (24/7/1968 - 24/7/2023)",
        "kỷ niệm 79 năm Ngày thành lập Quân đội nhân dân Việt Nam, 34 năm Ngày hội Quốc phòng toàn dân "
        "(22/12/1989 - 22/12/2023)",
        "thực hiện kế hoạch 5 năm (2021 - 2025)",
        "kỷ niệm 27/7 và Kế hoạch 05 năm (2021 - 2025)",
        "phát động đợt thi đua kỷ niệm 133 năm Ngày sinh Chủ tịch Hồ Chí Minh (15/11/2022 - 19/5/2023)",
        "kỷ niệm 1013 năm Thăng Long (1010 - 2023)",
        "qua 10 năm thực hiện (2013 - 2022)",
        f"kỷ niệm 93 năm {PARTY} (03/02/1931 - 03/02/2023)",
    ],
)
def test_a_count_that_is_right_and_what_is_none_are_left_alone(text: str) -> None:
    assert found("anniversary-count", text) == []


def test_one_anniversary_that_still_counts_last_year_is_one_finding() -> None:
    text = "92 năm Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam (18/11/1930 - 18/11/2022)"
    (finding,) = findings("anniversary-year", paper(f"Thi đua chào mừng {text}."))
    assert finding.text == text[:-1]
    assert finding.suggestion == text[:-1].replace("92", "93").replace("2022", "2023")
    assert found("anniversary-count", text) == []
    half = "93 năm Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam (18/11/1930 - 18/11/2022)"
    assert suggested("anniversary-year", half) == ["18/11/2023"]
    assert found("anniversary-count", half) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (f"92 năm {PARTY} (03/02/1930 - 03/02/2022)", Severity.ERROR),
        (f"{PARTY} (03/02/1930 - 03/02/2022)", Severity.WARNING),
        ("Ngày Quốc khánh (02/9/1945 - 02/9/2024)", Severity.WARNING),
        (f"kỷ niệm 94 năm {PARTY} (03/02/1930 - 03/02/2024)", None),
        (f"Đã tổ chức kỷ niệm 92 năm {PARTY} (03/02/1930 - 03/02/2022), đã khen thưởng", None),
        ("kỷ niệm 1000 năm Thăng Long (1010 - 2010)", None),
        ("thực hiện kế hoạch (2021 - 2022)", None),
    ],
)
def test_an_anniversary_of_another_year_is_found(text: str, severity: Severity | None) -> None:
    said = [finding.severity for finding in findings("anniversary-year", paper(text.replace("Đã", "đã")))]
    assert said == ([severity] if severity else [])


def test_a_plan_that_is_issued_before_its_year_may_remember_what_is_still_to_come() -> None:
    text = "kỷ niệm 78 năm Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2022)"
    assert found("anniversary-year", text, issued=date(2022, 11, 20)) == []
    assert len(found("anniversary-year", text, issued=date(2022, 12, 25))) == 1
    report = replace(paper(text), kind=DocumentKind.REPORT)
    assert findings("anniversary-year", report) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("kỷ niệm 77 năm Ngày Quốc khánh 2/9", "78 năm"),
        ("kỷ niệm 92 năm Ngày thành lập Đảng", "93 năm"),
        ("75 năm Ngày Thương binh, Liệt sỹ", "76 năm"),
    ],
)
def test_a_count_without_a_range_is_held_against_the_table(text: str, right: str) -> None:
    (finding,) = findings("anniversary-table", paper(f"Thi đua chào mừng {text}."))
    assert (finding.suggestion, finding.severity) == (right, Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    [
        "kỷ niệm 78 năm Ngày Quốc khánh 2/9",
        "kỷ niệm 94 năm Ngày thành lập Đảng",
        "kỷ niệm 60 năm Ngày thành lập Đảng bộ xã",
        "kỷ niệm 20 năm Ngày thành lập trường",
        "kỷ niệm 27/7",
        "kỷ niệm 02 ngày lễ lớn, Ngày Quốc khánh",
    ],
)
def test_a_right_count_and_one_of_an_event_of_its_own_are_left_alone(text: str) -> None:
    assert found("anniversary-table", text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (f"kỷ niệm 93 năm {PARTY} (02/03/1930 - 03/02/2023)", "03/02/1930"),
        (f"kỷ niệm 92 năm {PARTY} (03/02/1931 - 03/02/2023)", "03/02/1930"),
        ("kỷ niệm 69 năm Chiến thắng Điện Biên Phủ (08/5/1954 - 08/5/2023)", None),
        ("Ngày Thương binh - Liệt sĩ (27/7/1948)", None),
        ("kỷ niệm 113 năm khởi nghĩa Hai Bà Trưng (1910 - 2023)", "40"),
    ],
)
def test_an_event_with_another_day_than_its_own_is_found(text: str, right: str | None) -> None:
    assert suggested("anniversary-event", text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        f"kỷ niệm 93 năm {PARTY} (3/2/1930 - 3/2/2023)",
        f"kỷ niệm 93 năm {PARTY} (03-02-1930 - 03-02-2023)",
        "Ngày Cách mạng tháng Tám và Ngày Quốc khánh (02/9/1945 - 02/9/2023)",
        "Ngày Cách mạng tháng Tám thành công và Quốc khánh (19/8/1945 - 19/8/2023)",
        "93 năm Ngày thành lập Đảng bộ tỉnh (22/4/1930 - 22/4/2023)",
        "Ngày Quốc khánh nước Cộng hòa Dân chủ Nhân dân Lào (02/12/1975 - 02/12/2023)",
        "Ngày Quốc khánh nước Cộng hòa Xã hội chủ nghĩa Việt Nam (02/9/1945 - 02/9/2023)",
        "kỷ niệm 50 năm Ngày thành lập xã (10/10/1973 - 10/10/2023)",
        "Ngày Quốc khánh (02/9/2023)",
        "Ngày thành lập Đảng (03/02/1930)",
        "thành lập tỉnh Hà Tĩnh (1831 - 2023)",
    ],
)
def test_an_event_with_its_own_day_is_left_alone(text: str) -> None:
    assert found("anniversary-event", text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (f"{PARTY} (03/02/1930 - 02/03/2023)", "03/02/2023"),
        ("kỷ niệm 50 năm Ngày thành lập xã (10/10/1973 - 11/10/2023)", None),
    ],
)
def test_two_ends_of_an_anniversary_that_are_not_one_day_are_found(text: str, right: str | None) -> None:
    assert suggested("anniversary-days", text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        f"{PARTY} (03/02/1930 - 3/2/2023)",
        "Thực hiện dự án (01/01/2020 - 31/12/2023)",
        f"{PARTY} (1930 - 03/02/2023)",
    ],
)
def test_ends_of_one_day_and_of_no_anniversary_are_left_alone(text: str) -> None:
    assert found("anniversary-days", text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("chào mừng Ngày Quốc khánh 03/9", "02/9"),
        ("Ngày Thương binh - Liệt sĩ (22/7)", "27/7"),
        ("ngày Nhà giáo Việt Nam 22-11", "20-11"),
        ("Ngày Gia đình Việt Nam 26/6, 76 năm Ngày Thương binh - Liệt sĩ", "28/6"),
    ],
)
def test_a_holiday_with_another_day_is_found(text: str, right: str) -> None:
    assert suggested("holiday-day", text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày Quốc khánh 2/9",
        "Ngày Quốc tế Phụ nữ 8/3",
        "nghỉ Quốc khánh 01/9 - 03/9",
        "dịp Quốc khánh từ 01/9",
        "Tỷ lệ hộ nghèo 5/9",
        "Ngày Quốc khánh 30/4, 01/5, 02/9",
        "Ngày Quốc khánh 02/9/2023",
    ],
)
def test_a_holiday_with_its_day_is_left_alone(text: str) -> None:
    assert found("holiday-day", text) == []
