"""Who can be put forward, in the window: read, filtered, supposed, overridden, confirmed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.store.awards import RatingEntry
from kimhoa_app.domain.eligibility import Severity
from kimhoa_app.domain.people import Rating
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import eligibility, eligibility_decisions, eligibility_rules, ratings, registrations
from kimhoa_app.services.households import register_households
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.small_commune import YEAR, Commune, Heard, open_page, settle
from ui.dialogs.eligibility import WhatIfDialog
from ui.dialogs.eligibility_checks import ChecksDialog
from ui.pages.registrations import RegistrationsPage
from ui.pages.settings import SettingsPage

ANH, CUC, AN = "Lê Thị Ánh", "Đặng Thị Cúc", "Phạm Thị Ẩn"


@pytest.fixture
def commune(workspace: Workspace) -> Commune:
    made = settle(workspace)
    for name, rating in ((ANH, Rating.EXCELLENT), (CUC, Rating.FULFILLED)):
        ratings.set_rating(
            workspace, RatingEntry(made.people[name], None, YEAR, rating, "05/TB-UBND", date(YEAR, 12, 5))
        )
    return made


def opened(qtbot: QtBot, commune: Commune, *, with_round: bool = True) -> tuple[RegistrationsPage, Heard]:
    if with_round:
        registrations.open_round(commune.workspace, YEAR, date(2026, 1, 2), date(2026, 12, 31))
    page, heard = open_page(qtbot, commune.workspace, RegistrationsPage())
    page.tabs.setCurrentIndex(1)
    return page, heard


def register(commune: Commune, name: str, code: str = "LĐTT") -> None:
    registrations.register(
        commune.workspace, YEAR, RegistrationDraft(code, date(2026, 1, 10), person_id=commune.people[name])
    )


def press(within: QWidget, text: str) -> None:
    next(one for one in within.findChildren(QPushButton) if one.text().strip() == text and not one.isHidden()).click()


def choose(combo: QComboBox, text: str) -> None:
    assert combo.findText(text) >= 0, text
    combo.setCurrentIndex(combo.findText(text))


def unconfirmed(commune: Commune) -> int:
    return sum(rule.is_unconfirmed for rule in eligibility_rules.list_rules(commune.workspace, "R4"))


def shown(page: RegistrationsPage) -> list[str]:
    return [row.name for row in page.eligibility.table.shown()]


def words(page: RegistrationsPage, name: str) -> list[str]:
    view = page.eligibility
    view.people.select_where(lambda row: row.name == name)
    columns = view.people.model()
    place = view.people.currentIndex().row()
    return [columns.index(place, column).data() for column in range(2, 9)]


def test_everyone_is_shown_by_every_title_even_without_a_round(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune, with_round=False)
    assert not page.eligibility.isHidden()
    assert sorted(shown(page)) == sorted([ANH, CUC, AN])
    assert words(page, ANH)[:3] == ["đủ", "đủ", "chưa đủ"]
    assert words(page, CUC)[:2] == ["chưa đủ", "chưa đủ"]
    assert words(page, AN)[:2] == ["chưa rõ", "chưa rõ"]
    page.tabs.setCurrentIndex(0)
    assert page.eligibility.isHidden()


def test_a_cell_shows_its_conditions_with_evidence(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    table = page.eligibility.people
    table.select_where(lambda row: row.name == CUC)
    table.clicked.emit(table.model().index(table.currentIndex().row(), 3))
    card = page.eligibility.conditions
    assert card.result is not None
    assert (card.result.award_code, card.result.eligible) == ("CSTĐCS", False)
    assert (
        "Đạt Lao động tiên tiến; hoàn thành xuất sắc nhiệm vụ hoặc có sáng kiến, đề tài",
        "không đạt",
    ) in card.told()


def test_filters_keep_who_is_asked_for(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    view = page.eligibility
    choose(view.title, "Lao động tiên tiến")
    choose(view.state, "đủ")
    assert shown(page) == [ANH]
    choose(view.state, "chưa rõ")
    assert shown(page) == [AN]
    assert "chưa có xếp loại năm 2026" in view.people.model().index(0, 9).data()
    choose(view.state, "đủ mà chưa đăng ký")
    assert shown(page) == [ANH]
    register(commune, ANH)
    page.refresh()
    assert shown(page) == []
    choose(view.state, "Mọi trạng thái")
    choose(view.unit, "Phòng Kinh tế")
    assert shown(page) == [AN]
    view.search.setText("khong co ai")
    assert shown(page) == []


def test_units_have_titles_of_their_own(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    choose(page.eligibility.kind, "Tập thể")
    rows = {row.name: row for row in page.eligibility.units.shown()}
    assert "TVH" in rows["Thôn Đông"].results
    assert "TTLĐTT" not in rows["Thôn Đông"].results
    assert "TTLĐTT" in rows["Văn phòng"].results


def test_households_are_shown_by_village_and_nothing_about_them_is_passed_over(qtbot: QtBot, commune: Commune) -> None:
    registrations.open_round(commune.workspace, YEAR, date(2026, 1, 2), date(2026, 12, 31))
    register_households(
        commune.workspace, YEAR, commune.units["Thôn Đông"], ["Lý Văn Sáu", "Hồ Thị Bảy"], date(2026, 1, 9)
    )
    page, _heard = opened(qtbot, commune, with_round=False)
    view = page.eligibility
    choose(view.kind, "Hộ gia đình")
    assert sorted(shown(page)) == ["Hồ Thị Bảy", "Lý Văn Sáu"]
    choose(view.unit, "Thôn Đông")
    choose(view.title, "Gia đình văn hóa")
    view.households.select_where(lambda row: row.name == "Lý Văn Sáu")
    assert ("Đã đăng ký trong đợt đăng ký của năm", "đạt") in view.conditions.told()
    offered = {button.text() for button in view.conditions.findChildren(QPushButton) if not button.isHidden()}
    assert {"In phiếu", "Phiếu Word"} <= offered
    assert not {"Giả sử…", "Bỏ qua điều kiện…"} & offered
    choose(view.kind, "Cá nhân")
    assert view.unit.findText("Thôn Đông") < 0


def test_all_caps_and_shares_are_one_click_away(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    press(page.eligibility.checks, "Xem tất cả tỷ lệ, cách tính…")
    dialog = page.findChild(ChecksDialog)
    assert {"C15", "C24", "C25", "C44"} <= {check.id for check in dialog.table.shown()}
    dialog.table.select_where(lambda check: (check.id, check.where) == ("C24", "Văn phòng, TTLĐTT"))
    assert "cần ít nhất 70% × 2 = 1,4, làm tròn lên 2 người. Căn cứ: Điều 28" in dialog.chosen.text()


def test_putting_forward_against_the_conditions_asks_for_a_reason_and_can_be_undone(
    qtbot: QtBot, commune: Commune
) -> None:
    page, heard = opened(qtbot, commune)
    choose(page.eligibility.title, "Lao động tiên tiến")
    page.eligibility.people.select_where(lambda row: row.name == CUC)
    result = page.eligibility.conditions.result
    assert result is not None
    dialog = page.eligibility.conditions._actions.override(result)
    dialog.save()
    assert dialog.form.field("reason").error
    dialog.findChild(QPlainTextEdit).setPlainText("Đang xem lại kết quả xếp loại")
    dialog.save()
    page.refresh()
    assert words(page, CUC)[0] == "vẫn xét"
    assert [each.reason for each in eligibility_decisions.list_overrides(commune.workspace, YEAR)] == [
        "Đang xem lại kết quả xếp loại"
    ]
    heard.take_back()
    page.refresh()
    assert words(page, CUC)[0] == "chưa đủ"
    assert eligibility_decisions.list_overrides(commune.workspace, YEAR) == []


def test_supposing_says_what_would_change(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    page.eligibility.people.select_where(lambda row: row.name == AN)
    press(page.eligibility.conditions, "Giả sử…")
    dialog = page.findChild(WhatIfDialog)
    choose(dialog.rating, "Hoàn thành xuất sắc nhiệm vụ")
    rows = {before.code: (before.eligible, after.eligible) for before, after in dialog.table.shown()}
    assert rows["LĐTT"] == (None, True)
    assert rows["CSTĐCS"] == (None, True)
    kept = eligibility.assess_year(commune.workspace, YEAR).of_person(commune.people[AN], "LĐTT")
    assert kept is not None
    assert kept.eligible is None


def test_a_fact_that_the_registers_lack_is_noted(qtbot: QtBot, commune: Commune) -> None:
    page, heard = opened(qtbot, commune)
    page.eligibility.people.select_where(lambda row: row.name == ANH)
    result = page.eligibility.conditions.result
    assert result is not None
    dialog = page.eligibility.conditions._actions.add_fact(result)
    assert dialog is not None
    choose(dialog.form.field("kind").editor, "Việc đang xem xét, xác minh")  # type: ignore[arg-type]
    dialog.form.field("valid_from").editor.setText("01/10/2026")  # type: ignore[attr-defined]
    dialog.save()
    assert dialog.form.field("note").error
    dialog.form.field("note").editor.setText("xác minh đơn tố cáo")  # type: ignore[attr-defined]
    dialog.save()
    page.refresh()
    assert words(page, ANH)[0] == "chưa đủ"
    heard.take_back()
    page.refresh()
    assert words(page, ANH)[0] == "đủ"


def test_beside_a_registration_stands_its_state_and_a_click_shows_why(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    register(commune, CUC)
    page.refresh()
    page.tabs.setCurrentIndex(0)
    table = page.list.table
    assert table.model().index(0, 3).data() == "chưa đủ"
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(0, 3)).center()
    )
    assert page.side.currentWidget() is page.conditions
    assert page.conditions.result is not None
    assert ("Hoàn thành tốt nhiệm vụ trở lên", "không đạt") in page.conditions.told()


def test_the_registering_dialog_says_what_is_in_the_way(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    dialog = page.act.register()
    assert dialog is not None
    dialog.picks.pick([commune.people[CUC]])
    assert "Đặng Thị Cúc chưa đủ điều kiện: HTNV năm 2026" in dialog.form.field("award_code").remark
    dialog.reject()
    dialog = page.act.register()
    assert dialog is not None
    dialog.picks.pick([commune.people[ANH]])
    assert dialog.form.field("award_code").remark == ""


def test_the_sheet_is_written(qtbot: QtBot, commune: Commune, tmp_path: Path) -> None:
    page, heard = opened(qtbot, commune)
    register(commune, ANH)
    press(page.eligibility, "Phiếu Word")
    page.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "a.docx"))
    assert (tmp_path / "a.docx").stat().st_size > 0
    assert heard.said[-1] == "Đã lưu “a.docx”."


def test_a_rule_is_confirmed_changed_and_restored_in_the_settings(qtbot: QtBot, commune: Commune) -> None:
    page, heard = open_page(qtbot, commune.workspace, SettingsPage())
    page.open(page.context, part="dieu-kien")
    part = page.eligibility
    assert part.regime.currentData() == "R4"
    before = unconfirmed(commune)
    part.only_unsure.setChecked(True)
    assert part.table.shown_count == before
    part.table.select_where(lambda rule: rule.shipped.id == "C14")
    press(part, "Xác nhận")
    page.refresh()
    assert unconfirmed(commune) == before - 1
    heard.take_back()
    assert unconfirmed(commune) == before
    page.refresh()
    part.table.select_where(lambda rule: rule.shipped.id == "C14")
    dialog = part.change()
    assert dialog is not None
    severity = dialog.form.field("severity").editor
    assert isinstance(severity, QComboBox)
    choose(severity, "Không đạt thì không xét")
    years = dialog.form.field("years").editor
    assert isinstance(years, QLineEdit)
    years.setText("0")
    dialog.save()
    assert dialog.form.field("years").error
    years.setText("1")
    dialog.save()
    page.refresh()
    now = next(each for each in eligibility_rules.list_rules(commune.workspace, "R4") if each.shipped.id == "C14")
    assert (now.current.severity, now.current.params["years"]) == (Severity.BLOCK, 1)
    part.only_unsure.setChecked(False)
    part.table.select_where(lambda rule: rule.shipped.id == "C14")
    assert part.restore_button.isEnabled()
    press(part, "Về mặc định")
    now = next(each for each in eligibility_rules.list_rules(commune.workspace, "R4") if each.shipped.id == "C14")
    assert now.edit is None
    page.refresh()
    part.table.select_where(lambda rule: rule.shipped.id == "C30")
    dialog = part.change()
    assert dialog is not None
    assert not dialog.form.has("severity")


def test_the_view_fits_a_small_screen(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    assert page.eligibility.minimumSizeHint().width() <= 1114
    assert page.eligibility.minimumSizeHint().height() <= 560


def test_the_days_of_decision_and_receipt_are_changed_and_say_which_rules_hold(qtbot: QtBot, commune: Commune) -> None:
    page, heard = opened(qtbot, commune)
    before = page._line.text()
    dialog = page.rounds.name_days()
    assert dialog is not None
    dialog.form.fill({"received_on": date(2026, 12, 30), "decided_on": date(2026, 9, 1)})
    dialog.save()
    assert dialog.form.field("received_on").error
    dialog.form.fill({"received_on": date(2026, 8, 20)})
    dialog.save()
    assert "quyết định 01/09/2026, nhận hồ sơ 20/08/2026" in page._line.text()
    assert page._line.text().split(",")[0] != before.split(",")[0]
    assert eligibility.assess_year(commune.workspace, YEAR).decided_on == date(2026, 9, 1)
    heard.take_back()
    assert page._line.text() == before
