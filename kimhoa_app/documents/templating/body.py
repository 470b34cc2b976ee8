"""The markup of a body: sections, paragraphs and tables, one line each.

# I. NỘI DUNG            a section; `##` and `###` are sections inside it
## 1.                    a label alone stands before the paragraph that follows
- Văn bản                any other line is a paragraph, with **bold** and *italic*
@giữa: Văn bản           a centred paragraph; `@sát lề:` one without indent
@bảng: TT [6, giữa] | Nội dung [40] | Thời hạn [20, giữa]
| 1 | Việc thứ nhất | Tháng 01 |
|* Cộng | 1 việc | |     a row in bold
|= I. TẬP THỂ            a heading across all columns
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kimhoa_app.documents.model import Align, Block, Column, Paragraph, Row, Section, Table
from kimhoa_app.documents.reading.labels import split_label
from kimhoa_app.documents.templating.inline import parse_runs, styled_stretches
from kimhoa_app.documents.templating.protection import unprotected
from kimhoa_app.documents.templating.template import TemplateError

DEEPEST = 4
TABLE = "bảng"
CENTERED = "giữa"
FLUSH = "sát lề"
ALIGN_WORDS = {"trái": Align.LEFT, "giữa": Align.CENTER, "phải": Align.RIGHT, "đều": Align.JUSTIFY}
LABEL = re.compile(r"((?:Điều \d+|[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)])(?:\s+(.*))?")
_HEADING = re.compile(r"(#+)\s*(.*)")
_DIRECTIVE = re.compile(r"@([^:]+?)\s*(?::\s*(.*))?")
_COLUMN = re.compile(r"(.*?)\s*\[\s*(\d+(?:\.\d+)?)\s*(?:,\s*(\w+)\s*)?\]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of markup with its number in the file, None where it has none; signs of values in it are protected."""

    text: str
    number: int | None = None

    @property
    def directive(self) -> tuple[str, str] | None:
        """The name and the words of a line that begins with `@`, None for another line."""
        found = _DIRECTIVE.fullmatch(self.text)
        return (found.group(1).lower(), (found.group(2) or "").strip()) if found else None


@dataclass(slots=True)
class _OpenSection:
    label: str = ""
    heading: str = ""
    blocks: list[Block] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)


class BodyBuilder:
    """Takes the lines of a body one after another and holds the blocks and sections they make."""

    def __init__(self, outer_depth: int = 0) -> None:
        self._outer_depth = outer_depth
        self._open = [_OpenSection()]

    def take(self, line: Line) -> None:
        """Add one line; raises `TemplateError` for a heading too deep, an unknown directive or an unfit row."""
        if line.text.startswith("#"):
            self._begin_section(line)
        elif line.text.startswith("|"):
            self._add_row(line)
        elif line.directive:
            self._open[-1].blocks.append(_directed_block(line, *line.directive))
        else:
            self._open[-1].blocks.append(Paragraph(parse_runs(line.text)))

    def finished(self) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """Return the blocks before the first section, and the outermost sections."""
        while len(self._open) > 1:
            self._close_section()
        return tuple(self._open[0].blocks), tuple(self._open[0].children)

    def _begin_section(self, line: Line) -> None:
        found = _HEADING.fullmatch(line.text)
        assert found is not None
        depth = len(found.group(1)) - self._outer_depth
        if not 1 <= depth <= len(self._open) or len(found.group(1)) > DEEPEST:
            raise TemplateError(f"đề mục “{found.group(1)}” không đúng bậc so với đề mục đứng trên nó.", line.number)
        while len(self._open) > depth:
            self._close_section()
        labelled = LABEL.fullmatch(found.group(2))
        label, heading = (labelled.group(1), labelled.group(2) or "") if labelled else ("", found.group(2))
        self._open.append(_OpenSection(unprotected(label), unprotected(heading)))

    def _close_section(self) -> None:
        closed = self._open.pop()
        section = Section(closed.label, closed.heading, tuple(closed.blocks), tuple(closed.children))
        self._open[-1].children.append(section)

    def _add_row(self, line: Line) -> None:
        blocks = self._open[-1].blocks
        table = blocks[-1] if blocks else None
        if not isinstance(table, Table):
            raise TemplateError("hàng của bảng phải đứng ngay sau dòng “@bảng:”.", line.number)
        blocks[-1] = Table(table.columns, (*table.rows, _row(line, len(table.columns))))


def text_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a line of markup, without its signs: those of a heading, of runs, of cells in order.

    A row is read as one whether or not a table stands before it, a line with another directive as a paragraph.
    """
    if text.startswith("#"):
        yield _heading_stretch(text)
    elif text.startswith("|"):
        yield from _between_bars(text, 2 if text[1:2] in ("=", "*") else 1)
    else:
        yield from _directed_stretches(text)


def split_cells(text: str) -> list[str]:
    """Return the parts between upright bars, stripped, with the signs of values back in place."""
    return [unprotected(cell.strip()) for cell in text.split("|")]


def _heading_stretch(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip("#").lstrip())
    labelled = LABEL.fullmatch(text, start)
    if labelled is None:
        foreign = split_label(text[start:])
        return start + (foreign[1] if foreign else 0), len(text)
    return labelled.span(2) if labelled.group(2) else (len(text), len(text))


def _directed_stretches(text: str) -> Iterator[tuple[int, int]]:
    directive = _DIRECTIVE.fullmatch(text)
    name = directive.group(1).lower() if directive else ""
    start = directive.start(2) if directive and directive.group(2) and name in (TABLE, CENTERED, FLUSH) else 0
    if name == TABLE:
        for first, last in _between_bars(text, start):
            column = _COLUMN.fullmatch(text[first:last].strip())
            yield first, text.rindex("[", first, last) if column else last
    else:
        yield from ((start + first, start + last) for first, last, _style in styled_stretches(text[start:]))


def _between_bars(text: str, start: int) -> Iterator[tuple[int, int]]:
    for part in text[start:].split("|"):
        yield start, start + len(part)
        start += len(part) + 1


def _directed_block(line: Line, name: str, words: str) -> Block:
    if name == TABLE:
        return Table(tuple(_column(part.strip(), line) for part in words.split("|")), ())
    if name == CENTERED:
        return Paragraph(parse_runs(words), Align.CENTER, indent=False)
    if name == FLUSH:
        return Paragraph(parse_runs(words), Align.LEFT, indent=False)
    raise TemplateError(f"không có chỉ dẫn “@{unprotected(name)}”.", line.number)


def _column(text: str, line: Line) -> Column:
    found = _COLUMN.fullmatch(text)
    align = ALIGN_WORDS.get(found.group(3) or "trái") if found else None
    if found is None or align is None or not float(found.group(2)):
        raise TemplateError(f"cột “{unprotected(text)}” phải viết như “Nội dung [40, giữa]”.", line.number)
    return Column(unprotected(found.group(1)), float(found.group(2)), align)


def _row(line: Line, width: int) -> Row:
    if line.text.startswith("|="):
        return Row((unprotected(line.text[2:].strip().removesuffix("|").strip()),), bold=True, span=True)
    bold = line.text.startswith("|*")
    cells = split_cells(line.text[2 if bold else 1 :].removesuffix("|"))
    if len(cells) != width:
        raise TemplateError(f"hàng có {len(cells)} ô mà bảng có {width} cột.", line.number)
    return Row(tuple(cells), bold=bold)
