"""The year that a line, a column or a title of a list is about."""

from collections.abc import Sequence
from datetime import date

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.exchange.lists.kinds import year_in
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.reading import FoundList
from kimhoa_app.services.imports.planner import Occasion


def columns_by_year(found: FoundList, meanings: Sequence[str]) -> dict[int | None, tuple[str, ...]]:
    """Return the names of the columns of `meanings` for each year that has its own; None is the year of the line."""
    years: dict[int | None, None] = {}
    for name in found.columns:
        meaning, _sign, own = name.rpartition("_")
        if name in meanings or (meaning in meanings and not own.isdigit()):
            years[None] = None
        elif meaning in meanings:
            years[int(own)] = None
    return {year: tuple(meaning if year is None else f"{meaning}_{year}" for meaning in meanings) for year in years}


def year_of(line: Line, found: FoundList, occasion: Occasion, decided_on: date | None = None) -> int:
    """Return the year of a line: its own cell, else that of the call, of the titles, of the day of decision.

    Raises InvalidInput where none says it.
    """
    written = line.text("year")
    if written:
        year = year_in(written)
        if year is None or not 1945 <= year <= occasion.today.year + 1:
            raise InvalidInput("year", f"Không rõ năm “{written}”.")
        return year
    known = occasion.year or found.year or (decided_on.year if decided_on else None)
    if known is None:
        raise InvalidInput("year", "Không rõ năm: danh sách không có cột năm, tên danh sách cũng không ghi năm.")
    return known
