"""Registering households of one village for Gia đình văn hóa, by the names of their heads."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kimhoa_app.services.households import register_households
from kimhoa_app.services.registrations import Registered
from kimhoa_app.services.workspace import Workspace
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.widgets.date_edit import DateEdit

Village = tuple[int, str]


def households_dialog(
    workspace: Workspace,
    runner: Runner,
    year: int,
    villages: Sequence[Village],
    day: date,
    done: Callable[[Registered], object],
    parent: QWidget,
) -> FormDialog:
    """Return a dialog that registers households of one of the `villages`; `done` gets what came of it."""

    def save(values: dict[str, Any]) -> Registered:
        heads = values["head_names"].splitlines()
        return register_households(
            workspace, year, values["village_id"], heads, values["registered_on"], values["note"]
        )

    dialog = FormDialog(
        runner, f"Hộ gia đình đăng ký năm {year}", save, done,
        explain="Danh hiệu Gia đình văn hóa. Hộ chưa có trong dữ liệu được thêm luôn; hộ đã đăng ký thì bỏ qua.",
        save_text="Đăng ký", parent=parent,
    )  # fmt: skip
    village, heads = QComboBox(), QPlainTextEdit()
    for number, name in villages:
        village.addItem(name, number)
    heads.setPlaceholderText("Mỗi dòng một chủ hộ; dán được từ Excel")
    heads.setMinimumHeight(160)
    dialog.form.add("village_id", "Thôn, tổ dân phố", village, required=True)
    dialog.form.add("head_names", "Họ và tên chủ hộ", heads, required=True)
    dialog.form.add("registered_on", "Ngày đăng ký", DateEdit(), required=True)
    dialog.form.add("note", "Ghi chú", QLineEdit())
    dialog.form.fill({"registered_on": day})
    return dialog
