"""The way through Word and back as a clerk goes it: export, change it in Word, come back, look, take it."""

from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimhoa_app.services import documents
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.plans_window import begin_plan, open_window, set_up_office
from ui.pages.drafting.outline import Part
from ui.pages.drafting.word_changes_dialog import WordChangesDialog
from ui.pages.plans import PlansPage
from ui.shell.main_window import MainWindow

WORDS = "Chữ thêm ở Word."


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> MainWindow:
    return open_window(set_up_office(workspace), qtbot)


@pytest.fixture
def page(window: MainWindow) -> PlansPage:
    return begin_plan(window)


@pytest.fixture
def file(page: PlansPage, tmp_path: Path) -> Path:
    path = tmp_path / "Ke hoach 2026.docx"
    page.paper.write_to(path)
    return path


def in_word(path: Path, words: str = WORDS) -> None:
    opened = docx.Document(str(path))
    paragraph = next(each for each in opened.paragraphs if each.text.startswith("Thực hiện"))
    paragraph.runs[-1].text += f" {words}"
    opened.save(str(path))


def come_back(window: MainWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))


def changes_dialog(page: PlansPage) -> WordChangesDialog:
    page.desk.word_return.banner._mend()
    return page.findChildren(WordChangesDialog)[-1]


def opening(page: PlansPage) -> str:
    return " ".join(each.text for each in page.desk.document.opening)


def test_a_change_in_word_is_noticed_on_coming_back_and_taken_with_undo(
    page: PlansPage, window: MainWindow, file: Path
) -> None:
    come_back(window)
    assert not page.desk.word_return.isVisible()
    in_word(file)
    come_back(window)
    assert "“Ke hoach 2026.docx” đã được sửa trong Word lúc" in page.desk.word_return.banner.text
    dialog = changes_dialog(page)
    assert dialog.comparison.count == 1
    assert WORDS in dialog.comparison.text.toPlainText()
    assert not dialog.pairs.isVisible()
    dialog.take_button.click()
    assert WORDS in opening(page)
    assert not page.desk.word_return.isVisible()
    window._toast.undo()
    assert WORDS not in opening(page)


def test_the_open_file_is_watched(page: PlansPage, window: MainWindow, file: Path, qtbot: QtBot) -> None:
    come_back(window)
    in_word(file)
    qtbot.waitUntil(lambda: page.desk.word_return.isVisible(), timeout=10_000)


def test_the_present_text_can_be_kept_and_is_not_asked_about_again(
    page: PlansPage, window: MainWindow, file: Path
) -> None:
    in_word(file)
    come_back(window)
    changes_dialog(page).leave_button.click()
    assert not page.desk.word_return.isVisible()
    come_back(window)
    assert not page.desk.word_return.isVisible()
    assert WORDS not in opening(page)


def test_when_both_have_changed_each_pair_can_be_compared(page: PlansPage, window: MainWindow, file: Path) -> None:
    page.desk.outline.choose(Part.HEAD)
    page.desk.part.head.editor("subject").setPlainText("Trích yếu sửa ở đây")
    page.desk.autosave.flush()
    in_word(file)
    come_back(window)
    dialog = changes_dialog(page)
    assert not dialog.pairs.isHidden()
    assert dialog.comparison.count == 2
    dialog.pairs.setCurrentIndex(1)
    assert dialog.comparison.count == 1
    assert WORDS in dialog.comparison.text.toPlainText()
    dialog.pairs.setCurrentIndex(2)
    assert "Trích yếu sửa ở đây" in dialog.comparison.text.toPlainText()


def test_a_half_saved_file_is_told_and_the_text_stays(page: PlansPage, window: MainWindow, file: Path) -> None:
    before = page.desk.document
    whole = file.read_bytes()
    file.write_bytes(whole[:4000])
    come_back(window)
    assert "hỏng" in page.desk.word_return.banner.text
    file.write_bytes(whole)
    page.desk.word_return.banner._mend()
    assert not page.desk.word_return.isVisible()
    assert page.desk.document == before


def test_a_file_that_was_moved_is_chosen_by_hand(page: PlansPage, file: Path, tmp_path: Path) -> None:
    in_word(file)
    moved = file.rename(tmp_path / "bản gửi lại.docx")
    page.paper.read_word_file(moved)
    page.findChildren(WordChangesDialog)[-1].take_button.click()
    assert WORDS in opening(page)


def test_a_wrong_file_is_told_at_the_head_of_the_page(page: PlansPage, file: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "ảnh.docx"
    wrong.write_bytes(b"MZ")
    page.paper.read_word_file(wrong)
    assert "không phải tệp Word" in page.banner.text


def test_an_issued_paper_shows_the_changes_but_does_not_take_them(
    page: PlansPage, window: MainWindow, workspace: Workspace, file: Path
) -> None:
    assert page.desk.entry is not None
    documents.issue(workspace, page.desk.entry.id, 5, date(2026, 1, 6))
    window.announce("documents")
    in_word(file)
    come_back(window)
    assert not changes_dialog(page).take_button.isEnabled()
