"""The comparison as a clerk reads it: two columns, the differences counted, F7 from one to the next."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kimhoa_app.documents.model import DocumentKind, OfficialDocument, plain
from ui.background import BackgroundRunner, ImmediateRunner
from ui.pages.drafting.comparison import LONG, SAME, ComparisonView

LEFT = OfficialDocument(
    DocumentKind.PLAN, blocks=(plain("Thi đua năm 2025"), plain("Giữ nguyên đoạn này"), plain("Đến hết năm 2025 <b>"))
)
RIGHT = replace(LEFT, blocks=(plain("Thi đua năm 2026"), LEFT.blocks[1], plain("Đến hết năm 2026 <b>")))


@pytest.fixture
def view(qtbot: QtBot) -> ComparisonView:
    made = ComparisonView(ImmediateRunner())
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.show_documents(LEFT, RIGHT, "Năm trước", "Năm nay")
    return made


def test_both_texts_stand_side_by_side_with_the_first_difference_chosen(view: ComparisonView) -> None:
    shown = view.text.toPlainText()
    assert "Thi đua năm 2025" in shown
    assert "Thi đua năm 2026" in shown
    assert "Đến hết năm 2026 <b>" in shown
    assert view.counted == "Chỗ khác 1/2"


def test_differing_words_are_struck_out_and_underlined(view: ComparisonView) -> None:
    found = view.text.document().find("2025")
    assert found.charFormat().fontStrikeOut()
    found = view.text.document().find("2026")
    assert found.charFormat().fontUnderline()
    assert not view.text.document().find("nguyên").charFormat().fontUnderline()


def test_f7_goes_on_and_round_and_shift_f7_back(view: ComparisonView) -> None:
    view.text.setFocus()
    QTest.keyClick(view.text, Qt.Key.Key_F7)
    assert view.current == 2
    QTest.keyClick(view.text, Qt.Key.Key_F7)
    assert view.current == 1
    QTest.keyClick(view.text, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert view.current == 2


def test_equal_paragraphs_can_be_left_out(view: ComparisonView) -> None:
    view.only_differences.click()
    shown = view.text.toPlainText()
    assert "Giữ nguyên" not in shown
    assert "1 đoạn giống nhau" in shown
    view.only_differences.click()
    assert "Giữ nguyên" in view.text.toPlainText()


def test_equal_documents_are_said_to_be_equal(view: ComparisonView) -> None:
    view.show_documents(LEFT, LEFT, "Một", "Hai")
    assert view.counted == SAME
    assert not view.next_button.isEnabled()
    view.to_next()
    assert view.current == 0


def test_the_last_question_is_answered_whatever_is_ready_first(qtbot: QtBot) -> None:
    runner = BackgroundRunner()
    view = ComparisonView(runner)
    qtbot.addWidget(view)
    view.show_documents(LEFT, LEFT, "Một", "Hai")
    view.show_documents(LEFT, RIGHT, "Một", "Hai")
    qtbot.waitUntil(lambda: runner.is_idle)
    assert view.counted == "Chỗ khác 1/2"
    runner.close()


def test_closing_the_view_while_it_compares_is_no_fault(qtbot: QtBot) -> None:
    runner = BackgroundRunner()
    view = ComparisonView(runner)
    view.show_documents(LEFT, RIGHT, "Một", "Hai")
    view.deleteLater()
    del view
    qtbot.waitUntil(lambda: runner.is_idle)
    runner.close()


def test_of_a_very_long_document_only_the_differences_are_set(view: ComparisonView) -> None:
    many = tuple(plain(f"Đoạn thứ {number} của văn bản") for number in range(LONG + 1))
    view.show_documents(replace(LEFT, blocks=many), replace(LEFT, blocks=(*many, plain("Cuối"))), "Một", "Hai")
    assert view.count == 1
    assert f"{LONG + 1} đoạn giống nhau" in view.text.toPlainText()
    assert not view.only_differences.isEnabled()
