"""Who is in the room: one click or one key for each member."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from kimhoa_app.domain.councils import Attendance
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.meetings import MemberPresence
from ui import theme
from ui.models.records import CENTRE, LEFT, ROOT, Index, RecordTableModel
from ui.theme import State
from ui.widgets.table_cells import CellDelegate

STATES: Final = (Attendance.PRESENT, Attendance.ABSENT_EXCUSED, Attendance.ABSENT, Attendance.WRITTEN_OPINION)
HEADS: Final = ("TT", "Họ và tên", "Chức vụ", "Vai trò", "Có mặt", "Vắng, lý do", "Vắng", "Văn bản", "Lý do vắng")
NAME, POST, ROLE, FIRST_STATE, REASON = 1, 2, 3, 4, 8
_COLOURS: Final = {
    Attendance.PRESENT: State.GOOD,
    Attendance.ABSENT_EXCUSED: State.ATTENTION,
    Attendance.ABSENT: State.WRONG,
    Attendance.WRITTEN_OPINION: State.ACTIVE,
}
_KEYS: Final = {
    Qt.Key.Key_1: Attendance.PRESENT,
    Qt.Key.Key_2: Attendance.ABSENT_EXCUSED,
    Qt.Key.Key_3: Attendance.ABSENT,
    Qt.Key.Key_4: Attendance.WRITTEN_OPINION,
}
_WIDTHS: Final = {0: 36, 4: 68, 5: 92, 6: 58, 7: 74}


class AttendanceModel(QAbstractTableModel):
    """The members of a meeting; `reasoned` says a reason typed for one."""

    reasoned = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.members: list[MemberPresence] = []
        self.is_open = False

    def show_members(self, members: Sequence[MemberPresence], *, is_open: bool) -> None:
        """Show `members`; the place of the cursor stays while they are the same people."""
        in_place = [each.member_id for each in self.members] == [each.member_id for each in members]
        if not in_place:
            self.beginResetModel()
        self.members, self.is_open = list(members), is_open
        if not in_place:
            self.endResetModel()
        elif members:
            self.dataChanged.emit(self.index(0, 0), self.index(len(members) - 1, REASON))

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.members)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(HEADS)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        absent = index.isValid() and self.members[index.row()].attendance is not Attendance.PRESENT
        if self.is_open and absent and index.column() == REASON:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        member, column = self.members[index.row()], index.column()
        is_state = FIRST_STATE <= column < REASON
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return "" if is_state else self._text(member, index.row(), column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return CENTRE if column == 0 or is_state else LEFT
            case Qt.ItemDataRole.AccessibleTextRole if is_state:
                chosen = member.attendance is STATES[column - FIRST_STATE]
                return f"{label(STATES[column - FIRST_STATE])}: {'chọn' if chosen else 'không'}"
            case Qt.ItemDataRole.ToolTipRole if is_state:
                return f"{label(STATES[column - FIRST_STATE])} (phím {column - FIRST_STATE + 1})"
        if role == RecordTableModel.MARK_ROLE and is_state:
            state = STATES[column - FIRST_STATE]
            return _COLOURS[state] if member.attendance is state else State.QUIET
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.EditRole and index.column() == REASON:
            self.reasoned.emit(self.members[index.row()].member_id, str(value))
            return True
        return False

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return HEADS[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return CENTRE if section == 0 or FIRST_STATE <= section < REASON else LEFT
        return None

    @staticmethod
    def _text(member: MemberPresence, place: int, column: int) -> str:
        texts = {
            0: str(place + 1),
            1: member.full_name,
            2: member.position,
            3: label(member.role).removesuffix(" Hội đồng"),
        }
        return texts.get(column, member.reason)


class AttendanceTable(QTableView):
    """The members with a mark for each state; keys 1 to 4 set the selected ones."""

    asked = Signal(object, object)

    def __init__(self, model: AttendanceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = model
        self.setModel(model)
        self.setItemDelegate(_Mark(self))
        self.setAccessibleName("Điểm danh thành viên")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(theme.ROW_HEIGHT, self.fontMetrics().height() + 14))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.clicked.connect(self._set_clicked)
        model.modelReset.connect(self._stretch)

    def allow_written(self, allowed: bool) -> None:
        """Show the column of written opinions, or not."""
        self.setColumnHidden(FIRST_STATE + STATES.index(Attendance.WRITTEN_OPINION), not allowed)
        self._stretch()

    def set_selected(self, state: Attendance) -> None:
        """Ask for `state` for every selected member."""
        places = sorted({index.row() for index in self.selectedIndexes()})
        if places and self.room.is_open:
            self.asked.emit([self.room.members[place].member_id for place in places], state)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        hidden = self.isColumnHidden(FIRST_STATE + STATES.index(Attendance.WRITTEN_OPINION))
        if key in _KEYS and not (hidden and _KEYS[key] is Attendance.WRITTEN_OPINION):
            self.set_selected(_KEYS[key])
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _set_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if FIRST_STATE <= index.column() < REASON and self.room.is_open:
            self.asked.emit([self.room.members[index.row()].member_id], STATES[index.column() - FIRST_STATE])

    def _stretch(self) -> None:
        """Show names whole, roles where they are short, and share what is left between the post and the reason."""
        header = self.horizontalHeader()
        scale = max(self.fontMetrics().height() / 17, 1.0)
        fixed = 0
        for column, width in _WIDTHS.items():
            header.resizeSection(column, round(width * scale))
            fixed += header.sectionSize(column)
        for column, most in ((NAME, 220), (ROLE, 116)):
            header.resizeSection(column, min(max(90, self.sizeHintForColumn(column)), round(most * scale)))
            fixed += header.sectionSize(column)
        room = self.viewport().width() - fixed
        header.resizeSection(REASON, max(96, room // 3))
        header.resizeSection(POST, max(90, room - header.sectionSize(REASON)))


class _Mark(CellDelegate):
    """Draws the state of a member as a filled mark among empty ones."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        state = index.data(RecordTableModel.MARK_ROLE)
        if state is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = state is not State.QUIET
        painter.setPen(QPen(QColor(state.solid if chosen else "#C3CAD2"), 1.5))
        painter.setBrush(QColor(state.solid) if chosen else Qt.BrushStyle.NoBrush)
        centre = QPointF(option.rect.center())
        painter.drawEllipse(centre, 7, 7)
        if chosen:
            painter.setPen(QPen(QColor(theme.PAPER), 1.8))
            painter.drawPolyline([centre + QPointF(-3, 0), centre + QPointF(-0.8, 2.4), centre + QPointF(3.2, -2.6)])
        painter.restore()
