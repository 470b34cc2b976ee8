"""Totals told in a sentence against the parts named behind them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.numbers.figures import figure, written
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject

_FIGURE = r"(?<![\d/.,-])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d/.-])|(?<![\d/.,-])\d+(?:,\d+)?(?![\d/-])(?!\.\d)"
_MEASURE = r"(?:nghìn |ngàn |triệu |tỷ |tỉ )?đồng(?! chí)|tỷ|tỉ|triệu|ha|tấn|tạ|km|kg"
_WHOLE = re.compile(
    rf"(?<!năm )(?P<total>{_FIGURE})\s*(?P<unit>{_MEASURE}|\w+(?: \w+)?)?[^.;:()\d%]{{0,80}}?[,(:;]?\s*"
    r"\b(?P<how>trong đó|bao gồm|gồm|chia ra)\b(?:\s+có)?\s*:?\s*(?P<parts>(?:[^.()…]|\.(?=\d))+)",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?P<share>{_FIGURE})\s*(?P<unit>{_MEASURE})\b", re.IGNORECASE)
_COUNT = re.compile(
    rf"(?P<share>{_FIGURE})\s+(?:đồng chí\s+)?(?:là\s+|làm\s+)?"
    r"(?P<who>Phó Chủ tịch|Chủ tịch|thư ký|ủy viên|uỷ viên|thành viên|tập thể|cá nhân|nam|nữ)\b",
    re.IGNORECASE,
)
_ANY = re.compile(_FIGURE)
_OPEN = re.compile(r"\bkhác\b|còn lại|v\.v|%|…|\bcủa\b[^,;]*\d|tăng|giảm", re.IGNORECASE)
_ALL_OF = (frozenset({"tập thể", "cá nhân"}), frozenset({"nam", "nữ"}))
_MEMBERS = frozenset({"ủy viên", "uỷ viên", "thành viên"})
_FEWEST = 2


def _parts_unlike(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        for match in _WHOLE.finditer(text.words):
            total, shares = figure(match["total"]), _shares(match)
            if total is None or len(shares) < _FEWEST or _OPEN.search(match["parts"]):
                continue
            added = sum(shares, Decimal(0))
            if added > total or (added < total and _names_all(match)):
                message = f"Tổng ghi {match['total']}, các phần nêu sau cộng lại được {written(added)}."
                yield hit_in(text, match.start("total"), match.end("total"), message)


def _shares(match: re.Match[str]) -> list[Decimal]:
    """Return the parts that add up to the whole by their kind, none where something else is counted among them."""
    parts, unit = match["parts"], (match["unit"] or "").lower()
    pattern = _PART if re.fullmatch(_MEASURE, unit) else _COUNT
    found = list(pattern.finditer(parts))
    is_of_one_kind = pattern is _COUNT or all(each["unit"].lower() == unit for each in found)
    if len(found) != len(_ANY.findall(parts)) or not is_of_one_kind or (pattern is _COUNT and not _names_all(match)):
        return []
    return [share for each in found if (share := figure(each["share"])) is not None]


def _names_all(match: re.Match[str]) -> bool:
    """Return whether the parts named are all there are: "gồm", or kinds that leave nobody out."""
    who = {each["who"].lower() for each in _COUNT.finditer(match["parts"])}
    if who:
        return who in _ALL_OF or bool(who & _MEMBERS and "chủ tịch" in who)
    return match["how"].lower() != "trong đó"


RULES = (
    Rule(
        "parts-sum",
        "numbers",
        Severity.WARNING,
        "Tổng ghi trong câu không bằng các phần nêu sau (gồm 15 thành viên: 01 Chủ tịch, …)",
        "Phép cộng các phần của một tổng",
        _parts_unlike,
    ),
)
