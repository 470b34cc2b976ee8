"""The style in which a label is written ("I.", "1.", "4.1.", "a)", "Điều 1.", "Chương I") and its figures, apart.

A label of no known style ("-", "1a.", "Phụ lục") has none and is never rewritten. Letters follow the Vietnamese order
that official papers list by: đ comes after d, and f, j, w, z are left out.
"""

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final

Figures = tuple[int, ...]
_ALPHABET: Final = "abcdđeghiklmnopqrstuvxy"
_ORDINALS: Final = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMAN: Final = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LABEL: Final = re.compile(
    r"(?P<lead>(?i:phần(?:\s+thứ)?|chương|mục|tiểu\s+mục|điều)\s+|\()?"
    r"(?:(?P<roman>(?=[IVXLC])(?![LC](?![IVXLC]))C?(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))|"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*)|(?P<ordinal>(?i:{'|'.join(_ORDINALS)}))"
    r"|(?P<letter>(?P<small>[a-zđ])(?P=small)?)|(?P<capital>(?P<big>[A-ZĐ])(?P=big)?))"
    r"(?P<tail>[.:/]|\.?\)|\s?[-–])?"
)


class Form(Enum):
    """How the figure of a label is written."""

    ROMAN = "roman"
    NUMBER = "number"
    ORDINAL = "ordinal"
    LETTER = "letter"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """How labels of a level look: what stands before and after the figure, its form, how many figures ("4.1." has two).

    `width` is the least number of digits ("01." has two), `shouts` whether an ordinal is in capitals ("PHẦN THỨ HAI").
    """

    form: Form
    lead: str = ""
    tail: str = ""
    length: int = 1
    width: int = 1
    shouts: bool = False

    @property
    def family(self) -> str:
        """The word before the figure ("điều", "chương"), or how many figures there are: labels that count together."""
        word = self.lead.strip(" (").lower()
        return word.removesuffix(" thứ") or str(self.length)

    @property
    def word(self) -> str:
        """The word before the figure in small letters, "" where there is none."""
        return "" if self.family.isdecimal() else self.family

    def written(self, figures: Figures) -> str:
        """Return the label with these figures, all of them 1 or more."""
        return f"{self.lead}{'.'.join(self._figure(value) for value in figures)}{self.tail}"

    def _figure(self, value: int) -> str:
        match self.form:
            case Form.ROMAN:
                return _roman(value)
            case Form.NUMBER:
                return str(value).zfill(self.width)
            case Form.ORDINAL:
                word = _ORDINALS[value - 1] if value <= len(_ORDINALS) else str(value)
                return word.upper() if self.shouts else word
            case Form.LETTER:
                return _letter(value)
            case Form.CAPITAL:
                return _letter(value).upper()


def read_label(label: str) -> tuple[LabelStyle, Figures] | None:
    """Return the style of `label` and its figures, None for a label of no known style and for none at all."""
    found = _LABEL.fullmatch(label.strip())
    if found is None:
        return None
    form, text = next((form, found[form.value]) for form in Form if found[form.value])
    lead, tail = found["lead"] or "", found["tail"] or ""
    figures = _read_figures(form, text)
    if 0 in figures or (lead == "(" and not tail.endswith(")")):
        return None
    style = LabelStyle(form, lead, tail, len(figures), _width(form, text), form is Form.ORDINAL and text.isupper())
    return (style, figures) if style.written(figures) == label.strip() else None


def _read_figures(form: Form, text: str) -> Figures:
    match form:
        case Form.ROMAN:
            values = [*(_VALUES[letter] for letter in text), 0]
            return (sum(-value if value < following else value for value, following in pairwise(values)),)
        case Form.NUMBER:
            return tuple(map(int, text.split(".")))
        case Form.ORDINAL:
            return (_ORDINALS.index(text.lower()) + 1,)
        case _:
            return (_ALPHABET.find(text[0].lower()) + 1 + (len(text) - 1) * len(_ALPHABET),)


def _width(form: Form, text: str) -> int:
    return len(text.split(".")[0]) if form is Form.NUMBER and text.startswith("0") else 1


def _roman(value: int) -> str:
    written = ""
    for amount, letters in _ROMAN:
        written += letters * (value // amount)
        value %= amount
    return written


def _letter(value: int) -> str:
    rounds, place = divmod(value - 1, len(_ALPHABET))
    return _ALPHABET[place] * (rounds + 1)
