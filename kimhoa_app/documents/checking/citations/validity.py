"""Cited texts against the dated table: in force on the day of the document, with the number and the day they have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kimhoa_app.documents.checking.cited import citations
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.issue_span import AHEAD, issue_span
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject, once
from kimhoa_app.documents.patterns import NAMED_LAW
from kimhoa_app.documents.said_days import SaidDay, said_days
from kimhoa_app.documents.texts import Role, Text
from kimhoa_app.domain.legal_texts import (
    LAW,
    CitationStyle,
    LegalText,
    citation,
    law_named,
    laws_named,
    successor_on,
    text_numbered,
)
from kimhoa_app.text.dates import long_date, short_date

_NOT_RELIED_ON = re.compile(
    r"(?:thi hành|chi tiết|thay thế|bãi bỏ|hết hiệu lực|trước đây|sửa đổi|bổ sung|kèm theo)[^;.]{0,60}$", re.IGNORECASE
)
_REACH = 100


@dataclass(frozen=True, slots=True)
class _Mention:
    """A text of the table, cited at `start` to `end`; `is_basis` where a căn cứ names it and not its title."""

    text: Text
    start: int
    end: int
    known: LegalText
    day: SaidDay | None
    is_basis: bool


@once
def _mentions(subject: Subject) -> Iterator[_Mention]:
    named: dict[int, list[_Mention]] = {}
    for text in subject.texts:
        named[text.spot.number] = list(_by_name(text))
        yield from named[text.spot.number]
    for cited in citations(subject):
        known, near = text_numbered(cited.tight), named[cited.text.spot.number]
        if known and not any(each.start <= cited.start < each.end for each in near):
            yield _Mention(cited.text, cited.start, cited.end, known, cited.day, cited.is_basis)


def _by_name(text: Text) -> Iterator[_Mention]:
    for match in NAMED_LAW.finditer(text.words):
        said = _day_in(match)
        year = int(match["year"]) if match["year"] else said.year if said else None
        known = law_named(match["name"], year, said.first() if said else None) if year else None
        if known is not None:
            before = text.words[: match.start()].removeprefix("Căn cứ").strip()
            is_basis = not before and (text.spot.role is Role.LEGAL_BASIS or text.words.startswith("Căn cứ "))
            yield _Mention(text, match.start(), match.end(), known, said, is_basis)


def _day_in(match: re.Match[str]) -> SaidDay | None:
    """Return the day of a law cited by name, placed in its text."""
    said = next(said_days(match["date"]), None) if match["date"] else None
    return said.moved(match.start("date")) if said else None


def _lapsed(subject: Subject) -> Iterator[Hit]:
    span = issue_span(subject)
    if span is None:
        return
    for each in _mentions(subject):
        last = each.known.valid_to
        if last is None or last >= span[0] or not _is_relied_on(subject, each):
            continue
        successor = successor_on(each.known, span[1])
        message = f"{_name(each.known)} chỉ có hiệu lực đến hết ngày {short_date(last)}{_instead(successor)}."
        severity = Severity.ERROR if each.is_basis and each.known.certain else Severity.WARNING
        yield Hit(message, each.text.words[each.start : each.end], None, each.text.spot, each.start, severity=severity)


def _is_relied_on(subject: Subject, each: _Mention) -> bool:
    """Return whether a document acts by a text that it cites, and does not only name it in the title of another."""
    if each.is_basis:
        return True
    if each.text.spot.role in (Role.LEGAL_BASIS, Role.NOTE) or subject.document.kind not in AHEAD:
        return False
    return _NOT_RELIED_ON.search(each.text.words[max(0, each.start - _REACH) : each.start]) is None


def _instead(successor: LegalText | None) -> str:
    if successor is None:
        return "; hãy tìm văn bản thay thế"
    style = CitationStyle.FULL if successor.passed_on else CitationStyle.SHORT
    return f"; văn bản thay thế là {citation(successor, style)}"


def _name(known: LegalText) -> str:
    return citation(known, CitationStyle.LAW_BY_NUMBER if known.type == LAW else CitationStyle.SHORT)


def _not_yet(subject: Subject) -> Iterator[Hit]:
    span = issue_span(subject)
    if span is None:
        return
    for each in _mentions(subject):
        first, passed_on = each.known.valid_from, each.known.passed_on
        if first > span[1] and passed_on is not None and passed_on <= span[1] and each.is_basis:
            message = f"{_name(each.known)} chỉ có hiệu lực từ ngày {short_date(first)}."
            yield hit_in(each.text, each.start, each.end, message)


def _other_day(subject: Subject) -> Iterator[Hit]:
    for each in _mentions(subject):
        passed_on, said = each.known.passed_on, each.day
        on = said.first() if said else None
        if said is None or on is None or passed_on is None or not each.known.certain or on == passed_on:
            continue
        right = _like(said, passed_on)
        message = f"{_name(each.known)} là của ngày {short_date(passed_on)}."
        yield hit_in(each.text, said.start, said.end, message, right)


def _like(said: SaidDay, day: date) -> str:
    return long_date(day).removeprefix("ngày ") if said.in_words else short_date(day)


def _other_number(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        for match in NAMED_LAW.finditer(text.words):
            said = _day_in(match)
            laws = laws_named(match["name"])
            year = int(match["year"]) if match["year"] else said.year if said else None
            passed = [law for law in laws if law.passed_on is not None and law.passed_on.year == year]
            if match["number"] and passed and match["number"] not in [law.number for law in passed]:
                right = passed[0].number if len(passed) == 1 else None
                yield hit_in(text, *match.span("number"), f"{match['name']} năm {year} là {_numbers(passed)}.", right)
            elif laws and not passed and year is not None:
                years = ", ".join(str(law.passed_on.year) for law in laws if law.passed_on)
                message = f"Không có {match['name']} của năm {year}; luật này được thông qua các năm {years}."
                severity = Severity.WARNING
                yield Hit(message, match[0], None, text.spot, match.start(), severity=severity)


def _numbers(laws: list[LegalText]) -> str:
    return ", ".join(f"Luật số {law.number}" for law in laws)


_TABLE = "Bảng văn bản quy phạm pháp luật của chương trình"

RULES: tuple[Rule, ...] = (
    Rule("text-lapsed", "citations", Severity.ERROR, "Văn bản viện dẫn đã hết hiệu lực", _TABLE, _lapsed),
    Rule("text-not-yet", "citations", Severity.WARNING, "Căn cứ chưa có hiệu lực", _TABLE, _not_yet),
    Rule("text-day", "citations", Severity.ERROR, "Văn bản viện dẫn ghi sai ngày ban hành", _TABLE, _other_day),
    Rule("law-number", "citations", Severity.ERROR, "Luật ghi sai số hoặc sai năm", _TABLE, _other_number),
)
