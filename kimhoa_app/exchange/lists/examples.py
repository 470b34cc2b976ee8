"""A sheet as somebody looks at it who has to say what it holds: its first rows, and some values of each column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kimhoa_app.exchange.lists.cells import CellFault, CellValue
from kimhoa_app.exchange.lists.decoding import decoded
from kimhoa_app.exchange.lists.heads import HEADER_WITHIN
from kimhoa_app.exchange.lists.opening import read_book
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.legacy import TextEncoding
from kimhoa_app.text.normal import tidy

EXAMPLES = 3

_WITHIN = 200

Rows = Sequence[tuple[int, Mapping[int, CellValue]]]


@dataclass(frozen=True, slots=True)
class SheetLook:
    """The first rows of a sheet, each with its number and its texts by place."""

    name: str
    rows: tuple[tuple[int, Mapping[int, str]], ...]


def look_into(path: Path, encoding: TextEncoding | None = None) -> tuple[SheetLook, ...]:
    """Return the first rows of every sheet that is not empty; raises UnusableFile as `read_book` does."""
    read = [decoded(raw, encoding).sheet for raw in read_book(path) if raw.rows]
    return tuple(
        SheetLook(
            sheet.name,
            tuple(
                (number, {place: shown(value) for place, value in sorted(cells.items())})
                for number, cells in sheet.rows[:HEADER_WITHIN]
            ),
        )
        for sheet in read
    )


def examples_in(rows: Rows) -> dict[int, tuple[str, ...]]:
    """Return by place the first different values of the rows that stand at the head of a list."""
    found: dict[int, dict[str, None]] = {}
    for _number, cells in rows[:_WITHIN]:
        for place, value in cells.items():
            kept = found.setdefault(place, {})
            if len(kept) < EXAMPLES and (text := shown(value)):
                kept[text] = None
    return {place: tuple(kept) for place, kept in sorted(found.items()) if kept}


def shown(value: CellValue) -> str:
    """Return the value of a cell as people read it, on one line."""
    if isinstance(value, date):
        return list_date(value)
    return value.text if isinstance(value, CellFault) else tidy(str(value))
