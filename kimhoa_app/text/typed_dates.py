"""Dates as people type them into lists: any sign between, two figures for the year, words, a year or a month alone."""

import re
from dataclasses import dataclass
from datetime import date

from kimhoa_app.text.normal import tidy

_SIGN = r"\s*[/.,\\\-–]\s*"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_OF_DAY = r"(?:lúc )?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:ngày )?(?P<day>\d{{1,2}}){_SIGN}(?P<month>\d{{1,2}}){_SIGN}{_YEAR}(?: {_OF_DAY})?",
        rf"(?P<year>\d{{4}}){_SIGN}(?P<month>\d{{1,2}}){_SIGN}(?P<day>\d{{1,2}})(?:[ T]{_OF_DAY})?",
        rf"(?:ngày )?(?P<day>\d{{1,2}}) ?(?:tháng|th\.?) ?(?P<month>\d{{1,2}}),? ?(?:năm )?{_YEAR}",
        r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>(?:19|20)\d{2})",
        rf"(?:tháng )?(?P<month>\d{{1,2}})(?:{_SIGN}| năm )(?P<year>\d{{4}})",
        r"(?:khoảng |năm |sn\.? ?|ns\.? ?)?(?P<year>\d{4})",
    )
)
_BLANKS = re.compile(r"^(?:[._…\s]+[/\-])+\s*(?=\d{4}$)")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A day, or the year alone; `remark` says what of the typed text could not be kept."""

    year: int
    month: int | None = None
    day: int | None = None
    remark: str = ""


def read_typed_date(typed: str, latest_year: int) -> TypedDate:
    """Return what a cell says of a date; two figures for a year are the last such year up to `latest_year`.

    "9/3/1985", "5-11-92", "05.11.1992", "ngày 5 tháng 11 năm 1992", "05111992", "1985" and "…/…/1985" are read; of
    "3/1985" only the year can be kept. Raises ValueError, with the reason in Vietnamese, for anything else and for a
    day that no calendar has.
    """
    text = _BLANKS.sub("", tidy(typed))
    for form in _FORMS:
        if match := form.fullmatch(text):
            return _checked(match.groupdict(), latest_year)
    raise ValueError("không phải là ngày, tháng, năm")


def whole_year(figures: str, latest_year: int) -> int:
    """Return the year of four figures as it is, of two the last one up to `latest_year` that ends so."""
    year = int(figures)
    if len(figures) > 2:
        return year
    century = latest_year // 100 * 100
    return century + year if century + year <= latest_year else century - 100 + year


def _checked(parts: dict[str, str | None], latest_year: int) -> TypedDate:
    year = whole_year(parts["year"] or "", latest_year)
    month, day = (int(parts[name] or 0) if parts.get(name) is not None else None for name in ("month", "day"))
    if not 1 <= year <= 9999:
        raise ValueError("không có năm này")
    if month is not None and not 1 <= month <= _MONTHS:
        raise ValueError(f"không có tháng {month}")
    if day is None:
        remark = "" if month is None else f"chỉ có tháng {month} năm {year} nên giữ lại năm"
        return TypedDate(year, remark=remark)
    try:
        date(year, month or 1, day)
    except ValueError:
        raise ValueError(f"tháng {month} năm {year} không có ngày {day}") from None
    return TypedDate(year, month, day)
