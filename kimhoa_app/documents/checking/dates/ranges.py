"""Stretches of days, "từ ngày 01/7/2023 đến ngày 31/12/2023", and the phases and deadlines that a plan sets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kimhoa_app.documents.checking.subject import Subject, once
from kimhoa_app.documents.said_days import SaidDay, said_days
from kimhoa_app.documents.texts import Text

_FROM = re.compile(r"\btừ\s+(?:ngày\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?", re.IGNORECASE)
_FROM_DAY = re.compile(r"\btừ\s+ngày\s+(?P<day>\d{1,2})\s+(?:đến|tới)\s+(?:hết\s+)?ngày\s+$", re.IGNORECASE)
_PHASE = re.compile(
    r"\bđợt\s+(?:thi\s+đua\s+)?(?:cao\s+điểm\s+)?(?:thứ\s+)?"
    r"(?P<number>\d{1,2}|một|nhất|hai|ba|bốn|tư|năm|I{1,3}|IV|V)\b(?!\s+năm\b)",
    re.IGNORECASE,
)
_PHASE_REACH = 120
_NUMBERS = {"một": 1, "nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5} | {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5,
}  # fmt: skip
_SENDING = r"gửi|nộp|báo cáo|đăng ký|tổng hợp"
_DEADLINE = re.compile(
    rf"\b(?:(?P<sending>{_SENDING})|hoàn thành|xong|tổ chức|sơ kết|tổng kết)\b[^.;]{{0,100}}?"
    r"\b(?:trước|chậm nhất(?:\s+là)?|hạn\s+cuối|thời hạn)\s*:?\s*(?:hết\s+)?(?:ngày\s+)?$",
    re.IGNORECASE,
)
_DEADLINE_REACH = 130
_DONE = re.compile(r"\bđã\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaidRange:
    """From `first` to `last`, at `start` to `end` of `text`; `by_day` where only the day of the first is named."""

    text: Text
    start: int
    end: int
    first: SaidDay
    last: SaidDay
    by_day: bool = False

    @property
    def starts_on(self) -> date | None:
        """Its first day; a year left out is that of its end."""
        return self.first.first(self.last.year)

    @property
    def ends_on(self) -> date | None:
        """Its last day; a year left out is that of its beginning."""
        return self.last.last(self.first.year)


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the movement that is told with its days."""

    number: int
    range: SaidRange


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day before which something is to be done; `is_sending` where something is to be sent by then."""

    text: Text
    said: SaidDay
    on: date
    is_sending: bool


@once
def days_said(subject: Subject) -> Iterator[tuple[Text, tuple[SaidDay, ...]]]:
    """Yield the texts of the document that name days or months, with these."""
    for text in subject.texts:
        if days := tuple(said_days(text.words)):
            yield text, days


@once
def ranges(subject: Subject) -> Iterator[SaidRange]:
    """Yield the stretches of days that the document names, in reading order."""
    for text, days in days_said(subject):
        yield from _ranges_in(text, days)


def _ranges_in(text: Text, said: Sequence[SaidDay]) -> Iterator[SaidRange]:
    words = text.words
    for first, last in pairwise([None, *said]):
        if last is None:
            continue
        before = words[max(0, last.start - 40) : last.start]
        if last.day is not None and (found := _FROM_DAY.search(before)):
            start = last.start - len(before) + found.start("day")
            begin = SaidDay(start, start, last.month, int(found["day"]), last.year)
            yield SaidRange(text, start, last.end, begin, last, by_day=True)
        elif first is not None and _joins(words, first, last):
            yield SaidRange(text, first.start, last.end, first, last)


def _joins(words: str, first: SaidDay, last: SaidDay) -> bool:
    begins = _FROM.search(words[max(0, first.start - 12) : first.start]) is not None
    return begins and _TO.fullmatch(words, first.end, last.start) is not None


@once
def phases(subject: Subject) -> Iterator[Phase]:
    """Yield the numbered phases, "Đợt 1 (từ … đến …)", in reading order."""
    within_text: dict[int, list[SaidRange]] = {}
    for each in ranges(subject):
        within_text.setdefault(each.text.spot.number, []).append(each)
    for text in subject.texts:
        told = within_text.get(text.spot.number)
        if told:
            yield from _phases_in(text, told)


def _phases_in(text: Text, told: Sequence[SaidRange]) -> Iterator[Phase]:
    heads = list(_PHASE.finditer(text.words))
    for head, after in pairwise([*heads, None]):
        if head is None:
            continue
        end = min(head.end() + _PHASE_REACH, after.start() if after else len(text.words))
        within = next((each for each in told if head.end() <= each.start < end), None)
        if within is not None:
            number = head["number"].casefold()
            yield Phase(int(number) if number.isdigit() else _NUMBERS[number], within)


@once
def deadlines(subject: Subject) -> Iterator[Deadline]:
    """Yield the deadlines with their year that the document sets."""
    for text, days in days_said(subject):
        for said in days:
            on = said.first() if said.day and said.year else None
            before = text.words[max(0, said.start - _DEADLINE_REACH) : said.start]
            found = _DEADLINE.search(before) if on else None
            if on and found and not _DONE.search(before):
                yield Deadline(text, said, on, found["sending"] is not None)
