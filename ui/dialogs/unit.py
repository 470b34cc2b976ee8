"""A unit added or corrected, and what becomes of units from a day on: a new name, a merger, an end."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.units import UnitDraft, UnitKind
from kimhoa_app.services import units
from kimhoa_app.services.units import Succeeded, UnitEntry
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.enum_combo import EnumCombo
from ui.widgets.filter_combo import Choice
from ui.widgets.form import Form
from ui.widgets.open_combo import OpenCombo

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

Done = Callable[[Any], object]


def draft_of(unit: UnitEntry) -> UnitDraft:
    """Return the draft that says of a unit what the register says."""
    return UnitDraft(unit.name, unit.kind, unit.short_name, unit.founded_on, unit.dissolved_on)


def unit_dialog(
    runner: Runner, workspace: "Workspace", unit: UnitEntry | None, done: Done, parent: QWidget | None = None
) -> FormDialog:
    """Return the form of one unit; without `unit` of a new one. `done` gets the number."""

    def save(values: dict[str, Any]) -> int:
        if unit is None:
            return units.add_unit(workspace, UnitDraft(**values))
        units.change_unit(workspace, unit.id, replace(draft_of(unit), **values))
        return unit.id

    dialog = FormDialog(
        runner,
        "Thêm tập thể" if unit is None else f"Sửa: {unit.name}",
        save,
        done,
        explain="Phòng, trung tâm, trường học, thôn… đăng ký và được xét danh hiệu tập thể."
        if unit is None
        else "Sửa chỗ ghi sai. Đổi tên theo quyết định từ một ngày thì dùng “Đổi tên”.",
        save_text="Thêm tập thể" if unit is None else "Lưu",
        parent=parent,
    )
    _add_name(dialog.form)
    dialog.form.add("founded_on", "Ngày thành lập", DateEdit(), help_text="Để trống: có từ trước đến nay.")
    if unit is not None:
        dialog.form.fill({"name": unit.name, "kind": unit.kind, "short_name": unit.short_name})
        dialog.form.fill({"founded_on": unit.founded_on})
    return dialog


def rename_dialog(
    runner: Runner, workspace: "Workspace", unit: UnitEntry, done: Done, parent: QWidget | None = None
) -> FormDialog:
    """Return the form of a unit's new name from a day on; `done` gets what took over."""

    def save(values: dict[str, Any]) -> Succeeded:
        if values["name"] == unit.name:
            raise InvalidInput("name", "Ghi tên mới, khác tên đang dùng.")
        draft = UnitDraft(values["name"], values["kind"], values["short_name"])
        return units.succeed_units(workspace, [unit.id], draft, values["day"])

    dialog = FormDialog(
        runner,
        f"Đổi tên: {unit.name}",
        save,
        done,
        explain="Người của đơn vị chuyển sang tên mới từ ngày này; văn bản trước đó vẫn giữ tên cũ.",
        save_text="Đổi tên",
        parent=parent,
    )
    _add_name(dialog.form, "Tên mới")
    dialog.form.add("day", "Từ ngày", DateEdit(), required=True)
    dialog.form.fill({"name": unit.name, "kind": unit.kind, "day": workspace.today})
    return dialog


def merge_dialog(
    runner: Runner,
    workspace: "Workspace",
    merged: Sequence[UnitEntry],
    standing: Sequence[UnitEntry],
    done: Done,
    parent: QWidget | None = None,
) -> FormDialog:
    """Return the form that merges units into one of the `standing` ones, or a new one; `done` gets what took over."""

    def save(values: dict[str, Any]) -> Succeeded:
        into = values["name"]
        successor = UnitDraft(into, merged[0].kind) if isinstance(into, str) else int(into)
        return units.succeed_units(workspace, [unit.id for unit in merged], successor, values["day"])

    names = ", ".join(unit.name for unit in merged)
    people = sum(unit.headcount for unit in merged)
    dialog = FormDialog(
        runner,
        f"Sáp nhập {len(merged)} đơn vị" if len(merged) > 1 else f"Sáp nhập: {names}",
        save,
        done,
        explain=f"{names}: từ ngày này {people} người chuyển sang đơn vị tiếp nhận; văn bản trước đó giữ tên cũ.",
        save_text="Sáp nhập",
        parent=parent,
    )
    gone = {unit.id for unit in merged}
    choices = [Choice(unit.id, unit.name) for unit in standing if unit.id not in gone]
    into: OpenCombo[int] = OpenCombo(choices, prompt="chọn, hoặc gõ tên đơn vị mới")
    dialog.form.add("name", "Đơn vị tiếp nhận", into, required=True)
    dialog.form.add("day", "Từ ngày", DateEdit(), required=True)
    dialog.form.fill({"day": workspace.today})
    return dialog


def dissolve_dialog(
    runner: Runner, workspace: "Workspace", unit: UnitEntry, done: Done, parent: QWidget | None = None
) -> FormDialog:
    """Return the form that ends a unit on a day."""
    dialog = FormDialog(
        runner,
        f"Giải thể: {unit.name}",
        lambda values: units.dissolve_unit(workspace, unit.id, values["day"]),
        done,
        explain="Dùng khi không có đơn vị nào tiếp nhận. Kết quả các năm trước của đơn vị vẫn giữ nguyên.",
        save_text="Giải thể",
        parent=parent,
    )
    dialog.form.add("day", "Từ ngày", DateEdit(), required=True)
    dialog.form.fill({"day": workspace.today})
    return dialog


def _add_name(form: Form, name: str = "Tên đơn vị") -> None:
    form.add("name", name, QLineEdit(), required=True)
    form.add("kind", "Loại", EnumCombo(tuple(UnitKind)))
    form.add("short_name", "Tên gọi tắt", QLineEdit(), help_text="Cũng được nhận ra khi nhập danh sách từ Excel.")
