"""Putting things into the text: from what the program knows, and tables, by keys and by mouse, one step each."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kimhoa_app.documents.model import Table
from kimhoa_app.services import documents
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import long_date
from tests.ui.pages.small_commune import YEAR, Heard, open_page, settle
from ui.pages.drafting.desk import DocumentDesk
from ui.pages.drafting.insert_dialog import InsertDialog
from ui.pages.drafting.places import Part
from ui.pages.drafting.table_dialog import TableDialog
from ui.pages.plans import PlansPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(workspace: Workspace, qtbot: QtBot) -> tuple[DocumentDesk, Heard]:
    settle(workspace)
    document_id = documents.new_document(workspace, "ke-hoach-nam", YEAR, {})
    page, heard = open_page(qtbot, workspace, PlansPage())
    page.open_document(document_id)
    return page.desk, heard


@pytest.fixture
def desk(opened: tuple[DocumentDesk, Heard]) -> DocumentDesk:
    opened[0].outline.choose((4,))
    return opened[0]


def ask(desk: DocumentDesk) -> InsertDialog:
    desk.inserting.ask()
    dialog = desk.findChildren(InsertDialog)[-1]
    QApplication.processEvents()
    return dialog


def table_dialog(desk: DocumentDesk) -> TableDialog:
    dialog = desk.inserting.edit_table()
    assert dialog is not None
    return dialog


def to_end(desk: DocumentDesk) -> None:
    desk.part.text.moveCursor(QTextCursor.MoveOperation.End)


def tables(desk: DocumentDesk) -> list[Table]:
    sections = (desk.document.sections[4], *desk.document.sections[4].children)
    return [block for section in sections for block in section.blocks if isinstance(block, Table)]


def test_an_anniversary_is_found_without_diacritics_and_put_at_the_cursor(desk: DocumentDesk) -> None:
    to_end(desk)
    before = desk.part.text.toPlainText()
    dialog = ask(desk)
    QTest.keyClicks(dialog.search, "dang cong san viet")
    assert dialog.shown() == ["96 năm Ngày thành lập Đảng Cộng sản Việt Nam"]
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    phrase = "kỷ niệm 96 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2026)"
    assert desk.part.text.toPlainText() == before + phrase
    assert desk.steps.history.last is not None
    assert desk.steps.history.last.name == "chèn ngày kỷ niệm"
    QTest.keyClick(desk.part.text, Qt.Key.Key_Z, CTRL)
    assert desk.part.text.toPlainText() == before


def test_the_arrows_walk_the_list_from_the_search(desk: DocumentDesk) -> None:
    dialog = ask(desk)
    dialog.kinds.setCurrentText("Người")
    assert dialog.shown() == ["Lê Thị Ánh", "Phạm Thị Ẩn", "Đặng Thị Cúc"]
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    to_end(desk)
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert desk.part.text.toPlainText().endswith("Phạm Thị Ẩn, Công chức Phòng Kinh tế")


def test_nothing_that_fits_leaves_nothing_to_put_in(desk: DocumentDesk) -> None:
    dialog = ask(desk)
    dialog.search.setText("qqqq")
    assert dialog.chosen is None
    assert not dialog.insert_button.isEnabled()
    assert not dialog.basis_button.isVisible()
    dialog.reject()


def test_a_legal_text_becomes_a_basis_once(opened: tuple[DocumentDesk, Heard], desk: DocumentDesk) -> None:
    _, heard = opened
    to_end(desk)
    place = desk.part.text.textCursor().position()
    bases = desk.document.legal_bases
    dialog = ask(desk)
    dialog.search.setText("30/2020")
    dialog.basis_button.click()
    assert desk.document.legal_bases[:-1] == bases
    assert desk.document.legal_bases[-1].startswith("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020")
    assert desk.part.text.textCursor().position() == place
    heard.take_back()
    assert desk.document.legal_bases == bases
    desk.steps.redo()
    dialog = ask(desk)
    dialog.search.setText("30/2020")
    dialog.basis_button.click()
    assert "đã có căn cứ" in heard.said[-1]


def test_in_the_head_the_words_go_into_the_line_that_is_typed_in(desk: DocumentDesk) -> None:
    desk.outline.choose(Part.HEAD)
    editor = desk.part.head.editor("opening")
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    dialog = ask(desk)
    dialog.search.setText("thon dong")
    dialog.insert_button.click()
    assert editor.toPlainText().endswith("Thôn Đông")
    assert isinstance(desk.part.head.editor("subject"), QPlainTextEdit)
    assert "Thôn Đông" not in desk.document.subject


def test_a_table_is_typed_in_a_grid_and_put_below_the_line(desk: DocumentDesk) -> None:
    to_end(desk)
    before = desk.document
    dialog = table_dialog(desk)
    dialog.grid.item(0, 1).setText("Nhiệm vụ")
    dialog.grid.item(1, 1).setText("Ký giao ước | thi đua")
    dialog.grid.setCurrentCell(3, 2)
    dialog.add_row()
    dialog.add_column()
    dialog.remove_column()
    dialog.remove_row()
    dialog.finish()
    (table,) = tables(desk)
    assert [column.heading for column in table.columns] == ["TT", "Nhiệm vụ", ""]
    assert [row.cells for row in table.rows] == [("1", "Ký giao ước | thi đua", ""), ("2", "", ""), ("3", "", "")]
    desk.steps.undo()
    assert desk.document == before


def test_a_table_in_the_text_opens_from_any_of_its_lines_and_takes_a_sheet(desk: DocumentDesk) -> None:
    to_end(desk)
    table_dialog(desk).finish()
    desk.part.text.moveCursor(QTextCursor.MoveOperation.End)
    dialog = table_dialog(desk)
    assert dialog.table == tables(desk)[0]
    QGuiApplication.clipboard().setText("1\tViệc một\tTháng 1\n2\tViệc hai\tTháng 2\n3\tba\tTháng 3\n4\tbốn\tTháng 4\n")
    dialog.grid.setCurrentCell(1, 0)
    QTest.keyClick(dialog.grid, Qt.Key.Key_V, CTRL)
    dialog.finish()
    (table,) = tables(desk)
    assert [row.cells[1] for row in table.rows] == ["Việc một", "Việc hai", "ba", "bốn"]


def test_a_double_click_on_a_table_opens_it_and_on_words_does_not(desk: DocumentDesk) -> None:
    text = desk.part.text
    to_end(desk)
    table_dialog(desk).finish()
    text.moveCursor(QTextCursor.MoveOperation.End)
    text.ensureCursorVisible()
    count = len(desk.findChildren(TableDialog))
    QTest.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=text.cursorRect().center())
    assert len(desk.findChildren(TableDialog)) == count + 1
    desk.findChildren(TableDialog)[-1].reject()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=text.cursorRect().center())
    assert len([each for each in desk.findChildren(TableDialog) if each.isVisible()]) == 0


def test_a_table_with_a_wrong_row_is_told(opened: tuple[DocumentDesk, Heard], desk: DocumentDesk) -> None:
    desk.part.text.setPlainText("# V. MỤC\n@bảng: TT [1] | Việc [9]\n| 1 |")
    to_end(desk)
    assert desk.inserting.edit_table() is None
    assert "viết sai" in opened[1].said[-1]
    desk.outline.choose(Part.END)
    assert desk.inserting.edit_table() is None
    assert "chọn một mục" in opened[1].said[-1]


def test_values_of_fields_are_shown_as_such(desk: DocumentDesk) -> None:
    text = desk.part.text
    assert desk.entry is not None
    value = long_date(date.fromisoformat(str(desk.entry.fields["registration_deadline"])))
    cursor = text.document().find(value)
    text.setTextCursor(cursor)
    text.ensureCursorVisible()
    assert text.field_at(text.cursorRect(cursor).center()) == "Hạn đăng ký thi đua"
    text.moveCursor(QTextCursor.MoveOperation.Start)
    assert text.field_at(text.cursorRect().center()) == ""
    formats = cursor.block().layout().formats()
    assert any(each.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine for each in formats)
