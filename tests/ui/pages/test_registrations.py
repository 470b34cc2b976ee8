from datetime import date
from functools import partial
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.registration_fates import FateState
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.domain.units import UnitDraft, UnitKind
from kimhoa_app.services import registrations, units
from kimhoa_app.services.imports import RowAction
from kimhoa_app.services.initiatives import AuthorShare, InitiativeDraft, record_initiative
from kimhoa_app.services.registration_exports import Cover
from kimhoa_app.services.registration_fates import refuse_above
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.small_commune import YEAR, Commune, Heard, open_page, settle
from ui.dialogs.base import FormDialog
from ui.dialogs.registration_fates import FatesDialog
from ui.pages.registrations import RegistrationsPage
from ui.widgets.pick_list import PickList


@pytest.fixture
def commune(workspace: Workspace) -> Commune:
    return settle(workspace)


def opened(qtbot: QtBot, commune: Commune, *, with_round: bool = True) -> tuple[RegistrationsPage, Heard]:
    if with_round:
        registrations.open_round(commune.workspace, YEAR, date(2026, 1, 2), date(2026, 12, 31))
    return open_page(qtbot, commune.workspace, RegistrationsPage())


def press(within: QWidget, text: str) -> None:
    next(one for one in within.findChildren(QPushButton) if one.text().strip() == text and not one.isHidden()).click()


def fits(table: QTableView) -> bool:
    return table.horizontalHeader().length() <= table.viewport().width()


def lines(commune: Commune) -> list[tuple[str, str]]:
    listing = registrations.list_registrations(commune.workspace, YEAR)
    return [(line.name, line.award_code) for line in listing.collectives + listing.people]


def test_without_a_round_the_page_proposes_its_days_and_opens_it(qtbot: QtBot, commune: Commune) -> None:
    page, heard = opened(qtbot, commune, with_round=False)
    press(page, "Mở đợt đăng ký năm 2026")
    dialog = page.rounds.open_round()
    assert dialog is not None
    assert dialog.form.values() == {"opens_on": date(2026, 1, 2), "deadline": date(2026, 1, 31)}
    dialog.save()
    assert registrations.read_round(commune.workspace, YEAR) is not None
    assert heard.said == ["Đã mở đợt đăng ký năm 2026, hạn 31/01/2026."]
    assert page._heading.text() == "0 trên 3 người đã đăng ký, còn 3 người"


def test_enter_on_a_missing_name_registers_the_usual_title_and_it_can_be_taken_back(
    qtbot: QtBot, commune: Commune
) -> None:
    page, heard = opened(qtbot, commune)
    page.missing.table.select_where(lambda one: one.name == "Thôn Đông")
    qtbot.keyClick(page.missing.table, Qt.Key.Key_Return)
    assert lines(commune) == [("Thôn Đông", "TVH")]
    assert page.list.table.shown_count == 1
    heard.take_back()
    assert lines(commune) == []


