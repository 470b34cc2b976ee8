"""Names of communes and districts that do not fit each other, as in a plan copied from another place."""

import re
from collections import Counter
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.level import Level
from kimhoa_app.documents.checking.levels.clauses import clause_before, is_cited
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.stale_words import NAME
from kimhoa_app.documents.texts import Role, Text
from kimhoa_app.text.search_keys import search_key

_BASIS = "Tên cơ quan ban hành phải thống nhất trong văn bản"
_UNITS = {Level.COMMUNE: "xã|phường|thị trấn|đặc khu", Level.DISTRICT: "huyện|quận|thị xã|thành phố"}
_BODIES = r"(?:UBND|HĐND|[ỦU][ỷyỶY] ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Đảng ủy|Đảng uỷ|Đảng bộ)"
_ROLES = (Role.SUBJECT, Role.ISSUING_POST, Role.OPENING, Role.HEADING, Role.BODY, Role.CLOSING, Role.APPENDIX_HEAD)


def _other_communes(subject: Subject) -> Iterator[Hit]:
    """Yield the first mention of each other unit of the same level whose committee the text takes for its own."""
    units = _UNITS.get(subject.level) if subject.level else None
    mentions = list(_mentions(subject, units)) if units else []
    own = _own_name(subject, units) if units else ""
    if not own and mentions:
        (most, count), *_ = Counter(search_key(name[1]) for _, name in mentions).most_common(1)
        own = most if count > 1 else ""
    told: set[str] = set()
    for text, found in mentions:
        key = search_key(found[1])
        if own and not _is_same(key, own) and key not in told:
            told.add(key)
            count = sum(search_key(each[1]) == key for _, each in mentions)
            times = f" ({count} chỗ)" if count > 1 else ""
            message = f"“{found[0]}”{times}: văn bản là của nơi khác ({_shown(subject)}); có phải chép sót không?"
            yield hit_in(text, found.start(), found.end(), message)


def _mentions(subject: Subject, units: str) -> Iterator[tuple[Text, re.Match[str]]]:
    pattern = re.compile(rf"{_BODIES}\s+(?i:{units})\s+({NAME})")
    for text in subject.texts:
        for found in pattern.finditer(text.words) if text.spot.role in _ROLES else ():
            if not is_cited(clause_before(text.words, found.start())):
                yield text, found


def _own_name(subject: Subject, units: str) -> str:
    head = subject.document.letterhead
    issuer = " ".join(head.issuer) if head else ""
    found = re.search(rf"\b(?:{units})\s+(.+)$", issuer, re.IGNORECASE)
    return search_key(found[1]) if found else ""


def _is_same(name: str, own: str) -> bool:
    """Return whether two keys name one place; the name in a text may run on into a word that begins with a capital."""
    return name.startswith(own) or own.startswith(name)


def _shown(subject: Subject) -> str:
    head = subject.document.letterhead
    return " ".join(head.issuer) if head and head.issuer else "xem tên dùng nhiều nhất"


def _place(subject: Subject) -> Iterator[Hit]:
    """Yield a date line whose place is not that of the issuing body."""
    units = _UNITS.get(subject.level) if subject.level is Level.COMMUNE else None
    head = subject.document.letterhead
    own = _own_name(subject, units) if units else ""
    if head is None or not own or not head.place:
        return
    place = re.sub(rf"^(?:{units})\s+", "", head.place, flags=re.IGNORECASE)
    if not _is_same(search_key(place), own) and not own.endswith(search_key(place)):
        yield Hit(
            f"Địa danh là “{head.place}” mà cơ quan ban hành là {_shown(subject)}.",
            head.place,
            place=subject.document.places.date,
        )


RULES: tuple[Rule, ...] = (
    Rule("other-commune", "levels", Severity.WARNING, "tên xã khác trong văn bản chép lại", _BASIS, _other_communes),
    Rule(
        "place-name",
        "levels",
        Severity.WARNING,
        "địa danh khác tên xã ban hành",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II, 4",
        _place,
    ),
)
