"""The lines of a source in reading order: paragraphs parted at their line breaks, tables that only lay out opened."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from kimhoa_app.documents.model import Run
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.runs import stripped, text_of, with_stars_read, without_start
from kimhoa_app.documents.reading.source import SourceCell, SourceItem, SourceParagraph, SourceTable

_LAYOUT_LENGTH = 4_000  # characters in a table that lays out a head or a foot
_LAYOUT_COLUMNS = 4
_HEADING_SIGNS = "#"
_STARS = "**"
_STARRED_LINES = 5  # over which one pair of stars may reach


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text without white space around it; `text` is that of its runs.

    `cell` numbers the cell of a layout table that it stands in, 0 outside, and `column` counts that cell from 0.
    `after_gap` is whether an empty line stands before it, `lead` how far it stands in.
    """

    number: int
    runs: tuple[Run, ...]
    text: str
    align: str = ""
    is_bold: bool = False
    level: int | None = None
    after_gap: bool = False
    cell: int = 0
    column: int = 0
    lead: int = 0


Item = Line | SourceTable


def lines_of(items: tuple[SourceItem, ...]) -> list[Item]:
    """Return the lines and the tables that hold data, in reading order."""
    found = list(_Flattener().items(items, 0, 0))
    for index, item in enumerate(found):
        if isinstance(item, Line) and item.text.startswith(_STARS) and item.text.count(_STARS) % 2:
            _close_stars(found, index)
    return found


def _close_stars(items: list[Item], start: int) -> None:
    """Make the lines bold from `start` to the one that closes its stars, if one does soon."""
    for end in range(start + 1, min(start + _STARRED_LINES, len(items))):
        line = items[end]
        if not isinstance(line, Line) or line.after_gap:
            return
        if line.text.endswith(_STARS) and line.text.count(_STARS) == 1:
            bold = (_in_bold(each) for each in items[start : end + 1] if isinstance(each, Line))
            items[start : end + 1] = [each for each in bold if each.text]
            return


def _in_bold(line: Line) -> Line:
    text = line.text.removeprefix(_STARS).removesuffix(_STARS).strip()
    return replace(line, runs=(Run(text, bold=True),), text=text, is_bold=True)


class _Flattener:
    def __init__(self) -> None:
        self._cells = count(1)
        self._has_gap = False

    def items(self, items: tuple[SourceItem, ...], cell: int, column: int) -> Iterator[Item]:
        for item in items:
            if isinstance(item, SourceParagraph):
                yield from self._lines(item, cell, column)
            elif _lays_out(item):
                yield from self._table(item)
            else:
                self._has_gap = False
                yield item

    def _table(self, table: SourceTable) -> Iterator[Item]:
        holds_all = any(map(_holds_a_document, table.rows))
        for row in table.rows:
            filled = [(column, each) for column, each in enumerate(row) if each.text.strip()]
            if holds_all and len(filled) > 1 and not _lays_out(SourceTable(table.widths, (row,), 0)):
                yield SourceTable(table.widths, (row,), 0)
                continue
            for column, each in filled:
                self._has_gap = True
                yield from self.items(each.items, next(self._cells), column)
        self._has_gap = True

    def _lines(self, paragraph: SourceParagraph, cell: int, column: int) -> Iterator[Line]:
        if not paragraph.text.strip():
            self._has_gap = True
            return
        for runs in _split(paragraph.runs):
            text = text_of(runs)
            words = with_stars_read(stripped(runs))
            level = paragraph.level
            if words and words[0].text.startswith(_HEADING_SIGNS):
                words, level = _light_heading(words, level)
            if words:
                yield Line(
                    paragraph.number,
                    words,
                    text_of(words),
                    paragraph.align,
                    paragraph.is_bold or all(run.bold or not run.text.strip() for run in words),
                    level,
                    self._has_gap,
                    cell,
                    column,
                    len(spaced := text.expandtabs()) - len(spaced.lstrip()),
                )
                self._has_gap = False
            else:
                self._has_gap = True


def _split(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Return the runs of each line of a paragraph."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=other)] for other in others]
    return [tuple(run for run in line if run.text) for line in lines]


def _light_heading(runs: tuple[Run, ...], level: int | None) -> tuple[tuple[Run, ...], int | None]:
    text = text_of(runs)
    signs = len(text) - len(text.lstrip(_HEADING_SIGNS))
    if signs > 6 or not text[signs:].startswith(" "):
        return runs, level
    return without_start(runs, signs), signs - 1


def _lays_out(table: SourceTable) -> bool:
    """Return whether a table is there to place text: one column, the head or the foot of a document, or all of it."""
    widest = max((sum(bool(cell.text.strip()) for cell in row) for row in table.rows), default=0)
    if widest <= 1 or any(_holds_a_document(row) for row in table.rows):
        return True
    paragraphs = [each.text.strip() for each in table.paragraphs]
    if widest > _LAYOUT_COLUMNS or table.head_rows or sum(map(len, paragraphs)) > _LAYOUT_LENGTH:
        return False
    return any(_is_of_head_or_foot(text) for each in paragraphs for text in each.split("\n"))


def _holds_a_document(row: tuple[SourceCell, ...]) -> bool:
    filled = [cell for cell in row if cell.text.strip()]
    return len(filled) == 1 and sum(bool(each.text.strip()) for each in filled[0].paragraphs) > 3


def _is_of_head_or_foot(text: str) -> bool:
    text = text.strip()
    if not text or len(text) > marks.SHORT:
        return False
    found = (marks.NUMBER, marks.DATE, marks.RECIPIENTS, marks.AUTHORITY)
    return (
        marks.is_nation_or_motto(text)
        or any(mark.match(text) for mark in found)
        or (text.isupper() and marks.is_post(text))
    )
