"""The page of awards: what was given, to whom and by which decision, this year or in all years."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.services import awards
from kimhoa_app.services import bin as bins
from kimhoa_app.services.awards import AwardEntry
from kimhoa_app.services.imports import ListKind
from ui import theme
from ui.dialogs.award import AwardChoices, AwardDialog
from ui.dialogs.award_occasion import occasion_dialog
from ui.dialogs.base import FormDialog
from ui.dialogs.list_import.wizard import ImportWizard
from ui.pages.award_parts.cards import (
    AUTHORITY,
    GROUP_COLUMNS,
    NO_DECISION,
    TITLE_COLUMNS,
    Group,
    GroupCard,
    by_decision,
    by_title,
)
from ui.pages.award_parts.columns import COLUMNS, PLACE, counts
from ui.pages.award_parts.found import AwardsFound, read_awards
from ui.pages.base import Page, Showcase
from ui.pages.correcting import correct_decision
from ui.pages.staff_parts.room import NARROW_BELOW
from ui.widgets.buttons import danger_button, plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_edit import SearchEdit

KIND = "awards"
SIDE_WIDTH, NARROW_SIDE = 420, 250


class AwardsPage(Page):
    """The awards of the year or of all years."""

    reads = frozenset({KIND, "people", "units", "meetings"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = AwardsFound((), AwardChoices((), (), ()))
        self._decision: tuple[object] | None = None
        self._title: tuple[object] | None = None
        self._wanted: int | None = None
        self._asked_every: bool | None = None
        self.table: DataTable[AwardEntry] = DataTable(
            "awards", COLUMNS, key=lambda entry: entry.id, empty="Năm này chưa ghi khen thưởng nào."
        )
        self.table.setAccessibleName("Danh sách khen thưởng")
        self.years = QComboBox()
        self.years.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.search = SearchEdit("Tìm…")
        self.by_decision = GroupCard("Theo quyết định", "awards-decisions", GROUP_COLUMNS, "Chưa có quyết định nào.")
        self.by_title = GroupCard("Theo danh hiệu, hình thức", "awards-titles", TITLE_COLUMNS, "Chưa có danh hiệu nào.")
        self.by_decision.table.setToolTip("Chọn để chỉ xem khen thưởng của quyết định; nhấn Enter để sửa số, ngày")
        self._occasion = plain_button("Loại hình…", self.change_occasion)
        self._delete = danger_button("Xóa", self.delete, icon="delete")
        self._add = primary_button("Ghi khen thưởng đã có", self.record, icon="add")
        self._import = plain_button("Nhập từ Excel", self.bring_in, icon="import")
        self.offer(self._import, self._add)
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        self.read(read_awards, self._show)

    @override
    def focus_on(self, **args: object) -> None:
        wanted = args.get("award_id")
        self._wanted = wanted if isinstance(wanted, int) else None

    @override
    def showcase(self) -> Showcase:
        return {
            "ghi": self.record,
            "nhap": self.bring_in,
            "loai-hinh": self.change_occasion,
            "nam-nay": lambda: self.years.setCurrentIndex(0),
        }

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        self.table.setColumnHidden(PLACE, narrow)
        self.by_decision.table.setColumnHidden(AUTHORITY, narrow)
        for group in (self.by_decision, self.by_title):
            group.setMaximumWidth(NARROW_SIDE if narrow else SIDE_WIDTH)

    def record(self) -> AwardDialog:
        """Open the dialog that records an award of the past."""
        context = self.context
        dialog = AwardDialog(
            context.workspace, context.runner, context.year, self._found.offered, self._say_recorded, self
        )
        dialog.open()
        return dialog

    def change_occasion(self) -> FormDialog | None:
        """Open the dialog that says why the selected awards were given; None without any."""
        entries = self.table.selected()
        if not entries:
            return None
        context = self.context
        said = partial(self._say_occasion, entries)
        dialog = occasion_dialog(context.workspace, context.runner, entries, said, self)
        dialog.open()
        return dialog

    def bring_in(self) -> ImportWizard:
        """Open the wizard that brings in awards of past years from Excel."""
        dialog = ImportWizard(self.context, ListKind.AWARDS, self)
        dialog.open()
        return dialog

    def delete(self) -> None:
        """Put the selected awards into the bin, with a way back."""
        entries = self.table.selected()
        if not entries:
            return
        ids = [entry.id for entry in entries]
        said = f"Đã xóa khen thưởng của {entries[0].award.subject_then}."
        if len(ids) > 1:
            said = f"Đã xóa {len(ids)} khen thưởng."
        self.change(
            lambda workspace: awards.delete_awards(workspace, *ids),
            KIND,
            said=said,
            undo=partial(self._bring_back, ids),
        )

    def correct_decision(self, decision_id: object) -> FormDialog | None:
        """Open the dialog that corrects number and day of a decision; None for awards without one."""
        entry = next((one for one in self._found.entries if one.award.decision_id == decision_id), None)
        if entry is None or entry.decision is None or not isinstance(decision_id, int):
            return None
        return correct_decision(self, decision_id, entry.decision)

    def _say_recorded(self, _award_id: object) -> None:
        self.context.notify("Đã ghi khen thưởng.")
        self.context.announce(KIND)

    def _say_occasion(self, entries: Sequence[AwardEntry], _nothing: object) -> None:
        before = {entry.id: entry.award.occasion for entry in entries}
        self.context.notify(
            "Đã ghi loại hình khen thưởng.",
            lambda: self.change(lambda workspace: awards.set_occasions(workspace, before), KIND),
        )
        self.context.announce(KIND)

    def _bring_back(self, ids: Sequence[int]) -> None:
        self.change(lambda workspace: bins.restore(workspace, "award", *ids), KIND, said="Đã đưa khen thưởng trở lại.")

    def _arrange(self) -> None:
        card = Card("Danh sách")
        self.search.setMaximumWidth(220)
        self.years.setAccessibleName("Năm của danh sách")
        for widget in (self.search, self.years):
            card.add_to_head(widget)
        card.body.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._occasion)
        foot.addWidget(self._delete)
        foot.addStretch(1)
        card.body.addLayout(foot)
        side = QVBoxLayout()
        side.setSpacing(theme.CARD_GAP)
        for group in (self.by_decision, self.by_title):
            group.setMaximumWidth(SIDE_WIDTH)
            side.addWidget(group, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.CARD_GAP)
        row.addWidget(card, 3)
        row.addLayout(side, 2)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self.years.currentIndexChanged.connect(self._choose_years)
        self.search.textChanged.connect(self.table.filter)
        self.by_decision.chosen.connect(self._choose_decision)
        self.by_decision.opened.connect(self.correct_decision)
        self.by_title.chosen.connect(self._choose_title)
        self.table.chosen.connect(self._offer_changes)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete)
        QShortcut(QKeySequence.StandardKey.New, self).activated.connect(self.record)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)

    def _show(self, found: AwardsFound) -> None:
        self._found = found
        for button in (self._import, self._add):
            button.setVisible(bool(found.entries))
        if not found.entries:
            self.say("Chưa ghi khen thưởng nào")
            self.show_empty(
                EmptyState(
                    "award",
                    "Ghi danh hiệu, khen thưởng các năm trước để có căn cứ xét năm nay",
                    "Khen thưởng của cuộc họp Hội đồng được ghi tại trang Hội đồng; các năm trước ghi tại đây theo "
                    "từng quyết định.",
                    ("Ghi khen thưởng đã có", self.record),
                    ("Nhập từ Excel", self.bring_in),
                )
            )
            return
        self.show_empty(None)
        year = self.context.year
        every = self._asked_every
        if every is None:
            every = all(entry.award.year != year for entry in found.entries)
        self.years.blockSignals(True)
        self.years.clear()
        self.years.addItems([f"Năm {year}", "Mọi năm"])
        self.years.setCurrentIndex(1 if every or self._wanted is not None else 0)
        self.years.blockSignals(False)
        self._show_years()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.table.select_where(lambda entry: entry.id == wanted)

    def _show_years(self) -> None:
        every = self.years.currentIndex() == 1
        year = self.context.year
        entries = [entry for entry in self._found.entries if every or entry.award.year == year]
        groups = by_decision(entries)
        order = {group.key: place for place, group in enumerate(groups)}
        entries.sort(key=lambda entry: (order[entry.award.decision_id], entry.award.person_id is not None, entry.id))
        self._say_years(entries, groups, every=every)
        self.by_decision.table.show_rows(groups)
        self.by_title.table.show_rows(by_title(entries))
        self.table.show_rows(entries)
        self._offer_changes()

    def _offer_changes(self) -> None:
        for button in (self._occasion, self._delete):
            button.setEnabled(bool(self.table.selected()))

    def _choose_years(self, place: int) -> None:
        self._asked_every = place == 1
        self._show_years()

    def _say_years(self, entries: Sequence[AwardEntry], groups: Sequence[Group], *, every: bool) -> None:
        year = self.context.year
        signed = sum(group.name != NO_DECISION for group in groups)
        counted = f"{len(entries)} khen thưởng theo {signed} quyết định"
        if every and all(entry.award.year != year for entry in entries):
            self.say(f"Năm {year} chưa có khen thưởng nào", f"Dưới đây là {counted} của các năm khác")
        elif entries:
            self.say(f"{'Mọi năm' if every else f'Năm {year}'} có {counted}", counts(entries))
        else:
            self.say(f"Năm {year} chưa có khen thưởng nào", "Chọn “Mọi năm” để xem các năm khác")

    def _choose_decision(self, key: tuple[object] | None) -> None:
        self._decision = key
        self._keep()

    def _choose_title(self, key: tuple[object] | None) -> None:
        self._title = key
        self._keep()

    def _keep(self) -> None:
        decision, title = self._decision, self._title
        self.table.keep(
            lambda entry: (
                (decision is None or entry.award.decision_id == decision[0])
                and (title is None or entry.award.award_code == title[0])
            )
        )
