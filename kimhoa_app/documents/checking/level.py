"""At which level of government a document was issued."""

import re
from enum import StrEnum

from kimhoa_app.documents.model import OfficialDocument


class Level(StrEnum):
    """The level of the issuing body; district bodies were closed on 01/07/2025."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"


_NAMED = (
    (Level.COMMUNE, re.compile(r"\b(?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\b(?<!THỊ XÃ)")),
    (Level.DISTRICT, re.compile(r"\b(?:HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ)\b")),
    (Level.PROVINCE, re.compile(r"\bTỈNH\b")),
)


def level_of(document: OfficialDocument) -> Level | None:
    """Return the level that the issuing body of the document names, None where it names none."""
    head = document.letterhead
    issuer = " ".join(head.issuer).upper() if head else ""
    return next((level for level, pattern in _NAMED if pattern.search(issuer)), None)
