"""The order of Vietnamese words and of people's names, the same on the screen, in Excel and in Word."""

import re
import unicodedata
from functools import lru_cache

from kimhoa_app.text.names import split_name
from kimhoa_app.text.normal import nfc

_LETTERS = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\N{COMBINING GRAVE ACCENT}": 1, "\N{COMBINING HOOK ABOVE}": 2, "\N{COMBINING TILDE}": 3}
_TONES |= {"\N{COMBINING ACUTE ACCENT}": 4, "\N{COMBINING DOT BELOW}": 5}
_TOKEN = re.compile(r"[0-9]+|.", re.DOTALL)

_SIGN, _NUMBER, _LETTER = range(3)
_REMEMBERED = 8192  # syllables of names come again and again, so lists sort several times faster

Token = tuple[int, int, str]
CollationKey = tuple[tuple[Token, ...], tuple[int, ...], str]


@lru_cache(maxsize=_REMEMBERED)
def collation_key(text: str) -> CollationKey:
    """Return a key that orders `text` as a Vietnamese dictionary does, and numbers in it by value.

    Letters decide first (a, ă, â, b, c, d, đ…), then tones (ngang, huyền, hỏi, ngã, sắc, nặng).
    Texts have equal keys only when they are the same in NFC, so the order never depends on how rows came.
    """
    letters: list[str] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", nfc(text).casefold()):
        if letters and char in _TONES:
            tones[-1] = tones[-1] or _TONES[char]
        elif letters and unicodedata.combining(char):
            letters[-1] += char
        else:
            letters.append(char)
            tones.append(0)
    bare = nfc("".join(letters))
    return tuple(_token(part) for part in _TOKEN.findall(bare)), tuple(tones), nfc(text)


def name_key(full_name: str) -> tuple[CollationKey, CollationKey, CollationKey]:
    """Return a key that orders people by given name, then family name, then middle names."""
    name = split_name(full_name)
    return collation_key(name.given), collation_key(name.family), collation_key(name.middle)


def _token(part: str) -> Token:
    if part in _LETTERS:
        return _LETTER, _LETTERS[part], ""
    if part[0] in "0123456789":
        digits = part.lstrip("0")
        return _NUMBER, len(digits), digits
    return _SIGN, ord(part), ""
