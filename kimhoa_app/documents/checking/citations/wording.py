"""How a text is cited in words: with "số", its day, and a law by its own name."""

import re
from collections.abc import Iterator
from functools import cache

from kimhoa_app.documents.checking.cited import Cited, citations
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.said_days import said_days
from kimhoa_app.documents.texts import Role
from kimhoa_app.domain.legal_texts import LAW, legal_texts, text_numbered
from kimhoa_app.text.dates import long_date

DATE_REACH = 120
"""Characters after a number within which the day of a cited text may stand, behind its issuer."""

_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_PEN_ROOM = re.compile(r"\s*,?\s*ngày[\s.…]*tháng")


def _without_so(subject: Subject) -> Iterator[Hit]:
    for cited in citations(subject):
        if cited.type and not cited.has_so and cited.text.spot.role is not Role.CELL:
            right = f"{cited.type_written} số {cited.written}"
            message = f"Thiếu chữ “số” sau “{cited.type_written}”."
            yield hit_in(cited.text, cited.start, cited.number_end, message, right)


def _comma_before_day(subject: Subject) -> Iterator[Hit]:
    for cited in citations(subject):
        if cited.day is None:
            continue
        between = cited.text.words[cited.number_end : cited.day.start]
        if "," in between:
            message = "Giữa số, ký hiệu và ngày ban hành không có dấu phẩy."
            yield hit_in(cited.text, cited.number_end, cited.day.start, message, " ngày ")


def _single_digit(subject: Subject) -> Iterator[Hit]:
    for cited in citations(subject):
        if len(cited.serial) == 1:
            right = f"0{cited.serial}"
            message = f"Số nhỏ hơn 10 ghi thêm số 0 phía trước: “{right}”."
            yield hit_in(cited.text, cited.number_start, cited.number_start + 1, message, right)


def _basis_without_day(subject: Subject) -> Iterator[Hit]:
    for cited in citations(subject):
        if cited.is_basis and cited.type and cited.type not in _LAWS and not _has_day(cited):
            known = text_numbered(cited.tight)
            passed_on = known.passed_on if known and known.certain else None
            right = f"{cited.written} {long_date(passed_on)}" if passed_on else None
            message = f"Căn cứ phải ghi ngày ban hành của {cited.name[0].lower()}{cited.name[1:]}."
            yield hit_in(cited.text, cited.number_start, cited.number_end, message, right)


def _has_day(cited: Cited) -> bool:
    if cited.day is not None:
        return True
    behind = cited.text.words[cited.number_end : cited.number_end + DATE_REACH].partition(";")[0]
    return _PEN_ROOM.match(behind) is not None or any(said.year for said in said_days(behind))


def _law_misnamed(subject: Subject) -> Iterator[Hit]:
    """Yield names of laws without their comma and the like; capitals alone are a matter of the language."""
    for text in subject.texts:
        if "luật" not in text.words.casefold() or text.words.isupper():
            continue
        for pattern, name in _law_patterns():
            for match in pattern.finditer(text.words):
                said = " ".join(match[0].split())
                if said.casefold() != name.casefold() and not said.isupper():
                    yield hit_in(text, *match.span(), f"Tên đúng là “{name}”.", name)


@cache
def _law_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the names of the laws that are cited by name, each with a pattern of how it is mistyped."""
    subjects = dict.fromkeys(text.subject for text in legal_texts().values() if text.type == LAW)
    return tuple(
        (
            re.compile(r"(?<!pháp )\bluật\s+" + r"[\s,–-]+(?:và\s+)?".join(re.findall(r"\w+", subject)), re.IGNORECASE),
            f"Luật {subject}",
        )
        for subject in subjects
        if not subject.startswith("sửa đổi")
    )


_CITING = (
    "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6: viện dẫn ghi tên loại, số, ký hiệu, ngày, cơ quan, trích yếu"
)
_NUMBER = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.3"
_NAMES = "Tên luật như Quốc hội thông qua"

RULES: tuple[Rule, ...] = (
    Rule("cited-without-so", "citations", Severity.WARNING, "Viện dẫn thiếu chữ “số”", _CITING, _without_so),
    Rule("comma-before-day", "citations", Severity.INFO, "Dấu phẩy thừa trước ngày", _CITING, _comma_before_day),
    Rule("cited-number-zero", "citations", Severity.INFO, "Số viện dẫn thiếu số 0", _NUMBER, _single_digit),
    Rule(
        "basis-without-day",
        "citations",
        Severity.WARNING,
        "Căn cứ thiếu ngày ban hành của văn bản",
        _CITING,
        _basis_without_day,
    ),
    Rule("law-name", "citations", Severity.WARNING, "Tên luật ghi chưa đúng", _NAMES, _law_misnamed),
)
