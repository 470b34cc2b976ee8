"""Dates as official papers write and as people type them (Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.4)."""

import re
from datetime import date

from kimhoa_app.text.normal import tidy

PEN_ROOM = " " * 6
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""The days of the week in the order of `date.weekday`."""

_NUMERIC = re.compile(r"(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_IN_WORDS = re.compile(r"ngày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2}) năm (?P<year>\d{4})")
_DAY_AND_MONTH = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})")
_YEAR = re.compile(r"(?:năm )?(?P<year>\d{4})")
_STEMS = ("Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ")
_BRANCHES = ("Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi")


def long_date(day: date) -> str:
    """Return the form of official papers, "ngày 05 tháng 3 năm 2026": days below 10 and months 1, 2 take a zero."""
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"


def short_date(day: date) -> str:
    """Return the short form of running text, "05/3/2026", with zeros where the long form has them."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year}"


def list_date(day: date) -> str:
    """Return the form of lists, all of one width: "05/03/2026"."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def date_line(place: str, year: int, month: int | None = None, day: int | None = None) -> str:
    """Return the line of place and date; an unknown day or month leaves room for the pen."""
    day_text = PEN_ROOM if day is None else f" {day:02d} "
    month_text = PEN_ROOM if month is None else f" {_month(month)} "
    return f"{place}, ngày{day_text}tháng{month_text}năm {year}"


def parse_date(text: str) -> tuple[int, int | None, int | None]:
    """Return year, month and day of a date as people type it; month and day are None for a year alone.

    Reads 5/3/1985, 05-03-1985, 5.3.1985, 1985-03-05, "ngày 5 tháng 3 năm 1985" and 1985. Raises ValueError for
    anything else and for a day that no calendar has.
    """
    typed = tidy(text).casefold()
    for pattern in (_NUMERIC, _ISO, _IN_WORDS):
        if match := pattern.fullmatch(typed):
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
            return day.year, day.month, day.day
    if match := _YEAR.fullmatch(typed):
        return date(int(match["year"]), 1, 1).year, None, None
    raise ValueError(f"not a date: {text!r}")


def day_in_year(text: str, year: int) -> date:
    """Return the day that "dd/mm" names in `year`; raises ValueError where that year has no such day."""
    match = _DAY_AND_MONTH.fullmatch(tidy(text))
    if match is None:
        raise ValueError(f"not a day of the year: {text!r}")
    return date(year, int(match["month"]), int(match["day"]))


def lunar_year_name(year: int) -> str:
    """Return the name (can chi) of the lunar year that begins in `year`: 2026 is Bính Ngọ."""
    return f"{_STEMS[year % 10]} {_BRANCHES[year % 12]}"


def _month(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)
