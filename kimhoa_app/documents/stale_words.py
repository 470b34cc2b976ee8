"""Words that do not hold any more from some day on: bodies that ended, congresses held again, targets, people."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from resources import read_toml

_CAPITALS = "".join(chr(code) for code in range(ord("A"), ord("ỹ")) if chr(code).isupper() and chr(code).isalpha())
NAME = rf"[{_CAPITALS}]\w*(?: [{_CAPITALS}]\w*)*"
"""A proper name: words that begin with capitals."""

ENDED_BODY = "ended-body"


@dataclass(frozen=True, slots=True)
class StaleWords:
    """Words of one kind; `rule` names the kind, `message` says what to put, `from_day` is None for any year.

    `proposal` is what may stand in their place, where there is one such thing.
    """

    rule: str
    pattern: re.Pattern[str]
    message: str
    from_day: date | None
    basis: str
    proposal: str | None = None


@cache
def all_stale_words() -> tuple[StaleWords, ...]:
    """Return every entry of `resources/rolling/stale-words.toml`; words of several belong to the first."""
    table = read_toml("rolling/stale-words.toml")
    words = tuple(
        StaleWords(
            entry["rule"],
            re.compile(entry["pattern"].replace("TÊN", NAME)),
            entry["message"],
            entry.get("from"),
            entry["basis"],
            entry.get("proposal"),
        )
        for entry in table["words"]
    )
    return (*words, *(_merged(entry) for entry in table["merged_province"]))


def _merged(entry: dict[str, str]) -> StaleWords:
    message = f"Tỉnh {entry['name']} đã hợp nhất; từ ngày 01/7/2025 là {entry['now']}."
    pattern = re.compile(rf"(?i:tỉnh)\s+{entry['name']}\b")
    return StaleWords(ENDED_BODY, pattern, message, date(2025, 7, 1), "Nghị quyết số 202/2025/QH15", entry["now"])
