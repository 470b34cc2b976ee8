"""Words that do not hold any more from some day on: bodies that ended, congresses held again, targets, people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from kimhoa_app.documents.rolling.mentions import Mention, Shift
from resources import read_toml

_CAPITALS = "".join(chr(code) for code in range(ord("A"), ord("ỹ")) if chr(code).isupper() and chr(code).isalpha())
_NAME = rf"[{_CAPITALS}]\w*(?: [{_CAPITALS}]\w*)*"


@dataclass(frozen=True, slots=True)
class _StaleWords:
    rule: str
    pattern: re.Pattern[str]
    message: str
    from_day: date | None
    proposal: str | None = None


def stale_words(text: str, shift: Shift) -> Iterator[Mention]:
    """Yield what is to be asked about in a document of the new year, the same words once in a text."""
    asked: set[str] = set()
    covered: list[tuple[int, int]] = []
    for words in _all_stale_words():
        if words.from_day is not None and words.from_day > date(shift.to_year, 12, 31):
            continue
        for match in words.pattern.finditer(text):
            is_part = any(start < match.end() and match.start() < end for start, end in covered)
            covered.append(match.span())
            if not is_part and match[0] not in asked:
                asked.add(match[0])
                yield Mention(words.rule, *match.span(), question=words.message, proposal=words.proposal)


@cache
def _all_stale_words() -> tuple[_StaleWords, ...]:
    table = read_toml("rolling/stale-words.toml")
    words = tuple(
        _StaleWords(
            entry["rule"],
            re.compile(entry["pattern"].replace("TÊN", _NAME)),
            entry["message"],
            entry.get("from"),
            entry.get("proposal"),
        )
        for entry in table["words"]
    )
    return (*words, *(_merged(entry) for entry in table["merged_province"]))


def _merged(entry: dict[str, str]) -> _StaleWords:
    message = f"Tỉnh {entry['name']} đã hợp nhất; từ ngày 01/7/2025 là {entry['now']}."
    pattern = re.compile(rf"(?i:tỉnh)\s+{entry['name']}\b")
    return _StaleWords("ended-body", pattern, message, date(2025, 7, 1), entry["now"])
