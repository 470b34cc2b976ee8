"""Words of two syllables with the wrong tone of hỏi and ngã, or the wrong one of s and x, ch and tr.

The right words are those of `resources/checking/compounds.toml`; the wrong ones follow from them.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.checking.words import Word, words_of
from kimhoa_app.text.normal import nfc
from kimhoa_app.text.syllables import is_syllable, like
from resources import read_toml

Pair = tuple[str, str]

_TONES = {"\u0309": ("\u0303", "hỏi"), "\u0303": ("\u0309", "ngã")}
_ONSETS = {"s": "x", "x": "s", "tr": "ch", "ch": "tr"}


@cache
def compounds() -> frozenset[Pair]:
    """Return the usual words of two syllables, in small letters."""
    pairs = (word.split() for word in read_toml("checking/compounds.toml")["words"].replace("\n", " ").split(","))
    return frozenset((first, second) for first, second in pairs)


def _misspelled(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        words = words_of(text.words)
        for index in range(len(words) - 1):
            first, second = words[index : index + 2]
            right = _wrong_pairs().get((first.lower, second.lower))
            if right is None or not _are_one(text.words, first, second) or _are_of_others(text.words, words, index):
                continue
            pair, why = right
            written = text.words[first.start : second.end]
            suggestion = f"{like(first.text, pair[0])} {like(second.text, pair[1])}"
            yield hit_in(text, first.start, second.end, f"“{written}” chưa đúng: {why}.", suggestion)


def _are_one(text: str, first: Word, second: Word) -> bool:
    """Return whether the two stand side by side, and no capital says that they are a name."""
    is_name = second.text[0].isupper() and not (first.text.isupper() and second.text.isupper())
    return text[first.end : second.start].isspace() and first.is_plain and second.is_plain and not is_name


def _are_of_others(text: str, words: tuple[Word, ...], index: int) -> bool:
    """Return whether either syllable makes a word with its other neighbour: "khả năng | xuất khẩu"."""
    return any(
        start >= 0 and start + 1 < len(words) and is_compound(text, words[start], words[start + 1])
        for start in (index - 1, index + 1)
    )


def is_compound(text: str, first: Word, second: Word) -> bool:
    """Return whether two words that follow each other in `text` are one of the usual words of two syllables."""
    return (first.lower, second.lower) in compounds() and text[first.end : second.start].isspace()


@cache
def _wrong_pairs() -> dict[Pair, tuple[Pair, str]]:
    """Return each wrong spelling with the right one and why; those that `slips.toml` explains better are left out."""
    explained = {entry["wrong"] for entry in read_toml("checking/slips.toml")["slip"]}
    made: dict[Pair, tuple[Pair, str]] = {}
    for pair in sorted(compounds()):
        for place in (0, 1):
            for syllable, why in _slips_of(pair[place]):
                wrong = (syllable, pair[1]) if place == 0 else (pair[0], syllable)
                if wrong not in compounds() and " ".join(wrong) not in explained:
                    made.setdefault(wrong, (pair, why))
    return made


def _slips_of(syllable: str) -> Iterator[tuple[str, str]]:
    """Yield how a syllable is mistaken, with what the right one is written with."""
    letters = unicodedata.normalize("NFD", syllable)
    for tone, (other, name) in _TONES.items():
        if tone in letters:
            yield nfc(letters.replace(tone, other)), f"“{syllable}” viết dấu {name}"
    onset = syllable[:2] if syllable[:2] in _ONSETS else syllable[:1]
    if onset in _ONSETS:
        wrong = _ONSETS[onset] + syllable[len(onset) :]
        if is_syllable(wrong):
            yield wrong, f"“{syllable}” viết “{onset}”"


RULES = (
    Rule(
        "compound-slip",
        "language",
        Severity.WARNING,
        "Từ viết sai dấu hỏi, ngã hoặc lẫn s với x, ch với tr (lỉnh vực, chủ chương)",
        "Chính tả tiếng Việt",
        _misspelled,
    ),
)
