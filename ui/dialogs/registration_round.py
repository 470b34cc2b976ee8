"""Opening the round of a year, and changing its days."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from kimhoa_app.domain.registrations import RegistrationRound
from kimhoa_app.services import registrations
from kimhoa_app.services.workspace import Workspace
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.widgets.date_edit import DateEdit

Done = Callable[[RegistrationRound], object]


def open_round_dialog(
    workspace: Workspace, runner: Runner, proposed: RegistrationRound, ground: str, done: Done, parent: QWidget
) -> FormDialog:
    """Return a dialog that opens the round with the days proposed, or others."""

    def save(values: dict[str, Any]) -> RegistrationRound:
        return registrations.open_round(workspace, proposed.year, values["opens_on"], values["deadline"])

    return _dialog(runner, f"Mở đợt đăng ký năm {proposed.year}", "Mở đợt", save, done, proposed, ground, parent)


def change_round_dialog(
    workspace: Workspace, runner: Runner, entry: RegistrationRound, done: Done, parent: QWidget
) -> FormDialog:
    """Return a dialog that changes the days of a round; `done` gets the round as it was before."""

    def save(values: dict[str, Any]) -> RegistrationRound:
        registrations.change_round(workspace, entry.year, values["opens_on"], values["deadline"])
        return entry

    help_text = "Đăng ký sau ngày này được ghi là trễ hạn; đổi hạn thì tính lại cho mọi đăng ký đã có."
    return _dialog(runner, f"Ngày của đợt đăng ký năm {entry.year}", "Lưu", save, done, entry, help_text, parent)


def _dialog(
    runner: Runner,
    heading: str,
    save_text: str,
    save: Callable[[dict[str, Any]], RegistrationRound],
    done: Done,
    shown: RegistrationRound,
    help_text: str,
    parent: QWidget,
) -> FormDialog:
    dialog = FormDialog(runner, heading, save, done, save_text=save_text, parent=parent)
    dialog.form.add("opens_on", "Nhận đăng ký từ ngày", DateEdit(), required=True)
    dialog.form.add("deadline", "Hạn đăng ký", DateEdit(), required=True, help_text=help_text)
    dialog.form.fill({"opens_on": shown.opens_on, "deadline": shown.deadline})
    return dialog
