from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.office import Signer, SigningCapacity
from kimhoa_app.services import office, settings
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.places import OFFICE, Places
from ui import preferences, theme
from ui.application import dress
from ui.pages.settings import SettingsPage
from ui.pages.settings_parts.rules import RuleRow


@pytest.fixture
def places(workspace: Workspace) -> Places:
    office.set_up(workspace, OFFICE, [Signer("Phan Văn Thành", SigningCapacity.HEAD, "Chủ tịch")])
    return Places(workspace)


@pytest.fixture
def page(qtbot: QtBot, places: Places) -> SettingsPage:
    made = SettingsPage()
    qtbot.addWidget(made)
    made.resize(1130, 700)
    made.show()
    made.open(places.context())
    return made


def rule(page: SettingsPage, key: str) -> RuleRow:
    page.focus_on(part="quy-tac")
    return page.rules.rows[key]


def type_over(qtbot: QtBot, row: RuleRow, text: str) -> None:
    assert isinstance(row.editor, QLineEdit)
    row.editor.setText(text)
    qtbot.keyClick(row.editor, Qt.Key.Key_Return)


def test_a_rule_is_saved_when_it_is_left_and_can_be_taken_back(
    qtbot: QtBot, page: SettingsPage, places: Places
) -> None:
    row = rule(page, "threshold.commune_basic")
    type_over(qtbot, row, "75")
    assert settings.read_settings(places.workspace).percent("threshold.commune_basic") == 7500
    assert places.announced == ["settings"]
    assert places.undo is not None
    places.undo()
    assert "threshold.commune_basic" not in settings.read_settings(places.workspace).stored


def test_what_a_rule_cannot_hold_is_refused_beside_its_field(qtbot: QtBot, page: SettingsPage, places: Places) -> None:
    row = rule(page, "quorum")
    type_over(qtbot, row, "3/2")
    assert "2/3" in row.error
    assert page.banner.text == ""
    assert settings.read_settings(places.workspace).stored == {}
    type_over(qtbot, row, "2/3")
    assert row.error == ""


def test_confirming_a_rule_takes_its_mark_away_and_the_default_brings_it_back(
    page: SettingsPage, places: Places
) -> None:
    row = rule(page, "vote_base")
    assert row._chip.isVisibleTo(row)
    assert page._heading.text() == "Còn 16 quy tắc chưa xác nhận"
    row.confirm.click()
    page.refresh()
    assert not row._chip.isVisibleTo(row)
    assert page._heading.text() == "Còn 15 quy tắc chưa xác nhận"
    row.restore.click()
    page.refresh()
    assert row._chip.isVisibleTo(row)


def test_a_choice_is_saved_at_once(qtbot: QtBot, page: SettingsPage, places: Places) -> None:
    row = rule(page, "registration.force")
    assert isinstance(row.editor, QComboBox)
    row.editor.setFocus()
    qtbot.keyClick(row.editor, Qt.Key.Key_Down)
    assert settings.read_settings(places.workspace).choice("registration.force") == "ignore"


def test_the_office_is_called_otherwise_from_a_day_on(page: SettingsPage, places: Places) -> None:
    dialog = page.office.rename()
    assert dialog is not None
    dialog.form.fill({"valid_from": date(2027, 1, 1), "name": "Hoa Sơn"})
    dialog.save()
    periods = [entry.period for entry in office.list_periods(places.workspace)]
    assert [(period.name, period.valid_to) for period in periods] == [
        ("Kim Hoa", date(2026, 12, 31)),
        ("Hoa Sơn", None),
    ]
    assert places.announced == ["office"]


def test_a_new_name_that_is_the_old_one_is_refused_at_its_field(page: SettingsPage) -> None:
    dialog = page.office.rename()
    assert dialog is not None
    dialog.form.fill({"valid_from": date(2027, 1, 1), "name": "Kim Hoa"})
    dialog.save()
    assert dialog.form.field("name").error == "Tên mới giống tên đang dùng."


def test_a_correction_of_the_office_can_be_taken_back(page: SettingsPage, places: Places) -> None:
    dialog = page.office.change_present()
    assert dialog is not None
    dialog.form.fill({"superior": "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH"})
    dialog.save()
    page.refresh()
    assert page.office._facts["superior"].text() == "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH"
    assert places.undo is not None
    places.undo()
    assert office.list_periods(places.workspace)[0].period == OFFICE


def test_a_signer_is_added_ended_and_removed(page: SettingsPage, places: Places) -> None:
    page.focus_on(part="nguoi-ky")
    dialog = page.signers.add()
    dialog.form.fill({"full_name": "trần thị hạnh", "capacity": SigningCapacity.DEPUTY, "position": "Phó Chủ tịch"})
    dialog.save()
    page.refresh()
    page.signers.table.select_where(lambda row: row.signer.capacity is SigningCapacity.DEPUTY)
    ending = page.signers.end()
    assert ending is not None
    ending.form.fill({"valid_to": date(2026, 11, 1)})
    ending.save()
    page.refresh()
    (deputy,) = page.signers.table.selected()
    assert page.signers._standing(deputy.signer)[0] == "đã thôi"
    page.signers.remove()
    assert len(office.list_signers(places.workspace)) == 1
    assert places.undo is not None
    places.undo()
    assert len(office.list_signers(places.workspace)) == 2


def test_the_text_size_holds_at_once_and_is_remembered(page: SettingsPage, dressed: QApplication, qtbot: QtBot) -> None:
    page.looks.sizes[13.0].click()
    assert QApplication.font().pointSizeF() == 13.0
    assert preferences.TEXT_POINTS.read() == 13.0
    page.looks.sizes[theme.BASE_POINTS].click()
    dress(dressed)


def test_the_open_data_are_checked_on_demand(page: SettingsPage) -> None:
    page.data.check.click()
    assert page.data.outcome.text.startswith("Dữ liệu nguyên vẹn")
    assert page.data.check.isEnabled()


def test_only_sample_data_can_be_left_and_only_after_a_question(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    page.focus_on(part="du-lieu")
    assert not page.data.leave_sample.isVisible()


def test_leaving_the_sample_lets_the_window_begin_anew(qtbot: QtBot, sample_workspace: Workspace) -> None:
    places = Places(sample_workspace)
    page = SettingsPage()
    qtbot.addWidget(page)
    page.show()
    page.open(places.context(), part="du-lieu")
    page.data.leave_sample.click()
    assert office.is_set_up(sample_workspace)
    page.data.confirm.agree()
    assert not office.is_set_up(sample_workspace)
    assert places.announced == ["workspace"]
    assert places.said[0].startswith("Dữ liệu mẫu được giữ tại backups/du-lieu-mau-")
