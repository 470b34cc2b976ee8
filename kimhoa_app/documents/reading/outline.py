"""A Word file as an `OfficialDocument`, and a document as the JSON of the command `outline`."""

from pathlib import Path

from kimhoa_app.documents.model import Block, IssueDate, OfficialDocument, Paragraph, Section
from kimhoa_app.documents.reading.parts import PartReader
from kimhoa_app.documents.reading.word_file import open_word_file
from kimhoa_app.domain.errors import UnusableFile

_ENDING = ".docx"

Json = dict[str, object]


def read_document(source: Path | bytes, name: str = "") -> OfficialDocument:
    """Return the document that a .docx holds: its parts by our Word styles, anything else as paragraphs, none lost.

    `name` is the file's name for the sentence of an error, by default that of the path. Raises UnusableFile for what
    is no .docx or cannot be read.
    """
    if isinstance(source, Path):
        name = name or source.name
        source = _content(source, name)
    return PartReader().document(open_word_file(source, name or "Tệp"))


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
        "date": _iso(head.date) if head else None,
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


def _content(path: Path, name: str) -> bytes:
    if path.suffix.lower() != _ENDING:
        raise UnusableFile(f"“{name}” không phải tệp Word (.docx).")
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnusableFile(f"Không mở được tệp “{name}”; kiểm tra tệp còn ở đó và được phép đọc.") from error


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


def _iso(day: IssueDate | None) -> str | None:
    if day is None or day.month is None or day.day is None:
        return None
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
