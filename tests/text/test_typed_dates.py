from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.text.typed_dates import TypedDate, read_typed_date, whole_year


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("9/3/1985", (1985, 3, 9)),
        ("5-11-1992", (1992, 11, 5)),
        ("05.11.1992", (1992, 11, 5)),
        (" 5 / 11 / 92 ", (1992, 11, 5)),
        ("5/11-1992", (1992, 11, 5)),
        ("ngày 5 tháng 11 năm 1992", (1992, 11, 5)),
        ("5 tháng 11, 1992", (1992, 11, 5)),
        ("Ngày 5/11/1992", (1992, 11, 5)),
        ("05111992", (1992, 11, 5)),
        ("1992-11-05 00:00:00", (1992, 11, 5)),
        ("1985", (1985, None, None)),
        ("năm 1985", (1985, None, None)),
        ("SN 1985", (1985, None, None)),
        ("…/…/1985", (1985, None, None)),
        ("../../1985", (1985, None, None)),
    ],
)
def test_a_date_is_read_as_lists_have_it(typed, read):
    found = read_typed_date(typed, 2026)
    assert (found.year, found.month, found.day, found.remark) == (*read, "")


def test_of_a_month_alone_the_year_is_kept_and_the_rest_told():
    assert read_typed_date("3/1985", 2026) == TypedDate(1985, remark="chỉ có tháng 3 năm 1985 nên giữ lại năm")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("30/2/1985", "tháng 2 năm 1985 không có ngày 30"),
        ("42/1/1990", "tháng 1 năm 1990 không có ngày 42"),
        ("29/02/2023", "không có ngày 29"),
        ("5/13/1985", "không có tháng 13"),
        ("0/1/1985", "không có ngày 0"),
        ("chưa rõ", "không phải là ngày"),
        ("", "không phải là ngày"),
        ("0000", "không có năm"),
        ("1/2/3/1985", "không phải là ngày"),
    ],
)
def test_what_no_calendar_has_is_told_with_its_reason(typed, reason):
    with pytest.raises(ValueError, match=reason):
        read_typed_date(typed, 2026)


@pytest.mark.parametrize(("figures", "latest", "year"), [("85", 2012, 1985), ("05", 2012, 2005), ("26", 2026, 2026)])
def test_two_figures_are_the_last_such_year(figures, latest, year):
    assert whole_year(figures, latest) == year


@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2026, 12, 31)), st.sampled_from("/.-"))
def test_every_day_in_every_form_reads_back(day, sign):
    forms = (
        f"{day.day}{sign}{day.month}{sign}{day.year}",
        f"{day:%d}{sign}{day:%m}{sign}{day.year}",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        day.isoformat(),
        f"{day:%d%m%Y}",
    )
    for form in forms:
        found = read_typed_date(form, 2026)
        assert (found.year, found.month, found.day) == (day.year, day.month, day.day)


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading(text):
    try:
        read_typed_date(text, 2026)
    except ValueError as reason:
        assert str(reason)  # noqa: PT017 - any text is either read or told
