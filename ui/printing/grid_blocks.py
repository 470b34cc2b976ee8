"""A table of the document as a ruled grid (rows T4)."""

from collections.abc import Sequence
from dataclasses import replace

from kimhoa_app.documents.form import FormRules
from kimhoa_app.documents.model import Align, Row, Table
from kimhoa_app.documents.table_layout import column_aligns, column_shares, has_heads, row_cells
from ui.printing.blocks import Grid, GridRow
from ui.printing.form_blocks import set_as
from ui.printing.units import from_mm, from_points


def grid(table: Table, form: FormRules) -> Grid:
    """Return `table` ruled as the form asks; a row with too many cells has the rest in its last, so no word is lost."""
    aligns = column_aligns(table)
    heads = tuple(set_as(form.table_head, column.heading) for column in table.columns)
    return Grid(
        shares=column_shares(table),
        head=GridRow(heads) if has_heads(table) else None,
        rows=tuple(_row(row, aligns, form) for row in table.rows),
        padding=from_mm(form.table_padding.value),
        border=from_points(form.table_border.value),
        before=from_points(form.paragraph_spacing.value),
    )


def _row(row: Row, aligns: Sequence[Align], form: FormRules) -> GridRow:
    if row.span:
        return GridRow((set_as(replace(form.table_text, bold=True), " ".join(row.cells)),), span=True)
    part = replace(form.table_text, bold=row.bold or form.table_text.bold)
    cells = zip(row_cells(row, len(aligns)), aligns, strict=True)
    return GridRow(tuple(replace(set_as(part, text), align=align) for text, align in cells))
