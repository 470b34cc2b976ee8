"""What the labels of sections count: I, II; 1, 2; a, b, c, d, đ, e."""

import re
from dataclasses import dataclass

from kimhoa_app.documents.checking.outline import Part
from kimhoa_app.documents.reading.labels import Label, label_of

ALPHABET = "abcdđeghiklmnopqrstuvxy"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_STRUCTURE = ("part", "chapter", "division", "subdivision")
_FORM = re.compile(r"\W*$")


@dataclass(frozen=True, slots=True)
class Counted:
    """A section in a list that counts: `family` is what it counts in, `value` how far it has counted.

    `form` is what stands behind the figure ("." or ")"), `above` the figures before the last one: (3,) in "3.2.".
    """

    part: Part
    family: str
    value: int
    form: str
    above: tuple[int, ...] = ()

    @property
    def label(self) -> str:
        """The label as it is printed."""
        return self.part.section.label

    def is_latin_next_of(self, previous: "Counted") -> bool:
        """Return whether the letter follows in the Latin alphabet, which has f, j, w, z and no đ."""
        if self.family != "letter":
            return False
        before, here = (_LATIN.find(each.label.strip("().")[:1]) for each in (previous, self))
        return before >= 0 and here == before + 1


def counted(part: Part) -> Counted | None:
    """Return what the label of a section counts, None where it has none or one that does not count."""
    label = label_of(part.section.label)
    value = _value(label)
    if value is None:
        return None
    family = "number" if label.kind == "number)" else label.kind
    found = _FORM.search(label.text)
    form = "" if label.kind in _STRUCTURE or found is None else found[0].strip()
    return Counted(part, family, value, form, label.figures[:-1])


def label_after(previous: Counted) -> str:
    """Return the figure that follows the label of `previous`, as "đ" after "d)"; "" where it is not certain."""
    if previous.family == "letter":
        return ALPHABET[previous.value] if 0 < previous.value < len(ALPHABET) else ""
    if previous.family in ("number", "article") or previous.family.startswith("decimal"):
        return ".".join(map(str, (*previous.above, previous.value + 1)))
    return ""


def _value(label: Label) -> int | None:
    if label.figures:
        return label.figures[-1]
    bare = label.text.strip("().:/ -–").lower()
    if label.kind == "capital":
        return ALPHABET.find(bare) + 1 or None
    if label.kind == "enclosed":
        return int(bare) if bare.isdecimal() else ALPHABET.find(bare) + 1 or None
    if label.kind in _STRUCTURE:
        return _of_structure(bare.split()[-1])
    return None


def _of_structure(figure: str) -> int | None:
    if figure in _ORDINALS:
        return _ORDINALS.index(figure) + 1
    if figure.isdecimal():
        return int(figure)
    values = [_ROMAN.get(letter, 0) for letter in figure]
    return sum(-each if each < max(values[at:]) else each for at, each in enumerate(values)) or None
