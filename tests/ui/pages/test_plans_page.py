"""The page of plans as a clerk uses it: begin, edit, save, issue, export, go back in time."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kimhoa_app.documents.texts import Role, texts_of
from kimhoa_app.domain.councils import CouncilDraft, CouncilRole, MemberDraft
from kimhoa_app.domain.errors import DataUnavailable
from kimhoa_app.services import councils, documents, meetings
from kimhoa_app.services.documents import DocumentState
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.plans_window import open_window, set_up_office
from ui.pages.drafting.issuing import IssueDialog
from ui.pages.drafting.places import Part
from ui.pages.drafting.review import Remark, RemarkKind
from ui.pages.drafting.versions_dialog import VersionsDialog
from ui.pages.plans import PlansPage
from ui.shell.main_window import MainWindow

PLAN = "ke-hoach-nam"
LONG_AGO = date(2025, 7, 1)


@pytest.fixture
def commune(workspace: Workspace) -> Workspace:
    return set_up_office(workspace)


@pytest.fixture
def window(commune: Workspace, qtbot: QtBot) -> MainWindow:
    return open_window(commune, qtbot)


@pytest.fixture
def page(window: MainWindow) -> PlansPage:
    assert isinstance(window.page, PlansPage)
    return window.page


@pytest.fixture
def desk_page(page: PlansPage) -> PlansPage:
    page.begin(PLAN)
    page.new.make()
    return page


def press(page: PlansPage, name: str) -> None:
    QApplication.processEvents()  # buttons just put into the head are shown by the event loop
    shown = [each for each in page.findChildren(QPushButton) if each.isVisible() and each.text().strip() == name]
    assert len(shown) == 1, name
    QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)


def type_at_end(page: PlansPage, text: str) -> None:
    page.desk.part.text.moveCursor(QTextCursor.MoveOperation.End)
    page.desk.part.text.insertPlainText(text)


def stored_text(workspace: Workspace, document_id: int) -> str:
    sections = documents.read_draft(workspace, document_id).document.walk_sections()
    return "\n".join(getattr(block, "text", "") for _, section in sections for block in section.blocks)


def focused(page: PlansPage) -> QWidget:
    """Return the widget of the desk that takes the keys; the text, where none does yet."""
    page.window().activateWindow()
    widget = QApplication.focusWidget()
    if widget is None or not page.desk.isAncestorOf(widget):
        widget = page.desk.part.text
        widget.setFocus()
    return widget


def issue_dialog(page: PlansPage) -> IssueDialog:
    press(page, "Ban hành…")
    page.desk.reviewing.leaving.leave()  # a plan made late in its year has deadlines that are over
    dialog = page.findChild(IssueDialog)
    assert isinstance(dialog, IssueDialog)
    return dialog


def number_of(page: PlansPage) -> int:
    assert page.desk.entry is not None
    return page.desk.entry.id


def test_a_year_without_a_plan_offers_it_as_the_first_step(page: PlansPage) -> None:
    press(page, "Soạn kế hoạch năm 2026")
    assert page.stack.currentWidget() is page.new
    assert page.new.preview.view.page_count > 3
    press(page, "Tạo văn bản")
    assert page.stack.currentWidget() is page.desk
    assert page.desk.status == "bản thảo"


def test_a_new_plan_needs_nothing_typed(page: PlansPage, commune: Workspace) -> None:
    page.begin(PLAN)
    assert page.new.form.typed() is not None
    page.new.make()
    (entry,) = documents.list_documents(commune, 2026)
    assert entry.template == PLAN


def test_what_is_typed_in_a_field_shows_in_the_preview(page: PlansPage, qtbot: QtBot) -> None:
    page.begin(PLAN)
    before = page.new.preview.view.grab().toImage()
    page.new.form.form.field("theme").editor.setText("Đoàn kết")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: page.new.preview.view.grab().toImage() != before)


def test_a_field_that_cannot_be_read_is_marked_and_nothing_is_made(page: PlansPage, commune: Workspace) -> None:
    page.begin(PLAN)
    row = page.new.form.form.field("registration_deadline")
    row.editor.setText("mai")  # type: ignore[attr-defined]
    page.new.make()
    assert row.error
    assert documents.list_documents(commune) == []


def test_a_paper_of_a_meeting_says_where_to_prepare_one(page: PlansPage) -> None:
    page.begin("giay-moi-hop")
    assert "phiên họp" in page.new.banner.text


def test_the_outline_names_head_sections_and_end(desk_page: PlansPage) -> None:
    names = desk_page.desk.outline.names()
    assert names[0] == "Phần đầu"
    assert names[1] == "I. MỤC ĐÍCH, YÊU CẦU"
    assert "1. Mục đích" in names
    assert names[-1] == "Kết thúc, nơi nhận"


def test_typing_is_saved_by_itself(desk_page: PlansPage, commune: Workspace, qtbot: QtBot) -> None:
    desk_page.desk.outline.choose((5,))
    type_at_end(desk_page, "\nĐoạn vừa gõ.")
    assert "đang lưu…" in desk_page.desk.status
    with qtbot.waitSignal(desk_page.desk.autosave.saved):
        pass
    assert "đã lưu lúc" in desk_page.desk.status
    assert "Đoạn vừa gõ." in stored_text(commune, number_of(desk_page))


def test_leaving_the_page_saves_and_tells_the_others(
    desk_page: PlansPage, window: MainWindow, commune: Workspace
) -> None:
    document_id = number_of(desk_page)
    desk_page.desk.outline.choose((5,))
    type_at_end(desk_page, "\nTrước khi rời trang.")
    window.navigate("so-van-ban")
    assert "Trước khi rời trang." in stored_text(commune, document_id)


def test_closing_the_window_saves(desk_page: PlansPage, window: MainWindow, commune: Workspace) -> None:
    document_id = number_of(desk_page)
    desk_page.desk.outline.choose((5,))
    type_at_end(desk_page, "\nTrước khi đóng.")
    assert window.close()
    assert "Trước khi đóng." in stored_text(commune, document_id)


def test_a_window_whose_words_cannot_be_saved_is_held_open_once(
    desk_page: PlansPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise DataUnavailable("Ổ đĩa đầy.")

    monkeypatch.setattr(documents, "save_body", refuse)
    desk_page.desk.outline.choose((5,))
    type_at_end(desk_page, "\nKhông lưu được.")
    assert not window.close()
    assert desk_page.banner.text == "Ổ đĩa đầy."
    assert "chưa lưu được" in desk_page.desk.status
    assert window.close()


def test_a_section_emptied_and_typed_anew_keeps_its_place(desk_page: PlansPage) -> None:
    desk = desk_page.desk
    names = [section.label for section in desk.document.sections]
    desk.outline.choose((1,))
    desk.part.text.clear()
    assert "Ctrl+Z" in desk.part.note
    assert len(desk.document.sections) == len(names) - 1
    desk.part.text.setPlainText("# II. NỘI DUNG MỚI\nChữ.")
    assert [section.label for section in desk.document.sections] == names
    desk.outline.choose((2,))
    assert desk.document.sections[1].heading == "NỘI DUNG MỚI"


def test_a_line_that_is_no_markup_is_told_and_kept(desk_page: PlansPage) -> None:
    desk = desk_page.desk
    desk.outline.choose((5,))
    type_at_end(desk_page, "\n@bản")
    assert desk.part.note.startswith("Dòng 3")
    assert "@bản" in getattr(desk.document.sections[5].blocks[-1], "text", "")
    QTest.keyClick(desk.part.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not desk.part.note.startswith("Dòng")


def test_ctrl_b_and_ctrl_i_style_the_selected_words(desk_page: PlansPage) -> None:
    text = desk_page.desk.part.text
    desk_page.desk.outline.choose((5,))
    type_at_end(desk_page, "\nquan")
    text.moveCursor(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    QTest.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    run = desk_page.desk.document.sections[5].blocks[-1].runs[0]  # type: ignore[union-attr]
    assert (run.text, run.bold, run.italic) == ("quan", True, False)
    QTest.keyClick(text, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText().endswith("***quan***")
    QTest.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText().endswith("\n*quan*")
    QTest.keyClick(text, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText().endswith("\nquan")


def test_head_and_end_are_edited_in_small_forms(desk_page: PlansPage) -> None:
    desk = desk_page.desk
    desk.outline.choose(Part.HEAD)
    desk.part.head.editor("subject").setPlainText("Trích yếu mới")
    desk.outline.choose(Part.END)
    desk.part.end.editor("recipients").setPlainText("Như trên\nLưu: VT")
    assert desk.document.subject == "Trích yếu mới"
    assert desk.document.recipients == ("Như trên", "Lưu: VT")


def test_the_preview_follows_the_chosen_section(desk_page: PlansPage) -> None:
    bar = desk_page.desk.preview.view.verticalScrollBar()
    desk_page.desk.outline.choose((6,))
    lower = bar.value()
    desk_page.desk.outline.choose((0,))
    assert lower > bar.value()


def test_an_issued_document_is_locked_until_a_reason_is_given(desk_page: PlansPage, commune: Workspace) -> None:
    dialog = issue_dialog(desk_page)
    assert dialog.number.value() == 1
    dialog.number.setValue(12)
    dialog.day.show_date(date(2026, 1, 5))
    assert dialog.number.value() == 12
    dialog.save()
    assert desk_page.desk.is_locked
    assert desk_page.desk.part.text.isReadOnly()
    assert desk_page.desk.status.startswith("số 12/KH-UBND ngày 05/01/2026")
    correction = desk_page.paper.open_correction()
    assert correction is not None
    correction.form.fill({"reason": "đính chính ngày"})
    correction.save()
    desk_page.desk.outline.choose((5,))
    type_at_end(desk_page, "\nĐính chính.")
    desk_page.desk.autosave.flush()
    document_id = number_of(desk_page)
    assert "Đính chính." in stored_text(commune, document_id)
    assert documents.read_draft(commune, document_id).state is DocumentState.ISSUED
    assert "đính chính ngày" in documents.list_versions(commune, document_id)[0].reason


def test_the_number_proposed_is_that_of_the_year_of_the_day(desk_page: PlansPage, commune: Workspace) -> None:
    other = documents.new_document(commune, PLAN, 2026, {})
    documents.issue(commune, other, 88, date(2025, 12, 30))
    dialog = issue_dialog(desk_page)
    assert dialog.number.value() == 1
    dialog.day.setText("31/12/2025")
    assert dialog.number.value() == 89
    dialog.reject()


def test_the_first_text_is_kept_and__can_be_brought_back(
    desk_page: PlansPage, commune: Workspace, window: MainWindow
) -> None:
    document_id = number_of(desk_page)
    desk_page.desk.outline.choose((5,))
    for words in ("\nMột.", "\nHai."):
        type_at_end(desk_page, words)
        desk_page.desk.autosave.flush()
    assert len(documents.list_versions(commune, document_id)) == 1
    desk_page.paper.open_versions()
    dialog = desk_page.findChild(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    assert dialog.comparison.count == 1
    assert "Hai." in dialog.comparison.text.toPlainText()
    dialog.beside.setCurrentIndex(dialog.beside.findText("Các trang của bản này"))
    assert dialog.preview.view.page_count > 0
    dialog.restore_button.click()
    assert "Một." not in stored_text(commune, document_id)
    assert "Một." not in desk_page.desk.part.text.toPlainText()


def test_the_document_is_written_where_the_clerk_says(desk_page: PlansPage, window: MainWindow, tmp_path: Path) -> None:
    word, pdf = tmp_path / "Kế hoạch.docx", tmp_path / "ke-hoach.pdf"
    desk_page.paper.write_to(word)
    assert word.read_bytes().startswith(b"PK")
    assert "Kế hoạch.docx" in window._toast.text
    desk_page.paper.write_to(pdf)
    assert pdf.read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_not_there_is_told(desk_page: PlansPage, window: MainWindow, tmp_path: Path) -> None:
    desk_page.paper.write_to(tmp_path / "không có" / "a.docx")
    assert "thư mục" in desk_page.banner.text
    assert window._toast.isHidden()


def test_a_deleted_draft_comes_back_with_undo(desk_page: PlansPage, window: MainWindow, commune: Workspace) -> None:
    press(desk_page, "Danh sách")
    desk_page.list.table.select_where(lambda _entry: True)
    press(desk_page, "Xóa bản thảo")
    assert documents.list_documents(commune) == []
    window._toast.undo()
    assert len(documents.list_documents(commune)) == 1


def test_the_list_says_where_the_plan_stands(desk_page: PlansPage) -> None:
    press(desk_page, "Danh sách")
    assert desk_page._heading.text() == "Kế hoạch năm 2026 còn là bản thảo"
    press(desk_page, "Soạn tiếp kế hoạch")
    assert desk_page.stack.currentWidget() is desk_page.desk


def test_another_year_shows_its_own_list(desk_page: PlansPage, window: MainWindow) -> None:
    window.work_on(2027)
    assert desk_page._heading.text() == "Năm 2027 chưa có kế hoạch phát động phong trào thi đua"


def test_a_paper_of_a_meeting_is_begun_once_and_opened_after(
    page: PlansPage, window: MainWindow, commune: Workspace
) -> None:
    council = councils.save_council(
        commune, CouncilDraft("Hội đồng Thi đua - Khen thưởng xã Kim Hoa", valid_from=LONG_AGO)
    )
    councils.add_member(commune, council, MemberDraft("Trần Văn Bình", "Chủ tịch UBND xã", CouncilRole.CHAIR))
    councils.add_member(commune, council, MemberDraft("Lê Thị Ánh", "Công chức", CouncilRole.SECRETARY))
    meeting = meetings.prepare_meeting(commune, 2026, date(2026, 11, 27), "14:00", "Hội trường")
    ask = {"template_id": "giay-moi-hop", "meeting_id": meeting, "year": 2026}
    window.navigate("ke-hoach", **ask)
    assert page.stack.currentWidget() is page.new
    page.new.make()
    window.navigate("so-van-ban")
    window.navigate("ke-hoach", **ask)
    assert page.stack.currentWidget() is page.desk
    (entry,) = documents.list_documents(commune)
    assert entry.meeting_id == meeting


def test_a_document_that_is_gone_is_told_and_the_list_shown(desk_page: PlansPage, window: MainWindow) -> None:
    window.navigate("ke-hoach", document_id=999)
    assert "Không tìm thấy" in desk_page.banner.text
    assert desk_page.stack.currentWidget() is desk_page.list


def test_a_change_from_elsewhere_reaches_the_desk_and_typing_is_not_lost(
    desk_page: PlansPage, window: MainWindow, commune: Workspace
) -> None:
    document_id = number_of(desk_page)
    body = documents.read_draft(commune, document_id).document
    documents.save_body(commune, document_id, replace(body, subject="Từ nơi khác"))
    window.announce("documents")
    assert desk_page.desk.document.subject == "Từ nơi khác"
    desk_page.desk.outline.choose((5,))
    type_at_end(desk_page, "\nĐang gõ.")
    window.announce("documents")
    assert desk_page.desk.part.text.toPlainText().endswith("Đang gõ.")


def test_every_picture_of_the_page_can_be_taken(desk_page: PlansPage) -> None:
    for show in desk_page.showcase().values():
        dialog = show()
        if dialog is not None:
            dialog.close()


def test_a_remark_leads_to_its_words_in_the_text(desk_page: PlansPage) -> None:
    desk = desk_page.desk
    texts = {text.spot.path: text for text in texts_of(desk.document) if text.spot.path in ((0, 0), (5,))}
    basis = next(text for text in texts_of(desk.document) if text.spot.role is Role.LEGAL_BASIS)
    remarks = [
        Remark(RemarkKind.ERROR, text.words.split()[1], "sai.", text.spot, start=text.words.index(" ") + 1)
        for text in (basis, *texts.values())
    ]
    desk.review.show_remarks("findings", remarks)
    desk.outline.choose((0,))
    assert desk.part.marked_words() == [remarks[1].words]
    for remark, editor in zip(
        remarks, (desk.part.head.editor("legal_bases"), desk.part.text, desk.part.text), strict=True
    ):
        QTest.keyClick(focused(desk_page), Qt.Key.Key_F8)
        assert editor.textCursor().selectedText() == remark.words
        assert desk.part.marked_words() == [remark.words]
