"""A document as the lines that are compared: a paragraph, a heading with its label, a row of a table, a frame line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kimhoa_app.documents.model import Block, OfficialDocument, Paragraph, Row, Section, Table
from kimhoa_app.documents.texts import Role, Spot
from kimhoa_app.documents.wording import date_line, number_line, signature_lines

CELL_BREAK = " │ "


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One line; `label` is the number that a section gives it, which changes when sections move.

    `spot` is that of its first text, as `texts_of` numbers them; a line that is no text, as the name of a signer, has
    the spot of the text that follows it.
    """

    label: str
    words: str
    spot: Spot

    @property
    def text(self) -> str:
        """The line as it is read."""
        return f"{self.label} {self.words}".strip()


def compared_lines(document: OfficialDocument) -> tuple[ComparedLine, ...]:
    """Return every line of the document that is not empty, in the reading order of `texts_of`."""
    return tuple(_Reader().document(document))


class _Reader:
    """Walks a document and counts its texts as `texts_of` does."""

    def __init__(self) -> None:
        self._number = 0
        self._path: tuple[int, ...] = ()
        self._appendix: int | None = None

    def document(self, document: OfficialDocument) -> Iterator[ComparedLine]:
        yield from self._head(document)
        yield from self._texts((document.title,), Role.TITLE)
        yield from self._texts((document.subject,), Role.SUBJECT)
        yield from self._texts(document.addressees, Role.ADDRESSEE)
        yield from self._texts((document.issuing_post,), Role.ISSUING_POST)
        yield from self._texts(document.legal_bases, Role.LEGAL_BASIS)
        yield from self._texts((document.enacting,), Role.ENACTING)
        yield from self._texts([each.text for each in document.opening], Role.OPENING)
        yield from self._blocks(document.blocks)
        yield from self._sections(document.sections)
        yield from self._texts([each.text for each in document.closing], Role.CLOSING)
        for signature in document.signatures:
            yield from self._texts(signature_lines(signature), Role.POSITION)
            yield from self._aside(signature.name, Role.POSITION)
        yield from self._texts(document.recipients, Role.RECIPIENT)
        yield from self._appendices(document)
        yield from self._texts([each.text for each in document.notes], Role.NOTE)

    def _head(self, document: OfficialDocument) -> Iterator[ComparedLine]:
        head = document.letterhead
        if head is None:
            return
        yield from self._texts((head.superior or "",), Role.SUPERIOR)
        yield from self._texts(head.issuer, Role.ISSUER)
        yield from self._aside(head.number_text or number_line(head), Role.ISSUER)
        yield from self._aside(head.date_text or date_line(head), Role.ISSUER)

    def _appendices(self, document: OfficialDocument) -> Iterator[ComparedLine]:
        for index, appendix in enumerate(document.appendices):
            self._appendix = index
            yield from self._texts((appendix.heading, appendix.title, appendix.reference), Role.APPENDIX_HEAD)
            yield from self._blocks(appendix.blocks)
            yield from self._texts((appendix.closing,), Role.APPENDIX_CLOSING)
            self._appendix = None

    def _sections(self, sections: Sequence[Section]) -> Iterator[ComparedLine]:
        above = self._path
        for index, section in enumerate(sections):
            self._path = (*above, index)
            yield from self._section(section)
        self._path = above

    def _section(self, section: Section) -> Iterator[ComparedLine]:
        runs_in = not section.heading and isinstance(next(iter(section.blocks), None), Paragraph)
        if not runs_in and (section.label or section.heading):
            yield self._line((section.heading,), Role.HEADING, section.label)
        yield from self._blocks(section.blocks, section.label if runs_in else "")
        yield from self._sections(section.children)

    def _blocks(self, blocks: Sequence[Block], label: str = "") -> Iterator[ComparedLine]:
        for block in blocks:
            if isinstance(block, Table):
                yield from self._table(block)
            elif block.text or label:
                yield self._line((block.text,), Role.BODY, label)
            label = ""

    def _table(self, table: Table) -> Iterator[ComparedLine]:
        heads = Row(tuple(column.heading for column in table.columns))
        for role, row in ((Role.COLUMN, heads), *((Role.CELL, row) for row in table.rows)):
            if any(row.cells):
                yield self._line(row.cells, role)

    def _texts(self, texts: Sequence[str], role: Role) -> Iterator[ComparedLine]:
        for text in texts:
            if text:
                yield self._line((text,), role)

    def _aside(self, text: str, role: Role) -> Iterator[ComparedLine]:
        """Yield a line that `texts_of` does not count."""
        if text:
            yield ComparedLine("", text, self._spot(role))

    def _line(self, texts: Sequence[str], role: Role, label: str = "") -> ComparedLine:
        line = ComparedLine(label, CELL_BREAK.join(texts), self._spot(role))
        self._number += sum(map(bool, texts))
        return line

    def _spot(self, role: Role) -> Spot:
        return Spot(self._number, role, self._path, self._appendix)
