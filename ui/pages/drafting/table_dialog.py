"""A table of the text as a grid: cells typed in, rows and columns added and removed, pasted from a sheet."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kimhoa_app.documents.editing_tables import (
    pasted_cells,
    with_cells,
    with_column,
    with_row,
    without_column,
    without_row,
)
from kimhoa_app.documents.model import Table
from ui import theme
from ui.dialogs.base import size_within
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import label

_SIZE: Final = (820, 480)
_MARGINS: Final = 120
_NARROWEST: Final = 48
_HOW: Final = (
    "Dòng đầu là tên các cột. Gõ thẳng vào ô; dán từ Excel bằng Ctrl+V thì bảng tự thêm hàng, cột cho đủ. "
    "Hàng gồm một ô chung là tên nhóm."
)


class TableDialog(QDialog):
    """Edits `table`; `done` gets it as it stands when "Đưa vào văn bản" is pressed. The first row holds the heads."""

    def __init__(self, table: Table, done: Callable[[Table], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Bảng")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = table
        self._done = done
        self.grid = QTableWidget()
        self.grid.setAccessibleName("Các ô của bảng")
        self.grid.horizontalHeader().hide()
        self.grid.horizontalHeader().setStretchLastSection(True)
        self.grid.setShowGrid(True)
        self.grid.setStyleSheet(f"QTableView {{ gridline-color: {theme.LINE}; border: 1px solid {theme.LINE}; }}")
        self.grid.setWordWrap(True)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.grid.cellChanged.connect(self._read_cell)
        self.grid.installEventFilter(self)
        self._lay_out()
        self._show(0, 0)
        self.grid.setFocus()
        size_within(self, *_SIZE)

    def add_row(self) -> None:
        """Add a row below the current one."""
        row = self.grid.currentRow()
        self.table = with_row(self.table, row)
        self._show(row + 1, self.grid.currentColumn())

    def remove_row(self) -> None:
        """Remove the current row; the heads stay."""
        row = self.grid.currentRow() - 1
        if row >= 0:
            self.table = without_row(self.table, row)
            self._show(row, self.grid.currentColumn())

    def add_column(self) -> None:
        """Add a column to the right of the current one."""
        column = self.grid.currentColumn()
        self.table = with_column(self.table, column + 1)
        self._show(self.grid.currentRow(), column + 1)

    def remove_column(self) -> None:
        """Remove the current column; the last one stays."""
        column = self.grid.currentColumn()
        self.table = without_column(self.table, column)
        self._show(self.grid.currentRow(), max(column - 1, 0))

    def paste(self) -> None:
        """Put the cells of the clipboard in from the current cell on."""
        cells = pasted_cells(QGuiApplication.clipboard().text())
        row, column = self.grid.currentRow(), self.grid.currentColumn()
        self.table = with_cells(self.table, row - 1, column, cells)
        self._show(row, column)

    def finish(self) -> None:
        """Hand over the table."""
        self.grid.setCurrentCell(0, 0)  # a cell that is being typed in is taken over
        self.accept()
        self._done(self.table)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paste into the grid, and empty its chosen cells with Delete."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Paste):
                self.paste()
                return True
            if event.key() == Qt.Key.Key_Delete:
                for item in self.grid.selectedItems():
                    item.setText("")
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        for name, act in (
            ("Thêm hàng", self.add_row),
            ("Xóa hàng", self.remove_row),
            ("Thêm cột", self.add_column),
            ("Xóa cột", self.remove_column),
            ("Dán từ Excel", self.paste),
        ):
            tools.addWidget(plain_button(name, act))
        tools.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Hủy", self.reject))
        buttons.addWidget(primary_button("Đưa vào văn bản", self.finish))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(label("Bảng", "heading"))
        layout.addWidget(label(_HOW, "muted", wrap=True))
        layout.addLayout(tools)
        layout.addWidget(self.grid, 1)
        layout.addLayout(buttons)

    def _show(self, row: int, column: int) -> None:
        self.grid.blockSignals(True)
        self.grid.clearSpans()
        self.grid.setRowCount(len(self.table.rows) + 1)
        self.grid.setColumnCount(len(self.table.columns))
        self.grid.setVerticalHeaderLabels(["Cột", *(str(number + 1) for number in range(len(self.table.rows)))])
        lines = [tuple(each.heading for each in self.table.columns), *(each.cells for each in self.table.rows)]
        for number, line in enumerate(lines):
            bold = number == 0 or self.table.rows[number - 1].bold
            for place, words in enumerate(line):
                self.grid.setItem(number, place, _item(words, bold=bold))
            if number > 0 and self.table.rows[number - 1].span and len(self.table.columns) > 1:
                self.grid.setSpan(number, 0, 1, len(self.table.columns))
        self._fit_columns()
        self.grid.blockSignals(False)
        row, column = min(row, len(lines) - 1), min(column, len(self.table.columns) - 1)
        self.grid.setCurrentCell(row, column, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _fit_columns(self) -> None:
        """Give the columns the shares of the width that they have on paper."""
        shares = [each.width for each in self.table.columns]
        for place, share in enumerate(shares):
            self.grid.setColumnWidth(place, max(round((_SIZE[0] - _MARGINS) * share / sum(shares)), _NARROWEST))
        self.grid.resizeRowsToContents()

    def _read_cell(self, row: int, column: int) -> None:
        item = self.grid.item(row, column)
        if item is not None:
            self.table = with_cells(self.table, row - 1, column, [[item.text()]])


def _item(words: str, *, bold: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    font = item.font()
    font.setBold(bold)
    item.setFont(font)
    return item
