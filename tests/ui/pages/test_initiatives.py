from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.councils import CouncilDraft, CouncilRole, MemberDraft
from kimhoa_app.domain.initiatives import InitiativeState
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import councils, documents, eligibility_decisions, initiatives, meetings, registrations
from kimhoa_app.services.decisions import DecisionDraft
from kimhoa_app.services.initiatives import AuthorShare, InitiativeDraft
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.small_commune import YEAR, Commune, open_page, settle
from ui.dialogs.base import FormDialog
from ui.dialogs.registration import RegisterDialog
from ui.pages.exporting import Paper, write_paper
from ui.pages.initiative_parts.actions import LIST
from ui.pages.initiatives import InitiativesPage
from ui.pages.registrations import RegistrationsPage
from ui.widgets.author_shares import AuthorShares


@pytest.fixture
def commune(workspace: Workspace) -> Commune:
    return settle(workspace)


def record(commune: Commune, name: str = "Số hóa hồ sơ", year: int = YEAR) -> int:
    authors = [AuthorShare(commune.people["Lê Thị Ánh"], 10000)]
    return initiatives.record_initiative(commune.workspace, InitiativeDraft(year, name), authors)


def recognised(commune: Commune, name: str = "Số hóa hồ sơ", year: int = YEAR) -> int:
    number = record(commune, name, year)
    paper = DecisionDraft(year, "9/QĐ-UBND", date(year, 11, 20), "Chủ tịch UBND xã")
    initiatives.recognise(commune.workspace, [number], paper)
    return number


def names(commune: Commune) -> list[str]:
    return [entry.initiative.name for entry in initiatives.list_initiatives(commune.workspace, YEAR)]


def test_an_empty_year_offers_to_record_the_first(qtbot: QtBot, commune: Commune) -> None:
    page, heard = open_page(qtbot, commune.workspace, InitiativesPage())
    assert page._heading.text() == "Năm 2026 chưa có sáng kiến nào"
    dialog = page.act.record()
    editor = dialog.form.field("authors").editor
    assert isinstance(editor, AuthorShares)
    editor.show_authors([AuthorShare(commune.people["Lê Thị Ánh"], 3000)])
    dialog.form.fill({"name": "Số hóa hồ sơ"})
    dialog.save()
    assert dialog.form.field("authors").error == "Các tỷ lệ cộng lại là 30%, phải bằng 100%."
    editor.split_evenly()
    dialog.save()
    assert names(commune) == ["Số hóa hồ sơ"]
    assert heard.said == ["Đã ghi sáng kiến."]
    assert page._heading.text() == "Năm 2026 có 1 sáng kiến, 0 đã được công nhận, còn 1 chờ"


def test_shares_are_split_evenly_until_one_is_written(qtbot: QtBot, commune: Commune) -> None:
    editor = AuthorShares([])
    qtbot.addWidget(editor)
    editor.add_author()
    editor.add_author()
    assert [row.points for row in editor._rows] == [3334, 3333, 3333]
    editor._rows[0].share.setValue(50)
    editor.add_author()
    assert [row.points for row in editor._rows] == [5000, 3333, 3333, 0]


def test_the_whole_of_an_initiative_is_typed_and_shown_on_its_card(qtbot: QtBot, commune: Commune) -> None:
    record(commune)
    page, _heard = open_page(qtbot, commune.workspace, InitiativesPage())
    dialog = page.act.change_one(page.table.shown()[0])
    dialog.form.fill(
        {
            "situation_before": "Tra cứu bằng sổ giấy",
            "economic_effect": "Giảm 2 ngày công mỗi hồ sơ",
            "applied_at": "Bộ phận một cửa",
            "money_benefit": "12 triệu",
        }
    )
    dialog.save()
    assert dialog.form.field("money_benefit").error == "Ghi số tiền bằng số, ví dụ 120.000.000."
    dialog.form.fill({"money_benefit": "12.000.000"})
    dialog.save()
    for words in ("Tra cứu bằng sổ giấy", "Giảm 2 ngày công", "Bộ phận một cửa", "12.000.000 đồng"):
        assert words in page.card.text
    again = page.act.change_one(page.table.shown()[0])
    assert again.form.values()["money_benefit"] == "12.000.000"


