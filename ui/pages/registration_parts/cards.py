"""The cards beside the list of registrations: who is missing, and how far each unit is."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.services.registration_progress import UnitProgress
from kimhoa_app.text.collation import name_key
from ui import theme
from ui.models.records import Column
from ui.pages.registration_parts.year import RegistrationYear, Subject
from ui.theme import State
from ui.widgets.buttons import link_button, plain_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable

NO_UNIT: Final = "(chưa ghi đơn vị)"
LONG_NAME: Final = 26

MISSING_COLUMNS = (
    Column[Subject]("Tên", lambda one: one.name, lambda one: (one.kind is SubjectKind.COLLECTIVE, name_key(one.name)),
                    stretch=True),
    Column[Subject]("Đăng ký", lambda one: f"+ {one.usual_title}", chip=lambda _one: State.ACTIVE),
)  # fmt: skip


def progress_columns(short_names: Mapping[str, str]) -> tuple[Column[UnitProgress], ...]:
    """Return the columns of the progress; a unit whose name is too long for the card goes by its short name."""

    def name(unit: UnitProgress) -> str:
        return short_names.get(unit.unit, unit.unit) if len(unit.unit) > LONG_NAME else unit.unit or NO_UNIT

    return (
        Column("Đơn vị", name, stretch=True),
        Column("Người", _people, lambda unit: unit.done / (unit.total or 1), chip=_people_state),
        Column("Tập thể", _collective, lambda unit: unit.collective or False, chip=_collective_state),
    )


class MissingCard(Card):
    """Who has not registered; Enter on a name, or a click on its title, registers, and so do the buttons for all.

    `register` carries the subjects to register with their usual title.
    """

    register = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Còn thiếu", parent=parent)
        self.table: DataTable[Subject] = DataTable(
            "registrations-missing", MISSING_COLUMNS, key=lambda one: (one.kind, one.id), empty="Không còn ai thiếu."
        )
        self.table.setAccessibleName("Còn thiếu")
        self.table.setMinimumHeight(3 * theme.ROW_HEIGHT)
        self.table.setToolTip("Bấm vào danh hiệu, hoặc chọn tên rồi nhấn Enter, để đăng ký ngay")
        self.table.opened.connect(lambda one: self.register.emit([one]))
        self.table.clicked.connect(self._press)
        self.table.chosen.connect(self._name_buttons)
        self.everyone = plain_button("", lambda: self._register_all(SubjectKind.PERSON), icon="add")
        self.every_unit = plain_button("", lambda: self._register_all(SubjectKind.COLLECTIVE), icon="add")
        self._missing: Sequence[Subject] = ()
        self.body.addWidget(self.table, 1)
        foot = QHBoxLayout()
        for button in (self.everyone, self.every_unit):
            foot.addWidget(button, 1)
        self.body.addLayout(foot)

    def show_year(self, year: RegistrationYear) -> None:
        """Show who is missing in `year`."""
        self._missing = year.missing
        people = sum(one.kind is SubjectKind.PERSON for one in self._missing)
        parts = [f"{people} người"] * bool(people) + [f"{year.missing_units} tập thể"] * bool(year.missing_units)
        self.set_head("Còn thiếu", " · ".join(parts))
        self.table.show_rows(self._missing)
        self._name_buttons()

    def _of(self, kind: SubjectKind) -> list[Subject]:
        """Return the selected of this kind when several are selected, else all of it."""
        selected = self.table.selected()
        return [one for one in (selected if len(selected) > 1 else self._missing) if one.kind is kind]

    def _name_buttons(self) -> None:
        some = len(self.table.selected()) > 1
        for button, kind, noun in (
            (self.everyone, SubjectKind.PERSON, "người"),
            (self.every_unit, SubjectKind.COLLECTIVE, "tập thể"),
        ):
            count = len(self._of(kind))
            button.setText(f" {'' if some else 'Cả '}{count} {noun}")
            said = f"Đăng ký cho {count} {noun} đã chọn" if some else f"Đăng ký cho tất cả {noun} còn thiếu"
            button.setToolTip(said)
            button.setAccessibleName(said)
            button.setVisible(bool(count))

    def _register_all(self, kind: SubjectKind) -> None:
        self.register.emit(self._of(kind))

    def _press(self, index: QModelIndex) -> None:
        current = self.table.current()
        if index.column() == len(MISSING_COLUMNS) - 1 and current is not None:
            self.register.emit([current])


class UnitProgressCard(Card):
    """How many of each unit's staff have registered, and whether the unit itself has.

    `unit_chosen` carries the unit whose line is selected, or None; `printing` and `saving` ask for it on paper or as a
    file of the ending.
    """

    unit_chosen = Signal(object)
    printing = Signal()
    saving = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Tiến độ theo đơn vị", parent=parent)
        self._short_names: dict[str, str] = {}
        self.table: DataTable[UnitProgress] = DataTable(
            "registrations-progress",
            progress_columns(self._short_names),
            key=lambda unit: unit.unit,
            empty="Chưa có cán bộ nào.",
        )
        self.table.setAccessibleName("Tiến độ theo đơn vị")
        self.table.setMinimumHeight(3 * theme.ROW_HEIGHT)
        self.table.setToolTip("Chọn một đơn vị để chỉ xem đăng ký của đơn vị ấy")
        self.table.chosen.connect(self._tell)
        self._all = link_button("Xem tất cả", self.table.clearSelection)
        self._all.hide()
        self.add_to_head(self._all)
        self.more = plain_button("", lambda: None, icon="more")
        self.more.setToolTip("In, xuất bảng tiến độ")
        self.more.setAccessibleName("In, xuất bảng tiến độ")
        menu = QMenu(self.more)
        menu.addAction("In bảng tiến độ", self.printing.emit)
        menu.addAction("Xuất Word…", lambda: self.saving.emit(".docx"))
        menu.addAction("Xuất Excel…", lambda: self.saving.emit(".xlsx"))
        self.more.setMenu(menu)
        self.add_to_head(self.more)
        self.body.addWidget(self.table, 1)

    def show_units(self, units: Sequence[UnitProgress], short_names: Mapping[str, str]) -> None:
        """Show the progress of `units`, by the short names of those that have one."""
        self._short_names.clear()
        self._short_names.update(short_names)
        self.table.show_rows(units)

    def _tell(self) -> None:
        current = self.table.current()
        self._all.setVisible(current is not None)
        self.unit_chosen.emit(None if current is None else current.unit)


def _people(unit: UnitProgress) -> str:
    return f"{unit.done}/{unit.total}{f' · {unit.late} trễ' if unit.late else ''}" if unit.total else ""


def _people_state(unit: UnitProgress) -> State | None:
    if not unit.total:
        return None
    if unit.done == unit.total:
        return State.ATTENTION if unit.late else State.GOOD
    return State.ATTENTION if unit.done else State.WRONG


def _collective(unit: UnitProgress) -> str:
    if unit.collective is None:
        return ""
    return ("trễ" if unit.collective_late else "đủ") if unit.collective else "thiếu"


def _collective_state(unit: UnitProgress) -> State | None:
    if unit.collective is None:
        return None
    return (State.ATTENTION if unit.collective_late else State.GOOD) if unit.collective else State.WRONG
