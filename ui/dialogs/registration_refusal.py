"""Recording that an authority above refused what was registered and put forward."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from kimhoa_app.domain.registration_fates import Fate, title_of
from kimhoa_app.services.registration_fates import refuse_above
from kimhoa_app.services.workspace import Workspace
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.widgets.date_edit import DateEdit


def refusal_dialog(
    workspace: Workspace, runner: Runner, fate: Fate, done: Callable[[object], object], parent: QWidget
) -> FormDialog:
    """Return a dialog that asks when and why the authority refused."""

    def save(values: dict[str, Any]) -> None:
        refuse_above(workspace, fate.line.registration_id, values["refused_on"], values["refusal"])

    dialog = FormDialog(
        runner, f"Cấp trên không tặng {fate.line.name}", save, done, explain=title_of(fate.line), parent=parent
    )
    reason = QLineEdit()
    reason.setPlaceholderText("Ví dụ: UBND tỉnh, chưa đủ tỷ lệ theo quy định")
    dialog.form.add("refused_on", "Ngày văn bản của cấp trên", DateEdit(), required=True)
    dialog.form.add("refusal", "Cấp nào, vì sao", reason, required=True)
    dialog.form.fill({"refused_on": workspace.today})
    return dialog
