"""The form on which a unit registers: a workbook to be filled in, printed, signed and brought back by the import."""

from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, Protection
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kimhoa_app.documents.form import form_rules
from kimhoa_app.documents.model import Align
from kimhoa_app.exchange.cells import put_text
from kimhoa_app.exchange.printed_sheet import PrintedSheet, set_measuring_font
from kimhoa_app.exchange.unit_form_mark import MARK_SHEET, FormMark, mark_cells

GUIDE_SHEET = "Hướng dẫn"

_FORM = form_rules()
_CHOICES_FROM = 3  # the row of the hidden sheet under the mark from which the choices stand
_GUIDE_WIDTHS = (12.0, 200.0)


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form: its head, its share of the width; `choices` are offered in a list.

    Only what `is_open` can be changed in a row that is there already.
    """

    head: str
    width: float
    align: Align = Align.LEFT
    is_open: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormTable:
    """A sheet of a form: what it asks, its columns, the rows that are known and how many more are left blank."""

    name: str
    ask: str
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    blank_rows: int = 0


@dataclass(frozen=True, slots=True)
class UnitForm:
    """The form of one unit; `lines` stand under its title, `signers` are the posts of those who sign at its foot."""

    mark: FormMark
    issuer: str
    title: str
    lines: tuple[str, ...]
    tables: tuple[FormTable, ...]
    signers: tuple[str, str]
    guide: tuple[str, ...]


def write_unit_form(form: UnitForm) -> bytes:
    """Return the workbook of the form: a sheet for each table, the guide, and a hidden sheet with its mark.

    Every sheet is A4 landscape, one page wide, and protected without a password, so that heads and known names stay
    while what is asked for can be typed. Nothing that comes from the data becomes a formula.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    set_measuring_font(workbook)
    workbook.properties.title = form.title
    workbook.properties.creator = form.issuer
    sheets = [workbook.create_sheet(table.name) for table in form.tables]
    guide, hidden = workbook.create_sheet(GUIDE_SHEET), workbook.create_sheet(MARK_SHEET)
    choices = _Choices(hidden)
    for sheet, table in zip(sheets, form.tables, strict=True):
        _write_table(sheet, form, table, choices)
    _write_guide(guide, form)
    _write_mark(hidden, form.mark)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


class _Choices:
    """The lists of choices on the hidden sheet, each in a column of its own, written once."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._places: dict[tuple[str, ...], str] = {}

    def place(self, choices: tuple[str, ...]) -> str:
        """Return the cells that hold `choices`, as a list of a spreadsheet names them."""
        if choices not in self._places:
            column = len(self._places) + 1
            for row, text in enumerate(choices, _CHOICES_FROM):
                put_text(self._sheet.cell(row, column), text)  # type: ignore[arg-type]  # no merged cells here
            letter, last = get_column_letter(column), _CHOICES_FROM + len(choices) - 1
            self._places[choices] = f"{quote_sheetname(MARK_SHEET)}!${letter}${_CHOICES_FROM}:${letter}${last}"
        return self._places[choices]


def _write_table(sheet: Worksheet, form: UnitForm, table: FormTable, choices: _Choices) -> None:
    page = PrintedSheet(sheet, [column.width for column in table.columns])
    page.line(form.issuer, _FORM.superior, page.left)
    page.line(form.mark.unit, _FORM.issuer, page.left)
    page.next_row()
    page.line(form.title, _FORM.title, page.whole)
    for line in (*form.lines, table.ask):
        page.line(line, _FORM.body, page.whole)
    page.head([column.head for column in table.columns])
    first, aligns = page.row, [column.align for column in table.columns]
    blank = [("",) * len(table.columns)] * table.blank_rows
    for cells in (*table.rows, *blank):
        page.record(cells, aligns, bold=False)
    last = page.row - 1
    _open_cells(sheet, table, first)
    for place, column in enumerate(table.columns, 1):
        if column.choices and last >= first:
            letter = get_column_letter(place)
            sheet.add_data_validation(_list_of(choices.place(column.choices), f"{letter}{first}:{letter}{last}"))
    page.begin_ending()
    for text, span in zip(form.signers, (page.left, page.right), strict=True):
        page.text(text, _FORM.authority, span)
    page.next_row()
    page.room_to_sign()
    page.finish()
    _protect(sheet)


def _open_cells(sheet: Worksheet, table: FormTable, first: int) -> None:
    """Let be typed in what is asked for in the known rows, and everything in the blank ones."""
    for row in range(first, first + len(table.rows) + table.blank_rows):
        is_blank = row >= first + len(table.rows)
        for place, column in enumerate(table.columns, 1):
            if is_blank or column.is_open:
                sheet.cell(row, place).protection = Protection(locked=False)


def _list_of(source: str, cells: str) -> DataValidation:
    rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
    rule.errorTitle = "Chọn trong danh sách"
    rule.error = "Hãy chọn một mục có trong danh sách thả xuống, hoặc để trống."
    rule.add(cells)
    return rule


def _protect(sheet: Worksheet) -> None:
    protection = sheet.protection
    protection.sheet = True
    protection.formatRows = protection.formatColumns = False  # what is False here is allowed


def _write_guide(sheet: Worksheet, form: UnitForm) -> None:
    page = PrintedSheet(sheet, _GUIDE_WIDTHS)
    page.line(f"HƯỚNG DẪN GHI {form.title}", _FORM.title, page.whole)
    page.next_row()
    page.head(["TT", "Nội dung"])
    for number, text in enumerate(form.guide, 1):
        page.record((str(number), text), (Align.CENTER, Align.LEFT), bold=False)
    page.begin_ending()
    page.finish()
    _protect(sheet)


def _write_mark(sheet: Worksheet, mark: FormMark) -> None:
    for column, text in enumerate(mark_cells(mark), 1):
        cell = sheet.cell(1, column)
        put_text(cell, text)  # type: ignore[arg-type]  # no merged cells here
        cell.font, cell.alignment = Font(name=_FORM.font), Alignment(wrap_text=False)
    sheet.sheet_state = "hidden"
    _protect(sheet)
