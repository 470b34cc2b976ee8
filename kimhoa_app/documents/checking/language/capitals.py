"""Capitals of names by NĐ 30/2020, Phụ lục II, as `resources/checking/names.toml` lists them, and of sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.checking.words import SMALL, words_of
from kimhoa_app.documents.texts import Text
from kimhoa_app.text.syllables import tone_variant
from resources import read_toml

_NEAR = 48  # letters before a name that are looked at
_DASHED = r"\s*[-–,]?\s*"
_BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục II"
_ABBREVIATED = frozenset({"tp", "tr", "ths", "ts", "gs", "bs", "vv", "st", "tx", "đc", "ks"})
_NEXT_SENTENCE = re.compile(rf"(?P<last>\w+)[)”]?[ \u00a0]?\.[ \u00a0]+(?P<first>[{SMALL}]\w*)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is to be written, and where a missing capital counts."""

    kind: str
    written: str
    pattern: re.Pattern[str]
    severity: Severity = Severity.WARNING
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    is_loose: bool = False
    never_small: bool = False


def _names_of(kind: str, subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        if not text.words.isupper():
            yield from (hit for name, hit in _misspelled(text) if name.kind == kind)


def _misspelled(text: Text) -> Iterator[tuple[Name, Hit]]:
    """Yield the names of a text that are not written as they should be, the longest that fits at each place."""
    names, end = _names_by_first_word(), 0
    for word in words_of(text.words):
        if word.start < end or word.lower not in names:
            continue
        for name in names[word.lower]:
            if match := name.pattern.match(text.words, word.start):
                end = match.end()
                if (right := _corrected(name, match[0])) is not None and _counts(name, match, right):
                    message = f"“{match[0]}” chưa viết đúng tên, đúng chữ hoa."
                    hit = hit_in(text, *match.span(), message, right)
                    yield name, Hit(message, hit.text, right, text.spot, hit.start, severity=name.severity)
                break


def _corrected(name: Name, found: str) -> str | None:
    """Return `found` with the capitals of the name, None where it has them or is in capitals as a whole."""
    if found.isupper():
        return None
    if name.is_loose and re.findall(r"\W+", found.replace("–", "-")) != re.findall(r"\W+", name.written):
        return name.written
    models = iter(re.findall(r"\w+", name.written))
    right = re.sub(r"\w+", lambda word: _recased(next(models), word[0]), found)
    return None if right == found else right


def _recased(model: str, word: str) -> str:
    return word[0].upper() + word[1:].lower() if model[0].isupper() else word.lower()


def _counts(name: Name, match: re.Match[str], right: str) -> bool:
    if any(old.isupper() and new.islower() for old, new in zip(match[0], right, strict=False)):
        return True
    if name.never_small:
        return False
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    return (name.before is None or name.before.search(before) is not None) and (
        name.after is None or name.after.match(match.string, match.end()) is not None
    )


@cache
def _names_by_first_word() -> dict[str, tuple[Name, ...]]:
    table = read_toml("checking/names.toml")
    names = [_name(entry) for entry in table["name"]]
    names += [
        _name({"kind": "place", "written": each, "before": r"(?:tỉnh|thành phố)\s+"})
        for each in table["provinces"]["names"]
    ]
    made: dict[str, tuple[Name, ...]] = {}
    for name in sorted(names, key=lambda each: -len(each.written)):
        first = name.written.split()[0].lower()
        for spelling in {first, tone_variant(first) or first}:
            made[spelling] = (*made.get(spelling, ()), name)
    return made


def _name(entry: dict[str, Any]) -> Name:
    before, after = entry.get("before"), entry.get("after")
    is_loose = entry.get("loose", False)
    between = [
        _DASHED if sign.strip() and is_loose else r"\s*[-–]\s*" if "-" in sign else re.escape(sign.strip()) + r"\s+"
        for sign in re.findall(r"\W+", entry["written"])
    ]
    words = [_either(word) for word in re.findall(r"\w+", entry["written"])]
    pattern = words[0] + "".join(sign + word for sign, word in zip(between, words[1:], strict=True))
    return Name(
        entry["kind"],
        entry["written"],
        re.compile(rf"{pattern}\b", re.IGNORECASE),
        Severity(entry.get("severity", "warning")),
        re.compile(f"(?:{before})$") if before else None,
        re.compile(after) if after else None,
        is_loose,
        entry.get("never_small", False),
    )


def _either(word: str) -> str:
    other = tone_variant(word.lower())
    return f"(?:{word}|{other})" if other else word


def _small_beginning(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        for match in _NEXT_SENTENCE.finditer(text.words):
            last, first = match["last"], match["first"]
            is_short = len(last) < 2 or last[-1].isdigit() or last.isupper() or last.lower() in _ABBREVIATED
            if not is_short and "." not in text.words[max(0, match.start() - 1) : match.start()]:
                right = first[0].upper() + first[1:]
                yield hit_in(text, match.start("first"), match.end("first"), "Đầu câu phải viết hoa.", right)


def _rule(kind: str, id_: str, title: str, part: str) -> Rule:
    return Rule(id_, "language", Severity.WARNING, title, f"{_BASIS}, {part}", partial(_names_of, kind))


RULES = (
    _rule(
        "body",
        "capitals-of-bodies",
        "Viết hoa tên cơ quan, tổ chức (Ủy ban nhân dân, Hội đồng Thi đua - Khen thưởng)",
        "mục IV",
    ),
    _rule("post", "capitals-of-posts", "Viết hoa chức vụ (Chủ tịch, Phó Chủ tịch)", "mục V"),
    _rule(
        "title",
        "capitals-of-titles",
        "Viết hoa danh hiệu thi đua, hình thức khen thưởng (“Lao động tiên tiến”)",
        "mục V",
    ),
    _rule("law", "capitals-of-laws", "Viết hoa tên luật (Luật Thi đua, khen thưởng)", "mục V"),
    _rule("place", "capitals-of-places", "Viết hoa địa danh (tỉnh Hà Tĩnh)", "mục III"),
    Rule(
        "sentence-capital",
        "language",
        Severity.WARNING,
        "Đầu câu viết chữ thường",
        f"{_BASIS}, mục I",
        _small_beginning,
    ),
)
