"""Syllables that Vietnamese does not have, and tones written on the wrong letter."""

import re
from collections.abc import Iterator
from functools import cache

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.checking.words import Word, begins_sentence, words_of
from kimhoa_app.documents.texts import Text
from kimhoa_app.text.normal import nfc
from kimhoa_app.text.syllables import is_syllable, like, tone_in_place
from resources import read_toml

_VOWEL = re.compile("[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_RUN_TOGETHER = 6  # letters that two words have at least
_RESPELLED = (("ngh", "ng"), ("gh", "g"), ("ng", "ngh"), ("g", "gh"), ("c", "k"), ("k", "c"))
_LATIN = re.compile(r"[A-Za-z\u00c0-\u1ef9]+")


def _misplaced(subject: Subject) -> Iterator[Hit]:
    for text, word in _suspects(subject):
        if right := tone_in_place(word.text):
            yield hit_in(text, word.start, word.end, f"Dấu thanh của “{word.text}” đặt sai chữ.", right)


def _unknown(subject: Subject) -> Iterator[Hit]:
    for text, word in _suspects(subject):
        if tone_in_place(word.text) is None:
            message = f"“{word.text}” không phải là một tiếng của tiếng Việt."
            yield hit_in(text, word.start, word.end, message, _meant(word.text))


def _suspects(subject: Subject) -> Iterator[tuple[Text, Word]]:
    for text in subject.texts:
        for word in words_of(text.words):
            if not is_syllable(word.lower) and _is_common_word(text.words, word):
                yield text, word


def _is_common_word(words: str, word: Word) -> bool:
    """Return whether `word` should be Vietnamese: no name, abbreviation, unit, numeral nor known foreign word.

    A word of bare Latin letters is more often foreign than a slip, unless it is two common words run together; a part
    of a word with hyphens is a transcription.
    """
    letters = nfc(word.lower)
    if not word.is_plain or letters in _foreign():
        return False
    if letters.isascii() and not (word.text == letters and _is_run_together(letters)):
        return False
    if not _LATIN.fullmatch(nfc(word.text)) or not _VOWEL.search(letters):
        return False
    if words[word.start - 1 : word.start] == "-" or words[word.end : word.end + 1] == "-":
        return False
    return word.text == word.lower or (word.text[1:].islower() and _begins_common_sentence(words, word))


def _is_run_together(letters: str) -> bool:
    return any(_common().issuperset(each.split()) for each in _split(letters))


def _begins_common_sentence(words: str, word: Word) -> bool:
    after = words[word.end : word.end + 2]
    return begins_sentence(words, word.start) and after[:1] == " " and after[1:].islower()


def _meant(word: str) -> str | None:
    """Return the one common word that is a slip away: a missing space, a wrong initial, letters swapped or doubled."""
    small = nfc(word.lower())
    possible = {*_split(small), *_respelled(small), *_one_letter_less(small), *_swapped(small)}
    found = {each for each in possible if _common().issuperset(each.split())}
    return like(word, found.pop()) if len(found) == 1 else None


def _split(word: str) -> Iterator[str]:
    for cut in range(2, len(word) - 1) if len(word) >= _RUN_TOGETHER else ():
        if is_syllable(word[:cut]) and is_syllable(word[cut:]):
            yield f"{word[:cut]} {word[cut:]}"


def _respelled(word: str) -> Iterator[str]:
    for wrong, right in _RESPELLED:
        if word.startswith(wrong) and is_syllable(right + word[len(wrong) :]):
            yield right + word[len(wrong) :]
            return


def _one_letter_less(word: str) -> Iterator[str]:
    for index in range(1, len(word)):
        if word[index] == word[index - 1] and is_syllable(word[:index] + word[index + 1 :]):
            yield word[:index] + word[index + 1 :]


def _swapped(word: str) -> Iterator[str]:
    for index in range(len(word) - 1):
        swapped = word[:index] + word[index + 1] + word[index] + word[index + 2 :]
        if is_syllable(swapped):
            yield swapped


@cache
def _common() -> frozenset[str]:
    return frozenset(read_toml("checking/words.toml")["common"].split())


@cache
def _foreign() -> frozenset[str]:
    return frozenset(read_toml("checking/words.toml")["foreign"].split())


RULES = (
    Rule(
        "tone-misplaced",
        "language",
        Severity.WARNING,
        "Dấu thanh đặt sai chữ cái (đựơc)",
        "Quy tắc đặt dấu thanh tiếng Việt",
        _misplaced,
    ),
    Rule(
        "not-a-syllable",
        "language",
        Severity.WARNING,
        "Tiếng không có trong tiếng Việt (nghành, thựchiện)",
        "Cấu tạo âm tiết tiếng Việt: phụ âm đầu, vần, thanh",
        _unknown,
    ),
)
