"""Names of units that a list has in capitals, written as names are."""

import re
from functools import cache

from kimhoa_app.text.normal import nfc
from kimhoa_app.text.syllables import is_syllable, tone_variant
from resources import read_toml


def without_capitals(name: str) -> str:
    """Return "Phòng Văn hóa - Xã hội" for "PHÒNG VĂN HÓA - XÃ HỘI"; a name that is not in capitals stays as it is.

    Capitals follow Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục IV, by the words that names of units are made of; what
    is no syllable stays an abbreviation, and any other word is taken for a proper name.
    """
    if not name.isupper() or " " not in name.strip():
        return name
    written = _parts().sub(lambda found: _part(found[0]), nfc(name).lower())
    return written[:1].upper() + written[1:]


def _part(low: str) -> str:
    """Return one of the usual parts as it is written, else an abbreviation in capitals, else a proper name."""
    if low in _usual():
        return _usual()[low]
    return low.capitalize() if is_syllable(low) else low.upper()


@cache
def _usual() -> dict[str, str]:
    parts: list[str] = read_toml("catalogue/unit-words.toml")["parts"]
    older = [" ".join(tone_variant(word) or word for word in part.split(" ")) for part in parts]
    return {part.lower(): part for part in (*older, *parts)}


@cache
def _parts() -> re.Pattern[str]:
    longest_first = sorted(_usual(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b|[^\W_]+")
