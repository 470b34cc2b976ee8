"""Anniversaries: how many years they count and the day on which they fall follow from the first year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kimhoa_app.documents.patterns import YEAR
from kimhoa_app.documents.rolling.mentions import Mention, Shift
from kimhoa_app.domain.anniversaries import Anniversary, anniversaries

RULE = "anniversary"
NEAR = 400
"""Characters within which the name of an event stands beside its years."""

_DAY = rf"(?:(?:\d{{1,2}}\s*[/.-]\s*){{0,2}}{YEAR})"
_RANGE = re.compile(rf"\(\s*(?P<first>{_DAY})\s*[-–—]\s*(?P<last>{_DAY})\s*\)")
_EVENT = r"(?:ngày|chiến thắng|cách mạng|thành lập|giải phóng|xô viết|khởi nghĩa|truyền thống|quốc khánh)"
_COUNT = re.compile(
    rf"(?:(?P<told>(?:kỷ|tưởng)\s+niệm\s+(?:lần\s+thứ\s+)?)(?P<count>\d{{1,3}})(?P<word>\s+năm)?"
    rf"|(?<!\d)(?P<bare>\d{{1,3}})\s+năm(?=\s+{_EVENT}))",
    re.IGNORECASE,
)
_NOT_AN_EVENT = re.compile(r"(?:kế hoạch|giai đoạn|nhiệm kỳ)[^;)]*$", re.IGNORECASE)
_BREAK = re.compile(r"[;)]|\.\s")


@dataclass(frozen=True, slots=True)
class _Count:
    start: int
    end: int
    value: int
    before: str
    behind: str

    def reading(self, value: int) -> str:
        """The words of the count with another number."""
        return f"{self.before}{value}{self.behind}"


def counted_years(text: str, shift: Shift) -> Iterator[Mention]:
    """Yield the counts and ranges of anniversaries, "kỷ niệm 93 năm … (03/02/1930 - 03/02/2023)"."""
    counts = list(_counts(text))
    served: set[_Count] = set()
    for match in _RANGE.finditer(text):
        segment = _segment_start(text, match.start())
        near = [count for count in counts if segment <= count.start < match.start()]
        if _is_anniversary(text, match, bool(near)):
            served.update(near)
            yield from _ranged(text, match, near, shift)
    for count in counts:
        if count not in served:
            yield _told_without_range(text, count, shift)


def _counts(text: str) -> Iterator[_Count]:
    for match in _COUNT.finditer(text):
        name = "count" if match["count"] else "bare"
        before, behind = text[match.start() : match.start(name)], text[match.end(name) : match.end()]
        yield _Count(match.start(), match.end(), int(match[name]), before, behind)


def _segment_start(text: str, end: int) -> int:
    first = max(0, end - NEAR)
    return max((match.end() for match in _BREAK.finditer(text, first, end)), default=first)


def _is_anniversary(text: str, match: re.Match[str], is_counted: bool) -> bool:
    first, last = match["first"], match["last"]
    if _year(first) >= _year(last) or _NOT_AN_EVENT.search(text[_segment_start(text, match.start()) : match.start()]):
        return False
    return is_counted or (_in_year(first) != "" and _numbers(_in_year(first)) == _numbers(_in_year(last)))


def _ranged(text: str, match: re.Match[str], near: list[_Count], shift: Shift) -> Iterator[Mention]:
    first, last = _year(match["first"]), _year(match["last"])
    falls_later = last == shift.from_year + 1 and all(count.value == last - first for count in near)
    end = shift.to_year + (1 if falls_later else 0)
    for count in near:
        yield Mention(RULE, count.start, count.end, after=count.reading(end - first))
    yield Mention("history", *match.span("first"), reason="Ngày của sự kiện.")
    if doubt := _doubt(text, match):
        yield Mention(RULE, *match.span("last"), question=doubt)
    else:
        yield Mention(RULE, *match.span("last"), after=f"{_in_year(match['last'])}{end}")


def _doubt(text: str, match: re.Match[str]) -> str:
    first, last = match["first"], match["last"]
    if _in_year(first) and _in_year(last) and _numbers(_in_year(first)) != _numbers(_in_year(last)):
        return f"Ngày đầu và ngày cuối của khoảng ({first} - {last}) khác ngày, tháng; hãy ghi lại cho đúng."
    event = _event_in(text[_segment_start(text, match.start()) : match.start()])
    if event is not None and event.founded != _year(first):
        return f"{event.name} là của năm {event.founded}, không phải năm {_year(first)}; hãy xem lại khoảng thời gian."
    return ""


def _told_without_range(text: str, count: _Count, shift: Shift) -> Mention:
    last = count.end + NEAR
    found = _BREAK.search(text, count.end, last)
    event = _event_in(text[count.end : found.start() if found else last])
    if event is not None:
        return Mention(RULE, count.start, count.end, after=count.reading(shift.to_year - event.founded))
    ask = f"Hãy tính lại số năm kỷ niệm cho năm {shift.to_year}; văn bản không ghi năm đầu."
    return Mention(RULE, count.start, count.end, question=ask)


def _event_in(words: str) -> Anniversary | None:
    """Return the known event that is named first in `words`, the one of the longest name where several begin there."""
    folded = words.casefold()
    named = [(folded.find(event.name.casefold()), -len(event.name), event) for event in anniversaries()]
    return min(((at, size, event) for at, size, event in named if at >= 0), default=(0, 0, None), key=lambda e: e[:2])[
        2
    ]


def _year(day: str) -> int:
    return int(day[-4:])


def _in_year(day: str) -> str:
    return day[:-4]


def _numbers(words: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", words)]
