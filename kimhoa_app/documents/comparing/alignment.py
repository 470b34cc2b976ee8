"""Which item of one list answers to which of another, in about linear time.

Items that stand once on both sides are anchors (the patience method); between two anchors those that resemble each
other most are paired. A large stretch without anchors is searched by its rare words, so that time does not grow with
the square of the length.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

Pair = tuple[int, int]

SMALL = 2_500  # pairs that are compared each with each
RARE = 4  # lines in which a rare word may stand
ALIKE = 0.45  # share of words in common from which two lines answer to each other

_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Item:
    """A text with what it is compared by: its words without regard to figures, and how often each stands in it."""

    text: str
    masked: str = field(init=False)
    counts: Counter[str] = field(init=False)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        words = _WORD.findall(self.text.casefold())
        object.__setattr__(self, "masked", _DIGITS.sub("0", self.text))
        object.__setattr__(self, "counts", Counter(words))
        object.__setattr__(self, "size", len(words))


def alike(left: Item, right: Item) -> float:
    """Return the share of words that both have, 0 to 1."""
    if not left.size or not right.size:
        return float(left.text == right.text)
    few, many = (left, right) if len(left.counts) < len(right.counts) else (right, left)
    common = sum(min(count, many.counts.get(word, 0)) for word, count in few.counts.items())
    return 2 * common / (left.size + right.size)


def aligned(left: Sequence[Item], right: Sequence[Item]) -> list[Pair]:
    """Return the pairs of places that answer to each other, rising on both sides."""
    return _Aligner(left, right).pairs()


def common_head(lefts: Sequence[Hashable], rights: Sequence[Hashable]) -> int:
    """Return how many items at the beginning of both are equal."""
    count = 0
    for left, right in zip(lefts, rights, strict=False):
        if left != right:
            break
        count += 1
    return count


class _Aligner:
    def __init__(self, left: Sequence[Item], right: Sequence[Item]) -> None:
        self._left = left
        self._right = right

    def pairs(self) -> list[Pair]:
        found = self._between([], lambda span: self._anchors(span, lambda item: item.text))
        found = self._between(found, lambda span: self._anchors(span, lambda item: item.masked))
        found = self._between(found, self._by_rare_words)
        return self._between(found, self._by_likeness)

    def _between(self, known: Sequence[Pair], search: Callable[["_Span"], list[Pair]]) -> list[Pair]:
        """Return the known pairs with those that `search` finds in the stretches between them."""
        made: list[Pair] = []
        at_left = at_right = 0
        for left, right in (*known, (len(self._left), len(self._right))):
            if at_left < left and at_right < right:
                made += search(_Span(at_left, left, at_right, right))
            if left < len(self._left) or right < len(self._right):
                made.append((left, right))
            at_left, at_right = left + 1, right + 1
        return made

    def _anchors(self, span: "_Span", key: Callable[[Item], Hashable]) -> list[Pair]:
        """Return the equal items at both ends of the stretch and those that stand once on each side in between."""
        lefts = [key(item) for item in self._left[span.left : span.left_end]]
        rights = [key(item) for item in self._right[span.right : span.right_end]]
        head = common_head(lefts, rights)
        tail = min(common_head(lefts[::-1], rights[::-1]), min(len(lefts), len(rights)) - head)
        once_left, once_right = _once(lefts, head, tail), _once(rights, head, tail)
        middle = _rising([(place, once_right[each]) for each, place in once_left.items() if each in once_right])
        ends = [(len(lefts) - back, len(rights) - back) for back in range(tail, 0, -1)]
        return [span.at(pair) for pair in (*((place, place) for place in range(head)), *middle, *ends)]

    def _by_rare_words(self, span: "_Span") -> list[Pair]:
        if span.size <= SMALL:
            return []
        places: dict[str, list[int]] = defaultdict(list)
        for place in range(span.right, span.right_end):
            for word in self._right[place].counts:
                places[word].append(place)
        rare = {word: where for word, where in places.items() if len(where) <= RARE}
        best: list[Pair] = []
        for place in range(span.left, span.left_end):
            shared = Counter(other for word in self._left[place].counts for other in rare.get(word, ()))
            likest = max(shared, key=lambda other: alike(self._left[place], self._right[other]), default=None)
            if likest is not None and alike(self._left[place], self._right[likest]) >= ALIKE:
                best.append((place, likest))
        return _rising(best)

    def _by_likeness(self, span: "_Span") -> list[Pair]:
        """Return the pairs whose likenesses have the greatest sum; none in a stretch too large to try all."""
        if span.size > SMALL:
            return []
        rows, columns = span.left_end - span.left, span.right_end - span.right
        best = [[0.0] * (columns + 1) for _row in range(rows + 1)]
        takes = [[False] * columns for _row in range(rows)]
        for row in range(rows - 1, -1, -1):
            for column in range(columns - 1, -1, -1):
                likeness = alike(self._left[span.left + row], self._right[span.right + column])
                paired = best[row + 1][column + 1] + likeness if likeness >= ALIKE else -1.0
                left_out = max(best[row + 1][column], best[row][column + 1])
                takes[row][column] = paired > left_out
                best[row][column] = max(paired, left_out)
        return [span.at(pair) for pair in _taken(takes, best)]


@dataclass(frozen=True, slots=True)
class _Span:
    left: int
    left_end: int
    right: int
    right_end: int

    @property
    def size(self) -> int:
        return (self.left_end - self.left) * (self.right_end - self.right)

    def at(self, pair: Pair) -> Pair:
        return self.left + pair[0], self.right + pair[1]


def _once(keys: Sequence[Hashable], head: int, tail: int) -> dict[Hashable, int]:
    middle = range(head, len(keys) - tail)
    counts = Counter(keys[place] for place in middle)
    return {keys[place]: place for place in middle if counts[keys[place]] == 1}


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the longest run of `pairs` that rises on both sides; they rise on the left already."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, (_left, right) in enumerate(pairs):
        length = bisect_left(ends, right)
        ends[length : length + 1] = [right]
        last[length : length + 1] = [place]
        before.append(last[length - 1] if length else -1)
    made: list[Pair] = []
    place = last[-1] if last else -1
    while place >= 0:
        made.append(pairs[place])
        place = before[place]
    return made[::-1]


def _taken(takes: Sequence[Sequence[bool]], best: Sequence[Sequence[float]]) -> list[Pair]:
    made: list[Pair] = []
    row = column = 0
    while row < len(takes) and column < len(takes[row]):
        if takes[row][column]:
            made.append((row, column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return made
