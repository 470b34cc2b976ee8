"""The desk of the council's secretary, driven as a person does: typed, clicked, looked at."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.councils import (
    Attendance,
    CouncilDraft,
    CouncilKind,
    CouncilRole,
    MeetingState,
    MemberDraft,
    VoteMethod,
)
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.domain.units import UnitDraft, UnitKind
from kimhoa_app.services import council_desk, councils, meetings, office, registrations, settings, staff, units
from kimhoa_app.services.workspace import Workspace
from ui.background import ImmediateRunner
from ui.dialogs.base import FormDialog
from ui.dialogs.council_members import MembersDialog
from ui.models.records import RecordTableModel
from ui.pages.council import CouncilPage
from ui.pages.council_parts.attendance_table import FIRST_STATE, REASON
from ui.pages.council_parts.steps import BALLOT, INVITATION, MINUTES, Stage
from ui.pages.council_parts.vote_model import FIRST_VOTE, RESULT, SHARE
from ui.pages.exporting import write_paper
from ui.shell.main_window import MainWindow
from ui.shell.pages import PageEntry
from ui.theme import State

YEAR = 2026
LONG_AGO = date(2025, 7, 1)
NAMES = (
    "Trần Văn Bình",
    "Nguyễn Thị Ẩn",
    "Lê Thị Ánh",
    "Đặng Văn Cường",
    "Phạm Văn Đạt",
    "Hồ Thị Gấm",
    "Phan Văn Tài",
)


@dataclass(frozen=True)
class Office:
    """An office of seven, four of them registered; no council yet."""

    workspace: Workspace
    people: dict[str, int]

    def prepare(self) -> int:
        """Set up a council of all seven and a meeting of the year."""
        number = councils.save_council(self.workspace, CouncilDraft("Hội đồng xã Kim Hoa", valid_from=LONG_AGO))
        roles = [CouncilRole.CHAIR, CouncilRole.VICE_CHAIR, CouncilRole.SECRETARY, *[CouncilRole.MEMBER] * 4]
        for (name, person_id), role in zip(self.people.items(), roles, strict=True):
            councils.add_member(self.workspace, number, MemberDraft(name, "", role, person_id))
        return council_desk.prepare(self.workspace, YEAR, date(2026, 11, 27), "08:00", "Phòng họp")[0]


@pytest.fixture
def desk_office(workspace: Workspace) -> Office:
    period = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", valid_from=LONG_AGO)
    signers = [
        Signer(NAMES[0], SigningCapacity.HEAD, "Chủ tịch Ủy ban nhân dân xã", LONG_AGO),
        Signer(NAMES[1], SigningCapacity.DEPUTY, "Phó Chủ tịch Ủy ban nhân dân xã", LONG_AGO),
    ]
    office.set_up(workspace, period, signers)
    unit = units.add_unit(workspace, UnitDraft("Văn phòng", UnitKind.DEPARTMENT, founded_on=LONG_AGO))
    people = {
        name: staff.add_person(
            workspace, PersonDraft(name, position="Công chức", unit_id=unit, start_date=LONG_AGO), LONG_AGO
        )
        for name in NAMES
    }
    registrations.open_round(workspace, YEAR, date(2026, 1, 2), date(2026, 1, 31))
    registrations.register_many(workspace, YEAR, [people[name] for name in NAMES[2:6]], "LĐTT", date(2026, 1, 10))
    return Office(workspace, people)


def shown(qtbot: QtBot, workspace: Workspace) -> CouncilPage:
    entry = PageEntry("hoi-dong", "Hội đồng", "council", "ui.pages.council:CouncilPage")
    window = MainWindow([entry], ImmediateRunner())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.start(workspace)
    window.work_on(YEAR)
    window.show()
    page = window.page
    assert isinstance(page, CouncilPage)
    return page


def record_of(page: CouncilPage) -> MeetingRecord:
    record = meetings.meeting_of_year(page.context.workspace, YEAR)
    assert record is not None
    return record


def type_votes(page: CouncilPage, keys: str) -> None:
    r"""Type into the votes table; "\\n" stands for Enter, each key going to where the cursor is."""
    table = page.desk_view.votes.table
    for key in keys:
        editor = next((each for each in table.viewport().findChildren(QLineEdit) if not each.isHidden()), None)
        if key == "\n":
            QTest.keyClick(editor or table, Qt.Key.Key_Return)
        else:
            QTest.keyClick(editor or table, key)


def cell(page: CouncilPage, row: int, column: int) -> str:
    return page.desk_view.votes.table.votes.index(row, column).data()


def count_ballots(page: CouncilPage, issued: int, returned: int) -> None:
    page.go_to(Stage.VOTES)
    votes = page.desk_view.votes
    votes.issued.setText(str(issued))
    votes.returned.setText(str(returned))
    votes.ballots_button.click()


def dialog_of(page: CouncilPage) -> FormDialog:
    return next(each for each in page.findChildren(FormDialog) if each.isVisible())


def test_the_first_steps_lead_from_nothing_to_a_prepared_meeting(qtbot: QtBot, desk_office: Office) -> None:
    page = shown(qtbot, desk_office.workspace)
    page.set_up_council()
    form = dialog_of(page).form
    assert form.values()["name"] == "Hội đồng Thi đua - Khen thưởng xã Kim Hoa"
    form.field("decision_number").editor.setText("12/QĐ-UBND")
    form.field("decision_date").editor.setText("5/1/2026")
    dialog_of(page).save()

    members = page.findChild(MembersDialog)
    assert members is not None
    assert [(each.full_name, each.role) for each in members.table.shown()] == [
        (NAMES[0], CouncilRole.CHAIR),
        (NAMES[1], CouncilRole.VICE_CHAIR),
    ]
    assert "Chưa có Thư ký Hội đồng." in members.faults.text
    members.picker.choose(desk_office.people[NAMES[2]])
    members.add_button.click()
    assert members.table.shown()[2].position == "Công chức"
    members.table.select_where(lambda row: row.full_name == NAMES[2])
    members.set_role(CouncilRole.SECRETARY)
    assert not members.faults.text
    members.move_selected(-1)
    assert [each.full_name for each in members.table.shown()] == [NAMES[0], NAMES[2], NAMES[1]]
    members.accept()

    page.prepare_meeting()
    proposed = dialog_of(page).form.values()
    assert proposed == {"held_on": date(2026, 11, 30), "starts_at": "08:00", "place": "Phòng họp UBND xã Kim Hoa"}
    dialog_of(page).save()
    record = record_of(page)
    assert {case.name for case in record.cases} == set(NAMES[2:6])
    assert [member.full_name for member in record.members] == [NAMES[0], NAMES[2], NAMES[1]]
    assert page.stage is Stage.INVITATION


def test_attendance_shows_round_marks_and_no_boxes(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    room = shown(qtbot, desk_office.workspace).desk_view.attendance.table.room
    cells = [room.index(0, column) for column in range(room.columnCount())]
    marks = [cell.data(RecordTableModel.MARK_ROLE) for cell in cells]
    assert marks[FIRST_STATE:REASON] == [State.GOOD, State.QUIET, State.QUIET, State.QUIET]
    assert {cell.data(RecordTableModel.TICK_ROLE) for cell in cells} == {None}


def test_a_whole_meeting_is_typed_and_closed(qtbot: QtBot, desk_office: Office, tmp_path: Path) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    page.go_to(Stage.ATTENDANCE)
    attendance = page.desk_view.attendance.table
    place = attendance.visualRect(attendance.room.index(6, FIRST_STATE + 1)).center()
    QTest.mouseClick(attendance.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert record_of(page).members[6].attendance is Attendance.ABSENT_EXCUSED
    attendance.room.setData(attendance.room.index(6, REASON), "đi công tác")
    assert record_of(page).members[6].reason == "đi công tác"

    page.next_button.click()
    page.next_button.click()
    assert page.stage is Stage.VOTES
    assert (page.desk_view.votes.issued.text(), page.desk_view.votes.returned.text()) == ("6", "6")
    page.desk_view.votes.ballots_button.click()
    type_votes(page, "6\n5\n1\n5\n0\n1\n4\n2\n")
    assert [cell(page, row, RESULT) for row in range(4)] == ["đạt", "đạt", "đạt", "không đạt"]
    assert cell(page, 0, SHARE) == "85,71%"
    assert [case.votes.votes_other for case in record_of(page).cases if case.votes] == [0, 0, 1, 0]

    page.next_button.click()
    assert page.stage is Stage.MINUTES
    write_paper(page, page.secretary.paper(MINUTES[CouncilKind.EMULATION]), tmp_path / "bien-ban.docx")
    words = "\n".join(each.text for each in Document(str(tmp_path / "bien-ban.docx")).paragraphs)
    assert "Phan Văn Tài" in words
    assert "đi công tác" in words

    page.go_to(Stage.CLOSING)
    assert page.desk_view.closing.ends_at.text() == "10:00"
    page.next_button.click()
    assert record_of(page).state is MeetingState.CLOSED
    assert record_of(page).ends_at == "10:00"


def test_a_wrong_sum_stays_beside_its_row_and_is_not_saved(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    count_ballots(page, 7, 7)
    type_votes(page, "7\n")
    page.desk_view.votes.table.go_to(0, FIRST_VOTE + 1)
    type_votes(page, "2\n")
    assert cell(page, 0, RESULT) == "tổng 9 > 7"
    assert cell(page, 0, SHARE) == "–"
    assert record_of(page).cases[0].votes is not None
    assert record_of(page).cases[0].votes.votes_against == 0

    page.desk_view.votes.table.go_to(1)
    type_votes(page, "7\n")
    assert cell(page, 0, RESULT) == "tổng 9 > 7", "saving another row lost what was typed"
    page.next_button.click()
    assert page.stage is Stage.VOTES
    assert "chưa khớp tổng" in page.banner.text

    page.desk_view.votes.table.go_to(0)
    QTest.keyClick(page.desk_view.votes.table, Qt.Key.Key_Escape)
    assert cell(page, 0, RESULT) == "đạt"


def test_all_for_is_filled_in_and_exceptions_are_corrected(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    count_ballots(page, 7, 7)
    page.desk_view.votes.fill_button.click()
    assert [cell(page, row, RESULT) for row in range(4)] == ["đạt"] * 4
    page.desk_view.votes.table.go_to(2)
    type_votes(page, "3\n4\n")
    assert cell(page, 2, RESULT) == "không đạt"
    assert [cell(page, row, RESULT) for row in (0, 1, 3)] == ["đạt"] * 3


def test_deleting_the_votes_of_a_row_can_be_undone(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    count_ballots(page, 7, 7)
    type_votes(page, "6\n1\n")
    page.desk_view.votes.table.go_to(0)
    QTest.keyClick(page.desk_view.votes.table, Qt.Key.Key_Delete)
    assert cell(page, 0, RESULT) == "chưa nhập"
    assert record_of(page).cases[0].votes is None
    page.secretary.enter_votes(record_of(page).cases[0].nomination_id, 6, 1, 0)
    assert cell(page, 0, RESULT) == "đạt"


def test_the_arrows_leave_a_cell_that_is_being_typed_in(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    count_ballots(page, 7, 7)
    table = page.desk_view.votes.table
    table.go_to(0)
    type_votes(page, "3")
    editor = table.viewport().findChild(QLineEdit)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert cell(page, 0, FIRST_VOTE) == "3"
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, FIRST_VOTE)
    assert cell(page, 0, RESULT) == "đang nhập"


def test_more_ballots_than_voters_are_refused_at_their_field(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    count_ballots(page, 8, 8)
    assert record_of(page).ballots_issued is None
    assert page.desk_view.votes.issued.property("state") == "wrong"
    assert not page.desk_view.votes.table.votes.takes_votes


def test_votes_that_no_longer_fit_ask_to_be_entered_again(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    count_ballots(page, 7, 7)
    type_votes(page, "7\n")
    count_ballots(page, 7, 6)
    assert cell(page, 0, RESULT) == "nhập lại"
    assert cell(page, 0, FIRST_VOTE) == "7"
    page.desk_view.votes.fill_button.click()
    assert cell(page, 0, RESULT) == "đạt"


def test_a_show_of_hands_has_no_ballots_and_counts_the_voters(qtbot: QtBot, desk_office: Office) -> None:
    for rule in ("commune_basic", "commune_high", "province"):
        settings.change_setting(desk_office.workspace, f"vote_method.{rule}", VoteMethod.SHOW_OF_HANDS)
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    page.go_to(Stage.VOTES)
    assert not page.desk_view.votes.issued.isVisible()
    type_votes(page, "7\n")
    assert cell(page, 0, RESULT) == "đạt"


def test_a_meeting_that_lacks_something_is_not_closed_and_says_what(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    page.go_to(Stage.CLOSING)
    assert "Chưa ghi số phiếu phát ra, thu về." in page.desk_view.closing.words
    assert "giờ kết thúc" not in page.desk_view.closing.words
    page.next_button.click()
    assert "Chưa kết thúc được cuộc họp." in page.banner.text
    assert record_of(page).state is not MeetingState.CLOSED
    assert record_of(page).ends_at is None


def test_a_closed_meeting_is_read_only_until_it_is_reopened_with_a_reason(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    count_ballots(page, 7, 7)
    page.desk_view.votes.fill_button.click()
    page.go_to(Stage.CLOSING)
    page.next_button.click()
    page.go_to(Stage.VOTES)
    type_votes(page, "1\n")
    assert cell(page, 0, FIRST_VOTE) == "7"
    assert not page.desk_view.cases.remove_button.isVisibleTo(page.desk_view.cases)

    page.go_to(Stage.CLOSING)
    assert page.next_button.text() == "Mở lại cuộc họp"
    page.next_button.click()
    dialog_of(page).form.field("reason").editor.setText("Nhập sai một phiếu")
    dialog_of(page).save()
    assert record_of(page).state is MeetingState.HELD


def test_keys_note_who_is_missing(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    page.go_to(Stage.ATTENDANCE)
    table = page.desk_view.attendance.table
    table.selectRow(3)
    QTest.keyClick(table, "4")
    assert record_of(page).members[3].attendance is Attendance.WRITTEN_OPINION
    assert table.currentIndex().row() == 3


def test_a_case_is_added_summed_up_and_taken_off(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    page.go_to(Stage.CASES)
    page.add_case()
    form = dialog_of(page).form
    subjects = form.field("subject").editor
    subjects.setCurrentIndex(subjects.findText("Trần Văn Bình", Qt.MatchFlag.MatchStartsWith))
    form.fill({"award_code": "GKX"})
    dialog_of(page).save()
    assert record_of(page).cases[-1].award_code == "GKX"

    page.summarise(record_of(page).cases[-1])
    dialog_of(page).form.fill({"summary": "Chỉ đạo phòng chống lụt bão"})
    dialog_of(page).save()
    assert record_of(page).cases[-1].summary == "Chỉ đạo phòng chống lụt bão"

    table = page.desk_view.cases.table
    table.select_where(lambda line: line[1].award_code == "GKX")
    page.desk_view.cases.remove_button.click()
    assert all(case.award_code != "GKX" for case in record_of(page).cases)


def test_papers_open_in_the_plan_editor_and_print_what_was_drafted(
    qtbot: QtBot, desk_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting_id = desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    asked: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(MainWindow, "navigate", lambda _self, key, **args: asked.append((key, args)))
    page.context = page.window()._context_of(desk_office.workspace)
    page.next_button.click()
    assert asked == [("ke-hoach", {"template_id": INVITATION, "meeting_id": meeting_id, "year": YEAR})]
    assert page.secretary.paper(BALLOT).make(desk_office.workspace).subject.startswith("Xét danh hiệu thi đua")


def test_another_meeting_of_the_year_is_prepared_and_chosen(qtbot: QtBot, desk_office: Office) -> None:
    first = desk_office.prepare()
    council_desk.prepare(desk_office.workspace, YEAR, date(2026, 12, 20), "14:00", "Hội trường")
    page = shown(qtbot, desk_office.workspace)
    assert page.secretary.desk.record.held_on == date(2026, 12, 20)
    entries = page.meeting_menu().actions()
    assert [entry.text() for entry in entries if not entry.isSeparator()] == [
        "Cuộc họp ngày 27/11/2026",
        "Cuộc họp ngày 20/12/2026",
        "Chuẩn bị cuộc họp khác…",
    ]
    entries[0].trigger()
    assert page.secretary.desk.record.meeting_id == first
    page.window().work_on(2025)
    assert "chưa có cuộc họp nào" in page._heading.text()


def test_the_step_pressed_at_the_side_is_shown(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    page.desk_view.side.stepper.chosen.emit(Stage.MINUTES)
    assert page.desk_view.minutes.isVisible()


def test_every_picture_of_the_page_can_be_shown(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    for show in page.showcase().values():
        dialog = show()
        QApplication.processEvents()
        if dialog is not None:
            assert dialog.isVisible()
            dialog.close()
    assert page.mapTo(page.window(), QPoint(0, 0)).x() > 0


def test_on_a_narrow_screen_the_next_step_stays_in_view(qtbot: QtBot, desk_office: Office) -> None:
    desk_office.prepare()
    page = shown(qtbot, desk_office.workspace)
    window = page.window()
    window.resize(911, 512)
    qtbot.waitUntil(lambda: page.width() <= window.width())
    right = page.next_button.mapTo(window, QPoint(page.next_button.width(), 0)).x()
    assert right <= window.width()
    assert page.desk_view.side.width() > page.desk_view.width() / 2
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: page.desk_view.side.width() < page.desk_view.width() / 2)
