"""The model of the votes table: saved votes, and beside them what is typed until it adds up."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from typing_extensions import override

from kimhoa_app.domain.councils import CouncilKind
from ui.models.records import CENTRE, LEFT, RIGHT, ROOT, Index, RecordTableModel
from ui.pages.council_parts.vote_rows import NOTHING, VoteRow

HEADS: Final = ("TT", "Họ và tên, tập thể", "Đơn vị", "Danh hiệu", "Đồng ý", "Không", "Trắng, khác", "Tỷ lệ", "Kết quả")
OF_INITIATIVES: Final = {"Họ và tên, tập thể": "Tên sáng kiến", "Đơn vị": "Tác giả"}
NAME, UNIT, SHARE, RESULT = 1, 2, 7, 8
FIRST_VOTE, LAST_VOTE = 4, 6
_ALIGN: Final = (CENTRE, LEFT, LEFT, LEFT, CENTRE, CENTRE, CENTRE, RIGHT, LEFT)
_MOST_DIGITS: Final = 4


class VoteModel(QAbstractTableModel):
    """The cases of a meeting; `completed` says a row that adds up, `emptied` one whose saved votes were taken out."""

    completed = Signal(int, int, int, int)
    emptied = Signal(int)

    def __init__(self, kind: CouncilKind = CouncilKind.EMULATION, parent: QObject | None = None) -> None:
        super().__init__(parent)
        renamed = OF_INITIATIVES if kind is CouncilKind.INITIATIVE else {}
        self._heads = tuple(renamed.get(head, head) for head in HEADS)
        self.rows: list[VoteRow] = []
        self.cast: int | None = None
        self._is_open = False

    def show_rows(self, rows: Sequence[VoteRow], cast: int | None, *, is_open: bool) -> None:
        """Show `rows` as saved; what was typed and does not yet add up stays. `cast` None takes no votes yet."""
        typed = {row.case.nomination_id: row.typed for row in self.rows if row.typed is not None}
        fresh = [_merged(row, typed.get(row.case.nomination_id)) for row in rows]
        in_place = [row.case.nomination_id for row in self.rows] == [row.case.nomination_id for row in fresh]
        if not in_place:
            self.beginResetModel()
        self.rows, self.cast, self._is_open = fresh, cast, is_open
        if not in_place:
            self.endResetModel()
        elif fresh:
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, RESULT))

    def take_back(self, place: int) -> None:
        """Show the row at `place` as it is saved again."""
        self._put(place, replace(self.rows[place], typed=None))

    def empty(self, place: int) -> None:
        """Take the votes out of the row at `place`."""
        row = self.rows[place]
        if row.case.votes is None:
            self.take_back(place)
        else:
            self._put(place, replace(row, typed=NOTHING))
            self.emptied.emit(row.case.nomination_id)

    def unsaved(self) -> list[VoteRow]:
        """Return the rows in which something is typed that is not saved."""
        return [row for row in self.rows if row.typed is not None]

    @property
    def takes_votes(self) -> bool:
        """Whether votes can be typed."""
        return self._is_open and self.cast is not None

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(HEADS)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.takes_votes and FIRST_VOTE <= index.column() <= LAST_VOTE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(row, index.row(), column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGN[column]
            case RecordTableModel.RECORD_ROLE:
                return row
            case RecordTableModel.CHIP_ROLE:
                return row.standing(self.cast or 0)[1] if column == RESULT else None
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or self.cast is None or not _is_count(text):
            return False
        place = index.row()
        row = self.rows[place].with_cell(index.column() - FIRST_VOTE, text.lstrip("0") or text[:1], self.cast)
        if row == self.rows[place]:
            return True
        if row.typed == NOTHING:
            self.empty(place)
            return True
        self._put(place, row)
        counts = row.to_save(self.cast)
        if counts is not None:
            self.completed.emit(row.case.nomination_id, *counts)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._heads[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGN[section]
        return None

    def _text(self, row: VoteRow, place: int, column: int) -> str:
        case = row.case
        word = row.standing(self.cast or 0)[0]
        shown = (str(place + 1), case.name, case.unit, case.award_code, *row.cells, row.share, word)
        return shown[column]

    def _put(self, place: int, row: VoteRow) -> None:
        self.rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, RESULT))


def _merged(row: VoteRow, typed: tuple[str, str, str] | None) -> VoteRow:
    """Return the fresh row with what was typed, unless that is what is saved now."""
    return row if typed in (None, row.saved_cells) else replace(row, typed=typed)


def _is_count(text: str) -> bool:
    return not text or (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS)
