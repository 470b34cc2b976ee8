"""Dates of which only the year may be known, as birthdays in old lists are."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_ISO = re.compile(r"(\d{4})(?:-(\d{2})-(\d{2}))?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A full date, or a year alone (`month` and `day` are then None)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if (self.month is None) != (self.day is None):
            raise ValueError("month and day are known together or not at all")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse_iso(cls, text: str) -> Self:
        """Read "YYYY" or "YYYY-MM-DD"; raises ValueError for anything else or an impossible day."""
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def from_date(cls, value: date) -> Self:
        """Return the partial date that holds all of `value`."""
        return cls(value.year, value.month, value.day)

    @property
    def iso(self) -> str:
        """The form that sorts, "YYYY-MM-DD", or "YYYY" when only the year is known."""
        if self.month is None or self.day is None:
            return f"{self.year:04d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    @property
    def shown(self) -> str:
        """The form that lists print, "dd/mm/yyyy", or the year alone."""
        if self.month is None or self.day is None:
            return f"{self.year:04d}"
        return f"{self.day:02d}/{self.month:02d}/{self.year:04d}"
