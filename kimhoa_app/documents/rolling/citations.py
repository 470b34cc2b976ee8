"""Cited texts: those of the old year are to be found anew, those that lapsed are replaced, older ones stay."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from kimhoa_app.documents.patterns import CITATION, DATE, YEAR
from kimhoa_app.documents.rolling.mentions import Mention, Shift
from kimhoa_app.domain.legal_texts import LAW, CitationStyle, LegalText, citation, legal_text, legal_texts
from kimhoa_app.text.dates import PEN_ROOM

_YEAR = re.compile(YEAR)
_NAMED_LAW = re.compile(
    r"(?P<name>Hiến pháp|(?:Bộ luật|Luật|Pháp lệnh)\s+[^.;()“”\d]{3,90}?)"
    rf"(?:\s+số\s+\d+/\d{{4}}/\w+)?,?\s+(?:năm\s+(?P<year>{YEAR})|ngày\s+(?P<date>{DATE}))"
)
_OLD = "Văn bản của các năm trước vẫn được viện dẫn."


def cited_texts(text: str, shift: Shift) -> Iterator[Mention]:
    """Yield every citation by number and symbol, and every law cited by name with its year or day."""
    for match in CITATION.finditer(text):
        yield _numbered(match, shift)
    for match in _NAMED_LAW.finditer(text):
        year = int(match["year"] or _YEAR.findall(match["date"])[0])
        known = _law_of(match["name"], year)
        if known is not None:
            yield _in_the_table(known, match.span(), shift)
        elif year < shift.from_year - 1:
            yield Mention("cited-act", *match.span(), reason=_OLD)


def _numbered(match: re.Match[str], shift: Shift) -> Mention:
    number = "".join(match["number"].split())
    if number.casefold() == shift.own_number.casefold():
        return Mention("number", *match.span(), after=_own_number_blank(match, shift))
    if known := _texts_by_number().get(number.casefold()):
        return _in_the_table(known, match.span(), shift)
    years = [int(year) for year in _YEAR.findall(match["date"] or "") or _YEAR.findall(number)]
    if not years:
        question = "Văn bản viện dẫn không ghi ngày; hãy xem còn đúng không và ghi đủ số, ngày."
    elif years[0] >= shift.from_year - 1:
        question = f"Văn bản của năm cũ; hãy tìm số, ngày của văn bản tương ứng cho năm {shift.to_year}."
    else:
        return Mention("cited-act", *match.span(), reason=_OLD)
    return Mention("cited-act", *match.span(), question=question)


def _own_number_blank(match: re.Match[str], shift: Shift) -> str:
    symbol = match["number"].partition("/")[2]
    blank = f"{match['lead'].rstrip()}{PEN_ROOM}/{symbol}"
    if not match["date"]:
        return blank
    year = int(_YEAR.findall(match["date"])[0]) + shift.years
    return f"{blank} ngày{PEN_ROOM}tháng{PEN_ROOM}năm {year}"


def _in_the_table(known: LegalText, span: tuple[int, int], shift: Shift) -> Mention:
    if known.valid_to is None or known.valid_to >= date(shift.to_year, 12, 31):
        return Mention("cited-act", *span, reason=f"Còn hiệu lực trong năm {shift.to_year}.")
    last = known.valid_to.strftime("%d/%m/%Y")
    successor = _successor(known, shift.to_year)
    found = "hãy tìm văn bản thay thế" if successor is None else f"văn bản thay thế là {_cited(successor)}"
    return Mention("lapsed-law", *span, question=f"Văn bản chỉ có hiệu lực đến hết ngày {last}; {found}.")


def _successor(known: LegalText, year: int) -> LegalText | None:
    """Return the text that stands in its place in `year`, the last one known where that lapses too."""
    following = None
    while known.valid_to is not None and known.valid_to < date(year, 12, 31) and known.replaced_by is not None:
        following = known = legal_text(known.replaced_by)
    return following


def _cited(known: LegalText) -> str:
    return citation(known, CitationStyle.FULL if known.passed_on else CitationStyle.SHORT)


@cache
def _texts_by_number() -> dict[str, LegalText]:
    return {text.number.casefold(): text for text in legal_texts().values()}


def _law_of(name: str, year: int) -> LegalText | None:
    words = " ".join(name.casefold().replace(",", "").split())
    for text in legal_texts().values():
        if text.type == LAW and text.passed_on is not None and text.passed_on.year == year:
            title = " ".join(f"{text.type} {text.subject}".casefold().replace(",", "").split())
            if words == title:
                return text
    return None
