"""Lines that were broken in the middle of a sentence, by a page, a column width or a hard break, made one again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kimhoa_app.documents.model import Run
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.labels import split_label
from kimhoa_app.documents.reading.lines import Item, Line
from kimhoa_app.documents.reading.runs import joined

_ENDS = tuple(".;:!?/")
_WIDEST = 130  # characters of a line that was broken at a column
_NARROWEST = 40
_FULL = 0.7  # of the width, from which a line may be one that was broken
_MANY = 0.4  # share of full lines by which a text counts as broken at a column
_SLACK = 3
_LABEL_LENGTH = 8  # after which a tab parts columns, not a label from its text
_EXPECTING = re.compile(
    r"(?:\b(?:số|ngày|tháng|năm|Điều|khoản|điểm|từ|đến|và|hoặc|của|các|là|theo)|[,(-])$", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(r"-?\s*\d{1,3}\s*-?")
_COLUMNS_APART = re.compile(r"\t|\s{4,}")


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the lines of a text are broken: its `width` in characters, 0 where they are not, and if gaps part them."""

    width: int
    has_gaps: bool


def join_lines(items: Sequence[Item]) -> tuple[list[Item], list[Line]]:
    """Return the items with broken lines joined, and the page numbers that stood inside a sentence.

    Labels, list items, headings and the lines of a letterhead, of recipients and of signatures begin anew.
    """
    shape = _shape_of(items)
    result: list[Item] = []
    page_numbers: list[Line] = []
    pieces: list[Line] = []
    index = 0
    while index < len(items):
        item = items[index]
        after = items[index + 1] if index + 1 < len(items) else None
        if pieces and _is_page_number(item) and isinstance(after, Line) and _goes_on(pieces[-1], after, shape):
            page_numbers.append(item)  # type: ignore[arg-type]
        elif pieces and isinstance(item, Line) and _goes_on(pieces[-1], item, shape):
            pieces.append(item)
        else:
            result += _as_one(pieces)
            pieces = [item] if isinstance(item, Line) else []
            result += [] if isinstance(item, Line) else [item]
        index += 1
    return [*result, *_as_one(pieces)], page_numbers


def _shape_of(items: Sequence[Item]) -> _Shape:
    lengths = sorted(len(item.text) + item.lead for item in items if isinstance(item, Line))
    if len(lengths) < 4:
        return _Shape(0, has_gaps=False)
    width = lengths[-1]
    full = sum(length >= _FULL * width for length in lengths)
    gaps = sum(item.after_gap for item in items if isinstance(item, Line))
    is_broken = _NARROWEST <= width <= _WIDEST and full >= max(3, _MANY * len(lengths))
    return _Shape(width if is_broken else 0, has_gaps=gaps > len(lengths) // 20)


def _goes_on(line: Line, following: Line, shape: _Shape) -> bool:
    """Return whether `following` goes on with the sentence that `line` has begun."""
    if line.cell != following.cell or line.level is not None or following.level is not None:
        return False
    text, then = line.text, following.text
    if _is_fixed(text) or _is_fixed(then):
        return False
    if marks.is_capitals(text) or marks.is_capitals(then):
        return _is_broken_heading(line, following)
    is_full = bool(shape.width) and _is_full(line, then, shape.width)
    is_open = not text.endswith(_ENDS)
    if marks.BULLET.match(then) and not then[0].isalnum() and then[0] not in "“\"'(":
        return is_full and is_open and not following.after_gap and line.lead >= following.lead
    label = split_label(then)
    if label is not None:
        expecting = _EXPECTING.search(text[-12:]) is not None
        return is_full and is_open and not following.after_gap and expecting and label[0].kind in ("number", "letter")
    if then[0].islower():
        return is_open or (is_full and not following.after_gap)
    if not is_full or following.after_gap:
        return is_open and then[0].isdigit() and _EXPECTING.search(text[-12:]) is not None
    return is_open or (shape.has_gaps and following.lead <= line.lead)


def _is_full(line: Line, then: str, width: int) -> bool:
    """Return whether the first word of the next line would not have fitted on this one."""
    first = then.split(maxsplit=1)[0]
    return line.lead + len(line.text) + 1 + len(first) >= width - _SLACK


def _is_fixed(text: str) -> bool:
    """Return whether a line stands for itself, in the head or the foot of a document."""
    if len(text) > marks.SHORT:
        return False
    patterns = (marks.NUMBER, marks.DATE, marks.RECIPIENTS, marks.AUTHORITY, marks.NOTE, marks.APPENDIX)
    return (
        any(pattern.match(text) for pattern in patterns)
        or marks.is_nation_or_motto(text)
        or marks.is_rule(text)
        or marks.title_of(text) is not None
        or _COLUMNS_APART.search(text, _LABEL_LENGTH) is not None
        or text.startswith("|")
    )


def _is_broken_heading(line: Line, following: Line) -> bool:
    """Return whether a heading in capitals goes on: "II. NHIỆM VỤ VÀ GIẢI PHÁP" and "TRỌNG TÂM"."""
    both = marks.is_capitals(line.text) and following.text.isupper()
    begins = split_label(line.text) is not None and split_label(following.text) is None
    return both and begins and not following.after_gap and len(line.text) >= _NARROWEST


def _is_page_number(item: Item) -> bool:
    return isinstance(item, Line) and _PAGE_NUMBER.fullmatch(item.text) is not None


def _as_one(pieces: Sequence[Line]) -> list[Item]:
    if len(pieces) < 2:
        return list(pieces)
    runs: list[Run] = []
    for piece in pieces:
        if runs:
            same = (runs[-1].bold, runs[-1].italic) == (piece.runs[0].bold, piece.runs[0].italic)
            runs.append(replace(runs[-1] if same else Run(""), text=" "))
        runs += piece.runs
    whole = joined(runs)
    is_bold = all(piece.is_bold for piece in pieces)
    return [replace(pieces[0], runs=whole, text="".join(run.text for run in whole), is_bold=is_bold)]
