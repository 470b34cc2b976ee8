"""Ratings, discipline, bulk edit, merging and pasting in the page of people, as a clerk drives it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import Gender, PersonDraft, Rating, StaffGroup
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services import staff, units
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.test_staff_page import JULY, Frame, fill_and_save, names, select
from ui.dialogs.base import FormDialog
from ui.dialogs.printing import PrintDialog
from ui.dialogs.staff_paste import PasteDialog
from ui.pages import attachments
from ui.pages.staff import StaffPage
from ui.pages.staff_parts.people_tab import NAMESAKES
from ui.widgets.elided_link import ElidedLink


@pytest.fixture
def frame(workspace: Workspace, qtbot: QtBot) -> Frame:
    page = StaffPage()
    page.resize(1120, 700)
    qtbot.addWidget(page)
    page.show()
    made = Frame(page, workspace)
    office = units.add_unit(workspace, UnitDraft("Văn phòng", founded_on=JULY))
    units.add_unit(workspace, UnitDraft("Phòng Kinh tế", founded_on=JULY))
    for draft in (
        PersonDraft("Trần Văn Bình", PartialDate(1979), Gender.MALE, "042079000001", None, "Công chức", office),
        PersonDraft("Nguyễn Thị Ánh", PartialDate(1985), position="Công chức", unit_id=office),
        PersonDraft("Nguyễn Thị Anh", PartialDate(1985, 3, 5), position="Chuyên viên", unit_id=office),
    ):
        staff.add_person(workspace, draft, JULY)
    page.open(made.context)
    return made


def opened(parent: QWidget, kind: type[QWidget] = FormDialog) -> QWidget:
    """The dialog that was opened last."""
    found = [child for child in parent.window().findChildren(kind) if child.isVisible()]
    assert found
    return found[-1]


def card_says(frame: Frame, words: str) -> bool:
    card = frame.page.people.card
    texts = [child.text() for child in card.findChildren(type(card._name)) if not child.isHidden()]
    return any(words in text for text in texts)


def test_a_rating_is_written_on_the_card_and_taken_back(frame: Frame) -> None:
    select(frame, "Trần Văn Bình")
    fill_and_save(frame.page.people.records.rate(), year=2025, rating=Rating.GOOD, decision_number="12/QĐ-UBND")
    assert card_says(frame, "Hoàn thành tốt nhiệm vụ\nQĐ số 12/QĐ-UBND")
    frame.take_back()
    assert not card_says(frame, "Hoàn thành tốt nhiệm vụ")


def test_the_form_of_a_rating_shows_what_a_year_has(frame: Frame) -> None:
    select(frame, "Trần Văn Bình")
    fill_and_save(frame.page.people.records.rate(), year=2025, rating=Rating.GOOD)
    dialog = frame.page.people.records.rate()
    assert dialog is not None
    assert dialog.form.values()["rating"] is Rating.GOOD
    dialog.form.fill({"year": 2024})
    assert dialog.form.values()["rating"] is None
    dialog.form.fill({"year": 2025})
    fill_and_save(dialog, rating=None)
    assert frame.page.people.card.record is not None
    assert frame.page.people.card.record.ratings == ()


def test_discipline_is_recorded_and_then_ended(frame: Frame) -> None:
    select(frame, "Trần Văn Bình")
    records = frame.page.people.records
    fill_and_save(records.discipline(), form=DisciplineForm.REPRIMAND, decided_on=date(2025, 3, 1))
    assert card_says(frame, "Khiển trách, còn hiệu lực")
    dialog = records.discipline()
    assert dialog is not None
    dialog.form.field("measure").editor.setCurrentIndex(1)
    fill_and_save(dialog, ended_on=date(2026, 3, 1))
    assert card_says(frame, "hết hiệu lực từ 01/03/2026")


def test_a_measure_without_a_form_is_refused_at_the_field(frame: Frame) -> None:
    select(frame, "Trần Văn Bình")
    dialog = fill_and_save(frame.page.people.records.discipline(), decided_on=date(2025, 3, 1))
    assert dialog.form.field("form").error == "Chọn hình thức kỷ luật."


def test_several_people_are_changed_at_once_and_back(frame: Frame) -> None:
    frame.page.people.table.selectAll()
    assert frame.page.people.card.bulk_button.isVisible()
    assert not frame.page.people.card.merge_button.isVisible()
    fill_and_save(frame.page.people.records.change_many(), group=StaffGroup.CIVIL_SERVANT)
    assert {row.group for row in frame.page.people.table.shown()} == {StaffGroup.CIVIL_SERVANT}
    frame.take_back()
    assert {row.group for row in frame.page.people.table.shown()} == {None}


def test_those_with_one_name_can_be_looked_at_alone_and_merged(frame: Frame, qtbot: QtBot) -> None:
    people = frame.page.people
    people.unit.setCurrentIndex(people.unit.findData(NAMESAKES))
    assert people.unit.currentText() == "Trùng tên (2)"
    assert names(frame) == ["Nguyễn Thị Anh", "Nguyễn Thị Ánh"]
    people.table.selectAll()
    qtbot.mouseClick(people.card.merge_button, Qt.MouseButton.LeftButton)
    dialog = opened(people)
    assert isinstance(dialog, FormDialog)
    fill_and_save(dialog, birth=True)
    assert names(frame) == ["Nguyễn Thị Ánh", "Trần Văn Bình"]
    record = people.card.record
    assert record is not None
    assert record.person.birth == PartialDate(1985, 3, 5)
    qtbot.mouseClick(people.card.split_button, Qt.MouseButton.LeftButton)
    people.confirm.agree()
    assert "Đã tách hai hồ sơ." in frame.said
    assert names(frame) == ["Nguyễn Thị Anh", "Nguyễn Thị Ánh", "Trần Văn Bình"]


def test_a_merge_is_undone_from_the_foot_of_the_window(frame: Frame, qtbot: QtBot) -> None:
    frame.page.people.table.select_where(lambda row: row.full_name.startswith("Nguyễn"))
    frame.page.people.records.merge()
    dialog = opened(frame.page)
    assert isinstance(dialog, FormDialog)
    dialog.save()
    assert len(names(frame)) == 2
    frame.take_back()
    assert len(names(frame)) == 3


def test_the_new_person_is_told_of_who_has_the_name_without_diacritics(frame: Frame, qtbot: QtBot) -> None:
    dialog = frame.page.people.act.add()
    qtbot.keyClicks(dialog.form.field("full_name").editor, "tran van binh")
    assert dialog.form.field("full_name").remark.startswith("Đã có người cùng tên: Trần Văn Bình (1979, Công chức")


def test_what_is_copied_comes_back_changed_by_pasting(frame: Frame, qtbot: QtBot) -> None:
    table = frame.page.people.table
    table.selectAll()
    qtbot.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
    block = QGuiApplication.clipboard().text()
    assert block.splitlines()[0].startswith("Họ và tên\tNgày sinh\tChức vụ")
    QGuiApplication.clipboard().setText(block.replace("Chuyên viên", "Phó Trưởng phòng"))
    table.setFocus()
    qtbot.keySequence(table, QKeySequence(QKeySequence.StandardKey.Paste))
    dialog = opened(frame.page, PasteDialog)
    assert isinstance(dialog, PasteDialog)
    assert dialog.preview.sentence == "3 dòng: sửa 1, bỏ qua 0."
    qtbot.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    assert [row.position for row in table.shown()].count("Phó Trưởng phòng") == 1
    frame.take_back()
    assert [row.position for row in table.shown()].count("Phó Trưởng phòng") == 0


def test_an_empty_clipboard_is_told_at_the_head_of_the_page(frame: Frame) -> None:
    QGuiApplication.clipboard().setText("")
    frame.page.people.records.paste()
    assert "không có dòng nào" in frame.page.banner.text


def test_the_sheet_of_a_person_needs_an_office_and_says_so(frame: Frame, qtbot: QtBot) -> None:
    select(frame, "Trần Văn Bình")
    qtbot.mouseClick(frame.page.people.card.print_button, Qt.MouseButton.LeftButton)
    assert "Chưa có thông tin cơ quan" in frame.page.banner.text


def test_the_sheet_is_one_button_away(sample_workspace: Workspace, qtbot: QtBot) -> None:
    page = StaffPage()
    qtbot.addWidget(page)
    page.show()
    page.open(Frame(page, sample_workspace).context)
    qtbot.mouseClick(page.people.card.print_button, Qt.MouseButton.LeftButton)
    assert isinstance(opened(page, PrintDialog), PrintDialog)


def test_a_unit_shows_what_became_of_it_and_takes_a_rating(frame: Frame, workspace: Workspace) -> None:
    (old,) = [unit for unit in units.list_units(workspace) if unit.name == "Phòng Kinh tế"]
    new = units.succeed_units(workspace, [old.id], UnitDraft("Phòng Kinh tế và Hạ tầng"), date(2026, 8, 1)).unit_id
    page = frame.page
    page.tabs.setCurrentWidget(page.units)
    page.units.look_for(new)
    frame.announce("units")
    assert [each.name for each in page.units.card.record.successions] == ["Phòng Kinh tế"]
    fill_and_save(page.units.act.rate(), year=2025, rating=Rating.EXCELLENT)
    assert [entry.rating for entry in page.units.card.record.ratings] == [Rating.EXCELLENT]
    frame.take_back()
    assert page.units.card.record.ratings == ()


def test_a_paper_is_kept_with_a_person_opened_thrown_away_and_brought_back(
    frame: Frame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_files: list[Path] = []
    monkeypatch.setattr(attachments, "open_outside", opened_files.append)
    scan = tmp_path / "Quyết định khen thưởng số 15 năm 2025 của Chủ tịch Ủy ban nhân dân xã.pdf"
    scan.write_bytes(b"%PDF-1.7\nx\n%%EOF\n")
    select(frame, "Trần Văn Bình")
    files = frame.page.people.card.files
    files.attach([scan])
    (link,) = [each for each in files.findChildren(ElidedLink) if each.isVisible()]
    assert link.text() != link.in_full == scan.name
    link.click()
    assert opened_files[0].name == scan.name
    files.delete(files.copies[0])
    assert files.copies == []
    frame.take_back()
    assert [copy.file_name for copy in files.copies] == [scan.name]


def test_a_file_that_is_no_scan_is_told_beside_the_button(frame: Frame, tmp_path: Path) -> None:
    (tmp_path / "thư.doc").write_bytes(b"not a scan")
    select(frame, "Trần Văn Bình")
    files = frame.page.people.card.files
    files.attach([tmp_path / "thư.doc"])
    assert "không phải tệp PDF" in files.trouble
    assert files.copies == []
