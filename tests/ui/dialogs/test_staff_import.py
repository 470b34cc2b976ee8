"""The import of a staff list, as a clerk drives it."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services import staff, units
from kimhoa_app.services.workspace import Workspace
from ui.background import ImmediateRunner
from ui.dialogs.staff_import import ImportDialog, dropped_file
from ui.dialogs.staff_import_rows import describe
from ui.pages.context import PageContext

HEADER = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Đơn vị"]
ROWS = (
    [1, "Nguyễn Thị Ánh", "05/03/1985", "Nữ", "Phó Chánh Văn phòng", "Văn phòng"],
    [2, "Trần Văn Bình", 1979, "Nam", "Công chức", "Phòng Kinh tế"],
    [3, "Tuấn", None, None, None, None],
    [4, "Lê Văn Cường", "42/1/1990", "Nam", "Công chức", "Phòng Kinh tế"],
)


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["DANH SÁCH CÁN BỘ"], HEADER, *ROWS):
        sheet.append(row)
    path = tmp_path / "ds.xlsx"
    book.save(path)
    return path


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot, said: list[str]) -> ImportDialog:
    office = units.add_unit(workspace, UnitDraft("Văn phòng"))
    staff.add_person(workspace, PersonDraft("Nguyễn Thị Ánh", position="Công chức", unit_id=office))
    context = PageContext(
        workspace,
        ImmediateRunner(),
        2026,
        lambda _key, **_args: None,
        lambda *kinds: said.extend(kinds),
        lambda text, _undo=None: said.append(text),
    )
    made = ImportDialog(context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def kinds(dialog: ImportDialog) -> list[str]:
    return [dialog.kinds.tabText(place) for place in range(dialog.kinds.count())]


def test_before_a_file_is_chosen_nothing_can_be_imported(dialog: ImportDialog) -> None:
    assert dialog.import_button.isHidden()


def test_every_line_says_what_will_happen(dialog: ImportDialog, list_file: Path, workspace: Workspace) -> None:
    dialog.read_file(list_file)
    assert kinds(dialog) == ["Tất cả 4", "Thêm mới 2", "Cập nhật 1", "Không nhập được 1"]
    lines = [describe(row) for row in dialog.table.shown()]
    assert lines[0].startswith("ngày sinh: chưa có → 05/03/1985; giới tính: chưa có → Nữ; chức vụ: Công chức → Phó")
    assert lines[1] == "Công chức, Phòng Kinh tế, sinh 1979"
    assert "cả họ và tên" in lines[2]
    assert "42/1/1990" in lines[3]
    assert "Phòng Kinh tế" in dialog._consequences.text()
    assert dialog.import_button.text() == "Nhập 3 người"
    assert len(staff.list_people(workspace)) == 1


def test_the_ticked_lines_are_brought_in_and_told(
    dialog: ImportDialog, list_file: Path, workspace: Workspace, said: list[str]
) -> None:
    dialog.read_file(list_file)
    dialog.import_button.click()
    assert said == ["Nhập xong: đã thêm 2 người, cập nhật 1 người, thêm 1 đơn vị.", "people", "units"]
    assert len(staff.list_people(workspace)) == 3
    assert dialog.isHidden()


def test_a_click_on_the_box_leaves_a_line_out(
    dialog: ImportDialog, list_file: Path, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog.read_file(list_file)
    index = dialog.table.model().index(1, 0)
    place = dialog.table.visualRect(index).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.import_button.text() == "Nhập 2 người"
    dialog.commit()
    assert [one.full_name for one in staff.list_people(workspace)] == ["Nguyễn Thị Ánh", "Lê Văn Cường"]


def test_space_turns_the_selected_lines(dialog: ImportDialog, list_file: Path, qtbot: QtBot) -> None:
    dialog.read_file(list_file)
    dialog.table.selectAll()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert not dialog.import_button.isEnabled()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.import_button.text() == "Nhập 3 người"


def test_the_counters_show_only_their_lines(dialog: ImportDialog, list_file: Path) -> None:
    dialog.read_file(list_file)
    dialog.kinds.setCurrentIndex(3)
    assert [row.row for row in dialog.table.shown()] == [5]
    dialog.table.selectAll()
    assert dialog._whole.text().startswith("Dòng 5: Ghi đủ cả họ và tên")


def test_a_file_that_is_no_list_is_refused_in_one_sentence(dialog: ImportDialog, tmp_path: Path) -> None:
    path = tmp_path / "thu.xlsx"
    path.write_bytes(b"not a workbook")
    dialog.read_file(path)
    assert dialog.banner.text
    assert dialog.import_button.isHidden()


def test_one_local_file_can_be_dropped(tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "ds.xlsx"))])
    assert dropped_file(dropped) == tmp_path / "ds.xlsx"
    dropped.setUrls([QUrl("https://example.org/ds.xlsx")])
    assert dropped_file(dropped) is None


def test_one_click_takes_the_whole_import_back(workspace: Workspace, qtbot: QtBot, list_file: Path) -> None:
    undoing: list[Callable[[], object]] = []
    context = PageContext(
        workspace,
        ImmediateRunner(),
        2026,
        lambda _key, **_args: None,
        lambda *_kinds: None,
        lambda _text, undo=None: undoing.append(undo),
    )
    made = ImportDialog(context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    made.read_file(list_file)
    made.import_button.click()
    assert len(staff.list_people(workspace)) == 3
    undoing[0]()
    assert staff.list_people(workspace) == []
