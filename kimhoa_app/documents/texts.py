"""Every text of a document in reading order: read with where it stands, and rewritten in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

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


class Role(StrEnum):
    """What a text is in its document."""

    SUPERIOR = "superior"
    ISSUER = "issuer"
    TITLE = "title"
    SUBJECT = "subject"
    ADDRESSEE = "addressee"
    ISSUING_POST = "issuing post"
    LEGAL_BASIS = "legal basis"
    ENACTING = "enacting"
    OPENING = "opening"
    HEADING = "heading"
    BODY = "body"
    COLUMN = "column"
    CELL = "cell"
    CLOSING = "closing"
    AUTHORITY = "authority"
    POSITION = "position"
    RECIPIENT = "recipient"
    APPENDIX_HEAD = "appendix head"
    APPENDIX_CLOSING = "appendix closing"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text stands: `number` counts the texts of the document from 0, `path` leads to its section.

    `path` holds the indexes of sections from the outermost, () outside of any; `appendix` is the index of its
    appendix. `place` is that of the source, None where the document was not read.
    """

    number: int
    role: Role
    path: tuple[int, ...] = ()
    appendix: int | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a document: a paragraph, a heading, a cell, a line of the frame."""

    words: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Edit:
    """The stretch `start` to `end` of a text is to read `after`."""

    start: int
    end: int
    after: str


Reader = Callable[[str, Spot], Sequence[Edit]]
"""Gets a text and its spot, and returns the edits to it, in reading order and without overlap."""


def texts_of(document: OfficialDocument) -> tuple[Text, ...]:
    """Return every text of the document that is not empty, in reading order."""
    found: list[Text] = []

    def note(words: str, spot: Spot) -> tuple[Edit, ...]:
        found.append(Text(words, spot))
        return ()

    Rewriter(note).document(document)
    return tuple(found)


def with_edits(document: OfficialDocument, number: int, edits: Sequence[Edit]) -> OfficialDocument:
    """Return the document with `edits` made to the text of that number."""
    return Rewriter(lambda _words, spot: edits if spot.number == number else ()).document(document)


class Rewriter:
    """Passes every text of a document to `read` in reading order, and makes the document with the edits."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._number = 0
        self._path: tuple[int, ...] = ()
        self._appendix: int | None = None

    def document(self, old: OfficialDocument) -> OfficialDocument:
        """Return `old` with all edits; number and date of the letterhead and names of signers are no texts and stay."""
        places = old.places
        self._number = 0
        head = old.letterhead
        if head is not None:
            superior = None if head.superior is None else self._text(head.superior, Role.SUPERIOR, places.superior)
            head = replace(head, superior=superior, issuer=self._texts(head.issuer, Role.ISSUER, (), places.issuer))
        return replace(
            old,
            letterhead=head,
            title=self._text(old.title, Role.TITLE, places.title),
            subject=self._text(old.subject, Role.SUBJECT, places.subject or places.title),
            addressees=self._texts(old.addressees, Role.ADDRESSEE, places.addressees),
            issuing_post=self._text(old.issuing_post, Role.ISSUING_POST, places.issuing_post),
            legal_bases=self._texts(old.legal_bases, Role.LEGAL_BASIS, places.legal_bases),
            enacting=self._text(old.enacting, Role.ENACTING, places.enacting),
            opening=tuple(self._paragraph(each, Role.OPENING) for each in old.opening),
            blocks=tuple(map(self._block, old.blocks)),
            sections=self._sections(old.sections),
            closing=tuple(self._paragraph(each, Role.CLOSING) for each in old.closing),
            signatures=tuple(map(self._signature, old.signatures)),
            recipients=self._texts(old.recipients, Role.RECIPIENT, places.recipients),
            appendices=tuple(self._appended(index, each) for index, each in enumerate(old.appendices)),
            notes=tuple(self._paragraph(each, Role.NOTE) for each in old.notes),
        )

    def _edits(self, words: str, role: Role, place: Place | None) -> Sequence[Edit]:
        spot = Spot(self._number, role, self._path, self._appendix, place)
        self._number += 1
        return self._read(words, spot)

    def _text(self, text: str, role: Role, place: Place | None) -> str:
        return edited_words(text, self._edits(text, role, place)) if text else text

    def _texts(
        self, texts: Sequence[str], role: Role, places: Sequence[Place], default: Place | None = None
    ) -> tuple[str, ...]:
        known = [*places, *[default] * (len(texts) - len(places))]
        return tuple(self._text(text, role, place) for text, place in zip(texts, known, strict=False))

    def _paragraph(self, old: Paragraph, role: Role, place: Place | None = None) -> Paragraph:
        if not old.text:
            return old
        return replace(old, runs=edited(old.runs, self._edits(old.text, role, old.place or place)))

    def _block(self, old: Block, place: Place | None = None) -> Block:
        return self._paragraph(old, Role.BODY, place) if isinstance(old, Paragraph) else self._table(old, place)

    def _table(self, old: Table, place: Place | None) -> Table:
        where = old.place or place
        columns = (replace(each, heading=self._text(each.heading, Role.COLUMN, where)) for each in old.columns)
        return replace(
            old,
            columns=tuple(columns),
            rows=tuple(replace(row, cells=self._texts(row.cells, Role.CELL, (), where)) for row in old.rows),
        )

    def _sections(self, old: Sequence[Section]) -> tuple[Section, ...]:
        above = self._path
        made: list[Section] = []
        for index, section in enumerate(old):
            self._path = (*above, index)
            made.append(
                replace(
                    section,
                    heading=self._text(section.heading, Role.HEADING, section.place),
                    blocks=tuple(self._block(block, section.place) for block in section.blocks),
                    children=self._sections(section.children),
                )
            )
        self._path = above
        return tuple(made)

    def _signature(self, old: Signature) -> Signature:
        return replace(
            old,
            authority=self._texts(old.authority, Role.AUTHORITY, (), old.place),
            position=self._text(old.position, Role.POSITION, old.place),
        )

    def _appended(self, index: int, old: Appendix) -> Appendix:
        self._appendix = index
        made = replace(
            old,
            heading=self._text(old.heading, Role.APPENDIX_HEAD, old.place),
            title=self._text(old.title, Role.APPENDIX_HEAD, old.place),
            reference=self._text(old.reference, Role.APPENDIX_HEAD, old.place),
            blocks=tuple(self._block(block, old.place) for block in old.blocks),
            closing=self._text(old.closing, Role.APPENDIX_CLOSING, old.place),
        )
        self._appendix = None
        return made


