"""Words noted in a text, and where they stand now that the document has been edited."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.texts import Edit, Spot, edited_words, texts_of, with_edits

_CONTEXT = 60
"""Characters on either side of words by which their place in a text is known again."""
_SAME_TEXT = 100.0
"""What it weighs that two texts have all words in common, beside one for each character of the context."""


_RARE, _FEW, _MANY = 30, 8, 60
"""In how many texts a word tells them apart still; how many texts alike are looked at, and how many of any kind."""
_OWN = 0.5
"""The share of words in common from which a text is taken for the edited form of another."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words as they stood when they were noted: `around` is the whole text, `start` is where they begin in it."""

    words: str
    around: str
    start: int

    def reading(self, after: str) -> "Anchor":
        """Return where `after` stands once it has taken the place of the words."""
        end = self.start + len(self.words)
        return Anchor(after, self.around[: self.start] + after + self.around[end:], self.start)


class Moves:
    """Where the stretches of a text stand once `edits`, in reading order and without overlap, have been made to it."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._around = edited_words(text, edits)
        self._shifts = list(accumulate((len(e.after) - (e.end - e.start) for e in edits), initial=0))

    def anchor(self, start: int, end: int) -> Anchor:
        """Return the stretch `start` to `end` as it then reads; words that an edit changes in part are in it whole."""
        before = bisect_right(self._edits, start, key=lambda edit: edit.end)
        behind = bisect_left(self._edits, end, key=lambda edit: edit.start)
        if before < behind:
            start = min(start, self._edits[before].start)
            end = max(end, self._edits[behind - 1].end)
        first, last = start + self._shifts[before], end + self._shifts[behind]
        return Anchor(self._around[first:last], self._around, first)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where words stand now: they begin at `start` of `text`.

    `spot` is None in the name of a signer, which is no text of the document; `signer` then counts the signatures.
    """

    text: str
    start: int
    spot: Spot | None = None
    signer: int | None = None


def locate(
    document: OfficialDocument, anchors: Sequence[Anchor], *, own_text: frozenset[int] = frozenset()
) -> list[Standing | None]:
    """Return for each anchor where its words stand now, None where they are gone; no two get the same words.

    A text that reads as it did is known at once. In one that was edited the words are where most of the text and of
    the words beside them is as it was; where that text has gone, the same words elsewhere are taken, but not for the
    anchors whose places in the list are in `own_text`.
    """
    search = _Search(document, own_text)
    for number, anchor in enumerate(anchors):
        search.find_unchanged(number, anchor)
    search.find_edited([(number, anchor) for number, anchor in enumerate(anchors) if number not in search.found])
    return [search.found.get(number) for number in range(len(anchors))]


def with_words(document: OfficialDocument, standing: Standing, words: str, after: str) -> OfficialDocument:
    """Return the document with `after` in place of `words`, which stand at `standing`, and nothing else changed."""
    edit = Edit(standing.start, standing.start + len(words), after)
    if standing.spot is not None:
        return with_edits(document, standing.spot.number, [edit])
    assert standing.signer is not None
    old = document.signatures[standing.signer]
    named = replace(old, name=old.name[: edit.start] + after + old.name[edit.end :])
    signatures = (*document.signatures[: standing.signer], named, *document.signatures[standing.signer + 1 :])
    return replace(document, signatures=signatures)


