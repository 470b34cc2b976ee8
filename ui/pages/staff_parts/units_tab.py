"""The units: their order in every list, their people, and what becomes of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.services import units
from kimhoa_app.services.units import UnitEntry, UnitRecord
from ui import theme
from ui.dialogs.person import KnownStaff
from ui.pages.base import Page
from ui.pages.staff_parts.room import share_room
from ui.pages.staff_parts.unit_actions import UnitActions
from ui.pages.staff_parts.unit_card import UnitCard
from ui.pages.staff_parts.unit_columns import LESS_NEEDED, unit_columns
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.search_edit import SearchEdit


class UnitsTab(QWidget):
    """One tab of `page`, which reads for it and through which it changes the data.

    `people_asked` says the number of the unit whose people are to be shown.
    """

    people_asked = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.known = KnownStaff()
        self.every_unit: Sequence[UnitEntry] = ()
        self._places: dict[int, int] = {}
        self._wanted: int | None = None
        self.act = UnitActions(page, self)
        self.search = SearchEdit("Tìm tập thể…")
        self.gone = QCheckBox("Kể cả đơn vị cũ")
        self.table: DataTable[UnitEntry] = DataTable(
            "units",
            unit_columns(lambda row: self._places.get(row.id)),
            key=lambda row: row.id,
            empty="Chưa có tập thể nào: bấm “Thêm tập thể”.",
        )
        self.card = UnitCard()
        self.up_button = plain_button("Lên", lambda: self.act.shift(-1), icon="chevron-up")
        self.down_button = plain_button("Xuống", lambda: self.act.shift(1), icon="chevron-down")
        self._lay_out()
        self._connect()

    def show_units(self, known: KnownStaff, every_unit: Sequence[UnitEntry]) -> None:
        """Show the units that ever were, within what the filter asks for."""
        self.known, self.every_unit = known, every_unit
        self._places = {unit.id: place for place, unit in enumerate(known.units, start=1)}
        self.table.show_rows(every_unit)
        self._keep()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.table.select_where(lambda row: row.id == wanted)
        elif not self.table.selected() and self.table.shown_count:
            first = self.table.shown()[0]
            self.table.select_where(lambda row: row.id == first.id)
        self._show_selected()

    def look_for(self, unit_id: int) -> None:
        """Select a unit as soon as the list is shown."""
        self._wanted = unit_id

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        share_room(self.width(), self.table, LESS_NEEDED, self.card)

    def _ask_for_people(self) -> None:
        unit = self.table.current()
        if unit is not None:
            self.people_asked.emit(unit.id)

    def _keep(self) -> None:
        with_gone = self.gone.isChecked()
        today = self._page.context.workspace.today
        self.table.keep(lambda row: with_gone or row.exists_on(today))
        self._count()

    def _filter(self, query: str) -> None:
        self.table.filter(query)
        self._count()

    def _count(self) -> None:
        self._list.set_head(f"{self.table.shown_count} tập thể")

    def _show_selected(self) -> None:
        chosen = self.table.selected()
        members = [person for person in self.known.people if person.status.is_here]
        self.card.show_units(chosen, members)
        if len(chosen) == 1:
            self._read_record(chosen[0].id)
        shown = sorted(self.table.shown(), key=lambda row: row.position_in_list)
        one = len(chosen) == 1
        self.up_button.setEnabled(one and shown[:1] != chosen)
        self.down_button.setEnabled(one and shown[-1:] != chosen)

    def _read_record(self, unit_id: int) -> None:
        context = self._page.context

        def show(record: UnitRecord) -> None:
            present = self.table.current()
            if present is not None and present.id == unit_id:
                self.card.show_record(record)

        context.runner.submit(lambda: units.read_unit(context.workspace, unit_id), done=show, failed=self._page.fail)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.gone.toggled.connect(lambda _on: self._keep())
        self.table.chosen.connect(self._show_selected)
        self.table.opened.connect(lambda _unit: self.act.edit())
        self.card.edit_asked.connect(self.act.edit)
        self.card.rename_asked.connect(self.act.rename)
        self.card.merge_asked.connect(self.act.merge)
        self.card.dissolve_asked.connect(self.act.dissolve)
        self.card.delete_asked.connect(self.act.delete)
        self.card.people_asked.connect(self._ask_for_people)
        self.card.rating_asked.connect(self.act.rate)
        for keys, act in (
            ("Del", self.act.delete),
            ("Alt+Up", lambda: self.act.shift(-1)),
            ("Alt+Down", lambda: self.act.shift(1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        self.up_button.setToolTip("Đưa tập thể lên trên trong mọi danh sách (Alt+↑)")
        self.down_button.setToolTip("Đưa tập thể xuống dưới trong mọi danh sách (Alt+↓)")
        self.gone.setToolTip("Hiện cả đơn vị đã đổi tên, sáp nhập, giải thể")
        self.search.setMinimumWidth(110)
        self._list = Card()
        for widget in (self.search, self.gone, self.up_button, self.down_button):
            self._list.add_to_head(widget)
        self._list.body.addWidget(self.table)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.CARD_GAP, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self._list, 1)
        layout.addWidget(self.card)
