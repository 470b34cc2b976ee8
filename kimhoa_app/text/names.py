"""Names of people as Vietnamese writes them: family name, middle names, given name."""

import re
from dataclasses import dataclass

from kimhoa_app.text.normal import nfc, tidy

_LETTER_RUN = re.compile(r"[^\W\d_]+")
_FORM_OF_ADDRESS = re.compile(r"(?P<said>ông|bà|đồng chí|đ/c|đ\.c|đc)(?:\s*[:.]\s*|\s+)(?=\S+\s+\S)", re.IGNORECASE)
_DEGREE = re.compile(r"(?:(?:gs|pgs|tskh|ts|ths|bs|cn|ks)\s*\.\s*)+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FullName:
    """The parts of a name (họ, tên đệm, tên); a name of one word is a given name alone."""

    family: str
    middle: str
    given: str


def split_name(text: str) -> FullName:
    """Return the parts of the name `text`; all are empty for an empty text."""
    *before, given = tidy(text).split() or [""]
    return FullName(before[0] if before else "", " ".join(before[1:]), given)


def tidy_name(text: str) -> str:
    """Return the name `text` tidied, and with capitals as names have them if it came in one case.

    "NGUYỄN VĂN A" and "nguyễn văn a" become "Nguyễn Văn A" (Nghị định số 30/2020/NĐ-CP, Phụ lục II); a name that
    mixes cases keeps them, because someone has chosen them.
    """
    name = tidy(text)
    if not (name.isupper() or name.islower()):
        return name
    return nfc(_LETTER_RUN.sub(_with_capital, name))


def listed_name(text: str) -> tuple[str, str | None]:
    """Return the name that a line of a list gives, and the form of address before it: "Ông", "Bà" or None.

    "Đ/c", "đồng chí" and degrees go; every word gets its capital, also where somebody has mixed the cases, as a list
    is typed by many hands: "NGUYỄN Văn an" becomes "Nguyễn Văn An".
    """
    name, said = tidy(text), None
    while match := _FORM_OF_ADDRESS.match(name):
        word = match["said"].casefold()
        said = word.capitalize() if word in ("ông", "bà") else said
        name = name[match.end() :]
    name = _DEGREE.sub("", name, count=1) if _DEGREE.match(name) else name
    return nfc(_LETTER_RUN.sub(_with_capital, name)), said


def capitals(text: str) -> str:
    """Return `text` in capitals, in NFC."""
    return nfc(nfc(text).upper())


def _with_capital(word: re.Match[str]) -> str:
    return word[0][0].upper() + word[0][1:].lower()
