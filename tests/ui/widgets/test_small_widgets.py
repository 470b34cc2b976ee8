import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import State
from ui.widgets.banner import Banner
from ui.widgets.chip import Chip
from ui.widgets.confirm_bar import ConfirmBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.pair_list import PairList
from ui.widgets.scroll_box import ScrollBox
from ui.widgets.search_edit import SearchEdit
from ui.widgets.stat import Stat
from ui.widgets.stepper import WORDS, Step, Stepper
from ui.widgets.toast import Toast


def button(widget: QWidget, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text().strip() == text)


def test_a_chip_is_as_wide_as_its_word(qtbot: QtBot) -> None:
    chip = Chip("đạt", State.GOOD)
    qtbot.addWidget(chip)
    narrow = chip.sizeHint().width()
    chip.show_state("không đạt", State.WRONG)
    assert chip.sizeHint().width() > narrow
    assert chip.accessibleName() == "không đạt"


def test_every_state_has_a_word() -> None:
    assert set(WORDS) == set(State)


def test_pressing_a_step_says_its_place(qtbot: QtBot) -> None:
    stepper = Stepper([Step("Giấy mời", State.GOOD), Step("Điểm danh")])
    qtbot.addWidget(stepper)
    stepper.show_steps([Step("Giấy mời", State.GOOD), Step("Điểm danh"), Step("Phiếu bầu")])
    stepper.show()
    rows = [child for child in stepper.children() if isinstance(child, QWidget)]
    assert len(rows) == 3
    with qtbot.waitSignal(stepper.chosen) as chosen:
        qtbot.mouseClick(rows[2], Qt.MouseButton.LeftButton)
    assert chosen.args == [2]
    assert rows[0].accessibleName() == "Giấy mời: xong"


def test_fewer_steps_leave_no_row_behind(qtbot: QtBot) -> None:
    stepper = Stepper([Step("a"), Step("b"), Step("c")])
    qtbot.addWidget(stepper)
    stepper.show_steps([Step("d")])
    assert stepper._layout.count() == 1 or not stepper._layout.itemAt(1).widget().isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_figure_is_pressed_from_the_keyboard_too(qtbot: QtBot, key: Qt.Key) -> None:
    stat = Stat("cán bộ đã đăng ký", pressable=True)
    qtbot.addWidget(stat)
    stat.show_figure("41 / 45", "4 người còn thiếu", share=41 / 45)
    stat.show()
    with qtbot.waitSignal(stat.pressed):
        qtbot.keyClick(stat, key)


def test_a_banner_mends_with_its_button(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    pressed: list[int] = []
    banner.say("Tệp đang mở.", mend_text="Thử lại", mend=lambda: pressed.append(1))
    assert not banner.isHidden()
    qtbot.mouseClick(button(banner, "Thử lại"), Qt.MouseButton.LeftButton)
    assert pressed == [1]
    banner.clear()
    assert banner.text == ""


def test_undo_in_a_toast_works_once(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 400)
    window.show()
    toast = Toast(window)
    undone: list[int] = []
    toast.say("Đã xóa 3 người.", lambda: undone.append(1))
    assert window.rect().contains(toast.geometry())
    toast.undo()
    toast.undo()
    assert undone == [1]
    assert toast.isHidden()


def test_a_question_is_agreed_to_or_left(qtbot: QtBot) -> None:
    bar = ConfirmBar()
    qtbot.addWidget(bar)
    done: list[int] = []
    bar.ask("Xóa 3 người?", "Xóa", lambda: done.append(1))
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert done == []
    bar.ask("Xóa 3 người?", "Xóa", lambda: done.append(1))
    qtbot.mouseClick(button(bar, "Xóa"), Qt.MouseButton.LeftButton)
    assert done == [1]


def test_an_empty_page_offers_its_first_step(qtbot: QtBot) -> None:
    taken: list[str] = []
    empty = EmptyState("people", "Chưa có ai", "Nhập một lần.", ("Nhập từ Excel", lambda: taken.append("import")))
    qtbot.addWidget(empty)
    qtbot.mouseClick(button(empty, "Nhập từ Excel"), Qt.MouseButton.LeftButton)
    assert taken == ["import"]


def test_escape_empties_the_search(qtbot: QtBot) -> None:
    search = SearchEdit()
    qtbot.addWidget(search)
    qtbot.keyClicks(search, "anh")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_a_later_message_takes_the_buttons_of_an_earlier_one_away(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    toast = Toast(over)
    toast.say("Đã lưu tệp.", actions=[("Mở tệp", lambda: None), ("Mở thư mục", lambda: None)])
    assert [one.text() for one in toast.findChildren(QPushButton) if not one.isHidden()] == ["Mở tệp", "Mở thư mục"]
    toast.say("Đã xóa.", undo=lambda: None)
    assert [one.text() for one in toast.findChildren(QPushButton) if not one.isHidden()] == ["Hoàn tác"]


def test_facts_in_a_scroll_box_have_their_room_at_once(qtbot: QtBot) -> None:
    box, facts = ScrollBox(), PairList(92)
    box.body.addWidget(facts)
    qtbot.addWidget(box)
    box.resize(260, 100)
    box.show()
    facts.show_pairs([("2025", "Lao động tiên tiến, Quyết định số 127/QĐ-UBND ngày 19/12/2025")] * 6)
    box.settle()
    rows = facts.findChildren(QLabel)
    assert all(row.height() >= row.heightForWidth(row.width()) for row in rows)
    assert box.widget().height() >= facts.heightForWidth(facts.width()) > box.height()
