"""Days that the year's movement is tied to, with how many years they count in a given year."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from kimhoa_app.text.dates import short_date
from kimhoa_app.text.search_keys import search_key
from resources import read_toml

NATIONAL = "national"

_NO_LETTER = re.compile(r"\W+")
_GOES_ON = r"(?! (?:bo|ui|vien|nuoc|tinh|huien|xa|thi|thanh pho|phuong|khoi|dan chu)\b)"


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An event and the day of the year that remembers it; `scope` is "national" or the name of a province.

    Without `day` only the month is known, without `month` only the year. `founding_day_known` is False when a day
    remembers an event of which only the year is known. `principal` marks what a commune's plan names by default,
    `certain` is False for what must be confirmed before it is printed. `known_as` are other names in use.
    """

    name: str
    founded: int
    scope: str
    basis: str
    day: int | None = None
    month: int | None = None
    principal: bool = False
    certain: bool = True
    founding_day_known: bool = True
    known_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnniversaryInYear:
    """An anniversary as it falls in `year`."""

    anniversary: Anniversary
    year: int

    @property
    def day(self) -> date:
        """The day on which it falls; the first of the month or of the year when no more is known."""
        return date(self.year, self.anniversary.month or 1, self.anniversary.day or 1)

    @property
    def count(self) -> int:
        """How many years have passed."""
        return self.year - self.anniversary.founded

    @property
    def is_round(self) -> bool:
        """Whether it is a "năm tròn", ending in 0 (Nghị định số 145/2013/NĐ-CP)."""
        return self.count % 10 == 0

    @property
    def is_half_round(self) -> bool:
        """Whether it is a "năm lẻ 5", ending in 5 (Nghị định số 145/2013/NĐ-CP)."""
        return self.count % 10 == 5

    def phrase(self) -> str:
        """Return the words of a plan: "kỷ niệm 96 năm Ngày … (03/02/1930 - 03/02/2026)"."""
        span = f"{self._written(self.anniversary.founded)} - {self._written(self.year)}"
        return f"kỷ niệm {self.count} năm {self.anniversary.name} ({span})"

    def _written(self, year: int) -> str:
        event = self.anniversary
        if event.month is None or not event.founding_day_known:
            return str(year)
        return f"{event.month}/{year}" if event.day is None else short_date(date(year, event.month, event.day))


@cache
def anniversaries() -> tuple[Anniversary, ...]:
    """Return every anniversary that ships, in the order of the data."""
    entries = read_toml("catalogue/anniversaries.toml")["anniversary"]
    return tuple(Anniversary(**{**entry, "known_as": tuple(entry.get("known_as", ()))}) for entry in entries)


def events_named(words: str) -> list[Anniversary]:
    """Return the events that `words` name, in reading order; where several names begin, that of the longest.

    Diacritics, capitals, hyphens and "y" for "i" do not matter ("Thương binh Liệt sỹ"). The founding of the Party is
    not that of one of its committees: a name that goes on with the name of a lesser body is none of these events.
    """
    found: list[Anniversary] = []
    for match in _names_pattern().finditer(_bare(words)):
        event = _events_by_name()[match["name"]]
        if event not in found:
            found.append(event)
    return found


def event_at_the_end(words: str) -> Anniversary | None:
    """Return the event whose name ends `words`, None where they end otherwise."""
    bare = _bare(words)
    found = [match for match in _names_pattern().finditer(bare) if match.end() == len(bare)]
    return _events_by_name()[found[-1]["name"]] if found else None


def anniversaries_between(first_day: date, last_day: date, province: str | None = None) -> list[AnniversaryInYear]:
    """Return the anniversaries from `first_day` to `last_day`, both included, by day.

    They are the national ones and those of `province` (its name alone, "Hà Tĩnh"). An event is not remembered before
    its first year has passed.
    """
    falling = [
        AnniversaryInYear(event, year)
        for year in range(first_day.year, last_day.year + 1)
        for event in anniversaries()
        if event.scope in (NATIONAL, province)
    ]
    within = [entry for entry in falling if entry.count > 0 and first_day <= entry.day <= last_day]
    return sorted(within, key=lambda entry: entry.day)


def principal_between(first_day: date, last_day: date, province: str | None = None) -> list[AnniversaryInYear]:
    """Return those of `anniversaries_between` that a plan names by default and that are certain."""
    falling = anniversaries_between(first_day, last_day, province)
    return [each for each in falling if each.anniversary.principal and each.anniversary.certain]


def _bare(words: str) -> str:
    return _NO_LETTER.sub(" ", search_key(words)).replace("y", "i").strip()


@cache
def _events_by_name() -> dict[str, Anniversary]:
    return {_bare(name): event for event in anniversaries() for name in _all_names(event)}


def _all_names(event: Anniversary) -> tuple[str, ...]:
    return event.name, event.name.removeprefix("Ngày ").removeprefix("cuộc "), *event.known_as


@cache
def _names_pattern() -> re.Pattern[str]:
    names = sorted(_events_by_name(), key=len, reverse=True)
    return re.compile(rf"\b(?P<name>{'|'.join(names)})\b{_GOES_ON}")
