from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.services import documents, office, registrations, staff
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.places import OFFICE, Places
from ui.pages import overview as overview_page
from ui.pages.overview import OverviewPage
from ui.pages.overview_words import greeting

YEAR = 2026


@pytest.fixture
def places(workspace: Workspace) -> Places:
    office.set_up(workspace, OFFICE, [])
    for name in ("Lê Thị Ánh", "Đặng Văn Cường"):
        staff.add_person(workspace, PersonDraft(name))
    registrations.open_round(workspace, YEAR, date(2026, 11, 2), date(2026, 11, 27))
    return Places(workspace, YEAR)


def opened(qtbot: QtBot, places: Places) -> OverviewPage:
    page = OverviewPage()
    qtbot.addWidget(page)
    page.resize(1130, 700)
    page.show()
    page.open(places.context())
    return page


def primary(page: OverviewPage) -> QPushButton:
    (button,) = [each for each in page.findChildren(QPushButton) if each.property("look") == "primary"]
    return button


def test_the_head_says_what_is_due_by_the_clock_of_the_data(qtbot: QtBot, places: Places) -> None:
    page = opened(qtbot, places)
    assert page._heading.text() == "Chào buổi sáng. Tuần sau có 1 việc đến hạn."
    assert page._line.text() == "Thứ Bảy, 21/11/2026"


def test_one_click_on_a_task_goes_where_it_is_done(qtbot: QtBot, places: Places) -> None:
    page = opened(qtbot, places)
    first = page._tasks.model().index(0, 0)
    where = page._tasks.visualRect(first).center()
    qtbot.mouseClick(page._tasks.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert places.visited == [("dang-ky", {})]


def test_enter_on_a_figure_goes_to_its_page(qtbot: QtBot, places: Places) -> None:
    page = opened(qtbot, places)
    qtbot.keyClick(page._stats["hoi-dong"], Qt.Key.Key_Return)
    qtbot.keyClick(page._stats["danh-hieu"], Qt.Key.Key_Return)
    assert [key for key, _ in places.visited] == ["hoi-dong", "dang-ky"]


def test_the_filled_button_is_the_first_task_until_a_draft_was_left(qtbot: QtBot, places: Places) -> None:
    page = opened(qtbot, places)
    assert primary(page).text() == "Xem ai chưa đăng ký"
    draft = documents.new_document(places.workspace, "ke-hoach-nam", YEAR, {})
    page.refresh()
    qtbot.waitUntil(lambda: len([b for b in page.findChildren(QPushButton) if b.property("look") == "primary"]) == 1)
    primary(page).click()
    assert places.visited == [("ke-hoach", {"document_id": draft})]


def test_the_sheet_of_tasks_is_printed(qtbot: QtBot, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[OfficialDocument] = []
    monkeypatch.setattr(overview_page, "print_document", lambda document, _parent: printed.append(document))
    opened(qtbot, places).print_tasks()
    assert printed[0].title == "VIỆC CẦN LÀM"


def test_the_year_stands_under_the_tasks_where_room_is_short(qtbot: QtBot, places: Places) -> None:
    page = opened(qtbot, places)
    assert page._year_card.y() == page._tasks.parentWidget().y()
    page.resize(800, 700)
    qtbot.waitUntil(lambda: page._year_card.y() > page._tasks.parentWidget().y())


@pytest.mark.parametrize(
    ("hour", "words"),
    [(0, "buổi sáng"), (10, "buổi sáng"), (11, "buổi trưa"), (14, "buổi chiều"), (18, "buổi tối"), (23, "buổi tối")],
)
def test_the_greeting_follows_the_hour(hour: int, words: str) -> None:
    assert greeting(datetime(2026, 11, 21, hour)) == f"Chào {words}."
