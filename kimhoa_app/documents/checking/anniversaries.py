"""Anniversaries counted: against the years given, and against the table of events."""

import re
from collections.abc import Iterator
from datetime import date

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.issue_span import AHEAD, work_year
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject, once
from kimhoa_app.documents.said_anniversaries import DAY, Count, CountedRange, counted_ranges, counts_in, words_after
from kimhoa_app.documents.said_days import figures
from kimhoa_app.documents.texts import Text
from kimhoa_app.domain.anniversaries import Anniversary, event_at_the_end, events_named
from kimhoa_app.text.dates import short_date

OLD = 3
"""Years back within which an anniversary may be left over from an older plan."""
NO_ANNIVERSARY = 3
"""A range of one year or two beside a count that is farther off is the length of something else."""

_MAY_HOLD_ONE = re.compile(r"\d\s+năm\b|niệm\s|\d{4}\s*[-–—]", re.IGNORECASE)
_LOOKS_BACK = re.compile(r"\bđã\b|kết quả|tổng kết|thành tích đạt được|tình hình", re.IGNORECASE)
_HOLIDAY = re.compile(
    r"(?<=\w)(?P<before>\s+\(?|\s*\(\s*)(?P<day>\d{1,2}\s?(?P<sign>[/-])\s?\d{1,2})(?![\d/]|\s*[-–/]|\s*,\s*\d{1,2}\s?[/-]|\s+(?:đến|và)\b|-\d)"
)
_IN_BRACKETS = re.compile(rf"(?<=\w)\s*\(\s*(?:ngày\s+)?(?P<day>{DAY})\s*\)", re.IGNORECASE)
_NAME_REACH = 90


@once
def _told(subject: Subject) -> Iterator[tuple[Text, list[Count], list[CountedRange]]]:
    for text in subject.texts:
        if _MAY_HOLD_ONE.search(text.words):
            counts = counts_in(text.words)
            yield text, counts, list(counted_ranges(text.words, counts))


def _ranges(subject: Subject) -> Iterator[tuple[Text, CountedRange]]:
    for text, _, ranges in _told(subject):
        for told in ranges:
            if not _is_another_length(told):
                yield text, told


def _is_another_length(told: CountedRange) -> bool:
    years = told.last_year - told.first_year
    return years < NO_ANNIVERSARY and any(abs(count.value - years) > NO_ANNIVERSARY for count in told.counts)


def _count_against_range(subject: Subject) -> Iterator[Hit]:
    year = work_year(subject)
    for text, told in _ranges(subject):
        years = told.last_year - told.first_year
        is_left_over = year is not None and told.last_year != year
        right = {event.founded + count.value for event in told.events for count in told.counts}
        for count in told.counts:
            if count.value == years or (is_left_over and count.value == (year or 0) - told.first_year):
                continue
            if told.last_year in right:
                continue
            message = f"Từ {told.first_year} đến {told.last_year} là {years} năm, không phải {count.value} năm."
            yield _on_count(text, count, years, message)


def _on_count(text: Text, count: Count, value: int, message: str) -> Hit:
    start = count.number[0]
    return hit_in(text, start, count.end, message, f"{value}{count.behind}")


def _count_against_table(subject: Subject) -> Iterator[Hit]:
    year = work_year(subject)
    if year is None or subject.document.kind not in AHEAD:
        return
    for text, counts, ranges in _told(subject):
        served = {count for told in ranges for count in told.counts}
        for count in counts:
            events = events_named(words_after(text.words, count)) if count.is_of_years and count not in served else []
            if events and events[0].certain and not _can_be_counted(subject, events[0], count.value, year):
                event, years = events[0], year - events[0].founded
                message = f"{event.name} là của năm {event.founded}; đến năm {year} là {years} năm."
                yield _on_count(text, count, years, message)


def _can_be_counted(subject: Subject, event: Anniversary, value: int, year: int) -> bool:
    """Return whether `event` has `value` years in the document's year, in the days before it, or early after it."""
    issued = subject.issued_on
    is_before = issued is not None and issued.year < year and value == issued.year - event.founded
    is_after = (event.month or 1) <= 3 and value == year + 1 - event.founded
    return value == year - event.founded or is_before or is_after


def _event_against_day(subject: Subject) -> Iterator[Hit]:
    yield from _single_days(subject)
    for text, told in _ranges(subject):
        events = told.events
        if not events or any(_is_its_day(event, told.first) for event in events):
            continue
        event = events[-1]
        day = _day_of(event)
        message = f"{event.name} là {day}, không phải {told.first}."
        severity = None if event.certain else Severity.WARNING
        yield Hit(message, told.first, _right_first(event, told), text.spot, told.first_at[0], severity=severity)


def _single_days(subject: Subject) -> Iterator[Hit]:
    """Yield what is wrong with the day of an event that stands alone in brackets behind its name."""
    for text in subject.texts:
        for match in _IN_BRACKETS.finditer(text.words):
            event = event_at_the_end(text.words[max(0, match.start() - _NAME_REACH) : match.start()])
            told = match["day"]
            if (
                event is None
                or _is_its_day(event, told)
                or int(told[-4:]) >= (subject.year or subject.today.year) - OLD
            ):
                continue
            message = f"{event.name} là {_day_of(event)}, không phải {told}."
            severity = None if event.certain else Severity.WARNING
            yield Hit(message, told, None, text.spot, match.start("day"), severity=severity)


