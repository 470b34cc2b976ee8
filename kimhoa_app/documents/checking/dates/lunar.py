"""Names of lunar years (can chi)."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.issue_span import AHEAD, work_year
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.patterns import YEAR
from kimhoa_app.text.dates import lunar_year_name

OLD = 3
"""Years back within which a name that has no year beside it may be left over from an older plan."""

_STEM = "Giáp|Ất|Bính|Đinh|Mậu|K[ỷỉ]|Canh|Tân|Nhâm|Qu[ýí]"
_BRANCH = "T[ýí]|Sửu|Dần|Mão|Mẹo|Thìn|T[ỵị]|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi"
_NAMED = re.compile(
    rf"\b(?P<lead>(?:Xuân|Tết|Nguyên đán|năm)\s+)(?P<name>(?:{_STEM})\s+(?:{_BRANCH}))\b"
    rf"(?:[\s,(–-]+(?:năm\s+)?(?P<year>{YEAR})(?!\d))?",
    re.IGNORECASE,
)
_SPELLINGS = str.maketrans("íịỉ", "ýỵỷ")


def _wrong(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        for match in _NAMED.finditer(text.words):
            name, year = match["name"], int(match["year"]) if match["year"] else None
            if year is not None and _plain(name) != _plain(lunar_year_name(year)):
                right = lunar_year_name(year)
                message = f"Năm {year} là năm {right}, không phải {name}."
                yield hit_in(text, *match.span("name"), message, right.upper() if name.isupper() else right)
            elif year is None and _plain(name) not in _CYCLE:
                yield hit_in(text, *match.span("name"), f"Không có năm nào tên là {name}; hãy xem lại can chi.")


def _left_over(subject: Subject) -> Iterator[Hit]:
    year = work_year(subject)
    if year is None or subject.document.kind not in AHEAD:
        return
    past = {_plain(lunar_year_name(year - back)) for back in range(1, OLD + 1)}
    for text in subject.texts:
        for match in _NAMED.finditer(text.words):
            said = int(match["year"]) if match["year"] else year
            is_wrong_anyway = _plain(match["name"]) != _plain(lunar_year_name(said)) and match["year"]
            if _plain(match["name"]) in past and said >= year - OLD and not is_wrong_anyway:
                message = f"Năm {year} là năm {lunar_year_name(year)}; hãy xem lại “{match['name']}”."
                yield hit_in(text, *match.span("name"), message)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold().translate(_SPELLINGS).replace("mẹo", "mão")


_CYCLE = frozenset(_plain(lunar_year_name(year)) for year in range(1984, 2044))
_CAN_CHI = "Chu kỳ sáu mươi năm can chi"

RULES: tuple[Rule, ...] = (
    Rule("lunar-year", "dates", Severity.ERROR, "Can chi không khớp với năm", _CAN_CHI, _wrong),
    Rule("lunar-year-old", "dates", Severity.WARNING, "Can chi của năm trước", _CAN_CHI, _left_over),
)
