"""One act cited in two ways, and a document that cites itself."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.cited import Cited, citations
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.texts import Role
from kimhoa_app.text.search_keys import search_key

SAME_SUBJECT = 30
"""Letters of a trích yếu that two citations must have in common to be of one act."""

_ATTACHED = re.compile(r"(?:kèm theo|đính kèm|ban hành theo|thay thế)[^;.]{0,40}$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:về|v/v|quy định|ban hành|hướng dẫn|phê duyệt|giao|phát động|tổ chức|triển khai)\b")
_REACH = 240


def _two_days(subject: Subject) -> Iterator[Hit]:
    first: dict[tuple[str, str], list[Cited]] = {}
    for cited in citations(subject):
        if cited.day is None or cited.day.first() is None:
            continue
        known = first.setdefault((cited.type, cited.tight.casefold()), [])
        before = next((each for each in known if _contradict(each, cited)), None)
        if before is not None and before.day is not None:
            said = before.text.words[before.day.start : before.day.end]
            message = f"{cited.name} ở chỗ khác ghi ngày {said}; hãy xem ngày nào đúng."
            yield hit_in(cited.text, cited.day.start, cited.day.end, message)
        if not any(each.day and each.day.first() == cited.day.first() for each in known):
            known.append(cited)


def _contradict(one: Cited, other: Cited) -> bool:
    """Return whether two citations of one number are of one act with two days, and not of two years or two bodies."""
    first, second = (one.day.first() if one.day else None), (other.day.first() if other.day else None)
    if first is None or second is None or first == second:
        return False
    is_slip = first.year == second.year or (first.day, first.month) == (second.day, second.month)
    return is_slip and (not one.issuer or not other.issuer or _body(one) == _body(other))


def _body(cited: Cited) -> str:
    return search_key(cited.issuer).replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd")


def _two_numbers(subject: Subject) -> Iterator[Hit]:
    first: dict[tuple[str, str, str, str], Cited] = {}
    for cited in citations(subject):
        about = _about(cited)
        if cited.day is None or len(about) < SAME_SUBJECT:
            continue
        day = cited.day.first()
        before = first.setdefault((cited.type, cited.symbol, str(day), about), cited)
        if before.serial.lstrip("0") != cited.serial.lstrip("0"):
            message = f"Cùng ngày, cùng trích yếu, ở chỗ khác ghi số {before.tight}; hãy xem số nào đúng."
            yield hit_in(cited.text, cited.number_start, cited.number_end, message)


def _about(cited: Cited) -> str:
    """Return the beginning of the trích yếu that follows a citation, "" where none does."""
    behind = cited.text.words[cited.end : cited.end + _REACH]
    found = _ABOUT.search(behind)
    return search_key(behind[found.start() :])[: SAME_SUBJECT * 2] if found else ""


def _itself(subject: Subject) -> Iterator[Hit]:
    head = subject.document.letterhead
    if head is None or not head.number or not head.symbol:
        return
    own = f"{head.number.lstrip('0')}/{head.symbol}".casefold()
    for cited in citations(subject):
        if f"{cited.serial.lstrip('0')}/{cited.symbol}".casefold() != own or cited.year is not None:
            continue
        same_day = cited.day is not None and cited.day.first() == subject.issued_on
        is_own = same_day or (cited.day is None and not cited.issuer)
        before = cited.text.words[max(0, cited.start - 80) : cited.start]
        if is_own and cited.text.spot.role is not Role.APPENDIX_HEAD and not _ATTACHED.search(before):
            message = "Đây là số của chính văn bản này; hãy xem lại văn bản được viện dẫn."
            yield hit_in(cited.text, cited.start, cited.end, message)


_ONE_ACT = "Một văn bản chỉ có một số và một ngày ban hành"

RULES: tuple[Rule, ...] = (
    Rule("act-two-days", "citations", Severity.WARNING, "Một văn bản ghi hai ngày ban hành", _ONE_ACT, _two_days),
    Rule("act-two-numbers", "citations", Severity.WARNING, "Một văn bản ghi hai số", _ONE_ACT, _two_numbers),
    Rule("cites-itself", "citations", Severity.WARNING, "Văn bản viện dẫn chính nó", _ONE_ACT, _itself),
)
