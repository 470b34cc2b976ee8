"""The card with the list of registrations: search, filters, and what can be done with the selected."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from kimhoa_app.domain.awards import SubjectKind, award, award_name
from kimhoa_app.domain.labels import label as words_of
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.registration_fates import FateState
from kimhoa_app.domain.registrations import RegistrationLine
from kimhoa_app.services.eligibility import AnyResult, Assessment
from kimhoa_app.text.collation import name_key
from ui.models.records import Column
from ui.pages.eligibility_parts import words as eligibility_words
from ui.pages.registration_parts.detail import chip_state
from ui.pages.registration_parts.year import RegistrationYear
from ui.theme import State
from ui.widgets.buttons import danger_button, plain_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.search_edit import SearchEdit

ELIGIBILITY: Final = 3
"""The place of the column that says how the conditions stand."""

EVERYTHING: Final = "Mọi đăng ký"
LATE: Final = "Trễ hạn"
BY_NAME: Final = frozenset({"TVH", "GĐVH"})
"""Titles whose abbreviation few know."""
Wanted = Callable[[RegistrationLine], bool]

PLACE: Final = 1


def columns_of(shown: Callable[[], RegistrationYear | None]) -> tuple[Column[RegistrationLine], ...]:
    """Return the columns of the list; `shown` gives the year that is shown, with the state of each line."""

    def state(line: RegistrationLine) -> FateState:
        year = shown()
        return FateState.REGISTERED if year is None else year.state_of(line)

    def title(line: RegistrationLine) -> str:
        year = shown()
        return _title(line, None if year is None else year.office)

    return (
        Column("Tên", lambda line: line.name,
               lambda line: (line.subject is SubjectKind.PERSON, name_key(line.name)), stretch=True, is_name=True),
        Column("Chức vụ, đơn vị", lambda line: _place(line), stretch=True),
        Column("Danh hiệu", title, lambda line: award(line.award_code).rank, chip=lambda line: _title_state(line),
               stretch=True),
        Column("Ngày", lambda line: f"{line.registered_on:%d/%m}{' trễ' if line.late else ''}",
               lambda line: line.registered_on, chip=lambda line: State.ATTENTION if line.late else None),
        Column("Trạng thái", lambda line: words_of(state(line)), chip=lambda line: chip_state(state(line)),
               stretch=True),
    )  # fmt: skip


class RegistrationListCard(Card):
    """The registrations of a year; `change` and `withdraw` carry the selected lines.

    `conditions` carries the result of the line whose state of eligibility was clicked.
    """

    register = Signal()
    bring_in = Signal()
    change = Signal(object)
    withdraw = Signal(object)
    conditions = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Danh sách", parent=parent)
        self._year: RegistrationYear | None = None
        self._assessment: Assessment | None = None
        columns = columns_of(lambda: self._year)
        self.table: DataTable[RegistrationLine] = DataTable(
            "registrations", (*columns[:ELIGIBILITY], self._eligibility_column(), *columns[ELIGIBILITY:]),
            key=lambda line: line.registration_id,
            empty="Chưa có ai đăng ký. Chọn tên ở danh sách còn thiếu bên phải, hoặc nhập từ tệp Excel.",
            keeps_one=True,
        )  # fmt: skip
        self.table.setAccessibleName("Danh sách đăng ký")
        self.search = SearchEdit("Tìm…")
        self.filter = QComboBox()
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.filter.setAccessibleName("Lọc danh sách")
        self._unit: str | None = None
        self._change_button = plain_button("Sửa", self._change, icon="edit")
        self._withdraw_button = danger_button("Rút đăng ký", self._withdraw, icon="undo")
        self._lay_out()
        self._connect()
        self._tell()

    def show_year(self, year: RegistrationYear) -> None:
        """Show the lines of `year` and offer its titles as filters."""
        self._year = year
        self.table.show_rows(year.lines)
        kept = self.filter.currentText()
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(EVERYTHING, None)
        if year.late_count:
            self.filter.addItem(LATE, _is_late)
        for code, _count in year.titles:
            self.filter.addItem(award_name(code, year.office), _has_title(code))
        self.filter.setCurrentIndex(max(self.filter.findText(kept), 0))
        self.filter.blockSignals(False)
        self._keep()

    def show_assessment(self, assessment: Assessment) -> None:
        """Say beside each registration how its conditions stand; called before `show_year`."""
        self._assessment = assessment

    def result_of(self, line: RegistrationLine) -> AnyResult | None:
        """Return the result of a registration, None where its subject is not assessed."""
        if self._assessment is None:
            return None
        if line.subject is SubjectKind.PERSON:
            return self._assessment.of_person(line.subject_id, line.award_code)
        if line.subject is SubjectKind.COLLECTIVE:
            return self._assessment.of_unit(line.subject_id, line.award_code)
        return self._assessment.of_household(line.subject_id, line.award_code)

    def show_only(self, filter_name: str) -> None:
        """Choose one of the filters by its name; one that is not there shows everything."""
        self.filter.setCurrentIndex(max(self.filter.findText(filter_name), 0))

    def show_unit(self, unit: str | None) -> None:
        """Show only `unit`, its people and its households, None shows all."""
        self._unit = unit
        self._keep()

    def fit(self, *, narrow: bool) -> None:
        """Leave out, where there is little room, what is told beside the list as well."""
        self.table.setColumnHidden(PLACE, narrow)

    def _eligibility_column(self) -> Column[RegistrationLine]:
        return Column[RegistrationLine](
            "Điều kiện",
            lambda line: eligibility_words.word(self.result_of(line)),
            chip=lambda line: eligibility_words.state(self.result_of(line)),
            spare=True,
        )

    def _press(self, index: QModelIndex) -> None:
        line = self.table.current()
        if index.column() == ELIGIBILITY and line is not None:
            self.conditions.emit(self.result_of(line))

    def _lay_out(self) -> None:
        self.search.setMaximumWidth(200)
        self.filter.setMinimumContentsLength(10)
        register = plain_button("Đăng ký…", self.register.emit, icon="add")
        register.setToolTip("Đăng ký cho một hoặc nhiều người (Ctrl+N)")
        bring_in = plain_button("Nhập từ Excel", self.bring_in.emit, icon="import")
        for widget in (self.search, self.filter, register):
            self.add_to_head(widget)
        self._change_button.setToolTip("Sửa đăng ký đang chọn (Enter)")
        self._withdraw_button.setToolTip("Rút các đăng ký đang chọn (Delete); có thể hoàn tác")
        foot = QHBoxLayout()
        foot.addWidget(self._change_button)
        foot.addWidget(self._withdraw_button)
        foot.addStretch(1)
        foot.addWidget(bring_in)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.table.filter)
        self.filter.currentIndexChanged.connect(self._keep)
        self.table.opened.connect(self.change)
        self.table.clicked.connect(self._press)
        self.table.chosen.connect(self._tell)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._withdraw)

    def _keep(self) -> None:
        wanted: Wanted | None = self.filter.currentData()
        unit = self._unit
        self.table.keep(lambda line: (wanted is None or wanted(line)) and (unit is None or _is_of(line, unit)))

    def _tell(self) -> None:
        selected = self.table.selected()
        self._change_button.setEnabled(len(selected) == 1)
        self._withdraw_button.setEnabled(bool(selected))
        self._withdraw_button.setText(f" Rút {len(selected)} đăng ký" if len(selected) > 1 else " Rút đăng ký")

    def _change(self) -> None:
        self.change.emit(self.table.current())

    def _withdraw(self) -> None:
        if self.table.selected():
            self.withdraw.emit(self.table.selected())


def _place(line: RegistrationLine) -> str:
    if line.subject is SubjectKind.COLLECTIVE:
        return f"{line.headcount} người" if line.headcount else "Tập thể"
    return ", ".join(filter(None, (line.position, line.unit)))


def _title(line: RegistrationLine, office: OfficeKind | None) -> str:
    """Return the title by its abbreviation, that of a village or a household by its name; beside it the form."""
    is_of_staff = line.award_code not in BY_NAME
    title = line.award_code if is_of_staff else award_name(line.award_code, office, line.name)
    return f"{title} + {line.form_code}" if line.form_code else title


def _title_state(line: RegistrationLine) -> State:
    return State.ACTIVE if line.subject is SubjectKind.PERSON else State.GOOD


def _is_late(line: RegistrationLine) -> bool:
    return line.late


def _has_title(code: str) -> Wanted:
    return lambda line: line.award_code == code


def _is_of(line: RegistrationLine, unit: str) -> bool:
    return line.unit == unit or line.name == unit
