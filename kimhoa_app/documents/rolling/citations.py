"""Cited texts: those of the old year are to be found anew, those that lapsed are replaced, older ones stay."""

import re
from collections.abc import Iterator
from datetime import date

from kimhoa_app.documents.patterns import CITATION, NAMED_LAW, YEAR
from kimhoa_app.documents.rolling.mentions import Mention, Shift
from kimhoa_app.documents.said_days import said_days
from kimhoa_app.domain.legal_texts import (
    LAW,
    CitationStyle,
    LegalText,
    citation,
    law_named,
    successor_on,
    text_numbered,
)
from kimhoa_app.text.dates import PEN_ROOM, long_date

_YEAR = re.compile(YEAR)
_OLD = "Văn bản của các năm trước vẫn được viện dẫn."


def cited_texts(text: str, shift: Shift) -> Iterator[Mention]:
    """Yield every citation by number and symbol, and every law cited by name with its year or day."""
    for match in CITATION.finditer(text):
        yield _numbered(match, shift)
    for match in NAMED_LAW.finditer(text):
        year = int(match["year"] or _YEAR.findall(match["date"])[0])
        said = next(said_days(match["date"]), None) if match["date"] else None
        known = law_named(match["name"], year, said.first() if said else None)
        if known is not None:
            yield _in_the_table(known, match, shift)
        elif year < shift.from_year - 1:
            yield Mention("cited-act", *match.span(), reason=_OLD)


def _numbered(match: re.Match[str], shift: Shift) -> Mention:
    number = "".join(match["number"].split())
    if number.casefold() == shift.own_number.casefold():
        return Mention("number", *match.span(), after=_own_number_blank(match, shift))
    if known := text_numbered(number):
        return _in_the_table(known, match, shift)
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


def _in_the_table(known: LegalText, match: re.Match[str], shift: Shift) -> Mention:
    if known.valid_to is None or known.valid_to >= date(shift.to_year, 12, 31):
        return Mention("cited-act", *match.span(), reason=f"Còn hiệu lực trong năm {shift.to_year}.")
    last = known.valid_to.strftime("%d/%m/%Y")
    successor = successor_on(known, date(shift.to_year, 12, 31))
    found = "hãy tìm văn bản thay thế" if successor is None else f"văn bản thay thế là {_cited(successor)}"
    ask = f"Văn bản chỉ có hiệu lực đến hết ngày {last}; {found}."
    return Mention("lapsed-law", *match.span(), question=ask, proposal=_in_its_place(known, successor, match))


def _in_its_place(known: LegalText, successor: LegalText | None, match: re.Match[str]) -> str | None:
    """Return the successor cited as the lapsed text is: with its type, day and year where that one has them."""
    if successor is None or successor.passed_on is None:
        return None
    if match[0].casefold().startswith(known.type.casefold()):
        name = citation(successor, CitationStyle.SHORT)
    elif successor.type == known.type != LAW:
        name = f"{match['lead'].rstrip()} {successor.number}"
    else:
        return None
    if match["date"]:
        return f"{name} {long_date(successor.passed_on)}"
    return f"{name} năm {successor.passed_on.year}" if successor.type == LAW else name


def _cited(known: LegalText) -> str:
    return citation(known, CitationStyle.FULL if known.passed_on else CitationStyle.SHORT)
