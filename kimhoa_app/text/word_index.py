"""Finding among many texts at every key, by the rules of `search_keys`, each different word looked at once."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kimhoa_app.text.search_keys import WITHOUT_DIACRITICS, likeness, words_of

Places = set[int]


class WordIndex:
    """Where each word stands in a list of texts; `find` and `best` answer with places in that list."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        """Take for each place its texts: the first is the name, by which the best answers are found."""
        self._names: dict[str, Places] = defaultdict(set)
        self._all: dict[str, Places] = defaultdict(set)
        self._size = 0
        known: dict[str, list[str]] = {}
        for place, several in enumerate(texts):
            self._size = place + 1
            for number, text in enumerate(several):
                words = known.get(text)
                if words is None:
                    words = known[text] = words_of(text)
                for word in words:
                    self._all[word].add(place)
                    if number == 0:
                        self._names[word].add(place)

    def find(self, query: str) -> Places:
        """Return the places where every word of `query` begins some word, as `search_keys.matches` says."""
        return self._answers(self._all, query, WITHOUT_DIACRITICS)

    def best(self, query: str, most: int) -> list[int]:
        """Return at most `most` places: first by the rank of the name, then those that only the rest answers.

        Among equals the first in the list comes first.
        """
        if not words_of(query):
            return list(range(min(most, self._size)))
        chosen: list[int] = []
        for rank in range(WITHOUT_DIACRITICS + 1):
            self._add(chosen, self._answers(self._names, query, rank), most)
        if len(chosen) < most:
            self._add(chosen, self.find(query), most)
        return chosen

    def _answers(self, where: dict[str, Places], query: str, rank: int) -> Places:
        """Return the places that answer every word of `query` at `rank` or better."""
        answers: Places | None = None
        for asked in words_of(query):
            kept = [
                places for word, places in where.items() if (like := likeness(asked, word)) is not None and like <= rank
            ]
            found: Places = set().union(*kept)
            answers = found if answers is None else answers & found
            if not answers:
                return set()
        return set(range(self._size)) if answers is None else answers

    @staticmethod
    def _add(chosen: list[int], places: Places, most: int) -> None:
        known = set(chosen)
        chosen.extend(heapq.nsmallest(most - len(chosen), places - known))
