"""The same change for several people: a position, a unit, a group, a status, a rating of a year."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from kimhoa_app.domain.people import Rating, StaffGroup, WorkStatus
from kimhoa_app.services.staff import PersonEntry
from kimhoa_app.services.staff_bulk import BulkChange, change_many
from kimhoa_app.services.undoing import Step
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.dialogs.person import KnownStaff, chosen_unit
from ui.dialogs.person_facts import OLDEST_YEAR
from ui.widgets.date_edit import DateEdit
from ui.widgets.enum_combo import EnumCombo
from ui.widgets.filter_combo import Choice
from ui.widgets.number_edit import NumberEdit
from ui.widgets.open_combo import OpenCombo

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

_STAYS = "giữ nguyên"


def bulk_dialog(
    runner: Runner,
    workspace: "Workspace",
    known: KnownStaff,
    people: Sequence[PersonEntry],
    done: Callable[[Step | None], object],
    parent: QWidget | None = None,
) -> FormDialog:
    """Return the form of a change of all `people`; what is left empty stays with each. `done` gets the step."""

    def save(values: dict[str, Any]) -> Step | None:
        unit_id, new_unit = chosen_unit(values)
        kept = {field: value for field, value in values.items() if field != "unit"}
        return change_many(workspace, [one.id for one in people], BulkChange(unit_id, new_unit, **kept))

    dialog = FormDialog(
        runner,
        f"Sửa chung {len(people)} người",
        save,
        done,
        explain="Mục nào để trống thì giữ nguyên của từng người. Sửa tất cả hoặc không sửa ai; hoàn tác được.",
        save_text=f"Sửa {len(people)} người",
        columns=2,
        parent=parent,
    )
    form = dialog.form
    position = QLineEdit()
    position.setPlaceholderText(_STAYS)
    form.add("position", "Chức vụ, chức danh", position)
    form.add("unit", "Đơn vị", OpenCombo([Choice(one.id, one.name) for one in known.units], prompt=_STAYS))
    form.add("group", "Nhóm", EnumCombo(tuple(StaffGroup), none_text=_STAYS))
    form.add("status", "Tình trạng", EnumCombo(tuple(WorkStatus), none_text=_STAYS))
    form.add("from_day", "Từ ngày", DateEdit(), help_text="Để trống: sửa chỗ ghi sai của vị trí hiện nay.", wide=True)
    form.add("rating", "Xếp loại", EnumCombo(tuple(Rating), none_text=_STAYS))
    form.add("year", "của năm", NumberEdit(OLDEST_YEAR, workspace.today.year))
    form.fill({"year": workspace.today.year})
    return dialog
