"""How a Word file is set: its sheets, page numbers and paragraphs, as values that need the file no more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from kimhoa_app.documents.model import Align
from kimhoa_app.documents.reading.effective import FormatResolver, ParagraphFormat, TextFormat
from kimhoa_app.documents.reading.word_file import WordFile

Element = etree._Element

_WORD_PAGE = ("12240", "15840")  # twips that Word takes where a file says nothing
_WORD_MARGIN = "1440"
_PAGE_FIELD = re.compile(r"\bPAGE\b")
_RUN = qn("w:r")
_APART = {qn(f"w:{tag}") for tag in ("txbxContent", "del", "moveFrom")}
_DRAWN = {qn("w:drawing"), qn("w:pict")}
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page number: whether it stands in the top margin, where on its line, and how it is set."""

    is_on_top: bool
    is_centered: bool
    format: TextFormat


@dataclass(frozen=True, slots=True)
class WordSheet:
    """A section of the file: its page in mm, its page number, and whether that shows on the first page too."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    number: PageNumber | None
    is_numbered_first: bool
    number_style: str

    @property
    def is_turned(self) -> bool:
        """Whether the sheet lies on its long side."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class WordLine:
    """A paragraph: its runs with their formats, how it is set, and the outermost table that it stands in, 0 for none.

    `has_drawing` is whether a shape or picture hangs on it.
    """

    runs: tuple[tuple[str, TextFormat], ...]
    format: ParagraphFormat
    table: int
    has_drawing: bool

    @property
    def text(self) -> str:
        """The words of the paragraph, in the codes of its fonts."""
        return "".join(text for text, _ in self.runs)


@dataclass(frozen=True, slots=True)
class WordForm:
    """How a Word file is set; `lines` are its paragraphs by their numbers in the source, the first numbered 1."""

    sheets: tuple[WordSheet, ...]
    lines: tuple[WordLine, ...]


def word_form(file: WordFile) -> WordForm:
    """Return how `file` is set."""
    resolver = FormatResolver(_related(file, "styles"), _related(file, "theme"))
    tables = {table: number for number, table in enumerate(file.body.findall(f".//{qn('w:tbl')}"), start=1)}
    lines = tuple(_line(element, resolver, tables) for element in file.paragraphs)
    return WordForm(tuple(_sheets(file, resolver)), lines)


def _related(file: WordFile, kind: str) -> Element | None:
    names = file.package.related(kind)
    return file.package.part(names[0]) if names else None


def _line(paragraph: Element, resolver: FormatResolver, tables: dict[Element, int]) -> WordLine:
    apart = {run for box in paragraph.iter(*_APART) for run in box.iter(_RUN)}
    own = (run for run in paragraph.iter(_RUN) if run not in apart)
    runs = tuple((text, resolver.text(paragraph, run)) for run in own if (text := _text(run)))
    above = [tables[table] for table in paragraph.iterancestors(qn("w:tbl")) if table in tables]
    has_drawing = any(element.tag in _DRAWN for element in paragraph.iter())
    return WordLine(runs, resolver.paragraph(paragraph), above[-1] if above else 0, has_drawing)


def _text(run: Element) -> str:
    return "".join(child.text or "" if child.tag == qn("w:t") else " " for child in run if child.tag != qn("w:rPr"))


def _sheets(file: WordFile, resolver: FormatResolver) -> Iterator[WordSheet]:
    margins: dict[tuple[str, str], Element | None] = {}
    for section in file.body.iter(qn("w:sectPr")):
        for kind in ("header", "footer"):
            for reference in section.findall(qn(f"w:{kind}Reference")):
                key = kind, reference.get(qn("w:type"), "default")
                margins[key] = file.package.target(reference.get(qn("r:id"), ""))
        yield _sheet(section, margins, resolver)


def _sheet(section: Element, margins: dict[tuple[str, str], Element | None], resolver: FormatResolver) -> WordSheet:
    page, edges = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    width, height = (_mm(page, name, usual) for name, usual in zip(("w:w", "w:h"), _WORD_PAGE, strict=True))
    top, right, bottom, left = (_mm(edges, f"w:{side}", _WORD_MARGIN) for side in ("top", "right", "bottom", "left"))
    number = _page_number(margins, "default", resolver)
    title_page = section.find(qn("w:titlePg"))
    differs = title_page is not None and title_page.get(qn("w:val"), "1") not in _OFF
    counting = section.find(qn("w:pgNumType"))
    return WordSheet(
        *(width, height, abs(top), right, abs(bottom), left + _mm(edges, "w:gutter", "0")),
        number=number,
        is_numbered_first=(_page_number(margins, "first", resolver) if differs else number) is not None,
        number_style=counting.get(qn("w:fmt"), "decimal") if counting is not None else "decimal",
    )


def _mm(element: Element | None, name: str, usual: str) -> float:
    value = element.get(qn(name), usual) if element is not None else usual
    return float(value) / 1440 * 25.4 if re.fullmatch(r"-?\d{1,6}(?:\.\d+)?", value) else 0.0


def _page_number(
    margins: dict[tuple[str, str], Element | None], kind: str, resolver: FormatResolver
) -> PageNumber | None:
    for side in ("header", "footer"):
        root = margins.get((side, kind))
        for paragraph in root.iter(qn("w:p")) if root is not None else ():
            if _PAGE_FIELD.search(_field_codes(paragraph)):
                run = next((each for each in paragraph.iter(qn("w:r")) if each.find(qn("w:t")) is not None), None)
                return PageNumber(side == "header", _is_centered(paragraph, resolver), resolver.text(paragraph, run))
    return None


def _field_codes(paragraph: Element) -> str:
    codes = [each.text or "" for each in paragraph.iter(qn("w:instrText"))]
    codes += [each.get(qn("w:instr"), "") for each in paragraph.iter(qn("w:fldSimple"))]
    return " ".join(codes)


def _is_centered(paragraph: Element, resolver: FormatResolver) -> bool:
    """Return whether the number stands in the middle, by its paragraph, a frame or one tab; a shape may place it."""
    frame = paragraph.find(f"{qn('w:pPr')}/{qn('w:framePr')}")
    placed = frame is not None and frame.get(qn("w:xAlign")) == "center"
    tabs = [each for run in paragraph.iter(qn("w:r")) for each in run if each.tag in (qn("w:tab"), qn("w:ptab"))]
    in_shape = next(paragraph.iterancestors(qn("w:txbxContent")), None) is not None
    return resolver.paragraph(paragraph).align is Align.CENTER or placed or len(tabs) == 1 or in_shape
