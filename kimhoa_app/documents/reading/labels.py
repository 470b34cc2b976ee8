"""Labels before headings and sentences ("Chương I", "Điều 1.", "II.", "1.", "4.1.", "a)"), kept as they are printed."""

import re
from dataclasses import dataclass
from itertools import pairwise

_ORDINALS = "nhất|hai|ba|tư|bốn|năm|sáu|bảy"
_FIGURE = rf"(?:(?:thứ\s+)?(?:[ivx]+|\d{{1,2}}|{_ORDINALS}))\b"
_ROOM = r"(?=\s|$)"
_NEXT = r"(?=\s|$|[\"“'*A-ZĐÀ-Ỹ])"
_SENTENCE = r"[A-ZĐÀ-Ỹ](?![A-ZĐ])[^\W\d_]"
_STRUCTURE = {"phần": "part", "chương": "chapter", "mục": "division", "tiểu mục": "subdivision"}
_LABEL = re.compile(
    rf"(?P<structure>(?:(?i:phần|chương|mục|tiểu mục)\s+(?i:{_FIGURE})))(?P<mark>\s*[.:])?{_ROOM}"
    rf"|(?P<article>(?i:điều)\s+(?P<article_figure>\d{{1,3}})[a-zđ]?(?:\s*[.:]|$)){_NEXT}"
    rf"|(?P<roman>[IVX]{{1,6}})(?:[.)]{_NEXT}|[/:]{_ROOM}|\s?[-–](?=\s|[A-ZĐÀ-Ỹ]{{2}})|\.?(?=\s+[A-ZĐÀ-Ỹ]{{2}}))"
    rf"|(?P<capital>[A-HĐ])(?:[.)]{_NEXT}|/{_ROOM}|\s?[-–](?=\s*[A-ZĐÀ-Ỹ]{{2}}))"
    rf"|(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})(?:[.)]{_NEXT}|[/:]{_ROOM}|(?=\s+[\"“'*A-ZĐÀ-Ỹ])|$)"
    rf"|(?P<number>\d{{1,3}})(?P<bracketed>\))?(?:(?<=\)){_NEXT}|\.{_NEXT}|[/:]{_ROOM}|\s?[-–](?=\s+[A-ZĐÀ-Ỹ]|{_SENTENCE}))"
    rf"|\((?P<enclosed>\d{{1,2}}|[a-zđ])\){_ROOM}"
    rf"|(?P<letter>[a-zđ])\d?(?:\){_NEXT}|\.{_NEXT}|/{_ROOM}|(?<=[a-dđ])[-–](?=\s*{_SENTENCE}))"
)
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Label:
    """A label: `text` as printed, its kind, and its figures where they count (4.1 is (4, 1))."""

    text: str
    kind: str
    figures: tuple[int, ...] = ()


def split_label(text: str) -> tuple[Label, int] | None:
    """Return the label that `text` begins with and where what follows it begins, None without a label."""
    start = len(text) - len(text.lstrip())
    found = _LABEL.match(text, start, start + _LONGEST)
    if found is None or (found["structure"] and not _is_structure(text, found)):
        return None
    label = Label(text[start : found.end()], *_meaning(found))
    end = found.end()
    return label, end + len(text[end:]) - len(text[end:].lstrip())


def label_of(text: str) -> Label:
    """Return a label that stands alone, of no known kind where it is none."""
    found = split_label(text)
    return found[0] if found else Label(text, "")


def _is_structure(text: str, found: re.Match[str]) -> bool:
    """Return whether "Mục 1" is a label and not the beginning of a sentence ("Mục 1 của Kế hoạch ...")."""
    rest = text[found.end() :].lstrip(" -–\t")
    return bool(found["mark"]) or not rest or rest.split("\n")[0].isupper() or text[found.end()] in "\n-–"


def _meaning(found: re.Match[str]) -> tuple[str, tuple[int, ...]]:
    if found["structure"]:
        word = " ".join(found["structure"].lower().split()[: 2 if found["structure"].lower().startswith("tiểu") else 1])
        return _STRUCTURE[word], ()
    if found["article"]:
        return "article", (int(found["article_figure"]),)
    if found["roman"]:
        return "roman", (_roman_value(found["roman"]),)
    if found["capital"]:
        return "capital", ()
    if found["decimal"]:
        figures = tuple(map(int, found["decimal"].split(".")))
        return f"decimal{len(figures)}", figures
    if found["number"]:
        return "number)" if found["bracketed"] else "number", (int(found["number"]),)
    if found["enclosed"]:
        return "enclosed", ()
    return "letter", (_ALPHABET.find(found["letter"]) + 1,)


def _roman_value(text: str) -> int:
    values = [*(_ROMAN[letter] for letter in text), 0]
    return sum(-value if value < following else value for value, following in pairwise(values))
