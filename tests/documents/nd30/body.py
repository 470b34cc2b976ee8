"""Rows C6, C9a and C15: the text, whom it is for, and how it ends."""

import re

from kimhoa_app.documents import word_styles as styles
from kimhoa_app.documents.model import Align
from tests.documents.nd30.looks import Look, all_of, labelled, listed, matches
from tests.documents.nd30.reading import Absent, Check, FormReading, some


def _addressees(reading: FormReading) -> None:
    pieces = reading.of(styles.ADDRESSEE)
    for piece in pieces:
        Look(styles.ADDRESSEE, 13, 14, align=piece.form.align).check(piece)
    assert re.match(r"Kính gửi:|Trân trọng kính mời:", pieces[0].text)
    if len(pieces) == 1:
        assert pieces[0].form.align is Align.CENTER
        return
    for piece in pieces[1:]:
        assert piece.text.startswith("- ")
        assert piece.text.endswith("." if piece is pieces[-1] else ";"), piece.text


def _body_text(reading: FormReading) -> None:
    sizes = {look.size for piece in some(reading.running()) for look in piece.looks}
    assert len(sizes) == 1, sizes
    assert 13 <= sizes.pop() <= 14


def _article(reading: FormReading) -> None:
    found = [
        p for p in reading.pieces if p.style in (*styles.HEADINGS, styles.BODY) and re.match(r"Điều \d+\.", p.text)
    ]
    for piece in some(found):
        assert 9.99 <= piece.form.first_line <= 12.71
        label = piece.runs[0]
        assert re.match(r"Điều \d+\.", label[0])
        assert label[1].bold
        assert not label[1].italic


def _run_in(pattern: str) -> Check:
    def check(reading: FormReading) -> None:
        for piece in some([p for p in reading.pieces if p.style == styles.BODY and re.match(pattern, p.text)]):
            assert not piece.runs[0][1].bold, piece.text
            assert not piece.runs[0][1].italic, piece.text
            assert 9.99 <= piece.form.first_line <= 12.71

    return check


def _chapter_title(reading: FormReading) -> None:
    for piece in some([p for p in reading.pieces if re.match("(Phần|Chương) [IVX]+\n", p.text)]):
        title = piece.text.split("\n")[1]
        assert title == title.upper()


def _end_mark(reading: FormReading) -> None:
    running = some(reading.running())
    if not any(piece.style == styles.SIGNER for piece in reading.pieces):
        raise Absent
    assert re.search(r"[^\s.;,]\./\.$|^\./\.$", running[-1].text), running[-1].text
    assert not any(piece.text.endswith("./.") for piece in running[:-1])


BODY: dict[str, Check] = {
    "C6a": all_of(
        Look(styles.LEGAL_BASIS, 13, 14, italic=True, align=Align.JUSTIFY),
        listed(styles.LEGAL_BASIS, ""),
    ),
    "C6b": Look(styles.ISSUING_POST, 13, 14, bold=True, capitals=True),
    "C6c": all_of(
        Look(styles.ENACTING, 13, 14, bold=True, capitals=True),
        matches(styles.ENACTING, re.compile("QUYẾT (ĐỊNH|NGHỊ):")),
    ),
    "C6d": _body_text,
    "C6e": labelled(styles.HEADINGS, "(Phần|Chương) [IVX]+\n", bold=True),
    "C6f": _chapter_title,
    "C6g": labelled(styles.HEADINGS, r"(Mục|Tiểu mục) \d+\n", bold=True),
    "C6h": _article,
    "C6i": _run_in(r"\d+\. "),
    "C6k": _run_in(r"[a-zđ]\) "),
    "C6l": labelled(styles.HEADINGS[:1], r"[IVX]+\. ", bold=True, capitals=True, align=Align.JUSTIFY),
    "C9a": _addressees,
    "C15": _end_mark,
}