def test_a_name_close_to_another_is_told_while_it_is_typed(qtbot: QtBot, commune: Commune) -> None:
    record(commune, "Ứng dụng mã QR tiếp nhận phản ánh của người dân", 2024)
    page, _heard = open_page(qtbot, commune.workspace, InitiativesPage())
    dialog = page.act.record()
    name, summary = dialog.form.field("name"), dialog.form.field("summary")
    assert isinstance(name.editor, QLineEdit)
    assert isinstance(summary.editor, QPlainTextEdit)
    qtbot.keyClicks(name.editor, "ung dung ma QR")
    assert name.remark == ""
    qtbot.keyClicks(name.editor, " tiep nhan phan anh cua nhan dan")
    assert name.remark.startswith("Tên giống ")
    assert name.remark.endswith("(2024, Lê Thị Ánh).")
    name.editor.clear()
    assert name.remark == ""


def test_a_registered_topic_is_not_typed_again(qtbot: QtBot, commune: Commune) -> None:
    registrations.open_round(commune.workspace, YEAR, date(2026, 1, 2), date(2026, 1, 31))
    draft = RegistrationDraft(
        "CSTĐCS", date(2026, 1, 10), person_id=commune.people["Lê Thị Ánh"], topic="Nhắc lịch họp"
    )
    registrations.register(commune.workspace, YEAR, draft)
    page, _heard = open_page(qtbot, commune.workspace, InitiativesPage())
    assert [(line.name, line.state) for line in page.table.shown()] == [("Nhắc lịch họp", InitiativeState.REGISTERED)]
    assert page._change.text() == "Ghi từ đăng ký"
    assert not page._recognise.isEnabled()
    page._change.click()
    dialog = page.act.change_one(page.table.shown()[0])
    assert dialog.form.values()["name"] == "Nhắc lịch họp"
    dialog.form.fill({"name": "Nhắc lịch họp bằng tin nhắn"})
    dialog.save()
    assert [(line.name, line.state) for line in page.table.shown()] == [
        ("Nhắc lịch họp bằng tin nhắn", InitiativeState.SUBMITTED)
    ]


def test_one_decision_is_recorded_for_those_selected_and_taken_back(qtbot: QtBot, commune: Commune) -> None:
    record(commune)
    record(commune, "Trả kết quả tại nhà")
    page, heard = open_page(qtbot, commune.workspace, InitiativesPage())
    page.table.selectAll()
    dialog = page.act.recognise()
    assert dialog is not None
    dialog.save()
    assert dialog.form.field("number").error
    dialog.form.fill({"number": "9/QĐ-UBND", "decided_on": date(2026, 11, 20)})
    dialog.save()
    assert page._heading.text() == "Năm 2026 có 2 sáng kiến, tất cả đã được công nhận"
    heard.take_back()
    assert {entry.decision for entry in initiatives.list_initiatives(commune.workspace, YEAR)} == {None}


def test_a_known_decision_is_chosen_and_not_typed_again(qtbot: QtBot, commune: Commune) -> None:
    recognised(commune)
    second = record(commune, "Trả kết quả tại nhà")
    (known,) = {entry.initiative.decision_id for entry in initiatives.list_initiatives(commune.workspace)} - {None}
    page, _heard = open_page(qtbot, commune.workspace, InitiativesPage())
    page.table.select_where(lambda line: line.entry is not None and line.entry.id == second)
    dialog = page.act.recognise()
    assert dialog is not None
    dialog.form.fill({"known_decision": known})
    dialog.form.field("known_decision").editor.activated.emit(0)
    dialog.save()
    entries = initiatives.list_initiatives(commune.workspace, YEAR)
    assert {entry.initiative.decision_id for entry in entries} == {known}


def test_a_wider_scope_comes_with_its_paper_and_goes_back(qtbot: QtBot, commune: Commune) -> None:
    recognised(commune)
    page, heard = open_page(qtbot, commune.workspace, InitiativesPage())
    dialog = page.act.widen()
    assert dialog is not None
    dialog.form.fill({"scope": "province", "number": "88/QĐ-UBND", "decided_on": date(2026, 12, 1)})
    dialog.save()
    assert page.table.shown()[0].scope == "province"
    assert "88/QĐ-UBND" in page.card.text
    heard.take_back()
    assert page.table.shown()[0].scope == "grassroots"


def test_number_and_day_of_a_decision_are_corrected_and_put_back(qtbot: QtBot, commune: Commune) -> None:
    recognised(commune)
    page, heard = open_page(qtbot, commune.workspace, InitiativesPage())
    before = page.card.text
    link = next(one for one in page.card.findChildren(QPushButton) if one.text() == "Sửa số, ngày")
    link.click()
    (dialog,) = page.findChildren(FormDialog)
    dialog.form.fill({"number": "99/QĐ-UBND", "decided_on": None})
    dialog.save()
    assert dialog.form.field("decided_on").error
    dialog.form.fill({"decided_on": date(2026, 11, 30)})
    dialog.save()
    assert "99/QĐ-UBND ngày 30/11/2026" in page.card.text
    heard.take_back()
    assert page.card.text == before


