"""Words typed twice; what Vietnamese doubles by itself (luôn luôn, xa xa) is no fault."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.language.compounds import is_compound
from kimhoa_app.documents.checking.rule import Hit, Rule
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.checking.words import Word, words_of
from kimhoa_app.documents.texts import Text
from resources import read_toml

Around = tuple[frozenset[str], frozenset[str]]


def _doubled(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        words = words_of(text.words)
        end = 0
        for index in range(len(words) - 1):
            for length in (1, 2):
                copies = _copies(words, index, length)
                if index >= end and copies > 1:
                    end = index + length * copies
                    yield from _hit(text, words, index, length, copies)


def _copies(words: tuple[Word, ...], index: int, length: int) -> int:
    """Return how often the `length` words at `index` stand there one after the other."""
    if index + length >= len(words) or words[index].lower != words[index + length].lower:
        return 1
    once = [word.lower for word in words[index : index + length]]
    count = 1
    while [word.lower for word in words[index + length * count : index + length * (count + 1)]] == once:
        count += 1
    return count


def _hit(text: Text, words: tuple[Word, ...], index: int, length: int, copies: int) -> Iterator[Hit]:
    """Yield a hit when these words may not stand there more than once."""
    end = index + length * copies
    once, start = words[index : index + length], words[index].start
    written, kept = text.words[start : words[end - 1].end], text.words[start : once[-1].end]
    is_name = words[index + length].text[0].isupper() and not once[0].text[0].isupper()
    if is_name or not written.replace(" ", "").isalpha():
        return
    around = _never_doubled().get(" ".join(word.lower for word in once))
    if around is not None:
        before = words[index - 1].lower if index else ""
        after = words[end].lower if end < len(words) else ""
        is_meant = before in around[0] or after in around[1]
    else:
        is_meant = length > 1 or _may_be_meant(text, words, end)
    if not is_meant:
        severity = None if around is not None else Severity.INFO
        message = f"“{kept}” viết {copies} lần liền nhau."
        yield Hit(message, written, kept, text.spot, start, severity=severity)


def _may_be_meant(text: Text, words: tuple[Word, ...], end: int) -> bool:
    """Return whether the language doubles the word, or its second is of the next one: "tổ chức | chức năng"."""
    is_of_next = end < len(words) and is_compound(text.words, words[end - 1], words[end])
    return is_of_next or words[end - 1].lower in _doubled_rightly()


@cache
def _never_doubled() -> dict[str, Around]:
    entries: list[dict[str, Any]] = read_toml("checking/words.toml")["doubled"]
    return {
        entry["word"]: (
            frozenset(entry.get("unless_before", "").split()),
            frozenset(entry.get("unless_after", "").split()),
        )
        for entry in entries
    }


@cache
def _doubled_rightly() -> frozenset[str]:
    return frozenset(read_toml("checking/compounds.toml")["doubled_rightly"].split())


RULES = (
    Rule(
        "word-doubled",
        "language",
        Severity.WARNING,
        "Từ viết hai lần liền nhau (của của)",
        "Lỗi gõ; từ láy thật (luôn luôn, ngày ngày) không tính",
        _doubled,
    ),
)
