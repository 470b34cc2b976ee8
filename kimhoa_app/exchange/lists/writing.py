"""A list to be filled in or changed in a spreadsheet and read again: drop-downs, and a sheet that says how."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kimhoa_app.exchange.cells import put_text

_ROWS_TO_FILL = 500
_HEADER_ROW = 3
_FONT = "Times New Roman"
_CHOICES, _GUIDE = "Danh mục", "Hướng dẫn"
_SHADE = PatternFill("solid", fgColor="E8F0F9")


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its header, its width in letters, what may be chosen in it, and how to fill it in."""

    head: str
    width: int
    guide: str
    choices: tuple[str, ...] = ()


def write_list(title: str, columns: Sequence[ListColumn], rows: Sequence[Sequence[str]]) -> bytes:
    """Return a workbook with `rows` under the heads of `columns`, every cell a text, and room for more lines.

    A cell has a drop-down where its column has choices, which another value may overrule; a second sheet tells how
    each column is filled in.
    """
    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.title = "Danh sách"
    put_text(sheet["A1"], title)
    sheet["A1"].font = Font(name=_FONT, size=14, bold=True)
    for place, column in enumerate(columns, start=1):
        cell = sheet.cell(_HEADER_ROW, place)
        put_text(cell, column.head)
        cell.font, cell.fill = Font(name=_FONT, size=12, bold=True), _SHADE
        cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    for number, row in enumerate(rows, start=_HEADER_ROW + 1):
        for place, text in enumerate(row, start=1):
            cell = sheet.cell(number, place)
            if text:
                put_text(cell, text)
            cell.font = Font(name=_FONT, size=12)
    sheet.freeze_panes = sheet.cell(_HEADER_ROW + 1, 3)
    last = _HEADER_ROW + len(rows) + _ROWS_TO_FILL
    _format_as_text(sheet, len(columns), _HEADER_ROW + 1 + len(rows), last)
    _add_choices(book, sheet, columns, last)
    _add_guide(book, columns)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _format_as_text(sheet: Any, columns: int, first: int, last: int) -> None:
    """Let what is typed into the empty lines stay as it is typed: no zero is lost, no day is turned round."""
    for number in range(first, last + 1):
        for place in range(1, columns + 1):
            cell = sheet.cell(number, place)
            cell.number_format, cell.font = "@", Font(name=_FONT, size=12)


def _add_choices(book: Workbook, sheet: Any, columns: Sequence[ListColumn], last: int) -> None:
    """Put what may be chosen on a hidden sheet of its own, as a list inside the rule may have 255 letters at most."""
    chosen = [(place, column) for place, column in enumerate(columns, start=1) if column.choices]
    kept: Any = book.create_sheet(_CHOICES)
    kept.sheet_state = "hidden"
    for target, (place, column) in enumerate(chosen, start=1):
        put_text(kept.cell(1, target), column.head)
        for row, choice in enumerate(column.choices, start=2):
            put_text(kept.cell(row, target), choice)
        letter, own = get_column_letter(target), get_column_letter(place)
        rule = DataValidation("list", f"'{_CHOICES}'!${letter}$2:${letter}${len(column.choices) + 1}", allow_blank=True)
        rule.showErrorMessage = False
        rule.add(f"{own}{_HEADER_ROW + 1}:{own}{last}")
        sheet.add_data_validation(rule)


def _add_guide(book: Workbook, columns: Sequence[ListColumn]) -> None:
    guide: Any = book.create_sheet(_GUIDE)
    guide.column_dimensions["A"].width, guide.column_dimensions["B"].width = 34, 90
    lines = [("Ô trong bảng", "Cách ghi"), *((f"“{column.head}”", column.guide) for column in columns)]
    for row, texts in enumerate(lines, start=1):
        for place, text in enumerate(texts, start=1):
            cell = guide.cell(row, place)
            put_text(cell, text)
            cell.font = Font(name=_FONT, size=12, bold=row == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
