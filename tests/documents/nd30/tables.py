"""Rows T1 to T5: tables and lists."""

import re

from docx.oxml.ns import qn
from lxml import etree

from kimhoa_app.documents import word_styles as styles
from kimhoa_app.documents.model import Align
from tests.documents.nd30.looks import Look
from tests.documents.nd30.reading import Absent, Check, FormReading, mm, words


def _t1(reading: FormReading) -> None:
    reading.of(styles.APPENDIX_TITLE)
    assert any("kèm theo" in piece.text for piece in reading.running()), "the text does not point to its list"
    reading.of(styles.APPENDIX_LABEL)
    reading.of(styles.APPENDIX_REFERENCE)


def _t2(reading: FormReading) -> None:
    assert len(reading.of(styles.NATIONAL_NAME)) == 1


def _t3(reading: FormReading) -> None:
    turned = [section for section in reading.sections if section.page_width > section.page_height]
    if not turned:
        raise Absent
    for section in turned:
        assert 30 <= mm(section.top_margin) <= 35, "the binding edge"


def _t4(reading: FormReading) -> None:
    if not reading.tables:
        raise Absent
    for table in reading.tables:
        rows = table.findall(qn("w:tr"))
        assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None, "the head is not repeated"
        for row in rows:
            assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None, "a row may be split"
    Look(styles.TABLE_HEAD, 11, 13, bold=True)(reading)
    for piece in reading.of(styles.TABLE_TEXT):
        assert all(11 <= look.size <= 13 for look in piece.looks)
    for table in reading.tables:
        _columns(table, reading)


def _columns(table: etree._Element, reading: FormReading) -> None:
    rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
    heads = [words(cell) for cell in rows[0]]
    for cells in rows[1:]:
        if len(cells) < len(heads):
            continue
        for head, cell in zip(heads, cells, strict=True):
            align = reading.resolver.paragraph(cell.find(qn("w:p"))).align
            text = words(cell)
            if head in ("TT", "STT"):
                assert align is Align.CENTER, text
            elif re.fullmatch(r"[\d.,]+%?", text):
                assert align is Align.RIGHT, text
            elif "tên" in head.lower():
                assert align is Align.LEFT, text
            elif text:  # the row asks for names on the left; a day, a mark or a result may stand in the middle
                assert align in (Align.LEFT, Align.CENTER), text


def _t5(reading: FormReading) -> None:
    reading.of(styles.APPENDIX_TITLE)
    assert re.fullmatch(r"(Danh sách này có|Tổng cộng).+\./\.", [p.text for p in reading.pieces if p.text][-1])


TABLES: dict[str, Check] = {
    "T1": _t1,
    "T2": _t2,
    "T3": _t3,
    "T4": _t4,
    "T5": _t5,
}
