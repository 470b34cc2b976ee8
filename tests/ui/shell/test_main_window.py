from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.gallery import GalleryPage
from ui import preferences
from ui.background import ImmediateRunner
from ui.shell.main_window import MainWindow
from ui.shell.pages import REGISTRY, PageEntry, available
from ui.shell.search import SearchHit

ENTRIES = (
    PageEntry("hoi-dong", "Hội đồng", "council", "tests.ui.gallery:GalleryPage"),
    PageEntry("can-bo", "Cán bộ, tập thể", "people", "tests.ui.gallery:GalleryPage"),
)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(ENTRIES, ImmediateRunner())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.start(object())
    return made


def gallery(window: MainWindow) -> GalleryPage:
    assert isinstance(window.page, GalleryPage)
    return window.page


def test_a_page_is_listed_only_when_its_module_exists() -> None:
    missing = PageEntry("x", "X", "plan", "ui.pages.no_such_page:Page")
    assert available((missing, *ENTRIES)) == ENTRIES


def test_the_registry_has_the_pages_of_the_year_in_the_order_of_the_work() -> None:
    keys = [entry.key for entry in REGISTRY if not entry.under]
    assert keys[:6] == ["tong-quan", "ke-hoach", "can-bo", "dang-ky", "sang-kien", "hoi-dong"]
    assert keys[6:] == ["khen-thuong", "so-van-ban", "cai-dat"]
    for entry in available():
        assert issubclass(type(entry.make()), object)


def test_the_window_paints_once_before_any_page_is_made(qtbot: QtBot) -> None:
    window = MainWindow(ENTRIES, ImmediateRunner())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    assert window.page is None


def test_the_first_page_is_shown_when_the_data_are_open(window: MainWindow) -> None:
    assert gallery(window).times_read == 1
    assert gallery(window).context.year == window.year


def test_control_and_a_figure_goes_to_that_page(window: MainWindow, qtbot: QtBot) -> None:
    first = window.page
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.page is not first
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    assert window.page is first
    assert gallery(window).times_read == 1


def test_the_cursor_is_on_the_page_and_not_on_the_rail(window: MainWindow) -> None:
    assert window.focusWidget() is gallery(window).table


def test_a_page_reads_again_only_when_its_kind_of_data_changed(window: MainWindow) -> None:
    first = gallery(window)
    window.navigate("can-bo")
    window.announce("documents")
    window.navigate("hoi-dong")
    assert first.times_read == 1
    window.navigate("can-bo")
    window.announce("people")
    assert gallery(window).times_read == 2
    assert first.times_read == 1
    window.navigate("hoi-dong")
    assert first.times_read == 2


def test_going_to_a_page_with_something_to_show_hands_it_over(window: MainWindow) -> None:
    window.navigate("can-bo", person=7)
    assert gallery(window).focused == {"person": 7}


def test_another_year_reaches_the_shown_page_and_is_remembered(window: MainWindow) -> None:
    window.work_on(2024)
    assert gallery(window).context.year == 2024
    assert gallery(window).times_read == 2
    assert preferences.WORKING_YEAR.read() == 2024


def test_f5_reads_again_and_f1_shows_help_until_escape(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert gallery(window).times_read == 2
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window._help.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window._help.isVisible()


def test_the_search_finds_a_page_without_diacritics_and_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    box = window._bar.search
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(box, "can bo")
    qtbot.waitUntil(lambda: bool(box.hits))
    first = window.page
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.page is not first
    assert box.text() == ""


def test_enter_pressed_before_the_hits_are_shown_is_not_lost(window: MainWindow, qtbot: QtBot) -> None:
    box, first = window._bar.search, window.page
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(box, "can bo")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page is not first)
    assert box.text() == ""
    qtbot.keyClicks(box, "khong co gi nhu the")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "khong co gi nhu the"


def test_the_search_shows_people_before_pages(window: MainWindow, qtbot: QtBot) -> None:
    person = SearchHit("Cán bộ", "Nguyễn Thị Ánh", "Văn phòng", "can-bo", {"person": 1})

    def find(_query: str) -> Sequence[SearchHit]:
        return [person]

    window.search_with(find)
    box = window._bar.search
    qtbot.keyClicks(box, "hoi")
    qtbot.waitUntil(lambda: len(box.hits) == 2)
    assert [hit.group for hit in box.hits] == ["Cán bộ", "Trang"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert gallery(window).focused == {"person": 1}


def test_a_narrow_window_keeps_the_icons_and_every_page_in_reach(window: MainWindow) -> None:
    window.resize(683, 384)
    buttons = window._rail.findChildren(QToolButton)
    assert window._rail.width() < 60
    assert all(button.toolTip() for button in buttons)
    assert all(window.rect().contains(button.mapTo(window, button.rect().bottomRight())) for button in buttons)


def test_a_failed_read_is_told_on_the_page(window: MainWindow) -> None:
    from kimhoa_app.domain.errors import Refused

    def refuse(_workspace: object) -> None:
        raise Refused("Đợt đăng ký đã khóa.")

    page = gallery(window)
    page.change(refuse, "people", said="Đã lưu", button=page.add)
    assert page.banner.text == "Đợt đăng ký đã khóa."
    assert page.add.isEnabled()
    assert window._toast.text == ""


def test_a_change_is_announced_told_and_can_be_undone(window: MainWindow) -> None:
    page = gallery(window)
    undone: list[Callable[[], object] | int] = []
    page.change(lambda _workspace: 3, "people", said="Đã xóa 3 người.", undo=lambda: undone.append(1))
    assert page.times_read == 2
    assert window._toast.text == "Đã xóa 3 người."
    window._toast.undo()
    assert undone == [1]


def test_a_late_answer_to_an_earlier_question_is_not_shown(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = gallery(window)
    held: list[Callable[[], None]] = []

    class Held(ImmediateRunner):
        def submit(self, work: Callable, *, done: Callable, **_others: object) -> None:
            held.append(lambda: done(work()))

    window._runner = Held()
    window.work_on(2025)
    shown: list[str] = []
    held.clear()
    page.read(lambda _workspace: "earlier", shown.append)
    page.read(lambda _workspace: "later", shown.append)
    held[1]()
    held[0]()
    assert shown == ["later"]
