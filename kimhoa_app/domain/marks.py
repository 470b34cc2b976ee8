"""Marks that the members of a council give to an initiative, criterion by criterion, on a scale of 100.

Points are whole hundredths of a point, so that sums are exact and the mean reads as a share in basis points.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.text.normal import tidy

WHOLE_MARK: Final = 10_000
"""100 points."""

_CRITERION = re.compile(r"(?P<name>[^:;]*[^:;\s])\s*:\s*(?P<points>\d{1,3}(?:[.,]\d{1,2})?)")
_POINTS = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Criterion:
    """What marks are given for, and the most that can be given."""

    place: int
    name: str
    most: int


@dataclass(frozen=True, slots=True)
class MarkSheet:
    """The points of one member for one case, in the order of the criteria."""

    member_id: int
    points: tuple[int, ...]

    @property
    def total(self) -> int:
        """The sum of its points."""
        return sum(self.points)


def parse_criteria(written: str) -> tuple[Criterion, ...]:
    """Return the criteria of "Tính mới: 30; Hiệu quả: 70"; raises ValueError unless they add up to 100 points."""
    parts = [tidy(part) for part in written.split(";") if tidy(part)]
    matched = [_CRITERION.fullmatch(part) for part in parts]
    criteria = tuple(
        Criterion(place, match["name"], typed_points(match["points"]))
        for place, match in enumerate((match for match in matched if match is not None), 1)
    )
    names = {each.name.casefold() for each in criteria}
    is_whole = sum(each.most for each in criteria) == WHOLE_MARK and all(each.most for each in criteria)
    if len(criteria) < len(parts) or len(names) < len(criteria) or not is_whole:
        raise ValueError(written)
    return criteria


def written_criteria(criteria: Iterable[Criterion]) -> str:
    """Return criteria as `parse_criteria` reads them."""
    return "; ".join(f"{each.name}: {shown_points(each.most)}" for each in criteria)


def typed_points(typed: str) -> int:
    """Return typed points ("25,5") in hundredths; raises ValueError for what is no number of points up to 100."""
    match = _POINTS.fullmatch(typed.strip())
    if match is None:
        raise ValueError(typed)
    points = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
    if points > WHOLE_MARK:
        raise ValueError(typed)
    return points


def shown_points(points: int) -> str:
    """Return points as people read them: 2550 is "25,5"."""
    whole, rest = divmod(points, 100)
    return f"{whole},{rest:02d}".rstrip("0").rstrip(",") if rest else str(whole)


def checked_points(criteria: Sequence[Criterion], points: Sequence[int]) -> tuple[int, ...]:
    """Return the points of a sheet when each criterion has its own and none more than it can have.

    Raises InvalidInput for `points` with the criterion at fault.
    """
    if len(points) != len(criteria):
        raise InvalidInput("points", f"Phiếu phải có điểm cho đủ {len(criteria)} tiêu chí.")
    for criterion, given in zip(criteria, points, strict=True):
        if not 0 <= given <= criterion.most:
            raise InvalidInput("points", f"{criterion.name}: từ 0 đến {shown_points(criterion.most)} điểm.")
    return tuple(points)


def mean_mark(sheets: Iterable[MarkSheet]) -> int | None:
    """Return the mean of the totals in hundredths of a point, cut off and never rounded up; None without a sheet."""
    totals = [sheet.total for sheet in sheets]
    return sum(totals) // len(totals) if totals else None


def reaches_mark(sheets: Iterable[MarkSheet], pass_mark: int) -> bool:
    """Return whether the mean of the totals reaches `pass_mark`, measured on the sums and not on the printed mean."""
    totals = [sheet.total for sheet in sheets]
    return bool(totals) and sum(totals) >= pass_mark * len(totals)


def sheets_of(points: Mapping[tuple[int, int], int], criteria: Sequence[Criterion]) -> tuple[MarkSheet, ...]:
    """Return the sheets of the points stored by (member, criterion), members in the order of their numbers.

    A criterion without points has none: 0.
    """
    members = sorted({member for member, _place in points})
    return tuple(
        MarkSheet(member, tuple(points.get((member, each.place), 0) for each in criteria)) for member in members
    )
