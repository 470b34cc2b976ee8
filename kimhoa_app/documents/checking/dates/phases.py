"""Stretches of days and phases: the end after the beginning, one phase after the other, within the year."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from kimhoa_app.documents.checking.dates.ranges import SaidRange, phases, ranges
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.issue_span import AHEAD, YEARS, work_year
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.text.dates import short_date


def _reversed(subject: Subject) -> Iterator[Hit]:
    for each in ranges(subject):
        starts, ends = each.starts_on, each.ends_on
        if starts is None or ends is None or starts <= ends or _goes_into_the_next_year(each):
            continue
        message = f"Ngày kết thúc ({_said(each, last=True)}) đứng trước ngày bắt đầu ({_said(each, last=False)})."
        severity = Severity.WARNING if each.by_day else None
        words = each.text.words[each.start : each.end]
        yield Hit(message, words, None, each.text.spot, each.start, severity=severity)


def _goes_into_the_next_year(each: SaidRange) -> bool:
    """Return whether one of the two days has no year, so that the end may lie in the year after the beginning."""
    return (each.first.year is None or each.last.year is None) and each.first.month > each.last.month


def _said(each: SaidRange, *, last: bool) -> str:
    day = each.last if last else each.first
    return each.text.words[day.start : day.end] or str(day.day)


def _out_of_order(subject: Subject) -> Iterator[Hit]:
    for before, phase in pairwise(phases(subject)):
        if phase.number != before.number + 1:
            continue
        ended, starts = before.range.ends_on, phase.range.starts_on
        if ended is None or starts is None or ended < starts:
            continue
        message = f"Đợt {phase.number} bắt đầu ngày {short_date(starts)} khi đợt {before.number} chưa kết thúc."
        if before.range.starts_on and starts < before.range.starts_on:
            message = f"Đợt {phase.number} bắt đầu ngày {short_date(starts)}, trước cả đợt {before.number}."
        yield hit_in(phase.range.text, phase.range.start, phase.range.end, message)


def _of_another_year(subject: Subject) -> Iterator[Hit]:
    year = work_year(subject)
    if year is None or year not in YEARS or subject.document.kind not in AHEAD:
        return
    for phase in phases(subject):
        starts, ends = phase.range.starts_on, phase.range.ends_on
        if starts is None or ends is None:
            continue
        if starts < date(year - 1, 9, 1) or ends > date(year + 1, 3, 31):
            message = f"Đợt {phase.number} không nằm trong năm {year} của văn bản; hãy xem lại năm."
            yield hit_in(phase.range.text, phase.range.start, phase.range.end, message)


_ORDER = "Thứ tự ngày tháng"

RULES: tuple[Rule, ...] = (
    Rule("range-reversed", "dates", Severity.ERROR, "Ngày kết thúc trước ngày bắt đầu", _ORDER, _reversed),
    Rule("phase-order", "dates", Severity.WARNING, "Các đợt thi đua chồng nhau, lộn thứ tự", _ORDER, _out_of_order),
    Rule("phase-year", "dates", Severity.WARNING, "Đợt thi đua ngoài năm của văn bản", _ORDER, _of_another_year),
)
