"""The cards beside the list of awards: by decision and by title, each narrowing the list to what is selected."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimhoa_app.domain.awards import award, catalogue
from kimhoa_app.services.awards import AwardEntry
from ui import theme
from ui.dialogs.decision_fields import decision_text
from ui.models.records import RIGHT, Column
from ui.widgets.buttons import link_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable

NO_DECISION = "(chưa ghi quyết định)"


@dataclass(frozen=True, slots=True)
class Group:
    """Awards that belong together: what they share, in words, and how many they are; `key` is what they share."""

    key: object
    name: str
    detail: str
    count: int
    order: tuple[object, ...]


GROUP_COLUMNS = (
    Column[Group]("Quyết định", lambda group: group.name, lambda group: group.order, stretch=True),
    Column[Group]("Cấp", lambda group: group.detail, stretch=True),
    Column[Group]("Số", lambda group: str(group.count), lambda group: group.count, RIGHT),
)
AUTHORITY = 1
"""Who decided, left out where there is little room."""

TITLE_COLUMNS = (
    Column[Group]("Danh hiệu, hình thức", lambda group: group.name, lambda group: group.order, stretch=True),
    Column[Group]("Số", lambda group: str(group.count), lambda group: group.count, RIGHT),
)


class GroupCard(Card):
    """A list of groups; `chosen` carries the key of the one that is selected in a tuple, or None.

    `opened` carries the key of the one that Enter or a double click asks for.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, subject: str, name: str, columns: Sequence[Column[Group]], empty: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(subject, parent=parent)
        self.table: DataTable[Group] = DataTable(name, columns, key=lambda group: group.key, empty=empty)
        self.table.setAccessibleName(subject)
        self.table.setMinimumHeight(3 * theme.ROW_HEIGHT)
        self.table.setToolTip("Chọn một dòng để chỉ xem khen thưởng ấy")
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(lambda group: self.opened.emit(group.key))
        self._all = link_button("Xem tất cả", self.table.clearSelection)
        self._all.hide()
        self.add_to_head(self._all)
        self.body.addWidget(self.table, 1)

    def _tell(self) -> None:
        current = self.table.current()
        self._all.setVisible(current is not None)
        self.chosen.emit(None if current is None else (current.key,))


def by_decision(entries: Sequence[AwardEntry]) -> list[Group]:
    """Return the awards grouped by their decisions, the latest decision first, those without one last."""
    counts = Counter(entry.award.decision_id for entry in entries)
    decisions = {entry.award.decision_id: entry.decision for entry in entries}
    groups = []
    for key, count in counts.items():
        decision = decisions[key]
        if decision is None:
            groups.append(Group(key, NO_DECISION, "", count, (0,)))
        else:
            day = decision.decided_on or date(decision.year, 12, 31)
            order = (-day.toordinal(), decision.number or "")
            authority = decision.authority.replace("Ủy ban nhân dân", "UBND")
            groups.append(Group(key, decision_text(decision), authority, count, order))
    return sorted(groups, key=lambda group: group.order)


def by_title(entries: Sequence[AwardEntry]) -> list[Group]:
    """Return the awards grouped by what was awarded, the highest first."""
    counts = Counter(entry.award.award_code for entry in entries)
    groups = [Group(code, award_name(code), "", count, (_rank(code), code)) for code, count in counts.items()]
    return sorted(groups, key=lambda group: group.order)


def award_name(code: str) -> str:
    """Return the name of an award, its code where an old list has one that is no more."""
    return award(code).name if code in catalogue() else code


def _rank(code: str) -> int:
    return award(code).rank if code in catalogue() else max(entry.rank for entry in catalogue().values()) + 1
