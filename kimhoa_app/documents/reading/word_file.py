"""A .docx opened safely and read as a `Source`: every word that its pages show, in order, with its place.

Text of tracked insertions, hyperlinks, fields, content controls and text boxes is read; deleted text, comments and the
doubles for old programs are not. Runs in the fonts of before Unicode are decoded.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from docx.oxml.ns import qn
from lxml import etree

from kimhoa_app.documents.model import Orientation, Run
from kimhoa_app.documents.reading.numbering import Numbering
from kimhoa_app.documents.reading.package import WordPackage
from kimhoa_app.documents.reading.runs import TypedText, printed_runs
from kimhoa_app.documents.reading.source import (
    Origin,
    Source,
    SourceCell,
    SourceItem,
    SourceParagraph,
    SourceSheet,
    SourceTable,
)
from kimhoa_app.documents.reading.text_styles import StyleTable, TextStyle, paragraph_properties, text_properties
from kimhoa_app.domain.errors import UnusableFile

Element = etree._Element

_MOST_LINES = 40_000  # some 2,500 pages
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_P, _TABLE, _ROW, _CELL, _RUN, _BOX = (qn(f"w:{tag}") for tag in ("p", "tbl", "tr", "tc", "r", "txbxContent"))
_TEXT = {qn("w:t"), _MATH_TEXT}
_SKIPPED = {qn(f"w:{tag}") for tag in ("del", "moveFrom", "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr")}
_SIGNS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_SHEET = qn("w:sectPr")
_NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class WordFile:
    """A .docx that was read: what it holds, its package, its body, and the element of each paragraph by its number."""

    source: Source
    package: WordPackage
    body: Element
    paragraphs: tuple[Element, ...]


def open_word_file(content: bytes, name: str) -> WordFile:
    """Return what a .docx holds; raises UnusableFile, which names the file, for anything else."""
    package = WordPackage(content, name)
    root = package.part(package.main)
    body = root.find(qn("w:body")) if root is not None else None
    if body is None:
        raise UnusableFile(f"“{name}” không phải tệp Word (.docx) hoặc đã bị hỏng.")
    try:
        reader = _Reader(package, name)
        sheets = tuple(_sheets(body, reader))
        source = Source(sheets, tuple(reader.outside()))
    except RecursionError as error:
        raise UnusableFile(f"“{name}” lồng quá nhiều lớp, không phải một văn bản thông thường.") from error
    return WordFile(source, package, body, tuple(reader.elements))


@dataclass(slots=True)
class _Content:
    """What was found inside one paragraph: its text by runs, and the text boxes that hang on it."""

    texts: list[TypedText]
    boxes: list[Element]


class _Reader:
    """Reads elements in order; `elements` are the paragraphs that were read, the first of which has the number 1."""

    def __init__(self, package: WordPackage, name: str) -> None:
        self._package, self._name = package, name
        self._styles = StyleTable(self._related("styles"))
        self._numbering = Numbering(self._related("numbering"))
        self._lines = 0
        self.elements: list[Element] = []

    def items(self, parent: Iterable[Element], origin: Origin = Origin.BODY) -> Iterator[SourceItem]:
        """Yield the paragraphs and tables of `parent`."""
        for child in parent:
            if child.tag == _P:
                yield from self._paragraph(child, origin)
            elif child.tag == _TABLE:
                yield self._table(child, origin)
            elif child.tag not in _SKIPPED and isinstance(child.tag, str):
                yield from self.items(_chosen(child), origin)

    def outside(self) -> Iterator[SourceParagraph]:
        """Yield the paragraphs with words of headers, footers, footnotes and endnotes, but no bare page numbers."""
        for name in (*self._package.related("header"), *self._package.related("footer")):
            yield from self._words_of(self._package.part(name), Origin.MARGIN)
        for kind in ("footnotes", "endnotes"):
            yield from self._words_of(self._related(kind), Origin.NOTE)

    def _words_of(self, root: Element | None, origin: Origin) -> Iterator[SourceParagraph]:
        for item in self.items(root, origin) if root is not None else ():
            found = (item,) if isinstance(item, SourceParagraph) else item.paragraphs
            yield from (each for each in found if each.text.strip() and not each.text.strip(" -–/").isdecimal())

    def _related(self, kind: str) -> Element | None:
        names = self._package.related(kind)
        return self._package.part(names[0]) if names else None

    def _paragraph(self, element: Element, origin: Origin) -> Iterator[SourceItem]:
        self.elements.append(element)
        number = len(self.elements)
        properties = element.find(qn("w:pPr"))
        named = properties.find(qn("w:pStyle")) if properties is not None else None
        styled = self._styles.paragraph(named.get(qn("w:val")) if named is not None else None)
        own = paragraph_properties(properties).over(styled)
        content = _Content([], [])
        self._collect(element, styled, content)
        self._lines += 1 + sum(each.text.count("\n") for each in content.texts)
        if self._lines > _MOST_LINES:
            raise UnusableFile(f"“{self._name}” quá dài, không phải một văn bản thông thường.")
        yield self._made(number, own, content.texts, origin)
        for box in content.boxes:
            yield from self.items(box, Origin.TEXT_BOX)

    def _made(self, number: int, own: TextStyle, texts: list[TypedText], origin: Origin) -> SourceParagraph:
        words = [each for each in texts if each.text.strip()]
        numbering = ""
        if own.list_id not in (None, _NO_LIST):
            numbering = self._numbering.next(own.list_id or "", own.list_level or 0)
        runs = printed_runs(texts)
        return SourceParagraph(
            number,
            own.name,
            (Run(numbering), *runs) if numbering else runs,
            own.align or "",
            numbering,
            bool(words) and all(each.is_bold for each in words),
            own.level,
            origin,
        )

    def _collect(self, parent: Iterable[Element], styled: TextStyle, content: _Content) -> None:
        for child in parent:
            if child.tag == _RUN:
                self._collect_run(child, styled, content)
            elif child.tag == _BOX:
                content.boxes.append(child)
            elif child.tag in _TEXT:
                content.texts.append(TypedText(child.text or ""))
            elif child.tag not in _SKIPPED and isinstance(child.tag, str):
                self._collect(_chosen(child), styled, content)

    def _collect_run(self, run: Element, styled: TextStyle, content: _Content) -> None:
        properties = run.find(qn("w:rPr"))
        direct = text_properties(properties)
        named = properties.find(qn("w:rStyle")) if properties is not None else None
        character = self._styles.style(named.get(qn("w:val")) if named is not None else None)
        set_so = direct.over(character)
        text = "".join(self._pieces(run, styled, content))
        if text:
            content.texts.append(
                TypedText(
                    text.upper() if set_so.over(styled).capitals else text,
                    bold=bool(set_so.bold),
                    italic=bool(set_so.italic),
                    is_bold=_toggled(direct.bold, character.bold, styled.bold),
                    font=set_so.over(styled).font or "",
                )
            )

    def _pieces(self, run: Element, styled: TextStyle, content: _Content) -> Iterator[str]:
        for child in run:
            if child.tag in _TEXT:
                yield child.text or ""
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag]
            elif child.tag not in _SKIPPED and isinstance(child.tag, str) and len(child):
                self._collect(_chosen(child), styled, content)

    def _table(self, element: Element, origin: Origin) -> SourceTable:
        grid = element.find(qn("w:tblGrid"))
        rows = list(_inside(element, _ROW))
        heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        return SourceTable(
            tuple(_number(column.get(qn("w:w"))) or 1.0 for column in (grid if grid is not None else ())),
            tuple(tuple(self._cell(cell, origin) for cell in _inside(row, _CELL)) for row in rows),
            heads.index(False) if False in heads else len(heads),
        )

    def _cell(self, element: Element, origin: Origin) -> SourceCell:
        span = element.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        width = _number(span.get(qn("w:val"))) if span is not None else 1.0
        return SourceCell(tuple(self.items(element, origin)), int(min(max(width, 1), _MOST_COLUMNS)))


_MOST_COLUMNS = 63  # that Word allows


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED and isinstance(child.tag, str):
            yield from _inside(child, tag)


def _chosen(element: Element) -> Iterable[Element]:
    """Return the children to read: of content for new and old programs only that for new ones, where there is some."""
    if element.tag != f"{_COMPATIBLE}AlternateContent":
        return element
    choices = element.findall(f"{_COMPATIBLE}Choice") or element.findall(f"{_COMPATIBLE}Fallback")
    return list(chain.from_iterable(choices[:1]))


def _toggled(direct: bool | None, character: bool | None, styled: bool | None) -> bool:
    return direct if direct is not None else bool(character) != bool(styled)


def _sheets(body: Element, reader: _Reader) -> Iterator[SourceSheet]:
    """Yield the sheets; the last paragraph of each, or the end of the body, says how it lies."""
    items: list[SourceItem] = []
    for child in body:
        items += reader.items([child])
        section = child if child.tag == _SHEET else child.find(f"{qn('w:pPr')}/{_SHEET}")
        if section is not None:
            yield SourceSheet(tuple(items), _orientation(section))
            items = []
    if items:
        yield SourceSheet(tuple(items))


def _orientation(section: Element) -> Orientation:
    size = section.find(qn("w:pgSz"))
    is_wide = size is not None and _number(size.get(qn("w:w"))) > _number(size.get(qn("w:h")))
    return Orientation.LANDSCAPE if is_wide else Orientation.PORTRAIT


def _number(value: str | None) -> float:
    return float(value) if value and value.isdecimal() and len(value) < 10 else 0.0
