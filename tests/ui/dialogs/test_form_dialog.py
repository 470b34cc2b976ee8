from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.errors import InvalidInput, Refused
from ui.background import ImmediateRunner
from ui.dialogs.base import FormDialog
from ui.dialogs.bug_report import BugReport

Save = Callable[[dict[str, Any]], Any]


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[[Save, Callable[[Any], object]], FormDialog]:
    def make(save: Save, done: Callable[[Any], object]) -> FormDialog:
        dialog = FormDialog(ImmediateRunner(), "Thêm cán bộ", save, done)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.form.add("full_name", "Họ và tên", QLineEdit(), required=True)
        dialog.form.add("note", "Ghi chú", QLineEdit())
        dialog.open()
        return dialog

    return make


def test_enter_saves_and_closes_and_hands_on_the_result(opened: Any, qtbot: QtBot) -> None:
    results: list[str] = []
    dialog = opened(lambda values: values["full_name"].upper(), results.append)
    qtbot.keyClicks(dialog.form.field("full_name").editor, "Le Binh")
    qtbot.keyClick(dialog.form.field("full_name").editor, Qt.Key.Key_Return)
    assert results == ["LE BINH"]
    assert dialog.isHidden()


def test_escape_leaves_without_saving(opened: Any, qtbot: QtBot) -> None:
    dialog = opened(
        lambda _values: pytest.fail("must not be called"), lambda _result: pytest.fail("must not be called")
    )
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_a_refused_value_keeps_the_dialog_open_and_stands_at_its_field(opened: Any, qtbot: QtBot) -> None:
    def refuse(_values: dict[str, Any]) -> None:
        raise InvalidInput("full_name", "Đã có người này.")

    dialog = opened(refuse, lambda _result: pytest.fail("must not be called"))
    dialog.form.fill({"full_name": "Lê Bình"})
    dialog.save()
    assert dialog.isVisible()
    assert dialog.form.field("full_name").error == "Đã có người này."
    assert dialog.save_button.isEnabled()


def test_another_refusal_stands_above_the_form(opened: Any) -> None:
    def refuse(_values: dict[str, Any]) -> None:
        raise Refused("Đã hết hạn đăng ký.")

    dialog = opened(refuse, lambda _result: pytest.fail("must not be called"))
    dialog.form.fill({"full_name": "Lê Bình"})
    dialog.save()
    assert dialog.banner.text == "Đã hết hạn đăng ký."


def test_nothing_is_saved_while_a_required_field_is_empty(opened: Any) -> None:
    dialog = opened(
        lambda _values: pytest.fail("must not be called"), lambda _result: pytest.fail("must not be called")
    )
    dialog.save()
    assert dialog.form.field("full_name").error


def test_the_report_of_a_bug_can_be_copied(qtbot: QtBot, tmp_path: Any) -> None:
    from PySide6.QtGui import QGuiApplication

    report = BugReport("Kim Hoa 0.1.0 · KeyError · staff.py:12 (add)", tmp_path)
    qtbot.addWidget(report)
    report.copy()
    assert QGuiApplication.clipboard().text() == "Kim Hoa 0.1.0 · KeyError · staff.py:12 (add)"
