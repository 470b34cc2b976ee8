"""The filters of templates: what Vietnamese papers need, each with the name that docs/templates.md gives it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final

import jinja2
from jinja2.runtime import Context

from kimhoa_app.documents.templating.places import bare_province
from kimhoa_app.domain.anniversaries import AnniversaryInYear, principal_between
from kimhoa_app.domain.awards import award_name
from kimhoa_app.domain.legal_texts import CitationStyle, LegalText, citation
from kimhoa_app.domain.office import OfficePeriod
from kimhoa_app.text import dates, names, numbers


@jinja2.pass_context
def _award_name(context: Context, code: str, subject: str = "") -> str:
    office: OfficePeriod | None = context.get("office")
    return award_name(code, office.kind if office else None, subject)


@jinja2.pass_context
def _anniversaries_until(context: Context, first_day: date, last_day: date) -> list[AnniversaryInYear]:
    office: OfficePeriod | None = context.get("office")
    return principal_between(first_day, last_day, bare_province(office) if office else None)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@jinja2.pass_context
def _due(context: Context, day: str, days: int = 10) -> str:
    """Return the day as it is typed, or so many days from the day of the paper where it has passed."""
    year, month, of_month = dates.parse_date(day)
    today: date = context["today"]
    proposed = date(year, month or 1, of_month or 1)
    return dates.short_date(proposed if proposed >= today else today + timedelta(days))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _citation(text: LegalText, style: str = CitationStyle.FULL) -> str:
    return citation(text, CitationStyle(style))


def _clock(time: str) -> str:
    hours, minutes = time.split(":")
    return f"{int(hours):02d} giờ {minutes} phút"


def _weekday(day: date) -> str:
    return dates.WEEKDAYS[day.weekday()]


def _sentence_start(text: str) -> str:
    return text[:1].upper() + text[1:]


FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "long_date": dates.long_date,
    "short_date": dates.short_date,
    "list_date": dates.list_date,
    "lunar_year": dates.lunar_year_name,
    "words": numbers.number_in_words,
    "grouped": numbers.grouped,
    "two_digits": numbers.two_digits,
    "percent": numbers.percent,
    "roman": numbers.roman,
    "letter": numbers.letter,
    "capitals": names.capitals,
    "award_name": _award_name,
    "citation": _citation,
    "clock": _clock,
    "weekday": _weekday,
    "lines": _lines,
    "parts": _parts,
    "due": _due,
    "anniversaries_until": _anniversaries_until,
    "sentence": _sentence_start,
}
"""Every filter of a paper by its name."""
