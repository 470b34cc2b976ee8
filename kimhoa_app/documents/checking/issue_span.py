"""The days on which a document can have been issued."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from kimhoa_app.documents.checking.subject import Subject, once
from kimhoa_app.documents.model import DocumentKind, Letterhead
from kimhoa_app.documents.said_year import said_year

AHEAD = frozenset(
    {DocumentKind.PLAN, DocumentKind.DIRECTIVE, DocumentKind.GUIDANCE, DocumentKind.LETTER, DocumentKind.INVITATION}
)
"""Kinds that say what is to be done, not what was."""
YEARS = range(1900, 2200)
"""Years that a document can be of; any other is a slip that tells nothing of its day."""


def issue_span(subject: Subject) -> tuple[date, date] | None:
    """Return the first and the last day on which the document can have been issued; the same where the day is given.

    A blank day leaves the whole month or year of its line: the file may be older than its checking. Of an impossible
    one only the year counts, and the month that it cannot be after. Without a date line a plan of a year is issued from
    September before it to its end, any other document from its beginning to March after it. None where not even the
    year is known.
    """
    if (day := subject.issued_on) and day.year in YEARS:
        return day, day
    head = subject.document.letterhead
    if head is not None and head.date is not None:
        return _of_a_date_line(head)
    year = subject.year
    if year is None or year not in YEARS:
        return None
    if subject.document.kind in AHEAD:
        return date(year - 1, 9, 1), date(year, 12, 31)
    return date(year, 1, 1), date(year + 1, 3, 31)


def work_year(subject: Subject) -> int | None:
    """Return the year whose work the document is about, None where its day of issue speaks against all that it says.

    A plan whose trích yếu has kept the old year is about the one that its text names most often.
    """
    issued = subject.issued_on
    year = subject.year
    if issued is None or subject.document.kind not in AHEAD or (year is not None and can_be_issued(issued, year)):
        return year
    said = next(iter(_said_years(subject)), None)
    return said if said is not None and can_be_issued(issued, said) else None


@once
def _said_years(subject: Subject) -> Iterator[int]:
    said = said_year(subject.document)
    if said is not None:
        yield said


def can_be_issued(day: date, year: int) -> bool:
    """Return whether a document about the work of `year` can be of `day`: from September before it to its end."""
    return (year - 1, 9, 1) <= (day.year, day.month, day.day) <= (year, 12, 31)


def _of_a_date_line(head: Letterhead) -> tuple[date, date] | None:
    line = head.date
    if line is None or line.year not in YEARS:
        return None
    month = line.month if line.month and 1 <= line.month <= 12 else None
    first = date(line.year, month or 1, 1)
    last = date(line.year, month or 12, monthrange(line.year, month or 12)[1])
    return (date(line.year, 1, 1) if line.day is not None else first), last
