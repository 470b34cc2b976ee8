"""The sheets of marks of one initiative: a row for each member, a column for each criterion, and the sum."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from typing_extensions import override

from kimhoa_app.domain.marks import Criterion, shown_points, typed_points
from ui.models.records import LEFT, RIGHT, ROOT, Index


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A member with the cells of the sheet; `saved` are the points as stored, None while there are none."""

    member_id: int
    name: str
    cells: tuple[str, ...]
    saved: tuple[int, ...] | None

    @property
    def is_saved(self) -> bool:
        """Whether the cells show what is stored."""
        stored = ("",) * len(self.cells) if self.saved is None else tuple(map(shown_points, self.saved))
        return self.cells == stored


class MarkModel(QAbstractTableModel):
    """The lines of one case; `completed` says the member and the points of a sheet that is whole and can stand.

    `emptied` says the member whose stored sheet was taken out.
    """

    completed = Signal(int, object)
    emptied = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[MarkLine] = []
        self._criteria: tuple[Criterion, ...] = ()
        self._is_open = False
        self._case = 0

    def show_lines(
        self, case_id: int, lines: Sequence[MarkLine], criteria: tuple[Criterion, ...], *, is_open: bool
    ) -> None:
        """Show the sheets of a case; what was typed for it and is not whole yet stays."""
        typed = {} if case_id != self._case else {line.member_id: line for line in self.lines if not line.is_saved}
        fresh = [
            replace(line, cells=typed[line.member_id].cells) if line.member_id in typed else line for line in lines
        ]
        same = (case_id, criteria, [line.member_id for line in fresh]) == (
            self._case,
            self._criteria,
            [line.member_id for line in self.lines],
        )
        if not same:
            self.beginResetModel()
        self.lines, self._criteria, self._is_open, self._case = fresh, criteria, is_open, case_id
        if not same:
            self.endResetModel()
        elif fresh:
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, self.columnCount() - 1))

    @property
    def last_criterion(self) -> int:
        """The column of the last criterion; the first is 1."""
        return len(self._criteria)

    def fault(self, line: MarkLine) -> str:
        """Return what is wrong with a line that is typed, "" when nothing is."""
        for cell, criterion in zip(line.cells, self._criteria, strict=True):
            if cell and _points(cell, criterion) is None:
                return f"{line.name} · {criterion.name}: ghi từ 0 đến {shown_points(criterion.most)} điểm."
        return ""

    def unsaved(self) -> list[MarkLine]:
        """Return the lines in which something is typed that is not stored."""
        return [line for line in self.lines if not line.is_saved]

    def empty(self, place: int) -> None:
        """Take the marks of the line at `place` out."""
        line = self.lines[place]
        self._put(place, replace(line, cells=("",) * len(line.cells)))
        if line.saved is not None:
            self.lines[place] = replace(self.lines[place], saved=None)
            self.emptied.emit(line.member_id)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._criteria) + 2

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._is_open and 1 <= index.column() <= self.last_criterion:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(line, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if column else LEFT
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = index.column() - 1
        if role != Qt.ItemDataRole.EditRole or not 0 <= column < len(self._criteria):
            return False
        line = self.lines[index.row()]
        cells = tuple(str(value).strip() if place == column else cell for place, cell in enumerate(line.cells))
        if cells == line.cells:
            return True
        self._put(index.row(), replace(line, cells=cells))
        if not any(cells):
            self.empty(index.row())
            return True
        points = [_points(cell, criterion) for cell, criterion in zip(cells, self._criteria, strict=True)]
        if all(each is not None for each in points):
            self.completed.emit(line.member_id, tuple(points))
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section else LEFT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        criteria = [f"≤ {shown_points(each.most)} · {each.name}" for each in self._criteria]
        return ["Thành viên", *criteria, "Cộng"][section]

    def _text(self, line: MarkLine, column: int) -> str:
        if column == 0:
            return line.name
        if column <= self.last_criterion:
            return line.cells[column - 1]
        points = [_points(cell, criterion) for cell, criterion in zip(line.cells, self._criteria, strict=True)]
        known = [each for each in points if each is not None]
        return shown_points(sum(known)) if len(known) == len(points) else ""

    def _put(self, place: int, line: MarkLine) -> None:
        self.lines[place] = line
        self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))


def _points(cell: str, criterion: Criterion) -> int | None:
    try:
        points = typed_points(cell)
    except ValueError:
        return None
    return points if points <= criterion.most else None
