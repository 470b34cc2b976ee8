"""A table within light text: where its lines stand, read from them and written as them, cells pasted from a sheet."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kimhoa_app.documents.editing import blocks_text, typed_blocks
from kimhoa_app.documents.model import Align, Column, Row, Table
from kimhoa_app.documents.templating.body import TABLE
from kimhoa_app.text.normal import tidy

USUAL_WIDTH = 20.0
_COUNT_WIDTH = 6.0


@dataclass(frozen=True, slots=True)
class TableLines:
    """A table in a text: its stretch, and the table, None while one of its lines is no row of it."""

    start: int
    end: int
    table: Table | None


def new_table(rows: int, columns: int) -> Table:
    """Return an empty table whose first column counts."""
    first = Column("TT", _COUNT_WIDTH, Align.CENTER)
    others = tuple(Column("", USUAL_WIDTH) for _ in range(columns - 1))
    cells = [(str(number + 1), *[""] * (columns - 1)) for number in range(rows)]
    return Table((first, *others), tuple(map(Row, cells)))


def table_at(text: str, offset: int) -> TableLines | None:
    """Return the table whose lines hold `offset` of the light `text`, None where no table stands."""
    lines = text.split("\n")
    here = text.count("\n", 0, offset)
    first = here
    while first > 0 and _is_row(lines[first]):
        first -= 1
    if not _is_head(lines[first]):
        return None
    last = first
    while last + 1 < len(lines) and _is_row(lines[last + 1]):
        last += 1
    start = sum(len(line) + 1 for line in lines[:first])
    written = "\n".join(lines[first : last + 1])
    blocks, _complaint = typed_blocks(written)
    table = blocks[0] if len(blocks) == 1 and isinstance(blocks[0], Table) else None
    return TableLines(start, start + len(written), table)


def table_text(table: Table) -> str:
    """Return the table as light text."""
    return blocks_text((table,))


def with_row(table: Table, index: int) -> Table:
    """Return the table with an empty row before the row `index`."""
    row = Row(("",) * len(table.columns))
    return replace(table, rows=(*table.rows[:index], row, *table.rows[index:]))


def without_row(table: Table, index: int) -> Table:
    """Return the table without the row `index`."""
    return replace(table, rows=(*table.rows[:index], *table.rows[index + 1 :]))


def with_column(table: Table, index: int) -> Table:
    """Return the table with an empty column before the column `index`, as wide as most; group headings stay whole."""
    columns = (*table.columns[:index], Column("", USUAL_WIDTH), *table.columns[index:])
    rows = (row if row.span else replace(row, cells=(*row.cells[:index], "", *row.cells[index:])) for row in table.rows)
    return replace(table, columns=columns, rows=tuple(rows))


def without_column(table: Table, index: int) -> Table:
    """Return the table without the column `index`, the table itself where it has no other."""
    if len(table.columns) == 1:
        return table
    columns = (*table.columns[:index], *table.columns[index + 1 :])
    rows = (
        row if row.span else replace(row, cells=(*row.cells[:index], *row.cells[index + 1 :])) for row in table.rows
    )
    return replace(table, columns=columns, rows=tuple(rows))


def with_cells(table: Table, row: int, column: int, cells: Sequence[Sequence[str]]) -> Table:
    """Return the table with `cells` put in from that place on, larger where they need room; row -1 is the heads."""
    width = column + max((len(line) for line in cells), default=0)
    while len(table.columns) < width:
        table = with_column(table, len(table.columns))
    while len(table.rows) < row + len(cells):
        table = with_row(table, len(table.rows))
    for number, line in enumerate(cells, start=row):
        for place, words in enumerate(line, start=column):
            table = _with_cell(table, number, place, tidy(words))
    return table


def pasted_cells(text: str) -> list[list[str]]:
    """Return the cells that a sheet puts on the clipboard: lines of cells with tabs, quoted where they hold either."""
    lines = csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\0", ""), newline=""), delimiter="\t")
    return [[tidy(cell) for cell in line] for line in lines if line]


def _with_cell(table: Table, row: int, column: int, words: str) -> Table:
    if row < 0:
        heads = list(table.columns)
        heads[column] = replace(heads[column], heading=words)
        return replace(table, columns=tuple(heads))
    old = table.rows[row]
    if old.span and column > 0:
        return table
    cells = list(old.cells)
    cells[column] = words
    return replace(table, rows=(*table.rows[:row], replace(old, cells=tuple(cells)), *table.rows[row + 1 :]))


def _is_head(line: str) -> bool:
    return line.strip().lower().startswith(f"@{TABLE}")


def _is_row(line: str) -> bool:
    return line.strip().startswith("|")
