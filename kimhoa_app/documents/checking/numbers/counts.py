"""Counts told in the text against the list that follows, the phases named, and the list attached."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.checking.tables import grids_of
from kimhoa_app.documents.model import Section
from kimhoa_app.documents.texts import Role, Text
from kimhoa_app.text.number_words import number_from_words

_WORDS = "hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_COUNT = rf"(?P<count>\d{{1,2}}|{_WORDS})"
_LISTED = re.compile(
    rf"(?<![\d/.,-]){_COUNT}\s+(?:\([^)\d]*\)\s*)?"
    r"(?P<what>đồng chí|ông,? bà|thành viên|đợt|nội dung|"
    r"nhiệm vụ|giải pháp|chỉ tiêu|phong trào|tiêu chí|tiêu chuẩn|nhóm|phần|bước|giai đoạn|mục tiêu|"
    r"công trình|mô hình|việc|khâu)\b"
    r"[^:.;\d]{0,60}:\s*$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+")
_BULLET = re.compile(r"\s*(?P<sign>[-–+•*])\s")
_PHASES_TOLD = re.compile(
    rf"(?:tổ chức|phát động|chia thành|chia làm|gồm|thành|làm|qua)\s+(?P<told>{_COUNT}\s+đợt)"
    r"(?=\s+(?:thi đua|cao điểm|trong năm|phát động|như sau|sau)\b|\s*[:,.;(]|$)",
    re.IGNORECASE,
)
_PHASE = re.compile(
    r"(?:[-–+•]\s*)?Đợt\s+(?:thi đua\s+)?(?:thứ\s+)?"
    r"(?P<order>\d{1,2}|[IVX]+|một|nhất|hai|nhì|ba|bốn|tư|năm)\b"
)
_ORDERS = {
    **dict.fromkeys(("một", "nhất", "i"), "1"),
    **dict.fromkeys(("hai", "nhì", "ii"), "2"),
    **dict.fromkeys(("ba", "iii"), "3"),
    **dict.fromkeys(("bốn", "tư", "iv"), "4"),
    **dict.fromkeys(("năm", "v"), "5"),
}
_ATTACHED = re.compile(
    r"(?<![\d/.,-])(?P<count>\d{1,3})\s+(?:\([^)\d]*\)\s*)?"
    r"(?:tập thể|cá nhân|đồng chí|người|ông,? bà|gia đình|hộ)\b"
    r"[^.;\d]{0,120}?danh sách (?:kèm theo|đính kèm|dưới đây)",
    re.IGNORECASE,
)


def _lists_short(subject: Subject) -> Iterator[Hit]:
    for index, text in enumerate(subject.texts):
        match = _LISTED.search(text.words) if text.words.rstrip().endswith(":") else None
        if match is None or text.spot.role in (Role.CELL, Role.COLUMN):
            continue
        told = _number(match["count"])
        counted = _bullets_after(subject.texts, index) or _children(subject, text)
        if told is not None and counted >= 2 and counted != told:
            message = f"Ghi {match['count']} {match['what']} nhưng phần liệt kê ngay sau có {counted}."
            yield hit_in(text, match.start(), match.end("what"), message)


def _bullets_after(texts: Sequence[Text], index: int) -> int:
    """Return how many items of one sign follow in the same section; items of another sign are parts of them.

    0 where the items are apart, with other paragraphs between them, or belong to a list that began before.
    """
    own = texts[index].spot
    own_sign = _sign(texts[index])
    signs = [
        _sign(text)
        for text in takewhile(
            lambda each: (each.spot.path, each.spot.appendix) == (own.path, own.appendix), texts[index + 1 :]
        )
    ]
    if not signs or signs[0] in ("", own_sign):
        return 0
    run = list(takewhile(lambda sign: sign not in ("", own_sign), signs))
    return 0 if signs[0] in signs[len(run) :] else run.count(signs[0])


def _sign(text: Text) -> str:
    match = _BULLET.match(text.words)
    return match["sign"] if match else ""


def _children(subject: Subject, text: Text) -> int:
    """Return how many parts the section of `text` has, when `text` is the last thing before them."""
    if not text.spot.path or text.spot.role not in (Role.HEADING, Role.BODY):
        return 0
    sections: tuple[Section, ...] = subject.document.sections
    section: Section | None = None
    for index in text.spot.path:
        section = sections[index]
        sections = section.children
    if section is None:
        return 0
    is_last = not section.blocks if text.spot.role is Role.HEADING else len(section.blocks) == 1
    return len(section.children) if is_last else 0


def _phases_unlike(subject: Subject) -> Iterator[Hit]:
    orders = {
        _ORDERS.get(match["order"].lower(), match["order"].lstrip("0"))
        for text in subject.texts
        if (match := _PHASE.match(text.words))
    }
    if not orders:
        return
    for text in subject.texts:
        for match in _PHASES_TOLD.finditer(text.words):
            told = _number(match["count"])
            if told is not None and told != len(orders):
                message = f"Ghi {match['told']} nhưng văn bản nêu {len(orders)} đợt."
                yield hit_in(text, match.start("told"), match.end("told"), message)


def _attached_unlike(subject: Subject) -> Iterator[Hit]:
    attached = [grid for grid in grids_of(subject) if grid.appendix is not None]
    if len(attached) != 1 or (column := attached[0].number_column) is None:
        return
    cells = [row[column] for row in attached[0].rows if column < len(row)]
    numbers = [int(cell.words) for cell in cells if cell is not None and cell.words.strip().isdecimal()]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        return
    for text in subject.texts:
        match = _ATTACHED.search(text.words)
        if match and text.spot.appendix is None and len(_FIGURE.findall(match[0])) == 1:
            before = text.words[: match.start()]
            if int(match["count"]) != len(numbers) and not re.search(r"\d+ (?:tập thể|cá nhân)", before):
                message = f"Ghi {match['count']} nhưng danh sách kèm theo có {len(numbers)} dòng."
                yield hit_in(text, *match.span("count"), message)


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() else number_from_words(words)


RULES = (
    Rule(
        "list-count",
        "numbers",
        Severity.WARNING,
        "Số đếm trước phần liệt kê khác số mục được liệt kê (gồm 05 đồng chí)",
        "Đếm các mục ngay sau",
        _lists_short,
    ),
    Rule(
        "phase-count",
        "numbers",
        Severity.WARNING,
        "Số đợt thi đua ghi trong văn bản khác số đợt được nêu",
        "Đếm các đợt được nêu",
        _phases_unlike,
    ),
    Rule(
        "attached-list-count",
        "numbers",
        Severity.WARNING,
        "Số tập thể, cá nhân trong văn bản khác số dòng của danh sách kèm theo",
        "Đếm các dòng của danh sách",
        _attached_unlike,
    ),
)
