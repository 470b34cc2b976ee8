"""At which level of government a document was issued."""

import re
from enum import StrEnum

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.office import CITIES


class Level(StrEnum):
    """The level of the issuing body; district bodies were closed on 01/07/2025."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"


_NAMED = (
    (Level.COMMUNE, re.compile(r"\b(?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\b(?<!THỊ XÃ)")),
    (Level.PROVINCE, re.compile(rf"\bTHÀNH PHỐ\s+(?:{'|'.join(CITIES).upper()})\b")),
    (Level.DISTRICT, re.compile(r"\b(?:HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ)\b")),
    (Level.PROVINCE, re.compile(r"\bTỈNH\b")),
)


_ISSUES = re.compile(
    r"(?<!của )(?<!do )(?:UBND|(?:Ủy|Uỷ) ban nhân dân) (?P<unit>xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh)\b"
    r"[^,;.]{0,40}?\b(?:xây dựng|ban hành|triển khai|yêu cầu|đề nghị)\b",
    re.IGNORECASE,
)


def level_of(document: OfficialDocument) -> Level | None:
    """Return the level that the issuing body of the document names, None where it names none.

    Without a letterhead it is the lowest of those that the opening and the closing say issue the document.
    """
    head = document.letterhead
    named = level_named(" ".join(head.issuer)) if head else None
    if named is not None:
        return named
    texts = (paragraph.text for paragraph in (*document.opening, *document.closing))
    return level_named(" ".join(found["unit"] for text in texts for found in _ISSUES.finditer(text)))


def level_named(body: str) -> Level | None:
    """Return the level of the unit that the name of a body tells, the lowest of several, None where it tells none."""
    return next((level for level, pattern in _NAMED if pattern.search(body.upper())), None)
