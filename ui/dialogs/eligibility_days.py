"""The days for which a year is assessed, which say under which rules."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from kimhoa_app.services import eligibility_days
from kimhoa_app.services.eligibility import Assessment
from kimhoa_app.services.eligibility_days import Days
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace


def eligibility_days_dialog(
    workspace: "Workspace", runner: Runner, shown: Assessment, done: Callable[[Days], object], parent: QWidget
) -> FormDialog:
    """Return a dialog that changes the days of `shown`; `done` gets those that were named before, for undoing."""

    def save(values: dict[str, Any]) -> Days:
        return eligibility_days.name_days(workspace, shown.year, values["decided_on"], values["received_on"])

    dialog = FormDialog(
        runner, f"Ngày xét năm {shown.year}", save, done,
        explain="Quy định áp dụng theo ngày nhận hồ sơ và ngày quyết định; phiếu đối chiếu in theo hai ngày này.",
        parent=parent,
    )  # fmt: skip
    dialog.form.add("received_on", "Ngày cấp có thẩm quyền nhận hồ sơ", DateEdit(), help_text="Để trống: 01/12.")
    dialog.form.add("decided_on", "Ngày quyết định khen thưởng (dự kiến)", DateEdit(), help_text="Để trống: 31/12.")
    dialog.form.fill({"received_on": shown.received_on, "decided_on": shown.decided_on})
    return dialog
