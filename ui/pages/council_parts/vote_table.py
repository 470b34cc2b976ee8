"""The votes table, typed into as an adding machine is: digits, Enter, and the arrows."""

from typing import Final, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QIntValidator, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.pages.council_parts.vote_model import FIRST_VOTE, LAST_VOTE, NAME, RESULT, SHARE, UNIT, VoteModel
from ui.pages.council_parts.vote_rows import VoteRow
from ui.widgets.table_cells import CellDelegate

Index = QModelIndex | QPersistentModelIndex
_WIDTHS: Final = {0: 36, 3: 84, 4: 62, 5: 62, 6: 92, SHARE: 72, RESULT: 114}
_ARROWS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MOST: Final = 9999


class VoteTable(QTableView):
    """The cases with their votes; a row is saved as soon as its three counts add up."""

    def __init__(self, model: VoteModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.votes = model
        self.setModel(model)
        self.setItemDelegate(_VoteCell(self))
        self.setAccessibleName("Kết quả biểu quyết của từng trường hợp")
        self._lay_out()
        model.modelReset.connect(self._join_names)

    def go_to(self, place: int, column: int = FIRST_VOTE) -> None:
        """Put the cursor into a cell."""
        self.setFocus()
        self.setCurrentIndex(self.votes.index(place, column))

    def go_to_first_open(self) -> None:
        """Put the cursor into the first row that is not yet entered."""
        places = [place for place, row in enumerate(self.votes.rows) if row.case.votes is None]
        if self.votes.rows:
            self.go_to(places[0] if places else 0)

    def selected_rows(self) -> list[VoteRow]:
        """Return the selected rows in their order."""
        return [self.votes.rows[place] for place in sorted({index.row() for index in self.selectedIndexes()})]

    def step(self, back: bool = False) -> None:
        """Go to the next cell to type in: along the row, and from a row that adds up to the next one."""
        place, column = self.currentIndex().row(), self.currentIndex().column()
        if back:
            place, column = (place, column - 1) if column > FIRST_VOTE else (place - 1, LAST_VOTE)
        elif column >= LAST_VOTE or (column >= FIRST_VOTE and self._adds_up(place)):
            place, column = place + 1, FIRST_VOTE
        else:
            column = max(column + 1, FIRST_VOTE)
        if 0 <= place < len(self.votes.rows):
            self.setCurrentIndex(self.votes.index(place, column))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, here = event.key(), self.currentIndex()
        if not here.isValid() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step()
        elif key == Qt.Key.Key_Escape and self.votes.rows[here.row()].typed is not None:
            self.votes.take_back(here.row())
        elif key == Qt.Key.Key_Delete and self.votes.takes_votes:
            for place in sorted({index.row() for index in self.selectedIndexes()}):
                self.votes.empty(place)
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go from cell to cell, and out of the table after the last one."""
        here = self.currentIndex()
        last = forward and here.row() == len(self.votes.rows) - 1 and here.column() >= LAST_VOTE
        first = not forward and here.row() == 0 and here.column() <= FIRST_VOTE
        if not here.isValid() or last or first or not self.votes.takes_votes:
            return super().focusNextPrevChild(forward)
        self.step(back=not forward)
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _adds_up(self, place: int) -> bool:
        row = self.votes.rows[place]
        return row.is_entered or row.to_save(self.votes.cast or 0) is not None

    def _lay_out(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(4 * theme.ROW_HEIGHT)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(theme.ROW_HEIGHT, self.fontMetrics().height() + 14))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self._stretch()

    def _join_names(self) -> None:
        """Let the name of a collective, which stands in no unit, take the room of both columns."""
        self.clearSpans()
        for place, row in enumerate(self.votes.rows):
            if not row.case.unit:
                self.setSpan(place, NAME, 1, 2)

    def _stretch(self) -> None:
        """Give the names and the units the room that the counts leave."""
        header = self.horizontalHeader()
        scale = self.fontMetrics().height() / 17
        for column, width in _WIDTHS.items():
            header.resizeSection(column, round(width * max(scale, 1.0)))
        room = self.viewport().width() - sum(header.sectionSize(column) for column in _WIDTHS)
        header.resizeSection(NAME, max(140, room // 2))
        header.resizeSection(UNIT, max(100, room - header.sectionSize(NAME)))


class _VoteCell(CellDelegate):
    """Draws a count in a box that can be typed into, and takes what is typed."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        here = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.ACCENT if here else theme.LINE), 2 if here else 1))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(4.5, 3.5, -4.5, -4.5), 4, 4)
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setValidator(QIntValidator(0, _MOST, editor))
        editor.setStyleSheet(f"min-height: 0; padding: 0; border: 2px solid {theme.ACCENT}; border-radius: 4px;")
        return editor

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(4, 3, -4, -4))

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter, Tab and the arrows take what is typed and go on to another cell."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(editor, QLineEdit):
            return super().eventFilter(editor, event)
        key = cast(QKeyEvent, event).key()
        if key not in (*_ENTER, Qt.Key.Key_Backtab, *_ARROWS):
            return super().eventFilter(editor, event)
        table = cast(VoteTable, self.parent())
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
        table.setFocus()
        if key in _ARROWS:
            table.keyPressEvent(cast(QKeyEvent, event))
        else:
            table.step(back=key == Qt.Key.Key_Backtab)
        return True
