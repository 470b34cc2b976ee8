"""A .docx taken apart: its paragraphs as they are really set, its bordered tables, its sections."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.section import Section as WordSection
from lxml import etree

from kimhoa_app.documents import word_styles as styles
from kimhoa_app.documents.measure import text_width
from kimhoa_app.documents.reading.effective import FormatResolver, ParagraphFormat, TextFormat


class Absent(Exception):
    """The document has no such part, so its row says nothing about it."""


@dataclass(frozen=True)
class Piece:
    """A paragraph with the width it has (mm) and how it and its runs are set."""

    element: etree._Element
    style: str
    text: str
    room: float
    form: ParagraphFormat
    runs: tuple[tuple[str, TextFormat], ...]
    mark: TextFormat

    @property
    def looks(self) -> list[TextFormat]:
        return [look for text, look in self.runs if text.strip()]

    @property
    def lines(self) -> list[str]:
        room = self.room - self.form.left - self.form.right
        look = self.looks[0]
        lines: list[str] = []
        for word in self.text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and text_width(longer, look.size, bold=look.bold, italic=look.italic) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def width(self, text: str) -> float:
        look = self.looks[0]
        return text_width(text, look.size, bold=look.bold, italic=look.italic)


@dataclass(frozen=True)
class FormReading:
    """A document taken apart: its paragraphs in reading order, its bordered tables, its sections."""

    pieces: list[Piece]
    tables: list[etree._Element]
    sections: list[WordSection]
    resolver: FormatResolver

    def of(self, *names: str) -> list[Piece]:
        """Return the paragraphs of those styles; raises Absent where there are none."""
        found = [piece for piece in self.pieces if piece.style in names]
        if not found:
            raise Absent(names)
        return found

    def after(self, piece: Piece) -> Piece:
        return self.pieces[self.pieces.index(piece) + 1]

    def running(self) -> list[Piece]:
        """Return the body paragraphs outside tables and appendices."""
        end = next((n for n, piece in enumerate(self.pieces) if piece.style == styles.APPENDIX_TITLE), None)
        return [piece for piece in self.pieces[:end] if piece.style in (styles.BODY, styles.CLOSING) and piece.text]


@lru_cache(maxsize=16)
def read_form(content: bytes) -> FormReading:
    """Return the document taken apart."""
    word = docx.Document(BytesIO(content))
    resolver = FormatResolver.of(word)
    pieces = [piece_of(paragraph, room, resolver) for paragraph, room in _paragraphs(word)]
    tables = [
        table
        for table in word.element.body.findall(qn("w:tbl"))
        if table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}") is not None
    ]
    return FormReading(pieces, tables, list(word.sections), resolver)


def _paragraphs(word: docx.document.Document) -> Iterator[tuple[etree._Element, float]]:
    body = word.element.body
    rooms = [(s.page_width - s.left_margin - s.right_margin) / 36000 for s in word.sections]
    current = 0
    for paragraph in body.iter(qn("w:p")):
        cell = next(paragraph.iterancestors(qn("w:tc")), None)
        yield (
            paragraph,
            rooms[current] if cell is None else int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) / 1440 * 25.4,
        )
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            current += 1


def piece_of(paragraph: etree._Element, room: float, resolver: FormatResolver) -> Piece:
    runs = tuple((_text(run), resolver.text(paragraph, run)) for run in paragraph.iter(qn("w:r")))
    text = "".join(part for part, _ in runs)
    form = resolver.paragraph(paragraph)
    return Piece(paragraph, resolver.style_name(paragraph), text, room, form, runs, resolver.text(paragraph))


def _text(run: etree._Element) -> str:
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join((child.text or "") if child.tag == qn("w:t") else marks.get(child.tag, "") for child in run)


def words(element: etree._Element) -> str:
    return "".join(part.text or "" for part in element.iter(qn("w:t"), qn("w:instrText")))


def margins(section: WordSection) -> tuple[int, int, int, int]:
    """Return top, right, bottom, left in mm as on the upright sheet: a turned page has its binding edge at the top."""
    sides = [mm(m) for m in (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)]
    top, right, bottom, left = sides
    return (right, bottom, left, top) if section.page_width > section.page_height else (top, right, bottom, left)


def mm(length: int | None) -> int:
    return round((length or 0) / 36000)


def some(pieces: list[Piece]) -> list[Piece]:
    if not pieces:
        raise Absent
    return pieces


Check = Callable[[FormReading], None]
"""Raises AssertionError where a row of the table is broken, Absent where it says nothing about the document."""