class _Search:
    """One search through a document: `found` holds what each anchor has been given, by its number."""

    def __init__(self, document: OfficialDocument, own_text: frozenset[int]) -> None:
        self._own_text = own_text
        self.found: dict[int, Standing] = {}
        self._places = _places(document)
        self._taken: set[tuple[int, int, str]] = set()
        self._by_text: dict[str, list[int]] = {}
        for number, place in enumerate(self._places):
            self._by_text.setdefault(place.text, []).append(number)

    def find_unchanged(self, number: int, anchor: Anchor) -> None:
        for place in self._by_text.get(anchor.around, ()):
            if self._take(number, place, anchor.start, anchor.words):
                return

    def find_edited(self, anchors: Sequence[tuple[int, Anchor]]) -> None:
        """Give each its words in the edited form of its text, and those left over the same words elsewhere."""
        if not anchors:
            return
        by_word = self._by_rare_word()
        self._match((number, anchor, self._alike(by_word, anchor.around)) for number, anchor in anchors)
        left = [(number, anchor) for number, anchor in anchors if number not in self.found]
        self._match(self._elsewhere(left))

    def _match(self, wanted: Iterable[tuple[int, Anchor, Iterable[int]]]) -> None:
        """Give each anchor its words in one of the places beside it, the surest pair of all first."""
        pairs = [
            (-_likeness(anchor, self._places[place].text, start), number, place, start, anchor.words)
            for number, anchor, places in wanted
            for place in places
            for start in _occurrences(anchor, self._places[place].text)
            if number not in self._own_text or _shared(anchor.around, self._places[place].text) >= _OWN
        ]
        for _, number, place, start, words in sorted(pairs):
            if number not in self.found:
                self._take(number, place, start, words)

    def _by_rare_word(self) -> dict[str, list[int]]:
        """Return in which places each word stands, without the words that stand in many."""
        by_word: dict[str, list[int]] = {}
        for number, place in enumerate(self._places):
            for word in set(place.text.split()):
                by_word.setdefault(word, []).append(number)
        return {word: places for word, places in by_word.items() if len(places) <= _RARE}

    def _alike(self, by_word: Mapping[str, Sequence[int]], around: str) -> list[int]:
        """Return the few places that share most rare words with a text."""
        weights: Counter[int] = Counter()
        for word in sorted(set(around.split())):
            for place in by_word.get(word, ()):
                weights[place] += 1
        return [place for place, _ in weights.most_common(_FEW)]

    def _elsewhere(self, anchors: Sequence[tuple[int, Anchor]]) -> Iterator[tuple[int, Anchor, Sequence[int]]]:
        """Yield with each anchor the places that hold its words; of many those about as far on as it is itself."""
        of_words: dict[str, list[tuple[int, Anchor]]] = {}
        for number, anchor in anchors:
            of_words.setdefault(anchor.words, []).append((number, anchor))
        for words, alike in of_words.items():
            places = [number for number, place in enumerate(self._places) if words in place.text]
            for rank, (number, anchor) in enumerate(alike):
                middle = rank * len(places) // len(alike)
                yield number, anchor, places[max(middle - _MANY // 2, 0) : middle + _MANY // 2]

    def _take(self, number: int, place: int, start: int, words: str) -> bool:
        if (place, start, words) in self._taken:
            return False
        self._taken.add((place, start, words))
        self.found[number] = replace(self._places[place], start=start)
        return True


def _places(document: OfficialDocument) -> list[Standing]:
    signers = enumerate(document.signatures)
    return [Standing(text.words, 0, text.spot) for text in texts_of(document)] + [
        Standing(each.name, 0, signer=number) for number, each in signers if each.name
    ]


def _occurrences(anchor: Anchor, text: str) -> Iterator[int]:
    at = text.find(anchor.words)
    while at >= 0:
        if _is_whole(anchor, text, at):
            yield at
        at = text.find(anchor.words, at + 1)


def _is_whole(anchor: Anchor, text: str, at: int) -> bool:
    """Return whether words at `at` are cut off from their neighbours wherever those of the anchor were."""
    end, was_end = at + len(anchor.words), anchor.start + len(anchor.words)
    return not (_joins(text, at) and not _joins(anchor.around, anchor.start)) and not (
        _joins(text, end) and not _joins(anchor.around, was_end)
    )


def _joins(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _likeness(anchor: Anchor, text: str, start: int) -> float:
    old_end, end = anchor.start + len(anchor.words), start + len(anchor.words)
    before = _same(anchor.around[: anchor.start][::-1], text[:start][::-1])
    behind = _same(anchor.around[old_end:], text[end:])
    return _SAME_TEXT * _shared(anchor.around, text) + before + behind


def _same(first: str, second: str) -> int:
    """Return how many characters both begin with, up to those that count."""
    pairs = zip(first[:_CONTEXT], second[:_CONTEXT], strict=False)
    return next(
        (number for number, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second), _CONTEXT)
    )


@lru_cache(maxsize=4096)
def _counted(text: str) -> Counter[str]:
    return Counter(text.split())


@lru_cache(maxsize=4096)
def _shared(first: str, second: str) -> float:
    one, other = _counted(first), _counted(second)
    return (one & other).total() / max(1, min(one.total(), other.total()))
