"""Periods of years: in order, and not over."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.issue_span import AHEAD, work_year
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.patterns import YEAR
from kimhoa_app.documents.texts import Role

RECENT = 8
"""Years after which a period that is over is history, and named as such."""

_PERIOD = re.compile(
    r"\b(?P<label>giai đoạn|nhiệm kỳ|thời kỳ|năm học|niên khóa|kế hoạch (?:0?5|năm) năm)\s*\(?\s*(?:năm\s+)?"
    rf"(?P<years>(?P<first>{YEAR})\s*(?:[-–—]|đến)\s*(?P<last>{YEAR}))(?!\d)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.;:]")
_PAST = re.compile(
    r"kết quả|tổng kết|sơ kết|đánh giá|thành tích|thành tựu|tình hình|\bđã\b|\bqua\b|kế thừa|lịch sử"
    r"|(?<!thi đua )(?<!thi đua, )khen thưởng"
    r"|\bsố\s+\d|(?-i:\d[/-][A-ZĐ])",
    re.IGNORECASE,
)
_WAS_DONE = re.compile(r"[^.;]*\bđã\b", re.IGNORECASE)
_REACH = 160


def _reversed(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        for match in _PERIOD.finditer(text.words):
            first, last = int(match["first"]), int(match["last"])
            if first >= last:
                yield hit_in(text, *match.span("years"), f"Năm cuối ({last}) phải sau năm đầu ({first}).")
            elif match["label"].casefold() == "năm học" and last != first + 1:
                words = match["years"]
                yield Hit("Một năm học chỉ gồm hai năm liền nhau.", words, None, text.spot, match.start("years"))


def _ended(subject: Subject) -> Iterator[Hit]:
    year = work_year(subject)
    if year is None or subject.document.kind not in AHEAD:
        return
    for text in subject.texts:
        if text.spot.role in (Role.LEGAL_BASIS, Role.NOTE):
            continue
        for match in _PERIOD.finditer(text.words):
            first, last = int(match["first"]), int(match["last"])
            if first >= last or not year - RECENT <= last < year or match["label"].casefold() == "thời kỳ":
                continue
            start = max(0, match.start() - _REACH)
            begin = max((found.end() for found in _BREAK.finditer(text.words, start, match.start())), default=start)
            behind = text.words[match.end() : match.end() + _REACH]
            if not (_PAST.search(text.words[begin : match.start()]) or _WAS_DONE.match(behind)):
                message = f"{match['label'][0].upper()}{match['label'][1:]} {first} - {last} đã qua trước năm {year}."
                yield hit_in(text, *match.span("years"), message)


_ORDER = "Thứ tự các năm"

RULES: tuple[Rule, ...] = (
    Rule("period-reversed", "dates", Severity.ERROR, "Giai đoạn có năm cuối không sau năm đầu", _ORDER, _reversed),
    Rule("period-ended", "dates", Severity.WARNING, "Giai đoạn đã qua", "Năm cuối trước năm của văn bản", _ended),
)
