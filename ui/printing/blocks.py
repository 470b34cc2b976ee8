"""What stands on the pages, before it is known where: text, columns side by side, tables.

Lengths are twips, font sizes points.
"""

from dataclasses import dataclass
from enum import Enum

from kimhoa_app.documents.model import Align, Orientation

SectionPath = tuple[int, ...]
"""A section of the document by its place in the tree: (1, 0) is the first part of the second section."""


class Region(Enum):
    """A part of a document: what stands before its body, the body, what stands after it."""

    HEAD = "head"
    BODY = "body"
    END = "end"


@dataclass(frozen=True, slots=True)
class Source:
    """What a block shows: in the body the heading of the section at `path`, or its `block` of that index.

    The body before the first section has the path ().
    """

    region: Region
    path: SectionPath = ()
    block: int | None = None


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of text in one face and size; `color` is red, green and blue in hexadecimal, "" for black."""

    text: str
    size: float
    bold: bool = False
    italic: bool = False
    color: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line centred `gap` below a text, in a strip of `height` that begins with it."""

    length: int
    gap: int
    height: int
    thickness: int


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph as it is to be set; `spacing` multiplies the font's own line height.

    `left` holds the lines off the left edge and `indent` the first line off the others, to the left when negative.
    `keep_with_next` marks a heading, `keep_with_previous` a line that closes what stands above it.
    """

    runs: tuple[TextRun, ...]
    align: Align = Align.JUSTIFY
    left: int = 0
    indent: int = 0
    before: int = 0
    after: int = 0
    spacing: float = 1.0
    keep_with_next: bool = False
    keep_with_previous: bool = False
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A text half way down a ruled box of exactly this size, in the middle of where it stands; the rule has a color."""

    text: TextBlock
    width: int
    height: int
    border: int
    color: str = ""
    before: int = 0
    after: int = 0


Stack = tuple[TextBlock | Box, ...]
"""What stands one below the other in a cell."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Stacks side by side that stay on one page: the letterhead, the signatures; `lines_kept_above` stay with them."""

    widths: tuple[int, ...]
    stacks: tuple[Stack, ...]
    before: int = 0
    after: int = 0
    lines_kept_above: int = 0


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a ruled table; a `span` row has one cell across all columns and stays with the row below it."""

    cells: tuple[TextBlock, ...]
    span: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table as wide as the text, its head repeated on every page; `shares` divide its width."""

    shares: tuple[float, ...]
    head: GridRow | None
    rows: tuple[GridRow, ...]
    padding: int
    border: int
    before: int = 0
    after: int = 0


Block = TextBlock | Box | Columns | Grid


@dataclass(frozen=True, slots=True)
class Margins:
    """The four margins of a sheet."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """A part of the document on sheets that lie one way, with page numbers of its own from 1.

    `foot` stands in the bottom margin of its first page, a rule above it. `sources` run beside the blocks; an appendix
    has none.
    """

    blocks: tuple[Block, ...]
    orientation: Orientation
    margins: Margins
    foot: TextBlock | None = None
    sources: tuple[Source, ...] = ()
