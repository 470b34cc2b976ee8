"""How the columns of a table share its width, and how its rows fill them; the same in Word, Excel and on the page."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from kimhoa_app.documents.model import Align, Row, Table


def column_shares(table: Table) -> tuple[float, ...]:
    """Return the share of each column, equal ones where the table gives none; a table without columns has one."""
    shares = tuple(max(column.width, 0.0) for column in table.columns)
    return shares if sum(shares) else (1.0,) * _count(table)


def column_widths(shares: Sequence[float], total: int) -> list[int]:
    """Return the width of each column in whole units that add up to `total`."""
    edges = [round(total * reached / sum(shares)) for reached in accumulate(shares, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]


def column_aligns(table: Table) -> tuple[Align, ...]:
    """Return how each column stands."""
    return tuple(column.align for column in table.columns) or (Align.LEFT,) * _count(table)


def has_heads(table: Table) -> bool:
    """Return whether any column has a heading."""
    return any(column.heading for column in table.columns)


def row_cells(row: Row, count: int) -> tuple[str, ...]:
    """Return exactly `count` cells; what is over goes into the last, so that no word is lost."""
    padded = (*row.cells, *[""] * (count - len(row.cells)))
    return (*padded[: count - 1], " ".join(padded[count - 1 :]))


def _count(table: Table) -> int:
    return len(table.columns) or max((len(row.cells) for row in table.rows), default=1)
