"""Tables: those without borders that lay out a page, and those with borders that a reader reads."""

from collections.abc import Sequence

from kimhoa_app.documents.form import Component, FormRules
from kimhoa_app.documents.measure import BoxedMark
from kimhoa_app.documents.model import Align, Row, Run, Table
from kimhoa_app.documents.table_layout import column_aligns, column_shares, column_widths, has_heads, row_cells
from kimhoa_app.documents.writing.elements import AS_STYLED, Element, Setting, paragraph, twips, w

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def layout_table(widths: Sequence[float], rows: Sequence[Sequence[Sequence[Element]]]) -> Element:
    """Return a table without borders or padding, its columns `widths` mm wide; a cell is its paragraphs.

    Rows are not split across pages; an empty cell gets the paragraph that Word wants in it.
    """
    sizes = [twips(width) for width in widths]
    table = _table(sizes, None, 0)
    for cells in rows:
        made = [_cell(size, content or [w("p")]) for size, content in zip(sizes, cells, strict=True)]
        table.append(w("tr", w("trPr", w("cantSplit")), *made))
    return table


def data_table(table: Table, width: float, rules: FormRules) -> Element:
    """Return a bordered table `width` mm wide: heads repeated on each page, rows whole, columns by shares (T4)."""
    sizes = column_widths(column_shares(table), twips(width))
    element = _table(sizes, _borders(rules), twips(rules.table_padding.value))
    if has_heads(table):
        element.append(_head(table, sizes, rules))
    element.extend(_row(row, table, sizes, rules) for row in table.rows)
    return element


def box(mark: BoxedMark, rules: FormRules) -> Element:
    """Return a mark in a box of its exact size, centred where it stands (C11, C12)."""
    size = twips(mark.width)
    table = _table([size], _borders(rules, mark.part.color), 0, centred=True)
    exact = w("trHeight", val=twips(mark.height), hRule="exact")
    cell = _cell(size, [paragraph(mark.part, mark.text)], middle=True)
    table.append(w("tr", w("trPr", w("cantSplit"), exact), cell))
    return table


def _table(sizes: Sequence[int], borders: Element | None, padding: int, *, centred: bool = False) -> Element:
    margins = [w(side, w=padding, type="dxa") for side in ("left", "right")]
    properties = w(
        "tblPr",
        w("tblW", w=sum(sizes), type="dxa"),
        w("jc", val="center") if centred else w("tblInd", w=0, type="dxa"),
        borders,
        w("tblLayout", type="fixed"),
        w("tblCellMar", *margins),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=size) for size in sizes)))


def _borders(rules: FormRules, color: str = "") -> Element:
    thickness = round(rules.table_border.value * 8)
    return w("tblBorders", *(w(edge, val="single", sz=thickness, space=0, color=color or "auto") for edge in _EDGES))


def _head(table: Table, sizes: Sequence[int], rules: FormRules) -> Element:
    pairs = zip(table.columns, sizes, strict=True)
    cells = (_text_cell(size, column.heading, rules.table_head) for column, size in pairs)
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(row: Row, table: Table, sizes: Sequence[int], rules: FormRules) -> Element:
    whole = w("trPr", w("cantSplit"))
    if row.span:
        group = _text_cell(sum(sizes), " ".join(row.cells), rules.table_text, bold=True, span=len(sizes), keep=True)
        return w("tr", whole, group)
    cells = zip(row_cells(row, len(sizes)), sizes, column_aligns(table), strict=True)
    made = (_text_cell(size, text, rules.table_text, align=align, bold=row.bold) for text, size, align in cells)
    return w("tr", whole, *made)


def _text_cell(
    size: int,
    text: str,
    part: Component,
    *,
    align: Align | None = None,
    bold: bool = False,
    span: int = 1,
    keep: bool = False,
) -> Element:
    differs = align if align is not part.align else None
    setting = Setting(align=differs, keep_with_next=keep) if differs or keep else AS_STYLED
    content = paragraph(part, (Run(part.shown(text), bold),), setting)
    return _cell(size, [content], span=span, middle=True)


def _cell(size: int, content: Sequence[Element], *, span: int = 1, middle: bool = False) -> Element:
    properties = w(
        "tcPr",
        w("tcW", w=size, type="dxa"),
        w("gridSpan", val=span) if span > 1 else None,
        w("vAlign", val="center") if middle else None,
    )
    return w("tc", properties, *content)
