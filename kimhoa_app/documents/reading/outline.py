"""A file or a text as an `OfficialDocument`, and a document as the JSON of the command `outline`."""

from datetime import date
from pathlib import Path

from kimhoa_app.documents import word_styles
from kimhoa_app.documents.model import Block, Letterhead, OfficialDocument, Paragraph, Section
from kimhoa_app.documents.reading.files import read_source
from kimhoa_app.documents.reading.general import document_of_any
from kimhoa_app.documents.reading.parts import KEPT_BY_STYLE, PartReader
from kimhoa_app.documents.reading.plain_file import text_source
from kimhoa_app.documents.reading.source import Source

Json = dict[str, object]

_OURS = KEPT_BY_STYLE | {word_styles.BODY}


def read_document(source: Path | bytes, name: str = "") -> OfficialDocument:
    """Return the document that a .docx or a plain text file holds, nothing of its text lost.

    `name` is the file's name for the sentence of an error, by default that of the path. Raises UnusableFile for what
    is neither, is broken, too large or cannot be read.
    """
    return document_of(read_source(source, name))


def read_text(text: str) -> OfficialDocument:
    """Return the document that a pasted text holds; raises UnusableFile for one that is too long."""
    return document_of(text_source(text, "Văn bản dán vào"))


def document_of(source: Source) -> OfficialDocument:
    """Return the document that `source` holds: by our own Word styles where it has them, else by its words."""
    if any(paragraph.style in _OURS for paragraph in source.paragraphs):
        return PartReader().document(source)
    return document_of_any(source)


def outline_json(document: OfficialDocument) -> Json:
    """Return what the command `outline` prints; absent parts are None or an empty list."""
    head = document.letterhead
    return {
        "kind": document.kind.value or None,
        "superior": head.superior if head else None,
        "agency": " ".join(head.issuer) or None if head else None,
        "number": head.number.zfill(2) if head and head.number else None,
        "symbol": head.symbol or None if head else None,
        "place": head.place or None if head else None,
        "date": _day(head) if head else None,
        "title": document.title or None,
        "subject": document.subject or None,
        "bases": list(document.legal_bases),
        "opening": _texts((*document.opening, *document.blocks)),
        "sections": [_section(section) for section in document.sections],
        "closing": "\n".join(_texts(document.closing)) or None,
        "recipients": list(document.recipients),
        "signatures": [
            {
                "authority": "\n".join(each.authority) or None,
                "position": each.position or None,
                "name": each.name or None,
            }
            for each in document.signatures
        ],
    }


def _section(section: Section) -> Json:
    return {
        "label": section.label or None,
        "heading": section.heading or None,
        "paragraphs": _texts(section.blocks),
        "children": [_section(child) for child in section.children],
    }


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    """Return the words of paragraphs, and of tables row by row, cells apart by a bar."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        else:
            texts.append(" | ".join(column.heading for column in block.columns))
            texts.extend(" | ".join(row.cells) for row in block.rows)
    return [text for text in texts if text.strip(" |")]


def _day(head: Letterhead) -> str | None:
    """Return the day of issue as YYYY-MM-DD, as printed where no calendar has it, None where it is not given whole."""
    day = head.date
    if day is None or day.month is None or day.day is None:
        return None
    try:
        return date(day.year, day.month, day.day).isoformat()
    except ValueError:
        month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
        return f"ngày {day.day:02d} tháng {month} năm {day.year}"
