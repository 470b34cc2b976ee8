"""The members of the council: who sits in it, in what role and order, and what is still missing."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.domain.councils import Council, CouncilKind, CouncilRole, Member, MemberDraft
from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.domain.labels import label as words_for
from kimhoa_app.services import councils, staff
from kimhoa_app.services.staff import PersonEntry
from kimhoa_app.text.dates import list_date
from ui import theme
from ui.dialogs.council_member_forms import MemberForms
from ui.dialogs.council_member_rows import COLUMNS, seat_draft
from ui.pages.context import PageContext
from ui.theme import State
from ui.widgets.banner import Banner
from ui.widgets.buttons import danger_button, plain_button, primary_button
from ui.widgets.data_table import DataTable
from ui.widgets.filter_combo import Choice, FilterCombo
from ui.widgets.labels import label

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

_SIZE: Final = (940, 600)


class MembersDialog(QDialog):
    """The council in office on `day`; every change is written at once, and `changed` is called after it."""

    def __init__(
        self,
        context: PageContext,
        day: date,
        changed: Callable[[], object],
        parent: QWidget | None = None,
        kind: CouncilKind = CouncilKind.EMULATION,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thành viên Hội đồng")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.context = context
        self.day = day
        self.kind = kind
        self._changed = changed
        self.council: Council | None = None
        self._people: dict[int, PersonEntry] = {}
        self.banner = Banner()
        self.faults = Banner()
        self.table: DataTable[Member] = DataTable(
            "council-members", COLUMNS, key=lambda row: row.member_id, empty="Chưa có thành viên. Gõ tên để thêm."
        )
        self.picker: FilterCombo[int] = FilterCombo(prompt="gõ tên cán bộ rồi Enter để thêm")
        self.forms = MemberForms(self)
        self._build_buttons()
        self._lay_out()
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Read the council and the people again."""
        context, day, kind = self.context, self.day, self.kind
        context.runner.submit(
            lambda: (councils.read_council(context.workspace, day, kind), staff.list_people(context.workspace, day)),
            done=lambda found: self._show(*found),
            failed=self._say,
        )

    def add_picked(self) -> None:
        """Seat the person chosen in the list, with the post that is known, as a member."""
        self.picker.settle()  # Enter comes here before the field hears that typing has ended
        try:
            person_id = self.picker.value()
        except ValueError as error:
            self.banner.say(str(error))
            return
        if person_id is None or self.council is None:
            return
        person, council_id = self._people[person_id], self.council.council_id
        name = person.print_name or person.full_name
        draft = MemberDraft(name, person.position, CouncilRole.MEMBER, person_id)
        self._write(lambda workspace: councils.add_member(workspace, council_id, draft))
        self.picker.choose(None)
        self.picker.setFocus()

    def set_role(self, role: CouncilRole) -> None:
        """Give the selected members `role`."""
        drafts = [(each.member_id, seat_draft(each, role)) for each in self.table.selected()]

        def work(workspace: "Workspace") -> None:
            for member_id, draft in drafts:
                councils.change_member(workspace, member_id, draft)

        self._write(work)

    def move_selected(self, by: int) -> None:
        """Move the one selected member up or down in the list."""
        member = self.table.current()
        if member is None or self.council is None:
            return
        order = [each.member_id for each in self.council.members]
        here = order.index(member.member_id)
        there = here + by
        if 0 <= there < len(order):
            order[here], order[there] = order[there], order[here]
            self._write(lambda workspace: councils.reorder_members(workspace, order))

    def delete_selected(self) -> None:
        """Remove seats entered by mistake; each can be put back."""
        ids = [each.member_id for each in self.table.selected()]

        def work(workspace: "Workspace") -> None:
            for member_id in ids:
                councils.delete_member(workspace, member_id)

        self._write(work)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.delete_selected()
        else:
            super().keyPressEvent(event)

    def _show(self, council: Council | None, people: Sequence[PersonEntry]) -> None:
        self.council = council
        self._people = {person.id: person for person in people}
        seated = {member.person_id for member in council.members} if council else set()
        free = [person for person in people if person.id not in seated]
        self.picker.offer([Choice(each.id, each.print_name or each.full_name, each.position) for each in free])
        if council is None:
            return
        number = f"Quyết định {council.decision_number}" if council.decision_number else "Chưa ghi số quyết định"
        day = f" ngày {list_date(council.decision_date)}" if council.decision_date else ""
        self._heading.setText(f"{council.name} · {len(council.members)} thành viên")
        self._line.setText(number + day)
        self.table.show_rows(council.members)
        if council.faults:
            self.faults.say(" ".join(council.faults) + " Chọn một dòng rồi bấm “Vai trò”.", State.ATTENTION)
        else:
            self.faults.clear()

    def _write(self, work: Callable[["Workspace"], object]) -> None:
        context = self.context
        context.runner.submit(
            lambda: work(context.workspace), done=lambda _value: self.after_change(), failed=self._say
        )

    def after_change(self) -> None:
        """Say what was changed to whoever opened the dialog, and read the council again."""
        self.banner.clear()
        self._changed()
        self.reload()

    def _say(self, error: KimHoaError) -> None:
        self.banner.say(error.message)

    def _build_buttons(self) -> None:
        self.role_button = plain_button("Vai trò", self._role_menu)
        self.up_button = plain_button("Lên", partial(self.move_selected, -1))
        self.down_button = plain_button("Xuống", partial(self.move_selected, 1))
        self.edit_button = plain_button("Sửa", self.forms.change_selected)
        self.end_button = plain_button("Thôi tham gia…", self.forms.end_selected)
        self.delete_button = danger_button("Xóa", self.delete_selected)
        self.delete_button.setToolTip("Chỉ xóa được người ghi nhầm, chưa dự cuộc họp nào")

    def _role_menu(self) -> None:
        menu = QMenu(self)
        for role in CouncilRole:
            menu.addAction(words_for(role)).triggered.connect(partial(self._role_chosen, role))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.role_button.mapToGlobal(self.role_button.rect().bottomLeft()))

    def _role_chosen(self, role: CouncilRole, _checked: bool = False) -> None:
        self.set_role(role)

    def _lay_out(self) -> None:
        self._heading = label("Thành viên Hội đồng", "heading", wrap=True)
        self._line = label("", "muted")
        head = QHBoxLayout()
        head.addWidget(self._line)
        head.addStretch(1)
        head.addWidget(plain_button("Sửa quyết định", self.forms.change_decision, icon="edit"))
        head.addWidget(plain_button("Kiện toàn theo quyết định mới", self.forms.renew))
        adding = QHBoxLayout()
        adding.addWidget(self.picker, 1)
        self.add_button = plain_button("Thêm", self.add_picked, icon="add")
        adding.addWidget(self.add_button)
        adding.addWidget(plain_button("Người ngoài danh sách…", self.forms.add_outsider))
        below = QHBoxLayout()
        for button in self._row_buttons():
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(primary_button("Xong", self.accept))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addWidget(self.faults)
        layout.addLayout(adding)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height() - 60))

    def _row_buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.role_button,
            self.up_button,
            self.down_button,
            self.edit_button,
            self.end_button,
            self.delete_button,
        )

    def _connect(self) -> None:
        line = self.picker.lineEdit()
        if line is not None:
            line.returnPressed.connect(self.add_picked)
        self.table.opened.connect(self.forms.change)
        self.table.chosen.connect(self._enable)
        self._enable()
        self.picker.setFocus()

    def _enable(self) -> None:
        one, some = self.table.current() is not None, bool(self.table.selected())
        for button in (self.up_button, self.down_button, self.edit_button, self.end_button):
            button.setEnabled(one)
        self.role_button.setEnabled(some)
        self.delete_button.setEnabled(some)
