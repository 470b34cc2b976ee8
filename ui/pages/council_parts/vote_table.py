"""The votes table, typed into as an adding machine is: digits, Enter, and the arrows."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.pages.council_parts.typed_cells import TypedCell
from ui.pages.council_parts.vote_model import FIRST_VOTE, LAST_VOTE, NAME, RESULT, SHARE, UNIT, VoteModel
from ui.pages.council_parts.vote_rows import VoteRow

Index = QModelIndex | QPersistentModelIndex
_WIDTHS: Final = {0: 36, 3: 84, 4: 62, 5: 62, 6: 92, SHARE: 72, RESULT: 114}
_MOST: Final = 9999


class VoteTable(QTableView):
    """The cases with their votes; a row is saved as soon as its three counts add up."""

    def __init__(self, model: VoteModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.votes = model
        self.setModel(model)
        self.setItemDelegate(TypedCell(self, QIntValidator(0, _MOST, self)))
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
