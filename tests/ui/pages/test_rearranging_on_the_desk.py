"""The outline and the one history of the desk, as a clerk uses them: keys, mouse, menu."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kimhoa_app.documents.model import plain
from kimhoa_app.services import documents
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.small_commune import YEAR, Heard, open_page, settle
from ui.pages.drafting.desk import DocumentDesk
from ui.pages.drafting.outline import Command, Outline
from ui.pages.drafting.places import Part
from ui.pages.plans import PlansPage

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(workspace: Workspace, qtbot: QtBot) -> tuple[PlansPage, Heard]:
    settle(workspace)
    document_id = documents.new_document(workspace, "ke-hoach-nam", YEAR, {})
    page, heard = open_page(qtbot, workspace, PlansPage())
    page.open_document(document_id)
    return page, heard


@pytest.fixture
def desk(opened: tuple[PlansPage, Heard]) -> DocumentDesk:
    return opened[0].desk


@pytest.fixture
def heard(opened: tuple[PlansPage, Heard]) -> Heard:
    return opened[1]


def labels(desk: DocumentDesk) -> list[str]:
    return [section.label for section in desk.document.sections]


def headings(desk: DocumentDesk) -> list[str]:
    return [section.heading for section in desk.document.sections]


def key(widget: QWidget, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget.setFocus()
    QTest.keyClick(widget, pressed, held)


def act(outline: Outline, command: Command) -> None:
    next(each for each in outline.actions() if each.text() == command.title).trigger()


def type_at_end(desk: DocumentDesk, words: str) -> None:
    desk.part.text.moveCursor(QTextCursor.MoveOperation.End)
    type_words(desk.part.text, words)


def type_words(editor: QWidget, words: str) -> None:
    """Type letters that no key of QTest has."""
    for letter in words:
        QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def drop(outline: Outline, dragged: object, on: object, share: float) -> None:
    """Drop the line of one place on that of another, `share` of its height below its top."""
    outline.choose(dragged)  # type: ignore[arg-type]
    box = outline.visualItemRect(outline.item(on))  # type: ignore[arg-type]
    point = QPointF(box.left() + 30, box.top() + share * box.height())
    mime = outline.mimeData([outline.item(dragged)])  # type: ignore[arg-type]
    event = QDropEvent(point, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, ALT)
    outline.dropEvent(event)


def test_alt_and_the_arrows_move_a_section_and_the_choice_with_it(desk: DocumentDesk) -> None:
    before = headings(desk)
    desk.outline.choose((1,))
    key(desk.outline, Qt.Key.Key_Up, ALT)
    assert headings(desk)[:2] == [before[1], before[0]]
    assert labels(desk)[:2] == ["I.", "II."]
    assert desk.place == (0,)
    assert desk.part.text.toPlainText().startswith(f"# I. {before[1]}")
    key(desk.outline, Qt.Key.Key_Down, ALT)
    assert headings(desk) == before


def test_alt_left_and_right_change_the_level(desk: DocumentDesk) -> None:
    count = len(desk.document.sections)
    inner = len(desk.document.sections[0].children)
    desk.outline.choose((1,))
    key(desk.outline, Qt.Key.Key_Right, ALT)
    assert len(desk.document.sections) == count - 1
    assert desk.document.sections[0].children[-1].label == f"{inner + 1}."
    key(desk.outline, Qt.Key.Key_Left, ALT)
    assert len(desk.document.sections) == count
    assert desk.place == (1,)


def test_a_section_dragged_between_two_others_is_put_there(desk: DocumentDesk) -> None:
    before = headings(desk)
    drop(desk.outline, (2,), (1,), 0.02)
    assert headings(desk)[:3] == [before[0], before[2], before[1]]
    assert labels(desk)[:3] == ["I.", "II.", "III."]
    assert desk.place == (1,)


def test_a_section_dragged_on_another_becomes_its_last_part(desk: DocumentDesk) -> None:
    before = desk.document
    drop(desk.outline, (1,), (0,), 0.5)
    assert desk.document.sections[0].children[-1].heading == before.sections[1].heading
    desk.steps.undo()
    assert desk.document == before


def test_a_section_dropped_on_the_end_comes_last_and_on_the_head_first(desk: DocumentDesk) -> None:
    before = headings(desk)
    drop(desk.outline, (0,), Part.END, 0.5)
    assert headings(desk) == [*before[1:], before[0]]
    drop(desk.outline, (len(before) - 1,), Part.HEAD, 0.5)
    assert headings(desk) == before


def test_what_cannot_be_moved_is_told_and_changes_nothing(desk: DocumentDesk, heard: Heard) -> None:
    before = desk.document
    desk.outline.choose((0,))
    key(desk.outline, Qt.Key.Key_Left, ALT)
    assert desk.document == before
    assert "Không chuyển được" in heard.said[-1]


def test_a_removed_section_comes_back_from_the_message_and_by_ctrl_z(desk: DocumentDesk, heard: Heard) -> None:
    before = desk.document
    desk.outline.choose((1,))
    key(desk.outline, Qt.Key.Key_Delete)
    assert len(desk.document.sections) == len(before.sections) - 1
    assert heard.said[-1].startswith("Đã xóa “II.")
    heard.take_back()
    assert desk.document == before
    assert desk.place == (1,)
    key(desk.outline, Qt.Key.Key_Delete)
    key(desk.outline, Qt.Key.Key_Z, CTRL)
    assert desk.document == before


def test_the_way_back_of_a_message_takes_back_nothing_else(desk: DocumentDesk, heard: Heard) -> None:
    desk.outline.choose((1,))
    key(desk.outline, Qt.Key.Key_Delete)
    act(desk.outline, Command.COPY)
    after = desk.document
    heard.take_back()
    assert desk.document == after


def test_the_menu_adds_and_copies(desk: DocumentDesk) -> None:
    count = len(desk.document.sections)
    desk.outline.choose((0,))
    act(desk.outline, Command.ADD)
    assert desk.place == (1,)
    assert labels(desk)[:3] == ["I.", "II.", "III."]
    assert "Đề mục mới" in desk.part.text.toPlainText()
    act(desk.outline, Command.ADD_INSIDE)
    assert desk.document.sections[1].children[0].label == "1."
    act(desk.outline, Command.COPY)
    desk.outline.choose(Part.END)
    act(desk.outline, Command.ADD)
    assert len(desk.document.sections) == count + 2
    assert all(isinstance(each, QAction) for each in desk.outline.actions())
    desk.outline.customContextMenuRequested.emit(QPoint(20, 40))


def test_mentions_of_sections_with_another_number_are_told_and_left(desk: DocumentDesk, heard: Heard) -> None:
    closing = (plain("Các đơn vị thực hiện theo phần II và mục 1 phần III."),)
    desk.change(replace(desk.document, closing=closing), "thử")
    desk.outline.choose((1,))
    key(desk.outline, Qt.Key.Key_Up, ALT)
    assert heard.said[-1].startswith("Có ")
    assert "“phần II”" in heard.said[-1]
    assert desk.document.closing == closing


def test_wrong_numbers_are_counted_anew(desk: DocumentDesk, heard: Heard) -> None:
    sections = desk.document.sections
    wrong = (sections[0], replace(sections[1], label="I."), *sections[2:])
    desk.change(replace(desk.document, sections=wrong), "thử")
    act(desk.outline, Command.COUNT)
    assert labels(desk) == [section.label for section in sections]
    assert heard.said[-1].startswith("Đã đánh số lại 1 mục.")
    act(desk.outline, Command.COUNT)
    assert "đã đúng" in heard.said[-1]


def test_one_history_of_typing_forms_and_rearranging(desk: DocumentDesk) -> None:
    states = [desk.document]
    desk.outline.choose((4,))
    type_at_end(desk, " thêm chữ")
    states.append(desk.document)
    desk.outline.choose(Part.HEAD)
    type_words(desk.part.head.editor("subject"), "Mới. ")
    states.append(desk.document)
    desk.outline.choose((1,))
    key(desk.outline, Qt.Key.Key_Up, ALT)
    states.append(desk.document)
    for state, place in zip(reversed(states[:-1]), [(1,), Part.HEAD, (4,)], strict=True):
        key(desk.part.text, Qt.Key.Key_Z, CTRL)
        assert desk.document == state
        assert desk.place == place
    assert not desk.steps.bar.undo_button.isEnabled()
    for state, pressed in zip(states[1:], [Qt.Key.Key_Y, Qt.Key.Key_Y, Qt.Key.Key_Y], strict=True):
        key(desk.outline, pressed, CTRL)
        assert desk.document == state
    assert not desk.steps.bar.redo_button.isEnabled()


def test_ctrl_z_in_the_text_takes_back_one_step_and_puts_the_cursor_there(desk: DocumentDesk) -> None:
    desk.outline.choose((4,))
    text = desk.part.text
    before = text.toPlainText()
    type_at_end(desk, " một")
    desk.steps.history.pause()
    type_at_end(desk, " hai")
    assert "gõ ở “V." in desk.steps.bar.undo_button.toolTip()
    key(text, Qt.Key.Key_Z, CTRL)
    assert text.toPlainText() == f"{before} một"
    assert text.textCursor().atEnd()
    key(text, Qt.Key.Key_Z, CTRL)
    assert text.toPlainText() == before
    key(text, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert text.toPlainText() == f"{before} một"


def test_what_is_undone_is_saved(desk: DocumentDesk, workspace: Workspace) -> None:
    desk.outline.choose((1,))
    key(desk.outline, Qt.Key.Key_Delete)
    desk.autosave.flush()
    desk.steps.undo()
    desk.autosave.flush()
    assert desk.entry is not None
    assert documents.read_draft(workspace, desk.entry.id).document == desk.document


def test_a_restored_version_is_a_step(opened: tuple[PlansPage, Heard], desk: DocumentDesk) -> None:
    page, _ = opened
    desk.outline.choose((1,))
    key(desk.outline, Qt.Key.Key_Delete)
    without = desk.document
    desk.autosave.flush()
    page.paper.restore(1)
    assert len(desk.document.sections) == len(without.sections) + 1
    key(desk.outline, Qt.Key.Key_Z, CTRL)
    assert desk.document == without
    key(desk.outline, Qt.Key.Key_Z, CTRL)
    assert desk.document.sections[1].label == "II."


def test_an_issued_document_is_neither_rearranged_nor_undone(
    opened: tuple[PlansPage, Heard], desk: DocumentDesk, workspace: Workspace
) -> None:
    page, _ = opened
    desk.outline.choose((4,))
    type_at_end(desk, " chữ")
    desk.autosave.flush()
    assert desk.entry is not None
    documents.issue(workspace, desk.entry.id, 1, workspace.today)
    page.refresh()
    issued = desk.document
    desk.outline.choose((1,))
    key(desk.outline, Qt.Key.Key_Up, ALT)
    key(desk.outline, Qt.Key.Key_Z, CTRL)
    drop(desk.outline, (2,), (1,), 0.02)
    assert desk.document == issued
    assert not desk.steps.bar.undo_button.isEnabled()
