"""Days against the day of issue: nothing cited is younger, nothing asked for is due before."""

from collections.abc import Iterator
from datetime import date, timedelta

from kimhoa_app.documents.checking.cited import citations
from kimhoa_app.documents.checking.dates.ranges import deadlines, phases
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.issue_span import AHEAD, issue_span, work_year
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.patterns import NAMED_LAW
from kimhoa_app.documents.said_days import said_days
from kimhoa_app.documents.texts import Text
from kimhoa_app.domain.legal_texts import law_named, text_numbered
from kimhoa_app.text.dates import short_date

_A_YEAR = timedelta(days=366)
_Act = tuple[Text, int, int, str, date]


def _cited_later(subject: Subject) -> Iterator[Hit]:
    span = issue_span(subject)
    planned = _planned_days(subject)
    for text, start, end, name, on in _dated_acts(subject):
        hit = _later(subject, span, planned, name, on)
        if hit is not None:
            message, severity = hit
            yield Hit(message, text.words[start:end], None, text.spot, start, severity=severity)


def _later(
    subject: Subject, span: tuple[date, date] | None, planned: list[date], name: str, on: date
) -> tuple[str, Severity] | None:
    said = f"{name} là của ngày {short_date(on)}"
    if issued := subject.issued_on:
        return (f"{said}, sau ngày ban hành {short_date(issued)}.", Severity.ERROR) if on > issued else None
    if on > subject.today:
        return f"{said}, ngày chưa đến; hãy xem lại ngày của văn bản được viện dẫn.", Severity.ERROR
    if span is not None and on > span[1]:
        head = subject.document.letterhead
        is_sure = head is not None and head.date is not None
        return f"{said}, sau khi văn bản này được ban hành.", Severity.ERROR if is_sure else Severity.WARNING
    if planned and on > planned[0]:
        severity = Severity.ERROR if on > planned[-1] else Severity.WARNING
        due = planned[-1] if severity is Severity.ERROR else planned[0]
        return f"{said}, sau cả thời hạn {short_date(due)} mà văn bản này đặt ra.", severity
    return None


def _planned_days(subject: Subject) -> list[date]:
    """Return the deadlines of a document that says what is to be done, else the ends of its phases, in their order.

    It cannot have been issued after all of them.
    """
    if subject.document.kind not in AHEAD:
        return []
    due = sorted(each.on for each in deadlines(subject) if work_year(subject) in (None, each.on.year))
    ends = (phase.range.ends_on for phase in phases(subject))
    return due or sorted(end for end in ends if end is not None)


def _dated_acts(subject: Subject) -> Iterator[_Act]:
    for cited in citations(subject):
        known = text_numbered(cited.tight)
        on = cited.day.first() if cited.day else known.passed_on if known else None
        if on is not None:
            yield cited.text, cited.start, cited.end, cited.name, on
    for text in subject.texts:
        for match in NAMED_LAW.finditer(text.words):
            said = next(said_days(match["date"]), None) if match["date"] else None
            law = law_named(match["name"], int(match["year"])) if match["year"] else None
            on = said.first() if said else law.passed_on if law else None
            if on is not None:
                yield text, match.start(), match.end(), match["name"], on


def _due_before_issue(subject: Subject) -> Iterator[Hit]:
    head = subject.document.letterhead
    span = issue_span(subject)
    if subject.document.kind not in AHEAD or span is None or head is None or head.date is None:
        return
    for due in deadlines(subject):
        if span[0] - _A_YEAR <= due.on < span[0]:
            message = f"Thời hạn {short_date(due.on)} đã qua trước ngày ban hành; hãy ghi lại thời hạn."
            words = due.text.words[due.said.start : due.said.end]
            severity = Severity.ERROR if due.is_sending else Severity.WARNING
            yield Hit(message, words, None, due.text.spot, due.said.start, severity=severity)


def _phase_before_issue(subject: Subject) -> Iterator[Hit]:
    issued = subject.issued_on
    if subject.document.kind not in AHEAD or issued is None:
        return
    for phase in phases(subject):
        ends = phase.range.ends_on
        if ends is not None and ends < issued:
            message = f"Đợt {phase.number} kết thúc ngày {short_date(ends)}, trước ngày ban hành {short_date(issued)}."
            yield hit_in(phase.range.text, phase.range.start, phase.range.end, message)


_ORDER = "Văn bản không thể viện dẫn văn bản ban hành sau nó"
_DUE = "Thứ tự ngày: thời hạn không thể đến trước ngày ban hành"

RULES: tuple[Rule, ...] = (
    Rule(
        "cited-later", "dates", Severity.ERROR, "Văn bản viện dẫn có ngày sau văn bản viện dẫn nó", _ORDER, _cited_later
    ),
    Rule("due-before-issue", "dates", Severity.ERROR, "Thời hạn trước ngày ban hành", _DUE, _due_before_issue),
    Rule("phase-before-issue", "dates", Severity.WARNING, "Đợt thi đua đã qua khi ban hành", _DUE, _phase_before_issue),
)
