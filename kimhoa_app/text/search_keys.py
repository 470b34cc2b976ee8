"""Finding by what people type: with or without diacritics, the beginnings of words, in any order."""

import re
import unicodedata
from functools import lru_cache

from kimhoa_app.text.normal import nfc, tidy

_WORD = re.compile(r"\w+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

_REMEMBERED = 8192  # the words of lists come again and again

WHOLE_WORDS, WORD_BEGINNINGS, WITHOUT_DIACRITICS = range(3)


@lru_cache(maxsize=_REMEMBERED)
def search_key(text: str) -> str:
    """Return `text` tidied, in small letters and without diacritics: "Đặng  Thị Ánh" gives "dang thi anh"."""
    return tidy(plain_letters(tidy(text).casefold()))


def plain_letters(text: str) -> str:
    """Return `text` without diacritics and with its capitals: "Đặng Thị Ánh" gives "Dang Thi Anh"."""
    marked = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in marked if not unicodedata.combining(char))
    return bare.replace("đ", "d").replace("Đ", "D")


def matches(query: str, *texts: str) -> bool:
    """Return whether every word of `query` begins some word of some of `texts`.

    A word typed without diacritics finds all that are spelled so ("anh": Anh, Ánh, Ảnh); one typed with them finds
    only its own ("ánh": Ánh), wherever in the syllable the tone is written (hoà, hòa). An empty query finds all.
    """
    words = [word for text in texts for word in words_of(text)]
    return all(any(likeness(asked, word) is not None for word in words) for asked in words_of(query))


def rank(query: str, text: str) -> int | None:
    """Return how well `text` answers `query`, 0 best, or None when it does not match.

    0: each word stands there as typed; 1: words begin as typed; 2: only when diacritics are left aside.
    """
    worst = WHOLE_WORDS
    words = words_of(text)
    for asked in words_of(query):
        best = min((like for word in words if (like := likeness(asked, word)) is not None), default=None)
        if best is None:
            return None
        worst = max(worst, best)
    return worst


def spelling_key(text: str) -> tuple[tuple[str, str], ...]:
    """Return what two spellings of one text share, whatever their case and wherever the tone is written (hoà, hòa)."""
    return tuple(_spelling(word) for word in words_of(text))


def words_of(text: str) -> list[str]:
    """Return the words of `text` in small letters, as they are spelled."""
    return _WORD.findall(tidy(text).casefold())


@lru_cache(maxsize=_REMEMBERED)
def likeness(asked: str, word: str) -> int | None:
    """Return how well one word answers another one that was typed, as `rank` says, or None; both in small letters."""
    typed, spelled = _spelling(asked), _spelling(word)
    if typed == spelled:
        return WHOLE_WORDS
    if spelled[0].startswith(typed[0]) and spelled[1] == typed[1]:
        return WORD_BEGINNINGS
    bare = search_key(asked)
    return WITHOUT_DIACRITICS if bare == asked and search_key(word).startswith(bare) else None


@lru_cache(maxsize=_REMEMBERED)
def _spelling(word: str) -> tuple[str, str]:
    """Return the letters of `word` and its tones apart, so that hoà and hòa are one spelling."""
    marked = unicodedata.normalize("NFD", word)
    letters = nfc("".join(char for char in marked if char not in _TONES))
    return letters, "".join(char for char in marked if char in _TONES)
