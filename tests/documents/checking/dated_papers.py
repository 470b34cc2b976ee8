"""Small documents with a day, and what a rule finds in them."""

from datetime import date

from kimhoa_app.documents.checking.check import check
from kimhoa_app.documents.checking.findings import Finding
from kimhoa_app.documents.model import DocumentKind, IssueDate, Letterhead, OfficialDocument, plain

TODAY = date(2023, 3, 1)
ISSUED = date(2023, 1, 5)


def paper(
    *paragraphs: str,
    year: int | None = 2023,
    issued: date | None = ISSUED,
    bases: tuple[str, ...] = (),
    subject: str = "",
    symbol: str = "KH-UBND",
    date_text: str = "",
) -> OfficialDocument:
    """Return a plan of these paragraphs, issued on `issued`, None for a day that is still blank."""
    day = IssueDate(issued.year, issued.month, issued.day) if issued else IssueDate(year or TODAY.year)
    head = Letterhead(("ỦY BAN NHÂN DÂN", "XÃ KIM HOA"), symbol, "Kim Hoa", number="05", date=day, date_text=date_text)
    return OfficialDocument(
        DocumentKind.PLAN,
        head,
        title="KẾ HOẠCH",
        subject=subject,
        legal_bases=bases,
        blocks=tuple(plain(text) for text in paragraphs),
        year=year,
    )


def findings(rule: str, document: OfficialDocument, today: date = TODAY) -> list[Finding]:
    """Return what the rule of that id finds in `document`."""
    return [finding for finding in check(document, today) if finding.rule == rule]


def found(rule: str, *paragraphs: str, year: int | None = 2023, issued: date | None = ISSUED) -> list[str]:
    """Return the words that the rule of that id finds in a plan of these paragraphs."""
    return [finding.text for finding in findings(rule, paper(*paragraphs, year=year, issued=issued))]


def suggested(rule: str, *paragraphs: str, year: int | None = 2023, issued: date | None = ISSUED) -> list[str | None]:
    """Return the corrections that the rule of that id offers in a plan of these paragraphs."""
    return [finding.suggestion for finding in findings(rule, paper(*paragraphs, year=year, issued=issued))]
