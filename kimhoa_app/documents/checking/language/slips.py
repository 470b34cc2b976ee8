"""Common slips of the trade, each with the right word and why it is right (`resources/checking/slips.toml`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.checking.words import words_of
from kimhoa_app.text.syllables import like
from resources import read_toml

_NEAR = 24  # letters before a slip that are looked at


@dataclass(frozen=True, slots=True)
class _Slip:
    pattern: re.Pattern[str]
    right: str
    why: str
    severity: Severity
    unless_before: re.Pattern[str] | None


def _slips_made(subject: Subject) -> Iterator[Hit]:
    slips = _slips_by_first_word()
    for text in subject.texts:
        for word in words_of(text.words):
            for slip in slips.get(word.lower, ()):
                match = slip.pattern.match(text.words, word.start)
                if match and not _is_meant(slip, text.words, word.start) and not _is_name(match[0]):
                    suggestion = _recased(match[0], slip.right)
                    hit = hit_in(text, *match.span(), f"“{match[0]}” chưa đúng: {slip.why}.", suggestion)
                    yield Hit(hit.message, hit.text, suggestion, text.spot, hit.start, severity=slip.severity)


def _is_meant(slip: _Slip, words: str, start: int) -> bool:
    return (
        slip.unless_before is not None and slip.unless_before.search(words[max(0, start - _NEAR) : start]) is not None
    )


def _is_name(written: str) -> bool:
    """Return whether a capital inside, as in "anh Ninh", says that these are other words."""
    return any(word[:1].isupper() for word in written.split()[1:]) and not written.isupper()


def _recased(written: str, right: str) -> str:
    return right.upper() if written.isupper() else like(written[:1], right)


@cache
def _slips_by_first_word() -> dict[str, tuple[_Slip, ...]]:
    made: dict[str, tuple[_Slip, ...]] = {}
    for entry in read_toml("checking/slips.toml")["slip"]:
        wrong: str = entry["wrong"]
        after = f"(?!{entry['unless_after']})" if "unless_after" in entry else ""
        before = entry.get("unless_before")
        slip = _Slip(
            re.compile(re.escape(wrong).replace(r"\ ", r"\s+") + rf"\b{after}", re.IGNORECASE),
            entry["right"],
            entry["why"],
            Severity(entry.get("severity", "warning")),
            re.compile(f"{before}$", re.IGNORECASE) if before else None,
        )
        made[wrong.split()[0]] = (*made.get(wrong.split()[0], ()), slip)
    return made


RULES = (
    Rule(
        "common-slip",
        "language",
        Severity.WARNING,
        "Chữ hay viết sai trong văn bản thi đua, khen thưởng (anh ninh, xuất xắc)",
        "Chính tả tiếng Việt; tên gọi trong Luật Thi đua, khen thưởng",
        _slips_made,
    ),
)
