"""The page of awards: what was given, to whom and by which decision, this year or in all years."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.services.awards import AwardEntry
from ui import theme
from ui.dialogs.award import AwardChoices
from ui.pages.award_parts.actions import KIND, AwardActions
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
from ui.pages.staff_parts.room import NARROW_BELOW
from ui.widgets.buttons import danger_button, plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_edit import SearchEdit

SIDE_WIDTH, NARROW_SIDE = 420, 250


class AwardsPage(Page):
    """The awards of the year or of all years."""

    reads = frozenset({KIND, "people", "units", "meetings"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.act = AwardActions(self)
        self.found = AwardsFound((), AwardChoices((), (), ()))
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
        self._occasion = plain_button("Loại hình…", self.act.change_occasion)
        self._delete = danger_button("Xóa", self.act.delete, icon="delete")
        self._add = primary_button("Ghi khen thưởng đã có", self.act.record, icon="add")
        self._import = plain_button("Nhập từ Excel", self.act.bring_in, icon="import")
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
            "ghi": self.act.record,
            "nhap": self.act.bring_in,
            "loai-hinh": self.act.change_occasion,
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
        self.by_decision.opened.connect(self.act.correct)
        self.by_title.chosen.connect(self._choose_title)
        self.table.chosen.connect(self._offer_changes)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.act.delete)
        QShortcut(QKeySequence.StandardKey.New, self).activated.connect(self.act.record)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)

    def _show(self, found: AwardsFound) -> None:
        self.found = found
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
                    ("Ghi khen thưởng đã có", self.act.record),
                    ("Nhập từ Excel", self.act.bring_in),
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
        entries = [entry for entry in self.found.entries if every or entry.award.year == year]
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
