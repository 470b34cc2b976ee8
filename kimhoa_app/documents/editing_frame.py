"""The parts around the body edited as light text: subject, legal bases, opening, closing, recipients."""

from dataclasses import dataclass, replace

from kimhoa_app.documents.editing import blocks_text, typed_blocks
from kimhoa_app.documents.model import OfficialDocument, Paragraph, Table, plain
from kimhoa_app.text.normal import tidy


@dataclass(frozen=True, slots=True)
class FrameText:
    """The parts around the body as they are typed; all but `subject` hold one item a line."""

    subject: str = ""
    addressees: str = ""
    legal_bases: str = ""
    opening: str = ""
    closing: str = ""
    recipients: str = ""


def frame_text(document: OfficialDocument) -> FrameText:
    """Return the parts around the body of `document` as text to edit."""
    return FrameText(
        subject=document.subject,
        addressees="\n".join(document.addressees),
        legal_bases="\n".join(document.legal_bases),
        opening=blocks_text(document.opening),
        closing=blocks_text(document.closing),
        recipients="\n".join(document.recipients),
    )


def with_frame_text(document: OfficialDocument, text: FrameText) -> OfficialDocument:
    """Return the document with the parts around its body as typed; empty lines count for nothing."""
    return replace(
        document,
        subject=tidy(text.subject),
        addressees=_items(text.addressees),
        legal_bases=_items(text.legal_bases),
        opening=_paragraphs(text.opening),
        closing=_paragraphs(text.closing),
        recipients=_items(text.recipients),
    )


def _items(text: str) -> tuple[str, ...]:
    return tuple(item for item in map(tidy, text.split("\n")) if item)


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    return tuple(block if isinstance(block, Paragraph) else plain(_words(block)) for block in typed_blocks(text)[0])


def _words(table: Table) -> str:
    """Return the words of a table, which has no place around the body."""
    cells = [column.heading for column in table.columns] + [cell for row in table.rows for cell in row.cells]
    return tidy(" ".join(cells))
