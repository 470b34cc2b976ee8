"""What happens to a person from a day on: a new post, a leave, a farewell."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.people import WorkStatus
from kimhoa_app.services import staff
from kimhoa_app.services.staff import PersonEntry
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.dialogs.person import KnownStaff, add_post_fields, chosen_unit
from ui.widgets.date_edit import DateEdit
from ui.widgets.enum_combo import EnumCombo

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace


def move_dialog(
    runner: Runner,
    workspace: "Workspace",
    known: KnownStaff,
    person: PersonEntry,
    done: Callable[[Any], object],
    parent: QWidget | None = None,
) -> FormDialog:
    """Return the form of a new post of `person` from a day on; `done` gets that day."""
    dialog = FormDialog(
        runner,
        f"Chuyển vị trí: {person.full_name}",
        lambda values: _move(workspace, person, values),
        done,
        explain="Danh sách và văn bản trước ngày này vẫn giữ chức vụ, đơn vị cũ.",
        save_text="Chuyển vị trí",
        columns=2,
        parent=parent,
    )
    dialog.form.add("from_day", "Từ ngày", DateEdit(), required=True, wide=True)
    add_post_fields(dialog.form, known)
    dialog.form.fill(
        {
            "from_day": workspace.today,
            "position": person.position,
            "unit": person.unit_id,
            "group": person.group,
            "is_leader": person.is_leader,
        }
    )
    return dialog


def _move(workspace: "Workspace", person: PersonEntry, values: dict[str, Any]) -> date:
    """Write the new post and return the day on which it begins; raises InvalidInput where it is the present one."""
    unit_id, new_unit = chosen_unit(values)
    position, group, is_leader = values["position"], values["group"], values["is_leader"]
    present = (person.position, person.unit_id, "", person.group, person.is_leader)
    if (position, unit_id, new_unit, group, is_leader) == present:
        raise InvalidInput("position", "Chưa có gì thay đổi so với vị trí hiện nay.")
    day: date = values["from_day"]
    staff.move_person(workspace, person.id, unit_id, position, day, group=group, is_leader=is_leader, new_unit=new_unit)
    return day


def status_dialog(
    runner: Runner,
    workspace: "Workspace",
    person: PersonEntry,
    done: Callable[[Any], object],
    parent: QWidget | None = None,
) -> FormDialog:
    """Return the form of a new status of `person` from a day on; `done` gets the status and that day."""

    def save(values: dict[str, Any]) -> tuple[WorkStatus, date]:
        staff.set_status(workspace, person.id, values["status"], values["from_day"], values["note"])
        return values["status"], values["from_day"]

    dialog = FormDialog(
        runner,
        f"Đổi tình trạng: {person.full_name}",
        save,
        done,
        explain="Người chuyển đi hoặc nghỉ hưu ra khỏi danh sách từ ngày này; quá trình và khen thưởng vẫn giữ nguyên.",
        save_text="Đổi tình trạng",
        parent=parent,
    )
    others = [status for status in WorkStatus if status is not person.status]
    dialog.form.add("status", "Tình trạng mới", EnumCombo(others))
    dialog.form.add("from_day", "Từ ngày", DateEdit(), required=True)
    dialog.form.add("note", "Ghi chú", QLineEdit(), help_text="Ví dụ: nơi chuyển đến, số quyết định.")
    dialog.form.fill({"from_day": workspace.today})
    return dialog
