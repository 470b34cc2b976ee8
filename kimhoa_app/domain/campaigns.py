"""The phases (đợt) into which a year's movement is divided, each with the day by which it is reviewed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.text.dates import day_in_year, list_date
from kimhoa_app.text.normal import tidy
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


def checked_phases(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """Return the phases with tidy names when each is in order and they follow one another without overlap.

    Raises InvalidInput for the field at fault (name, starts_on, ends_on or review_by); the sentence names the phase.
    """
    checked = tuple(_checked_phase(phase) for phase in phases)
    for earlier, later in pairwise(checked):
        if later.starts_on <= earlier.ends_on:
            raise InvalidInput(
                "starts_on",
                f"{later.name} phải bắt đầu sau ngày kết thúc của {earlier.name} ({list_date(earlier.ends_on)}).",
            )
    return checked


def _checked_phase(phase: Phase) -> Phase:
    name = tidy(phase.name)
    if not name:
        raise InvalidInput("name", "Mỗi đợt thi đua phải có tên.")
    if phase.ends_on < phase.starts_on:
        raise InvalidInput("ends_on", f"{name} phải kết thúc từ ngày bắt đầu ({list_date(phase.starts_on)}) trở đi.")
    if phase.review_by is not None and phase.review_by < phase.starts_on:
        raise InvalidInput("review_by", f"{name} phải sơ kết từ ngày bắt đầu ({list_date(phase.starts_on)}) trở đi.")
    return replace(phase, name=name)
