"""The cells of a .csv file: UTF-8, UTF-16 as Excel's "Unicode Text" is, or as Windows in Vietnam writes it."""

import codecs
import csv
import unicodedata
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from kimhoa_app.exchange.lists.cells import MAX_COLUMNS, Budget, RawRow, RawSheet

_SIGNS = ";\t,"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""The first bytes of a text in UTF-16."""


def read_csv(path: Path) -> list[RawSheet]:
    """Return the one sheet that the .csv file at `path` is; every cell is text. Raises UnusableFile if it is huge."""
    text = _decoded(path.read_bytes())
    sign = max(_SIGNS, key=text[:4000].count)
    rows: Iterator[RawRow] = (
        (number, {place: cell for place, cell in enumerate(cells[:MAX_COLUMNS]) if cell.strip()})
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=sign), start=1)
    )
    return [RawSheet(path.stem, is_hidden=False, rows=tuple(Budget().rows_of(rows)))]


def _decoded(content: bytes) -> str:
    if content.startswith(UTF_16):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))
