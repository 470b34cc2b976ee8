"""Rows C7 to C10, C13 and C14: what stands below the text."""

import re

from docx.oxml.ns import qn
from docx.section import _Footer

from kimhoa_app.documents import word_styles as styles
from kimhoa_app.documents.model import Align
from tests.documents.nd30.looks import Look, all_of, listed
from tests.documents.nd30.reading import Absent, Check, FormReading, Piece, margins, mm, piece_of


def _authority(reading: FormReading) -> None:
    for piece in reading.of(styles.AUTHORITY):
        assert not re.search(r"T/M|K/T|\b(TM|KT|TL|TUQ)\.\S", piece.text)


def _signature_room(reading: FormReading) -> None:
    for piece in reading.of(styles.SIGNER):
        assert 25 <= piece.form.before / 72 * 25.4 <= 30
    table = next(reading.of(styles.SIGNER)[0].element.iterancestors(qn("w:tbl")))
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.iter(qn("w:tr")))
    last = table.getprevious()
    ends = [last] if last.tag == qn("w:p") else list(last.findall(qn("w:tr"))[-1].iter(qn("w:p")))
    assert all(reading.resolver.paragraph(end).keep_with_next for end in ends), (
        "the signature may stand alone on a page"
    )


def _seal_room(reading: FormReading) -> None:
    for piece in reading.of(styles.SIGNER):
        assert piece.room >= 35
        assert piece.form.before / 72 * 25.4 >= 25
        above = reading.pieces[reading.pieces.index(piece) - 1]
        assert above.style == styles.AUTHORITY, "something is printed where the seal and the signature stand"


def _drafter(reading: FormReading) -> None:
    for piece in reading.of(styles.DRAFTER_MARK):
        assert re.fullmatch(r"[A-ZĐ]+\.\d+", piece.text), piece.text
        assert reading.pieces[reading.pieces.index(piece) - 1].style == styles.RECIPIENT


def _address(reading: FormReading) -> None:
    feet = [_foot(section.first_page_footer, reading) for section in reading.sections]
    if not any(feet):
        raise Absent
    assert not any(feet[1:]), "the address stands on the first page of an appendix"
    assert not any(_foot(section.footer, reading) for section in reading.sections), "the address is on every page"
    for piece in feet[0]:
        Look(styles.CONTACT_LINE, 11, 12, align=piece.form.align).check(piece)
        assert piece.form.line_above, "no drawn line"
        assert piece.form.left == piece.form.right == 0, "the line is not as wide as the text"


def _foot(footer: _Footer, reading: FormReading) -> list[Piece]:
    room = mm(reading.sections[0].page_width) - sum(margins(reading.sections[0])[1::2])
    pieces = [piece_of(paragraph, room, reading.resolver) for paragraph in footer._element.iter(qn("w:p"))]
    return [piece for piece in pieces if piece.text]


def _recipients_level(reading: FormReading) -> None:
    head = reading.of(styles.RECIPIENTS_HEAD)[0]
    assert head.text == "Nơi nhận:"


def _archive_copy(reading: FormReading) -> None:
    assert re.fullmatch(r"- Lưu: VT(, [\wĐ.\- ]+)*\.", reading.of(styles.RECIPIENT)[-1].text)


def _appendix_label(reading: FormReading) -> None:
    for piece in reading.of(styles.APPENDIX_LABEL):
        assert piece.text.startswith("Phụ lục")


def _reference(reading: FormReading) -> None:
    for piece in reading.of(styles.APPENDIX_REFERENCE):
        assert re.fullmatch(r"\(Kèm theo .+\)", piece.text)


FEET: dict[str, Check] = {
    "C7a": all_of(Look(styles.AUTHORITY, 13, 14, bold=True, capitals=True), _authority),
    "C7b": Look(styles.SIGNER, 13, 14, bold=True),
    "C7c": _signature_room,
    "C8": _seal_room,
    "C9b": all_of(Look(styles.RECIPIENTS_HEAD, 12, 12, bold=True, italic=True, align=Align.LEFT), _recipients_level),
    "C9c": all_of(Look(styles.RECIPIENT, 11, 11, align=Align.LEFT), listed(styles.RECIPIENT, "- "), _archive_copy),
    "C10": all_of(Look(styles.APPENDIX_LABEL, 14, 14, bold=True), _appendix_label),
    "C10b": Look(styles.APPENDIX_TITLE, 13, 14, bold=True, capitals=True),
    "C10c": all_of(Look(styles.APPENDIX_REFERENCE, 13, 14, italic=True), _reference),
    "C13": all_of(Look(styles.DRAFTER_MARK, 11, 11, capitals=True, align=Align.LEFT), _drafter),
    "C14": _address,
}
