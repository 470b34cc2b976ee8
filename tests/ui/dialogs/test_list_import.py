"""The wizard that brings in lists, as a clerk drives it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.people import PersonDraft, Rating
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services import ratings, registrations, staff, units
from kimhoa_app.services.imports import ListKind, RowAction, list_imports
from kimhoa_app.services.workspace import Workspace
from tests.exchange.lists.workbooks import Page, tcvn3, workbook
from ui.background import BackgroundRunner, ImmediateRunner, Runner
from ui.dialogs.list_import.steps import COLUMNS, DONE, FILE, ROWS
from ui.dialogs.list_import.wizard import ImportWizard
from ui.dialogs.list_import.words import describe
from ui.pages.context import PageContext
from ui.widgets.dropping import dropped_files

HEADER = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Đơn vị"]
ANH = [1, "Nguyễn Thị Ánh", "05/03/1985", "Nữ", "Phó Chánh Văn phòng", "Văn phòng"]
BINH = [2, "Trần Văn Bình", 1979, "Nam", "Công chức", "Phòng Kinh tế"]
TUAN = [3, "Tuấn", None, None, None, None]
CUONG = [4, "Lê Văn Cường", "42/1/1990", "Nam", "Công chức", "Phòng Kinh tế"]


@dataclass
class Heard:
    """What the wizard said to the rest of the program."""

    said: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    undo: Callable[[], object] | None = None

    def notify(self, text: str, undo: Callable[[], object] | None = None, _actions: object = ()) -> None:
        self.said.append(text)
        self.undo = undo


@dataclass
class Desk:
    """A wizard on an office with one person, and what it is heard to say."""

    qtbot: QtBot
    workspace: Workspace
    folder: Path
    heard: Heard = field(default_factory=Heard)

    def open(self, kind: ListKind = ListKind.STAFF, runner: Runner | None = None) -> ImportWizard:
        context = PageContext(
            self.workspace, runner or ImmediateRunner(), 2026, lambda _key, **_args: None,
            lambda *kinds: self.heard.kinds.extend(kinds), self.heard.notify,
        )  # fmt: skip
        made = ImportWizard(context, kind)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.qtbot.addWidget(made)
        made.open()
        return made

    def file(self, *rows: list[object], name: str = "ds.xlsx") -> Path:
        return workbook(self.folder / name, Page((["DANH SÁCH CÁN BỘ"], *rows)))

    def names(self) -> set[str]:
        return {person.full_name for person in staff.list_people(self.workspace)}


@pytest.fixture
def desk(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> Desk:
    office = units.add_unit(workspace, UnitDraft("Văn phòng"))
    staff.add_person(workspace, PersonDraft("Nguyễn Thị Ánh", position="Công chức", unit_id=office))
    return Desk(qtbot, workspace, tmp_path)


def press(wizard: ImportWizard, text: str) -> None:
    next(each for each in wizard.findChildren(QPushButton) if each.text().strip() == text and each.isVisible()).click()


def kinds(wizard: ImportWizard) -> list[str]:
    tabs = wizard.rows_step.kinds
    return [tabs.tabText(place) for place in range(tabs.count())]


def look_at(wizard: ImportWizard, name: str) -> None:
    wizard.rows_step.table.select_where(lambda row: row.row.name == name)


def test_before_a_file_is_chosen_nothing_can_be_imported(desk: Desk) -> None:
    wizard = desk.open()
    assert wizard.step == FILE
    assert wizard.foot.commit.isHidden()
    assert not any(wizard.steps.isTabEnabled(place) for place in (COLUMNS, ROWS, DONE))


def test_a_clean_list_is_in_after_the_choice_of_the_file_and_one_button(desk: Desk) -> None:
    wizard = desk.open()
    press(wizard, "Chọn tệp Excel…")
    wizard.findChild(QFileDialog).filesSelected.emit([str(desk.file(HEADER, ANH, BINH))])
    press(wizard, "Nhập 2 người")
    assert wizard.isHidden()
    assert desk.heard.said == ["Nhập xong: đã thêm 1 người, cập nhật 1 người, thêm 1 đơn vị."]
    assert desk.heard.kinds == ["people", "units"]
    assert desk.names() == {"Nguyễn Thị Ánh", "Trần Văn Bình"}
    assert desk.heard.undo is not None
    desk.heard.undo()
    assert desk.names() == {"Nguyễn Thị Ánh"}


def test_every_line_says_what_will_happen_and_nothing_is_changed(desk: Desk) -> None:
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, ANH, BINH, TUAN, CUONG)])
    assert kinds(wizard) == ["Tất cả 4", "Thêm mới 2", "Cập nhật 1", "Không nhập được 1"]
    table = wizard.rows_step.table.model()
    told = [str(table.index(row, 6).data()) for row in range(4)]
    assert told[0].startswith("ngày sinh: chưa có → 05/03/1985; giới tính: chưa có → Nữ; chức vụ: Công chức → Phó")
    assert told[1] == "Công chức, Phòng Kinh tế, sinh 1979"
    assert "cả họ và tên" in told[2]
    assert "42/1/1990" in told[3]
    assert wizard.foot.commit.text() == "Nhập 3 người"
    assert desk.names() == {"Nguyễn Thị Ánh"}


def test_a_line_is_left_out_by_its_box_or_by_space(desk: Desk) -> None:
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, ANH, BINH, CUONG)])
    table = wizard.rows_step.table
    place = table.visualRect(table.model().index(1, 0)).center()
    desk.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wizard.foot.commit.text() == "Nhập 2 người"
    table.selectAll()
    desk.qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not wizard.foot.commit.isEnabled()
    desk.qtbot.keyClick(table, Qt.Key.Key_Space)
    assert wizard.foot.commit.text() == "Nhập 3 người"
    look_at(wizard, "Trần Văn Bình")
    desk.qtbot.keyClick(table, Qt.Key.Key_Space)
    press(wizard, "Nhập 2 người")
    assert desk.names() == {"Nguyễn Thị Ánh", "Lê Văn Cường"}


def test_a_refused_line_is_mended_in_the_wizard_and_the_file_stays(desk: Desk) -> None:
    path = desk.file(HEADER, BINH, TUAN)
    before = path.read_bytes()
    wizard = desk.open()
    wizard.read_files([path])
    look_at(wizard, "Tuấn")
    form = wizard.correct(wizard.rows_step.table.selected()[0])
    assert form is not None
    form.form.fill({"full_name": "phan văn tuấn", "birth": "2-9-1980"})
    form.save()
    assert kinds(wizard) == ["Tất cả 2", "Thêm mới 2"]
    press(wizard, "Nhập 2 người")
    assert desk.names() == {"Nguyễn Thị Ánh", "Trần Văn Bình", "Phan Văn Tuấn"}
    assert path.read_bytes() == before


def test_what_was_brought_in_is_taken_back_and_brought_in_again(desk: Desk) -> None:
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, BINH, TUAN)])
    press(wizard, "Nhập 1 người")
    assert wizard.step == DONE
    assert "Trần Văn Bình" in desk.names()
    press(wizard, "Hoàn tác cả lần nhập")
    assert wizard.step == ROWS
    assert "Đã hoàn tác" in wizard.banner.text
    assert desk.names() == {"Nguyễn Thị Ánh"}
    press(wizard, "Nhập 1 người")
    press(wizard, "Xem lại các dòng ấy")
    assert kinds(wizard) == ["Tất cả 2", "Không đổi 1", "Không nhập được 1"]
    assert not wizard.foot.commit.isEnabled()


def test_the_lines_left_over_are_a_list_that_is_brought_in_once_mended(desk: Desk) -> None:
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, BINH, TUAN, name="ds.xlsx")])
    press(wizard, "Lưu các dòng chưa nhập…")
    saved = desk.folder / "con lai.xlsx"
    wizard.findChild(QFileDialog).fileSelected.emit(str(saved))
    book = openpyxl.load_workbook(saved)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_row=4)]
    assert rows[0][:3] == ["STT", "Họ và tên", "Ngày sinh"]
    assert "cả họ và tên" in str(rows[1])
    assert "ds.xlsx, dòng 4" in str(rows[1])
    sheet.cell(4, rows[0].index("Họ và tên") + 1, "Phan Văn Tuấn")
    book.save(saved)
    wizard.read_files([saved])
    assert kinds(wizard) == ["Tất cả 1", "Thêm mới 1"]


@pytest.fixture
def namesakes(desk: Desk) -> list[int]:
    return [
        staff.add_person(desk.workspace, PersonDraft("Trần Văn Bình", position=position))
        for position in ("Kế toán", "Văn thư")
    ]


def test_the_clerk_says_who_is_meant_or_that_it_is_somebody_new(desk: Desk, namesakes: list[int]) -> None:
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, BINH)])
    assert kinds(wizard) == ["Tất cả 1", "Chưa rõ là ai 1"]
    look_at(wizard, "Trần Văn Bình")
    detail = wizard.rows_step.detail
    detail.who.choose(namesakes[1])
    press(wizard, "Là người này")
    assert kinds(wizard) == ["Tất cả 1", "Cập nhật 1"]
    press(wizard, "Quyết định lại")
    press(wizard, "Là người mới")
    assert kinds(wizard) == ["Tất cả 1", "Thêm mới 1"]
    press(wizard, "Nhập 1 người")
    assert len(staff.list_people(desk.workspace)) == 4


def test_a_name_that_is_misspelt_is_told_to_be_somebody_known(desk: Desk) -> None:
    registrations.open_round(desk.workspace, 2026, date(2026, 1, 2), date(2026, 12, 31))
    path = workbook(desk.folder / "dk.xlsx", Page((["Họ và tên", "Danh hiệu"], ["Nguyễn Thị Ảnh", "LĐTT"])))
    wizard = desk.open(ListKind.REGISTRATIONS)
    wizard.read_files([path])
    assert kinds(wizard) == ["Tất cả 1", "Không nhập được 1"]
    look_at(wizard, "Nguyễn Thị Ảnh")
    detail = wizard.rows_step.detail
    press(wizard, "Là người này")
    assert detail._fault.text() == "Hãy chọn một dòng trong danh sách."
    detail.who.setEditText("anh")
    detail.who.settle()
    press(wizard, "Là người này")
    assert kinds(wizard) == ["Tất cả 1", "Thêm mới 1"]
    press(wizard, "Nhập 1 đăng ký")
    assert [line.name for line in registrations.list_registrations(desk.workspace, 2026).people] == ["Nguyễn Thị Ánh"]


def test_who_has_nearly_the_same_name_in_the_same_unit_is_proposed(desk: Desk) -> None:
    registrations.open_round(desk.workspace, 2026, date(2026, 1, 2), date(2026, 12, 31))
    rows = (["Họ và tên", "Đơn vị", "Danh hiệu"], ["Nguyễn Thị Anh", "Văn phòng", "LĐTT"])
    wizard = desk.open(ListKind.REGISTRATIONS)
    wizard.read_files([workbook(desk.folder / "dk.xlsx", Page(rows))])
    look_at(wizard, "Nguyễn Thị Anh")
    press(wizard, "Là người này")
    assert kinds(wizard) == ["Tất cả 1", "Thêm mới 1"]


def test_somebody_new_can_be_told_to_be_known_under_another_name(desk: Desk) -> None:
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, [1, "Nguyễn Thị Ngọc Ánh", "05/03/1985"])])
    look_at(wizard, "Nguyễn Thị Ngọc Ánh")
    press(wizard, "Là người đã có…")
    wizard.rows_step.detail.who.setCurrentIndex(0)
    press(wizard, "Là người này")
    (row,) = wizard.rows_step.table.shown()
    assert row.row.action is RowAction.CHANGE
    assert ("full_name", "Nguyễn Thị Ánh", "Nguyễn Thị Ngọc Ánh") in [
        (change.field, change.old, change.new) for change in row.row.changes
    ]


def test_unclear_lines_are_decided_at_once(desk: Desk) -> None:
    for name in ("Trần Văn Bình", "Lê Văn Cường"):
        staff.add_person(desk.workspace, PersonDraft(name))
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, [1, "Trần Văn Bình", 1979], [2, "Lê Văn Cường", 1980])])
    assert kinds(wizard) == ["Tất cả 2", "Chưa rõ là ai 2"]
    look_at(wizard, "Trần Văn Bình")
    press(wizard, "Cả 2 dòng là người đã có")
    assert kinds(wizard) == ["Tất cả 2", "Cập nhật 2"]


def test_what_was_decided_outlasts_another_reading(desk: Desk, namesakes: list[int]) -> None:
    path = desk.file(HEADER, BINH, TUAN)
    wizard = desk.open()
    wizard.read_files([path])
    look_at(wizard, "Trần Văn Bình")
    press(wizard, "Là người mới")
    desk.file(HEADER, BINH, [3, "Phan Văn Tuấn"])
    press(wizard, "Đọc lại tệp")
    assert kinds(wizard) == ["Tất cả 2", "Thêm mới 2"]


def test_columns_are_shown_with_values_and_can_mean_something_else_next_time_too(desk: Desk) -> None:
    rows = (["STT", "Họ và tên", "Việc đang làm"], [1, "Trần Văn Bình", "Kế toán"], [2, "Lê Văn Cường", "Văn thư"])
    wizard = desk.open()
    wizard.read_files([desk.file(*rows)])
    wizard.steps.setCurrentIndex(COLUMNS)
    step = wizard.columns_step
    assert step.sheet.currentText() == "Danh sách"
    assert step.header.currentText() == "2: STT · Họ và tên · Việc đang làm"
    assert step.meanings[2].currentText() == "không lấy"
    step.meanings[2].setCurrentIndex(step.meanings[2].findData("position"))
    wizard.steps.setCurrentIndex(ROWS)
    assert [row.row.content for row in wizard.rows_step.table.shown()] == ["Kế toán", "Văn thư"]
    another = desk.open()
    another.read_files([desk.file(*rows, name="nam sau.xlsx")])
    assert [row.row.content for row in another.rows_step.table.shown()] == ["Kế toán", "Văn thư"]


def test_two_columns_cannot_mean_the_same_nor_can_the_name_be_missing(desk: Desk) -> None:
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, BINH)])
    wizard.steps.setCurrentIndex(COLUMNS)
    step = wizard.columns_step
    step.meanings[4].setCurrentIndex(step.meanings[4].findData("unit"))
    press(wizard, "Xem từng dòng")
    assert "“Chức vụ” và “Đơn vị” cùng lấy làm Đơn vị" in step.fault
    step.meanings[4].setCurrentIndex(0)
    step.meanings[1].setCurrentIndex(0)
    press(wizard, "Xem từng dòng")
    assert "cần có cột Họ và tên" in step.fault
    wizard.steps.setCurrentIndex(ROWS)
    assert (wizard.step, wizard.steps.currentIndex()) == (COLUMNS, COLUMNS)


def test_a_list_with_heads_that_nobody_knows_is_read_as_the_clerk_says(desk: Desk) -> None:
    path = desk.file(["Anh em", "Làm gì"], ["Trần Văn Bình", "Kế toán"], ["Lê Văn Cường", "Văn thư"])
    wizard = desk.open()
    wizard.read_files([path])
    assert wizard.step == COLUMNS
    assert "Không tìm thấy dòng tiêu đề" in wizard.banner.text
    step = wizard.columns_step
    assert step.header.currentData() == 2
    for place, meaning in ((0, "full_name"), (1, "position")):
        step.meanings[place].setCurrentIndex(step.meanings[place].findData(meaning))
    press(wizard, "Xem từng dòng")
    assert wizard.banner.text == ""
    press(wizard, "Nhập 2 người")
    assert desk.names() == {"Nguyễn Thị Ánh", "Trần Văn Bình", "Lê Văn Cường"}


def test_old_letters_are_shown_before_and_after_and_can_be_read_otherwise(desk: Desk) -> None:
    rows = [[tcvn3(text) for text in row] for row in (["Họ và tên", "Chức vụ"], ["Nguyễn Thị Hảo", "Công chức"])]
    wizard = desk.open()
    wizard.read_files([desk.file(*rows)])
    assert [row.row.name for row in wizard.rows_step.table.shown()] == ["Nguyễn Thị Hảo"]
    wizard.steps.setCurrentIndex(COLUMNS)
    step = wizard.columns_step
    assert step.encoding.currentText() == "Tự nhận: TCVN3"
    assert "Nguyễn Thị Hảo" in [str(step.preview.model().index(row, 1).data()) for row in range(4)]
    step.encoding.setCurrentIndex(3)
    step.encoding.activated.emit(3)
    assert step.encoding.currentText().startswith("Unicode")
    assert wizard.step == COLUMNS
    step.encoding.setCurrentIndex(0)
    step.encoding.activated.emit(0)
    assert step.encoding.currentText() == "Tự nhận: TCVN3"


def test_another_sheet_is_chosen(desk: Desk) -> None:
    pages = (
        Page((HEADER, ANH, BINH, CUONG), name="Năm nay"),
        Page((HEADER, BINH), name="Năm trước"),
    )
    wizard = desk.open()
    wizard.read_files([workbook(desk.folder / "hai.xlsx", *pages)])
    wizard.steps.setCurrentIndex(COLUMNS)
    sheet = wizard.columns_step.sheet
    assert [sheet.itemText(place) for place in range(sheet.count())] == ["Năm nay", "Năm trước"]
    sheet.setCurrentIndex(1)
    sheet.activated.emit(1)
    press(wizard, "Xem từng dòng")
    assert [row.row.name for row in wizard.rows_step.table.shown()] == ["Trần Văn Bình"]


def test_the_year_that_a_list_does_not_say_is_chosen(desk: Desk) -> None:
    path = workbook(desk.folder / "xl.xlsx", Page((["Họ và tên", "Xếp loại"], ["Nguyễn Thị Ánh", "HTXSNV"])))
    wizard = desk.open(ListKind.RATINGS)
    wizard.read_files([path])
    assert [row.row.action for row in wizard.rows_step.table.shown()] == [RowAction.REFUSED]
    wizard.bar.year.setCurrentIndex(wizard.bar.year.findData(2025))
    wizard.bar.year.activated.emit(0)
    press(wizard, "Nhập 1 xếp loại")
    assert [entry.rating for entry in ratings.list_ratings(desk.workspace, 2025)] == [Rating.EXCELLENT]


def test_another_kind_reads_the_same_file_as_that(desk: Desk) -> None:
    path = workbook(desk.folder / "xl.xlsx", Page((["Họ và tên", "Xếp loại 2025"], ["Nguyễn Thị Ánh", "HTTNV"])))
    wizard = desk.open(ListKind.RATINGS)
    wizard.read_files([path])
    assert wizard.foot.commit.text() == "Nhập 1 xếp loại"
    wizard.bar.kind.setCurrentIndex(0)
    wizard.bar.kind.activated.emit(0)
    assert wizard.kind is ListKind.STAFF
    assert wizard.step in (ROWS, COLUMNS)


def test_several_files_are_one_import_each_and_come_in_together(desk: Desk) -> None:
    registrations.open_round(desk.workspace, 2026, date(2026, 1, 2), date(2026, 12, 31))
    heads = ["Họ và tên", "Danh hiệu"]
    first = workbook(desk.folder / "a.xlsx", Page((heads, ["Nguyễn Thị Ánh", "LĐTT"])))
    second = workbook(desk.folder / "b.xlsx", Page((heads, ["Nguyễn Thị Ánh", "LĐTT"], ["Nguyễn Thị Ánh", "CSTĐCS"])))
    wizard = desk.open(ListKind.REGISTRATIONS)
    wizard.read_files([first, second])
    assert [row.file for row in wizard.rows_step.table.shown()] == ["a.xlsx", "b.xlsx", "b.xlsx"]
    wizard.commit()
    listing = registrations.list_registrations(desk.workspace, 2026)
    assert sorted(line.award_code for line in listing.people) == ["CSTĐCS", "LĐTT"]
    assert len(list_imports(desk.workspace)) == 2
    assert desk.heard.undo is not None
    desk.heard.undo()
    assert registrations.list_registrations(desk.workspace, 2026).people == ()


def test_of_several_files_the_columns_of_the_one_that_is_chosen_are_shown(desk: Desk) -> None:
    head = ["Họ và tên", "Chức vụ", "Việc làm"]
    wizard = desk.open()
    wizard.read_files(
        [desk.file(HEADER, BINH, name="a.xlsx"), desk.file(head, ["Lê Văn Cường", None, "Kế toán"], name="b.xlsx")]
    )
    look_at(wizard, "Lê Văn Cường")
    wizard.steps.setCurrentIndex(COLUMNS)
    combo = wizard.columns_step.meanings[2]
    wizard.columns_step.meanings[1].setCurrentIndex(0)
    combo.setCurrentIndex(combo.findData("position"))
    press(wizard, "Xem từng dòng")
    assert [(row.file, row.row.content) for row in wizard.rows_step.table.shown()] == [
        ("a.xlsx", "Công chức, Phòng Kinh tế, sinh 1979"),
        ("b.xlsx", "Kế toán"),
    ]


def test_registrations_without_a_round_are_refused_without_asking_for_columns(desk: Desk) -> None:
    path = workbook(desk.folder / "dk.xlsx", Page((["Họ và tên", "Danh hiệu"], ["Nguyễn Thị Ánh", "LĐTT"])))
    wizard = desk.open(ListKind.REGISTRATIONS)
    wizard.read_files([path])
    assert wizard.step == FILE
    assert wizard.banner.text == "Chưa mở đợt đăng ký năm 2026."


def test_lines_are_searched_without_diacritics(desk: Desk) -> None:
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, BINH, CUONG)])
    wizard.rows_step.search.setText("le van")
    assert [row.row.name for row in wizard.rows_step.table.shown()] == ["Lê Văn Cường"]


def test_of_several_files_those_that_are_no_lists_are_told(desk: Desk) -> None:
    bad = desk.folder / "hong.xlsx"
    bad.write_bytes(b"not a workbook")
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, BINH), bad])
    assert wizard.step == ROWS
    assert "hong.xlsx" in wizard.banner.text


def test_a_file_that_is_no_list_is_refused_in_one_sentence(desk: Desk) -> None:
    path = desk.folder / "thu.xlsx"
    path.write_bytes(b"not a workbook")
    wizard = desk.open()
    wizard.read_files([path])
    assert wizard.step == FILE
    assert wizard.banner.text
    assert wizard.foot.commit.isHidden()


def test_an_earlier_import_is_listed_and_taken_back(desk: Desk) -> None:
    first = desk.open()
    first.read_files([desk.file(HEADER, BINH)])
    first.commit()
    wizard = desk.open(ListKind.AWARDS)
    earlier = wizard.file_step.earlier
    earlier.table.selectAll()
    earlier.undo_button.click()
    assert desk.names() == {"Nguyễn Thị Ánh"}
    assert [batch.undone_at is not None for batch in earlier.table.shown()] == [True]
    assert not earlier.undo_button.isEnabled()
    assert desk.heard.said[-1] == "Đã hoàn tác lần nhập “ds.xlsx”."


@pytest.mark.parametrize("kind", list(ListKind))
def test_a_sample_of_each_kind_is_saved_from_the_first_step(desk: Desk, kind: ListKind) -> None:
    wizard = desk.open(kind)
    press(wizard, "Lưu tệp mẫu…")
    wizard.findChild(QFileDialog).fileSelected.emit(str(desk.folder / "mau.xlsx"))
    assert desk.heard.said == ["Đã lưu “mau.xlsx”."]
    assert openpyxl.load_workbook(desk.folder / "mau.xlsx").sheetnames[0] == "Danh sách"


def test_stopping_while_it_writes_leaves_nothing(desk: Desk) -> None:
    runner = BackgroundRunner()
    wizard = desk.open(runner=runner)
    wizard.read_files([desk.file(HEADER, *([n, f"Người Thứ {'ABCDEĐGHIKL'[n % 11]}", 1950 + n] for n in range(1, 60)))])
    desk.qtbot.waitUntil(lambda: runner.is_idle)
    wizard.commit()
    wizard.progress.cancel()
    desk.qtbot.waitUntil(lambda: runner.is_idle)
    assert desk.names() == {"Nguyễn Thị Ánh"}
    assert wizard.step == ROWS
    assert wizard.foot.commit.isEnabled()
    runner.close()


def test_only_local_files_can_be_dropped(tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.xlsx")), QUrl.fromLocalFile(str(tmp_path / "b.xlsx"))])
    assert dropped_files(dropped) == [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    dropped.setUrls([QUrl("https://example.org/ds.xlsx")])
    assert dropped_files(dropped) == []


CHANGED = {
    ListKind.RATINGS: (
        ("Họ và tên", "Năm", "Xếp loại", "Kỷ luật", "Số quyết định", "Ngày quyết định"),
        ("Nguyễn Thị Ánh", 2025, "HTTNV"),
        ("Nguyễn Thị Ánh", 2025, "HTXSNV", "Khiển trách", "5/QĐ-UBND", "02/01/2026"),
    ),
    ListKind.AWARDS: (
        ("Họ và tên", "Năm", "Danh hiệu", "Quyết định", "Loại hình khen thưởng"),
        ("Nguyễn Thị Ánh", 2025, "LĐTT"),
        ("Nguyễn Thị Ánh", 2025, "LĐTT", "5/QĐ-UBND ngày 2/1/2026", "Chuyên đề"),
    ),
    ListKind.INITIATIVES: (
        ("Tên sáng kiến", "Tác giả", "Năm", "Phạm vi", "Lĩnh vực", "Tóm tắt", "Quyết định công nhận"),
        ("Sổ tay số", "Nguyễn Thị Ánh", 2025),
        (
            "Sổ tay số",
            "Nguyễn Thị Ánh (60%), Lê Văn Tám (40%)",
            2025,
            "Tỉnh",
            "Cải cách",
            "Nhanh",
            "5/QĐ ngày 2/1/2026",
        ),
    ),
    ListKind.REGISTRATIONS: (
        ("Họ và tên", "Danh hiệu", "Hình thức khen thưởng", "Tên sáng kiến", "Ghi chú"),
        ("Nguyễn Thị Ánh", "LĐTT"),
        ("Nguyễn Thị Ánh", "LĐTT", "Giấy khen của Chủ tịch UBND xã", "Sổ tay số", "mới"),
    ),
}


@pytest.mark.parametrize("kind", list(CHANGED))
def test_what_changes_is_told_in_the_words_of_the_columns(desk: Desk, kind: ListKind) -> None:
    registrations.open_round(desk.workspace, 2026, date(2026, 1, 2), date(2026, 12, 31))
    head, first, second = CHANGED[kind]
    for line in (first, second):
        wizard = desk.open(kind)
        wizard.read_files([workbook(desk.folder / "ds.xlsx", Page((head, line)))])
        (row,) = wizard.rows_step.table.shown()
        said = describe(row.row, kind)
        wizard.commit()
    assert row.row.action is RowAction.CHANGE
    assert len(row.row.changes) >= 2
    assert said.count(" → ") == len(row.row.changes)


CLOSE, STAY = "Đóng, bỏ các quyết định", "Ở lại"


@pytest.fixture
def decided(desk: Desk, namesakes: list[int]) -> ImportWizard:
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, BINH, TUAN)])
    look_at(wizard, "Trần Văn Bình")
    press(wizard, "Là người mới")
    return wizard


@pytest.mark.parametrize("leave", [lambda desk, wizard: desk.qtbot.keyClick(wizard, Qt.Key.Key_Escape),
                                   lambda _desk, wizard: wizard.close(),
                                   lambda _desk, wizard: press(wizard, "Hủy")])  # fmt: skip
def test_decisions_are_not_lost_without_asking(
    desk: Desk, decided: ImportWizard, leave: Callable[[Desk, ImportWizard], object]
) -> None:
    leave(desk, decided)
    assert decided.isVisible()
    press(decided, STAY)
    assert decided.isVisible()
    assert decided.leaving.isHidden()
    assert kinds(decided) == ["Tất cả 2", "Thêm mới 1", "Không nhập được 1"]
    leave(desk, decided)
    press(decided, CLOSE)
    assert decided.isHidden()


def test_escape_gives_up_the_question_and_going_on_settles_it(desk: Desk, decided: ImportWizard) -> None:
    decided.close()
    desk.qtbot.keyClick(decided.leaving, Qt.Key.Key_Escape)
    assert decided.isVisible()
    assert decided.leaving.isHidden()
    decided.close()
    press(decided, "Nhập 1 người")
    assert decided.step == DONE
    assert decided.leaving.isHidden()
    decided.close()  # what was decided is in
    assert decided.isHidden()


def test_with_nothing_done_the_wizard_closes_at_once(desk: Desk) -> None:
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, ANH, TUAN)])
    wizard.steps.setCurrentIndex(COLUMNS)
    desk.qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isHidden()


def test_a_correction_a_tick_and_another_column_are_asked_about(desk: Desk) -> None:
    path = desk.file(HEADER, BINH, TUAN)
    wizard = desk.open()
    wizard.read_files([path])
    wizard.steps.setCurrentIndex(COLUMNS)
    wizard.columns_step.meanings[4].setCurrentIndex(0)
    wizard.close()
    press(wizard, STAY)
    press(wizard, "Xem từng dòng")
    wizard.close()
    press(wizard, CLOSE)
    ticked = desk.open()
    ticked.read_files([path])
    look_at(ticked, "Trần Văn Bình")
    desk.qtbot.keyClick(ticked.rows_step.table, Qt.Key.Key_Space)
    ticked.close()
    press(ticked, CLOSE)
    mended = desk.open()
    mended.read_files([path])
    look_at(mended, "Tuấn")
    form = mended.correct(mended.rows_step.table.selected()[0])
    assert form is not None
    form.form.fill({"full_name": "Phan Văn Tuấn"})
    form.save()
    mended.close()
    assert mended.isVisible()
    press(mended, CLOSE)
    assert mended.isHidden()


RATED: tuple[list[object], ...] = (
    ["STT", "Họ và tên", "Chức vụ", "Xếp loại 2025"],
    [1, "Nguyễn Thị Ánh", "Công chức", "HTTNV"],
)


@pytest.mark.parametrize("kind", [ListKind.STAFF, ListKind.AWARDS, ListKind.INITIATIVES])
def test_a_list_of_another_kind_is_told_and_read_as_that_by_one_click(desk: Desk, kind: ListKind) -> None:
    wizard = desk.open(kind)
    wizard.read_files([desk.file(*RATED)])
    assert wizard.kind is kind  # nothing is switched by itself
    assert "giống loại “Xếp loại chất lượng” hơn" in wizard.banner.text
    press(wizard, "Nhập như Xếp loại chất lượng")
    assert wizard.kind is ListKind.RATINGS
    assert wizard.banner.isHidden()
    press(wizard, "Nhập 1 xếp loại")
    assert [entry.rating for entry in ratings.list_ratings(desk.workspace, 2025)] == [Rating.GOOD]


LONG = "Không tìm thấy dòng tiêu đề trong danh sach can bo.xlsx; cần có cột Họ và tên cùng ít nhất một cột khác. " * 2


@pytest.mark.parametrize("step", [FILE, COLUMNS, ROWS, DONE])
def test_every_step_with_a_banner_fits_a_small_screen_at_one_and_a_half(desk: Desk, step: int) -> None:
    wizard = desk.open()
    wizard.resize(870, 492)  # of the 911 × 512 that 1366 × 768 leaves at 150 %
    if step != FILE:
        wizard.read_files([desk.file(HEADER, BINH, TUAN)])
    if step == COLUMNS:
        wizard.steps.setCurrentIndex(COLUMNS)
    elif step == DONE:
        wizard.commit()
    assert wizard.step == step
    wizard.banner.say(LONG, mend_text="Nhập như Xếp loại chất lượng", mend=wizard.close)
    desk.qtbot.waitUntil(lambda: wizard.banner.height() > 30)
    assert (wizard.width(), wizard.height()) == (870, 492)
    assert wizard.foot.geometry().bottom() < wizard.height()
    assert wizard.minimumSizeHint().height() <= 492


def test_of_several_files_the_refused_one_is_opened_from_the_banner_and_comes_in_with_the_others(desk: Desk) -> None:
    strange: tuple[list[object], ...] = (["Anh em", "Làm gì"], ["Lê Văn Cường", "Kế toán"])
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, BINH, name="a.xlsx"), desk.file(*strange, name="la.xlsx")])
    assert wizard.step == ROWS
    assert "la.xlsx" in wizard.banner.text
    press(wizard, "Mở cột của la.xlsx")
    assert wizard.step == COLUMNS
    step = wizard.columns_step
    for place, meaning in ((0, "full_name"), (1, "position")):
        step.meanings[place].setCurrentIndex(step.meanings[place].findData(meaning))
    press(wizard, "Xem từng dòng")
    assert [row.file for row in wizard.rows_step.table.shown()] == ["a.xlsx", "la.xlsx"]
    assert wizard.banner.isHidden()
    press(wizard, "Nhập 2 người")
    assert desk.names() == {"Nguyễn Thị Ánh", "Trần Văn Bình", "Lê Văn Cường"}


def test_reading_again_keeps_the_other_files_while_a_refused_one_is_open(desk: Desk) -> None:
    strange: tuple[list[object], ...] = (["Anh em", "Làm gì"], ["Lê Văn Cường", "Kế toán"])
    wizard = desk.open()
    wizard.read_files([desk.file(HEADER, BINH, name="a.xlsx"), desk.file(*strange, name="la.xlsx")])
    press(wizard, "Mở cột của la.xlsx")
    desk.file(HEADER, CUONG, name="la.xlsx")  # mended in Excel
    press(wizard, "Đọc lại tệp")
    assert [row.file for row in wizard.rows_step.table.shown()] == ["a.xlsx", "la.xlsx"]
