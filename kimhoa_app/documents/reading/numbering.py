"""The numbers and bullets that Word puts before paragraphs by itself, which stand nowhere in their text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml import etree

Element = etree._Element

_LEVELS = 9
_LONG_FIGURE = 5  # digits of a first number that no list begins with
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PRIVATE = range(0xE000, 0xF900)  # letters of symbol fonts, which are bullets


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = " "


@dataclass(slots=True)
class _List:
    levels: list[_Level]
    counts: list[int] = field(default_factory=lambda: [0] * _LEVELS)


class Numbering:
    """Counts the lists of one file as its paragraphs are read in order."""

    def __init__(self, root: Element | None) -> None:
        found = root if root is not None else ()
        kinds = {
            each.get(qn("w:abstractNumId"), ""): _levels(each) for each in found if each.tag == qn("w:abstractNum")
        }
        self._lists: dict[str, _List] = {}
        shared: dict[str, _List] = {}
        for number in found:
            kind = number.find(qn("w:abstractNumId")) if number.tag == qn("w:num") else None
            key = kind.get(qn("w:val"), "") if kind is not None else ""
            if key not in kinds:
                continue
            restarts = number.find(qn("w:lvlOverride")) is not None
            made = _List(kinds[key]) if restarts else shared.setdefault(key, _List(kinds[key]))
            self._lists[number.get(qn("w:numId"), "")] = made

    def next(self, list_id: str, level: int) -> str:
        """Return what stands before the next paragraph of that list and level, with the space after it, or ""."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= level < len(found.levels):
            return ""
        counts, shape = found.counts, found.levels[level]
        counts[level] = counts[level] + 1 if counts[level] else shape.start
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        text = _bullet(shape.text) if shape.format == "bullet" else _numbered(found, shape.text)
        return text + shape.suffix if text else ""


def _levels(kind: Element) -> list[_Level]:
    levels = [_Level() for _ in range(_LEVELS)]
    for each in kind.findall(qn("w:lvl")):
        index = each.get(qn("w:ilvl"), "")
        if index.isdecimal() and int(index) < _LEVELS:
            start = _value(each, "w:start", "1")
            levels[int(index)] = _Level(
                _value(each, "w:numFmt", "decimal"),
                _value(each, "w:lvlText", ""),
                int(start) if start.isdecimal() and len(start) < _LONG_FIGURE else 1,
                "" if _value(each, "w:suff", "tab") == "nothing" else " ",
            )
    return levels


def _value(level: Element, tag: str, default: str) -> str:
    found = level.find(qn(tag))
    return default if found is None else found.get(qn("w:val"), default)


def _numbered(found: _List, pattern: str) -> str:
    text = pattern
    for index, level in enumerate(found.levels):
        if f"%{index + 1}" in text:
            text = text.replace(f"%{index + 1}", _figure(found.counts[index] or level.start, level.format))
    return text


def _bullet(text: str) -> str:
    return "-" if not text or any(ord(char) in _PRIVATE for char in text) or text == "o" else text


def _figure(count: int, shape: str) -> str:
    if shape in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if shape == "upperLetter" else letters
    if shape in ("lowerRoman", "upperRoman"):
        return _roman(count).lower() if shape == "lowerRoman" else _roman(count)
    if shape == "decimalZero":
        return f"{count:02d}"
    return "" if shape == "none" else str(count)


def _roman(count: int, pairs: Sequence[tuple[int, str]] = _ROMAN) -> str:
    text = ""
    for value, letters in pairs:
        times, count = divmod(count, value)
        text += letters * times
    return text
