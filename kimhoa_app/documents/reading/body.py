"""The text of a document: sections by their labels and headings, and the sentences that close it."""

from collections.abc import Sequence
from dataclasses import replace

from kimhoa_app.documents.model import Align, Block, Paragraph, Place, Section
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.labels import Label, split_label
from kimhoa_app.documents.reading.lines import Item, Line
from kimhoa_app.documents.reading.runs import first_of, text_of, without_start
from kimhoa_app.documents.reading.section_tree import BOLD, CAPITALS, LEVEL, SectionTree
from kimhoa_app.documents.reading.text_tables import light_table
from kimhoa_app.documents.reading.word_text import is_bold, table_of
from kimhoa_app.documents.wording import END_MARK

_ALIGN = {"center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT, "left": Align.LEFT, "start": Align.LEFT}
_STRUCTURE = ("part", "chapter", "division", "subdivision")
_LONGEST_HEADING = 160
_LONGEST_WITH_COLON = 100
_LONGEST_STRUCTURE = 250
_STOPS = (".", ";", ",", "!", "?", "/", "…")
_CLOSES = "Trên đây"
_CLOSING_LINES = 8  # from the end, among which the closing sentences begin


class BodyReader:
    """Reads the items between the preamble and the foot."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._tree = SectionTree()
        self._headed: set[str] = set()

    def read(self) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """Return what stands before the first section, and the sections."""
        index = 0
        while index < len(self._items):
            index += self._take(index)
        return self._tree.finished()

    def _take(self, index: int) -> int:
        """Put the item at `index` where it belongs; returns how many items that used."""
        item = self._items[index]
        if not isinstance(item, Line):
            self._tree.add(table_of(item))
            return 1
        table, used = light_table(self._items, index)
        if table is not None:
            self._tree.add(table)
            return used
        labelled = split_label(item.text)
        if labelled is not None and self._is_label(*labelled, item):
            return self._take_labelled(index, item, *labelled)
        kind = self._unlabelled_heading(index, item)
        if kind:
            self._tree.begin(Label("", kind), item.text, Place(item.number))
        else:
            self._tree.add(paragraph_of(item))
        return 1

    def _is_label(self, label: Label, end: int, line: Line) -> bool:
        rest = line.text[end:]
        return label.kind != "capital" or marks.is_capitals(rest) or is_bold(line.runs)

    def _take_labelled(self, index: int, line: Line, label: Label, end: int) -> int:
        place, rest = Place(line.number), line.text[end:]
        following = self._line(index + 1)
        if not rest and following is not None and self._is_heading_below(label, following):
            self._tree.begin(label, following.text, place)
            return 2
        if label.kind in _STRUCTURE:
            rest = rest.lstrip("-–: ")
        if rest and self._is_heading(index, line, label, rest, end):
            self._headed.add(label.kind)
            self._tree.begin(label, rest, place)
            return 1
        self._tree.begin(label, "", place)
        if rest:
            self._tree.add(paragraph_of(line, end))
        return 1

    def _is_heading_below(self, label: Label, following: Line) -> bool:
        """Return whether the line after a label on its own is its heading."""
        if split_label(following.text) or len(following.text) > _LONGEST_STRUCTURE:
            return False
        if label.kind in _STRUCTURE:
            return following.text.isupper() or following.is_bold or not following.text.endswith(_STOPS)
        return marks.is_capitals(following.text)

    def _is_heading(self, index: int, line: Line, label: Label, rest: str, end: int) -> bool:
        if line.level is not None or marks.is_capitals(rest) or label.kind in _STRUCTURE:
            return len(rest) <= _LONGEST_STRUCTURE
        if len(rest) > _LONGEST_HEADING or rest.endswith(_STOPS):
            return False
        if label.kind == "roman" or (
            is_bold(without_start(line.runs, end)) or (line.is_bold and not is_bold(line.runs))
        ):
            return True
        if rest.endswith(":") and (len(rest) > _LONGEST_WITH_COLON or label.kind == "article"):
            return False
        return self._has_content(index, label)

    def _has_content(self, index: int, label: Label) -> bool:
        """Return whether something stands under the label at `index`, or under its like before it."""
        if index + 1 >= len(self._items):
            return False
        following = self._line(index + 1)
        if following is None:
            return True
        found = split_label(following.text)
        if found is None or not self._is_label(*found, following):
            return not following.text.startswith(_CLOSES)
        if found[0].kind == label.kind or self._tree.holds(found[0].kind, label.kind):
            return label.kind in self._headed and found[0].kind == label.kind
        return True

    def _unlabelled_heading(self, index: int, line: Line) -> str:
        """Return what makes a line without a label a heading, "" when nothing does."""
        text = line.text
        if len(text) > _LONGEST_HEADING or marks.BULLET.match(text) or index + 1 >= len(self._items):
            return ""
        if line.level is not None:
            return f"{LEVEL}{line.level}"
        if text.endswith(_STOPS) or text.startswith("(") or text.isdecimal():
            return ""
        if marks.is_capitals(text) and " " in text:
            return CAPITALS
        return BOLD if line.is_bold and not self._is_bold_throughout(index) else ""

    def _is_bold_throughout(self, index: int) -> bool:
        following = self._line(index + 1)
        return following is not None and following.is_bold and not split_label(following.text)

    def _line(self, index: int) -> Line | None:
        item = self._items[index] if index < len(self._items) else None
        return item if isinstance(item, Line) else None


def paragraph_of(line: Line, start: int = 0) -> Paragraph:
    """Return a line as a paragraph, from the character `start` on."""
    align = _ALIGN.get(line.align, Align.JUSTIFY)
    return Paragraph(without_start(line.runs, start), align, indent=align is Align.JUSTIFY, place=Place(line.number))


def closing_start(items: Sequence[Item], *, has_end_mark: bool) -> int:
    """Return the index at which the sentences that close a text begin, the number of items where none do.

    They begin with "Trên đây", or are the last paragraph where it speaks of the whole document and the end mark
    follows it; a paragraph that is all a heading has under it belongs to the heading.
    """
    end = len(items)
    for index in range(end - 1, max(-1, end - 1 - _CLOSING_LINES), -1):
        line = items[index]
        if (
            not isinstance(line, Line)
            or split_label(line.text)
            or marks.BULLET.match(line.text)
            or line.level is not None
        ):
            break
        if line.text.startswith(_CLOSES):
            return index
    last, before = (items[end - 1], items[end - 2]) if end > 1 else (None, None)
    is_plain = isinstance(last, Line) and not split_label(last.text) and marks.CLOSING.match(last.text) is not None
    is_apart = not isinstance(before, Line) or before.text.endswith(_STOPS)
    if has_end_mark and is_plain and is_apart and any(map(_is_labelled, items[: end - 1])):
        return end - 1
    return end


def without_end_mark(items: Sequence[Item]) -> tuple[list[Item], bool]:
    """Return `items` without the mark "./." after their last line, and whether it stood there."""
    last = items[-1] if items else None
    if not isinstance(last, Line) or not last.text.endswith(END_MARK):
        return list(items), False
    runs = first_of(last.runs, len(last.text) - len(END_MARK))
    left = [replace(last, runs=runs, text=text_of(runs))] if runs else []
    return [*items[:-1], *left], True


def _is_labelled(item: Item) -> bool:
    if not isinstance(item, Line):
        return False
    return split_label(item.text) is not None or item.level is not None or item.is_bold or item.text.isupper()
