"""Cells: days, identity numbers, decisions, shares, words for codes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import Gender
from kimhoa_app.exchange.lists.values import (
    authors_of,
    code_of,
    day_of,
    decision_of,
    national_id_of,
    share_of,
)
from resources import read_toml

TODAY = date(2026, 11, 21)
PROVINCES = read_toml("catalogue/national_ids.toml")["provinces"]


@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2012, 1, 1)))
def test_a_birth_is_read_from_every_form_in_which_a_cell_keeps_it(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    for value in (day, serial, float(serial), f"{day.day}/{day.month}/{day.year}", f"{day:%d-%m-%y}", day.isoformat()):
        if f"{day:%y}" in str(value) and day.year < 1950 and "-" in str(value) and len(str(value)) == 8:
            continue  # two figures name a later year as well
        assert day_of(value, "Ngày sinh", TODAY, is_birth=True).value == PartialDate.from_date(day)


@pytest.mark.parametrize("value", ["30/2/1985", "32/1/1985", "1/1/2027", 2030, "không rõ", date(2027, 1, 1)])
def test_a_birth_that_cannot_be_is_empty_and_told(value: object) -> None:
    told = day_of(value, "Ngày sinh", TODAY, is_birth=True)  # type: ignore[arg-type]
    assert told.value is None
    assert told.remark.startswith("Ngày sinh “")


@pytest.mark.parametrize(
    ("value", "birth", "gender", "expected"),
    [
        ("042185001234", None, None, "042185001234"),
        ("042 185 001 234", None, None, "042185001234"),
        ("'042185001234", None, None, "042185001234"),
        (42185001234, None, None, "042185001234"),
        (42185001234, PartialDate(1985), Gender.FEMALE, "042185001234"),
        (1085001234, PartialDate(1985, 3, 5), None, "001085001234"),
        (42304001234, PartialDate(2004), None, "042304001234"),
        (42085001234.0, None, None, "042085001234"),
        ("42085001234.0", None, None, "042085001234"),
    ],
)
def test_identity_numbers_get_their_zeros_back(value: float | str, birth, gender, expected: str) -> None:
    assert national_id_of(value, birth, gender) == (expected, "")


@pytest.mark.parametrize(
    ("value", "birth", "said"),
    [
        (42185001234, PartialDate(1986), "11 chữ số"),
        (99185001234, None, "11 chữ số"),
        (3185001234, None, "10 chữ số"),
        ("042185", None, "6 chữ số"),
        ("không có", None, "không phải là dãy chữ số"),
        ("0421850012345", None, "13 chữ số"),
        ("999185001234", None, "mã tỉnh 999"),
        ("4,2185E+10", None, "làm tròn"),
        ("4.2185E+10", None, "làm tròn"),
    ],
)
def test_an_identity_number_that_is_not_certain_is_empty_and_told(value: float | str, birth, said: str) -> None:
    number, remark = national_id_of(value, birth, None)
    assert number is None
    assert said in remark


def test_an_old_number_is_kept_and_told_and_one_that_differs_from_the_line_as_well() -> None:
    assert national_id_of(183456789, None, None)[0] == "183456789"
    assert "9 số" in national_id_of(183456789, None, None)[1]
    number, remark = national_id_of("042185001234", PartialDate(1990), None)
    assert (number, "sinh năm 1985" in remark) == ("042185001234", True)


@given(st.sampled_from(PROVINCES), st.integers(0, 3), st.integers(0, 99), st.integers(0, 999_999))
def test_a_number_that_lost_its_zeros_comes_back_whole_or_is_told(
    province: str, century: int, year: int, rest: int
) -> None:
    number = f"{province}{century}{year:02d}{rest:06d}"
    birth = PartialDate(1900 + century // 2 * 100 + year)
    found, remark = national_id_of(int(number), birth, None)
    assert found == number
    assert not remark


@pytest.mark.parametrize(
    ("text", "number", "day", "authority"),
    [
        ("QĐ số 123/QĐ-UBND ngày 5/1/2024", "123/QĐ-UBND", date(2024, 1, 5), ""),
        (
            "Quyết định số 15/2024/QĐ-UBND ngày 05 tháng 01 năm 2024 của Chủ tịch UBND xã",
            "15/2024/QĐ-UBND",
            date(2024, 1, 5),
            "Chủ tịch UBND xã",
        ),
        ("123/QĐ-UBND", "123/QĐ-UBND", None, ""),
        ("12/QĐ-UBND, 05/01/2024", "12/QĐ-UBND", date(2024, 1, 5), ""),
        ("88/QĐ-CTUBND\n31/12/2023", "88/QĐ-CTUBND", date(2023, 12, 31), ""),
        ("số 45 ngày 3-2-23", "45", date(2023, 2, 3), ""),
        ("ngày 5/1/2024", "", date(2024, 1, 5), ""),
    ],
)
def test_a_decision_is_read_from_one_cell(text: str, number: str, day: date | None, authority: str) -> None:
    found, remark = decision_of(text, TODAY)
    assert (found.number, found.day, found.authority, remark) == (number, day, authority, "")


def test_a_decision_that_cannot_be_read_is_told() -> None:
    assert "không đọc được" in decision_of("có quyết định", TODAY)[1]
    assert "không có ngày 30" in decision_of("12/QĐ-UBND ngày 30/2/2024", TODAY)[1]


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Trần Văn A (60%), Lê Thị B (40%)", [("Trần Văn A", 6000), ("Lê Thị B", 4000)]),
        ("Trần Văn A - 60%; Lê Thị B - 40%", [("Trần Văn A", 6000), ("Lê Thị B", 4000)]),
        ("1. Trần Văn A: 66,5%\n2. Lê Thị B: 33,5 %", [("Trần Văn A", 6650), ("Lê Thị B", 3350)]),
        ("Trần Văn A và Lê Thị B", [("Trần Văn A", None), ("Lê Thị B", None)]),
        ("Trần Văn A", [("Trần Văn A", None)]),
    ],
)
def test_authors_are_read_with_their_shares(text: str, authors: list[tuple[str, int | None]]) -> None:
    assert authors_of(text) == authors


@pytest.mark.parametrize(("text", "share"), [("60%", 6000), ("0,6", 6000), ("60", 6000), ("1", 10000), ("x", None)])
def test_a_share_alone_is_read(text: str, share: int | None) -> None:
    assert share_of(text) == share


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("HTXSNV", "HTXSNV"),
        ("Hoàn thành xuất sắc nhiệm vụ", "HTXSNV"),
        ("xuất sắc", "HTXSNV"),
        ("A", "HTXSNV"),
        ("Loại 1", "HTXSNV"),
        ("HT tốt", "HTTNV"),
        ("HTT NV", "HTTNV"),
        ("b", "HTTNV"),
        ("HTNV (có đơn)", "HTNV"),
        ("Không hoàn thành NV", "KHTNV"),
        ("KHTNV", "KHTNV"),
        ("chưa xếp loại", "none"),
        ("giỏi", None),
    ],
)
def test_ratings_are_read_in_words_and_letters(text: str, rating: str | None) -> None:
    assert code_of(text, "rating") == rating
