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
        for index in range(1, len(words)):
            if words[index].lower == words[index - 1].lower:
                yield from _hit(text, words, index - 1, 1)
            elif index >= 3 and words[index].lower == words[index - 2].lower:
                yield from _hit(text, words, index - 3, 2)


def _hit(text: Text, words: tuple[Word, ...], index: int, length: int) -> Iterator[Hit]:
    """Yield a hit when the `length` words from `index` on stand there twice, and may not."""
    once, again = words[index : index + length], words[index + length : index + 2 * length]
    written = " ".join(word.lower for word in once)
    around = _never_doubled().get(written)
    if around is None or written != " ".join(word.lower for word in again):
        return
    before = words[index - 1].lower if index else ""
    after = words[index + 2 * length].lower if index + 2 * length < len(words) else ""
    start, end = once[0].start, again[-1].end
    is_apart = not text.words[start:end].replace(" ", "").isalpha()
    if before in around[0] or after in around[1] or is_apart or again[0].text[0].isupper() > once[0].text[0].isupper():
        return
    yield hit_in(text, start, end, f"Từ “{written}” viết hai lần liền nhau.", text.words[start : once[-1].end])


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
