"""Bodies that ended before the day of a document, or did not stand yet, and offices that a commune has not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.level import Level
from kimhoa_app.documents.checking.levels.clauses import clause_at, clause_before, days_of, is_cited, last_date
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.stale_words import ENDED_BODY, StaleWords, all_stale_words
from kimhoa_app.documents.texts import Role, Text
from resources import read_toml

_LAW = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"
_OF_THE_PAST = re.compile(
    r"kết thúc|không (?:còn )?tổ chức|sắp xếp|sáp nhập|hợp nhất|giải thể|trước đây|\bcũ\b|\bnguyên\b|truyền thống|"
    r"lịch sử|hy sinh|chiến thắng|kỷ niệm",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Body:
    """A body that stands from `from_day` on, None for one that a commune never has."""

    pattern: re.Pattern[str]
    message: str
    from_day: date | None
    basis: str


def _ended(subject: Subject) -> Iterator[Hit]:
    """Yield the first mention of each ended body, with the count of all."""
    day, _ = days_of(subject)
    ended = [each for each in all_stale_words() if each.rule == ENDED_BODY and each.from_day and each.from_day <= day]
    found: dict[str, list[tuple[Text, re.Match[str], StaleWords]]] = {}
    for text in subject.texts if ended else ():
        for match, words in _mentions(text, ended):
            found.setdefault(" ".join(match[0].lower().split()), []).append((text, match, words))
    for mentions in found.values():
        text, match, words = mentions[0]
        times = f" ({len(mentions)} chỗ)" if len(mentions) > 1 else ""
        hit = hit_in(text, match.start(), match.end(), f"“{match[0]}”{times}: {words.message}")
        yield replace(hit, basis=words.basis)


def _mentions(text: Text, ended: list[StaleWords]) -> Iterator[tuple[re.Match[str], StaleWords]]:
    taken: list[tuple[int, int]] = []
    for words in ended:
        for match in words.pattern.finditer(text.words):
            overlaps = any(start < match.end() and match.start() < end for start, end in taken)
            taken.append(match.span())
            if not overlaps and not _is_of_the_past(text, match, words):
                yield match, words


def _is_of_the_past(text: Text, match: re.Match[str], words: StaleWords) -> bool:
    if text.spot.role in (Role.RECIPIENT, Role.ADDRESSEE, Role.SUPERIOR, Role.ISSUER):
        return False
    before = clause_before(text.words, match.start())
    if is_cited(before) or text.spot.role is Role.LEGAL_BASIS:
        day = last_date(before)
        return day is None or words.from_day is None or day < words.from_day
    return _OF_THE_PAST.search(clause_at(text.words, match.start())) is not None


def _not_yet(subject: Subject) -> Iterator[Hit]:
    _, day = days_of(subject)
    for each in _bodies():
        if each.from_day and day < each.from_day:
            yield from _first(subject, each, f"; văn bản này là của năm {day.year}")


def _offices_of_others(subject: Subject) -> Iterator[Hit]:
    if subject.level is Level.COMMUNE:
        for each in _bodies():
            if each.from_day is None:
                yield from _first(subject, each, "")


def _first(subject: Subject, body: _Body, remark: str) -> Iterator[Hit]:
    """Yield the first place where the body is named in words of the document itself."""
    for text in subject.texts:
        found = body.pattern.search(text.words)
        if found and not is_cited(clause_before(text.words, found.start())):
            hit = hit_in(text, found.start(), found.end(), f"“{found[0]}”: {body.message}{remark}.")
            yield replace(hit, basis=body.basis)
            return


@cache
def _bodies() -> tuple[_Body, ...]:
    entries = read_toml("rolling/new-bodies.toml")["bodies"]
    return tuple(
        _Body(re.compile(each["pattern"]), each["message"], each.get("from"), each["basis"]) for each in entries
    )


RULES: tuple[Rule, ...] = (
    Rule("ended-body", "levels", Severity.WARNING, "cơ quan, đơn vị hành chính không còn", _LAW, _ended),
    Rule("body-not-yet", "levels", Severity.WARNING, "cơ quan chưa có vào năm của văn bản", _LAW, _not_yet),
    Rule("body-of-level", "levels", Severity.WARNING, "phòng, sở mà cấp xã không có", _LAW, _offices_of_others),
)