def test_everyone_missing_is_registered_with_one_button(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    page.missing.everyone.click()
    page.missing.every_unit.click()
    assert {code for _name, code in lines(commune)} == {"LĐTT", "TTLĐTT", "TVH"}
    assert page._heading.text() == "Cả 3 người đã đăng ký"
    assert page.missing.everyone.isHidden()
    assert page.stats.units._figure.text() == "3 / 3"


def test_only_the_selected_are_registered_when_several_are(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    page.missing.table.select_where(lambda one: one.kind is SubjectKind.PERSON and one.name != "Phạm Thị Ẩn")
    page.missing.everyone.click()
    assert sorted(lines(commune)) == [("Lê Thị Ánh", "LĐTT"), ("Đặng Thị Cúc", "LĐTT")]


def test_the_dialog_registers_those_picked_and_suggests_the_initiative(qtbot: QtBot, commune: Commune) -> None:
    anh = commune.people["Lê Thị Ánh"]
    record_initiative(commune.workspace, InitiativeDraft(YEAR, "Số hóa hồ sơ"), [AuthorShare(anh, 10000)])
    page, heard = opened(qtbot, commune)
    dialog = page.act.register()
    assert dialog is not None
    dialog.save()
    assert dialog.form.field("subject").error
    dialog.picks.pick([anh])
    dialog.form.fill({"award_code": "CSTĐCS"})
    assert dialog.form.values()["topic"] == "Số hóa hồ sơ"
    dialog.save()
    assert lines(commune) == [("Lê Thị Ánh", "CSTĐCS")]
    assert heard.said == ["Đã ghi 1 đăng ký."]


def test_a_village_is_offered_its_own_title_until_the_clerk_chooses_another(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    dialog = page.act.register()
    assert dialog is not None
    dialog.kind.setCurrentIndex(1)
    dialog.picks.pick([commune.units["Thôn Đông"]])
    assert dialog.form.values()["award_code"] == "TVH"
    dialog._fields.title.setCurrentIndex(dialog._fields.title.findData("TTLĐTT"))
    dialog._fields.title.activated.emit(0)
    dialog.picks.pick([])
    dialog.picks.pick([commune.units["Thôn Đông"]])
    assert dialog.form.values()["award_code"] == "TTLĐTT"


def test_a_day_after_the_deadline_is_warned_about_and_marked(qtbot: QtBot, commune: Commune) -> None:
    registrations.open_round(commune.workspace, YEAR, date(2026, 1, 2), date(2026, 1, 31))
    page, _heard = open_page(qtbot, commune.workspace, RegistrationsPage())
    dialog = page.act.register()
    assert dialog is not None
    row = dialog.form.field("registered_on")
    assert "trễ" in row._below.text()
    dialog.form.fill({"registered_on": date(2026, 1, 20)})
    assert row._below.isHidden()
    dialog.form.fill({"registered_on": date(2026, 2, 3)})
    dialog.picks.pick([commune.people["Lê Thị Ánh"]])
    dialog.save()
    page.list.show_only("Trễ hạn")
    assert page.list.table.shown_count == 1
    assert page.stats.late._figure.text() == "1"


def test_a_registration_is_changed_and_changed_back(qtbot: QtBot, commune: Commune) -> None:
    page, heard = opened(qtbot, commune)
    page.missing.everyone.click()
    page.list.table.select_where(lambda line: line.name == "Lê Thị Ánh")
    line = page.list.table.current()
    assert line is not None
    dialog = page.act.change_one(line)
    assert dialog is not None
    dialog.form.fill({"award_code": "CSTĐCS", "topic": "Số hóa hồ sơ", "form_code": "GKX"})
    dialog.save()
    assert ("Lê Thị Ánh", "CSTĐCS") in lines(commune)
    heard.take_back()
    assert ("Lê Thị Ánh", "LĐTT") in lines(commune)


def test_delete_withdraws_the_selected_and_undo_brings_them_back(qtbot: QtBot, commune: Commune) -> None:
    page, heard = opened(qtbot, commune)
    page.missing.everyone.click()
    page.list.table.selectAll()
    page.list._withdraw()
    assert lines(commune) == []
    assert heard.said[-1] == "Đã rút 3 đăng ký."
    heard.take_back()
    assert len(lines(commune)) == 3


def test_choosing_a_unit_narrows_the_list_to_its_people(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    page.missing.everyone.click()
    page.units.table.select_where(lambda unit: unit.unit == "Văn phòng")
    assert {line.name for line in page.list.table.shown()} == {"Lê Thị Ánh", "Đặng Thị Cúc"}
    page.units.table.clearSelection()
    page.list.search.setText("pham thi an")
    assert [line.name for line in page.list.table.shown()] == ["Phạm Thị Ẩn"]


def test_the_days_of_the_round_are_changed_and_changed_back(qtbot: QtBot, commune: Commune) -> None:
    page, heard = opened(qtbot, commune)
    dialog = page.rounds.change_days()
    assert dialog is not None
    dialog.form.fill({"deadline": date(2025, 1, 1)})
    dialog.save()
    assert dialog.form.field("deadline").error
    dialog.form.fill({"deadline": date(2026, 2, 28)})
    dialog.save()
    assert "28/02/2026" in page._line.text()
    heard.take_back()
    assert "31/12/2026" in page._line.text()


def test_a_list_from_excel_is_shown_line_by_line_and_then_brought_in(
    qtbot: QtBot, commune: Commune, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu đăng ký"])
    sheet.append(["Lê Thị Ánh", "Công chức", "Văn phòng", "LĐTT"])
    sheet.append(["Người Lạ", "Công chức", "Văn phòng", "LĐTT"])
    book.save(tmp_path / "dang-ky.xlsx")
    page, heard = opened(qtbot, commune)
    dialog = page.act.bring_in()
    assert dialog is not None
    press(dialog, "Chọn tệp Excel…")
    dialog.findChild(QFileDialog).filesSelected.emit([str(tmp_path / "dang-ky.xlsx")])
    assert [row.row.action for row in dialog.rows_step.table.shown()] == [RowAction.NEW, RowAction.REFUSED]
    assert lines(commune) == []
    press(dialog, "Nhập 1 đăng ký")
    assert lines(commune) == [("Lê Thị Ánh", "LĐTT")]
    assert "registrations" in heard.kinds
    press(dialog, "Hoàn tác cả lần nhập")
    assert lines(commune) == []


def test_a_file_that_is_no_workbook_is_said_in_the_dialog(qtbot: QtBot, commune: Commune, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("no workbook")
    page, _heard = opened(qtbot, commune)
    dialog = page.act.bring_in()
    assert dialog is not None
    dialog.read_files([tmp_path / "a.xlsx"])
    assert dialog.banner.text
    assert dialog.foot.commit.isHidden()


def test_list_and_letter_go_upward_into_one_folder(qtbot: QtBot, commune: Commune, tmp_path: Path) -> None:
    page, heard = opened(qtbot, commune)
    page.missing.everyone.click()
    press(page, "Gửi cấp trên…")
    dialog = page.findChild(FormDialog)
    dialog.form.fill({"word": False, "excel": False, "cover": Cover.NONE})
    dialog.save()
    assert dialog.form.field("word").error
    dialog.form.fill({"word": True, "excel": True, "cover": Cover.LETTER})
    dialog.save()
    page.findChild(QFileDialog).fileSelected.emit(str(tmp_path))
    written = {path.name for path in tmp_path.glob("*2026.*")}
    assert written == {
        "Danh sach dang ky thi dua 2026.docx", "Danh sach dang ky thi dua 2026.xlsx",
        "Cong van gui dang ky thi dua 2026.docx",
    }  # fmt: skip
    assert heard.said[-1].startswith("Đã ghi 3 tệp: ")


def test_forms_go_to_every_unit_and_one_comes_back_late(qtbot: QtBot, commune: Commune, tmp_path: Path) -> None:
    page, heard = opened(qtbot, commune)
    press(page, "Gửi phiếu")
    page.findChild(FormDialog).save()
    page.findChild(QFileDialog).fileSelected.emit(str(tmp_path))
    assert heard.said[-1] == "Đã ghi 3 phiếu và một tệp .zip."
    form = next(tmp_path.glob("Phieu*/Phong*"))
    book = load_workbook(form)
    row = next(row for row in book["Cá nhân"].iter_rows() if row[1].value == "Phạm Thị Ẩn")
    row[5].value = "Lao động tiên tiến"
    book.save(form)
    registrations.change_round(commune.workspace, YEAR, date(2026, 1, 2), date(2026, 1, 31))
    dialog = page.act.bring_in()
    assert dialog is not None
    dialog.bar.received.show_date(date(2026, 2, 2))
    dialog.read_files([form])
    dialog.commit()
    (line,) = registrations.list_registrations(commune.workspace, YEAR).people
    assert (line.name, line.registered_on, line.late) == ("Phạm Thị Ẩn", date(2026, 2, 2), True)
    assert [each.name for each in page.list.table.shown()] == ["Phạm Thị Ẩn"]


def test_forms_go_only_to_the_units_that_are_chosen(qtbot: QtBot, commune: Commune, tmp_path: Path) -> None:
    page, heard = opened(qtbot, commune)
    page.missing.everyone.click()
    dialog = page.rounds.send_forms()
    assert dialog is not None
    picks = dialog.form.field("units").editor
    assert isinstance(picks, PickList)
    assert "tập thể chưa đăng ký" in picks.shown()[0]
    picks.pick(())
    dialog.save()
    assert dialog.form.field("units").error
    picks.pick([commune.units["Văn phòng"]])
    dialog.save()
    page.findChild(QFileDialog).fileSelected.emit(str(tmp_path))
    assert heard.said[-1] == "Đã ghi 1 phiếu và một tệp .zip."
    assert [path.name for path in tmp_path.glob("Phieu*/*")] == ["Van phong - dang ky 2026.xlsx"]


def test_the_progress_of_units_is_shown_and_written(qtbot: QtBot, commune: Commune, tmp_path: Path) -> None:
    page, _heard = opened(qtbot, commune)
    page.missing.everyone.click()
    model = page.units.table.model()
    shown = {model.index(row, 0).data(): [model.index(row, at).data() for at in (1, 2)] for row in range(3)}
    assert shown["Văn phòng"] == ["2/2", "thiếu"]
    assert shown["Thôn Đông"] == ["", "thiếu"]
    page.rounds.save_progress(".xlsx")
    page.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "td.xlsx"))
    values = [[cell.value for cell in row] for row in load_workbook(tmp_path / "td.xlsx").worksheets[0].iter_rows()]
    assert any("Văn phòng" in row and "chưa đăng ký" in row for row in values)


def test_households_are_registered_from_the_same_dialog(qtbot: QtBot, commune: Commune) -> None:
    page, heard = opened(qtbot, commune)
    chooser = page.act.register()
    assert chooser is not None
    chooser.kind.setCurrentIndex(2)
    dialog = next(each for each in page.findChildren(FormDialog) if each.form.has("head_names"))
    dialog.form.fill({"head_names": "Vũ Văn Sơn\n\nBÙI THỊ TƯ\n", "registered_on": date(2026, 1, 9)})
    dialog.save()
    assert heard.said == ["Đã ghi 2 đăng ký."]
    assert [line.name for line in page.list.table.shown()] == ["Vũ Văn Sơn", "Bùi Thị Tư"]
    assert page.list.table.model().index(0, 2).data() == "Gia đình văn hóa"
    heard.take_back()
    assert lines(commune) == []


def test_the_side_card_tells_how_the_selected_one_stands_and_its_history(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    page.missing.everyone.click()
    page.list.table.select_where(lambda line: line.name == "Lê Thị Ánh")
    fate = page.detail.fate
    assert fate is not None
    assert (fate.line.name, fate.state) == ("Lê Thị Ánh", FateState.REGISTERED)
    words = [each.text() for each in page.detail.findChildren(QLabel)]
    assert any(text.startswith("Đăng ký Lao động tiên tiến, ngày ") for text in words)
    assert page.detail.refuse_button.isHidden()


def test_a_refusal_from_above_is_recorded_and_taken_back(qtbot: QtBot, commune: Commune) -> None:
    page, heard = opened(qtbot, commune)
    page.missing.everyone.click()
    fate = page.detail.fate
    assert fate is not None
    dialog = page.act.refuse(fate)
    dialog.save()
    assert dialog.form.field("refusal").error
    dialog.form.fill({"refusal": "UBND tỉnh: chưa đủ tỷ lệ"})
    dialog.save()
    shown = page.detail.fate
    assert shown is not None
    assert shown.state is FateState.REFUSED
    heard.take_back()
    assert page.detail.fate is not None
    assert page.detail.fate.state is FateState.REGISTERED


def test_what_was_registered_stands_beside_what_came_of_it(qtbot: QtBot, commune: Commune, tmp_path: Path) -> None:
    page, heard = opened(qtbot, commune)
    page.missing.everyone.click()
    press(page, "Kết quả")
    dialog = page.findChild(FatesDialog)
    assert dialog.fates.shown_count == 3
    assert [(count.title, count.registered, count.open) for count in dialog.counts.shown()] == [
        ("Lao động tiên tiến", 3, 3)
    ]
    dialog.search.setText("pham")
    assert dialog.fates.shown_count == 1
    press(dialog, "Xuất Word")
    page.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "kq.docx"))
    assert (tmp_path / "kq.docx").exists()
    assert heard.said[-1] == "Đã lưu “kq.docx”."


@pytest.mark.parametrize(("width", "height"), [(1154, 700), (700, 460)])
def test_no_table_of_the_page_scrolls_sideways(qtbot: QtBot, commune: Commune, width: int, height: int) -> None:
    page, _heard = opened(qtbot, commune)
    page.missing.everyone.click()
    page.resize(width, height)
    page.show()
    for table in (page.list.table, page.missing.table, page.units.table):
        tab = next((each for each in map(page.side.widget, range(page.side.count())) if each.isAncestorOf(table)), None)
        page.side.setCurrentWidget(tab or page.side.currentWidget())
        assert table.isVisible()
        qtbot.waitUntil(partial(fits, table))


def test_long_titles_and_states_are_cut_and_never_push_the_list_sideways(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    village = commune.units["Thôn Đông"]
    name = "Tổ dân phố Nguyễn Thị Minh Khai - Trần Hưng Đạo"
    units.change_unit(commune.workspace, village, UnitDraft(name, UnitKind.VILLAGE, founded_on=date(2020, 1, 1)))
    draft = RegistrationDraft("TVH", date(2026, 3, 1), unit_id=village, form_code="GKX")
    number = registrations.register(commune.workspace, YEAR, draft)
    refuse_above(
        commune.workspace,
        number,
        date(2026, 12, 1),
        "Hội đồng thi đua cấp trên: hồ sơ nộp sau hạn và chưa đủ minh chứng",
    )
    page.open(page.context, registration_id=number)
    page.resize(1154, 700)
    page.show()
    qtbot.waitUntil(partial(fits, page.list.table))


def test_the_search_finds_its_registration_here(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    draft = RegistrationDraft("LĐTT", date(2026, 3, 1), person_id=commune.people["Lê Thị Ánh"])
    number = registrations.register(commune.workspace, YEAR, draft)
    page.open(page.context, registration_id=number)
    current = page.list.table.current()
    assert current is not None
    assert current.registration_id == number


def test_the_page_fits_a_small_screen(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = opened(qtbot, commune)
    assert page.heightForWidth(1154) <= 716
    assert page.minimumSizeHint().width() <= 1154
