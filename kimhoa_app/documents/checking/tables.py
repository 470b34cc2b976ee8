"""The tables of a document with the spots of their cells, so that a rule can point at one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import Block, OfficialDocument, Section, Table
from kimhoa_app.documents.texts import Role, Text

_NUMBER_COLUMN = re.compile(r"(?:s[ốô]\s*)?(?:tt|stt|thứ tự)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as texts: None stands for an empty cell; a row with one cell across all columns is a `span`."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Text | None, ...], ...]
    spans: tuple[bool, ...]
    appendix: int | None

    @property
    def number_column(self) -> int | None:
        """The column that counts the rows (STT, TT), None where there is none."""
        return next(
            (index for index, heading in enumerate(self.headings) if _NUMBER_COLUMN.fullmatch(heading.strip())), None
        )


def grids_of(subject: Subject) -> tuple[Grid, ...]:
    """Return every table of the document in reading order."""
    texts = (text for text in subject.texts if text.spot.role in (Role.COLUMN, Role.CELL))
    return tuple(_grid(table, appendix, texts) for table, appendix in _tables(subject.document))


def _grid(table: Table, appendix: int | None, texts: Iterator[Text]) -> Grid:
    headings = tuple(column.heading for column in table.columns)
    for heading in headings:
        if heading:
            next(texts)
    return Grid(
        headings,
        tuple(tuple(next(texts) if cell else None for cell in row.cells) for row in table.rows),
        tuple(row.span for row in table.rows),
        appendix,
    )


def _tables(document: OfficialDocument) -> Iterator[tuple[Table, int | None]]:
    yield from ((block, None) for block in _of_blocks(document.blocks))
    for section in document.sections:
        yield from ((table, None) for table in _of_section(section))
    for index, appendix in enumerate(document.appendices):
        yield from ((block, index) for block in _of_blocks(appendix.blocks))


def _of_section(section: Section) -> Iterator[Table]:
    yield from _of_blocks(section.blocks)
    for child in section.children:
        yield from _of_section(child)


def _of_blocks(blocks: tuple[Block, ...]) -> Iterator[Table]:
    yield from (block for block in blocks if isinstance(block, Table))
