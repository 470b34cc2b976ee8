"""Where a printed sheet breaks into pages, and the break that keeps its ending whole.

Some programs heed no break where a sheet is fitted to the width of a page; there the heights of the rows decide.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_SPARE = 10.0  # pt, less than any row of words: left free, so that a small error of the estimate moves nothing
_KEPT_LINES = 2
_MOST_MORE = 8.0  # pt, half a line of words: a line that grows by more looks as if words were missing from it


@dataclass(frozen=True, slots=True)
class RowsOnPaper:
    """The rows of a sheet from the first to the last, by number, with their heights in pt.

    `head` is the row of the table's heads, repeated on every page; `lines` are its lines without sums and headings;
    `ending` is the row from which closing words and signatures stand, a low row.
    """

    heights: Mapping[int, float]
    head: int
    lines: Sequence[int]
    ending: int


@dataclass(frozen=True, slots=True)
class Break:
    """Where the last page begins: the row above which it breaks, None for nowhere, and the rows that grow, in pt."""

    before: int | None = None
    heights: Mapping[int, float] = field(default_factory=dict)


def break_that_keeps_ending(rows: RowsOnPaper, page: float) -> Break:
    """Return the break that keeps the ending whole on pages of `page` pt, with the last two lines of the table.

    The heading of a group goes with its lines. The lines left above grow where a little is enough to fill their page,
    for a program that heeds no break. Where no line would be left, the words below the table alone begin the page.
    """
    last = max(rows.heights)
    if len(rows.lines) > _KEPT_LINES:
        first = _with_its_heading(rows, rows.lines[-_KEPT_LINES])
        room, block = _room_above(rows, first, page), _sum(rows, first, last)
        left = [line for line in _on_page_above(rows, first, page) if line in rows.lines]
        if block <= room:
            return Break()
        if left and block <= page - rows.heights[rows.head]:
            more = max(0.0, room - _SPARE) / len(left)
            grown = {line: rows.heights[line] + more for line in left} if more <= _MOST_MORE else {}
            return Break(first, grown)
    room, block = _room_above(rows, rows.ending, page), _sum(rows, rows.ending, last)
    return Break(rows.ending) if room < block <= page - rows.heights[rows.head] else Break()


def _with_its_heading(rows: RowsOnPaper, line: int) -> int:
    """Return the first of the rows without a line of the table that stand right above `line`, or `line`."""
    while line - 1 > rows.head and line - 1 not in rows.lines:
        line -= 1
    return line


def _room_above(rows: RowsOnPaper, row: int, page: float) -> float:
    """Return what is left of the page under the rows that stand above `row`."""
    above = _on_page_above(rows, row, page)
    repeated = 0.0 if rows.head in above or row <= rows.head else _repeated_head(rows, above)
    return page - repeated - sum(rows.heights[each] for each in above)


def _on_page_above(rows: RowsOnPaper, row: int, page: float) -> list[int]:
    """Return the rows that stand on one page with the row above `row`, down to that one."""
    used, on_page = 0.0, list[int]()
    for each in range(1, row):
        if used + rows.heights[each] > page:
            used, on_page = rows.heights[rows.head], []
        used += rows.heights[each]
        on_page.append(each)
    return on_page


def _repeated_head(rows: RowsOnPaper, above: list[int]) -> float:
    return rows.heights[rows.head] if above and above[0] > rows.head else 0.0


def _sum(rows: RowsOnPaper, first: int, last: int) -> float:
    return sum(rows.heights[each] for each in range(first, last + 1))
