"""Days that the year's movement is tied to, with how many years they count in a given year."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from kimhoa_app.text.dates import short_date
from resources import read_toml

NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An event and the day of the year that remembers it; `scope` is "national" or the name of a province.

    Without `day` only the month is known, without `month` only the year. `founding_day_known` is False when a day
    remembers an event of which only the year is known. `principal` marks what a commune's plan names by default,
    `certain` is False for what must be confirmed before it is printed.
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
    return tuple(Anniversary(**entry) for entry in read_toml("catalogue/anniversaries.toml")["anniversary"])


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
