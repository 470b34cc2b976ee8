"""Runs of a source as runs of a document: decoded by their fonts, in NFC, joined where they look the same."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kimhoa_app.documents.model import Run
from kimhoa_app.text.legacy import (
    VNI_SIGNS,
    TextEncoding,
    decode,
    draws_capitals,
    encoding_of_font,
    is_surely_unicode,
)
from kimhoa_app.text.normal import nfc

_STARS = re.compile(
    r"(?<![\w*])(?:\*\*\*(?P<both>(?!\s)[^*\n]+)\*\*\*|\*\*(?P<bold>(?!\s)(?:[^*\n]|\*[^*\n]+\*)+)\*\*"
    r"|\*(?P<italic>[^*\s)][^*\n]*)\*)(?![\w*])"
)


@dataclass(frozen=True, slots=True)
class TypedText:
    """A stretch of text as the file holds it: `bold` and `italic` by itself, `is_bold` with its paragraph's style."""

    text: str
    bold: bool = False
    italic: bool = False
    is_bold: bool = False
    font: str = ""


def printed_runs(texts: Iterable[TypedText]) -> tuple[Run, ...]:
    """Return the runs as they are printed, equal neighbours as one."""
    given = list(texts)
    if any(encoding_of_font(each.font) is not TextEncoding.UNICODE for each in given):
        given = _decoded(given)
    return joined(Run(each.text, each.bold, each.italic) for each in _whole_letters(given, unicodedata.combining))


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return `runs` in NFC, neighbours of one style as one run, empty ones left out."""
    grouped = groupby((run for run in runs if run.text), key=lambda run: (run.bold, run.italic))
    return tuple(Run(nfc("".join(run.text for run in group)), *style) for style, group in grouped)


def with_stars_read(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return `runs` with *italic* and **bold** of light text as styles; a star that marks nothing stays."""
    if not any("*" in run.text for run in runs):
        return runs
    return joined(piece for run in runs for piece in _starred(run))


def text_of(runs: Sequence[Run]) -> str:
    """Return the words of `runs`."""
    return "".join(run.text for run in runs)


def without_start(runs: Iterable[Run], length: int) -> tuple[Run, ...]:
    """Return `runs` without their first `length` characters and the white space after these."""
    kept: list[Run] = []
    for run in runs:
        text = run.text[length:] if length else run.text
        length = max(0, length - len(run.text))
        text = text if kept else text.lstrip()
        if text:
            kept.append(replace(run, text=text))
    return tuple(kept)


def first_of(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """Return the first `length` characters of `runs`, without white space after them."""
    kept: list[Run] = []
    for run in runs:
        kept.append(replace(run, text=run.text[:length]))
        length = max(0, length - len(run.text))
    return stripped(run for run in kept if run.text)


def stripped(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return `runs` without white space around them."""
    kept = list(without_start(runs, 0))
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _decoded(texts: list[TypedText]) -> list[TypedText]:
    """Return `texts` in Unicode; a font of before Unicode under letters that only Unicode has is not believed."""
    whole = _whole_letters(texts, lambda char: char in VNI_SIGNS)
    return [each if is_surely_unicode(each.text) else replace(each, text=_unicode(each)) for each in whole]


def _unicode(each: TypedText) -> str:
    return decode(each.text, encoding_of_font(each.font), capitals=draws_capitals(each.font))


def _whole_letters(texts: list[TypedText], is_mark: Callable[[str], object]) -> list[TypedText]:
    """Return `texts` with marks that begin one moved to the letter at the end of the one before it."""
    result: list[TypedText] = []
    for each in texts:
        if result and is_mark(each.text[:1]) and encoding_of_font(each.font) == encoding_of_font(result[-1].font):
            result[-1] = replace(result[-1], text=result[-1].text + each.text[0])
            each = replace(each, text=each.text[1:])
        if each.text:
            result.append(each)
    return result


def _starred(run: Run) -> Iterable[Run]:
    end = 0
    for found in _STARS.finditer(run.text):
        style = found.lastgroup
        yield replace(run, text=run.text[end : found.start()])
        bold, italic = run.bold or style != "italic", run.italic or style != "bold"
        yield from _starred(Run(found.group(str(style)), bold, italic))
        end = found.end()
    yield replace(run, text=run.text[end:])