def _is_its_day(event: Anniversary, told: str) -> bool:
    in_year = figures(told[:-4])
    if int(told[-4:]) != event.founded:
        return False
    if not in_year or event.month is None or not event.founding_day_known:
        return True
    day = (event.month,) if event.day is None else (event.day, event.month)
    return in_year[-len(day) :] == day if len(in_year) >= len(day) else in_year[-1] == event.month


def _day_of(event: Anniversary) -> str:
    if event.month is None or event.day is None or not event.founding_day_known:
        return f"năm {event.founded}"
    return f"ngày {short_date(date(event.founded, event.month, event.day))}"


def _right_first(event: Anniversary, told: CountedRange) -> str | None:
    """Return the day of `event` where the other end of the range speaks for it, None where both may be wrong."""
    day = _day_of(event).rpartition(" ")[2]
    agrees = figures(told.last[:-4]) in ((event.day, event.month), ()) and event.certain
    return day if agrees and bool(figures(told.last[:-4])) == ("/" in day) else None


def _year_of_the_end(subject: Subject) -> Iterator[Hit]:
    year = work_year(subject)
    if year is None or subject.document.kind not in AHEAD:
        return
    for text, told in _ranges(subject):
        ends, last = told.last_year, _last_day(told)
        if ends == year or ends < year - OLD or _LOOKS_BACK.search(told.words):
            continue
        is_still_to_come = subject.issued_on is not None and last >= subject.issued_on and ends < year
        is_early_after = ends == year + 1 and last <= date(ends, 3, 31)
        if is_still_to_come or is_early_after:
            continue
        severity = Severity.ERROR if ends < year and told.counts else Severity.WARNING
        message = f"Khoảng năm kết thúc ở {ends}, văn bản là của năm {year}; hãy tính lại cho năm {year}."
        start, end, right = _moved(text, told, year)
        yield Hit(message, text.words[start:end], right, text.spot, start, severity=severity)


def _last_day(told: CountedRange) -> date:
    """Return the day up to which is counted, the last of the year where no day, or an impossible one, is told."""
    in_year = figures(told.last[:-4])
    try:
        return date(told.last_year, in_year[-1], in_year[0] if len(in_year) > 1 else 28)
    except (IndexError, ValueError):
        return date(told.last_year, 12, 31)


def _moved(text: Text, told: CountedRange, year: int) -> tuple[int, int, str]:
    """Return a stretch that holds the end of a range and its counts, and how it reads for `year`."""
    years = year - told.first_year
    stale = [count for count in told.counts if count.value != years]
    start = min((count.number[0] for count in stale), default=told.last_at[0])
    pieces, position = [], start
    for count in stale:
        pieces += [text.words[position : count.number[0]], str(years)]
        position = count.number[1]
    pieces += [text.words[position : told.last_at[1] - 4], str(year)]
    return start, told.last_at[1], "".join(pieces)


def _ends_of_one_day(subject: Subject) -> Iterator[Hit]:
    for text, told in _ranges(subject):
        if told.days_differ:
            message = f"Ngày đầu ({told.first}) và ngày cuối ({told.last}) của một ngày kỷ niệm phải cùng ngày, tháng."
            is_known = any(_is_its_day(event, told.first) for event in told.events)
            right = f"{told.first[:-4]}{told.last_year}" if is_known else None
            yield hit_in(text, *told.last_at, message, right)


def _day_beside_name(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        for match in _HOLIDAY.finditer(text.words):
            event = event_at_the_end(text.words[max(0, match.start() - _NAME_REACH) : match.start()])
            if event is None or event.day is None or event.month is None:
                continue
            if figures(match["day"]) != (event.day, event.month):
                right = short_date(date(2000, event.month, event.day))[:-5].replace("/", match["sign"])
                message = f"{event.name} là ngày {event.day}/{event.month}, không phải {match['day']}."
                yield hit_in(text, *match.span("day"), message, right if event.certain else None)


_SUM = "Số năm bằng năm cuối trừ năm đầu"
_TABLE = "Bảng các ngày kỷ niệm"

RULES: tuple[Rule, ...] = (
    Rule(
        "anniversary-count",
        "anniversaries",
        Severity.ERROR,
        "Số năm kỷ niệm không khớp với hai năm đã ghi",
        _SUM,
        _count_against_range,
    ),
    Rule(
        "anniversary-table",
        "anniversaries",
        Severity.WARNING,
        "Số năm kỷ niệm không khớp với năm của sự kiện",
        _TABLE,
        _count_against_table,
    ),
    Rule("anniversary-event", "anniversaries", Severity.ERROR, "Sự kiện ghi sai ngày, năm", _TABLE, _event_against_day),
    Rule(
        "anniversary-year",
        "anniversaries",
        Severity.ERROR,
        "Ngày kỷ niệm còn tính cho năm khác",
        "Khoảng năm kết thúc ở năm của văn bản",
        _year_of_the_end,
    ),
    Rule(
        "anniversary-days",
        "anniversaries",
        Severity.ERROR,
        "Ngày đầu và ngày cuối của kỷ niệm khác nhau",
        "Ngày kỷ niệm là ngày của sự kiện",
        _ends_of_one_day,
    ),
    Rule("holiday-day", "anniversaries", Severity.WARNING, "Ngày lễ ghi sai ngày, tháng", _TABLE, _day_beside_name),
)
