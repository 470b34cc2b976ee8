"""Anniversaries as papers tell them: "kỷ niệm 93 năm Ngày … (03/02/1930 - 03/02/2023)"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kimhoa_app.documents.patterns import YEAR
from kimhoa_app.documents.said_days import figures
from kimhoa_app.domain.anniversaries import Anniversary, events_named

NEAR = 400
"""Characters within which the name of an event stands beside its years."""

DAY = rf"(?:(?:\d{{1,2}}\s*[/.-]\s*){{0,2}}{YEAR})"
_RANGE = re.compile(rf"\(\s*(?P<first>{DAY})\s*[-–—]\s*(?P<last>{DAY})\s*\)")
_EVENT = r"(?:ngày|chiến thắng|cách mạng|thành lập|giải phóng|xô viết|khởi nghĩa|truyền thống|quốc khánh)"
_COUNT = re.compile(
    rf"(?:(?P<told>(?:kỷ|tưởng)\s+niệm\s+(?:lần\s+thứ\s+)?)(?P<count>\d{{1,3}})(?![\d/.-])(?P<word>\s+năm)?"
    rf"|(?<![\d/.-])(?P<bare>\d{{1,3}})\s+năm(?=\s+{_EVENT}))",
    re.IGNORECASE,
)
_NOT_AN_EVENT = re.compile(r"(?:kế hoạch|giai đoạn|nhiệm kỳ)[^;)]*$", re.IGNORECASE)
_BREAK = re.compile(r"[;)]|\.\s")


@dataclass(frozen=True, slots=True)
class Count:
    """How many years are counted, told at `start` to `end`; `number` is where its figures stand.

    `is_of_years` is whether the word "năm" or "lần thứ" says that years are meant.
    """

    start: int
    end: int
    number: tuple[int, int]
    value: int
    before: str
    behind: str
    is_of_years: bool

    def reading(self, value: int) -> str:
        """The words of the count with another number."""
        return f"{self.before}{value}{self.behind}"


@dataclass(frozen=True, slots=True)
class CountedRange:
    """The range of an anniversary in brackets, with the counts that it serves and the words before it.

    `first` and `last` are its two days as written, a year at the end of each.
    """

    first: str
    last: str
    first_at: tuple[int, int]
    last_at: tuple[int, int]
    counts: tuple[Count, ...]
    words: str

    @property
    def first_year(self) -> int:
        """The year of the event."""
        return int(self.first[-4:])

    @property
    def last_year(self) -> int:
        """The year up to which is counted."""
        return int(self.last[-4:])

    @property
    def days_differ(self) -> bool:
        """Whether both ends name a day of the year, and not the same one."""
        first, last = figures(self.first[:-4]), figures(self.last[:-4])
        return bool(first) and bool(last) and first != last

    @property
    def events(self) -> list[Anniversary]:
        """The known events that the words before it name."""
        return events_named(self.words)


def counts_in(text: str) -> list[Count]:
    """Return the counts of years in `text`, "kỷ niệm 93 năm" and "48 năm Ngày", in reading order."""
    return [_count(text, match) for match in _COUNT.finditer(text)]


def counted_ranges(text: str, counts: Sequence[Count]) -> Iterator[CountedRange]:
    """Yield the ranges of anniversaries in `text`, whose counts are `counts`.

    A range serves the count before it, and those of the same number.
    """
    starts = [count.start for count in counts]
    for match in _RANGE.finditer(text):
        begin = _segment_start(text, match.start())
        near = counts[bisect_left(starts, begin) : bisect_left(starts, match.start())]
        served = tuple(count for count in near if count.value == near[-1].value)
        words = text[begin : match.start()]
        told = CountedRange(match["first"], match["last"], match.span("first"), match.span("last"), served, words)
        if _is_anniversary(told):
            yield told


def words_after(text: str, count: Count) -> str:
    """Return the words that say what `count` counts, up to the next count."""
    last = count.end + NEAR
    stops = (_BREAK.search(text, count.end, last), _COUNT.search(text, count.end, last))
    return text[count.end : min((found.start() for found in stops if found), default=last)]


def _count(text: str, match: re.Match[str]) -> Count:
    name = "count" if match["count"] else "bare"
    before, behind = text[match.start() : match.start(name)], text[match.end(name) : match.end()]
    is_of_years = bool(match["bare"] or match["word"]) or "lần" in before
    return Count(match.start(), match.end(), match.span(name), int(match[name]), before, behind, is_of_years)


def _segment_start(text: str, end: int) -> int:
    first = max(0, end - NEAR)
    return max((match.end() for match in _BREAK.finditer(text, first, end)), default=first)


def _is_anniversary(told: CountedRange) -> bool:
    if told.first_year >= told.last_year or _NOT_AN_EVENT.search(told.words):
        return False
    same_day = figures(told.first[:-4]) == figures(told.last[:-4]) != ()
    return bool(told.counts) or same_day or bool(told.events)
