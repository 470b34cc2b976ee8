"""Paragraphs and tables of a Word file as blocks of a document."""

import re

from kimhoa_app.documents.model import Align, Column, Paragraph, Place, Row, Run, Table
from kimhoa_app.documents.reading.source import SourceCell, SourceParagraph, SourceTable

_COUNTING = re.compile(r"^(?:S?TT|Số\s+TT|Số thứ tự)\b", re.IGNORECASE)
_ALIGN = {"center": Align.CENTER, "left": Align.LEFT, "right": Align.RIGHT}


def paragraph_of(source: SourceParagraph, runs: tuple[Run, ...]) -> Paragraph:
    """Return a paragraph of `runs` that stands as `source` does, with its place."""
    align = _ALIGN.get(source.align, Align.JUSTIFY)
    return Paragraph(runs, align, indent=align is Align.JUSTIFY, place=Place(source.number))


def is_bold(runs: tuple[Run, ...]) -> bool:
    """Return whether there are words and all of them are bold."""
    words = [run for run in runs if run.text.strip()]
    return bool(words) and all(run.bold for run in words)


def table_of(table: SourceTable) -> Table:
    """Return the table with its heads as column headings, where a first row of heads has a cell for each column."""
    width = max((sum(cell.span for cell in row) for row in table.rows), default=0)
    has_heads = bool(table.rows) and len(table.rows[0]) == width and (bool(table.head_rows) or _are_heads(table.rows))
    names = [cell.text.strip() for cell in table.rows[0]] if has_heads else [""] * width
    shares = table.widths if len(table.widths) == width else (1.0,) * width
    body = table.rows[1:] if has_heads else table.rows
    columns = tuple(
        Column(name, share, align) for name, share, align in zip(names, shares, _aligns(body, width), strict=True)
    )
    first = next((paragraph.number for paragraph in table.paragraphs), None)
    return Table(columns, tuple(_row(row, width) for row in body), place=Place(first) if first else None)


def _are_heads(rows: tuple[tuple[SourceCell, ...], ...]) -> bool:
    """Return whether the first of several rows names the columns: it counts from "STT", or is all that is bold."""
    if len(rows) < 2 or not all(cell.text.strip() for cell in rows[0]):
        return False
    bold = [all(each.is_bold for cell in row for each in cell.paragraphs if each.text.strip()) for row in rows[:2]]
    return _COUNTING.match(rows[0][0].text.strip()) is not None or bold == [True, False]


def _aligns(rows: tuple[tuple[SourceCell, ...], ...], width: int) -> list[Align]:
    full = next((row for row in rows if len(row) == width), ())
    found = [_ALIGN.get(cell.paragraphs[0].align if cell.paragraphs else "", Align.LEFT) for cell in full]
    return found or [Align.LEFT] * width


def _row(row: tuple[SourceCell, ...], width: int) -> Row:
    bold = is_bold(tuple(run for cell in row for paragraph in cell.paragraphs for run in paragraph.runs))
    if len(row) == 1 and width > 1:
        return Row((row[0].text.strip(),), bold=bold, span=True)
    texts = [text for cell in row for text in (cell.text.strip(), *[""] * (cell.span - 1))]
    return Row((*texts, *[""] * (width - len(texts))), bold=bold)
