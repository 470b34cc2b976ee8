"""What stands in a source, before anything is made of it: paragraphs and tables in reading order, numbered.

Paragraphs are counted from 1 in the order of the file, empty ones and those in tables and text boxes too; in a plain
text each line is one. Page headers, footers and notes are counted after the body.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kimhoa_app.documents.model import Orientation, Run


class Origin(StrEnum):
    """Which part of a Word file a paragraph belongs to."""

    BODY = "body"
    TEXT_BOX = "text box"
    MARGIN = "margin"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A paragraph as printed: its runs in Unicode, NFC, with the number that Word gives it by itself before them.

    `numbering` is that number with the space after it ("1. "), which is no text of the file. `runs` are bold where the
    text itself is set so; `is_bold` is whether every word is printed bold, by its style too. `align` is Word's own word
    ("center"), `level` the outline level of its style (0 for Heading 1). A line break within is a line end.
    """

    number: int
    style: str
    runs: tuple[Run, ...]
    align: str = ""
    numbering: str = ""
    is_bold: bool = False
    level: int | None = None
    origin: Origin = Origin.BODY

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell: what stands in it, and over how many columns it stands."""

    items: tuple["SourceParagraph | SourceTable", ...]
    span: int

    @property
    def paragraphs(self) -> tuple[SourceParagraph, ...]:
        """Its paragraphs, those of tables within it too."""
        return tuple(_flat(self.items))

    @property
    def text(self) -> str:
        """The words of the cell, a line for each paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table: the widths of its columns, and its rows, the first `head_rows` of which are repeated heads."""

    widths: tuple[float, ...]
    rows: tuple[tuple[SourceCell, ...], ...]
    head_rows: int

    @property
    def paragraphs(self) -> Iterator[SourceParagraph]:
        """Every paragraph of every cell."""
        for row in self.rows:
            for cell in row:
                yield from _flat(cell.items)


SourceItem = SourceParagraph | SourceTable


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """What stands on sheets that lie one way, in reading order."""

    items: tuple[SourceItem, ...]
    orientation: Orientation = Orientation.PORTRAIT


@dataclass(frozen=True, slots=True)
class Source:
    """A whole source: the sheets of its body, and the paragraphs that stand outside of it."""

    sheets: tuple[SourceSheet, ...]
    outside: tuple[SourceParagraph, ...] = ()

    @property
    def items(self) -> tuple[SourceItem, ...]:
        """What stands on all sheets, in reading order."""
        return tuple(item for sheet in self.sheets for item in sheet.items)

    @property
    def orientation(self) -> Orientation:
        """How the first sheet lies."""
        return self.sheets[0].orientation if self.sheets else Orientation.PORTRAIT

    def orientation_at(self, number: int) -> Orientation:
        """Return how the sheet of the paragraph `number` lies."""
        for sheet in self.sheets:
            if any(paragraph.number >= number for paragraph in _flat(sheet.items)):
                return sheet.orientation
        return self.orientation

    @property
    def paragraphs(self) -> tuple[SourceParagraph, ...]:
        """Every paragraph by its number: the first is `paragraphs[0]`, number 1."""
        return (*_flat(self.items), *self.outside)


def _flat(items: tuple[SourceItem, ...]) -> Iterator[SourceParagraph]:
    for item in items:
        if isinstance(item, SourceParagraph):
            yield item
        else:
            yield from item.paragraphs
