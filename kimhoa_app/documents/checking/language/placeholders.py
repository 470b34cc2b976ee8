"""What a draft still waits for: signs of a template, names of an example, marks of a way of writing."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import DocumentKind
from kimhoa_app.documents.texts import Role

_SIGNS = re.compile(
    r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\[\s*(?:\.{2,}|…+)\s*\]|<\s*(?:\.{2,}|…+)\s*>"
    r"|[\[<(](?:ghi rõ|điền|nhập|tên xã|tên cơ quan|tên đơn vị|họ tên|họ và tên|TODO)[^\])>]*[\])>]"
    r"|(?<![\w/.])(?:xxx+|xx/xx(?:/xx+)?)(?!\w)|\bTODO\b|\b[Ll]orem ipsum\b"
)
_DOTS = re.compile(r"(?:[.…][ \u00a0]?){6,}|…{2,}|_{4,}")
_DUE_OF_DOTS = re.compile(
    r"\b(?:trước|đến|hết|nhất|từ|sau|xong|vào)\s+(?:ngày\s+)?"
    r"(?P<dots>(?:\.{2,}|…)+\s?(?:/|tháng)\s?(?:\d|\.|…|[\s/]|tháng|năm)*[\d.…])"
)
_AFTER_UNIT = re.compile(
    r"(?:\b(?:ông|bà|đồng chí|xã|phường|tỉnh|thôn|số tiền|lần thứ)\s+)(?P<dots>\.{3,}|…+)(?=[\s,;]+\w)"
)
_PEN = re.compile(r"(?:số|số:|ngày|tháng|năm|năm 20|[/.])\s*$", re.IGNORECASE)
_FORMS = frozenset({DocumentKind.MINUTES, DocumentKind.LIST, DocumentKind.OTHER, DocumentKind.INVITATION})
_FORM_ROLES = frozenset({Role.CELL, Role.COLUMN, Role.APPENDIX_HEAD, Role.APPENDIX_CLOSING, Role.NOTE})
_NOBODY = re.compile(r"(?i:(?:nguyễn|trần|lê|phạm|hoàng)\s+(?:văn|thị)\s+)[A-EX]|(?i:họ và tên|họ tên)")
_EXAMPLE_NAME = re.compile(r"\b(?:Nguyễn|Trần|Lê|Phạm|Hoàng)\s+(?:Văn|Thị)\s+[A-EX]\b")
_MARKS = re.compile(r"\*{2,}|(?<!_)__(?!_)|^#{1,6}(?= )|`{3}")
_STARRED = re.compile(r"(?<![\w*])\*(?P<words>[\w“\"][^*\n]{0,200}?(?<=[\w”\".,;:]))\*(?![\w*])")


def _left(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        is_form = text.spot.appendix is not None or text.spot.role in _FORM_ROLES or subject.document.kind in _FORMS
        signs = (match.span() for pattern in (_SIGNS, _EXAMPLE_NAME) for match in pattern.finditer(text.words))
        for start, end in (*signs, *(() if is_form else _dots(text.words))):
            yield hit_in(text, start, end, f"Chỗ này chưa điền: “{text.words[start:end].strip()}”.")


def _dots(words: str) -> Iterator[tuple[int, int]]:
    """Yield where dots wait for words, those of a day that is due too, but not the room for the pen in a number."""
    due = [match.span("dots") for match in _DUE_OF_DOTS.finditer(words)]
    yield from due
    for pattern in (_DOTS, _AFTER_UNIT):
        for match in pattern.finditer(words):
            is_due = any(start <= match.start() < end for start, end in due)
            if not (is_due or (pattern is _DOTS and _PEN.search(words, 0, match.start()))):
                yield match.span()


def _signer(subject: Subject) -> Iterator[Hit]:
    for signature in subject.document.signatures:
        if _NOBODY.fullmatch(signature.name.strip()):
            message = f"Tên người ký “{signature.name}” là tên ví dụ; hãy ghi tên thật."
            yield Hit(message, signature.name, place=signature.place)


def _marks(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        if any(sign in text.words for sign in "*_#`"):
            for match in _MARKS.finditer(text.words):
                suggestion = None if match[0] == text.words else ""
                yield hit_in(text, *match.span(), f"Còn sót dấu định dạng “{match[0]}”.", suggestion)
            for match in _STARRED.finditer(text.words):
                yield hit_in(text, *match.span(), "Còn sót dấu định dạng “*”.", match["words"])


RULES = (
    Rule(
        "placeholder-left",
        "language",
        Severity.WARNING,
        "Chỗ trống của mẫu chưa điền ([...], {{ }}, xxx, …………)",
        "Văn bản ban hành không còn chỗ trống, trừ số và ngày ghi bằng bút",
        _left,
    ),
    Rule(
        "signer-placeholder",
        "language",
        Severity.WARNING,
        "Tên người ký là tên ví dụ (Nguyễn Văn A)",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I: họ tên của người ký",
        _signer,
    ),
    Rule(
        "style-mark-left",
        "language",
        Severity.WARNING,
        "Còn sót dấu định dạng (**, ##)",
        "Dấu này là cách đánh dấu chữ đậm, chữ nghiêng, đề mục, không phải là chữ của văn bản",
        _marks,
    ),
)
