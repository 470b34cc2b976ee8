"""The card of remarks as a clerk uses it, and the words that it marks in the text."""

from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kimhoa_app.documents.texts import Role, Spot
from ui.pages.drafting.light_text_edit import LightTextEdit
from ui.pages.drafting.review import Remark, RemarkAction, RemarkKind, ReviewCard
from ui.pages.drafting.text_marks import Mark, TextMarks
from ui.theme import State

HERE = Spot(3, Role.BODY, (0,))
LATER = Spot(7, Role.BODY, (1,))


@pytest.fixture
def card(qtbot: QtBot) -> ReviewCard:
    shown = ReviewCard()
    qtbot.addWidget(shown)
    shown.resize(470, 260)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def remark(kind: RemarkKind = RemarkKind.ERROR, spot: Spot | None = HERE, words: str = "ngày 42", *done: str) -> Remark:
    actions = tuple(RemarkAction(name, lambda: None) for name in done)
    return Remark(kind, words, "tháng 11 không có ngày này.", spot, actions)


def lines(card: ReviewCard) -> list[str]:
    return [each.words for each in card.list.remarks]


def chips(card: ReviewCard) -> list[str]:
    return [chip.text() for chip in card.chips.values() if chip.isVisible()]


def test_remarks_of_all_sources_stand_in_reading_order(card: ReviewCard) -> None:
    card.show_remarks("findings", [remark(spot=LATER, words="sau"), remark(spot=None, words="cả bài")])
    card.show_remarks("questions", [remark(RemarkKind.QUESTION, words="trước")])
    assert lines(card) == ["cả bài", "trước", "sau"]
    assert chips(card) == ["2 lỗi", "1 hỏi"]
    card.show_remarks("questions", [])
    assert lines(card) == ["cả bài", "sau"]


def test_what_a_question_asks_is_not_told_by_the_checker_as_well(card: ReviewCard) -> None:
    question = replace(remark(RemarkKind.QUESTION, words="Quyết định số 1/KH-UBND"), start=10)
    same = replace(remark(RemarkKind.ERROR, words=question.words), start=10)
    within = replace(remark(RemarkKind.WARNING, words="1/KH-UBND"), start=24)
    wrong_within = replace(within, kind=RemarkKind.ERROR, words="KH-UBND", start=26)
    elsewhere = replace(same, spot=LATER)
    card.show_remarks("questions", [question])
    card.show_remarks("findings", [same, within, wrong_within, elsewhere])
    assert card.remarks == [question, wrong_within, elsewhere]
    card.show_remarks("questions", [])
    assert card.remarks == [same, within, wrong_within, elsewhere]


def test_a_card_without_remarks_says_what_is_checked(card: ReviewCard) -> None:
    assert "ngày tháng" in card._empty.text()
    assert "Không thấy" not in card._empty.text()
    card.show_remarks("findings", [])
    assert card._empty.isVisible()
    assert card._empty.text().startswith("Không thấy điều gì cần sửa.")


def test_what_was_changed_by_itself_is_listed_when_its_chip_is_pressed(card: ReviewCard) -> None:
    card.show_remarks("questions", [remark(RemarkKind.CHANGED, words="2026"), remark(words="lỗi")])
    assert lines(card) == ["lỗi"]
    QTest.mouseClick(card.chips[RemarkKind.CHANGED], Qt.MouseButton.LeftButton)
    assert lines(card) == ["2026", "lỗi"]
    QTest.mouseClick(card.chips[RemarkKind.ERROR], Qt.MouseButton.LeftButton)
    assert lines(card) == ["2026"]
    QTest.keyClick(card.chips[RemarkKind.CHANGED], Qt.Key.Key_Space)
    assert card._empty.isVisible()


def test_a_click_or_enter_asks_for_the_place(card: ReviewCard, qtbot: QtBot) -> None:
    card.show_remarks("findings", [remark(), remark(spot=LATER), remark(spot=None)])
    asked: list[Spot] = []
    card.asked.connect(asked.append)
    second = card.list.visualRect(card.list.model().index(1, 0))
    QTest.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    assert card.current == card.list.remarks[1]
    QTest.keyClick(card.list, Qt.Key.Key_Down)
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    assert asked == [HERE, LATER]


def test_a_button_of_a_row_is_pressed_without_going_there(card: ReviewCard) -> None:
    done: list[str] = []
    actions = tuple(RemarkAction(name, lambda name=name: done.append(name)) for name in ("Sửa", "Bỏ qua"))
    card.show_remarks("findings", [replace(remark(), actions=actions)])
    card.asked.connect(lambda _spot: done.append("đi"))
    for name in ("Sửa", "Bỏ qua"):
        QTest.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, pos=card.list.button_place(0, name))
    assert done == ["Sửa", "Bỏ qua"]
    card.go_on()
    card.act()
    card.ignore()
    assert done == ["Sửa", "Bỏ qua", "đi", "Sửa", "Bỏ qua"]


