"""The first start and what the frame shows of the data, in the real window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.office import SigningCapacity
from kimhoa_app.services import office, registrations, starting
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.places import OFFICE
from ui import preferences
from ui.background import ImmediateRunner
from ui.opened_data import OpenedData
from ui.pages.welcome import WelcomePage
from ui.shell.main_window import MainWindow
from ui.shell.pages import PageEntry

ENTRIES = (
    PageEntry("tong-quan", "Tổng quan", "overview", "ui.pages.overview:OverviewPage"),
    PageEntry("can-bo", "Cán bộ, tập thể", "people", "tests.ui.gallery:GalleryPage"),
    PageEntry("cai-dat", "Cài đặt, sao lưu", "settings", "ui.pages.settings:SettingsPage", at_foot=True),
)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(ENTRIES, ImmediateRunner())
    qtbot.addWidget(made)
    made.show()
    return made


def opened(window: MainWindow, workspace: Workspace) -> OpenedData:
    made = OpenedData(window, ImmediateRunner(), workspace, window)
    made.show()
    return made


def welcome(window: MainWindow) -> WelcomePage:
    page = window._area.currentWidget()
    assert isinstance(page, WelcomePage)
    return page


def press(page: WelcomePage, text: str) -> None:
    (button,) = [each for each in page.findChildren(QPushButton) if each.text() == text and each.isVisible()]
    button.click()


def fill(page: WelcomePage) -> None:
    for field, text in (("name", "Kim Hoa"), ("province", "Hà Tĩnh"), ("head", "phan văn thành")):
        editor = page.form.field(field).editor
        assert isinstance(editor, QLineEdit)
        editor.setText(text)
    deputies = page.form.field("deputies").editor
    assert isinstance(deputies, QPlainTextEdit)
    deputies.setPlainText("Trần Thị Hồng Hạnh\n\nLê Văn Đức")


def test_the_first_start_asks_for_the_office_and_then_for_the_staff(window: MainWindow, workspace: Workspace) -> None:
    opened(window, workspace)
    assert not window._rail.isEnabled()
    fill(welcome(window))
    welcome(window).save_button.click()
    signers = [entry.signer for entry in office.list_signers(workspace)]
    assert [(signer.full_name, signer.capacity) for signer in signers] == [
        ("Phan Văn Thành", SigningCapacity.HEAD),
        ("Trần Thị Hồng Hạnh", SigningCapacity.DEPUTY),
        ("Lê Văn Đức", SigningCapacity.DEPUTY),
    ]
    press(welcome(window), "Nhập danh sách cán bộ")
    assert window._area.current == "can-bo"
    assert window._rail.isEnabled()
    assert window._bar._office.text() == "UBND xã Kim Hoa"


def test_a_missing_name_is_told_at_its_field(window: MainWindow, workspace: Workspace) -> None:
    opened(window, workspace)
    welcome(window).save_button.click()
    assert welcome(window).form.field("name").error
    assert not office.is_set_up(workspace)


def test_the_staff_list_can_wait(window: MainWindow, workspace: Workspace) -> None:
    opened(window, workspace)
    fill(welcome(window))
    welcome(window).save_button.click()
    press(welcome(window), "Để sau")
    assert window._area.current == "tong-quan"


def test_the_sample_is_called_one_and_can_be_left_for_an_empty_start(window: MainWindow, workspace: Workspace) -> None:
    opened(window, workspace)
    press(welcome(window), "Xem thử với dữ liệu mẫu")
    assert window._bar._office.text() == "UBND xã Kim Hoa · dữ liệu mẫu"
    overview = window.page
    window.navigate("cai-dat", part="du-lieu")
    window.page.data.begin_for_real()
    assert isinstance(welcome(window), WelcomePage)
    assert not starting.is_sample(workspace)
    assert window.page is None
    fill(welcome(window))
    welcome(window).save_button.click()
    press(welcome(window), "Để sau")
    assert window.page is not overview


def test_a_set_up_office_starts_on_the_first_page_in_the_year_with_work(
    window: MainWindow, workspace: Workspace
) -> None:
    office.set_up(workspace, OFFICE, [])
    registrations.open_round(workspace, 2025, date(2025, 1, 2), date(2025, 1, 31))
    opened(window, workspace)
    assert window._area.current == "tong-quan"
    assert window.year == 2025
    years = window._bar._years
    assert [years.itemText(place) for place in range(years.count())] == ["Năm 2027", "Năm 2026", "Năm 2025"]


def test_the_year_that_the_clerk_chose_holds_at_the_next_start(window: MainWindow, workspace: Workspace) -> None:
    preferences.WORKING_YEAR.write(2027)
    office.set_up(workspace, OFFICE, [])
    opened(window, workspace)
    assert window.year == 2027


def test_the_search_finds_the_sample_s_people_and_goes_to_them(
    window: MainWindow, sample_workspace: Workspace, qtbot: QtBot
) -> None:
    opened(window, sample_workspace)
    box = window._bar.search
    qtbot.keyClicks(box, "nguyen thi anh")
    qtbot.waitUntil(lambda: bool(box.hits))
    assert (box.hits[0].group, box.hits[0].name) == ("Cán bộ", "Nguyễn Thị Ánh")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window._area.current == "can-bo"
    assert list(window.page.focused) == ["person_id"]


def test_a_change_reaches_the_frame(window: MainWindow, workspace: Workspace) -> None:
    office.set_up(workspace, OFFICE, [])
    opened(window, workspace)
    (entry,) = office.list_periods(workspace)
    office.change_office(workspace, entry.id, type(OFFICE)(OFFICE.kind, "Hoa Sơn", "Hà Tĩnh"))
    page = window.page
    window.announce("office")
    assert window._bar._office.text() == "UBND xã Hoa Sơn"
    assert window.page is page
    QApplication.processEvents()
