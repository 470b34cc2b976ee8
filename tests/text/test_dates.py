from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.dates import date_line, day_in_year, list_date, long_date, lunar_year_name, parse_date, short_date


@pytest.mark.parametrize(
    ("day", "long", "short", "in_list"),
    [
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026", "05/3/2026", "05/03/2026"),
        (date(1930, 2, 3), "ngày 03 tháng 02 năm 1930", "03/02/1930", "03/02/1930"),
        (date(2026, 4, 30), "ngày 30 tháng 4 năm 2026", "30/4/2026", "30/04/2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026", "31/12/2026", "31/12/2026"),
    ],
)
def test_days_below_ten_and_months_one_and_two_take_a_zero(day, long, short, in_list):
    assert (long_date(day), short_date(day), list_date(day)) == (long, short, in_list)


@pytest.mark.parametrize(
    ("month", "day", "line"),
    [
        (12, 5, "Kim Hoa, ngày 05 tháng 12 năm 2026"),
        (1, 15, "Kim Hoa, ngày 15 tháng 01 năm 2026"),
        (12, None, "Kim Hoa, ngày      tháng 12 năm 2026"),
        (None, None, "Kim Hoa, ngày      tháng      năm 2026"),
    ],
)
def test_an_unknown_day_or_month_leaves_room_for_the_pen(month, day, line):
    assert date_line("Kim Hoa", 2026, month, day) == line


@pytest.mark.parametrize(
    "text",
    ["5/3/1985", "05-03-1985", " 5.3.1985 ", "1985-03-05", "Ngày 5 tháng 3 năm 1985", "ngày 05  tháng 03 năm 1985"],
)
def test_a_date_is_read_as_people_type_it(text):
    assert parse_date(text) == (1985, 3, 5)


@pytest.mark.parametrize("text", ["1985", "năm 1985"])
def test_a_year_alone_is_a_date_without_month_and_day(text):
    assert parse_date(text) == (1985, None, None)


@pytest.mark.parametrize(
    "text",
    ["", "42/3/2023", "29/02/2023", "tháng 3/1985", "5/3/85", "5/3-1985", "0000", "31/4/2026", "abc", "5/3/1985 10:00"],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):
        parse_date(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_form_reads_back(day):
    expected = (day.year, day.month, day.day)
    for text in (long_date(day), short_date(day), list_date(day), day.isoformat()):
        assert parse_date(text) == expected


def test_a_day_of_the_year_is_found_in_each_year():
    assert day_in_year("31/01", 2027) == date(2027, 1, 31)
    assert day_in_year(" 5-3 ", 2026) == date(2026, 3, 5)


@pytest.mark.parametrize("text", ["", "31", "31/02", "29/02", "32/01", "31/01/2026"])
def test_what_is_no_day_of_the_year_is_refused(text):
    with pytest.raises(ValueError):
        day_in_year(text, 2026)


@pytest.mark.parametrize(
    ("year", "name"), [(2026, "Bính Ngọ"), (2027, "Đinh Mùi"), (2023, "Quý Mão"), (1984, "Giáp Tý"), (1968, "Mậu Thân")]
)
def test_lunar_years_have_their_names(year, name):
    assert lunar_year_name(year) == name
