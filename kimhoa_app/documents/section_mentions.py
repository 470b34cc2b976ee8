"""Places in a document that name one of its own sections ("mục 2 phần III", "khoản 1 Điều 5") by its label.

They are found, never rewritten: whether a mention still means the section that moved is for a person to say.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kimhoa_app.documents.label_styles import Figures, Form, read_label
from kimhoa_app.documents.model import OfficialDocument, Section
from kimhoa_app.documents.numbering import Path
from kimhoa_app.documents.patterns import CITED_TYPES
from kimhoa_app.documents.texts import Spot, texts_of

_WORD: Final = r"(?i:điểm|khoản|tiểu mục|mục|phần(?: thứ)?|chương|điều)"
_FIGURE: Final = (
    r"(?:[IVX]+(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})*|[A-HĐ]|[a-zđ]|nhất|hai|ba|tư|năm|sáu|bảy)(?![\w/%]|,\d|\.\d)"
)
_ONE: Final = rf"{_WORD} {_FIGURE}"
_MENTION: Final = re.compile(rf"\b{_ONE}(?:,? (?:(?:của|thuộc|tại) )?{_ONE})*")
_PART: Final = re.compile(rf"(?P<word>{_WORD}) (?P<figure>{_FIGURE})")
_OF_ANOTHER: Final = re.compile(
    rf"[),]?\s*(?:(?:của|tại|trong|thuộc|,)\s+)?(?i:Điều lệ|Quy chế|Hiến pháp|Phụ lục|{'|'.join(CITED_TYPES)})"
    r"(?!\s+này)"
)

_Key = tuple[str, Figures]


@dataclass(frozen=True, slots=True)
class SectionMention:
    """The words that name a section, and the text of the document that they stand in."""

    words: str
    spot: Spot


def mentions_of_moved(
    before: OfficialDocument, after: OfficialDocument, moves: Mapping[Path, Path]
) -> tuple[SectionMention, ...]:
    """Return the places of `after` that name a section whose labels are others than in `before`, or that is gone.

    `moves` leads from the path of each section in `before` to its path in `after`.
    """
    old, new = dict(_chains(before.sections, (), ())), dict(_chains(after.sections, (), ()))
    changed = {path for path, chain in old.items() if path not in moves or new[moves[path]] != chain}
    if not changed:
        return ()
    back = {there: here for here, there in moves.items()}
    found = []
    for text in texts_of(after):
        for mention in _MENTION.finditer(text.words):
            if _OF_ANOTHER.match(text.words, mention.end()):
                continue
            meant = _meant(mention.group(), old, back.get(text.spot.path, ()))
            if meant & changed:
                found.append(SectionMention(mention.group(), text.spot))
    return tuple(found)


def _chains(
    sections: tuple[Section, ...], above: Path, around: tuple[frozenset[_Key], ...]
) -> Iterator[tuple[Path, tuple[frozenset[_Key], ...]]]:
    """Yield each path with what its section and those around it may be called by, from the outermost."""
    for index, section in enumerate(sections):
        path, chain = (*above, index), (*around, _names(section.label))
        yield path, chain
        yield from _chains(section.children, path, chain)


def _names(label: str) -> frozenset[_Key]:
    read = read_label(label)
    if read is None:
        return frozenset()
    style, figures = read
    return frozenset({(style.word, figures)} if style.word else {(style.form.value, figures)})


def _meant(words: str, chains: Mapping[Path, tuple[frozenset[_Key], ...]], here: Path) -> set[Path]:
    """Return the sections that the words may mean; of several those that stand nearest to the words."""
    asked = [_asked(part["word"].lower(), part["figure"]) for part in _PART.finditer(words)]
    inner_first = [each for group in asked for each in reversed(group)]
    outer_first = [each for group in reversed(asked) for each in reversed(group)]
    fitting = {path for path, chain in chains.items() if _answers(chain, inner_first) or _answers(chain, outer_first)}
    nearest = max((_shared(path, here) for path in fitting), default=0)
    return {path for path in fitting if _shared(path, here) == nearest}


def _asked(word: str, figure: str) -> list[frozenset[_Key]]:
    """Return what is asked for, from the outermost: "mục III.2" asks for 2 within III."""
    roman, _, rest = figure.partition(".")
    parts = [roman, rest] if rest and not roman.isdecimal() else [figure]
    return [_keys(word.removesuffix(" thứ"), part) for part in parts]


def _keys(word: str, figure: str) -> frozenset[_Key]:
    read = read_label(figure)
    if read is None:
        return frozenset()
    style, figures = read
    strict = word in ("điều", "chương") or style.form is Form.ORDINAL
    return frozenset({(word, figures)} if strict else {(word, figures), (style.form.value, figures)})


def _answers(chain: tuple[frozenset[_Key], ...], asked: list[frozenset[_Key]]) -> bool:
    """Return whether the section itself answers the first that is asked for, and sections around it the others."""
    if not chain[-1] & asked[0]:
        return False
    around = iter(reversed(chain[:-1]))
    return all(any(names & wanted for names in around) for wanted in asked[1:])


def _shared(path: Path, here: Path) -> int:
    return next((depth for depth, (one, two) in enumerate(zip(path, here, strict=False)) if one != two), len(here))
