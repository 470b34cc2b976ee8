"""A document that speaks as a higher level than that which issues it, as one copied from above does."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.level import Level, level_named
from kimhoa_app.documents.checking.levels.clauses import clause_before, is_cited
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.texts import Role, Text

_SCOPE = "Phạm vi của văn bản theo cấp ban hành"
_SIGNED = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II, 7"
_HIGHER = {
    Level.COMMUNE: "tỉnh|huyện|thị xã|thành phố",
    Level.DISTRICT: "tỉnh",
}
_OWN = {Level.COMMUNE: "xã", Level.DISTRICT: "huyện"}
_OTHERS = re.compile(
    r"\b(?:tốp|top|nhóm|cụm|khối|dẫn đầu|đứng đầu|so với|cùng với|cùng cả nước|toàn quốc|góp phần"
    r"|(?:do|của) (?:tỉnh|UBND|[ỦU][ỷy] ban|Uỷ ban|Chủ tịch|Tỉnh ủy|HĐND))\b[^;]*$"
    r"|\b(?:một trong|là|với|giữa) (?:những |số )?(?:các )?(?:xã|phường|địa phương|huyện)\b[^;]*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"][^”\"]*$")
_OWN_WORDS = (Role.SUBJECT, Role.OPENING, Role.HEADING, Role.BODY, Role.CLOSING)


def _texts(subject: Subject) -> Iterator[Text]:
    return (text for text in subject.texts if text.spot.role in _OWN_WORDS and text.spot.appendix is None)


def _scope(subject: Subject) -> Iterator[Hit]:
    higher = _HIGHER.get(subject.level) if subject.level else None
    if higher is None or subject.level is None:
        return
    pattern = re.compile(rf"\b(?:trên địa bàn(?: toàn)?|(?:trong )?toàn) (?:{higher})\b", re.IGNORECASE)
    for text in _texts(subject):
        for found in pattern.finditer(text.words):
            before = clause_before(text.words, found.start())
            if not (is_cited(before) or _OTHERS.search(before) or _QUOTED.search(before)):
                yield hit_in(
                    text,
                    found.start(),
                    found.end(),
                    f"Văn bản của {_OWN[subject.level]} mà nói “{found[0]}”; phạm vi ở đây có phải là "
                    f"{_OWN[subject.level]} không?",
                )


def _voice(subject: Subject) -> Iterator[Hit]:
    """Yield what the committee of a higher level asks for in the document's own words."""
    higher = _HIGHER.get(subject.level) if subject.level else None
    if higher is None or subject.level is None:
        return
    pattern = re.compile(
        rf"(?<!của )(?<!do )(?<!theo )(?<!và )(?:Chủ tịch )?(?:UBND|[ỦU][ỶY] ban nhân dân|Uỷ ban nhân dân) (?:{higher})"
        r"(?: [A-ZĐÀ-Ỹ]\w*)* (?:yêu cầu|đề nghị|giao|kêu gọi|xây dựng|ban hành|tổ chức phát động)\b",
        re.IGNORECASE,
    )
    for text in _texts(subject):
        for found in pattern.finditer(text.words):
            if not _QUOTED.search(text.words[: found.start()]):
                message = f"“{found[0]}”: văn bản của {_OWN[subject.level]} mà nói thay cấp trên."
                yield hit_in(text, found.start(), found.end(), message)


def _departments(subject: Subject) -> Iterator[Hit]:
    """Yield provincial departments that a commune or a district gives work to."""
    if subject.level not in _HIGHER:
        return
    pattern = re.compile(r"^(?:[Yy]êu cầu |[Gg]iao |[Đđ]ề nghị )?[Cc]ác [Ss]ở, (?:ban|[Bb]an)[,\s-]+(?:ngành|[Nn]gành)")
    inner = re.compile(r"\b(?:[Yy]êu cầu|[Gg]iao|[Cc]hỉ đạo)(?: Thủ trưởng)? các [Ss]ở, [Bb]an,? ngành")
    for text in _texts(subject):
        found = pattern.match(text.words) or inner.search(text.words)
        if found and text.spot.role is not Role.SUBJECT:
            message = f"{_OWN[subject.level].capitalize()} không giao việc cho các sở, ban, ngành của tỉnh."
            yield hit_in(text, found.start(), found.end(), message)


def _signature(subject: Subject) -> Iterator[Hit]:
    """Yield a line of authority that names another level than the issuing body."""
    head = subject.document.letterhead
    issuing = level_named(" ".join(head.issuer)) if head else None
    if issuing is None:
        return
    for text in subject.texts:
        if text.spot.role not in (Role.AUTHORITY, Role.POSITION, Role.ISSUING_POST):
            continue
        named = level_named(text.words)
        if named is not None and named is not issuing and "NHÂN DÂN" in text.words.upper().replace("UBND", "NHÂN DÂN"):
            issuer = " ".join(head.issuer) if head else ""
            yield hit_in(text, 0, len(text.words), f"Cơ quan ban hành là {issuer} mà thẩm quyền ký ghi “{text.words}”.")


RULES: tuple[Rule, ...] = (
    Rule("level-scope", "levels", Severity.WARNING, "nói phạm vi của cấp trên", _SCOPE, _scope),
    Rule("level-voice", "levels", Severity.WARNING, "nói thay Ủy ban nhân dân cấp trên", _SCOPE, _voice),
    Rule("level-departments", "levels", Severity.WARNING, "giao việc cho sở, ban, ngành", _SCOPE, _departments),
    Rule("level-signature", "levels", Severity.ERROR, "thẩm quyền ký của cấp khác", _SIGNED, _signature),
)
