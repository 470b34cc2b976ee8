"""The table of every list: sorts and filters as Vietnamese does, copies to Excel, remembers its columns."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui import preferences, theme
from ui.models.records import Column, RecordFilter, RecordTableModel
from ui.widgets.column_widths import Wish, shared_widths
from ui.widgets.table_cells import CellDelegate, clipboard_cell

Row = TypeVar("Row")
WIDEST: Final = 320
HEAD_MARGINS: Final = 18
BOLDER: Final = 1.08  # heads are set bolder by the style sheet than their metrics say


class DataTable(QTableView, Generic[Row]):
    """A list of records; `name` keeps its columns, `key` tells the same record again after a refresh.

    `toggled` says the list of rows whose box a click or Space was to tick or clear; after that call `redraw()`. With
    `keeps_one` fresh rows always come with one selected, so that what can be done with a row never waits for a click.
    With `copies_heads` the heads of the columns go to the clipboard too, so that what comes back can be understood.
    """

    opened = Signal(object)
    chosen = Signal()
    toggled = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], Hashable],
        empty: str,
        keeps_one: bool = False,
        copies_heads: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeps_one = keeps_one
        self._copies_heads = copies_heads
        self._key = key
        self._empty = empty
        self._memory = preferences.table_header(name)
        self._wishes: dict[int, Wish] = {}
        self._records: RecordTableModel[Row] = RecordTableModel(columns, self)
        self._filter: RecordFilter[Row] = RecordFilter(self._records, self)
        self.setModel(self._filter)
        self.setItemDelegate(CellDelegate(self))
        self._lay_out()
        self._connect()

    @property
    def shown_count(self) -> int:
        """How many rows the filter lets through."""
        return self._filter.rowCount()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`; those that were selected and are still there stay selected."""
        kept = {self._key(row) for row in self.selected()}
        before = max(self.currentIndex().row(), 0)
        self._records.replace_rows(rows)
        for place, column in enumerate(self._records.columns):
            if column.spare:
                self.setColumnHidden(place, not any(map(column.text, rows)))
        self._fit_columns()
        if kept:
            self.select_where(lambda row: self._key(row) in kept)
        if self._keeps_one and self.shown_count and not self.selected():
            self._select([min(before, self.shown_count - 1)])

    def filter(self, query: str) -> None:
        """Keep the rows that answer what was typed."""
        self._filter.ask(query)

    def keep(self, wanted: Callable[[Row], bool] | None) -> None:
        """Keep the rows that `wanted` says, besides what was typed; None keeps all."""
        self._filter.keep(wanted)

    def shown(self) -> list[Row]:
        """Return the rows that the filter lets through, in the order shown."""
        return [self._row(place) for place in range(self._filter.rowCount())]

    def selected(self) -> list[Row]:
        """Return the selected rows in the order shown."""
        return [self._row(place) for place in sorted({index.row() for index in self.selectedIndexes()})]

    def current(self) -> Row | None:
        """Return the one selected row, None when none or several are."""
        rows = self.selected()
        return rows[0] if len(rows) == 1 else None

    def select_where(self, wanted: Callable[[Row], bool]) -> None:
        """Select the shown rows that `wanted` says and bring the first into view."""
        self._select([place for place in range(self._filter.rowCount()) if wanted(self._row(place))])

    def redraw(self) -> None:
        """Draw the rows again, after boxes were ticked or cleared."""
        self.viewport().update()

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard as cells that Excel and Word paste as a table."""
        columns = self._records.columns
        header = self.horizontalHeader()
        order = sorted(range(len(columns)), key=header.visualIndex)
        lines = ["\t".join(clipboard_cell(columns[place].text(row)) for place in order) for row in self.selected()]
        if self._copies_heads:
            lines.insert(0, "\t".join(columns[place].header for place in order))
        QGuiApplication.clipboard().setText("\n".join(lines))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self._has_boxes:
            self.toggled.emit(self.selected())
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._filter.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(theme.MUTED))
        text = self._empty if not self._records.rows else "Không có dòng nào khớp với điều đang tìm."
        room = self.viewport().rect().adjusted(24, 16, -24, -16)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
        painter.end()

    @override
    def sizeHint(self) -> QSize:
        """Ask for no more height than the table needs at least: it takes the room there is and scrolls by itself."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Measure the columns again in the font of the screen, which is not known before."""
        super().showEvent(event)
        self._fit_columns()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _lay_out(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(4 * theme.ROW_HEIGHT)
        self.verticalHeader().hide()
        row_height = max(theme.ROW_HEIGHT, self.fontMetrics().height() + 14)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(44)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._remembered = header.restoreState(self._memory.read())

    def _connect(self) -> None:
        header = self.horizontalHeader()
        header.sectionResized.connect(lambda *_sizes: self._remember_when_dragged())
        header.sortIndicatorChanged.connect(lambda *_order: self._remember_when_dragged())
        self.activated.connect(self._open)
        self.clicked.connect(self._toggle)
        self.selectionModel().selectionChanged.connect(lambda *_changes: self.chosen.emit())

    def _remember_when_dragged(self) -> None:
        """Keep what a person arranged, not what the program fitted by itself."""
        if QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._remembered = True
            self._memory.write(self.horizontalHeader().saveState())

    def _fit_columns(self) -> None:
        """Make every column as wide as its texts and its head, unless a person arranged them otherwise."""
        header = self.horizontalHeader()
        self._wishes = {}
        for place, column in enumerate(self._records.columns):
            head = round(header.fontMetrics().horizontalAdvance(column.header) * BOLDER) + HEAD_MARGINS
            wanted = max(self.sizeHintForColumn(place), head)
            if column.stretch:
                self._wishes[place] = Wish(wanted, column.is_name, head)
            elif not self._remembered:
                header.resizeSection(place, min(wanted, WIDEST))
        self._stretch()

    def _stretch(self) -> None:
        """Give the columns that stretch the room that others leave; where there is too little, the table scrolls."""
        header = self.horizontalHeader()
        wishes = {place: wish for place, wish in self._wishes.items() if not header.isSectionHidden(place)}
        others = header.length() - sum(header.sectionSize(place) for place in wishes)
        widths = shared_widths(self.viewport().width() - others, list(wishes.values()))
        for place, width in zip(wishes, widths, strict=True):
            header.resizeSection(place, width)

    def _select(self, places: Sequence[int]) -> None:
        selection = QItemSelection()
        last = self._filter.columnCount() - 1
        for place in places:
            selection.select(self._filter.index(place, 0), self._filter.index(place, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if places:
            first = self._filter.index(places[0], 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(first)

    def _row(self, place: int) -> Row:
        row: Row = self._filter.index(place, 0).data(RecordTableModel.RECORD_ROLE)
        return row

    @property
    def _has_boxes(self) -> bool:
        return any(column.ticked is not None for column in self._records.columns)

    def _toggle(self, index: Any) -> None:
        if index.data(RecordTableModel.TICK_ROLE) is not None:
            self.toggled.emit([self._row(index.row())])

    def _open(self, index: Any) -> None:
        if index.isValid():
            self.opened.emit(self._row(index.row()))
