"""How the table asks parts to be set and worded."""

import re
from dataclasses import dataclass

from kimhoa_app.documents.model import Align
from tests.documents.nd30.reading import Check, FormReading, Piece, some


@dataclass(frozen=True)
class Look:
    """How the table asks one part to be set."""

    style: str
    least: float
    most: float
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    align: Align = Align.CENTER

    def __call__(self, reading: FormReading) -> None:
        for piece in reading.of(self.style):
            if piece.text:
                self.check(piece)

    def check(self, piece: Piece) -> None:
        assert piece.form.align is self.align, piece.text
        for look in piece.looks:
            assert self.least <= look.size <= self.most, (look.size, piece.text)
            assert look.bold == self.bold, piece.text
            assert look.italic == self.italic, piece.text
            assert not look.underlined, piece.text
        if self.capitals:
            assert piece.text == piece.text.upper() or all(look.capitals for look in piece.looks), piece.text
        assert "__" not in piece.text, "underscores in place of a line"


def all_of(*checks: Check) -> Check:
    def check(reading: FormReading) -> None:
        for one in checks:
            one(reading)

    return check


def matches(style: str, pattern: re.Pattern[str]) -> Check:
    def check(reading: FormReading) -> None:
        for piece in reading.of(style):
            assert pattern.fullmatch(piece.text), piece.text

    return check


def listed(style: str, start: str) -> Check:
    def check(reading: FormReading) -> None:
        pieces = reading.of(style)
        for piece in pieces:
            assert piece.text.startswith(start), piece.text
            assert piece.text.endswith("." if piece is pieces[-1] else ";"), piece.text

    return check


def labelled(style: tuple[str, ...], pattern: str, **look: object) -> Check:
    def check(reading: FormReading) -> None:
        found = [piece for piece in reading.pieces if piece.style in style and re.match(pattern, piece.text)]
        for piece in some(found):
            Look(piece.style, 13, 14, **look).check(piece)  # type: ignore[arg-type]

    return check