def test_a_press_that_is_let_go_elsewhere_does_nothing(card: ReviewCard) -> None:
    done: list[str] = []
    card.show_remarks("findings", [replace(remark(), actions=(RemarkAction("Sửa", lambda: done.append("Sửa")),))])
    view = card.list.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=card.list.button_place(0, "Sửa"))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert done == []


def test_going_on_goes_round(card: ReviewCard) -> None:
    card.show_remarks("findings", [remark(words="a"), remark(spot=LATER, words="b")])
    seen = []
    for rows in (1, 1, 1, -1):
        card.go_on(rows)
        assert card.current is not None
        seen.append(card.current.words)
    assert seen == ["a", "b", "a", "b"]


def test_the_list_stays_where_it_stands_when_remarks_come_anew(card: ReviewCard) -> None:
    several = [remark(words=str(number)) for number in range(5)]
    card.show_remarks("findings", several)
    card.list.move_by(3)
    card.show_remarks("findings", several[1:])
    assert card.current == several[2]
    card.show_remarks("findings", [several[1], *several[3:]])
    assert card.current == several[3]
    card.show_remarks("findings", [])
    assert card.current is None


def test_buttons_stand_below_the_sentence_where_the_card_is_narrow(card: ReviewCard) -> None:
    card.show_remarks("findings", [remark(RemarkKind.ERROR, HERE, "ngày 42", "Sửa", "Bỏ qua")])
    beside = card.list.visualRect(card.list.model().index(0, 0)).height()
    card.resize(QSize(260, 260))
    QApplication.processEvents()
    room = card.list.visualRect(card.list.model().index(0, 0))
    assert room.height() > beside
    assert card.list.button_place(0, "Bỏ qua").x() < room.right()


def test_a_folded_card_keeps_its_head_and_opens_again(card: ReviewCard) -> None:
    card.show_remarks("findings", [remark()])
    card.set_folded(True)
    assert card.list.isHidden() or not card.list.isVisible()
    assert card.maximumHeight() < 80
    card.show_kind(RemarkKind.ERROR)
    assert card.list.isVisible()
    assert card.current == card.list.remarks[0]


def test_three_hundred_remarks_are_shown_at_once(card: ReviewCard) -> None:
    many = [
        remark(RemarkKind.WARNING, Spot(number, Role.BODY), f"lời thứ {number} " * 4, "Sửa", "Bỏ qua")
        for number in range(300)
    ]
    card.show_remarks("findings", many[:1])
    QApplication.processEvents()
    began = perf_counter()
    card.show_remarks("findings", many)
    card.list.grab()
    assert perf_counter() - began < 0.5  # 20 to 40 ms on an office PC; far more would mean that all rows are laid out
    card.list.move_by(300)
    card.list.move_by(-1)
    assert card.current == many[298]


@pytest.mark.parametrize("made", [LightTextEdit, QPlainTextEdit])
def test_marks_stay_with_their_words_while_one_types(made: type[LightTextEdit | QPlainTextEdit], qtbot: QtBot) -> None:
    editor = made()
    qtbot.addWidget(editor)
    editor.setPlainText("một 😀 hai\nba bốn")
    marks = TextMarks(editor)
    marks.show_marks([Mark(6, 9, State.WRONG, "Sai."), Mark(13, 16, State.ACTIVE)])
    assert marks.marked_words() == ["hai", "bốn"]
    QTest.keyClicks(editor, "x ")
    assert marks.marked_words() == ["hai", "bốn"]
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert marks.marked_words() == ["hai"]
    assert len(editor.extraSelections()) == 1
    marks.select(8, 11)
    assert editor.textCursor().selectedText() == "hai"


def test_hovering_over_marked_words_says_why(qtbot: QtBot) -> None:
    editor = LightTextEdit()
    qtbot.addWidget(editor)
    editor.resize(400, 200)
    editor.show_text("ngày 42 tháng 11")
    editor.show()
    marks = TextMarks(editor)
    marks.show_marks([Mark(0, 7, State.WRONG, "Tháng 11 không có ngày này.")])
    cursor = QTextCursor(editor.document())
    cursor.setPosition(3)
    at = editor.cursorRect(cursor).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, editor.viewport().mapToGlobal(at))
    QApplication.sendEvent(editor.viewport(), event)
    from PySide6.QtWidgets import QToolTip

    qtbot.waitUntil(lambda: QToolTip.text() == "Tháng 11 không có ngày này.")
    QToolTip.hideText()
