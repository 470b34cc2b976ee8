"""Where the words of a document stand in the light text that is edited for them."""

import re
from collections.abc import Iterator, Sequence

from kimhoa_app.documents.editing import Path
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.templating.body import text_stretches
from kimhoa_app.documents.templating.inline import styled_stretches
from kimhoa_app.documents.templating.protection import unprotected, with_escapes_resolved
from kimhoa_app.documents.texts import Role, Text, texts_of
from kimhoa_app.text.normal import nfc

Stretch = tuple[int, int]
Letters = list[tuple[str, Stretch]]

_LETTER = re.compile(r".[\u0300-\u036f]*")
_IN_BLOCKS = frozenset({Role.BODY, Role.COLUMN, Role.CELL})


def section_texts(document: OfficialDocument, path: Path) -> tuple[Text, ...]:
    """Return the texts that the light text of the section at `path` holds, in reading order."""
    depth = len(path)
    return tuple(text for text in texts_of(document) if text.spot.appendix is None and text.spot.path[:depth] == path)


def block_texts(document: OfficialDocument) -> tuple[Text, ...]:
    """Return the texts that the light text of what stands before the first section holds."""
    return tuple(
        text
        for text in texts_of(document)
        if text.spot.appendix is None and not text.spot.path and text.spot.role in _IN_BLOCKS
    )


def role_texts(document: OfficialDocument, role: Role) -> tuple[Text, ...]:
    """Return the texts of one part around the body."""
    return tuple(text for text in texts_of(document) if text.spot.role is role)


class WordPlaces:
    """Finds the words of `texts` in `light`, the text that they make, or that they were read from as it was typed.

    White space counts for nothing, so that it may be typed in any way. `marked` is whether `light` has markup; else it
    holds one text a line. A text that does not stand in `light` has no place there.
    """

    def __init__(self, light: str, texts: Sequence[Text], *, marked: bool = True) -> None:
        self._letters: dict[int, list[Stretch]] = {}
        self._words = {text.spot.number: text.words for text in texts}
        wanted = [(text.spot.number, _unspaced(text.words)) for text in texts]
        following = 0
        for line in _lines(light):
            readings = list(_readings(line, marked=marked))
            begins, ends, letters = _matched(wanted, following, readings)
            self._keep(wanted[begins:ends], letters)
            following = max(following, ends)

    def stretch(self, number: int, start: int, words: str) -> Stretch | None:
        """Return where `words`, which begin at `start` of the text `number`, stand; None where they do not."""
        text = self._words.get(number, "")
        if text[start : start + len(words)] != words:
            return None
        letters = self._letters.get(number, [])
        first = len(_unspaced(text[:start]))
        last = first + len(_unspaced(words)) - 1
        return (letters[first][0], letters[last][1]) if first <= last < len(letters) else None

    def _keep(self, texts: Sequence[tuple[int, str]], letters: Letters) -> None:
        start = 0
        for number, words in texts:
            self._letters[number] = [stretch for _, stretch in letters[start : start + len(words)]]
            start += len(words)


def _lines(light: str) -> Iterator[Letters]:
    start = 0
    for line in light.split("\n"):
        composed = [(char, found.span()) for found in _LETTER.finditer(line) for char in nfc(found.group())]
        yield [(char, (start + first, start + last)) for char, (first, last) in composed]
        start += len(line) + 1


def _readings(line: Letters, *, marked: bool) -> Iterator[Letters]:
    """Yield the letters of words in a line: first as if it were no markup, as it is read while it is typed.

    A row of empty cells holds no words in either way: its bars are those of another text nowhere.
    """
    if not marked:
        yield _without_spaces(line)
        return
    begins = len(line) - len("".join(char for char, _ in line).lstrip())
    letters = _resolved(line[begins:])
    text = "".join(char for char, _ in letters).rstrip()
    marked_up = list(text_stretches(text))
    plain = [] if _is_empty_row(text, marked_up) else [(start, end) for start, end, _ in styled_stretches(text)]
    for stretches in (plain, marked_up):
        yield _without_spaces([letter for start, end in stretches for letter in letters[start:end]])


def _is_empty_row(text: str, cells: Sequence[Stretch]) -> bool:
    return text.startswith("|") and not any(text[start:end].strip() for start, end in cells)


def _resolved(line: Letters) -> Letters:
    """Return the letters with each escaped sign protected, as one letter that stands over its backslash too."""
    resolved = with_escapes_resolved("".join(char for char, _ in line))
    letters: Letters = []
    place = 0
    for char in resolved:
        width = 1 if char == line[place][0] else 2
        letters.append((char, (line[place][1][0], line[place + width - 1][1][1])))
        place += width
    return letters


def _matched(
    wanted: Sequence[tuple[int, str]], following: int, readings: Sequence[Letters]
) -> tuple[int, int, Letters]:
    """Return which of the wanted texts a line holds in one of its readings; two equal numbers where it holds none.

    They are those that follow; where a line before was not understood, the first further on.
    """
    begins = range(following, following + 1 if not all(readings) else len(wanted))
    for first in begins:
        for letters in readings:
            last = _end_of_texts(wanted, first, "".join(char for char, _ in letters))
            if last > first:
                return first, last, letters
    return following, following, []


def _end_of_texts(wanted: Sequence[tuple[int, str]], first: int, letters: str) -> int:
    """Return the number after the last of the texts that `letters` are from `first` on, `first` when they are not."""
    last = first
    while letters and last < len(wanted) and letters.startswith(wanted[last][1]):
        letters = letters.removeprefix(wanted[last][1])
        last += 1
    return first if letters else last


def _without_spaces(letters: Letters) -> Letters:
    return [(unprotected(char), stretch) for char, stretch in letters if not char.isspace()]


def _unspaced(words: str) -> str:
    return "".join(words.split())
