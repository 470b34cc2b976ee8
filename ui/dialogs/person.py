"""A person added to the staff, or what the register says of one corrected."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QLineEdit, QWidget

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.namesakes import namesakes
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import Gender, PersonDraft, StaffGroup
from kimhoa_app.services import staff
from kimhoa_app.services.staff import PersonEntry
from kimhoa_app.services.units import UnitEntry
from kimhoa_app.text.search_keys import search_key
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.widgets.date_edit import DateEdit, PartialDateEdit
from ui.widgets.enum_combo import EnumCombo
from ui.widgets.filter_combo import Choice
from ui.widgets.form import Form
from ui.widgets.open_combo import OpenCombo

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class KnownStaff:
    """Everybody, here or gone, and the units that stand today: what the forms need not ask again."""

    people: Sequence[PersonEntry] = ()
    units: Sequence[UnitEntry] = ()

    @property
    def positions(self) -> list[str]:
        """The positions that somebody has, each once."""
        return sorted({person.position for person in self.people if person.position})


class PersonDialog(FormDialog):
    """The form of one person; without `person` a new one. `done` gets the person's number."""

    def __init__(
        self,
        runner: Runner,
        workspace: "Workspace",
        known: KnownStaff,
        done: Callable[[int], object],
        *,
        person: PersonEntry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            runner,
            "Thêm người" if person is None else f"Sửa: {person.full_name}",
            lambda values: save_person(workspace, person, values),
            done,
            explain="Mỗi người nhập một lần; mọi danh sách và văn bản lấy từ đây."
            if person is None
            else "Sửa chỗ ghi sai. Chuyển chức vụ hay đơn vị từ một ngày thì dùng “Chuyển vị trí”.",
            save_text="Thêm người" if person is None else "Lưu",
            columns=2,
            parent=parent,
        )
        self._known = known
        self._person = person
        self._add_facts()
        if person is None or person.status.is_here:
            add_post_fields(self.form, known)
            unit = self.form.field("unit").editor
            assert isinstance(unit, OpenCombo)
            unit.left.connect(self._note_namesakes)
            unit.activated.connect(self._note_namesakes)
        self._add_work()
        if person is not None:
            self.form.fill(_shown(self.form, person))

    def _add_facts(self) -> None:
        name = QLineEdit()
        self.form.add("full_name", "Họ và tên", name, required=True, wide=True)
        self._name, self._birth = name, PartialDateEdit()
        self.form.add("birth", "Ngày sinh", self._birth)
        for edit in (self._name, self._birth):
            edit.textChanged.connect(self._note_namesakes)
        self.form.add("gender", "Giới tính", EnumCombo(tuple(Gender), none_text="Chưa rõ"))
        self.form.add("national_id", "Số căn cước (CCCD)", QLineEdit())
        honorific = QLineEdit()
        honorific.setPlaceholderText("Ông, Bà, Đồng chí")
        self.form.add("honorific", "Xưng hô trong văn bản", honorific)

    def _add_work(self) -> None:
        self.form.add("start_date", "Ngày tuyển dụng", DateEdit())
        if self._person is None:
            self.form.add("from_day", "Giữ vị trí này từ ngày", DateEdit(), help_text="Để trống: từ trước đến nay.")
        print_name = QLineEdit()
        print_name.setPlaceholderText("để trống: như họ và tên")
        self.form.add("print_name", "Tên in trên giấy khen", print_name)
        self.form.add("note", "Ghi chú", QLineEdit(), wide=self._person is None)

    def _note_namesakes(self) -> None:
        """Say at once under the name who is known by it already, or by one close to it."""
        own = self._person.id if self._person is not None else None
        others = [one for one in self._known.people if one.id != own]
        same = namesakes(self._name.text(), others, self._typed_birth(), self._chosen_unit())
        self.form.field("full_name").show_remark(_namesake_remark(same, self._name.text()))

    def _typed_birth(self) -> PartialDate | None:
        try:
            return self._birth.partial_date()
        except ValueError:
            return None

    def _chosen_unit(self) -> int | None:
        if not self.form.has("unit"):
            return None
        unit = self.form.field("unit").editor
        assert isinstance(unit, OpenCombo)
        chosen = unit.value()
        return chosen if isinstance(chosen, int) else None


def add_post_fields(form: Form, known: KnownStaff) -> None:
    """Add the fields of a post: position, unit, group, leader; the unit may be a new one."""
    position = QLineEdit()
    completer = QCompleter(known.positions, position)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    position.setCompleter(completer)
    form.add("position", "Chức vụ, chức danh", position)
    unit: OpenCombo[int] = OpenCombo(
        [Choice(one.id, one.name) for one in known.units], prompt="chọn, hoặc gõ tên đơn vị mới"
    )
    form.add("unit", "Đơn vị", unit)

    def remark() -> None:
        new = unit.new_name
        form.field("unit").show_remark(f"“{new}” là đơn vị mới, sẽ được thêm vào Tập thể." if new else "")

    unit.left.connect(remark)
    unit.activated.connect(lambda _place: remark())
    form.add("group", "Nhóm", EnumCombo(tuple(StaffGroup), none_text="Chưa rõ"))
    form.add("is_leader", "Lãnh đạo", QCheckBox("Là lãnh đạo, quản lý"))


def chosen_unit(values: dict[str, Any]) -> tuple[int | None, str]:
    """Return the number of the chosen unit, or None and the name of a new one."""
    unit = values.get("unit")
    return (None, unit) if isinstance(unit, str) else (unit, "")


def save_person(workspace: "Workspace", person: PersonEntry | None, values: dict[str, Any]) -> int:
    """Add a person from the values of the form, or correct `person`, and return the number.

    Raises InvalidInput, also for a first day after today, when nobody could see the person yet.
    """
    unit_id, new_unit = chosen_unit(values)
    draft = PersonDraft(
        unit_id=unit_id, **{field: value for field, value in values.items() if field not in ("unit", "from_day")}
    )
    if person is not None:
        staff.correct_person(workspace, person.id, draft, new_unit=new_unit)
        return person.id
    from_day = values["from_day"]
    if from_day is not None and from_day > workspace.today:
        raise InvalidInput("from_day", "Ngày này ở sau hôm nay; hãy thêm khi người này đã nhận việc.")
    return staff.add_person(workspace, draft, from_day, new_unit=new_unit)


def _shown(form: Form, person: PersonEntry) -> dict[str, Any]:
    values = {field: getattr(person, field) for field in (*_FIELDS, *_POST_FIELDS) if form.has(field)}
    return values | ({"unit": person.unit_id} if form.has("unit") else {})


_FIELDS = ("full_name", "birth", "gender", "national_id", "honorific", "start_date", "print_name", "note")
_POST_FIELDS = ("position", "group", "is_leader")


def _namesake_remark(same: Sequence[PersonEntry], typed: str) -> str:
    if not same:
        return ""
    whom = "; ".join(_told_apart(one) for one in same)
    gone = all(not one.status.is_here for one in same)
    alike = "cùng tên" if any(search_key(one.full_name) == search_key(typed) for one in same) else "tên gần giống"
    what = f"Đã có người {alike}, nay không còn ở đây" if gone else f"Đã có người {alike}"
    return f"{what}: {whom}. Nếu là người khác thì cứ lưu."


def _told_apart(one: PersonEntry) -> str:
    known = ", ".join(part for part in (one.birth.shown if one.birth else "", one.position, one.unit_name) if part)
    return f"{one.full_name} ({known or 'chưa có thông tin khác'})"
