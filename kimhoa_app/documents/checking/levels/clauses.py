"""Clauses of a text, and whether one speaks of what others have issued."""

import re
from calendar import monthrange
from datetime import date

from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.patterns import CITED_TYPES, YEAR

_LAST_YEAR = 9999
_MONTHS = 12
_ENDS = re.compile(r"[;:](?=\s)|\.(?=\s+[A-ZĐÀ-Ỹ])")
_CITED = re.compile(rf"\b(?:{'|'.join(CITED_TYPES)})\b(?:[^;]*?\bcủa\b|\s+(?:số|liên tịch)?\s*[\d/])")
_ANY_DATE = re.compile(rf"(\d{{1,2}})(?:[/.-]|\s+tháng\s+)(\d{{1,2}})(?:[/.-]|\s+năm\s+)({YEAR})")


def clause_before(words: str, position: int) -> str:
    """Return what stands before `position` in its clause."""
    begin = max((found.end() for found in _ENDS.finditer(words, 0, position)), default=0)
    return words[begin:position]


def clause_at(words: str, position: int) -> str:
    """Return the whole clause around `position`."""
    begin = position - len(clause_before(words, position))
    end = _ENDS.search(words, position)
    return words[begin : end.start() if end else len(words)]


def is_cited(before: str) -> bool:
    """Return whether a clause that begins so goes on with the words of a cited act."""
    return _CITED.search(f"{before} ") is not None


def last_date(words: str) -> date | None:
    """Return the last day named in `words` that a calendar has."""
    for day, month, year in reversed(_ANY_DATE.findall(words)):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def days_of(subject: Subject) -> tuple[date, date]:
    """Return between which days a document is of: the day of its issue, or what its month or year leaves open.

    A blank day in the year of today is today.
    """
    if subject.issued_on is not None:
        return subject.issued_on, subject.issued_on
    head = subject.document.letterhead
    given = head.date if head else None
    year = given.year if given else subject.year
    month = given.month if given else None
    if year is None or not 1 <= year <= _LAST_YEAR or (year == subject.today.year and month is None):
        return subject.today, subject.today
    if month is not None and 1 <= month <= _MONTHS:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, _MONTHS, 31)
