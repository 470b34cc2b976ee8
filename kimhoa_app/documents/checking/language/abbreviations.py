"""Abbreviations: explained before they are used, and once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.texts import Role, Text
from kimhoa_app.text.syllables import is_syllable
from resources import read_toml

_SHORT = re.compile(r"(?<![\w/.&@-])[A-ZĐƯ]{2,8}(?:-[A-ZĐƯ]{2,6})*(?![\w/.&@]|-\w|[’'])")
_ROMAN = re.compile("[IVXLCDM]+")
_EXPLAINED = re.compile(
    r"\((?P<lead>[^()]{0,40}?(?:viết tắt|gọi tắt|gọi chung|gọi)(?:\s+(?:tắt|chung|là))*\s*:?\s*)?[“\"]?"
    r"(?P<short>[A-ZĐƯ]{2,8}(?:-[A-ZĐƯ]{2,6})*)[”\"]?\)"
)
_WORD = re.compile(r"[^\W\d_]+")
_SKIPPED = frozenset(
    {Role.SUPERIOR, Role.ISSUER, Role.TITLE, Role.AUTHORITY, Role.POSITION, Role.RECIPIENT, Role.ISSUING_POST,
     Role.COLUMN, Role.CELL, Role.ENACTING}
)  # fmt: skip


@dataclass(slots=True)
class _Use:
    first: tuple[Text, int] | None = None
    explained: list[tuple[Text, int, str]] = field(default_factory=list)

    def is_late(self) -> bool:
        if self.first is None:
            return False
        text, start, _ = self.explained[0]
        return (self.first[0].spot.number, self.first[1]) < (text.spot.number, start)


def _never_explained(subject: Subject) -> Iterator[Hit]:
    for short, use in _uses(subject).items():
        if use.first is not None and not use.explained:
            text, start = use.first
            message = (
                f"Chữ viết tắt “{short}” chưa được giải thích; lần đầu nên viết đủ, rồi ghi (viết tắt là {short})."
            )
            yield hit_in(text, start, start + len(short), message)


def _explained_late(subject: Subject) -> Iterator[Hit]:
    for short, use in _uses(subject).items():
        if use.first is not None and use.explained and use.is_late():
            text, start = use.first
            yield hit_in(text, start, start + len(short), f"Chữ viết tắt “{short}” dùng trước chỗ giải thích nó.")


def _explained_twice(subject: Subject) -> Iterator[Hit]:
    for short, use in _uses(subject).items():
        fulls = {full for _, _, full in use.explained if full}
        if len(fulls) > 1:
            text, start, full = use.explained[-1]
            first = next(each for _, _, each in use.explained if each)
            message = f"Chữ viết tắt “{short}” được giải thích hai cách: “{first}” và “{full}”."
            if first != full:
                yield hit_in(text, start, start + len(short), message)


def _uses(subject: Subject) -> dict[str, _Use]:
    uses: dict[str, _Use] = {}
    for text in subject.texts:
        if text.words.isupper():
            continue
        explained = {}
        for match in _EXPLAINED.finditer(text.words):
            full = _full_words(text.words[: match.start()], match["short"])
            if full or match["lead"]:
                explained[match.start("short")] = full
        for match in _SHORT.finditer(text.words):
            short, start = match[0], match.start()
            if start in explained:
                uses.setdefault(short, _Use()).explained.append((text, start, explained[start]))
            elif text.words[match.end() : match.end() + 2] == " (" and _full_after(text.words[match.end() :], short):
                uses.setdefault(short, _Use()).explained.append((text, start, ""))
            elif text.spot.role not in _SKIPPED and _is_abbreviation(text.words, match):
                use = uses.setdefault(short, _Use())
                use.first = use.first or (text, start)
    return uses


def _is_abbreviation(words: str, match: re.Match[str]) -> bool:
    """Return whether these capitals are an abbreviation that not everybody knows, and no word set in capitals."""
    parts = match[0].split("-")
    if all(part in _accepted() or _ROMAN.fullmatch(part) for part in parts):
        return False
    if any(is_syllable(part.lower()) for part in parts):
        return False
    around = (*words[: match.start()].split()[-1:], *words[match.end() :].split()[:1])
    return not any(each.strip(".,;:()“”").isupper() and len(each) > 1 for each in around)


def _full_words(before: str, short: str) -> str:
    """Return the words that end `before` and whose initials are those of `short`, "" where they are not."""
    initials = short.replace("-", "")
    words = _WORD.findall(before)[-len(initials) :]
    return " ".join(words).lower() if "".join(word[0] for word in words).upper() == initials else ""


def _full_after(after: str, short: str) -> bool:
    words = _WORD.findall(after)[: len(short)]
    return "".join(word[0] for word in words).upper() == short


@cache
def _accepted() -> frozenset[str]:
    return frozenset(read_toml("checking/words.toml")["accepted_abbreviations"].split())


_BASIS = "Thông lệ soạn thảo văn bản: chữ viết tắt lần đầu phải được giải thích"

RULES = (
    Rule(
        "abbreviation-unexplained",
        "language",
        Severity.INFO,
        "Chữ viết tắt ít gặp mà không được giải thích",
        _BASIS,
        _never_explained,
    ),
    Rule(
        "abbreviation-explained-late",
        "language",
        Severity.INFO,
        "Chữ viết tắt dùng trước chỗ giải thích",
        _BASIS,
        _explained_late,
    ),
    Rule(
        "abbreviation-explained-twice",
        "language",
        Severity.WARNING,
        "Một chữ viết tắt giải thích hai cách",
        _BASIS,
        _explained_twice,
    ),
)
