"""Texts of a spreadsheet in the fonts of before Unicode, read as Unicode: by the font of the cell, or by how they read.

Fonts lie: a column copied from an old file keeps its codes under Times New Roman, and one typed in Unicode stands under
.VnTime. So the texts of a column that have the same kind of font are judged together, by how many of their words are
Vietnamese each way.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kimhoa_app.exchange.lists.cells import CellValue, FontText, RawSheet, RawValue, Sheet
from kimhoa_app.text.legacy import (
    TextEncoding,
    decode,
    draws_capitals,
    encoding_of_font,
    is_surely_unicode,
    vietnamese_share,
)
from kimhoa_app.text.normal import nfc, tidy

MAX_SAMPLES = 10

_SAMPLE = 400  # texts of a column by which it is judged
_CLEAR = 0.6  # the share of Vietnamese words that makes a guess good
_MARGIN = 0.15  # how much better than Unicode, or than what the font says, another reading has to be

_Group = tuple[int, TextEncoding]


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text before and after."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Decoding:
    """A sheet in Unicode: how most of its old texts were coded, samples, and rows with texts that mix two codes."""

    sheet: Sheet
    encoding: TextEncoding
    samples: tuple[DecodedText, ...]
    mixed_rows: tuple[int, ...] = ()


def decoded(raw: RawSheet, forced: TextEncoding | None = None) -> Decoding:
    """Return the sheet with every text in Unicode, as `forced` says where it is given, else as fonts and words do."""
    return _Decoder(raw, forced).sheet()


class _Decoder:
    def __init__(self, raw: RawSheet, forced: TextEncoding | None) -> None:
        self._raw = raw
        self._forced = forced
        self._encodings = {} if forced else _judged(raw)
        self._read: dict[tuple[str, TextEncoding, bool], str] = {}
        self._counted: Counter[TextEncoding] = Counter()
        self._samples: dict[str, str] = {}
        self._mixed: list[int] = []

    def sheet(self) -> Decoding:
        rows = tuple(
            (number, {place: self._value(number, place, value) for place, value in cells.items()})
            for number, cells in self._raw.rows
        )
        sheet = Sheet(self._raw.name, self._raw.is_hidden, rows, self._raw.merges)
        most = max(self._counted, key=self._counted.__getitem__, default=TextEncoding.UNICODE)
        samples = tuple(DecodedText(before, after) for before, after in self._samples.items())
        return Decoding(sheet, most, samples, tuple(dict.fromkeys(self._mixed)))

    def _value(self, row: int, place: int, value: RawValue) -> CellValue:
        if type(value) is str:
            return self._text(row, place, value, "")
        return self._text(row, place, value.text, value.font) if isinstance(value, FontText) else value

    def _text(self, row: int, place: int, text: str, font: str) -> str:
        if not font and text.isascii():
            return self._decoded(text, TextEncoding.UNICODE, capitals=False)
        encoding = self._forced or self._encodings.get((place, encoding_of_font(font)), TextEncoding.UNICODE)
        if is_surely_unicode(text):
            if encoding is not TextEncoding.UNICODE and _has_legacy_words(text, encoding):
                self._mixed.append(row)
            encoding = TextEncoding.UNICODE
        capitals = draws_capitals(font) and (encoding is TextEncoding.TCVN3 or text.isascii())
        read = self._decoded(text, encoding, capitals=capitals)
        if encoding is not TextEncoding.UNICODE and not text.isascii():
            self._counted[encoding] += 1
            if len(self._samples) < MAX_SAMPLES and tidy(read) != tidy(text):
                self._samples.setdefault(tidy(text), tidy(read))
        return read

    def _decoded(self, text: str, encoding: TextEncoding, *, capitals: bool) -> str:
        key = (text, encoding, capitals)
        if key not in self._read:
            read = _decode(text, encoding, capitals=capitals)
            self._read[key] = read if "\n" in read or "\r" in read else tidy(read)
        return self._read[key]


def _decode(text: str, encoding: TextEncoding, *, capitals: bool) -> str:
    if encoding is TextEncoding.UNICODE or text.isascii():
        return nfc(text.upper() if capitals else text)
    return decode(text, encoding, capitals=capitals)


def _judged(raw: RawSheet) -> dict[_Group, TextEncoding]:
    """Return how each column is coded, apart for each kind of font; a column with few words follows its sheet."""
    groups: dict[_Group, list[str]] = defaultdict(list)
    for _number, cells in raw.rows:
        for place, value in cells.items():
            if isinstance(value, FontText):
                _collect(groups[place, encoding_of_font(value.font)], value.text)
            elif type(value) is str:
                _collect(groups[place, TextEncoding.UNICODE], value)
    everywhere: dict[TextEncoding, list[str]] = defaultdict(list)
    for (_place, claimed), texts in groups.items():
        everywhere[claimed].extend(texts)
    whole = {claimed: _best(texts, claimed, claimed) for claimed, texts in everywhere.items()}
    return {(place, claimed): _best(texts, claimed, whole[claimed]) for (place, claimed), texts in groups.items()}


def _collect(texts: list[str], text: str) -> None:
    if len(texts) < _SAMPLE and not text.isascii() and not is_surely_unicode(text):
        texts.append(text)


def _best(texts: Iterable[str], claimed: TextEncoding, usual: TextEncoding) -> TextEncoding:
    """Return the encoding by which `texts` read best: what the font claims or the sheet is, unless another is clear."""
    words = [word for text in texts for word in _marked_words(text)]
    if not words:
        return usual
    shares = {encoding: _share(words, encoding) for encoding in TextEncoding}
    best = max(shares, key=lambda encoding: (shares[encoding], encoding is usual, encoding is claimed))
    if shares[best] < _CLEAR:
        return usual if shares[usual] >= shares[claimed] else claimed
    for trusted in (usual, claimed):
        if shares[trusted] >= shares[best] - _MARGIN:
            return trusted
    return best


def _marked_words(text: str) -> list[str]:
    """Return the words of `text` that have a letter or a sign beyond ASCII, letters with their marks as one."""
    return [word for word in nfc(text).split() if not word.isascii()]


def _share(words: list[str], encoding: TextEncoding) -> float:
    read = words if encoding is TextEncoding.UNICODE else [decode(word, encoding) for word in words]
    return vietnamese_share([word.strip(".,;:()/“”\"'") for word in read])


def _has_legacy_words(text: str, encoding: TextEncoding) -> bool:
    words = [word for word in _marked_words(text) if not is_surely_unicode(word)]
    return any(_share([word], TextEncoding.UNICODE) < _share([word], encoding) for word in words)
