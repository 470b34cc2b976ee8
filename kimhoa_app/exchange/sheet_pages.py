"""Where a printed sheet breaks into pages, and the heights of rows that let it break where it should.

Excel heeds no page breaks where a sheet is fitted to the width of a page; only the heights of the rows decide.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SPARE = 10.0  # pt, less than any row of words: left free, so that a small error of the estimate moves nothing
_KEPT_LINES = 2
_LEFT_LINES = 2  # fewer lines than these are not left on a page, stretched over all of it


@dataclass(frozen=True, slots=True)
class RowsOnPaper:
    """The rows of a sheet from the first to the last, by number, with their heights in pt.

    `head` is the row of the table's heads, repeated on every page; `lines` are its lines without sums and headings;
    `ending` is the row from which closing words and signatures stand, a low row that may grow.
    """

    heights: Mapping[int, float]
    head: int
    lines: Sequence[int]
    ending: int


def heights_that_keep_ending(rows: RowsOnPaper, page: float) -> dict[int, float]:
    """Return the new heights of the rows that must grow so that the ending is not torn, on pages of `page` pt.

    The last two lines of the table go with it, the lines above them stretched over their page; where too few would
    stay there, only the words below the table are kept together, under an empty row.
    """
    last = max(rows.heights)
    if len(rows.lines) > _KEPT_LINES:
        first = rows.lines[-_KEPT_LINES]
        room = _room_above(rows, first, page)
        block = _sum(rows, first, last)
        left = [line for line in _on_page_above(rows, first, page) if line in rows.lines]
        if block <= room:
            return {}
        if block <= page - rows.heights[rows.head] and len(left) >= _LEFT_LINES:
            more = max(0.0, room - _SPARE) / len(left)
            return {line: rows.heights[line] + more for line in left}
    room, block = _room_above(rows, rows.ending, page), _sum(rows, rows.ending, last)
    if room < block <= page - rows.heights[rows.head]:
        return {rows.ending: max(rows.heights[rows.ending], room - _SPARE)}
    return {}


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
