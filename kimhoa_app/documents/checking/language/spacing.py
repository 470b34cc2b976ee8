"""Spaces around punctuation, brackets, quotes and dashes; marks doubled or left open.

Rooms that are left for the pen (three spaces and more) and the dots of a form mean nothing.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.checking.words import CAPITAL, LETTER, SMALL
from kimhoa_app.documents.texts import Role, Text

FAMILY = "language"
_BASIS = "Quy tắc dấu câu tiếng Việt"
_SPACE = r"[ \u00a0]"

_BEFORE_MARK = re.compile(rf"(?<=[\w)\]”%]){_SPACE}{{1,2}}(?P<mark>[,;?!](?=\s|$|[”)])|:(?=\s|$)(?!\s*\d)|\.(?=\s|$))")
_BETWEEN = re.compile(rf"(?<={LETTER}{LETTER}){_SPACE}{{1,2}}(?P<mark>[,;])(?=[“\"(]?{LETTER}{{2}})")
_AFTER_MARK = re.compile(rf"(?<={LETTER}{LETTER})(?P<mark>[,;:])(?P<word>{LETTER}{{2,}})")
_AFTER_STOP = re.compile(rf"(?<=[{SMALL}]{{2}})\.(?P<word>[{CAPITAL}][{SMALL}]+)(?!\.?\w)")
_BEFORE_BRACKET = re.compile(rf"(?<=[{SMALL}]{{2}})\((?P<word>{LETTER}{{2,}})")
_AFTER_BRACKET = re.compile(rf"(?<={LETTER}{LETTER})(?P<mark>[)”])(?P<word>{LETTER}{{2,}})")
_IN_OPEN = re.compile(rf"(?P<mark>[(\[“]){_SPACE}{{1,2}}(?=[\w“\"])")
_IN_CLOSE = re.compile(rf"(?<=[\w.,;!?%]){_SPACE}{{1,2}}(?P<mark>[)\]”])")
_DOUBLED_SPACE = re.compile(rf"(?<=[\w,;:.!?)”%]){_SPACE}{{2}}(?=[\w(“\"])")
_PEN = re.compile(r"(?:ngày|tháng|năm|số|số:)\s*$", re.IGNORECASE)
_DOUBLED_MARK = re.compile(
    r"(?<![,;:?!.])[,;:](?:\s?[,;:]|\s?\.(?![./…\w]))+|(?<=[^.\s…])\.\s?[,;](?:\s?[,;:])*"
    r"|(?<=\w)\.\s?\.(?![./…])(?!\s?[.,;])"
)
_ABBREVIATED = re.compile(r"(?:\bv\.v|\bvv|\bTP|\btr|\b[A-ZĐ]|\bTh?S|\bBs)$", re.IGNORECASE)
_DASH = re.compile(rf"(?P<left>{LETTER}{{2,}})(?P<dash>[-–] | [-–])(?P<right>{LETTER}{{2,}})")
_PAIRS = frozenset(
    {
        "tế-xã",
        "phòng-an",
        "ninh-quốc",
        "đua-khen",
        "hóa-xã",
        "hoá-xã",
        "hóa-thể",
        "hoá-thể",
        "trị-xã",
        "phòng-thống",
        "chính-kế",
        "chính-xây",
        "pháp-hộ",
        "chính-ngân",
        "mại-dịch",
        "động-thương",
        "lập-tự",
        "do-hạnh",
        "nghiệp-xây",
    }
)
_JOINED = re.compile(rf"\b(?P<left>{LETTER}{{2,}})-(?P<right>{LETTER}{{2,}})\b(?!-)")
_OPENED = {")": "(", "”": "“"}
_CURLY, _STRAIGHT = re.compile("[“”]"), re.compile('"')


def _each(look: Callable[[Text], Iterator[Hit]], subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        yield from look(text)


def _space_before(text: Text) -> Iterator[Hit]:
    for match in _BEFORE_MARK.finditer(text.words):
        yield hit_in(text, *match.span(), f"Thừa dấu cách trước dấu “{match['mark']}”.", match["mark"])
    for match in _BETWEEN.finditer(text.words):
        mark = match["mark"]
        yield hit_in(text, *match.span(), f"Dấu cách phải đứng sau dấu “{mark}”, không đứng trước.", f"{mark} ")


def _space_missing(text: Text) -> Iterator[Hit]:
    words = text.words
    for match in _AFTER_MARK.finditer(words):
        if "//" not in words[match.start() : match.end() + 2]:
            mark, word = match["mark"], match["word"]
            yield hit_in(text, *match.span(), f"Thiếu dấu cách sau dấu “{mark}”.", f"{mark} {word}")
    for match in _AFTER_STOP.finditer(words):
        if not _is_address(words, match.start()):
            yield hit_in(text, *match.span(), "Thiếu dấu cách sau dấu chấm.", f". {match['word']}")
    for match in _BEFORE_BRACKET.finditer(words):
        yield hit_in(text, *match.span(), "Thiếu dấu cách trước dấu mở ngoặc.", f" ({match['word']}")
    for match in _AFTER_BRACKET.finditer(words):
        mark, word = match["mark"], match["word"]
        yield hit_in(text, *match.span(), f"Thiếu dấu cách sau dấu “{mark}”.", f"{mark} {word}")


def _space_inside(text: Text) -> Iterator[Hit]:
    for pattern in (_IN_OPEN, _IN_CLOSE):
        for match in pattern.finditer(text.words):
            yield hit_in(text, *match.span(), "Thừa dấu cách bên trong dấu ngoặc.", match["mark"])


def _space_doubled(text: Text) -> Iterator[Hit]:
    for match in _DOUBLED_SPACE.finditer(text.words):
        if not _PEN.search(text.words, 0, match.start()):
            yield hit_in(text, *match.span(), "Thừa một dấu cách giữa hai từ.", " ")


def _mark_doubled(text: Text) -> Iterator[Hit]:
    for match in _DOUBLED_MARK.finditer(text.words):
        marks = match[0].replace(" ", "")
        if "." in marks and _ABBREVIATED.search(text.words, 0, match.start()):
            continue
        suggestion = marks[0] if len(set(marks)) == 1 else None
        yield hit_in(text, *match.span(), f"Hai dấu câu liền nhau: “{match[0]}”.", suggestion)


def _dash_spacing(text: Text) -> Iterator[Hit]:
    for match in _DASH.finditer(text.words):
        if match["left"].isupper() or match["right"].isupper():
            continue
        sign = match["dash"].strip()
        suggestion = f"{match['left']} {sign} {match['right']}"
        yield hit_in(text, *match.span(), _dash_message(match[0]), suggestion)
    for match in _JOINED.finditer(text.words):
        if f"{match['left']}-{match['right']}".lower() in _PAIRS:
            suggestion = f"{match['left']} - {match['right']}"
            yield hit_in(text, *match.span(), _dash_message(match[0]), suggestion)


def _dash_message(found: str) -> str:
    return f"Dấu gạch nối trong “{found}” phải có dấu cách ở cả hai bên."


def _left_open(text: Text) -> Iterator[Hit]:
    if text.spot.role in (Role.CELL, Role.COLUMN):
        return
    opened: list[tuple[str, int]] = []
    for match in re.finditer("[()“”]", text.words):
        sign = match[0]
        if sign in "(“":
            opened.append((sign, match.start()))
        elif opened and opened[-1][0] == _OPENED[sign]:
            opened.pop()
        elif sign == "”" or opened:
            return  # quotes that run over paragraphs, labels such as a)
    for sign, start in opened[:1]:
        what = "ngoặc đơn" if sign == "(" else "ngoặc kép"
        end = re.compile(r"\W\s*\w*").match(text.words, start)
        yield hit_in(text, start, end.end() if end else start + 1, f"Dấu {what} mở ra mà không đóng lại.")


def _quotes_mixed(subject: Subject) -> Iterator[Hit]:
    counts = [sum(len(sign.findall(text.words)) for text in subject.texts) for sign in (_CURLY, _STRAIGHT)]
    if not all(counts):
        return
    few, many = sorted(counts)
    rare, usual = (_STRAIGHT, "“ ”") if counts[0] >= counts[1] else (_CURLY, '" "')
    message = f"Văn bản dùng lẫn hai kiểu dấu ngoặc kép: {many} dấu kiểu {usual} và {few} dấu kiểu kia."
    for text in subject.texts:
        if match := rare.search(text.words):
            yield hit_in(text, *match.span(), message, _quote_like(usual, text.words, match.start()))
            return


def _quote_like(usual: str, words: str, start: int) -> str:
    if usual[0] == '"':
        return '"'
    opens = start == 0 or words[start - 1].isspace() or words[start - 1] in "(["
    return "“" if opens else "”"


def _is_address(words: str, position: int) -> bool:
    start = words.rfind(" ", 0, position) + 1
    end = words.find(" ", position)
    return re.search(r"[@/\\]|www\.|\.\w+\.", words[start : end if end >= 0 else len(words)]) is not None


RULES = (
    Rule(
        "space-before-mark",
        FAMILY,
        Severity.WARNING,
        "Dấu cách thừa trước dấu câu",
        _BASIS,
        partial(_each, _space_before),
    ),
    Rule(
        "space-missing",
        FAMILY,
        Severity.WARNING,
        "Thiếu dấu cách sau dấu câu, trước hoặc sau dấu ngoặc",
        _BASIS,
        partial(_each, _space_missing),
    ),
    Rule(
        "space-in-brackets",
        FAMILY,
        Severity.WARNING,
        "Dấu cách thừa bên trong dấu ngoặc đơn, ngoặc kép",
        _BASIS,
        partial(_each, _space_inside),
    ),
    Rule("space-doubled", FAMILY, Severity.INFO, "Hai dấu cách liền nhau", _BASIS, partial(_each, _space_doubled)),
    Rule("mark-doubled", FAMILY, Severity.WARNING, "Hai dấu câu liền nhau", _BASIS, partial(_each, _mark_doubled)),
    Rule(
        "dash-spacing",
        FAMILY,
        Severity.WARNING,
        "Dấu gạch nối giữa hai cụm từ thiếu dấu cách một hoặc hai bên",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I (cách viết tiêu ngữ), Phụ lục II (tên cơ quan, tổ chức)",
        partial(_each, _dash_spacing),
    ),
    Rule(
        "bracket-left-open",
        FAMILY,
        Severity.INFO,
        "Dấu ngoặc mở ra mà không đóng lại",
        _BASIS,
        partial(_each, _left_open),
    ),
    Rule("quotes-mixed", FAMILY, Severity.INFO, "Hai kiểu dấu ngoặc kép dùng lẫn", _BASIS, _quotes_mixed),
)
