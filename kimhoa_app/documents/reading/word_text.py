"""Paragraphs and tables of a Word file as blocks of a document."""

from itertools import dropwhile

from kimhoa_app.documents.model import Align, Column, Paragraph, Place, Row, Run, Table
from kimhoa_app.documents.reading.word_file import WordCell, WordParagraph, WordTable

_ALIGN = {"center": Align.CENTER, "left": Align.LEFT, "right": Align.RIGHT}


def paragraph_of(source: WordParagraph, runs: tuple[Run, ...]) -> Paragraph:
    """Return a paragraph of `runs` that stands as `source` does, with its place."""
    align = _ALIGN.get(source.align, Align.JUSTIFY)
    return Paragraph(runs, align, indent=align is Align.JUSTIFY, place=Place(source.number))


def runs_after(runs: tuple[Run, ...], label: str) -> tuple[Run, ...]:
    """Return the runs that follow `label`, with which they begin, and the space after it."""
    skip = "".join(run.text for run in runs).index(label) + len(label)
    kept: list[Run] = []
    for run in runs:
        kept.append(Run(run.text[skip:], run.bold, run.italic))
        skip = max(0, skip - len(run.text))
    words = list(dropwhile(lambda run: not run.text.strip(), kept))
    if not words:
        return ()
    first = Run(words[0].text.lstrip(), words[0].bold, words[0].italic)
    return (first, *(run for run in words[1:] if run.text))


def is_bold(runs: tuple[Run, ...]) -> bool:
    """Return whether there are words and all of them are bold."""
    words = [run for run in runs if run.text.strip()]
    return bool(words) and all(run.bold for run in words)


def table_of(table: WordTable) -> Table:
    """Return the table with its heads as column headings, where a first row of heads has a cell for each column."""
    width = max((sum(cell.span for cell in row) for row in table.rows), default=0)
    has_heads = bool(table.head_rows) and len(table.rows[0]) == width
    names = [cell.text for cell in table.rows[0]] if has_heads else [""] * width
    shares = table.widths if len(table.widths) == width else (1.0,) * width
    body = table.rows[1:] if has_heads else table.rows
    columns = tuple(
        Column(name, share, align) for name, share, align in zip(names, shares, _aligns(body, width), strict=True)
    )
    first = next((paragraph.number for paragraph in table.paragraphs), None)
    return Table(columns, tuple(_row(row, width) for row in body), place=Place(first) if first else None)


def _aligns(rows: tuple[tuple[WordCell, ...], ...], width: int) -> list[Align]:
    full = next((row for row in rows if len(row) == width), ())
    found = [_ALIGN.get(cell.paragraphs[0].align if cell.paragraphs else "", Align.LEFT) for cell in full]
    return found or [Align.LEFT] * width


def _row(row: tuple[WordCell, ...], width: int) -> Row:
    bold = is_bold(tuple(run for cell in row for paragraph in cell.paragraphs for run in paragraph.runs))
    texts = tuple(cell.text for cell in row)
    if len(row) == 1 and width > 1:
        return Row(texts, bold=bold, span=True)
    return Row((*texts, *[""] * (width - len(texts))), bold=bold)
