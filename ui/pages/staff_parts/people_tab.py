"""The people of the staff: the list with its filters, and the card of the one selected."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from kimhoa_app.services import staff
from kimhoa_app.services.attachments import Owner, OwnerKind
from kimhoa_app.services.staff import PersonEntry, PersonRecord
from ui import theme
from ui.dialogs.person import KnownStaff
from ui.pages.base import Page
from ui.pages.staff_parts.people_columns import COLUMNS, LESS_NEEDED, namesakes_among
from ui.pages.staff_parts.person_actions import PersonActions
from ui.pages.staff_parts.person_card import PersonCard
from ui.pages.staff_parts.record_actions import RecordActions
from ui.pages.staff_parts.room import share_room
from ui.widgets.card import Card
from ui.widgets.confirm_bar import ConfirmBar
from ui.widgets.data_table import DataTable
from ui.widgets.search_edit import SearchEdit

EVERY_UNIT, NO_UNIT, NAMESAKES = 0, -1, -2


class PeopleTab(QWidget):
    """One tab of `page`, which reads for it and through which it changes the data."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._known = KnownStaff()
        self._namesakes: frozenset[int] = frozenset()
        self._wanted: int | None = None
        self.search = SearchEdit("Tìm theo tên, chức vụ, đơn vị…")
        self.unit = QComboBox()
        self.unit.setAccessibleName("Chỉ xem một đơn vị")
        self.gone = QCheckBox("Kể cả đã chuyển, nghỉ")
        self.table: DataTable[PersonEntry] = DataTable(
            "staff", COLUMNS, key=lambda row: row.id, empty="Chưa có ai đang công tác.", copies_heads=True
        )
        self.card = PersonCard()
        self.confirm = ConfirmBar()
        self.act = PersonActions(page, self)
        self.records = RecordActions(page, self)
        self._list = Card()
        self._lay_out()
        self._connect()

    def show_people(self, known: KnownStaff) -> None:
        """Show everybody in `known`, within what the filters ask for."""
        self._known = known
        self._namesakes = namesakes_among(known.people)
        self._offer_units()
        self.table.show_rows(known.people)
        self._keep()
        if self._wanted is not None:
            self.select(self._wanted)
        elif not self.table.selected() and self.table.shown_count:
            first = self.table.shown()[0]
            self.table.select_where(lambda row: row.id == first.id)
        else:
            self._show_selected()

    def look_for(self, person_id: int) -> None:
        """Select a person as soon as the list is shown, whatever the filters hide."""
        self._wanted = person_id

    def select(self, person_id: int) -> None:
        """Select a person and bring the row into view, opening the filters where they hide it."""
        self._wanted = None
        person = next((one for one in self._known.people if one.id == person_id), None)
        if person is None:
            return
        self.search.clear()
        self.unit.setCurrentIndex(0)
        if not person.status.is_here:
            self.gone.setChecked(True)
        self.table.select_where(lambda row: row.id == person_id)
        self.table.setFocus()

    def show_unit(self, unit_id: int) -> None:
        """Show only the people of one unit."""
        self.search.clear()
        self.unit.setCurrentIndex(max(self.unit.findData(unit_id), 0))
        self.table.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        share_room(self.width(), self.table, LESS_NEEDED, self.card)

    @property
    def known(self) -> KnownStaff:
        """What was read last."""
        return self._known

    @property
    def filtered_unit(self) -> int | None:
        """The one unit that is looked at, None for all and for no unit."""
        unit: int = self.unit.currentData()
        return None if unit in (EVERY_UNIT, NO_UNIT, NAMESAKES) else unit

    def _offer_units(self) -> None:
        chosen = self.unit.currentData()
        self.unit.blockSignals(True)
        self.unit.clear()
        self.unit.addItem("Tất cả đơn vị", EVERY_UNIT)
        if any(person.unit_id is None and person.status.is_here for person in self._known.people):
            self.unit.addItem("Chưa có đơn vị", NO_UNIT)
        if self._namesakes:
            self.unit.addItem(f"Trùng tên ({len(self._namesakes)})", NAMESAKES)
        for unit in self._known.units:
            if unit.headcount:
                self.unit.addItem(f"{unit.name} ({unit.headcount})", unit.id)
        self.unit.setCurrentIndex(max(self.unit.findData(chosen), 0))
        self.unit.blockSignals(False)

    def _keep(self) -> None:
        unit, with_gone = self.unit.currentData(), self.gone.isChecked()

        def wanted(row: PersonEntry) -> bool:
            if unit == NAMESAKES:
                return row.id in self._namesakes
            in_unit = unit in (EVERY_UNIT, row.unit_id) or (unit == NO_UNIT and row.unit_id is None)
            return in_unit and (with_gone or row.status.is_here)

        self.table.keep(wanted)
        self._count()

    def _filter(self, query: str) -> None:
        self.table.filter(query)
        self._count()

    def _count(self) -> None:
        self._list.set_head(f"{self.table.shown_count} người")

    def _show_selected(self) -> None:
        self.confirm.hide()
        people = self.table.selected()
        if len(people) != 1:
            self.card.show_many(people) if people else self.card.show_nobody("Chọn một người để xem quá trình.")
            return
        person_id, context = people[0].id, self._page.context

        def show(record: PersonRecord) -> None:
            present = self.table.current()
            if present is not None and present.id == person_id:
                self.card.show_person(record)
                self.card.files.show_owner(context, Owner(OwnerKind.PERSON, person_id))

        context.runner.submit(
            lambda: staff.read_person(context.workspace, person_id), done=show, failed=self._page.fail
        )

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.unit.currentIndexChanged.connect(lambda _place: self._keep())
        self.gone.toggled.connect(lambda _on: self._keep())
        self.table.chosen.connect(self._show_selected)
        self.table.opened.connect(lambda _person: self.act.edit())
        self.card.edit_asked.connect(self.act.edit)
        self.card.move_asked.connect(self.act.move_on)
        self.card.status_asked.connect(self.act.change_status)
        self.card.take_back_asked.connect(self.act.take_back)
        self.card.delete_asked.connect(self.act.delete)
        self.card.rating_asked.connect(self.records.rate)
        self.card.discipline_asked.connect(self.records.discipline)
        self.card.split_asked.connect(self.records.split)
        self.card.print_asked.connect(self.records.print_sheet)
        self.card.save_asked.connect(self.records.save_sheet)
        self.card.bulk_asked.connect(self.records.change_many)
        self.card.merge_asked.connect(self.records.merge)
        for keys, act in ((Qt.Key.Key_Delete, self.act.delete), (QKeySequence.StandardKey.Paste, self.records.paste)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        self.search.setMinimumWidth(110)
        self.unit.setMinimumContentsLength(8)
        self.unit.setMaximumWidth(190)
        self.unit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for widget in (self.search, self.unit, self.gone):
            self._list.add_to_head(widget)
        self._list.body.addWidget(self.confirm)
        self._list.body.addWidget(self.table)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.CARD_GAP, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self._list, 1)
        layout.addWidget(self.card)
