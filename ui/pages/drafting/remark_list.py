"""The list of remarks: light rows, whatever their number; arrows move, Enter goes to the words."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from ui.pages.drafting.remark_row import HOVERED_ROLE, REMARK_ROLE, RemarkDelegate, RemarkRow
from ui.pages.drafting.remarks import Remark

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
_BATCH: Final = 40


class RemarkList(QListView):
    """Shows remarks; `chosen` carries the one that a person clicks, or goes to with Enter."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Remarks()
        self._pressed: tuple[int, int] | None = None
        self.setModel(self._rows)
        self.setItemDelegate(RemarkDelegate(self))
        self.setAccessibleName("Những điều cần xem lại trong văn bản")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setMouseTracking(True)

    @property
    def remarks(self) -> list[Remark]:
        """The remarks that are shown, from top to bottom."""
        return self._rows.remarks

    @property
    def current(self) -> Remark | None:
        """The remark on which the list stands."""
        row = self.currentIndex().row()
        return self.remarks[row] if 0 <= row < len(self.remarks) else None

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show `remarks`; the list stays on the remark where it stands, or on the one that follows a remark gone."""
        row, current, top = self.currentIndex().row(), self.current, self.verticalScrollBar().value()
        if not self._rows.show(remarks):
            return
        if current is not None:
            same = next((place for place, each in enumerate(remarks) if each.says_the_same(current)), row)
            self.setCurrentIndex(self._rows.index(min(same, len(remarks) - 1)))
        self.verticalScrollBar().setValue(top)

    def move_by(self, rows: int) -> Remark | None:
        """Stand on the remark so many rows on, round the ends, and return it; None while there is none."""
        if not self.remarks:
            return None
        row = self.currentIndex().row()
        start = row if row >= 0 else (-1 if rows > 0 else 0)
        self.setCurrentIndex(self._rows.index((start + rows) % len(self.remarks)))
        return self.current

    def button_place(self, row: int, label: str) -> QPoint:
        """Return the middle of a button in the coordinates of the viewport."""
        index = self._rows.index(row)
        self.scrollTo(index)
        room = self.visualRect(index)
        names = [action.label for action in self.remarks[row].actions]
        button = RemarkRow(self.remarks[row], self.font(), room.width()).buttons[names.index(label)]
        return room.topLeft() + button.center().toPoint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._button_at(event.position())
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        row = self.indexAt(event.position().toPoint()).row()
        if event.button() is not Qt.MouseButton.LeftButton or row < 0:
            return
        if pressed is None:
            self.chosen.emit(self.remarks[row])
        elif pressed == self._button_at(event.position()):
            self.remarks[row].actions[pressed[1]].run()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._button_at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, button: tuple[int, int] | None) -> None:
        if self._rows.hovered != button:
            self._rows.hovered = button
            self.viewport().setCursor(
                Qt.CursorShape.ArrowCursor if button is None else Qt.CursorShape.PointingHandCursor
            )
            self.viewport().update()

    def _button_at(self, point: QPointF) -> tuple[int, int] | None:
        index = self.indexAt(point.toPoint())
        if not index.isValid():
            return None
        room = self.visualRect(index)
        row = RemarkRow(self.remarks[index.row()], self.font(), room.width())
        button = row.button_at(point - QPointF(room.topLeft()))
        return None if button is None else (index.row(), button)


class _Remarks(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.remarks: list[Remark] = []
        self.hovered: tuple[int, int] | None = None

    def show(self, remarks: Sequence[Remark]) -> bool:
        """Take `remarks`; False when they say what is shown already, so that nothing is drawn anew."""
        same = len(remarks) == len(self.remarks) and all(
            new.says_the_same(old) for new, old in zip(remarks, self.remarks, strict=True)
        )
        if same:
            self.remarks = list(remarks)
            return False
        self.beginResetModel()
        self.remarks = list(remarks)
        self.endResetModel()
        return True

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.remarks)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        remark = self.remarks[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return remark.line
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{remark.kind.value}: {remark.line}"
            case Qt.ItemDataRole.ToolTipRole:
                return remark.ground
            case _ if role == REMARK_ROLE:
                return remark
            case _ if role == HOVERED_ROLE:
                return self.hovered[1] if self.hovered and self.hovered[0] == index.row() else None
        return None
