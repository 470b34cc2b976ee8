"""How the text and its legal bases end: "./." after the last word, ";" after a basis and "." after the last."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.printed import printed_at
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import DocumentKind
from kimhoa_app.documents.texts import Role, Text
from kimhoa_app.documents.wording import END_MARK

_MARK = "Thông lệ trình bày văn bản hành chính: hết nội dung có dấu “./.”"
_BASES = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II: sau mỗi căn cứ có dấu chấm phẩy, dòng cuối dấu chấm"
_LIKE_THE_MARK = re.compile(r"\s+\./\.$|\s*(?:[.,;]?\s*/\s*\.|/{1,2}|\.{2}|\.\s*/|\.\s?/\s?[.,]{1,2})\s*$")
_RUNNING = (Role.OPENING, Role.HEADING, Role.BODY, Role.CLOSING)
_UNMARKED = (DocumentKind.LIST, DocumentKind.MINUTES, DocumentKind.OTHER, DocumentKind.INVITATION)


def _running_texts(subject: Subject) -> list[Text]:
    return [text for text in subject.texts if text.spot.role in _RUNNING and text.spot.appendix is None]


def _wrong_mark(subject: Subject) -> Iterator[Hit]:
    texts = _running_texts(subject)
    if subject.source is None or subject.document.end_mark or not texts:
        return
    found = _LIKE_THE_MARK.search(texts[-1].words)
    if found:
        shown = found[0].strip()
        yield hit_in(
            texts[-1],
            found.start(),
            found.end(),
            f"Cuối văn bản viết “{shown}”; dấu kết thúc là “{END_MARK}”, liền sau chữ cuối.",
            END_MARK,
        )


def _no_mark(subject: Subject) -> Iterator[Hit]:
    texts = _running_texts(subject)
    if subject.source is None or subject.document.end_mark or not texts or subject.document.kind in _UNMARKED:
        return
    last = texts[-1]
    if _LIKE_THE_MARK.search(last.words):
        return
    stop = len(last.words.rstrip(" .;,"))
    if stop:
        start = last.words.rfind(" ", 0, stop) + 1
        word = last.words[start:stop]
        yield hit_in(
            last, start, len(last.words), f"Cuối văn bản chưa có dấu kết thúc “{END_MARK}”.", f"{word}{END_MARK}"
        )


def _mark_within(subject: Subject) -> Iterator[Hit]:
    texts = _running_texts(subject)
    for text in texts[: None if subject.document.end_mark else -1]:
        if text.words.rstrip().endswith(END_MARK):
            start = text.words.rindex(END_MARK)
            yield hit_in(
                text, start, start + len(END_MARK), f"Dấu “{END_MARK}” chỉ đặt ở cuối văn bản, đây mới là giữa.", "."
            )


def _legal_bases(subject: Subject) -> Iterator[Hit]:
    document = subject.document
    if subject.source is None or not document.legal_bases:
        return
    lines = list(printed_at(subject.source, document.legal_bases, document.places.legal_bases))
    wrong = [line for line in lines[:-1] if not line.text.endswith(";")]
    for line in wrong[:1]:
        yield Hit(
            f"Mỗi dòng căn cứ kết thúc bằng dấu “;”; {len(wrong)} dòng chưa có dấu này.",
            _tail(line.text),
            place=line.place,
        )
    is_decision = document.kind is DocumentKind.DECISION
    if lines and not lines[-1].text.endswith("." if is_decision else (".", ";")):
        yield Hit("Dòng căn cứ cuối cùng kết thúc bằng dấu “.”.", _tail(lines[-1].text), place=lines[-1].place)


def _tail(text: str) -> str:
    return " ".join(text.split()[-4:])


RULES: tuple[Rule, ...] = (
    Rule("end-mark-wrong", "structure", Severity.WARNING, "dấu kết thúc viết sai (“/.”)", _MARK, _wrong_mark),
    Rule("end-mark-missing", "structure", Severity.INFO, "thiếu dấu kết thúc “./.”", _MARK, _no_mark),
    Rule("end-mark-within", "structure", Severity.WARNING, "dấu “./.” ở giữa văn bản", _MARK, _mark_within),
    Rule("legal-basis-stop", "structure", Severity.WARNING, "dấu cuối dòng căn cứ", _BASES, _legal_bases),
)
