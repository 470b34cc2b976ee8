"""The cells of a .csv file: UTF-8, or as Windows in Vietnam writes it."""

import csv
import unicodedata
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from kimhoa_app.exchange.lists.cells import MAX_COLUMNS, Budget, RawRow, RawSheet

_SIGNS = ";\t,"


def read_csv(path: Path) -> list[RawSheet]:
    """Return the one sheet that the .csv file at `path` is; every cell is text. Raises UnusableFile if it is huge."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))
    sign = max(_SIGNS, key=text[:4000].count)
    rows: Iterator[RawRow] = (
        (number, {place: cell for place, cell in enumerate(cells[:MAX_COLUMNS]) if cell.strip()})
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=sign), start=1)
    )
    return [RawSheet(path.stem, is_hidden=False, rows=tuple(Budget().rows_of(rows)))]
