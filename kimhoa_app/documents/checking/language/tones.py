"""One spelling in one document: where the tone is written (hòa, hoà), and i or y at the end (kỉ, kỷ)."""

from collections import Counter
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.checking.words import words_of
from kimhoa_app.text.syllables import like, parsed, tone_variant

_I_TO_Y = {"kỉ": "kỷ", "kĩ": "kỹ", "mĩ": "mỹ", "lí": "lý", "kì": "kỳ", "sĩ": "sỹ", "quí": "quý"}


def _tones_mixed(subject: Subject) -> Iterator[Hit]:
    counts = _counts(subject)
    by_custom: Counter[int] = Counter()
    for word, count in counts.items():
        if tone_variant(word):
            by_custom[_place(word)] += count
    for word, count in counts.items():
        other = tone_variant(word)
        if other is not None and (mine := (count, by_custom[_place(word)], _place(other))) and other in counts:
            theirs = (counts[other], by_custom[_place(other)], _place(word))
            if mine < theirs:
                yield from _first(subject, word, other, count, counts[other])


def _endings_mixed(subject: Subject) -> Iterator[Hit]:
    counts = _counts(subject, small_only=True)
    for short, long in _I_TO_Y.items():
        if short in counts and long in counts:
            rare, usual = (short, long) if counts[short] <= counts[long] else (long, short)
            yield from _first(subject, rare, usual, counts[rare], counts[usual], small_only=True)


def _counts(subject: Subject, *, small_only: bool = False) -> Counter[str]:
    return Counter(
        word.lower
        for text in subject.texts
        for word in words_of(text.words)
        if not word.lower.isascii() and (word.text == word.lower or not small_only)
    )


def _place(word: str) -> int:
    found = parsed(word)
    return 0 if found is None or found.tone_at is None else found.tone_at


def _first(subject: Subject, rare: str, usual: str, few: int, many: int, *, small_only: bool = False) -> Iterator[Hit]:
    """Yield the first place of the rarer spelling."""
    message = f"Văn bản viết lẫn “{rare}” ({few} lần) và “{usual}” ({many} lần); nên viết một kiểu."
    for text in subject.texts:
        for word in words_of(text.words):
            if word.lower == rare and (word.text == rare or not small_only):
                yield hit_in(text, word.start, word.end, message, like(word.text, usual))
                return


RULES = (
    Rule(
        "tone-mark-mixed",
        "language",
        Severity.INFO,
        "Hai cách đặt dấu thanh của cùng một tiếng dùng lẫn (hòa, hoà; Ủy, Uỷ)",
        "Một văn bản viết theo một cách",
        _tones_mixed,
    ),
    Rule(
        "i-y-mixed",
        "language",
        Severity.INFO,
        "Cùng một tiếng khi viết i, khi viết y (kĩ, kỹ)",
        "Một văn bản viết theo một cách",
        _endings_mixed,
    ),
)
