"""Numbers and symbols: of the type that is named, and in the form of the body that issued the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kimhoa_app.documents.checking.cited import Cited, citations
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from resources import read_toml

WITH_YEAR_SINCE = 1998
"""From this year on the number of a decree or circular names its year beyond doubt."""
NEAR = 80
"""Characters before a citation within which the type of the whole may stand: "Quyết định ban hành Kế hoạch số …"."""


@dataclass(frozen=True, slots=True)
class _Symbols:
    types: dict[str, tuple[str, ...]]
    slips: dict[str, str]
    party_bodies: frozenset[str]
    state_bodies: frozenset[str]


@cache
def _symbols() -> _Symbols:
    table = read_toml("forms/symbols.toml")
    types = {abbreviation: tuple(names) for abbreviation, names in table["types"].items()}
    return _Symbols(types, table["slips"], frozenset(table["party_bodies"]), frozenset(table["state_bodies"]))


def _types_of(group: str) -> tuple[str, ...]:
    """Return the types whose symbol begins with `group`; that of the National Assembly ends with its term, "QH15"."""
    return _symbols().types.get(group) or _symbols().types.get(group.rstrip("0123456789"), ())


def _other_type(subject: Subject) -> Iterator[Hit]:
    for cited in citations(subject):
        types = _types_of(cited.groups[0])
        if not types or not cited.type or cited.type in types or _is_within_its_type(cited, types):
            continue
        is_letter = cited.type == "Công văn"
        if is_letter and cited.groups[1:] != ["UBND"]:
            continue
        message = f"“{cited.tight}” là ký hiệu của {types[0].lower()}, không phải {cited.type.lower()}."
        is_sure = not is_letter and cited.type_written[:1].isupper()
        severity = Severity.ERROR if is_sure else Severity.WARNING
        words = cited.text.words[cited.start : cited.number_end]
        yield Hit(message, words, None, cited.text.spot, cited.start, severity=severity)


def _is_within_its_type(cited: Cited, types: tuple[str, ...]) -> bool:
    before = cited.text.words[max(0, cited.start - NEAR) : cited.start].rpartition(";")[2].casefold()
    return any(name.casefold() in before for name in types)


def _other_form(subject: Subject) -> Iterator[Hit]:
    yield from _without_sign(subject)
    for cited in citations(subject):
        right = _right_form(cited)
        if right != cited.written and not cited.text.words.isupper():
            message = f"“{cited.written}” chưa đúng cách viết số, ký hiệu."
            yield hit_in(cited.text, cited.number_start, cited.number_end, message, right)


def _without_sign(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        for match in _no_sign().finditer(text.words):
            sign = "-" if match["body"] in _symbols().party_bodies else "/"
            right = f"{match['serial']}{sign}{match['group']}{'/' if sign == '-' else '-'}{match['body']}"
            message = f"“{text.words[match.start('serial') : match.end()]}” chưa đúng cách viết số, ký hiệu."
            yield hit_in(text, match.start("serial"), match.end(), message, right)


@cache
def _no_sign() -> re.Pattern[str]:
    groups = "|".join(sorted(_symbols().types, key=len, reverse=True))
    bodies = "|".join((*_symbols().party_bodies, *_symbols().state_bodies))
    return re.compile(rf"\bsố\s*:?\s*(?P<serial>\d{{1,5}})\s*(?P<group>{groups})\s?[/-]\s?(?P<body>{bodies})\b")


def _right_form(cited: Cited) -> str:
    """Return number and symbol as their issuer writes them: "07-NQ/HU" of the Party, "25/NQ-HĐND" of the state."""
    symbols = _symbols()
    groups = [symbols.slips.get(group, group) for group in cited.groups]
    if len(groups) == 2 and _types_of(groups[0]) and cited.year is None:
        if groups[1] in symbols.party_bodies:
            return f"{cited.serial}-{groups[0]}/{groups[1]}"
        if groups[1] in symbols.state_bodies and _is_of_today(cited):
            return f"{cited.serial}/{groups[0]}-{groups[1]}"
    tight = cited.tight
    for old, new in zip(cited.groups, groups, strict=True):
        tight = tight.replace(f"{old}-", f"{new}-") if tight.count(f"{old}-") == 1 else tight
        tight = tight.removesuffix(old) + new if tight.endswith(old) else tight
    return tight


def _is_of_today(cited: Cited) -> bool:
    return cited.day is None or cited.day.year is None or cited.day.year >= WITH_YEAR_SINCE


def _without_year(subject: Subject) -> Iterator[Hit]:
    for cited in citations(subject):
        is_normative = (cited.type, cited.groups[0]) in (("Nghị định", "NĐ"), ("Thông tư", "TT"))
        if is_normative and len(cited.groups) > 1 and cited.year is None and _is_of_today(cited):
            year = cited.day.year if cited.day else None
            right = f"{cited.serial}/{year}/{cited.symbol}" if year else None
            message = f"Số của {cited.type.lower()} phải có năm ban hành, như “30/2020/NĐ-CP”."
            yield hit_in(cited.text, cited.number_start, cited.number_end, message, right)


def _other_year(subject: Subject) -> Iterator[Hit]:
    for cited in citations(subject):
        said = cited.day.year if cited.day else None
        if cited.year and said and cited.year != said:
            message = f"Số ghi năm {cited.year}, ngày ban hành ghi năm {said}; hãy xem lại."
            yield hit_in(cited.text, cited.number_start, cited.end, message)


_ABBREVIATIONS = "Nghị định số 30/2020/NĐ-CP, Phụ lục III"
_NUMBER = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.3; văn bản của Đảng viết “07-NQ/HU”"
_NORMATIVE = "Luật Ban hành văn bản quy phạm pháp luật: số, ký hiệu gồm số thứ tự, năm ban hành, loại, cơ quan"

RULES: tuple[Rule, ...] = (
    Rule(
        "cited-type",
        "citations",
        Severity.ERROR,
        "Loại văn bản viện dẫn không khớp với ký hiệu",
        _ABBREVIATIONS,
        _other_type,
    ),
    Rule("symbol-form", "citations", Severity.WARNING, "Số, ký hiệu viết chưa đúng", _NUMBER, _other_form),
    Rule(
        "number-without-year",
        "citations",
        Severity.ERROR,
        "Số của nghị định, thông tư thiếu năm",
        _NORMATIVE,
        _without_year,
    ),
    Rule(
        "number-year",
        "citations",
        Severity.WARNING,
        "Năm trong số khác năm trong ngày ban hành",
        _NORMATIVE,
        _other_year,
    ),
)
