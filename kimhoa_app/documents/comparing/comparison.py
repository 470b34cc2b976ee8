"""Two documents compared: rows of what stands on the left and what answers to it on the right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kimhoa_app.documents.comparing.alignment import Item, Pair, aligned, alike
from kimhoa_app.documents.comparing.lines import ComparedLine, compared_lines
from kimhoa_app.documents.comparing.word_marks import ComparedRun, Mark, Runs, marked_words
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.texts import Spot

MOVED_ALIKE = 0.8  # share of words in common from which a line that is gone is the one that came elsewhere
MOVED_WORDS = 4  # a shorter line is not followed: "Lưu: VT" stands anywhere


class RowChange(StrEnum):
    """How a row stands: moved rows have one side only, and `other` leads to where the other side is."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One side of a row: its text as runs, and where it stands in its document."""

    runs: Runs
    spot: Spot

    @property
    def text(self) -> str:
        """The text without its marks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A paragraph on the left beside the one on the right that answers to it; None where there is none.

    `other` is the number of the row that holds the other side of a moved one.
    """

    change: RowChange
    left: ComparedSide | None = None
    right: ComparedSide | None = None
    other: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All rows in reading order."""

    rows: tuple[ComparedRow, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether both documents say the same."""
        return all(row.change is RowChange.SAME for row in self.rows)

    @property
    def differences(self) -> tuple[int, ...]:
        """The number of the row where each difference begins; rows that went and came in one place are one."""
        return tuple(
            number
            for number, row in enumerate(self.rows)
            if row.change is not RowChange.SAME and not (number and _goes_on(self.rows[number - 1], row))
        )


def compare(left: OfficialDocument, right: OfficialDocument) -> Comparison:
    """Return both documents beside each other, by their words; a section that stands elsewhere is known as moved.

    Only what is read is compared: letters that are merely bold on one side do not differ.
    """
    lefts, rights = compared_lines(left), compared_lines(right)
    items_left = [Item(line.words.strip()) for line in lefts]
    items_right = [Item(line.words.strip()) for line in rights]
    pairs = aligned(items_left, items_right)
    moved = _moved(items_left, items_right, pairs)
    rows = list(_rows(lefts, rights, pairs, moved))
    return Comparison(_with_others(rows, moved))


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A row with the places of its lines, from which the two rows of a move find each other."""

    row: ComparedRow
    left: int | None
    right: int | None


def _rows(
    lefts: Sequence[ComparedLine], rights: Sequence[ComparedLine], pairs: Sequence[Pair], moved: Sequence[Pair]
) -> Iterator[_Numbered]:
    """Yield the rows; what stands on the left alone comes before what stands on the right alone."""
    went = {left: marked_words(lefts[left].text, rights[right].text)[0] for left, right in moved}
    came = {right: marked_words(lefts[left].text, rights[right].text)[1] for left, right in moved}
    at_left = at_right = 0
    for left, right in (*pairs, (len(lefts), len(rights))):
        for place in range(at_left, left):
            line, change = lefts[place], RowChange.MOVED if place in went else RowChange.REMOVED
            side = ComparedSide(went.get(place) or (ComparedRun(line.text, Mark.REMOVED),), line.spot)
            yield _Numbered(ComparedRow(change, left=side), place, None)
        for place in range(at_right, right):
            line, change = rights[place], RowChange.MOVED if place in came else RowChange.ADDED
            side = ComparedSide(came.get(place) or (ComparedRun(line.text, Mark.ADDED),), line.spot)
            yield _Numbered(ComparedRow(change, right=side), None, place)
        if left < len(lefts):
            yield _Numbered(_beside(lefts[left], rights[right]), left, right)
        at_left, at_right = left + 1, right + 1


def _beside(left: ComparedLine, right: ComparedLine) -> ComparedRow:
    if left.text == right.text:
        runs = (ComparedRun(left.text),)
        return ComparedRow(RowChange.SAME, ComparedSide(runs, left.spot), ComparedSide(runs, right.spot))
    before, after = marked_words(left.text, right.text)
    return ComparedRow(RowChange.CHANGED, ComparedSide(before, left.spot), ComparedSide(after, right.spot))


def _moved(lefts: Sequence[Item], rights: Sequence[Item], pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs among what is left over that are the same line at another place."""
    taken_left, taken_right = {left for left, _right in pairs}, {right for _left, right in pairs}
    gone = [n for n, item in enumerate(lefts) if n not in taken_left and item.size >= MOVED_WORDS]
    came = [n for n, item in enumerate(rights) if n not in taken_right and item.size >= MOVED_WORDS]
    by_word: dict[str, list[int]] = {}
    for place in came:
        for word in rights[place].counts:
            by_word.setdefault(word, []).append(place)
    found: list[Pair] = []
    free = set(came)
    for place in gone:
        words = sorted(lefts[place].counts, key=lambda word: len(by_word.get(word, ())))[:MOVED_WORDS]
        near = [other for word in words for other in by_word.get(word, ())[:50] if other in free]
        likest = max(near, key=lambda other: alike(lefts[place], rights[other]), default=None)
        if likest is not None and alike(lefts[place], rights[likest]) >= MOVED_ALIKE:
            found.append((place, likest))
            free.discard(likest)
    return found


def _with_others(rows: Sequence[_Numbered], moved: Sequence[Pair]) -> tuple[ComparedRow, ...]:
    at_left = {each.left: number for number, each in enumerate(rows) if each.left is not None}
    at_right = {each.right: number for number, each in enumerate(rows) if each.right is not None}
    others: dict[int, int] = {}
    for left, right in moved:
        others[at_left[left]] = at_right[right]
        others[at_right[right]] = at_left[left]
    return tuple(replace(each.row, other=others.get(number)) for number, each in enumerate(rows))


def _goes_on(before: ComparedRow, row: ComparedRow) -> bool:
    replaced = {RowChange.REMOVED, RowChange.ADDED}
    if row.change is RowChange.MOVED:
        return before.change is RowChange.MOVED and (before.left is None) == (row.left is None)
    return row.change in replaced and before.change in replaced
