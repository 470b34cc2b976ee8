"""The words for units of administration, small before a name; the office's own name as its letterhead writes it."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.checking.words import SMALL

_UNIT = "Xã|Phường|Thị trấn|Thị xã|Huyện|Quận|Tỉnh|Thôn"
_BEFORE_NAME = re.compile(
    rf"(?<![^\W_])(?P<before>[{SMALL}]\w*|UBND|HĐND|MTTQ|UBMTTQ) (?P<unit>{_UNIT}) (?=(?P<name>\w+))"
)
_NOT_UNITS = frozenset({"Ủy", "Uỷ", "Đoàn", "Đội", "Hội", "Đảng"})


def _unit_words(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        for match in _BEFORE_NAME.finditer(text.words):
            name = match["name"]
            if name[0].isupper() and not name.isupper() and name not in _NOT_UNITS:
                small = match["unit"].lower()
                message = f"“{match['unit']}” trước tên riêng ở giữa câu phải viết chữ thường."
                yield hit_in(text, match.start("unit"), match.end("unit"), message, small)


def _own_name(subject: Subject) -> Iterator[Hit]:
    head = subject.document.letterhead
    place = head.place if head else ""
    if len(place.split()) < 2 or not all(word[:1].isupper() for word in place.split()):
        return
    pattern = re.compile(rf"(?:(?<=\bxã )|(?<=\bphường ))(?:{re.escape(place)})\b", re.IGNORECASE)
    for text in subject.texts:
        for match in pattern.finditer(text.words):
            if match[0] != place and not match[0].isupper():
                yield hit_in(text, *match.span(), f"“{match[0]}” viết khác với “{place}” ở phần đầu văn bản.", place)


RULES = (
    Rule(
        "unit-word-capital",
        "language",
        Severity.WARNING,
        "Viết hoa thừa từ chỉ đơn vị hành chính giữa câu (Xã Kim Hoa)",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục III",
        _unit_words,
    ),
    Rule(
        "own-place-name",
        "language",
        Severity.WARNING,
        "Tên xã, phường của mình viết khác với phần đầu văn bản",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục III",
        _own_name,
    ),
)
