"""One worksheet that is written from the top down and stands on A4 landscape as wide as its page."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break as RowBreak
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kimhoa_app.documents.form import Component, form_rules
from kimhoa_app.documents.measure import text_width, wrapped
from kimhoa_app.documents.model import Align, Orientation
from kimhoa_app.exchange.cells import put, put_text
from kimhoa_app.exchange.sheet_pages import RowsOnPaper, break_that_keeps_ending

Span = tuple[int, int]
"""The first and the last column of a stretch of cells, counted from 1."""

_MM_PER_INCH = 25.4
_PIXELS_PER_MM = 96 / _MM_PER_INCH
_MEASURING_SIZE = 11.0  # pt; a figure of Times New Roman is then as wide as one of Calibri 11, the usual measure
_PIXELS_PER_CHARACTER = 7
_POINTS_PER_MM = 72 / _MM_PER_INCH
_FILLED = 0.95  # of the text width: LibreOffice takes a figure for a little wider and would shrink a full page
_WRAP_AT = 0.94  # of a cell's width: Excel keeps some room inside the cell and breaks lines a little earlier
_LINE_HEIGHT = 1.22  # of the size of the letters
_ROW_ROOM = 5.0  # pt
_EMPTY_ROW = 15.0  # pt, of a row that nobody gave a height
_LEAST_ROW = 4.0  # pt
_DASH = "—"
_DASH_SIZE = 6.0  # pt; a dash is as wide as its size, and dashes join to a thin rule
_LEFT_SHARE = 0.42
_PAPER_A4 = 9

_THIN = Side(style="thin")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def set_measuring_font(workbook: Workbook) -> None:
    """Make the form's font that of the workbook: columns are measured in its figures, and it or its like is there.

    Where the usual Calibri is missing, LibreOffice measures in a wider font and shrinks every page.
    """
    workbook._named_styles["Normal"].font = Font(name=form_rules().font, size=_MEASURING_SIZE)  # type: ignore[attr-defined]


class PrintedSheet:
    """A worksheet with a cursor; `shares` are the widths of its columns in any unit.

    `whole`, `left` and `right` are the stretches over all columns and over the two sides of the letterhead.
    """

    def __init__(self, worksheet: Worksheet, shares: Sequence[float]) -> None:
        self._form = form_rules()
        self._page = self._form.sheet(Orientation.LANDSCAPE)
        self._worksheet = worksheet
        self._count = len(shares)
        self._widths = self._columns(shares if len(shares) > 1 else [shares[0] / 2, shares[0] / 2])
        self._head_row = 0
        self._ending_row = 0
        self._lines: list[int] = []
        self.row = 1
        split = self._split()
        self.whole: Span = (1, len(self._widths))
        self.left: Span = (1, split)
        self.right: Span = (split + 1, len(self._widths))

    def text(self, text: str, part: Component, span: Span) -> None:
        """Write `text` over `span` of the current row as `part` sets it, and make the row high enough."""
        self.block(text, part, span, self.row, self.row)
        self._grow(self._height(part.shown(text), part, self._width(span)))

    def line(self, text: str, part: Component, span: Span) -> None:
        """Write `text` as `text` does, and go to the next row."""
        self.text(text, part, span)
        self.next_row()

    def block(self, text: str, part: Component, span: Span, first_row: int, last_row: int) -> None:
        """Write `text` over `span` of the rows from `first_row` to `last_row`, whose heights stay as they are."""
        self._worksheet.merge_cells(start_row=first_row, end_row=last_row, start_column=span[0], end_column=span[1])
        cell = self._cell(first_row, span[0])
        put_text(cell, part.shown(text))
        cell.font = Font(name=self._form.font, size=part.size, bold=part.bold, italic=part.italic)
        vertical = "top" if last_row > first_row else "center"
        cell.alignment = Alignment(horizontal=part.align.value, vertical=vertical, wrap_text=True)

    def rule(self, span: Span, length: float) -> None:
        """Draw a rule of `length` mm in the middle of `span`, on a row of its own."""
        self.dashes(span, length)
        self.next_row()

    def dashes(self, span: Span, length: float) -> None:
        """Draw a rule of `length` mm in the middle of `span` of the current row.

        It is a row of joined dashes: a cell's border cannot have a length, and underlined text is not a rule.
        """
        count = round(length * _POINTS_PER_MM / _DASH_SIZE)
        self._worksheet.merge_cells(start_row=self.row, end_row=self.row, start_column=span[0], end_column=span[1])
        cell = self._worksheet.cell(self.row, span[0], _DASH * count)
        cell.font = Font(name=self._form.font, size=_DASH_SIZE)
        cell.alignment = Alignment(horizontal="center", vertical="top")
        self._grow(_DASH_SIZE + 2)

    def head(self, headings: Sequence[str]) -> None:
        """Write the heads of the table; they are repeated on every page and stay in sight on the screen."""
        self._head_row = self.row
        for column, heading in enumerate(headings, start=1):
            put_text(self._cell(self.row, column), heading)
            self._set((column, column), heading, self._form.table_head, Align.CENTER)
        self.next_row()

    def record(self, cells: Sequence[str], aligns: Sequence[Align], *, bold: bool) -> None:
        """Write one row of the table, each cell set as its column is; a bold row is one of sums.

        A sum too long for its column spreads over the empty cells beside it.
        """
        if not bold:
            self._lines.append(self.row)
        for span in self._stretches(cells) if bold else [(column, column) for column in range(1, len(cells) + 1)]:
            text, align = cells[span[0] - 1], aligns[span[0] - 1]
            put(self._cell(self.row, span[0]), text, align)
            self._set(span, text, self._form.table_text, align, bold=bold)
        self.next_row()

    def group(self, heading: str) -> None:
        """Write a heading across all columns of the table."""
        self.text(heading, self._form.table_head, (1, self._count))
        self._worksheet.cell(self.row, 1).alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
        self._frame((1, self._count))
        self.next_row()

    def begin_ending(self) -> None:
        """Say that all from here on stands on one page with the last lines, from a low row of its own."""
        self._ending_row = self.row
        self._grow(_LEAST_ROW)
        self.next_row()

    def room_above(self) -> None:
        """Leave an empty line before the current row, as part of the row above so that a page never begins with it."""
        dimension = self._worksheet.row_dimensions[self.row - 1]
        dimension.height = (dimension.height or 0.0) + _EMPTY_ROW

    def room_to_sign(self) -> None:
        """Leave the height that a signature needs."""
        self._grow(self._form.signature_space.value * _POINTS_PER_MM)
        self.next_row()

    def next_row(self) -> None:
        """Go to the next row."""
        self.row += 1

    def finish(self) -> None:
        """Set how the sheet is printed and what stays in sight."""
        sheet, page = self._worksheet, self._page
        self._keep_ending_together()
        sheet.print_area = f"A1:{get_column_letter(len(self._widths))}{self.row - 1}"
        sheet.print_title_rows = f"{self._head_row}:{self._head_row}"
        sheet.freeze_panes = f"A{self._head_row + 1}"
        sheet.page_setup.paperSize = _PAPER_A4
        sheet.page_setup.orientation = Orientation.LANDSCAPE.value
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        margins = sheet.page_margins
        margins.top, margins.bottom = page.top / _MM_PER_INCH, page.bottom / _MM_PER_INCH
        margins.left, margins.right = page.left / _MM_PER_INCH, page.right / _MM_PER_INCH
        margins.header = self._form.header_distance.value / _MM_PER_INCH
        sheet.print_options.horizontalCentered = True
        self._number_pages()

    def _keep_ending_together(self) -> None:
        heights = {row: self._row_height(row) for row in range(1, self.row)}
        rows = RowsOnPaper(heights, self._head_row, self._lines, self._ending_row)
        page = (self._page.height - self._page.top - self._page.bottom) * _POINTS_PER_MM
        kept = break_that_keeps_ending(rows, page)
        for row, height in kept.heights.items():
            self._worksheet.row_dimensions[row].height = height
        if kept.before is not None:
            self._worksheet.row_breaks.append(RowBreak(id=kept.before - 1))

    def _row_height(self, row: int) -> float:
        return self._worksheet.row_dimensions[row].height or _EMPTY_ROW

    def _number_pages(self) -> None:
        number = HeaderFooterItem()
        number.center.text = "&P"
        number.center.font = f"{self._form.font},Regular"
        number.center.size = round(self._form.page_number.size)
        self._worksheet.HeaderFooter.differentFirst = True
        self._worksheet.HeaderFooter.oddHeader = number

    def _cell(self, row: int, column: int) -> Cell:
        cell = self._worksheet.cell(row, column)
        assert isinstance(cell, Cell), "a cell inside a merged stretch holds nothing"
        return cell

    def _set(self, span: Span, text: str, part: Component, align: Align, *, bold: bool = False) -> None:
        cell = self._worksheet.cell(self.row, span[0])
        cell.font = Font(name=self._form.font, size=part.size, bold=bold or part.bold, italic=part.italic)
        cell.alignment = Alignment(horizontal=align.value, vertical="center", wrap_text=True)
        if span[1] > span[0]:
            self._worksheet.merge_cells(start_row=self.row, end_row=self.row, start_column=span[0], end_column=span[1])
        self._frame(span)
        self._grow(self._height(text, part, self._width(span), bold=bold))

    def _frame(self, span: Span) -> None:
        for column in range(span[0], span[1] + 1):
            self._worksheet.cell(self.row, column).border = _BORDER

    def _stretches(self, cells: Sequence[str]) -> list[Span]:
        """Return the columns that each sum takes up: more than its own as long as it is too long and they are empty."""
        spans: list[Span] = []
        first = 1
        while first <= len(cells):
            needed = text_width(cells[first - 1], self._form.table_text.size, bold=True)
            last = first
            while last < len(cells) and not cells[last] and needed > self._width((first, last)) * _WRAP_AT:
                last += 1
            spans.append((first, last))
            first = last + 1
        return spans

    def _width(self, span: Span) -> float:
        return sum(self._widths[span[0] - 1 : span[1]])

    def _columns(self, shares: Sequence[float]) -> list[float]:
        total = self._page.text_width * _FILLED
        widths = [total * share / sum(shares) for share in shares]
        for column, width in enumerate(widths, start=1):
            letter = get_column_letter(column)
            self._worksheet.column_dimensions[letter].width = width * _PIXELS_PER_MM / _PIXELS_PER_CHARACTER
        return widths

    def _split(self) -> int:
        wanted = sum(self._widths) * _LEFT_SHARE
        return min(range(1, len(self._widths)), key=lambda count: abs(sum(self._widths[:count]) - wanted))

    def _height(self, text: str, part: Component, width: float, *, bold: bool = False) -> float:
        room = width * _WRAP_AT

        def measure(line: str) -> float:
            return text_width(line, part.size, bold=bold or part.bold, italic=part.italic)

        lines = [line for piece in text.split("\n") for line in wrapped(piece.split(), room, measure) or ("",)]
        count = sum(max(1, -(-int(measure(line)) // int(room))) for line in lines)
        return count * part.size * _LINE_HEIGHT + _ROW_ROOM

    def _grow(self, height: float) -> None:
        dimension = self._worksheet.row_dimensions[self.row]
        dimension.height = max(dimension.height or 0.0, round(height, 2))
