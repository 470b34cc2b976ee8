"""The bin, as a clerk drives it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services import bin as bin_service
from kimhoa_app.services import staff, units
from kimhoa_app.services.workspace import Workspace
from ui.background import ImmediateRunner
from ui.dialogs.bin import KINDS, BinDialog
from ui.pages.context import PageContext


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot, said: list[str]) -> BinDialog:
    staff.delete_person(workspace, staff.add_person(workspace, PersonDraft("Nguyễn Thị Ánh")))
    units.delete_unit(workspace, units.add_unit(workspace, UnitDraft("Phòng Kinh tế")))
    context = PageContext(
        workspace,
        ImmediateRunner(),
        2026,
        lambda _key, **_args: None,
        lambda *kinds: said.extend(sorted(kinds)),
        lambda text, _undo=None: said.append(text),
    )
    made = BinDialog(context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def test_everything_deleted_is_listed(dialog: BinDialog) -> None:
    assert sorted(entry.label for entry in dialog.table.shown()) == ["Cán bộ: Nguyễn Thị Ánh", "Đơn vị: Phòng Kinh tế"]


def test_one_thing_is_restored_and_pages_hear_of_it(dialog: BinDialog, workspace: Workspace, said: list[str]) -> None:
    dialog.table.select_where(lambda entry: entry.entity == "person")
    dialog.restore_button.click()
    assert said == ["Đã khôi phục Cán bộ: Nguyễn Thị Ánh.", "people"]
    assert [entry.entity for entry in dialog.table.shown()] == ["unit"]
    assert len(staff.list_people(workspace)) == 1


def test_several_things_are_restored_at_once(dialog: BinDialog, workspace: Workspace, said: list[str]) -> None:
    dialog.table.selectAll()
    assert dialog.restore_button.text().strip() == "Khôi phục 2 mục"
    dialog.restore_button.click()
    assert said == ["Đã khôi phục 2 mục.", "people", "units"]
    assert bin_service.list_bin(workspace) == []
    assert not dialog.restore_button.isEnabled()


def test_what_is_no_longer_in_the_bin_is_told(dialog: BinDialog, workspace: Workspace) -> None:
    entry = dialog.table.shown()[0]
    bin_service.restore(workspace, entry.entity, entry.row_id)
    dialog.table.select_where(lambda shown: shown == entry)
    dialog.restore()
    assert "không còn trong thùng rác" in dialog.banner.text


def test_every_kind_of_the_bin_is_announced_as_something() -> None:
    assert set(KINDS) == set(bin_service._KINDS)
