"""The card of the selected unit: what can be done, and who is in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kimhoa_app.domain.labels import label as words_of
from kimhoa_app.services.staff import PersonEntry
from kimhoa_app.services.units import Succession, UnitEntry, UnitRecord
from kimhoa_app.text.dates import list_date
from ui.pages.staff_parts.room import CARD_WIDTH
from ui.pages.staff_parts.timeline import rating_pair
from ui.widgets.buttons import danger_button, link_button, plain_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.pair_list import PairList
from ui.widgets.scroll_box import ScrollBox


class UnitCard(Card):
    """Shows one unit with its people, or what can be done with several; its signals say what was asked for."""

    edit_asked = Signal()
    rename_asked = Signal()
    merge_asked = Signal()
    dissolve_asked = Signal()
    delete_asked = Signal()
    people_asked = Signal()
    rating_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(CARD_WIDTH)
        self._name = label("", "subject", wrap=True)
        self._line = label("", "muted", wrap=True)
        self._members = PairList(124, left_look="")
        self.edit_button = plain_button("Sửa", self.edit_asked.emit, icon="edit")
        self.rename_button = plain_button("Đổi tên", self.rename_asked.emit)
        self.merge_button = plain_button("Sáp nhập", self.merge_asked.emit)
        self.dissolve_button = plain_button("Giải thể", self.dissolve_asked.emit)
        self.delete_button = danger_button("Xóa", self.delete_asked.emit, icon="delete")
        self.people_button = link_button("Xem trong danh sách cán bộ", self.people_asked.emit)
        self.rating_button = link_button("Ghi, sửa xếp loại", self.rating_asked.emit)
        self._changes, self._ratings = PairList(92), PairList(92)
        self._heads = {
            self._changes: label("Đổi tên, sáp nhập", "subject"),
            self._ratings: label("Xếp loại", "subject"),
        }
        self.record = UnitRecord()
        self._lay_out()
        self.show_units((), ())

    def show_units(self, chosen: Sequence[UnitEntry], people: Sequence[PersonEntry]) -> None:
        """Show the chosen units; `people` are those who work in the commune today."""
        one = chosen[0] if len(chosen) == 1 else None
        standing = bool(chosen) and all(unit.dissolved_on is None for unit in chosen)
        for button in (self.edit_button, self.delete_button):
            button.setEnabled(one is not None)
        for button in (self.rename_button, self.dissolve_button):
            button.setEnabled(one is not None and standing)
        self.merge_button.setEnabled(standing)
        self._name.setText(one.name if one else "")
        self._name.setVisible(one is not None)
        self._line.setText(_line(chosen))
        self.people_button.setVisible(one is not None and one.headcount > 0)
        members = [person for person in people if one is not None and person.unit_id == one.id]
        self._members.show_pairs([(person.full_name, person.position) for person in members])
        self.rating_button.setVisible(one is not None)
        self.show_record(UnitRecord())

    def show_record(self, record: UnitRecord) -> None:
        """Show what the unit came from and became, and its ratings by year."""
        self.record = record
        shown = {
            self._changes: [_succession_pair(each) for each in record.successions],
            self._ratings: [rating_pair(each) for each in record.ratings],
        }
        for pairs, rows in shown.items():
            self._heads[pairs].setVisible(bool(rows))
            pairs.setVisible(bool(rows))
            pairs.show_pairs(rows)
        self._scroll.settle()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setSpacing(8)
        buttons = (self.edit_button, self.rename_button, self.merge_button, self.dissolve_button, self.delete_button)
        for place, button in enumerate(buttons):
            grid.addWidget(button, place // 2, place % 2)
        self._scroll = ScrollBox()
        self._scroll.body.addWidget(self._members)
        self._scroll.body.addWidget(self.people_button, 0, Qt.AlignmentFlag.AlignLeft)
        for pairs, head in self._heads.items():
            self._scroll.body.addWidget(head)
            self._scroll.body.addWidget(pairs)
        self._scroll.body.addWidget(self.rating_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._name)
        self.body.addWidget(self._line)
        self.body.addLayout(grid)
        self.body.addWidget(self._scroll, 1)


def _succession_pair(each: Succession) -> tuple[str, str]:
    return list_date(each.day), f"Từ {each.name}" if each.went_before else f"Thành {each.name}"


def _line(chosen: Sequence[UnitEntry]) -> str:
    if not chosen:
        return "Chọn một tập thể để xem người và việc có thể làm."
    if len(chosen) > 1:
        people = sum(unit.headcount for unit in chosen)
        return f"Đã chọn {len(chosen)} tập thể, {people} người. Có thể sáp nhập vào một đơn vị."
    unit = chosen[0]
    parts = [words_of(unit.kind), f"{unit.headcount} người"]
    if unit.founded_on:
        parts.append(f"từ {list_date(unit.founded_on)}")
    if unit.dissolved_on:
        parts.append(f"đến hết ngày trước {list_date(unit.dissolved_on)}")
    return " · ".join(parts)
