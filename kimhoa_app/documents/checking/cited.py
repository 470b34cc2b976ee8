"""Texts cited by number and symbol, taken apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kimhoa_app.documents.checking.subject import Subject, once
from kimhoa_app.documents.patterns import CITATION, CITED_TYPES
from kimhoa_app.documents.said_days import SaidDay, said_days
from kimhoa_app.documents.texts import Role, Text

ISSUER_REACH = 110
"""Characters after a citation within which its issuer is named."""

_GROUP = r"(?:[A-ZĐƯ][A-ZĐƯ\d]\w*|QyĐ|ThU|TxU|[A-ZĐƯ](?!\w))"
_NUMBER = re.compile(rf"\d{{1,5}}[a-zđ]?\s*[/-]\s*(?:\d{{4}}\s*/\s*)?\w+(?:\s?[/-]\s?{_GROUP})*")
_TIGHT = re.compile(r"(?P<serial>\d{1,5}[a-zđ]?)(?P<sign>[/-])(?:(?P<year>\d{4})/)?(?P<symbol>.+)")
_ISSUER = re.compile(
    r"\s*,?\s*(?:của\s+)?(?P<issuer>[A-ZĐỦUH][^;,.()]{2,80}?)"
    r"(?=\s+(?:về|quy định|ban hành|hướng dẫn|phê duyệt|giao|v/v|phát động|tổ chức|triển khai)\b|\s*[;,.()]|\s*$)"
)
_TYPES = {name.casefold(): name for name in CITED_TYPES}
_SO = re.compile(r"\bsố\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in a text: `written` is its number and symbol as they stand there, `tight` without spaces.

    `type` is "" where only "số" stands before the number. `serial`, `sign`, `year` and `symbol` are the parts of "98",
    "/", "2023", "NĐ-CP"; `day` is its date where that stands beside it; `issuer` the words that name its issuer.
    """

    text: Text
    start: int
    end: int
    type: str
    type_written: str
    has_so: bool
    number_start: int
    written: str
    serial: str
    sign: str
    year: int | None
    symbol: str
    day: SaidDay | None
    issuer: str

    @property
    def number_end(self) -> int:
        """Where its number and symbol end."""
        return self.number_start + len(self.written)

    @property
    def tight(self) -> str:
        """Number and symbol without spaces."""
        return "".join(self.written.split())

    @property
    def groups(self) -> list[str]:
        """The parts of the symbol, "NĐ" and "CP"."""
        return re.split(r"[/-]", self.symbol)

    @property
    def name(self) -> str:
        """How a sentence names it."""
        return f"{self.type or 'Văn bản'} số {self.tight}"

    @property
    def is_basis(self) -> bool:
        """Whether it is the act that a căn cứ names, not one within its title."""
        words = self.text.words
        is_basis = self.text.spot.role is Role.LEGAL_BASIS or words.startswith("Căn cứ ")
        return is_basis and len(words[: self.start].removeprefix("Căn cứ").strip()) == 0


@once
def citations(subject: Subject) -> Iterator[Cited]:
    """Yield every citation of the document by number and symbol, in reading order."""
    for text in subject.texts:
        for match in CITATION.finditer(text.words):
            number = _NUMBER.match(text.words, match.start("number"), match.end("number"))
            tight = _TIGHT.fullmatch("".join(number[0].split())) if number else None
            if number is not None and tight is not None:
                yield _cited(text, match, number[0], tight)


def _cited(text: Text, match: re.Match[str], written: str, tight: re.Match[str]) -> Cited:
    lead = match["lead"]
    named = " ".join(_SO.sub("", lead).replace(":", "").split())
    day = next(said_days(text.words[match.start("date") : match.end("date")]), None) if match["date"] else None
    end = match.end() if day else match.start("number") + len(written)
    issuer = _ISSUER.match(text.words, end, end + ISSUER_REACH)
    return Cited(
        text=text,
        start=match.start(),
        end=end,
        type=_TYPES.get(named.casefold(), ""),
        type_written=named,
        has_so=_SO.search(lead) is not None,
        number_start=match.start("number"),
        written=written,
        serial=tight["serial"],
        sign=tight["sign"],
        year=int(tight["year"]) if tight["year"] else None,
        symbol=tight["symbol"],
        day=day.moved(match.start("date")) if day else None,
        issuer=issuer["issuer"] if issuer else "",
    )
