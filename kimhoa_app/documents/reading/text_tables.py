"""Tables that stand in a text as lines, with upright bars or with tabs between the cells."""

import re
from collections.abc import Callable, Sequence

from kimhoa_app.documents.model import Align, Column, Place, Row, Table
from kimhoa_app.documents.reading.lines import Item, Line

_BETWEEN_BARS = re.compile(r"(?<!\\)\|")
_BARE_BARS = re.compile(r"\s\|(?=\s)")
_WORD = re.compile(r"\w")
_FEWEST_BARS, _FEWEST_TABS = 2, 2
_FEWEST_ROWS = 2
_NARROWEST, _WIDEST = 8, 40  # letters: a column that numbers the rows has room for its head


def light_table(items: Sequence[Item], index: int) -> tuple[Table | None, int]:
    """Return the table that begins with the line at `index` and how many lines it takes; None where none does."""
    split = _by_bars if _cells(items[index], _by_bars) else _by_tabs
    rows: list[list[str]] = []
    used = 0
    while index + used < len(items) and (cells := _cells(items[index + used], split)):
        if any(_WORD.search(cell) for cell in cells):
            rows.append(cells)
        used += 1
    if used < _FEWEST_ROWS or not rows:
        return None, 0
    width = max(map(len, rows))
    first = items[index]
    heads, body = rows[0] + [""] * (width - len(rows[0])), rows[1:]
    columns = tuple(Column(head, float(_width(rows, number)), Align.LEFT) for number, head in enumerate(heads))
    filled = tuple(Row((*row, *[""] * (width - len(row)))) for row in body)
    return Table(columns, filled, place=Place(first.number) if isinstance(first, Line) else None), used


def _cells(item: Item, split: Callable[[str], list[str]]) -> list[str]:
    return split(item.text) if isinstance(item, Line) else []


def _by_bars(text: str) -> list[str]:
    is_framed = text.startswith("|")
    if len((_BETWEEN_BARS if is_framed else _BARE_BARS).findall(text)) < _FEWEST_BARS:
        return []
    return [cell.strip() for cell in _BETWEEN_BARS.split(text.removesuffix("|")[1:] if is_framed else text)]


def _by_tabs(text: str) -> list[str]:
    return [cell.strip() for cell in text.split("\t")] if text.count("\t") >= _FEWEST_TABS else []


def _width(rows: Sequence[Sequence[str]], column: int) -> int:
    longest = max((len(row[column]) for row in rows if column < len(row)), default=1)
    return min(max(longest, _NARROWEST), _WIDEST)
