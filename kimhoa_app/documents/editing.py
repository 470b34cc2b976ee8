r"""A section edited as light text, and read back: the markup of templates without placeholders (docs/templates.md).

Two ways to read: strictly, where a line that is no markup is refused, and as typed, where such a line stays a text of
its own, so that nothing is lost while a person is still typing it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kimhoa_app.documents.model import (
    Align,
    Block,
    Column,
    IssueDate,
    OfficialDocument,
    Row,
    Section,
    Table,
)
from kimhoa_app.documents.reading.labels import split_label
from kimhoa_app.documents.templating.body import ALIGN_WORDS, CENTERED, FLUSH, TABLE, BodyBuilder, Line
from kimhoa_app.documents.templating.inline import runs_text
from kimhoa_app.documents.templating.protection import with_escapes_resolved
from kimhoa_app.documents.templating.template import TemplateError
from kimhoa_app.text.normal import nfc

Path = tuple[int, ...]

_LEADING = ("#", "@", "|")
_WORDS = {align: word for word, align in ALIGN_WORDS.items()}


def section_text(section: Section, depth: int = 0) -> str:
    """Return a section, its heading and everything in it as light text; `depth` is 0 for an outermost section."""
    return "\n".join(_section_lines(section, depth))


def with_typed_section(document: OfficialDocument, path: Path, text: str) -> tuple[OfficialDocument, str]:
    """Return the document with the section at `path` as typed, and what is wrong with the text, "" when nothing is.

    A line that is no markup stays as text; text above the first heading becomes a section without a heading. Raises
    LookupError for a path that leads nowhere.
    """
    depth = len(path) - 1
    before, sections, complaint = _read_as_typed(text, depth)
    if before:
        sections = (Section("", "", before), *sections)
        complaint = complaint or _heading_wanted(depth)
    return replace(document, sections=_put(document.sections, path, sections)), complaint


def blocks_text(blocks: Sequence[Block]) -> str:
    """Return paragraphs and tables as light text, a line for each paragraph, head and row."""
    return "\n".join(line for block in blocks for line in block_lines(block))


def typed_blocks(text: str) -> tuple[tuple[Block, ...], str]:
    """Return the paragraphs and tables that a text without headings holds, and what is wrong with it, "" when nothing.

    A line that is no markup stays as text, a heading among them.
    """
    before, sections, complaint = _read_as_typed(text, 0)
    if not sections:
        return before, complaint
    guarded = "\n".join(_guarded(line.strip()) if line.strip().startswith("#") else line for line in text.split("\n"))
    return _read_as_typed(guarded, 0)[0], "Phần này không có đề mục; dòng bắt đầu bằng “#” được giữ là chữ thường."


def section_at(document: OfficialDocument, path: Path) -> Section:
    """Return the section at `path`; raises LookupError for a path that leads nowhere."""
    section = document.sections[path[0]]
    for index in path[1:]:
        section = section.children[index]
    return section


def with_number(document: OfficialDocument, number: str, day: date) -> OfficialDocument:
    """Return the document with number and day of issue in its letterhead."""
    if document.letterhead is None:
        return document
    issued = IssueDate(day.year, day.month, day.day)
    return replace(document, letterhead=replace(document.letterhead, number=number, date=issued))


def _read_as_typed(text: str, outer_depth: int) -> tuple[tuple[Block, ...], tuple[Section, ...], str]:
    lines = _lines(text)
    complaint = ""
    while True:
        try:
            return (*_read(lines, outer_depth), complaint)
        except TemplateError as error:
            complaint = complaint or _about_line(error)
            at_fault = (error.line or 1) - 1  # every line that is read carries its number
            lines[at_fault] = "\\" + lines[at_fault]


def _read(lines: Sequence[str], outer_depth: int) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    builder = BodyBuilder(outer_depth)
    for number, line in enumerate(lines, start=1):
        if line:
            builder.take(Line(with_escapes_resolved(line), number))
    before, sections = builder.finished()
    return before, tuple(map(_with_its_label, sections))


def _with_its_label(section: Section) -> Section:
    """Return the section with the label that its heading begins with where only a document that was read has such."""
    children = tuple(map(_with_its_label, section.children))
    found = None if section.label else split_label(section.heading)
    if found is None:
        return replace(section, children=children)
    label, end = found
    return replace(section, label=label.text, heading=section.heading[end:], children=children)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in nfc(text).replace("\r\n", "\n").split("\n")]


def _about_line(error: TemplateError) -> str:
    return error.message.replace(" của mẫu", "")


def _heading_wanted(outer_depth: int) -> str:
    return f"Dòng đầu phải là đề mục, ví dụ “{'#' * (outer_depth + 1)} 1. Mục đích”."


def _put(sections: tuple[Section, ...], path: Path, made: tuple[Section, ...]) -> tuple[Section, ...]:
    index, rest = path[0], path[1:]
    old = sections[index]
    new = made if not rest else (replace(old, children=_put(old.children, rest, made)),)
    return (*sections[:index], *new, *sections[index + 1 :])


def _section_lines(section: Section, depth: int) -> Iterator[str]:
    yield f"{'#' * (depth + 1)} {_escaped_inside(f'{section.label} {section.heading}'.strip())}".rstrip()
    for block in section.blocks:
        yield from block_lines(block)
    for child in section.children:
        yield from _section_lines(child, depth + 1)


def block_lines(block: Block) -> Iterator[str]:
    """Yield the lines of light text that a paragraph or a table makes; an empty paragraph makes none."""
    if isinstance(block, Table):
        yield f"@{TABLE}: " + " | ".join(map(_column_text, block.columns))
        yield from map(_row_text, block.rows)
        return
    text = " ".join(runs_text(block.runs).split("\n")).strip()
    if block.align is Align.CENTER:
        yield f"@{CENTERED}: {text}"
    elif not block.indent:
        yield f"@{FLUSH}: {text}"
    elif text:
        yield _guarded(text)


def _column_text(column: Column) -> str:
    return f"{_cell_text(column.heading)} [{column.width:g}, {_WORDS[column.align]}]"


def _row_text(row: Row) -> str:
    if row.span:
        return f"|= {_cell_text(' '.join(row.cells))}"
    return f"|{'*' if row.bold else ''} {' | '.join(map(_cell_text, row.cells))} |"


def _cell_text(text: str) -> str:
    return _escaped_inside(" ".join(text.split())).replace("|", r"\|").replace("[", r"\[")


def _escaped_inside(text: str) -> str:
    return text.replace("\\", r"\\")


def _guarded(text: str) -> str:
    return "\\" + text if text.startswith(_LEADING) else text
