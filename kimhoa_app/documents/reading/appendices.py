"""The appendices of a document: label, title, what they belong to, and what they hold."""

import re
from collections.abc import Sequence

from kimhoa_app.documents.model import Appendix, Block, Place
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.body import paragraph_of
from kimhoa_app.documents.reading.foot import begins_a_list
from kimhoa_app.documents.reading.lines import Item, Line
from kimhoa_app.documents.reading.text_tables import light_table
from kimhoa_app.documents.reading.word_text import table_of

_LONGEST_TITLE = 250
_CLOSING = re.compile(r"^\(?(?:Danh sách (?:này )?(?:có|gồm)|Tổng cộng|Tổng số)\b")


def read_appendices(items: Sequence[Item]) -> tuple[Appendix, ...]:
    """Return the appendices that follow each other in `items`, the first of which begins with its first line."""
    starts = [0]
    for index in range(1, len(items)):
        if _begins(items, index, starts[-1]):
            starts.append(index)
    ends = [*starts[1:], len(items)]
    return tuple(_appendix(items[start:end]) for start, end in zip(starts, ends, strict=True))


def _begins(items: Sequence[Item], index: int, start: int) -> bool:
    line = items[index]
    if not isinstance(line, Line) or len(line.text) > _LONGEST_TITLE:
        return False
    if marks.APPENDIX.match(line.text):
        return True
    has_content = any(not isinstance(item, Line) or item.text.endswith(".") for item in items[start:index][-3:])
    return begins_a_list(line.text) and has_content


def _appendix(items: Sequence[Item]) -> Appendix:
    first = items[0]
    assert isinstance(first, Line)
    labelled = marks.APPENDIX.match(first.text)
    heading = labelled["heading"] if labelled else ""
    titles = [labelled["title"] or ""] if labelled else [first.text]
    index = 1
    while index < len(items) and isinstance(line := items[index], Line) and _is_title(line, titles):
        titles.append(line.text)
        index += 1
    reference = ""
    if index < len(items) and isinstance(line := items[index], Line) and marks.APPENDIX_REFERENCE.match(line.text):
        reference = line.text
        index += 1
    blocks, closing = _content(items[index:])
    title = " ".join(filter(None, titles))
    return Appendix(heading, title, reference, blocks, closing, place=Place(first.number))


def _is_title(line: Line, titles: Sequence[str]) -> bool:
    if len(line.text) > _LONGEST_TITLE or marks.APPENDIX_REFERENCE.match(line.text) or "\t" in line.text:
        return False
    if line.text.endswith((".", ";", ":")) or line.text.startswith("|"):
        return False
    if line.text.isupper() and not any(titles):
        return True
    return line.align == "center" or (line.text.isupper() and line.is_bold) or not any(titles)


def _content(items: Sequence[Item]) -> tuple[tuple[Block, ...], str]:
    blocks: list[Block] = []
    last = items[-1] if items else None
    closing = last.text if isinstance(last, Line) and _CLOSING.match(last.text) and len(items) > 1 else ""
    index, end = 0, len(items) - bool(closing)
    while index < end:
        item = items[index]
        table, used = light_table(items[:end], index) if isinstance(item, Line) else (table_of(item), 1)
        if table is not None:
            blocks.append(table)
        elif isinstance(item, Line):
            blocks.append(paragraph_of(item))
        index += used or 1
    return tuple(blocks), closing