def test_a_decision_after_the_council_has_met_is_remarked_on(qtbot: QtBot, commune: Commune) -> None:
    record(commune)
    council = CouncilDraft("Hội đồng Thi đua - Khen thưởng", decision_number="1/QĐ-UBND", valid_from=date(2025, 7, 1))
    number = councils.save_council(commune.workspace, council)
    for name, role in (("Trần Văn Bình", CouncilRole.CHAIR), ("Lê Thị Ánh", CouncilRole.SECRETARY)):
        councils.add_member(commune.workspace, number, MemberDraft(name, "", role))
    meetings.prepare_meeting(commune.workspace, YEAR, date(YEAR, 12, 10), "08:00", "Phòng họp")
    page, _heard = open_page(qtbot, commune.workspace, InitiativesPage())
    dialog = page.act.recognise()
    assert dialog is not None
    day = dialog.form.field("decided_on")
    dialog.form.fill({"number": "9/QĐ-UBND", "decided_on": date(YEAR, 12, 11)})
    assert day.remark == ("Hội đồng họp ngày 10/12/2026, trước khi công nhận: không tính khi xét năm 2026 (C18).")
    dialog.form.fill({"decided_on": date(YEAR, 12, 9)})
    assert day.remark == ""
    dialog.form.fill({"decided_on": date(YEAR, 12, 11)})
    dialog.save()  # it is worth knowing, and no mistake
    assert page.table.shown()[0].state is InitiativeState.RECOGNISED


def test_a_use_is_noted_shown_and_taken_back(qtbot: QtBot, commune: Commune) -> None:
    recognised(commune)
    page, heard = open_page(qtbot, commune.workspace, InitiativesPage())
    dialog = page.act.note_use()
    assert dialog is not None
    dialog.save()
    assert page.table.shown()[0].state is InitiativeState.USED
    assert "CSTĐCS 2026 · Lê Thị Ánh" in page.card.text
    heard.take_back()
    assert page.table.shown()[0].state is InitiativeState.RECOGNISED


def test_registering_with_a_used_initiative_is_remarked_on(qtbot: QtBot, commune: Commune) -> None:
    anh = commune.people["Lê Thị Ánh"]
    number = recognised(commune, "Số hóa hồ sơ", 2025)
    eligibility_decisions.record_use(commune.workspace, number, anh, "CSTĐCS", 2025)
    registrations.open_round(commune.workspace, YEAR, date(2026, 1, 2), date(2026, 1, 31))
    page, _heard = open_page(qtbot, commune.workspace, RegistrationsPage())
    page.act.register()
    dialog = page.findChild(RegisterDialog)
    assert dialog is not None
    dialog.picks.pick([anh])
    topic = dialog.form.field("topic")
    assert isinstance(topic.editor, QLineEdit)
    qtbot.keyClicks(topic.editor, "so hoa ho so")
    assert topic.remark == "Sáng kiến này đã dùng: CSTĐCS 2025; mỗi sáng kiến chỉ dùng để xét một lần."
    qtbot.keyClicks(topic.editor, " dat dai")
    assert topic.remark == ""


def test_the_list_is_written_as_a_workbook(qtbot: QtBot, commune: Commune, tmp_path: Path) -> None:
    recognised(commune, "=1+1 không phải công thức")
    page, _heard = open_page(qtbot, commune.workspace, InitiativesPage())
    path = tmp_path / "sang-kien.xlsx"
    write_paper(page, Paper(lambda workspace: documents.draft(workspace, LIST, YEAR, {}), "x"), path)
    sheet = load_workbook(path).worksheets[0]
    values = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert any(cell.value == "Tên sáng kiến" for cell in values)
    (name,) = [cell for cell in values if "không phải công thức" in str(cell.value)]
    assert name.data_type == "s"


def test_an_initiative_is_changed_and_deleted_with_a_way_back(qtbot: QtBot, commune: Commune) -> None:
    record(commune)
    page, heard = open_page(qtbot, commune.workspace, InitiativesPage())
    page.table.selectAll()
    page.act.change_selected()
    dialog = page.act.change_one(page.table.shown()[0])
    dialog.form.fill({"name": "Số hóa hồ sơ một cửa"})
    dialog.save()
    assert names(commune) == ["Số hóa hồ sơ một cửa"]
    page.table.selectAll()
    page.act.delete()
    assert names(commune) == []
    heard.take_back()
    assert names(commune) == ["Số hóa hồ sơ một cửa"]
