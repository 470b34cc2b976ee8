"""Anniversaries: how many years they count and the day on which they fall follow from the first year."""

from collections.abc import Iterator

from kimhoa_app.documents.rolling.mentions import Mention, Shift
from kimhoa_app.documents.said_anniversaries import Count, CountedRange, counted_ranges, counts_in, words_after
from kimhoa_app.domain.anniversaries import events_named

RULE = "anniversary"


def counted_years(text: str, shift: Shift) -> Iterator[Mention]:
    """Yield the counts and ranges of anniversaries, "kỷ niệm 93 năm … (03/02/1930 - 03/02/2023)"."""
    counts = counts_in(text)
    served: set[Count] = set()
    for told in counted_ranges(text, counts):
        served.update(told.counts)
        yield from _ranged(told, shift)
    for count in counts:
        if count not in served:
            yield _told_without_range(text, count, shift)


def _ranged(told: CountedRange, shift: Shift) -> Iterator[Mention]:
    first, last = told.first_year, told.last_year
    falls_later = last == shift.from_year + 1 and all(count.value == last - first for count in told.counts)
    end = shift.to_year + (1 if falls_later else 0)
    for count in told.counts:
        yield Mention(RULE, count.start, count.end, after=count.reading(end - first))
    yield Mention("history", *told.first_at, reason="Ngày của sự kiện.")
    if doubt := _doubt(told):
        yield Mention(RULE, *told.last_at, question=doubt)
    else:
        yield Mention(RULE, *told.last_at, after=f"{told.last[:-4]}{end}")


def _doubt(told: CountedRange) -> str:
    if told.days_differ:
        return f"Ngày đầu và ngày cuối của khoảng ({told.first} - {told.last}) khác ngày, tháng; hãy ghi lại cho đúng."
    events = told.events
    if events and all(event.founded != told.first_year for event in events):
        event = events[-1]
        said = f"{event.name} là của năm {event.founded}, không phải năm {told.first_year}"
        return f"{said}; hãy xem lại khoảng thời gian."
    return ""


def _told_without_range(text: str, count: Count, shift: Shift) -> Mention:
    events = events_named(words_after(text, count))
    if events:
        return Mention(RULE, count.start, count.end, after=count.reading(shift.to_year - events[0].founded))
    ask = f"Hãy tính lại số năm kỷ niệm cho năm {shift.to_year}; văn bản không ghi năm đầu."
    return Mention(RULE, count.start, count.end, question=ask)
