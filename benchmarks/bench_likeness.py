"""How long a key takes while the name of an initiative is typed, beside 2,000 that are known.

Run: python -m benchmarks.bench_likeness
"""

import random
from collections.abc import Sequence
from time import perf_counter

from db.store.initiatives import InitiativeDraft, InitiativeEntry
from kimhoa_app.services.initiative_likeness import KnownInitiatives

KNOWN = 2000
SYLLABLES = [
    "ứng",
    "dụng",
    "mã",
    "QR",
    "giải",
    "quyết",
    "thủ",
    "tục",
    "hành",
    "chính",
    "bộ",
    "phận",
    "một",
    "cửa",
    "số",
    "hóa",
    "hồ",
    "sơ",
    "xây",
    "dựng",
    "nông",
    "thôn",
    "mới",
    "nâng",
    "cao",
    "chất",
    "lượng",
    "dạy",
    "học",
    "lớp",
    "công",
    "tác",
    "dân",
    "vận",
    "quản",
    "lý",
    "đất",
    "đai",
    "chuyển",
    "đổi",
    "tổ",
    "công",
    "nghệ",
    "cộng",
    "đồng",
]


def main() -> None:
    """Print the time that making the index takes, and the longest and the mean time of a key."""
    chance = random.Random(1)

    def words(count: int) -> str:
        return " ".join(chance.choice(SYLLABLES) for _ in range(count))

    entries = [
        InitiativeEntry(number, InitiativeDraft(2024, words(14), summary=words(40)), (), None)
        for number in range(KNOWN)
    ]
    started = perf_counter()
    known = KnownInitiatives(entries, 7500)
    made = perf_counter() - started
    print(f"index of {KNOWN:,} initiatives: {made * 1000:.0f} ms")
    typed = entries[7].initiative
    _measure("name", [(typed.name[:length], "") for length in range(1, len(typed.name) + 1)], known)
    _measure("summary", [("", typed.summary[:length]) for length in range(1, len(typed.summary) + 1)], known)


def _measure(what: str, asked: Sequence[tuple[str, str]], known: KnownInitiatives) -> None:
    keys = []
    for name, summary in asked:
        started = perf_counter()
        known.closest(name, summary)
        keys.append(perf_counter() - started)
    print(f"a key of the {what}: at most {max(keys) * 1000:.1f} ms, {sum(keys) / len(keys) * 1000:.1f} ms in the mean")


if __name__ == "__main__":
    main()
