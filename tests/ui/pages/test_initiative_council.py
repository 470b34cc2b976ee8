"""The meeting of the council for initiatives, driven as its secretary does."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.councils import CouncilDraft, CouncilKind, CouncilRole, MeetingState, MemberDraft, VoteMethod
from kimhoa_app.domain.initiatives import InitiativeState
from kimhoa_app.services import council_desk, councils, initiatives, settings
from kimhoa_app.services.initiative_year import initiative_year
from kimhoa_app.services.initiatives import AuthorShare, InitiativeDraft
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.small_commune import LONG_AGO, YEAR, Commune, open_page, settle
from ui.dialogs.base import FormDialog
from ui.dialogs.council_members import MembersDialog
from ui.pages.council_parts.steps import Stage
from ui.pages.initiative_council import InitiativeCouncilPage

NAMES = ("Số hóa hồ sơ lưu trữ", "Trả kết quả tại nhà")
KIND = CouncilKind.INITIATIVE


@pytest.fixture
def commune(workspace: Workspace) -> Commune:
    made = settle(workspace)
    for name in NAMES:
        authors = [AuthorShare(made.people["Phạm Thị Ẩn"], 10000)]
        initiatives.record_initiative(workspace, InitiativeDraft(YEAR, name, summary="Tóm tắt"), authors)
    return made


def seat(commune: Commune) -> None:
    draft = CouncilDraft("Hội đồng sáng kiến xã Kim Hoa", KIND, "30/QĐ-UBND", LONG_AGO, LONG_AGO)
    council = councils.save_council(commune.workspace, draft)
    for name, role in (("Lê Thị Ánh", CouncilRole.CHAIR), ("Đặng Thị Cúc", CouncilRole.SECRETARY)):
        councils.add_member(commune.workspace, council, MemberDraft(name, "Công chức", role, commune.people[name]))


def dialog_of(page: InitiativeCouncilPage) -> FormDialog:
    return next(each for each in page.findChildren(FormDialog) if each.isVisible())


def type_marks(page: InitiativeCouncilPage, keys: str) -> None:
    r"""Type into the sheets; "\\n" stands for Enter, each key going to where the cursor is."""
    table = page.desk_view.marks.sheets
    for key in keys:
        editor = next((each for each in table.viewport().findChildren(QLineEdit) if not each.isHidden()), None)
        if key == "\n":
            QTest.keyClick(editor or table, Qt.Key.Key_Return)
        else:
            QTest.keyClick(editor or table, key)


def test_the_first_steps_lead_to_a_council_of_its_own(qtbot: QtBot, commune: Commune) -> None:
    page, _heard = open_page(qtbot, commune.workspace, InitiativeCouncilPage())
    assert page._heading.text() == "Chưa có Hội đồng sáng kiến"
    page.set_up_council()
    form = dialog_of(page).form
    assert form.values()["name"] == "Hội đồng sáng kiến xã Kim Hoa"
    form.fill({"decision_number": "30/QĐ-UBND", "decision_date": date(2026, 1, 5)})
    dialog_of(page).save()
    members = page.findChild(MembersDialog)
    assert members is not None
    members.picker.choose(commune.people["Lê Thị Ánh"])
    members.add_button.click()
    members.table.select_where(lambda row: row.full_name == "Lê Thị Ánh")
    members.set_role(CouncilRole.SECRETARY)
    assert not members.faults.text
    members.accept()
    assert councils.read_council(commune.workspace, date(2026, 6, 1)) is None, "the other council stays unmade"
    page.prepare_meeting()
    dialog_of(page).save()
    work = council_desk.read_work(commune.workspace, YEAR, kind=KIND)
    assert work.desk is not None
    assert [case.name for case in work.desk.record.cases] == list(NAMES)
    assert page.desk_view.cases.take_button.text().strip() == "Lấy sáng kiến đã nộp"


def test_a_whole_meeting_is_marked_from_the_keyboard_and_closed(qtbot: QtBot, commune: Commune) -> None:
    seat(commune)
    settings.change_setting(commune.workspace, "vote_method.initiative", "marks")
    council_desk.prepare(commune.workspace, YEAR, date(2026, 11, 10), "08:00", "Phòng họp", KIND)
    page, heard = open_page(qtbot, commune.workspace, InitiativeCouncilPage())
    page.go_to(Stage.VOTES)
    page.take_next_step()
    assert "Còn 2 trường hợp chưa có kết quả" in page.banner.text
    type_marks(page, "25,5\n40\n20\n")
    type_marks(page, "25\n41\n")
    assert page.desk_view.marks.fault == "Đặng Thị Cúc · Hiệu quả, lợi ích thiết thực: ghi từ 0 đến 40 điểm."
    assert page.desk_view.unsaved_count == 1
    sheets = page.desk_view.marks.sheets
    sheets.setCurrentIndex(sheets.marks.index(1, 2))
    type_marks(page, "35\n20\n")
    assert page.desk_view.marks.fault == ""
    assert page.desk_view.marks.cases.shown()[0].share == 8275
    page.desk_view.start_counting()
    type_marks(page, "10\n10\n10\n10\n10\n10\n")
    assert [row.passed for row in page.desk_view.marks.cases.shown()] == [True, False]
    page.go_to(Stage.CLOSING)
    page.desk_view.closing.ends_at.setText("10:00")
    page.take_next_step()
    assert page.secretary.desk.record.state is MeetingState.CLOSED
    states = [line.state for line in initiative_year(commune.workspace, YEAR).lines]
    assert states == [InitiativeState.PASSED, InitiativeState.REFUSED]
    assert "Cuộc họp đã kết thúc; số liệu được khóa." in heard.said


def test_a_sheet_is_taken_out_with_delete(qtbot: QtBot, commune: Commune) -> None:
    seat(commune)
    settings.change_setting(commune.workspace, "vote_method.initiative", "marks")
    council_desk.prepare(commune.workspace, YEAR, date(2026, 11, 10), "08:00", "Phòng họp", KIND)
    page, _heard = open_page(qtbot, commune.workspace, InitiativeCouncilPage())
    page.go_to(Stage.VOTES)
    type_marks(page, "30\n40\n30\n")
    assert page.desk_view.marks.cases.shown()[0].share == 10000
    sheets = page.desk_view.marks.sheets
    sheets.setCurrentIndex(sheets.marks.index(0, 1))
    QTest.keyClick(sheets, Qt.Key.Key_Delete)
    assert page.desk_view.marks.cases.shown()[0].share is None


def test_the_way_of_deciding_can_be_changed_to_votes(qtbot: QtBot, commune: Commune) -> None:
    seat(commune)
    council_desk.prepare(commune.workspace, YEAR, date(2026, 11, 10), "08:00", "Phòng họp", KIND)
    page, _heard = open_page(qtbot, commune.workspace, InitiativeCouncilPage())
    assert page.secretary.desk.record.vote_method is VoteMethod.SHOW_OF_HANDS
    page.change_meeting()
    dialog_of(page).form.fill({"vote_method": VoteMethod.MARKS})
    dialog_of(page).save()
    page.go_to(Stage.VOTES)
    assert page.desk_view.marks.isVisibleTo(page)
    assert not page.desk_view.votes.isVisibleTo(page)


def test_a_case_taken_off_comes_back(qtbot: QtBot, commune: Commune) -> None:
    seat(commune)
    council_desk.prepare(commune.workspace, YEAR, date(2026, 11, 10), "08:00", "Phòng họp", KIND)
    page, heard = open_page(qtbot, commune.workspace, InitiativeCouncilPage())
    page.go_to(Stage.CASES)
    page.desk_view.cases.table.select_where(lambda row: row[1].name == NAMES[1])
    page.desk_view.cases.remove_selected()
    assert [case.name for case in page.secretary.desk.record.cases] == [NAMES[0]]
    heard.take_back()
    assert [case.name for case in page.secretary.desk.record.cases] == list(NAMES)
