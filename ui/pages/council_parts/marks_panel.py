"""The step "Chấm điểm": the initiatives with their mean marks, and the sheets of the one that is chosen."""

from typing import Final

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.domain.councils import MeetingState
from kimhoa_app.domain.marks import shown_points
from kimhoa_app.domain.meeting_rules import entries_fit, markers
from kimhoa_app.domain.meetings import Case
from kimhoa_app.services.council_desk import Desk
from kimhoa_app.services.nominations import Result
from ui import theme
from ui.models.records import RIGHT, Column
from ui.pages.council_parts.actions import DeskActions
from ui.pages.council_parts.mark_model import MarkLine, MarkModel
from ui.pages.council_parts.steps import entered_count
from ui.pages.council_parts.typed_cells import TypedCell
from ui.theme import State
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.labels import label

_KEYS: Final = (
    "Gõ điểm rồi Enter (25,5 cũng được); đủ các tiêu chí thì phiếu được lưu ngay. Delete xóa phiếu của thành viên."
)


class MarksPanel(QWidget):
    """The card of the initiatives above the card of the sheets; what cannot stand is told and waits to be mended."""

    def __init__(self, actions: DeskActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._desk: Desk | None = None
        self.cases: DataTable[Result] = DataTable(
            "council-marks",
            self._columns(),
            key=lambda result: result.case.nomination_id,
            empty="Chưa có sáng kiến nào đưa ra xét.",
            keeps_one=True,
        )
        self.cases.setAccessibleName("Sáng kiến và điểm trung bình")
        self.sheets = SheetTable(MarkModel(self))
        self._fault = label("", "error", wrap=True)
        self._list = Card("Điểm trung bình")
        self._list.body.addWidget(self.cases)
        self._sheet = Card("Phiếu chấm")
        for part in (self.sheets, self._fault, label(_KEYS, "small", wrap=True)):
            self._sheet.body.addWidget(part, 1 if part is self.sheets else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self._list, 2)
        layout.addWidget(self._sheet, 3)
        self.cases.chosen.connect(self._show_sheets)
        self.sheets.marks.completed.connect(lambda member, points: self._write(member, points))
        self.sheets.marks.emptied.connect(lambda member: self._write(member, None))
        self.sheets.marks.dataChanged.connect(lambda *_range: self._tell())

    def show_desk(self, desk: Desk) -> None:
        """Show the marks of `desk`."""
        self._desk = desk
        self._list.set_head("Điểm trung bình", f"đã chấm đủ {entered_count(desk)}/{len(desk.record.cases)}")
        self.cases.show_rows(desk.results.results)
        self._show_sheets()

    def start(self) -> None:
        """Put the cursor into the first sheet that is not whole, of the first initiative that has one."""
        desk = self._desk
        if desk is None:
            return
        still = next((each for each in desk.record.cases if not entries_fit(desk.record, each)), None)
        if still is not None:
            self.cases.select_where(lambda result: result.case.nomination_id == still.nomination_id)
        lines = self.sheets.marks.lines
        place = next((place for place, line in enumerate(lines) if line.saved is None), 0)
        self.sheets.setFocus()
        self.sheets.setCurrentIndex(self.sheets.marks.index(place, 1))

    @property
    def unsaved_count(self) -> int:
        """How many sheets are typed and not stored."""
        return len(self.sheets.marks.unsaved())

    @property
    def fault(self) -> str:
        """What is told to be wrong with the marks."""
        return self._fault.text()

    def _show_sheets(self) -> None:
        result, desk = self.cases.current(), self._desk
        if desk is None or result is None:
            self.sheets.marks.show_lines(0, [], (), is_open=False)
            self._sheet.set_head("Phiếu chấm")
            return
        case, criteria = result.case, desk.record.criteria
        saved = {sheet.member_id: sheet.points for sheet in case.sheets}
        lines = [
            MarkLine(
                member.member_id,
                member.full_name,
                tuple(map(shown_points, saved.get(member.member_id, ()))) or ("",) * len(criteria),
                saved.get(member.member_id),
            )
            for member in markers(desk.record, case)
        ]
        is_open = desk.record.state is not MeetingState.CLOSED
        self.sheets.marks.show_lines(case.nomination_id, lines, criteria, is_open=is_open)
        self.sheets.fit()
        self._sheet.set_head("Phiếu chấm", case.name)
        self._tell()

    def _write(self, member_id: int, points: tuple[int, ...] | None) -> None:
        result = self.cases.current()
        if result is not None:
            self._actions.enter_marks({(result.case.nomination_id, member_id): points})

    def _tell(self) -> None:
        faults = (self.sheets.marks.fault(line) for line in self.sheets.marks.unsaved())
        self._fault.setText(next((each for each in faults if each), ""))
        self._fault.setVisible(bool(self._fault.text()))

    def _columns(self) -> tuple[Column[Result], ...]:
        return (
            Column("Tên sáng kiến", lambda result: result.case.name, stretch=True, is_name=True),
            Column("Tác giả", lambda result: result.case.unit, stretch=True),
            Column("Số phiếu", lambda result: self._sheets_of(result.case), align=RIGHT),
            Column(
                "Điểm TB",
                lambda result: "" if result.share is None else shown_points(result.share),
                lambda result: result.share,
                RIGHT,
            ),
            Column("Kết quả", lambda result: self._standing(result)[0], chip=lambda result: self._standing(result)[1]),
        )

    def _sheets_of(self, case: Case) -> str:
        expected = len(markers(self._desk.record, case)) if self._desk is not None else 0
        return f"{len(case.sheets)}/{expected}"

    def _standing(self, result: Result) -> tuple[str, State]:
        if self._desk is None or not entries_fit(self._desk.record, result.case):
            return "chưa đủ phiếu", State.ATTENTION
        return ("đạt", State.GOOD) if result.passed else ("không đạt", State.WRONG)


class SheetTable(QTableView):
    """The sheets, typed into cell by cell: Enter goes on, from the end of a row to the next."""

    def __init__(self, model: MarkModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = model
        self.setModel(model)
        points = QRegularExpressionValidator(QRegularExpression(r"\d{0,3}([.,]\d{0,2})?"), self)
        self.setItemDelegate(TypedCell(self, points))
        self.setAccessibleName("Phiếu chấm của từng thành viên")
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.setMinimumHeight(120)

    def fit(self) -> None:
        """Let the names have the room that they need, and the criteria share the rest."""
        header = self.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        for column in range(self.marks.columnCount()):
            is_criterion = 1 <= column <= self.marks.last_criterion
            mode = QHeaderView.ResizeMode.Stretch if is_criterion else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if not here.isValid():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step()
        elif event.key() == Qt.Key.Key_Delete:
            self.marks.empty(here.row())
        else:
            super().keyPressEvent(event)

    def step(self, back: bool = False) -> None:
        """Go to the next cell to type in: along the row, then to the next one."""
        place, column = self.currentIndex().row(), self.currentIndex().column()
        last = self.marks.last_criterion
        if back:
            place, column = (place, column - 1) if column > 1 else (place - 1, last)
        else:
            place, column = (place + 1, 1) if column >= last else (place, column + 1)
        if 0 <= place < len(self.marks.lines):
            self.setCurrentIndex(self.marks.index(place, column))
