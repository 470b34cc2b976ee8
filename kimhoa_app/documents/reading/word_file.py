"""A .docx opened safely: refused with one sentence when it is no Word file, else its paragraphs and tables in order."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from kimhoa_app.documents.model import Orientation, Run
from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.text.normal import nfc

MOST_BYTES = 200 * 1024 * 1024
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_SKIPPED = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:pPr"),
    qn("w:sectPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_WRAPPERS = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_BROKEN = (
    OpcError,
    zipfile.BadZipFile,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    OSError,
    NotImplementedError,
    EOFError,
)


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph of the file with the name of its style; `number` counts paragraphs from 1, those in tables too."""

    number: int
    style: str
    runs: tuple[Run, ...]
    align: str = ""

    @property
    def text(self) -> str:
        """The words of the paragraph, in NFC."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell: its paragraphs, and over how many columns it stands."""

    paragraphs: tuple[WordParagraph, ...]
    span: int

    @property
    def text(self) -> str:
        """The words of the cell, a line for each paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table: the widths of its columns, and its rows, the first `head_rows` of which are repeated heads."""

    widths: tuple[float, ...]
    rows: tuple[tuple[WordCell, ...], ...]
    head_rows: int

    @property
    def paragraphs(self) -> Iterator[WordParagraph]:
        """Every paragraph of every cell."""
        for row in self.rows:
            for cell in row:
                yield from cell.paragraphs


@dataclass(frozen=True, slots=True)
class WordSheet:
    """What stands on sheets that lie one way, in reading order."""

    items: tuple[WordParagraph | WordTable, ...]
    orientation: Orientation


@dataclass(frozen=True, slots=True)
class WordFile:
    """The sheets of the file, at least one, and the foot of its first page."""

    sheets: tuple[WordSheet, ...]
    foot: tuple[WordParagraph | WordTable, ...]


def open_word_file(content: bytes, name: str) -> WordFile:
    """Return the content of a .docx; raises UnusableFile, which names the file, for anything else."""
    document = _opened(content, name)
    reader = _Reader(document)
    sheets = tuple(_sheets(document.element.body, reader))
    feet = [section.first_page_footer for section in document.sections][:1]
    return WordFile(
        sheets,
        tuple(item for foot in feet if not foot.is_linked_to_previous for item in reader.items(foot._element)),
    )


def _opened(content: bytes, name: str) -> Document:
    if content.startswith(_OLD_WORD):
        raise UnusableFile(f"“{name}” là tệp Word đời cũ (.doc) hoặc có mật khẩu; hãy mở bằng Word và lưu thành .docx.")
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MOST_BYTES:
                raise UnusableFile(f"“{name}” quá lớn, không phải một văn bản thông thường.")
        return docx.Document(BytesIO(content))
    except _BROKEN as error:
        raise UnusableFile(f"“{name}” không phải tệp Word (.docx) hoặc đã bị hỏng.") from error


class _Reader:
    """Reads elements in order and counts their paragraphs; deleted text and doubles for old programs are left out."""

    def __init__(self, document: Document) -> None:
        self._styles = {style.style_id: str(style.name) for style in document.styles}
        self._count = 0

    def items(self, parent: Any) -> Iterator[WordParagraph | WordTable]:
        for child in parent:
            if child.tag == qn("w:p"):
                yield self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield self._table(child)
            elif child.tag in _WRAPPERS:
                yield from self.items(child)

    def _paragraph(self, element: Any) -> WordParagraph:
        self._count += 1
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        align = element.find(f"{qn('w:pPr')}/{qn('w:jc')}")
        return WordParagraph(
            self._count,
            "" if style is None else self._styles.get(style.get(qn("w:val")), ""),
            tuple(run for run in _runs(element) if run.text),
            "" if align is None else str(align.get(qn("w:val"))),
        )

    def _table(self, element: Any) -> WordTable:
        grid = element.find(qn("w:tblGrid"))
        rows = list(_wrapped(element, "w:tr"))
        heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        return WordTable(
            tuple(float(column.get(qn("w:w"), "1")) for column in (grid if grid is not None else ())),
            tuple(tuple(self._cell(cell) for cell in _wrapped(row, "w:tc")) for row in rows),
            heads.index(False) if False in heads else len(heads),
        )

    def _cell(self, element: Any) -> WordCell:
        span = element.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        paragraphs: list[WordParagraph] = []
        for item in self.items(element):
            paragraphs += [item] if isinstance(item, WordParagraph) else item.paragraphs
        return WordCell(tuple(paragraphs), 1 if span is None else int(span.get(qn("w:val"), "1")))


def _sheets(body: Any, reader: _Reader) -> Iterator[WordSheet]:
    """Yield the sheets; the last paragraph of each, or the end of the body, says how it lies."""
    items: list[WordParagraph | WordTable] = []
    for child in body:
        items += reader.items([child])
        section = child if child.tag == qn("w:sectPr") else child.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if section is not None:
            yield WordSheet(tuple(items), _orientation(section))
            items = []
    if items:
        yield WordSheet(tuple(items), Orientation.PORTRAIT)


def _orientation(section: Any) -> Orientation:
    size = section.find(qn("w:pgSz"))
    width, height = (size.get(qn(f"w:{side}"), "0") if size is not None else "0" for side in ("w", "h"))
    return Orientation.LANDSCAPE if float(width) > float(height) else Orientation.PORTRAIT


def _wrapped(parent: Any, tag: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == qn(tag):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _wrapped(child, tag)


def _runs(element: Any) -> Iterator[Run]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == qn("w:r"):
            yield _run(child)
        yield from _runs(child)


def _run(element: Any) -> Run:
    text = "".join(nfc(child.text or "") if child.tag == qn("w:t") else _SIGNS.get(child.tag, "") for child in element)
    return Run(text, _is_on(element, "w:b"), _is_on(element, "w:i"))


def _is_on(element: Any, tag: str) -> bool:
    mark = element.find(f"{qn('w:rPr')}/{qn(tag)}")
    return mark is not None and mark.get(qn("w:val"), "true") not in ("0", "false", "off")
