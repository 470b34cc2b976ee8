"""Issuing and the scan of the signed copy, as a clerk does it in the window."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kimhoa_app.services import bin as bin_service
from kimhoa_app.services import documents
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.plans_window import begin_plan, open_window, set_up_office
from ui.pages import attachments
from ui.pages.document_register import DocumentRegisterPage
from ui.pages.drafting.issuing import IssueDialog, Printed
from ui.pages.plans import PlansPage
from ui.shell.main_window import MainWindow

PDF = b"%PDF-1.7\n" + b"x" * 500 + b"\n%%EOF\n"


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> MainWindow:
    return open_window(set_up_office(workspace), qtbot)


@pytest.fixture
def page(window: MainWindow) -> PlansPage:
    return begin_plan(window)


@pytest.fixture
def issued(page: PlansPage) -> PlansPage:
    dialog(page).save()
    return page


def dialog(page: PlansPage) -> IssueDialog:
    page.paper.open_issue()
    page.desk.reviewing.leaving.leave()  # a plan made late in its year has deadlines that are over
    return page.findChildren(IssueDialog)[-1]


def scan(folder: Path, name: str = "bản ký.pdf", content: bytes = PDF) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_draft_shows_no_place_for_signed_copies(page: PlansPage) -> None:
    assert not page.desk.signed_copies.isVisible()


def test_the_scan_is_attached_and_stands_in_the_register(issued: PlansPage, window: MainWindow, tmp_path: Path) -> None:
    assert issued.desk.signed_copies.isVisible()
    issued.desk.signed_copies.attach([scan(tmp_path)])
    (copy,) = issued.desk.signed_copies.copies
    assert copy.file_name == "bản ký.pdf"
    assert "Đã đính kèm “bản ký.pdf”" in window._toast.text
    window.navigate("so-van-ban")
    assert isinstance(window.page, DocumentRegisterPage)
    (line,) = window.page.table.shown()
    assert line.signed_copies == 1
    window.page.unsigned.click()
    assert window.page.table.shown_count == 0


def test_a_wrong_file_is_told_beside_and_nothing_is_attached(issued: PlansPage, tmp_path: Path) -> None:
    copies = issued.desk.signed_copies
    copies.attach([scan(tmp_path, "bản.pdf", b"MZ")])
    assert "không phải tệp PDF" in copies.trouble
    assert copies.copies == []
    copies.attach([scan(tmp_path)])
    assert copies.trouble == ""


def test_a_scan_is_opened_from_a_copy(issued: PlansPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(attachments, "open_outside", opened.append)
    copies = issued.desk.signed_copies
    copies.attach([scan(tmp_path)])
    copies.open(copies.copies[0])
    assert opened[0].read_bytes() == PDF


def test_a_deleted_scan_comes_back_with_undo(issued: PlansPage, window: MainWindow, tmp_path: Path) -> None:
    copies = issued.desk.signed_copies
    copies.attach([scan(tmp_path)])
    actions = {action.text(): action for action in copies.menu().actions()}
    actions["Xóa"].trigger()
    assert copies.copies == []
    window._toast.undo()
    assert [copy.file_name for copy in copies.copies] == ["bản ký.pdf"]


def test_a_scan_is_replaced_and_saved_out(issued: PlansPage, workspace: Workspace, tmp_path: Path) -> None:
    copies = issued.desk.signed_copies
    copies.attach([scan(tmp_path)])
    copies.replace(copies.copies[0], [scan(tmp_path, "rõ hơn.pdf", PDF + b"\n")])
    assert [copy.file_name for copy in copies.copies] == ["rõ hơn.pdf"]
    assert len(bin_service.list_bin(workspace)) == 1
    copies.save_out(copies.copies[0], tmp_path / "ra.pdf")
    assert (tmp_path / "ra.pdf").read_bytes() == PDF + b"\n"


def test_a_paper_goes_to_be_signed_without_a_number_and_gets_it_later(page: PlansPage, window: MainWindow) -> None:
    asked = dialog(page)
    asked.form.fill({"printed": Printed.LATER})
    assert not asked.number.isEnabled()
    assert asked.save_button.text() == "Chốt để ký"
    asked.save()
    assert page.desk.is_locked
    assert page.desk.status.startswith("chờ số")
    page.show_list()
    assert page._heading.text() == "Kế hoạch năm 2026 đã chốt để ký, chờ số"
    page.open_document(page.list.table.shown()[0].id)
    later = dialog(page)
    assert not later.form.has("printed")
    later.number.setValue(9)
    later.day.show_date(date(2026, 2, 3))
    later.save()
    assert page.desk.status.startswith("số 09/KH-UBND ngày 03/02/2026")


def test_a_paper_that_waits_can_be_opened_again(page: PlansPage, workspace: Workspace) -> None:
    asked = dialog(page)
    asked.form.fill({"printed": Printed.LATER})
    asked.save()
    page.desk.reopening_asked.emit()
    assert not page.desk.is_locked
    assert not documents.list_documents(workspace)[0].is_issued
