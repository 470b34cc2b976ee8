"""Which sheets the tables of a document make, each with the words that belong to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kimhoa_app.documents.model import Block, OfficialDocument, Table
from kimhoa_app.documents.wording import end_marked

_NAME_LENGTH = 31  # a limit of the .xlsx format, as are the signs that a name may not hold
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LABEL = re.compile(r"(?:[IVXLC]+|[A-Z]|\d+)[.)]\s+")


@dataclass(frozen=True, slots=True)
class ListSheet:
    """One sheet: the lines above the table, the table, the lines below it, and a name that Excel takes."""

    name: str
    above: tuple[str, ...]
    table: Table
    below: tuple[str, ...] = ()


def list_sheets(document: OfficialDocument) -> list[ListSheet]:
    """Return a sheet for each table of `document`, in reading order.

    A sheet is printed and handed in by itself, so the closing words stand on all of them. Words that belong to no table
    go with the next one.
    """
    marked = end_marked(document)
    sheets: list[ListSheet] = []
    waiting = [paragraph.text for paragraph in marked.opening]
    for heading, blocks in _parts(marked):
        waiting.extend([heading] if heading else [])
        has_table = False
        for block in blocks:
            if isinstance(block, Table):
                sheets.append(ListSheet(heading or marked.subject or marked.title, tuple(waiting), block))
                waiting, has_table = [], True
            elif has_table:
                sheets[-1] = replace(sheets[-1], below=(*sheets[-1].below, block.text))
            else:
                waiting.append(block.text)
    closing = (*waiting, *(paragraph.text for paragraph in marked.closing))
    return _with_legal_names([replace(sheet, below=(*sheet.below, *closing)) for sheet in sheets])


def _parts(document: OfficialDocument) -> Iterator[tuple[str, tuple[Block, ...]]]:
    yield "", document.blocks
    for _, section in document.walk_sections():
        yield f"{section.label} {section.heading}".strip(), section.blocks
    for appendix in document.appendices:
        yield appendix.title, appendix.blocks


def _with_legal_names(sheets: list[ListSheet]) -> list[ListSheet]:
    taken: set[str] = set()
    named = []
    for sheet in sheets:
        name = _free_name(_legal_name(sheet.name), taken)
        taken.add(name.casefold())
        named.append(replace(sheet, name=name))
    return named


def _legal_name(heading: str) -> str:
    bare = " ".join(_NOT_IN_NAMES.sub(" ", _LABEL.sub("", heading, count=1)).split())
    return bare.capitalize()[:_NAME_LENGTH].strip() if bare.isupper() else bare[:_NAME_LENGTH].strip() or "Danh sách"


def _free_name(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        ending = f" ({number})"
        free = f"{name[: _NAME_LENGTH - len(ending)]}{ending}"
    return free
