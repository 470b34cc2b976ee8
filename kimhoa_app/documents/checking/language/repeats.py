"""Words typed twice; what Vietnamese doubles by itself (luôn luôn, xa xa) is no fault."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
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
    once, last = words[index : index + length], words[index + length * copies - 1]
    around = _never_doubled().get(" ".join(word.lower for word in once))
    if around is None:
        return
    before = words[index - 1].lower if index else ""
    after = words[index + length * copies].lower if index + length * copies < len(words) else ""
    written = text.words[once[0].start : last.end]
    again = words[index + length].text[0]
    if before in around[0] or after in around[1] or not written.replace(" ", "").isalpha():
        return
    if not again.isupper() or once[0].text[0].isupper():
        kept = text.words[once[0].start : once[-1].end]
        yield hit_in(text, once[0].start, last.end, f"“{kept}” viết {copies} lần liền nhau.", kept)


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
