from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from kimhoa_app.documents.model import DocumentKind, OfficialDocument, plain
from ui import preferences
from ui.background import ImmediateRunner
from ui.dialogs.file_choice import ask_where, ask_which
from ui.dialogs.printing import PrintDialog
from ui.pages import exporting
from ui.pages.base import Page
from ui.pages.context import PageContext
from ui.widgets.toast import Toast


def paper(_workspace: object) -> OfficialDocument:
    return OfficialDocument(kind=DocumentKind.OTHER, title="DANH SÁCH", opening=(plain("Nguyễn Thị Ánh"),))


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    toast = Toast(made)
    made.open(
        PageContext(object(), ImmediateRunner(), 2026, lambda _key, **_args: None, lambda *_kinds: None, toast.say)
    )
    made.show()
    return made


def toast_of(page: Page) -> Toast:
    return page.findChild(Toast)


def choose(page: Page, path: Path) -> None:
    page.findChild(QFileDialog).fileSelected.emit(str(path))


def test_a_paper_is_written_where_the_clerk_chooses_and_can_be_opened(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(exporting, "open_outside", opened.append)
    exporting.save_paper(page, exporting.Paper(paper, "Danh sach 2026"), ".docx")
    dialog = page.findChild(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Danh sach 2026.docx"
    choose(page, tmp_path / "Danh sach 2026.docx")
    assert Document(str(tmp_path / "Danh sach 2026.docx")).paragraphs
    toast = toast_of(page)
    assert toast.text == "Đã lưu “Danh sach 2026.docx”."
    for button in toast.findChildren(QPushButton):
        if button.isVisibleTo(toast):
            button.click()
    assert opened == [tmp_path / "Danh sach 2026.docx", tmp_path]
    assert preferences.LAST_FOLDER.read() == str(tmp_path)


def test_a_place_that_cannot_be_written_to_is_said_at_the_head(page: Page, tmp_path: Path) -> None:
    exporting.write_paper(page, exporting.Paper(paper, "a"), tmp_path / "no-folder" / "a.docx")
    assert page.banner.text
    assert toast_of(page).isHidden()


def test_printing_opens_the_dialog_with_the_pages_of_the_paper(page: Page) -> None:
    exporting.print_paper(page, exporting.Paper(paper, "a"))
    dialog = page.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    assert dialog.preview.page_count == 1
    dialog.close()


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".pdf"])
def test_the_ending_of_the_file_is_kept(page: Page, ending: str) -> None:
    dialog = ask_where(page, f"a{ending}", lambda _path: None)
    assert dialog.defaultSuffix() == ending[1:]
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave


def test_a_file_to_read_must_be_there(page: Page, tmp_path: Path) -> None:
    chosen: list[Path] = []
    dialog = ask_which(page, "Chọn danh sách", ".xlsx", chosen.append)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    dialog.fileSelected.emit(str(tmp_path / "a.xlsx"))
    assert chosen == [tmp_path / "a.xlsx"]
