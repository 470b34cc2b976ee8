"""Sizes and styles of the parts of a Word file, and the rules drawn under its head."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.form.body import wrong_body_size
from kimhoa_app.documents.checking.part_lines import PartLine, only
from kimhoa_app.documents.checking.rule import Hit, Rule
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.form import Component, form_rules
from kimhoa_app.documents.model import Align, Place
from kimhoa_app.documents.reading import marks

_DECREE = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II"
_MOST = 0.5
_ARGUABLE = 1  # pt up to which a size that is off is only worth a look
_BELOW = 4  # paragraphs below a line within which its rule stands
_NAMES = {
    "national_name": "quốc hiệu",
    "motto": "tiêu ngữ",
    "superior": "tên cơ quan chủ quản",
    "issuer": "tên cơ quan ban hành",
    "number": "dòng số, ký hiệu",
    "place_and_date": "dòng địa danh, thời gian",
    "title": "tên loại văn bản",
    "subject": "trích yếu",
    "legal_basis": "căn cứ ban hành",
    "authority": "quyền hạn, chức vụ",
    "signer": "họ tên người ký",
    "recipients_head": "chữ “Nơi nhận:”",
    "recipient": "các dòng nơi nhận",
    "table_text": "chữ trong bảng",
}


def _styled(*parts: str) -> Callable[[Subject], Iterator[Hit]]:
    """Return a look that tells in one hit all that is not set as the form asks in those parts."""

    def look(subject: Subject) -> Iterator[Hit]:
        told_size = wrong_body_size(subject)
        told: list[str] = []
        found: list[_Fault] = []
        for part in parts:
            component: Component = getattr(form_rules(), part)
            lines = only(subject.part_lines, part)
            faults = {fault.words: fault for line in reversed(lines) for fault in _faults(line, component, told_size)}
            if faults:
                told.append(f"{_NAMES[part]} {', '.join(faults)}")
                found += faults.values()
        if found:
            words = "; ".join(told)
            first = min(found, key=lambda each: each.place.paragraph)
            severity = None if any(each.is_sure for each in found) else Severity.INFO
            yield Hit(f"{words[:1].upper()}{words[1:]}.", place=first.place, severity=severity)

    return look


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a line; `is_sure` where nobody would argue about it."""

    words: str
    place: Place
    is_sure: bool = False


def _faults(line: PartLine, component: Component, told_size: float | None) -> Iterator[_Fault]:
    """Yield what is wrong with a line, but not the size `told_size` of the whole text, which is told already."""
    size, place = line.size, line.place
    if not component.least_size <= size <= component.most_size and size != told_size:
        off = max(component.least_size - size, size - component.most_size)
        yield _Fault(f"cỡ {size:g} (phải {_sizes(component)})", place, off > _ARGUABLE)
    if line.part == "table_text":
        return
    if component.bold != (line.share("bold") > _MOST):
        yield _Fault("chưa in đậm" if component.bold else "không được in đậm", place, component.bold)
    if component.italic != (line.share("italic") > _MOST):
        yield _Fault("chưa in nghiêng" if component.italic else "không được in nghiêng", place)
    if line.share("underlined") > _MOST:
        yield _Fault("không được gạch chân", place, is_sure=True)
    if component.capitals and not line.line.text.isupper() and line.share("capitals") <= _MOST:
        yield _Fault("chưa viết in hoa", place, is_sure=True)
    if line.part in ("title", "subject") and line.line.format.align is not Align.CENTER:
        yield _Fault("chưa canh giữa", place)


def _sizes(component: Component) -> str:
    least, most = component.least_size, component.most_size
    return f"{least:g}" if least == most else f"{least:g} - {most:g}"


def _typed_rules(subject: Subject) -> Iterator[Hit]:
    """Yield a hit on the first line of the head that is made of signs instead of drawn."""
    if subject.word is None or subject.source is None:
        return
    title = subject.document.places.title
    for paragraph in subject.source.paragraphs[: title.paragraph + _BELOW if title else 0]:
        for piece in paragraph.text.replace("\t", "\n").split("\n"):
            typed = piece.strip()
            if len(typed) > 2 and set(typed) <= set("-_—–*=.") and marks.is_rule(typed):
                message = f"Đường kẻ gõ bằng ký tự “{typed[:3]}”; phải vẽ bằng nét liền."
                yield Hit(message, typed, place=Place(paragraph.number))
                return


def _no_rules(subject: Subject) -> Iterator[Hit]:
    """Yield a hit where nothing at all is drawn under the motto, which is the one rule that every paper has."""
    word, motto = subject.word, only(subject.part_lines, "motto")
    title = subject.document.places.title
    if word is None or not motto or next(_typed_rules(subject), None) or motto[0].share("underlined") > _MOST:
        return
    last = (title.paragraph if title else motto[0].place.paragraph) + _BELOW
    head = word.lines[:last]
    if not any(line.has_drawing or line.format.line_above or line.format.line_below for line in head):
        yield Hit("Dưới tiêu ngữ chưa có đường kẻ ngang nét liền.", place=motto[0].place)


RULES: tuple[Rule, ...] = (
    Rule(
        "head-style",
        "form",
        Severity.WARNING,
        "cỡ, kiểu chữ phần đầu văn bản",
        f"{_DECREE}, 1 - 4",
        _styled("national_name", "motto", "superior", "issuer", "number", "place_and_date"),
    ),
    Rule(
        "title-style",
        "form",
        Severity.INFO,
        "cỡ, kiểu chữ tên loại, trích yếu",
        f"{_DECREE}, 5",
        _styled("title", "subject"),
    ),
    Rule(
        "legal-basis-style", "form", Severity.INFO, "căn cứ không in nghiêng", f"{_DECREE}, 6", _styled("legal_basis")
    ),
    Rule(
        "signature-style",
        "form",
        Severity.INFO,
        "cỡ, kiểu chữ phần ký",
        f"{_DECREE}, 7",
        _styled("authority", "signer"),
    ),
    Rule(
        "recipients-style",
        "form",
        Severity.INFO,
        "cỡ, kiểu chữ nơi nhận",
        f"{_DECREE}, 9",
        _styled("recipients_head", "recipient"),
    ),
    Rule(
        "table-size",
        "form",
        Severity.INFO,
        "cỡ chữ trong bảng ngoài 11 - 13",
        "Thông lệ trình bày văn bản hành chính",
        _styled("table_text"),
    ),
    Rule("rule-typed", "form", Severity.INFO, "đường kẻ gõ bằng ký tự", f"{_DECREE}, 1, 2, 5", _typed_rules),
    Rule("rule-missing", "form", Severity.INFO, "thiếu đường kẻ dưới tiêu ngữ", f"{_DECREE}, 1", _no_rules),
)
