"""The card of the selected person: the facts, what can be done, and what happened."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kimhoa_app.domain.labels import label as words_of
from kimhoa_app.services.staff import PersonEntry, PersonRecord
from kimhoa_app.text.dates import list_date
from ui.pages.attachments import AttachmentList
from ui.pages.staff_parts.people_columns import STATES, masked, status_word
from ui.pages.staff_parts.room import CARD_WIDTH
from ui.pages.staff_parts.timeline import (
    Pair,
    award_pair,
    discipline_pair,
    initiative_pair,
    merge_pair,
    post_pair,
    rating_pair,
    registration_pair,
    status_pair,
)
from ui.widgets.buttons import danger_button, link_button, plain_button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import label
from ui.widgets.pair_list import PairList
from ui.widgets.scroll_box import ScrollBox


class PersonCard(Card):
    """Shows a `PersonRecord`, or a sentence where no one person is selected; its signals say what was asked for."""

    edit_asked = Signal()
    move_asked = Signal()
    status_asked = Signal()
    take_back_asked = Signal()
    delete_asked = Signal()
    rating_asked = Signal()
    discipline_asked = Signal()
    split_asked = Signal()
    print_asked = Signal()
    save_asked = Signal(str)
    bulk_asked = Signal()
    merge_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(CARD_WIDTH)
        self.record: PersonRecord | None = None
        self._name = label("", "subject", wrap=True)
        self._chip = Chip()
        self._line = label("", "muted", wrap=True)
        self._facts = PairList(92)
        self._reveal = link_button("Hiện số căn cước", self.reveal)
        self.move_button = plain_button("Chuyển vị trí", self.move_asked.emit)
        self.edit_button = plain_button("Sửa", self.edit_asked.emit, icon="edit")
        self.status_button = plain_button("Tình trạng", self.status_asked.emit)
        self.delete_button = danger_button("Xóa", self.delete_asked.emit, icon="delete")
        self.take_back_button = link_button("Bỏ bước gần nhất", self.take_back_asked.emit)
        self.rating_button = link_button("Ghi, sửa xếp loại", self.rating_asked.emit)
        self.discipline_button = link_button("Ghi, sửa kỷ luật", self.discipline_asked.emit)
        self.split_button = link_button("Tách lại hồ sơ gộp gần nhất", self.split_asked.emit)
        self.print_button = plain_button("In quá trình", self.print_asked.emit)
        self.save_button = plain_button("Lưu tệp", lambda: None)
        self.with_national_id = QAction("Kèm số căn cước (CCCD)", self, checkable=True)
        self.bulk_button = plain_button("Sửa chung…", self.bulk_asked.emit, icon="edit")
        self.merge_button = plain_button("Gộp hai hồ sơ…", self.merge_asked.emit)
        self._groups = {name: (label(name, "subject"), PairList(92)) for name in GROUPS}
        self.files = AttachmentList("people")
        self._lay_out()
        self.show_nobody("")

    def show_nobody(self, line: str) -> None:
        """Show no person, and `line` in the place."""
        self.record = None
        self._name.hide()
        self._chip.hide()
        self._line.setText(line)
        self._line.show()
        for part in (self._scroll, self.bulk_button, self.merge_button):
            part.hide()

    def show_person(self, record: PersonRecord) -> None:
        """Show everything known of one person, the identity number masked."""
        self.record = record
        person = record.person
        self._name.setText(f"{person.honorific} {person.full_name}" if person.honorific else person.full_name)
        self._name.show()
        self._chip.show_state(status_word(person.status), STATES[person.status])
        self._line.setText(", ".join(part for part in (person.position, person.unit_name) if part))
        self._line.setVisible(bool(self._line.text()))
        self.move_button.setEnabled(person.status.is_here)
        self._reveal.setVisible(bool(person.national_id))
        self._reveal.setText("Hiện số căn cước")
        self._facts.show_pairs(_facts(person, masked(person.national_id or "")))
        self._show_groups(record)
        self.bulk_button.hide()
        self.merge_button.hide()
        self.with_national_id.setChecked(False)
        self._scroll.show()
        self._scroll.settle()

    def show_many(self, people: Sequence[PersonEntry]) -> None:
        """Say that several people are selected and what can be done with them."""
        self.show_nobody(f"Đã chọn {len(people)} người. Ctrl+C chép các dòng này để dán vào Excel; phím Delete xóa.")
        self.bulk_button.show()
        self.merge_button.setVisible(len(people) == 2)

    def reveal(self) -> None:
        """Show the whole identity number and put it on the clipboard."""
        if self.record is None or not self.record.person.national_id:
            return
        number = self.record.person.national_id
        self._facts.show_pairs(_facts(self.record.person, number))
        QGuiApplication.clipboard().setText(number)
        self._reveal.setText("Đã chép số căn cước")

    def _show_groups(self, record: PersonRecord) -> None:
        shown: dict[str, list[Pair]] = {
            POSTS: [post_pair(post) for post in record.posts],
            STATUSES: [status_pair(status) for status in record.statuses],
            AWARDS: [award_pair(award) for award in record.awards],
            RATINGS: [rating_pair(rating) for rating in record.ratings],
            DISCIPLINE: [discipline_pair(entry) for entry in record.disciplines],
            INITIATIVES: [initiative_pair(entry, record.person.id) for entry in record.initiatives],
            REGISTRATIONS: [registration_pair(stored) for stored in record.registrations],
            MERGES: [merge_pair(entry) for entry in record.merges],
        }
        for name, (head, pairs) in self._groups.items():
            head.setVisible(bool(shown[name]))
            pairs.setVisible(bool(shown[name]))
            pairs.show_pairs(shown[name])
        self.split_button.setVisible(bool(record.merges))
        self.take_back_button.setVisible(len(record.posts) > 1 or bool(record.statuses))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = ScrollBox()
        self._lay_out_facts(self._scroll.body)
        self.body.addLayout(head)
        self.body.addWidget(self._line)
        self.body.addWidget(self.bulk_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.merge_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._scroll, 1)
        self.body.addStretch(0)

    def _lay_out_facts(self, facts: QVBoxLayout) -> None:
        facts.addWidget(self._actions())
        facts.addWidget(self._facts)
        facts.addWidget(self._reveal, 0, Qt.AlignmentFlag.AlignLeft)
        links = {
            STATUSES: self.take_back_button,
            RATINGS: self.rating_button,
            DISCIPLINE: self.discipline_button,
            MERGES: self.split_button,
        }
        for name, (subject, pairs) in self._groups.items():
            facts.addSpacing(6)
            facts.addWidget(subject)
            facts.addWidget(pairs)
            if name in links:
                facts.addWidget(links[name], 0, Qt.AlignmentFlag.AlignLeft)
            if name == AWARDS:
                facts.addSpacing(6)
                facts.addWidget(self.files)

    def _actions(self) -> QWidget:
        actions = QWidget()
        grid = QGridLayout(actions)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setSpacing(8)
        buttons = (
            self.edit_button,
            self.move_button,
            self.status_button,
            self.delete_button,
            self.print_button,
            self.save_button,
        )
        self.save_button.setMenu(self._save_menu())
        for place, button in enumerate(buttons):
            grid.addWidget(button, place // 2, place % 2)
        return actions

    def _save_menu(self) -> QMenu:
        menu = QMenu(self.save_button)
        menu.addAction("Quá trình, tệp Word…", lambda: self.save_asked.emit(".docx"))
        menu.addAction("Quá trình, tệp PDF…", lambda: self.save_asked.emit(".pdf"))
        menu.addSeparator()
        menu.addAction(self.with_national_id)
        return menu


POSTS, STATUSES, AWARDS, RATINGS = "Chức vụ, đơn vị", "Tình trạng", "Danh hiệu, khen thưởng", "Xếp loại hằng năm"
DISCIPLINE, INITIATIVES, REGISTRATIONS, MERGES = "Kỷ luật", "Sáng kiến", "Đăng ký thi đua", "Hồ sơ đã gộp vào"
GROUPS = (POSTS, STATUSES, AWARDS, RATINGS, DISCIPLINE, INITIATIVES, REGISTRATIONS, MERGES)


def _facts(person: PersonEntry, national_id: str) -> list[Pair]:
    pairs = (
        ("Ngày sinh", person.birth.shown if person.birth else "chưa có"),
        ("Giới tính", words_of(person.gender) if person.gender else "chưa có"),
        ("Số căn cước", national_id or "chưa có"),
        ("Nhóm", words_of(person.group) if person.group else "chưa có"),
        ("Tuyển dụng", list_date(person.start_date) if person.start_date else ""),
        ("Tên in", person.print_name or ""),
        ("Ghi chú", person.note),
    )
    return [pair for pair in pairs if pair[1]]
