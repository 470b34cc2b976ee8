"""A table of the document as a ruled grid (rows T4)."""

from collections.abc import Sequence
from dataclasses import replace

from kimhoa_app.documents.form import FormRules
from kimhoa_app.documents.model import Align, Row, Table
from ui.printing.blocks import Grid, GridRow
from ui.printing.form_blocks import set_as
from ui.printing.units import from_mm, from_points


def grid(table: Table, form: FormRules) -> Grid:
    """Return `table` ruled as the form asks; a row with too many cells has the rest in its last, so no word is lost."""
    count = len(table.columns) or max((len(row.cells) for row in table.rows), default=1)
    shares = tuple(max(column.width, 0.0) for column in table.columns)
    aligns = [column.align for column in table.columns] or [Align.LEFT] * count
    heads = tuple(set_as(form.table_head, column.heading) for column in table.columns)
    return Grid(
        shares=shares if sum(shares) else (1.0,) * count,
        head=GridRow(heads) if any(column.heading for column in table.columns) else None,
        rows=tuple(_row(row, aligns, form) for row in table.rows),
        padding=from_mm(form.table_padding.value),
        border=from_points(form.table_border.value),
        before=from_points(form.paragraph_spacing.value),
    )


def _row(row: Row, aligns: Sequence[Align], form: FormRules) -> GridRow:
    if row.span:
        return GridRow((set_as(replace(form.table_text, bold=True), " ".join(row.cells)),), span=True)
    part = replace(form.table_text, bold=row.bold or form.table_text.bold)
    cells = zip(_fitted(row.cells, len(aligns)), aligns, strict=True)
    return GridRow(tuple(replace(set_as(part, text), align=align) for text, align in cells))


def _fitted(cells: Sequence[str], count: int) -> list[str]:
    padded = [*cells, *[""] * (count - len(cells))]
    return [*padded[: count - 1], " ".join(padded[count - 1 :])]
