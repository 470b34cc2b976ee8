"""Single days: possible, with their zeros, on the weekday that is named."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.cited import citations
from kimhoa_app.documents.checking.dates.ranges import days_said
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.said_days import SaidDay
from kimhoa_app.domain.legal_texts import text_numbered
from kimhoa_app.text.dates import WEEKDAYS

OUR_CENTURY = 2000
"""From this year on "tháng 13/2023" is a month mistyped; an older number beside a slash may be anything."""
NO_MONTH = 19
"""Figures above it in the place of a month are no month mistyped: "ngày 24/24 giờ"."""

_WEEKDAY_NUMBERS = {
    word: number
    for number, words in enumerate(
        (("hai", "2"), ("ba", "3"), ("tư", "4"), ("năm", "5"), ("sáu", "6"), ("bảy", "bẩy", "7"))
    )
    for word in words
}
_BEFORE = re.compile(
    r"(?:^|[,(:;–-]|\b(?:sáng|chiều|tối|vào|từ|đến|trước|hết|giờ|phút|\d{1,2}h\d{0,2}))\s*"
    r"(?P<weekday>thứ\s+(?P<nth>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)\s*[,(]?\s*(?:ngày\s+)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*\(\s*(?P<weekday>thứ\s+(?P<nth>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)\s*\)", re.IGNORECASE
)
_BAD_QUARTER = re.compile(r"\bquý\s+(?P<quarter>VI{0,3}|I?X|[05-9])\s*(?:/|\s+năm\s+)\s*20\d\d\b", re.IGNORECASE)
_IN_DATE_LINE = re.compile(r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\b", re.IGNORECASE)
_SPAN_BEFORE = re.compile(r"(?:trong|thời gian|thời hạn|kéo dài|suốt|số|đủ|tròn)\s+$", re.IGNORECASE)


def _impossible(subject: Subject) -> Iterator[Hit]:
    head = subject.document.letterhead
    if head is not None and head.date is not None and head.date.month is not None and head.date.day is not None:
        line = head.date
        if not SaidDay(0, 0, head.date.month, head.date.day, head.date.year).is_possible:
            words = head.date_text or f"ngày {line.day} tháng {line.month} năm {line.year}"
            message = f"Không có ngày {line.day} tháng {line.month} năm {line.year}; hãy ghi lại ngày ban hành."
            yield Hit(message, words, place=subject.document.places.date)
    for text, days in days_said(subject):
        for said in days:
            if not said.is_possible and _is_meant(text.words, said):
                words = text.words[said.start : said.end]
                yield hit_in(text, said.start, said.end, f"Không có “{words}” trên lịch; hãy ghi lại.")
    for text in subject.texts:
        for match in _BAD_QUARTER.finditer(text.words):
            yield hit_in(text, *match.span(), "Một năm chỉ có bốn quý; hãy ghi lại quý.")


def _is_meant(words: str, said: SaidDay) -> bool:
    """Return whether an impossible day was meant as one, and is no number, length of time or part of a code."""
    if said.day is None:
        return said.year is not None and said.year >= OUR_CENTURY
    before = words[max(0, said.start - 16) : said.start]
    if _SPAN_BEFORE.search(before):
        return False
    if said.in_words:
        return said.after_day_word or said.day <= 31
    is_typed_as_day = said.sign == "/" and said.year is not None
    return said.month <= NO_MONTH and (said.after_day_word or is_typed_as_day)


def _zeros_in_date_line(subject: Subject) -> Iterator[Hit]:
    head = subject.document.letterhead
    found = _IN_DATE_LINE.search(head.date_text) if head else None
    if head is None or found is None:
        return
    day, month = found["day"], found["month"]
    right = f"ngày {_padded(day)} tháng {_padded_month(month)}"
    if (day, month) != (_padded(day), _padded_month(month)):
        message = f"Ngày nhỏ hơn 10 và tháng 1, 2 phải có số 0 phía trước: “{right}”."
        yield Hit(message, head.date_text, place=subject.document.places.date)


def _zeros_in_text(subject: Subject) -> Iterator[Hit]:
    for text, days in days_said(subject):
        for said in days:
            if said.day is None or not said.year or not said.is_possible:
                continue
            words = text.words[said.start : said.end]
            right = _with_zeros(words)
            if right != words:
                yield hit_in(text, said.start, said.end, f"Ngày nên ghi đủ số 0: “{right}”.", right)


def _with_zeros(words: str) -> str:
    """Return a day with the zeros that it lacks: "5/1/2023" gives "05/01/2023", "5 tháng 3 ..." "05 tháng 3 ..."."""
    day, month = re.findall(r"\d+", words)[:2]
    padded = re.sub(r"^\d+", _padded(day), words)
    return re.sub(r"^(\d+\D+)\d+", rf"\g<1>{_padded_month(month)}", padded)


def _padded(day: str) -> str:
    return day.zfill(2)


def _padded_month(month: str) -> str:
    return month.zfill(2) if int(month) <= 2 else month


def _weekend_acts(subject: Subject) -> Iterator[Hit]:
    for cited in citations(subject):
        on = cited.day.first() if cited.day else None
        known = text_numbered(cited.tight)
        if cited.day is None or on is None or on.weekday() < 5 or (known and known.passed_on == on):
            continue
        message = f"Ngày này là {WEEKDAYS[on.weekday()]}; hãy xem lại ngày ban hành của văn bản được viện dẫn."
        yield hit_in(cited.text, cited.day.start, cited.day.end, message)


def _weekdays(subject: Subject) -> Iterator[Hit]:
    for text, days in days_said(subject):
        for said in days:
            on = said.first() if said.day else None
            if on is None:
                continue
            before = text.words[max(0, said.start - 40) : said.start]
            found = _BEFORE.search(before) or _BEHIND.match(text.words, said.end)
            if found and _weekday(found) != on.weekday():
                message = (
                    f"Ngày này là {WEEKDAYS[on.weekday()]}, không phải “{found['weekday']}”; hãy xem lại thứ hoặc ngày."
                )
                yield hit_in(text, said.start, said.end, message)


def _weekday(found: re.Match[str]) -> int:
    return _WEEKDAY_NUMBERS[found["nth"].casefold()] if found["nth"] else 6


_FORM = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.4"

RULES: tuple[Rule, ...] = (
    Rule("impossible-date", "dates", Severity.ERROR, "Ngày không có trên lịch", "Lịch", _impossible),
    Rule("date-line-zeros", "dates", Severity.WARNING, "Ngày ban hành thiếu số 0", _FORM, _zeros_in_date_line),
    Rule("date-zeros", "dates", Severity.INFO, "Ngày trong văn bản thiếu số 0", _FORM, _zeros_in_text),
    Rule("weekend-act", "dates", Severity.INFO, "Văn bản viện dẫn ghi ngày nghỉ cuối tuần", "Lịch", _weekend_acts),
    Rule("weekday", "dates", Severity.ERROR, "Thứ trong tuần không khớp với ngày", "Lịch", _weekdays),
)
