"""A document with every text of it passed through one function, its structure, styles and places as they were."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kimhoa_app.documents.model import (
    Appendix,
    Block,
    OfficialDocument,
    Paragraph,
    Place,
    Run,
    Section,
    Signature,
    Table,
)


@dataclass(frozen=True, slots=True)
class Edit:
    """The stretch `start` to `end` of a text is to read `after`."""

    start: int
    end: int
    after: str


Reader = Callable[[str, Place | None], Sequence[Edit]]
"""Gets a text and its place, and returns the edits to it, in reading order and without overlap."""


class Rewriter:
    """Passes every text of a document to `read` in reading order, and makes the document with the edits."""

    def __init__(self, read: Reader) -> None:
        self._read = read

    def document(self, old: OfficialDocument) -> OfficialDocument:
        """Return `old` with all edits; number and date of the letterhead are not texts and stay."""
        places = old.places
        head = old.letterhead
        if head is not None:
            superior = None if head.superior is None else self.text(head.superior, places.superior)
            head = replace(head, superior=superior, issuer=self._texts(head.issuer, (), places.issuer))
        return replace(
            old,
            letterhead=head,
            title=self.text(old.title, places.title),
            subject=self.text(old.subject, places.subject or places.title),
            addressees=self._texts(old.addressees, places.addressees),
            issuing_post=self.text(old.issuing_post, places.issuing_post),
            legal_bases=self._texts(old.legal_bases, places.legal_bases),
            enacting=self.text(old.enacting, places.enacting),
            opening=tuple(map(self._paragraph, old.opening)),
            blocks=tuple(map(self._block, old.blocks)),
            sections=tuple(map(self._section, old.sections)),
            closing=tuple(map(self._paragraph, old.closing)),
            signatures=tuple(map(self._signature, old.signatures)),
            recipients=self._texts(old.recipients, places.recipients),
            appendices=tuple(map(self._appendix, old.appendices)),
            notes=tuple(map(self._paragraph, old.notes)),
        )

    def text(self, text: str, place: Place | None) -> str:
        """Return one text with its edits."""
        return edited((Run(text),), self._read(text, place))[0].text if text else text

    def _texts(self, texts: Sequence[str], places: Sequence[Place], default: Place | None = None) -> tuple[str, ...]:
        known = [*places, *[default] * (len(texts) - len(places))]
        return tuple(self.text(text, place) for text, place in zip(texts, known, strict=False))

    def _paragraph(self, old: Paragraph, place: Place | None = None) -> Paragraph:
        return replace(old, runs=edited(old.runs, self._read(old.text, old.place or place)))

    def _block(self, old: Block, place: Place | None = None) -> Block:
        return self._paragraph(old, place) if isinstance(old, Paragraph) else self._table(old, place)

    def _table(self, old: Table, place: Place | None) -> Table:
        where = old.place or place
        return replace(
            old,
            columns=tuple(replace(column, heading=self.text(column.heading, where)) for column in old.columns),
            rows=tuple(replace(row, cells=self._texts(row.cells, (), where)) for row in old.rows),
        )

    def _section(self, old: Section) -> Section:
        return replace(
            old,
            heading=self.text(old.heading, old.place),
            blocks=tuple(self._block(block, old.place) for block in old.blocks),
            children=tuple(map(self._section, old.children)),
        )

    def _signature(self, old: Signature) -> Signature:
        return replace(
            old,
            authority=self._texts(old.authority, (), old.place),
            position=self.text(old.position, old.place),
        )

    def _appendix(self, old: Appendix) -> Appendix:
        return replace(
            old,
            heading=self.text(old.heading, old.place),
            title=self.text(old.title, old.place),
            reference=self.text(old.reference, old.place),
            blocks=tuple(self._block(block, old.place) for block in old.blocks),
            closing=self.text(old.closing, old.place),
        )


def edited(runs: Sequence[Run], edits: Sequence[Edit]) -> tuple[Run, ...]:
    """Return `runs` with `edits` to the text that they make together; new words take the style where they begin."""
    made: list[Run] = []
    offset = 0
    for run in runs:
        made.append(replace(run, text=_edited_run(run.text, offset, edits)))
        offset += len(run.text)
    return tuple(made)


def _edited_run(text: str, offset: int, edits: Sequence[Edit]) -> str:
    kept: list[str] = []
    position, end = offset, offset + len(text)
    for edit in edits:
        if edit.end <= offset or edit.start >= end:
            continue
        kept.append(text[position - offset : max(edit.start - offset, position - offset)])
        if edit.start >= offset:
            kept.append(edit.after)
        position = min(edit.end, end)
    kept.append(text[position - offset :])
    return "".join(kept)
