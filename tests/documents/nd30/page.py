"""Rows P1 to P12: the sheet, its margins and its running text."""

from docx.oxml.ns import qn

from kimhoa_app.documents import word_styles as styles
from kimhoa_app.documents.model import Align
from tests.documents.nd30.reading import Check, FormReading, margins, mm, some, words

RUNNING = (styles.BODY, styles.CLOSING, *styles.HEADINGS)


def _p1(reading: FormReading) -> None:
    for section in reading.sections:
        assert sorted((mm(section.page_width), mm(section.page_height))) == [210, 297]


def _p2(reading: FormReading) -> None:
    for section in reading.sections:
        turned = section.page_width > section.page_height
        assert turned == (section._sectPr.find(qn("w:pgSz")).get(qn("w:orient")) == "landscape")
    if any(piece.style == styles.LEGAL_BASIS for piece in reading.pieces):
        assert reading.sections[0].page_width < reading.sections[0].page_height


def _p3(reading: FormReading) -> None:
    for section in reading.sections:
        top, _right, bottom, _left = margins(section)
        assert 20 <= top <= 25, top
        assert 20 <= bottom <= 25, bottom


def _p4(reading: FormReading) -> None:
    for section in reading.sections:
        assert 30 <= margins(section)[3] <= 35


def _p5(reading: FormReading) -> None:
    for section in reading.sections:
        assert 15 <= margins(section)[1] <= 20


def _p6(reading: FormReading) -> None:
    for piece in reading.pieces:
        for look in (*(look for _, look in piece.runs), piece.mark):
            assert set(look.fonts) == {"Times New Roman"}, piece.text
            assert look.color in (None, "000000") or piece.style == styles.URGENCY, piece.text


def _p7(reading: FormReading) -> None:
    for section in reading.sections:
        assert section.different_first_page_header_footer
        assert "PAGE" not in words(section.first_page_header._element), "shown on page 1"
        numbered = [p for p in section.header._element.iter(qn("w:p")) if "PAGE" in words(p)]
        assert len(numbered) == 1, "no page number in the header"
        look = reading.resolver.text(numbered[0], numbered[0].find(qn("w:r")))
        assert 13 <= look.size <= 14
        assert not look.bold
        assert not look.italic
        assert reading.resolver.paragraph(numbered[0]).align is Align.CENTER
        assert "PAGE" not in words(section.footer._element)


def _p8(reading: FormReading) -> None:
    for section in reading.sections:
        start = section._sectPr.find(qn("w:pgNumType"))
        assert start is not None, "the count is not begun again"
        assert start.get(qn("w:start")) == "1"


def _p9(reading: FormReading) -> None:
    for piece in reading.of(*RUNNING, styles.LEGAL_BASIS):
        assert 1 <= (piece.form.lines or 0) <= 1.5, piece.text


def _p10(reading: FormReading) -> None:
    for piece in reading.of(*RUNNING, styles.LEGAL_BASIS):
        assert max(piece.form.before, piece.form.after) >= 6, piece.text


def _p11(reading: FormReading) -> None:
    found = [piece for piece in reading.running() if piece.form.align is Align.JUSTIFY and piece.text != "./."]
    for piece in some(found):
        assert 9.99 <= piece.form.first_line <= 12.71, (piece.form.first_line, piece.text)


def _p12(reading: FormReading) -> None:
    for piece in some(reading.running()):
        assert piece.form.align is Align.JUSTIFY, piece.text


PAGE: dict[str, Check] = {
    "P1": _p1,
    "P2": _p2,
    "P3": _p3,
    "P4": _p4,
    "P5": _p5,
    "P6": _p6,
    "P7": _p7,
    "P8": _p8,
    "P9": _p9,
    "P10": _p10,
    "P11": _p11,
    "P12": _p12,
}