def edited(runs: Sequence[Run], edits: Sequence[Edit]) -> tuple[Run, ...]:
    """Return `runs` with `edits` to the text that they make together.

    New words take the style of what they replace; words put in between two styles take that of the words before.
    """
    made: list[Run] = []
    offset = 0
    left = list(edits)
    for run in runs:
        end = offset + len(run.text)
        here = [edit for edit in left if offset < end and _touches(edit, offset, end)]
        left = [edit for edit in left if edit not in here or edit.end > end]
        made.append(replace(run, text=_edited_run(run.text, offset, here)))
        offset = end
    return tuple(made)


def edited_words(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with `edits` made to it."""
    return edited((Run(text),), edits)[0].text


def _touches(edit: Edit, start: int, end: int) -> bool:
    """Return whether `edit` changes the stretch from `start` to `end`, or puts words in at one of its ends."""
    if edit.start == edit.end:
        return start <= edit.start <= end
    return edit.start < end and edit.end > start


def _edited_run(text: str, offset: int, edits: Sequence[Edit]) -> str:
    kept: list[str] = []
    position, end = offset, offset + len(text)
    for edit in edits:
        kept.append(text[position - offset : max(edit.start - offset, position - offset)])
        if edit.start >= offset:
            kept.append(edit.after)
        position = min(edit.end, end)
    kept.append(text[position - offset :])
    return "".join(kept)
