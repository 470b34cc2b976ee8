"""The phases (đợt) into which a year's movement is divided, each with the day by which it is reviewed."""

from dataclasses import dataclass
from datetime import date

from kimhoa_app.text.dates import day_in_year
from resources import read_toml


@dataclass(frozen=True, slots=True)
class Phase:
    """A đợt from `starts_on` to `ends_on`, both included; `review_by` is the day by which its sơ kết is due."""

    name: str
    starts_on: date
    ends_on: date
    review_by: date | None = None


def default_phases(year: int) -> tuple[Phase, ...]:
    """Return the phases of `year` as communes usually have them: two halves, each reviewed before it ends."""
    return tuple(
        Phase(
            name=entry["name"],
            starts_on=day_in_year(entry["starts_on"], year),
            ends_on=day_in_year(entry["ends_on"], year),
            review_by=day_in_year(entry["review_by"], year),
        )
        for entry in read_toml("regimes/phases.toml")["phase"]
    )
