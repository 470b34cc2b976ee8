"""Rows C1 to C5, C11 and C12: what stands above the text."""

import re

from docx.oxml.ns import qn

from kimhoa_app.documents import word_styles as styles
from tests.documents.nd30.looks import Look, all_of, matches
from tests.documents.nd30.reading import Check, FormReading, Piece

TYPES = "NQ|QĐ|CT|QC|QyĐ|TC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CĐ|BGN|BTT|GUQ|GM|GGT|GNP|PG|PC|PB"
NUMBER = re.compile(rf"^Số:(?: (?:0[1-9]|[1-9]\d+)|\s{{3,}})/(?:(?:{TYPES})-)?[A-ZĐ][A-ZĐa-z]*(?:-[A-ZĐ][A-ZĐa-z]*)*$")
DATE = re.compile(r"^.+, ngày (?:0[1-9]|[12]\d|3[01]|\s+) ?tháng (?:01|02|[3-9]|1[0-2]|\s+) ?năm \d{4}$")


def _national_name(reading: FormReading) -> None:
    for piece in reading.of(styles.NATIONAL_NAME):
        assert piece.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        assert len(piece.lines) == 1, "the national name breaks"


def _motto(reading: FormReading) -> None:
    for piece in reading.of(styles.MOTTO):
        assert piece.text == "Độc lập - Tự do - Hạnh phúc"
        _drawn(reading.after(piece), piece.width(piece.text), 0.95, 1.05)


def _issuer_rule(reading: FormReading) -> None:
    pieces = reading.of(styles.ISSUER)
    longest = max(piece.width(piece.text) for piece in pieces)
    assert all(len(piece.lines) == 1 for piece in pieces)
    _drawn(reading.after(pieces[-1]), longest, 1 / 3, 0.5)


def _subject_rule(reading: FormReading) -> None:
    for piece in reading.of(styles.SUBJECT):
        assert not piece.text.endswith(".")
        _drawn(reading.after(piece), max(map(piece.width, piece.lines)), 1 / 3, 0.5)


def _drawn(rule: Piece, text: float, least: float, most: float) -> None:
    assert rule.form.line_above, "no drawn line"
    assert rule.text == ""
    length = rule.room - rule.form.left - rule.form.right
    assert least - 0.005 <= length / text <= most + 0.005, f"{length / text:.3f} of the text"
    assert abs(rule.form.left - rule.form.right) < 0.1, "the line is not in the middle"


def _letter_subject(reading: FormReading) -> None:
    for piece in reading.of(styles.LETTER_SUBJECT):
        assert piece.text.startswith("V/v ")
        assert piece.form.before >= 6
        before = reading.pieces[reading.pieces.index(piece) - 1]
        assert before.style == styles.NUMBER


def _urgency(reading: FormReading) -> None:
    for piece in reading.of(styles.URGENCY):
        width = {"HỎA TỐC": 30, "THƯỢNG KHẨN": 40, "KHẨN": 20}[piece.text]
        assert {look.color for look in piece.looks} == {"FF0000"}, "not bright red"
        assert _boxed(piece, reading) == (width, 8)
        before = next(p for p in reversed(reading.pieces[: reading.pieces.index(piece)]) if p.text)
        assert before.style in (styles.NUMBER, styles.LETTER_SUBJECT), before.style


def _circulation(reading: FormReading) -> None:
    for piece in reading.of(styles.CIRCULATION):
        assert piece.text in ("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ")
        assert _boxed(piece, reading)[0] > piece.width(piece.text)


def _boxed(piece: Piece, reading: FormReading) -> tuple[int, int]:
    """Return the width and height in mm of the single-line box that holds nothing but `piece`."""
    table = next(piece.element.iterancestors(qn("w:tbl")))
    assert [p.text for p in reading.pieces if table in p.element.iterancestors(qn("w:tbl"))] == [piece.text]
    borders = table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    assert borders is not None, "no box"
    for edge in ("top", "left", "bottom", "right"):
        assert borders.find(qn(f"w:{edge}")).get(qn("w:val")) == "single", edge
    height = table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:trHeight')}")
    assert height.get(qn("w:hRule")) == "exact"
    assert len(piece.lines) == 1
    return round(piece.room), round(int(height.get(qn("w:val"))) / 1440 * 25.4)


HEADS: dict[str, Check] = {
    "C1a": all_of(Look(styles.NATIONAL_NAME, 12, 13, bold=True, capitals=True), _national_name),
    "C1b": all_of(Look(styles.MOTTO, 13, 14, bold=True), _motto),
    "C2a": Look(styles.SUPERIOR, 12, 13, capitals=True),
    "C2b": all_of(Look(styles.ISSUER, 12, 13, bold=True, capitals=True), _issuer_rule),
    "C3a": Look(styles.NUMBER, 13, 13),
    "C3b": matches(styles.NUMBER, NUMBER),
    "C4": all_of(Look(styles.PLACE_AND_DATE, 13, 14, italic=True), matches(styles.PLACE_AND_DATE, DATE)),
    "C5a": Look(styles.TITLE, 13, 14, bold=True, capitals=True),
    "C5b": all_of(Look(styles.SUBJECT, 13, 14, bold=True), _subject_rule),
    "C5c": all_of(Look(styles.LETTER_SUBJECT, 12, 13), _letter_subject),
    "C11": all_of(Look(styles.URGENCY, 13, 14, bold=True, capitals=True), _urgency),
    "C12": all_of(Look(styles.CIRCULATION, 13, 14, bold=True, capitals=True), _circulation),
}
