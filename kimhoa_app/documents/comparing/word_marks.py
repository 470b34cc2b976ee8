"""The words that differ between two texts that answer to each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from kimhoa_app.documents.comparing.alignment import common_head

_PIECE = re.compile(r"(\w+|[^\w\s]|)(\s*)")
_UNRELATED = 0.25  # share in common below which two texts are marked as a whole


class Mark(StrEnum):
    """How a stretch stands to the text beside it."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ComparedRun:
    """A stretch of a text with its mark."""

    text: str
    mark: Mark = Mark.SAME


Runs = tuple[ComparedRun, ...]


def marked_words(left: str, right: str) -> tuple[Runs, Runs]:
    """Return both texts as runs with their marks.

    What only the left has is removed, what only the right has added, what both have instead of each other changed.
    """
    lefts, rights = _pieces(left), _pieces(right)
    words, other_words = [word for word, _space in lefts], [word for word, _space in rights]
    head = common_head(words, other_words)
    tail = common_head(words[head:][::-1], other_words[head:][::-1])
    end, other_end = len(words) - tail, len(other_words) - tail
    steps = [
        *_equal(lefts[:head], rights[:head]),
        *_steps(lefts[head:end], rights[head:other_end]),
        *_equal(lefts[end:], rights[other_end:]),
    ]
    made: tuple[list[ComparedRun], list[ComparedRun]] = ([], [])
    for mark, before, after in _joined(steps):
        for side, words_there in zip(made, (before, after), strict=True):
            if words_there:
                side.append(ComparedRun(words_there, mark))
    return tuple(made[0]), tuple(made[1])


Piece = tuple[str, str]
Step = tuple[Mark, str, str]


def _pieces(text: str) -> list[Piece]:
    """Return each word or stop with the space behind it."""
    return [(found[1], found[2]) for found in _PIECE.finditer(text)]


def _steps(lefts: list[Piece], rights: list[Piece]) -> Iterator[Step]:
    matcher = SequenceMatcher(None, [word for word, _space in lefts], [word for word, _space in rights])
    if lefts and rights and matcher.quick_ratio() < _UNRELATED:
        yield from _replaced(_text(lefts), _text(rights))
        return
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        before, after = lefts[start:end], rights[other_start:other_end]
        if tag == "equal":
            yield from _equal(before, after)
        else:
            yield from _replaced(_text(before), _text(after))


def _replaced(before: str, after: str) -> Iterator[Step]:
    """Yield what differs, without the space behind that both have."""
    space = before[len(before.rstrip()) :]
    if before and after and space == after[len(after.rstrip()) :]:
        yield _different(before.rstrip(), after.rstrip())
        yield Mark.SAME, space, space
    else:
        yield _different(before, after)


def _equal(lefts: Sequence[Piece], rights: Sequence[Piece]) -> Iterator[Step]:
    """Yield equal words, and between them the spaces that are not equal."""
    for (word, space), (_word, other_space) in zip(lefts, rights, strict=True):
        yield Mark.SAME, word, word
        yield (Mark.SAME, space, space) if space == other_space else _different(space, other_space)


def _joined(steps: Sequence[Step]) -> Iterator[Step]:
    """Yield the steps with neighbours of a kind as one, and a stop between two differences as part of them."""
    held = (Mark.SAME, "", "")
    stop = ""
    for mark, before, after in steps:
        if mark is Mark.SAME and held[0] is not Mark.SAME and not any(map(str.isalnum, before)):
            stop += before
        elif mark is Mark.SAME and held[0] is Mark.SAME:
            held = (Mark.SAME, held[1] + before, held[2] + after)
        elif mark is not Mark.SAME and held[0] is not Mark.SAME:
            held = _different(held[1] + stop + before, held[2] + stop + after)
            stop = ""
        else:
            yield held
            held, stop = (mark, stop + before, stop + after), ""
    yield held
    yield Mark.SAME, stop, stop


def _different(before: str, after: str) -> Step:
    return Mark.CHANGED if before and after else Mark.REMOVED if before else Mark.ADDED, before, after


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(word + space for word, space in pieces)
