"""How alike two names or texts are, whatever their diacritics, their spacing and the order of their words."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from kimhoa_app.text.search_keys import search_key

Key = TypeVar("Key", bound=Hashable)
WHOLE: Final = 10_000
"""Alike in every part, in basis points."""

_LENGTH: Final = 3


def likeness(one: str, other: str) -> int:
    """Return in basis points how much of both texts is the same (Dice's share of what they have in common)."""
    return _share(_parts(one), _parts(other))


def is_one_slip_apart(one: str, other: str) -> bool:
    """Return whether one letter more, less or other, or two neighbours in each other's place, make one of the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    begun = next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if begun is None:
        return True
    first, second = one[begun:], other[begun:]
    swapped = len(first) > 1 and first[1::-1] + first[2:] == second
    return swapped or first[1:] == second[1:] or first[1:] == second or first == second[1:]


@dataclass(frozen=True, slots=True)
class Alike(Generic[Key]):
    """An entry that is close to what was asked, and how close in basis points."""

    key: Key
    share: int


class LikenessIndex(Generic[Key]):
    """Texts by key, asked while a person types: only those that have something in common are compared."""

    def __init__(self, texts: Mapping[Key, str]) -> None:
        self._sizes: dict[Key, int] = {}
        self._holders: dict[str, list[tuple[Key, int]]] = {}
        for key, text in texts.items():
            parts = _parts(text)
            self._sizes[key] = parts.total()
            for part, count in parts.items():
                self._holders.setdefault(part, []).append((key, count))

    def closest(self, text: str, least: int) -> list[Alike[Key]]:
        """Return the entries at least `least` basis points alike to `text`, the closest first."""
        parts = _parts(text)
        shared: Counter[Key] = Counter()
        for part, count in parts.items():
            for key, theirs in self._holders.get(part, ()):
                shared[key] += min(count, theirs)
        size = parts.total()
        found = [Alike(key, 2 * same * WHOLE // (size + self._sizes[key])) for key, same in shared.items()]
        return sorted((each for each in found if each.share >= least), key=lambda each: -each.share)


def _parts(text: str) -> Counter[str]:
    """Return the runs of three letters of each word, its ends marked, with how often each is there."""
    words = "".join(char if char.isalnum() else " " for char in search_key(text)).split()
    return Counter(
        marked[start : start + _LENGTH]
        for word in words
        for marked in (f" {word} ",)
        for start in range(max(len(marked) - _LENGTH + 1, 1))
    )


def _share(one: Counter[str], other: Counter[str]) -> int:
    size = one.total() + other.total()
    return 2 * (one & other).total() * WHOLE // size if size else 0
