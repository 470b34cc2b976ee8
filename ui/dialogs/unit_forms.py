"""Which units a form is made for: how far each is stands beside its name."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from kimhoa_app.services.registration_progress import UnitProgress
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.widgets.filter_combo import Choice
from ui.widgets.pick_list import PickList


def unit_forms_dialog(
    runner: Runner, year: int, units: Sequence[UnitProgress], done: Callable[[tuple[int, ...]], object], parent: QWidget
) -> FormDialog:
    """Return a dialog that picks units, at first those where something is missing; `done` gets their numbers."""
    dialog = FormDialog(
        runner, f"Phiếu đăng ký năm {year} gửi các đơn vị", _picked, done,
        explain="Mỗi đơn vị một tệp Excel điền sẵn, và một tệp .zip của tất cả; tệp gửi về thì nhập lại vào đây.",
        save_text="Chọn thư mục…", columns=2, parent=parent,
    )  # fmt: skip
    picks: PickList[int] = PickList("Chỉ hiện nơi còn thiếu")
    there = [(each.unit_id, each) for each in units if each.unit_id is not None]
    waiting = [unit_id for unit_id, each in there if not each.is_complete]
    picks.offer([Choice(unit_id, each.unit, standing(each)) for unit_id, each in there], waiting)
    dialog.form.add("units", "Đơn vị", picks, wide=True, required=True)
    picks.pick(waiting or [unit_id for unit_id, _each in there])
    return dialog


def standing(unit: UnitProgress) -> str:
    """Return how far a unit is: "4/5 người, 1 trễ hạn; tập thể chưa đăng ký"."""
    people = f"{unit.done}/{unit.total} người" if unit.total else ""
    late = f"{unit.late} trễ hạn" if unit.late else ""
    collective = "" if unit.collective is None else f"tập thể {'đã' if unit.collective else 'chưa'} đăng ký"
    if unit.collective_late:
        collective += " (trễ hạn)"
    return "; ".join(part for part in (", ".join(filter(None, (people, late))), collective) if part)


def _picked(values: dict[str, Any]) -> tuple[int, ...]:
    units: tuple[int, ...] = values["units"]
    return units
