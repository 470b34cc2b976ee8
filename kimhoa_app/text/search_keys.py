"""Finding by what people type: with or without diacritics, the beginnings of words, in any order."""

import re
import unicodedata

from kimhoa_app.text.normal import nfc, tidy

_WORD = re.compile(r"\w+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

WHOLE_WORDS, WORD_BEGINNINGS, WITHOUT_DIACRITICS = range(3)


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
    words = [word for text in texts for word in _words(text)]
    return all(any(_begins(asked, word) for word in words) for asked in _words(query))


def rank(query: str, text: str) -> int | None:
    """Return how well `text` answers `query`, 0 best, or None when it does not match.

    0: each word stands there as typed; 1: words begin as typed; 2: only when diacritics are left aside.
    """
    if not matches(query, text):
        return None
    words = [_spelling(word) for word in _words(text)]
    asked = [_spelling(word) for word in _words(query)]
    if all(word in words for word in asked):
        return WHOLE_WORDS
    if all(any(_begins_exactly(one, word) for word in words) for one in asked):
        return WORD_BEGINNINGS
    return WITHOUT_DIACRITICS


def _words(text: str) -> list[str]:
    return _WORD.findall(tidy(text).casefold())


def _begins(asked: str, word: str) -> bool:
    bare = search_key(asked)
    if bare == asked:
        return search_key(word).startswith(bare)
    return _begins_exactly(_spelling(asked), _spelling(word))


def _spelling(word: str) -> tuple[str, str]:
    """Return the letters of `word` and its tones apart, so that hoà and hòa are one spelling."""
    marked = unicodedata.normalize("NFD", word)
    letters = nfc("".join(char for char in marked if char not in _TONES))
    return letters, "".join(char for char in marked if char in _TONES)


def _begins_exactly(asked: tuple[str, str], word: tuple[str, str]) -> bool:
    return word[0].startswith(asked[0]) and word[1] == asked[1]
