"""The cells of an .xls file, as Excel wrote them until 2003."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kimhoa_app.exchange.lists.cells import MAX_COLUMNS, Budget, CellFault, Merge, RawRow, RawSheet, RawValue, text_in


def read_xls(path: Path) -> list[RawSheet]:
    """Return the sheets of the .xls file at `path`; raises nearly anything for a damaged one, UnusableFile if huge."""
    import xlrd  # noqa: PLC0415 - only an old file needs it

    with (
        path.open("rb") as stream,
        xlrd.open_workbook(file_contents=stream.read(), formatting_info=True, logfile=_Silent()) as book,
    ):
        budget = Budget()
        return [_sheet(book, sheet, budget) for sheet in book.sheets()]


class _Silent:
    """Where the library writes what it thinks of a file."""

    def write(self, text: str) -> int:
        return len(text)


def _sheet(book: Any, sheet: Any, budget: Budget) -> RawSheet:
    rows = tuple(budget.rows_of(_rows(book, sheet)))
    merges = tuple(Merge(top + 1, bottom, left, right - 1) for top, bottom, left, right in sheet.merged_cells)
    return RawSheet(sheet.name, sheet.visibility != 0, rows, merges)


def _rows(book: Any, sheet: Any) -> Iterator[RawRow]:
    for row in range(sheet.nrows):
        cells: dict[int, RawValue] = {}
        for place, cell in enumerate(sheet.row(row)[:MAX_COLUMNS]):
            value = _value(book, cell)
            if value is not None:
                cells[place] = value
        yield row + 1, cells


def _value(book: Any, cell: Any) -> RawValue | None:
    import xlrd  # noqa: PLC0415 - only an old file needs it

    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            font = book.font_list[book.xf_list[cell.xf_index].font_index].name
            return text_in(cell.value, font) if cell.value.strip() else None
        case xlrd.XL_CELL_NUMBER:
            return int(cell.value) if cell.value.is_integer() else float(cell.value)
        case xlrd.XL_CELL_DATE if cell.value >= 1:
            return xlrd.xldate_as_datetime(cell.value, book.datemode).date()  # type: ignore[no-any-return]
        case xlrd.XL_CELL_BOOLEAN:
            return "x" if cell.value else None
        case xlrd.XL_CELL_ERROR:
            return CellFault(xlrd.error_text_from_code.get(cell.value, "#N/A"))
        case _:
            return None
