"""The cells of an .xlsx file, read from its parts.

A list needs what openpyxl leaves out when it reads quickly: the fonts of cells and of runs inside them, which cells are
merged, and which formula has no kept value. Its tables of number formats and its calendar are used.
"""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from lxml import etree
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from kimhoa_app.exchange.lists.cells import (
    MAX_COLUMNS,
    Budget,
    CellFault,
    FontText,
    Merge,
    RawRow,
    RawSheet,
    RawValue,
    text_in,
)
from kimhoa_app.exchange.lists.xlsx_parts import (
    Runs,
    Shared,
    Style,
    relation_of,
    runs_of,
    shared_texts,
    style_of,
    styles_of,
    targets_of,
    tree_of,
    walk,
)
from kimhoa_app.text.legacy import TextEncoding, decode, draws_capitals, encoding_of_font

_MAX_MERGES = 20_000
_BOOK: Final = "xl/workbook.xml"


def read_xlsx(path: Path) -> list[RawSheet]:
    """Return the sheets of the .xlsx file at `path`; raises nearly anything for a damaged one, UnusableFile if huge."""
    with zipfile.ZipFile(path) as archive:
        book = tree_of(archive, _BOOK)
        properties = book.find("{*}workbookPr")
        is_mac = properties is not None and properties.get("date1904") in ("1", "true")
        epoch = CALENDAR_MAC_1904 if is_mac else CALENDAR_WINDOWS_1900
        parts = targets_of(archive)
        shared = Shared(list(shared_texts(archive)), styles_of(archive), epoch)
        budget = Budget()
        return [
            _sheet(archive, parts[part], entry, shared, budget)
            for entry in book.iterfind("{*}sheets/{*}sheet")
            if (part := relation_of(entry)) in parts and "worksheets/" in parts[part]
        ]


def _sheet(archive: zipfile.ZipFile, part: str, entry: Any, shared: Shared, budget: Budget) -> RawSheet:
    merges: list[Merge] = []
    with archive.open(part) as stream:
        rows = tuple(budget.rows_of(_rows(stream, shared, merges)))
    is_hidden = entry.get("state", "visible") != "visible"
    return RawSheet(str(entry.get("name", "")), is_hidden, rows, tuple(merges))


def _rows(stream: Any, shared: Shared, merges: list[Merge]) -> Iterator[RawRow]:
    number = 0
    for _event, element in walk(stream, "{*}row", "{*}mergeCell"):
        if element.tag.endswith("row"):
            number = int(element.get("r") or number + 1)
            yield number, _cells(element, shared)
        elif len(merges) < _MAX_MERGES:
            first_column, first_row, last_column, last_row = range_boundaries(element.get("ref", ""))
            if None not in (first_column, first_row, last_column, last_row):
                merges.append(Merge(first_row or 0, last_row or 0, (first_column or 1) - 1, (last_column or 1) - 1))
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _cells(row: Any, shared: Shared) -> dict[int, RawValue]:
    cells: dict[int, RawValue] = {}
    place = -1
    for cell in row:
        reference = cell.get("r")
        place = _column(reference) if reference else place + 1
        if place >= MAX_COLUMNS:
            break
        value = _value(cell, shared)
        if value is not None and value != "":
            cells[place] = value
    return cells


def _value(cell: Any, shared: Shared) -> RawValue | None:
    kind = cell.get("t", "n")
    style = style_of(shared, cell.get("s"))
    kept: str | None = None
    formula: str | None = None
    for child in cell:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "v":
            kept = child.text
        elif name == "f":
            formula = child.text or ""
        elif name == "is":
            return _text(list(runs_of(child)), style.font)
    if kept is None:
        return CellFault(f"={formula}") if formula is not None and kind != "str" else None
    if kind == "s":
        return _text(shared.texts[int(kept)], style.font)
    if kind == "str":
        return _text([(kept, "")], style.font)
    return CellFault(kept) if kind == "e" else _plain(kept, kind, style, shared.epoch)


def _plain(kept: str, kind: str, style: Style, epoch: datetime) -> RawValue | None:
    if kind == "b":
        return "x" if kept == "1" else None
    if kind == "d":
        return datetime.fromisoformat(kept).date()
    figure = float(kept)
    if style.is_date:
        day = _day(figure, epoch)
        if day is not None:
            return day
    return int(figure) if figure.is_integer() else figure


def _day(serial: float, epoch: datetime) -> date | None:
    if serial < 1:
        return None
    try:
        moment = from_excel(serial, epoch)
    except (OverflowError, ValueError):
        return None
    return moment.date() if isinstance(moment, datetime) else None


def _text(runs: Runs, font: str) -> RawValue | None:
    """Return the text of a cell, with its font where that is not of Unicode; of mixed fonts each run is decoded."""
    fonted = [(text, own or font) for text, own in runs]
    fonts = {own for text, own in fonted if text.strip()}
    if len(fonts) <= 1:
        joined = "".join(text for text, _own in fonted)
        return text_in(joined, next(iter(fonts), font)) if joined.strip() else None
    if all(not isinstance(text_in("", own), FontText) for own in fonts):
        return "".join(text for text, _own in fonted)
    pieces = ((text, encoding_of_font(own), draws_capitals(own)) for text, own in fonted)
    return "".join(
        text if encoding is TextEncoding.UNICODE else decode(text, encoding, capitals=capitals)
        for text, encoding, capitals in pieces
    )


_COLUMNS: dict[str, int] = {}


def _column(reference: str) -> int:
    letters = reference.rstrip("0123456789")
    if letters not in _COLUMNS:
        place = 0
        for letter in letters[:3].upper():
            place = place * 26 + ord(letter) - ord("A") + 1
        _COLUMNS[letters[:3]] = place - 1
    return _COLUMNS[letters[:3]]
