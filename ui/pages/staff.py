"""The page of the staff and the units of the commune."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QTabWidget, QWidget
from typing_extensions import override

from kimhoa_app.domain.people import WorkStatus
from kimhoa_app.domain.units import UnitKind
from kimhoa_app.services import staff, units
from kimhoa_app.services.imports import ListKind
from kimhoa_app.services.units import UnitEntry
from ui.dialogs.bin import BinDialog
from ui.dialogs.list_import.showcase import import_showcase
from ui.dialogs.list_import.wizard import ImportWizard
from ui.dialogs.person import KnownStaff
from ui.pages.base import Page, Showcase
from ui.pages.staff_parts.people_tab import PeopleTab
from ui.pages.staff_parts.units_tab import UnitsTab
from ui.widgets.buttons import link_button, plain_button, primary_button
from ui.widgets.dropping import dropped_files
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Read:
    known: KnownStaff
    every_unit: Sequence[UnitEntry]


class StaffPage(Page):
    """People and units in two tabs; an Excel file dropped on it is looked through for import."""

    reads = frozenset({"people", "units", "ratings", "awards", "registrations", "initiatives"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._known = KnownStaff()
        self.people = PeopleTab(self)
        self.units = UnitsTab(self)
        self.units.people_asked.connect(self._show_people_of)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.people, "Cán bộ")
        self.tabs.addTab(self.units, "Tập thể")
        self.tabs.currentChanged.connect(lambda _place: self._say_where())
        self.body.addWidget(self.tabs)
        self.add_button = primary_button("Thêm người", self.add, icon="add")
        self.import_button = plain_button("Nhập từ Excel", self.open_import, icon="import")
        self.ratings_button = link_button("Nhập xếp loại", lambda: self.open_import(kind=ListKind.RATINGS))
        self.offer(link_button("Thùng rác", self.open_bin), self.ratings_button, self.import_button, self.add_button)

    @override
    def refresh(self) -> None:
        self.read(_read, self._show)

    @override
    def focus_on(self, **args: object) -> None:
        """Go to `person_id` or `unit_id`, to the tab `show` ("people", "units"), or to the import (`show` "import")."""
        match args:
            case {"person_id": int(person_id)}:
                self.tabs.setCurrentWidget(self.people)
                self.people.look_for(person_id)
            case {"unit_id": int(unit_id)}:
                self.tabs.setCurrentWidget(self.units)
                self.units.look_for(unit_id)
            case {"show": "units"}:
                self.tabs.setCurrentWidget(self.units)
            case {"show": "people"}:
                self.tabs.setCurrentWidget(self.people)
            case {"show": "import"}:
                self.tabs.setCurrentWidget(self.people)
                self.open_import()

    @override
    def showcase(self) -> Showcase:
        return {
            "them-nguoi": self.people.act.add,
            "sua": self.people.act.edit,
            "chuyen": self.people.act.move_on,
            "tinh-trang": self.people.act.change_status,
            "xep-loai": self.people.records.rate,
            "ky-luat": self.people.records.discipline,
            "nhap-excel": self.open_import,
            **import_showcase(self, self.context),
            "thung-rac": self.open_bin,
            "sua-chung": self._show_bulk,
            "gop-ho-so": self._show_merge,
            "tap-the": lambda: self.tabs.setCurrentWidget(self.units),
            "them-tap-the": self.units.act.add,
            "sap-nhap": self.units.act.merge,
        }

    def _show_bulk(self) -> QWidget | None:
        self.people.table.selectAll()
        return self.people.records.change_many()

    def _show_merge(self) -> None:
        first_two = [person.id for person in self.people.table.shown()[:2]]
        self.people.table.select_where(lambda row: row.id in first_two)
        self.people.records.merge()

    def add(self) -> None:
        """Open the form of a new person or a new unit, by the tab that is shown."""
        if self._shows_units:
            self.units.act.add()
        else:
            self.people.act.add()

    def open_import(self, paths: Sequence[Path] = (), kind: ListKind = ListKind.STAFF) -> ImportWizard:
        """Open the import of a list from Excel, of the files at `paths` where some are given."""
        dialog = ImportWizard(self.context, kind, self)
        dialog.open()
        if paths:
            dialog.read_files(paths)
        return dialog

    def open_bin(self) -> BinDialog:
        """Open what was deleted."""
        dialog = BinDialog(self.context, self)
        dialog.open()
        return dialog

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.open_import(paths)

    @property
    def _shows_units(self) -> bool:
        return self.tabs.currentWidget() is self.units

    def _show(self, read: _Read) -> None:
        self._known = read.known
        nothing = not read.known.people and not read.every_unit
        self.show_empty(self._first_steps() if nothing else None)
        for widget in (self.add_button, self.import_button, self.ratings_button):
            widget.setVisible(not nothing)
        self.people.show_people(read.known)
        self.units.show_units(read.known, read.every_unit)
        self._say_where()

    def _show_people_of(self, unit_id: int) -> None:
        self.tabs.setCurrentWidget(self.people)
        self.people.show_unit(unit_id)

    def _first_steps(self) -> EmptyState:
        return EmptyState(
            "people",
            "Chưa có ai trong danh sách",
            "Danh sách cán bộ và tập thể là gốc của mọi việc: đăng ký, họp Hội đồng, biên bản, quyết định đều lấy từ "
            "đây. Có sẵn danh sách trong Excel thì nhập một lần là xong; có thể kéo tệp thả vào trang này.",
            ("Nhập từ Excel", self.open_import),
            ("Thêm người", self.people.act.add),
            ("Thêm tập thể", self.units.act.add),
        )

    def _say_where(self) -> None:
        self.add_button.setText(" Thêm tập thể" if self._shows_units else " Thêm người")
        here = [person for person in self._known.people if person.status.is_here]
        if not here and not self._known.units:
            self.say("Cán bộ, tập thể")
            return
        if self._shows_units:
            self._say_units()
            return
        away = sum(person.status is not WorkStatus.WORKING for person in here)
        away_words = f", trong đó {away} người đang nghỉ hoặc đi học" if away else ""
        self.say(f"{len(here)} người ở {_count_with_people(self._known.units)} đơn vị{away_words}", self._missing(here))

    def _say_units(self) -> None:
        standing = self._known.units
        villages = sum(unit.kind is UnitKind.VILLAGE for unit in standing)
        village_words = f" và {villages} thôn, tổ dân phố" if villages else ""
        self.say(
            f"{len(standing) - villages} đơn vị{village_words}", "Mọi danh sách và văn bản xếp theo thứ tự ở bảng này."
        )

    def _missing(self, here: Sequence[staff.PersonEntry]) -> str:
        gaps = {
            "đơn vị": sum(person.unit_id is None for person in here),
            "chức vụ": sum(not person.position for person in here),
            "ngày sinh": sum(person.birth is None for person in here),
            "nhóm": sum(person.group is None for person in here),
        }
        missing = ", ".join(f"{name} ({count})" for name, count in gaps.items() if count)
        return f"Người còn thiếu: {missing}" if missing else "Mỗi người nhập một lần; mọi danh sách lấy từ đây."


def _read(workspace: "Workspace") -> _Read:
    every_unit = units.list_units(workspace)
    standing = [unit for unit in every_unit if unit.exists_on(workspace.today)]
    return _Read(KnownStaff(staff.list_people(workspace, include_gone=True), standing), every_unit)


def _count_with_people(standing: Sequence[UnitEntry]) -> int:
    return sum(unit.headcount > 0 for unit in standing)
