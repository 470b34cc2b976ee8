"""What the checker finds, in the window: shown beside the text, corrected with a click, passed over with a reason."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kimhoa_app.documents.checking import check as checker
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.texts import texts_of
from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services import documents
from kimhoa_app.services.workspace import Workspace
from tests.ui.pages.plans_window import begin_plan, open_window, set_up_office
from ui.background import ImmediateRunner
from ui.pages.drafting import findings
from ui.pages.drafting.before_leaving import Concern
from ui.pages.drafting.desk import DocumentDesk
from ui.pages.drafting.file_check import FileCheckDialog
from ui.pages.drafting.issuing import IssueDialog
from ui.pages.drafting.places import Part
from ui.pages.drafting.review import RemarkKind
from ui.pages.plans import PlansPage
from ui.shell.main_window import MainWindow

LONG_AGO = date(2025, 7, 1)
SLIP, RIGHT = "anh ninh", "an ninh trật tự"
WAIT_MS = 50


def slips(subject: Subject) -> Iterable[Hit]:
    for text in subject.texts:
        start = text.words.find(SLIP)
        while start >= 0:
            yield hit_in(text, start, start + len(SLIP), "viết sai chính tả.", RIGHT)
            start = text.words.find(SLIP, start + 1)


def missing_words(subject: Subject) -> Iterable[Hit]:
    if not any("gia đình hiếu học" in text.words for text in subject.texts):
        yield Hit("Văn bản chưa nói đến gia đình hiếu học.")


RULES = (
    Rule("slip", "language", Severity.ERROR, "chính tả", "Từ điển tiếng Việt", slips),
    Rule("whole", "structure", Severity.WARNING, "thiếu", "", missing_words),
)


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(checker, "RULES", RULES)
    monkeypatch.setattr(findings, "WAIT_MS", WAIT_MS)
    return open_window(set_up_office(workspace), qtbot)


@pytest.fixture
def page(window: MainWindow) -> PlansPage:
    return begin_plan(window)


@pytest.fixture
def desk(page: PlansPage) -> DocumentDesk:
    page.desk.outline.choose((5,))
    return page.desk


def write(desk: DocumentDesk, qtbot: QtBot, text: str) -> None:
    """Type at the end of the part and wait until the document has been checked."""
    desk.part.text.setFocus()
    desk.part.text.moveCursor(QTextCursor.MoveOperation.End)
    desk.part.text.insertPlainText(text)
    assert not desk.reviewing.findings.is_current
    qtbot.waitUntil(lambda: desk.reviewing.findings.is_current)


def kinds(desk: DocumentDesk) -> list[RemarkKind]:
    return [remark.kind for remark in desk.review.remarks]


def click(desk: DocumentDesk, row: int, name: str) -> None:
    place = desk.review.list.button_place(row, name)
    QTest.mouseClick(desk.review.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def press(desk: DocumentDesk, name: str) -> None:
    QApplication.processEvents()
    (button,) = [
        each for each in desk.window().findChildren(QPushButton) if each.isVisible() and each.text().strip() == name
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words(desk: DocumentDesk) -> str:
    return "\n".join(text.words for text in texts_of(desk.document))


def test_a_document_is_checked_when_it_is_opened_and_when_typing_rests(desk: DocumentDesk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: kinds(desk) == [RemarkKind.WARNING])
    write(desk, qtbot, f"\nGiữ gìn {SLIP}.")
    assert kinds(desk) == [RemarkKind.WARNING, RemarkKind.ERROR]
    assert desk.part.marked_words() == [SLIP]
    desk.part.text.textCursor().deletePreviousChar()
    write(desk, qtbot, f" và {SLIP}.")
    assert desk.part.marked_words() == [SLIP, SLIP]


def test_one_click_corrects_and_the_toast_takes_it_back(
    desk: DocumentDesk, window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    write(desk, qtbot, f"\nGiữ gìn **{SLIP}** | ở thôn.")
    click(desk, 1, "Sửa")
    assert f"Giữ gìn **{RIGHT}** | ở thôn." in desk.part.text.toPlainText()
    assert kinds(desk) == [RemarkKind.WARNING]
    assert window._toast.text == f"Đã sửa “{SLIP}” thành “{RIGHT}”."
    desk.autosave.flush()
    assert desk.entry is not None
    stored = documents.read_draft(workspace, desk.entry.id).document
    assert any(RIGHT in text.words for text in texts_of(stored))
    window._toast.undo()
    assert SLIP in words(desk)
    qtbot.waitUntil(lambda: RemarkKind.ERROR in kinds(desk))


def test_a_correction_is_undone_with_ctrl_z_in_the_text(desk: DocumentDesk, qtbot: QtBot) -> None:
    write(desk, qtbot, f"\nGiữ gìn {SLIP}.")
    QTest.keyClick(desk.part.text, Qt.Key.Key_F8)
    QTest.keyClick(desk.part.text, Qt.Key.Key_F8)
    assert desk.part.text.textCursor().selectedText() == SLIP
    QTest.keyClick(desk.part.text, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert SLIP not in words(desk)
    QTest.keyClick(desk.part.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert f"Giữ gìn {SLIP}." in desk.part.text.toPlainText()


def test_the_same_mistake_is_corrected_everywhere_with_one_click(desk: DocumentDesk, qtbot: QtBot) -> None:
    write(desk, qtbot, f"\nGiữ {SLIP}, {SLIP} và {SLIP}.")
    desk.outline.choose(Part.HEAD)
    desk.part.head.editor("subject").setPlainText(f"Kế hoạch {SLIP}")
    qtbot.waitUntil(lambda: kinds(desk).count(RemarkKind.ERROR) == 4)
    assert desk.part.marked_words() == [SLIP]
    click(desk, 1, "Sửa cả 4 chỗ")
    assert SLIP not in words(desk)
    assert words(desk).count(RIGHT) >= 4
    desk.steps.undo()
    assert words(desk).count(SLIP) == 4


def test_what_is_passed_over_keeps_its_reason_and_can_be_looked_at_again(
    desk: DocumentDesk, window: MainWindow, qtbot: QtBot
) -> None:
    write(desk, qtbot, f"\nGiữ gìn {SLIP}.")
    click(desk, 1, "Bỏ qua")
    reason = desk.review.reason
    assert reason.isVisible()
    reason.reason.setEditText("  ")
    reason.give()
    assert reason.isVisible()
    reason.reason.setEditText("Tên một thôn")
    QTest.keyClick(reason.reason, Qt.Key.Key_Return)
    assert reason.isHidden()
    assert kinds(desk) == [RemarkKind.WARNING, RemarkKind.IGNORED]
    assert desk.part.marked_words() == []
    QTest.mouseClick(desk.review.chips[RemarkKind.IGNORED], Qt.MouseButton.LeftButton)
    assert "Tên một thôn" in desk.review.list.remarks[1].message
    click(desk, 1, "Xét lại")
    assert kinds(desk) == [RemarkKind.WARNING, RemarkKind.ERROR]


def test_passing_over_is_given_up_with_escape_and_agreed_to_with_enter(
    desk: DocumentDesk, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: kinds(desk) == [RemarkKind.WARNING])
    desk.part.text.setFocus()
    QTest.keyClick(desk.part.text, Qt.Key.Key_F8)
    QTest.keyClick(desk.part.text, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert desk.review.reason.isVisible()
    QTest.keyClick(desk.review.reason.reason, Qt.Key.Key_Escape)
    assert desk.review.reason.isHidden()
    assert desk.review.list.hasFocus()
    QTest.keyClick(desk.review.list, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(desk.review.reason.reason, Qt.Key.Key_Return)
    assert kinds(desk) == [RemarkKind.IGNORED]
    assert desk.review.chips[RemarkKind.IGNORED].hasFocus()


def test_words_that_changed_meanwhile_are_not_corrected(desk: DocumentDesk, window: MainWindow, qtbot: QtBot) -> None:
    write(desk, qtbot, f"\nGiữ gìn {SLIP}.")
    desk.part.text.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(4):
        desk.part.text.textCursor().deletePreviousChar()
    click(desk, 1, "Sửa")
    assert "vừa thay đổi" in window._toast.text
    assert kinds(desk) == [RemarkKind.WARNING]


def test_what_was_found_in_an_older_text_is_never_shown(
    desk: DocumentDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = LateRunner()
    assert desk._context is not None
    monkeypatch.setattr(desk.reviewing.findings, "_context", replace_runner(desk, runner))
    desk.part.text.moveCursor(QTextCursor.MoveOperation.End)
    desk.part.text.insertPlainText(f"\n{SLIP}")
    qtbot.waitUntil(lambda: len(runner.held) == 1)
    desk.part.text.insertPlainText(" một nữa")
    runner.let_go()
    assert RemarkKind.ERROR not in kinds(desk)
    qtbot.waitUntil(lambda: len(runner.held) == 1)
    runner.let_go()
    assert RemarkKind.ERROR in kinds(desk)


def test_nothing_is_checked_while_the_desk_is_not_seen(desk: DocumentDesk, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(kinds(desk)))
    window.navigate("so-van-ban")
    desk.reviewing.findings.check_soon(documents.draft(desk.session.workspace, "ke-hoach-nam", 2027, {}))
    QTest.qWait(WAIT_MS + 100)
    assert not desk.reviewing.findings._clock.isActive()


def test_an_issued_document_shows_findings_without_corrections(
    page: PlansPage, desk: DocumentDesk, workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    write(desk, qtbot, f"\nGiữ gìn {SLIP}.")
    desk.autosave.flush()
    assert desk.entry is not None
    documents.issue(workspace, desk.entry.id, 1, date(2026, 1, 5))
    window.announce("documents")
    assert desk.is_locked
    qtbot.waitUntil(lambda: RemarkKind.ERROR in kinds(desk))
    assert all("Sửa" not in [action.label for action in remark.actions] for remark in desk.review.remarks)
    desk.correct()
    assert any("Sửa" in [action.label for action in remark.actions] for remark in desk.review.remarks)


def test_a_document_with_errors_says_so_before_it_is_written(
    page: PlansPage, desk: DocumentDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr("ui.pages.drafting.paper_actions.save_paper", lambda *args: written.append(args[-1]))
    press(desk, "Xuất Word")
    assert written == [".docx"]
    desk.part.text.moveCursor(QTextCursor.MoveOperation.End)
    desk.part.text.insertPlainText(f"\nGiữ gìn {SLIP}, {SLIP}.")
    leaving = desk.reviewing.leaving
    leaving.add(lambda: Concern(3, "câu hỏi chưa trả lời", "Xem câu hỏi", lambda: None))
    press(desk, "Xuất PDF")
    assert leaving.isVisible()
    assert leaving.sentence == "Văn bản còn 2 lỗi chưa sửa và 3 câu hỏi chưa trả lời."
    assert written == [".docx"]
    desk.review.set_folded(True)
    press(desk, "Xem lỗi")
    assert leaving.isHidden()
    assert desk.review.current is not None
    assert desk.review.current.words == SLIP
    press(desk, "Xuất PDF")
    press(desk, "Vẫn xuất")
    assert written == [".docx", ".pdf"]
    press(desk, "Ban hành…")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert leaving.isHidden()
    assert desk.isVisible()
    assert page.findChild(IssueDialog) is None


def test_a_file_is_checked_without_being_taken_in(page: PlansPage, tmp_path: Path, workspace: Workspace) -> None:
    before = len(documents.list_documents(workspace))
    path = tmp_path / "kế hoạch.txt"
    path.write_text("KẾ HOẠCH\nvề việc giữ anh ninh\n\nI. MỤC ĐÍCH\nGiữ gìn anh ninh.\n", encoding="utf-8")
    page.show_list()
    press(page.desk, "Soát một tệp…")
    dialog = page.findChild(FileCheckDialog)
    assert isinstance(dialog, FileCheckDialog)
    dialog.read(path)
    assert dialog.summary.text() == "kế hoạch.txt: 2 lỗi · 1 nhắc"
    assert [remark.line for remark in dialog.list.remarks][1].startswith("anh ninh: (đoạn 2) viết sai")
    assert dialog.open_button.isVisible()
    dialog.read(tmp_path / "không có.docx")
    assert "Không mở được" in dialog.banner.text
    assert not dialog.open_button.isVisible()
    assert dialog.list.remarks == []
    dialog.reject()
    assert len(documents.list_documents(workspace)) == before


def test_a_checked_file_can_be_opened_here(page: PlansPage, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("KẾ HOẠCH\nvề gia đình hiếu học\n", encoding="utf-8")
    opened: list[Path] = []
    dialog = FileCheckDialog(page.context, page, opened.append)
    dialog.open()
    dialog.read(path)
    assert dialog.summary.text() == "a.txt: không thấy điều gì cần sửa."
    dialog.open_button.click()
    assert opened == [path]


class LateRunner(ImmediateRunner):
    """Holds work back until it is let go."""

    def __init__(self) -> None:
        self.held: list[Callable[[], None]] = []

    def submit(self, work, *, done, failed: Callable[[KimHoaError], None], settled=None) -> None:  # type: ignore[no-untyped-def]
        later = super().submit
        self.held.append(lambda: later(work, done=done, failed=failed, settled=settled))

    def let_go(self) -> None:
        self.held.pop(0)()


def replace_runner(desk: DocumentDesk, runner: ImmediateRunner) -> object:
    from dataclasses import replace

    assert desk._context is not None
    return replace(desk._context, runner=runner)
