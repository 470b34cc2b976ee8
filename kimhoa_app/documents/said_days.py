"""Days and months as running text names them, possible or not."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kimhoa_app.documents.patterns import YEAR

_IN_WORDS = (
    r"(?P<word>ngày\s+)?(?<!\d)(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})"
    rf"(?:,?\s+năm\s+(?P<year>{YEAR})|\s*/\s*(?P<year_b>{YEAR}))?(?![\d/])"
)
_IN_FIGURES = (
    r"(?P<word2>ngày\s+)?(?<![\d/.,])(?:(?<!\d-)|(?<=\d{4}-))(?P<day2>\d{1,2})(?:"
    rf"\s?(?P<sign>[/.-])\s?(?P<month2>\d{{1,2}})\s?(?P=sign)\s?(?P<year2>{YEAR})(?![\d/]|[.,]\d)"
    r"|[/-](?P<month3>\d{1,2})(?![\d/]|[.,-]\d))"
)
_MONTH = rf"tháng\s+(?P<month4>\d{{1,2}})(?:\s*/\s*|\s+năm\s+)(?P<year4>{YEAR})(?![\d/])"
_SAID = re.compile(f"{_IN_WORDS}|{_IN_FIGURES}|{_MONTH}", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A day or a month that the stretch `start` to `end` of a text names; `year` and `day` are None where left out.

    `start` is where its first figure or the word "tháng" of a month stands; `after_day_word` is whether "ngày" stands
    before it, `in_words` whether it is written "05 tháng 3 năm 2026". No calendar need have it.
    """

    start: int
    end: int
    month: int
    day: int | None = None
    year: int | None = None
    after_day_word: bool = False
    in_words: bool = False
    sign: str = ""

    @property
    def is_possible(self) -> bool:
        """Whether some calendar has it; the 29th of February is possible where no year is given."""
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]

    def moved(self, offset: int) -> "SaidDay":
        """Return it as it stands in a text that begins `offset` earlier."""
        return replace(self, start=self.start + offset, end=self.end + offset)

    def first(self, year: int | None = None) -> date | None:
        """Return the day, the first one of a month; `year` stands in for one left out. None where there is none."""
        return self._on(self.day or 1, year)

    def last(self, year: int | None = None) -> date | None:
        """Return the day, the last one of a month; `year` stands in for one left out. None where there is none."""
        known = self.year or year
        if self.day is None and known and 1 <= self.month <= 12:
            return date(known, self.month, monthrange(known, self.month)[1])
        return self._on(self.day or 1, year)

    def _on(self, day: int, year: int | None) -> date | None:
        known = self.year or year
        if known is None:
            return None
        try:
            return date(known, self.month, day)
        except ValueError:
            return None


def said_days(text: str) -> Iterator[SaidDay]:
    """Yield the days and months that `text` names, in reading order.

    A day without its year counts where "ngày" stands before it: "tỷ lệ 31/4" and "24/7" are none.
    """
    for match in _SAID.finditer(text):
        said = _month(match) if match["month4"] else _day(match)
        if said.year is not None or said.after_day_word:
            yield said


def figures(words: str) -> tuple[int, ...]:
    """Return the numbers that stand in `words`."""
    return tuple(int(number) for number in _FIGURES.findall(words))


def _month(match: re.Match[str]) -> SaidDay:
    return SaidDay(match.start(), match.end(), int(match["month4"]), year=int(match["year4"]))


def _day(match: re.Match[str]) -> SaidDay:
    in_words = match["day"] is not None
    year = match["year"] or match["year_b"] or match["year2"]
    return SaidDay(
        match.start("day" if in_words else "day2"),
        match.end(),
        int(match["month"] or match["month2"] or match["month3"]),
        int(match["day"] or match["day2"]),
        int(year) if year else None,
        bool(match["word"] or match["word2"]),
        in_words,
        match["sign"] or "",
    )
