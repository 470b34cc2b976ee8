"""Tables of records: columns are data, rows are what a service returned, sorting and filtering are Vietnamese."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from typing_extensions import override

from kimhoa_app.text.collation import collation_key
from kimhoa_app.text.word_index import WordIndex
from ui.theme import State

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE: Final = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)  # a generic class with slots cannot be called as Column[Row](...) in Python 3.11
class Column(Generic[Row]):
    """One column: its head, what it shows of a row and, where that differs, what it is sorted by.

    Without `sort_key` the shown text is sorted as a Vietnamese dictionary does, numbers in it by value; a key of None
    comes last. `chip` gives the state that the text is shown in. `stretch` takes the room that others leave; several
    share it, `is_name` before the others. `spare` is left out while it is empty in every row. `ticked` shows a box
    instead of the text, or for None nothing to tick.
    """

    header: str
    text: Callable[[Row], str]
    sort_key: Callable[[Row], Any] | None = None
    align: Qt.AlignmentFlag = LEFT
    chip: Callable[[Row], State | None] | None = None
    stretch: bool = False
    is_name: bool = False
    spare: bool = False
    ticked: Callable[[Row], bool | None] | None = None

    def key(self, row: Row) -> tuple[bool, Any]:
        """Return what `row` is sorted by; rows without a value come last."""
        value = collation_key(self.text(row)) if self.sort_key is None else self.sort_key(row)
        return value is None, value


class RecordTableModel(QAbstractTableModel, Generic[Row]):
    """The rows of one list; `data()` formats and returns, and never asks anyone.

    Cells of every table are drawn by these roles; one that a single table uses is named here too: no two may meet.
    """

    RECORD_ROLE: Final = Qt.ItemDataRole.UserRole
    CHIP_ROLE: Final = Qt.ItemDataRole.UserRole + 1
    TICK_ROLE: Final = Qt.ItemDataRole.UserRole + 2
    MARK_ROLE: Final = Qt.ItemDataRole.UserRole + 3

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[Row] = []

    def replace_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows` instead of what was shown."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align
            case self.RECORD_ROLE:
                return row
            case self.CHIP_ROLE:
                return column.chip(row) if column.chip is not None else None
            case self.TICK_ROLE:
                return column.ticked(row) if column.ticked is not None else None
            case Qt.ItemDataRole.AccessibleTextRole if column.ticked is not None:
                return {True: "có chọn", False: "không chọn", None: ""}[column.ticked(row)]
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.columns[section].header
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.columns[section].align
        return None


class RecordFilter(QSortFilterProxyModel, Generic[Row]):
    """Sorts by the columns' keys and keeps the rows that answer what was typed, with or without diacritics."""

    def __init__(self, model: RecordTableModel[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._query = ""
        self._words: WordIndex | None = None
        self._found: set[int] | None = None
        self._wanted: Callable[[Row], bool] | None = None
        self._ranks: dict[int, list[int]] = {}
        model.dataChanged.connect(self._ranks.clear)
        # Connected before the source is set, so that the rows are known when Qt asks for them again.
        model.modelAboutToBeReset.connect(self._forget)
        self.setSourceModel(model)

    def ask(self, query: str) -> None:
        """Keep the rows in which every word of `query` begins some word."""
        self.beginFilterChange()
        self._query, self._found = query, None
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def keep(self, wanted: Callable[[Row], bool] | None) -> None:
        """Keep the rows that `wanted` says, besides what was typed; None keeps all."""
        self.beginFilterChange()
        self._wanted = wanted
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row = self._model.rows[source_row]
        if self._wanted is not None and not self._wanted(row):
            return False
        return not self._query or source_row in self._answers()

    def _answers(self) -> set[int]:
        """Return the rows that answer what was typed; their words are gathered at the first key."""
        if self._words is None:
            columns = self._model.columns
            self._words = WordIndex([column.text(row) for column in columns] for row in self._model.rows)
        if self._found is None:
            self._found = self._words.find(self._query)
        return self._found

    def _forget(self) -> None:
        self._words, self._found = None, None
        self._ranks.clear()

    @override
    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        place = source_left.column()
        if place not in self._ranks:
            self._ranks[place] = _ranks([self._model.columns[place].key(row) for row in self._model.rows])
        ranks = self._ranks[place]
        return ranks[source_left.row()] < ranks[source_right.row()]


def _ranks(keys: Sequence[tuple[bool, Any]]) -> list[int]:
    """Return the place of each key among all, the same for equal ones, so that Qt compares numbers."""
    ranks, rank = [0] * len(keys), 0
    order = sorted(range(len(keys)), key=keys.__getitem__)
    for before, place in pairwise(order):
        rank += keys[before] < keys[place]
        ranks[place] = rank
    return ranks
