"""Last year's file brought into the window: read, rolled, its questions answered one by one, kept over a restart."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kimhoa_app.documents.texts import texts_of
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services import documents, office, rolling, units
from kimhoa_app.services.rolling import QuestionState
from kimhoa_app.services.workspace import Workspace
from tests.documents.reading import messy
from tests.documents.reading.test_hostile_files import package
from ui.background import BackgroundRunner, ImmediateRunner
from ui.pages.drafting import paper_actions
from ui.pages.drafting.answer_dialog import NO_WORDS, AnswerDialog
from ui.pages.drafting.from_last_year import READING, WAITING, RollDialog
from ui.pages.drafting.issuing import IssueDialog
from ui.pages.drafting.origin_dialog import OriginDialog
from ui.pages.drafting.remarks import Remark, RemarkKind
from ui.pages.plans import PlansPage
from ui.shell.main_window import MainWindow
from ui.shell.pages import REGISTRY

LONG_AGO = date(2024, 1, 1)
LINES = (
    "UBND XÃ KIM HOA\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 12/KH-UBND\tĐộc lập - Tự do - Hạnh phúc",
    "Kim Hoa, ngày 05 tháng 01 năm 2026",
    "KẾ HOẠCH",
    "Phát động phong trào thi đua năm 2026",
    "Thực hiện Nghị quyết số 25/NQ-HĐND ngày 28/12/2025 của Hội đồng nhân dân xã, Ủy ban nhân dân xã",
    "ban hành kế hoạch như sau:",
    "I. MỤC ĐÍCH",
    "Hoàn thành trước ngày 20/12/2026 các chỉ tiêu giai đoạn 2021 - 2025.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Giao Văn phòng Thống kê và ông Lê Văn Cường theo dõi.",
    "2. Các thôn báo cáo theo Công văn số 9/UBND-VX ngày 15/12/2025./.",
)
RESOLUTION, PERIOD, UNIT = "Nghị quyết số 25/NQ-HĐND ngày 28/12/2025", "2021 - 2025", "Văn phòng Thống kê"
PERSON, LETTER = "ông Lê Văn Cường", "Công văn số 9/UBND-VX ngày 15/12/2025"


@pytest.fixture
def commune(workspace: Workspace) -> Workspace:
    office.set_up(
        workspace,
        OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", valid_from=LONG_AGO),
        [Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch Ủy ban nhân dân xã", LONG_AGO)],
    )
    old = units.add_unit(workspace, UnitDraft(UNIT, founded_on=LONG_AGO))
    units.succeed_units(workspace, [old], UnitDraft("Văn phòng HĐND và UBND"), date(2026, 3, 1))
    return workspace


@pytest.fixture
def old_docx(tmp_path: Path) -> Path:
    made = docx.Document()
    for line in LINES:
        paragraph = made.add_paragraph()
        for number, piece in enumerate(line.split(" ")):  # as Word leaves it after many hands: a run for each word
            paragraph.add_run(f"{' ' if number else ''}{piece}").bold = number % 3 == 0
    path = tmp_path / "KH 2026 (sửa lần cuối).docx"
    made.save(str(path))
    return path


@pytest.fixture
def open_page(qtbot: QtBot) -> Callable[[Workspace], PlansPage]:
    def opened(workspace: Workspace) -> PlansPage:
        shown = MainWindow([entry for entry in REGISTRY if entry.key in ("ke-hoach", "so-van-ban")], ImmediateRunner())
        qtbot.addWidget(shown)
        shown.resize(1366, 768)
        shown.show()
        shown.work_on(2027)
        shown.start(workspace)
        assert isinstance(shown.page, PlansPage)
        return shown.page

    return opened


@pytest.fixture
def page(commune: Workspace, open_page: Callable[[Workspace], PlansPage]) -> PlansPage:
    return open_page(commune)


@pytest.fixture
def draft_page(page: PlansPage, old_docx: Path) -> PlansPage:
    dialog = begin(page)
    dialog.source.take_file(old_docx)
    dialog.begin()
    return page


def press(within: QWidget, name: str) -> None:
    QApplication.processEvents()  # buttons just put into the head are shown by the event loop
    shown = [each for each in within.findChildren(QPushButton) if each.isVisible() and each.text().strip() == name]
    assert len(shown) == 1, name
    QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)


def begin(page: PlansPage) -> RollDialog:
    press(page, "Từ tệp năm trước…")
    dialog = page.findChild(RollDialog)
    assert isinstance(dialog, RollDialog)
    return dialog


def remark(page: PlansPage, words: str) -> Remark:
    return next(each for each in page.desk.review.remarks if each.words == words)


def act(page: PlansPage, words: str, button: str) -> None:
    next(action for action in remark(page, words).actions if action.label == button).run()


def asked(page: PlansPage) -> list[str]:
    return [each.words for each in page.desk.review.remarks if each.kind is RemarkKind.QUESTION]


def text(page: PlansPage) -> str:
    return "\n".join(each.words for each in texts_of(page.desk.document))


def stored_text(workspace: Workspace, document_id: int) -> str:
    document = documents.read_draft(workspace, document_id).document
    return "\n".join(each.words for each in texts_of(document))


def number_of(page: PlansPage) -> int:
    assert page.desk.entry is not None
    return page.desk.entry.id


def answering(page: PlansPage) -> AnswerDialog:
    QApplication.processEvents()
    dialogs = [each for each in page.findChildren(AnswerDialog) if each.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def type_answer(page: PlansPage, words: str) -> None:
    editor = answering(page).editor
    editor.selectAll()
    editor.insert(words)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_one_answer_is_used_for_all_places_that_ask_the_same(page: PlansPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "nhiều huyện.txt"
    ends = ("3. Báo cáo UBND huyện hằng quý.", "4. UBND huyện tổng hợp.", "5. Gửi UBND huyện trước ngày 20/12/2026./.")
    path.write_text("\n".join((*LINES[3:-1], *ends)), encoding="utf-8")
    dialog = begin(page)
    dialog.source.take_file(path)
    dialog.begin()
    page.questions.walk(next(item.question.id for item in page.questions.waiting if "huyện" in item.last_year))
    asks = answering(page)
    assert asks.everywhere.isVisible()
    assert asks.everywhere.text() == "Dùng cho cả 3 chỗ giống vậy"
    assert not asks.everywhere.isChecked()
    asks.everywhere.click()
    type_answer(page, "Sở Nội vụ")
    assert text(page).count("Sở Nội vụ") == 3
    assert "UBND huyện" not in text(page)
    assert "huyện" not in "".join(asked(page))
    assert not answering(page).everywhere.isVisible()
    assert page.desk.steps.history.last is not None
    assert page.desk.steps.history.last.name == "trả lời câu hỏi về “UBND huyện”"
    page.desk.steps.undo()
    qtbot.waitUntil(lambda: asked(page).count("UBND huyện") == 3)


def test_what_was_read_is_shown_before_anything_is_made(page: PlansPage, commune: Workspace, old_docx: Path) -> None:
    dialog = begin(page)
    assert not dialog.make_button.isEnabled()
    dialog.source.take_file(old_docx)
    assert dialog.sentence == "Kế hoạch số 12/KH-UBND ngày 05/01/2026, năm 2026"
    assert dialog.line == "4 mục · 4 chỗ tự đổi sang năm 2027 · 5 câu hỏi"
    assert dialog.table.shown_count == 9
    assert documents.list_documents(commune, 2027) == []
    press(dialog, "Tạo bản thảo năm 2027")
    assert page.stack.currentWidget() is page.desk
    assert page.desk.status == "bản thảo · chuyển từ 12/KH-UBND ngày 05/01/2026 · 5 câu hỏi"
    assert asked(page) == [RESOLUTION, PERIOD, UNIT, PERSON, LETTER]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("cũ.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Word đời cũ"),
        ("quét.pdf", b"%PDF-1.4", "tệp PDF"),
        ("cụt.docx", messy.directive()[:3000], "hỏng"),
        ("nén nhiều.docx", package(b" " * (200 << 20)), "quá lớn"),
        ("rỗng.txt", b"\0" * 100, "không có chữ"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_beside_the_field(
    page: PlansPage, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    dialog = begin(page)
    dialog.source.take_file(tmp_path / name)
    assert sentence in dialog.source.file.error
    assert dialog.sentence == WAITING
    assert not dialog.make_button.isEnabled()


def test_a_pasted_text_is_read_once_the_typing_rests(page: PlansPage, qtbot: QtBot) -> None:
    dialog = begin(page)
    dialog.source.pasted.setPlainText("\n".join(LINES))
    qtbot.waitUntil(lambda: dialog.make_button.isEnabled())
    assert dialog.line.endswith("5 câu hỏi")


def test_the_year_is_asked_for_where_the_text_does_not_say_it(page: PlansPage, tmp_path: Path) -> None:
    path = tmp_path / "không năm.txt"
    path.write_text("KẾ HOẠCH\nPhát động thi đua yêu nước", encoding="utf-8")
    dialog = begin(page)
    dialog.source.take_file(path)
    assert dialog.source.from_year.isVisible()
    assert "Không tìm thấy năm" in dialog.source.from_year.error
    dialog.source.old_years.setValue(2026)
    assert dialog.make_button.isEnabled()
    dialog.source.years.setValue(2026)
    assert "năm sau năm 2026" in dialog.source.to_year.error
    assert not dialog.make_button.isEnabled()


def test_a_file_is_dropped_on_the_list(page: PlansPage, old_docx: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(old_docx))])
    arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPoint(40, 40), *arguments)
    QApplication.sendEvent(page, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(40, 40), *arguments))
    dialog = page.findChild(RollDialog)
    assert isinstance(dialog, RollDialog)
    assert dialog.make_button.isEnabled()


def test_a_document_of_last_year_is_rolled_from_the_list(page: PlansPage, commune: Workspace) -> None:
    old = documents.new_document(commune, "ke-hoach-nam", 2026, {})
    page.window().work_on(2026)  # type: ignore[attr-defined]
    press(page, "Soạn cho năm 2027")
    dialog = page.findChild(RollDialog)
    assert isinstance(dialog, RollDialog)
    press(dialog, "Tạo bản thảo năm 2027")
    entry = page.desk.entry
    assert entry is not None
    assert (entry.id != old, entry.year, entry.template) == (True, 2027, "ke-hoach-nam")


def test_what_stands_in_the_program_is_offered_beside_the_file(page: PlansPage, commune: Workspace) -> None:
    documents.new_document(commune, "ke-hoach-nam", 2026, {})
    dialog = begin(page)
    choice = dialog.source.choice
    assert choice.isVisible()
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert dialog.make_button.isEnabled()


def test_questions_are_answered_put_off_and_kept_over_a_restart(
    draft_page: PlansPage, commune: Workspace, open_page: Callable[[Workspace], PlansPage]
) -> None:
    page, document_id = draft_page, number_of(draft_page)
    press(page.window(), "Trả lời câu hỏi")
    assert answering(page).editor.text() == RESOLUTION
    type_answer(page, "Nghị quyết số 31/NQ-HĐND ngày 20/12/2026")
    assert answering(page).editor.text() == PERIOD
    press(answering(page), "Giữ nguyên")
    assert answering(page).editor.text() == "Văn phòng HĐND và UBND"
    QTest.keyClick(answering(page).editor, Qt.Key.Key_Return)
    press(answering(page), "Để sau")
    answering(page).close()
    assert "Nghị quyết số 31/NQ-HĐND ngày 20/12/2026 của" in text(page)
    assert "Giao Văn phòng HĐND và UBND và" in text(page)
    assert asked(page) == [PERSON, LETTER]
    page.window().close()
    again = open_page(commune)
    again.open_document(document_id)
    assert asked(again) == [PERSON, LETTER]
    assert remark(again, PERSON).message.endswith("(để sau)")
    assert again.desk.status.startswith("bản thảo · chuyển từ 12/KH-UBND ngày 05/01/2026 · 2 câu hỏi")
    assert stored_text(commune, document_id) == text(again)


def test_the_walk_begins_with_a_key_and_ends_behind_the_last_question(draft_page: PlansPage, qtbot: QtBot) -> None:
    draft_page.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is draft_page.window())
    QTest.keyClick(draft_page.desk.outline, Qt.Key.Key_F9)
    for _ in range(5):
        press(answering(draft_page), "Để sau")
    QApplication.processEvents()
    assert not [each for each in draft_page.findChildren(AnswerDialog) if each.isVisible()]
    assert len(asked(draft_page)) == 5


def test_an_empty_answer_is_marked_and_changes_nothing(draft_page: PlansPage) -> None:
    before = text(draft_page)
    act(draft_page, PERIOD, "Trả lời…")
    type_answer(draft_page, "  ")
    assert answering(draft_page).answer.error == NO_WORDS
    assert text(draft_page) == before


def test_a_proposal_is_taken_with_one_click_and_taken_back(draft_page: PlansPage) -> None:
    before = text(draft_page)
    act(draft_page, UNIT, "Thay bằng “Văn phòng HĐND và UBND”")
    assert text(draft_page) == before.replace(UNIT, "Văn phòng HĐND và UBND")
    press(draft_page.window(), "Hoàn tác")
    assert text(draft_page) == before
    assert UNIT in asked(draft_page)


def test_undoing_in_the_text_opens_the_question_again_and_redoing_closes_it(
    draft_page: PlansPage, qtbot: QtBot
) -> None:
    act(draft_page, UNIT, "Thay bằng “Văn phòng HĐND và UBND”")
    draft_page.desk.steps.undo()
    qtbot.waitUntil(lambda: UNIT in asked(draft_page))
    draft_page.desk.steps.redo()
    qtbot.waitUntil(lambda: UNIT not in asked(draft_page))
    draft_page.desk.steps.undo()
    qtbot.waitUntil(lambda: UNIT in asked(draft_page))
    act(draft_page, UNIT, "Thay bằng “Văn phòng HĐND và UBND”")
    assert "Giao Văn phòng HĐND và UBND và" in text(draft_page)


def test_an_answered_question_may_be_asked_again(draft_page: PlansPage) -> None:
    act(draft_page, PERIOD, "Giữ nguyên")
    assert PERIOD not in asked(draft_page)
    act(draft_page, PERIOD, "Hỏi lại")
    assert PERIOD in asked(draft_page)


def test_what_changed_by_itself_is_listed_and_may_be_taken_back(draft_page: PlansPage) -> None:
    changed = [each.words for each in draft_page.desk.review.remarks if each.kind is RemarkKind.CHANGED]
    assert changed == ["năm 2027", "20/12/2027"]
    assert remark(draft_page, "20/12/2027").message == "trước là “20/12/2026”."
    act(draft_page, "20/12/2027", "Lấy lại chữ cũ")
    assert "trước ngày 20/12/2026" in text(draft_page)
    act(draft_page, "20/12/2026", "Đổi lại")
    assert "trước ngày 20/12/2027" in text(draft_page)


def test_the_answer_comes_after_what_was_just_typed(draft_page: PlansPage, commune: Workspace) -> None:
    draft_page.desk.go_to((0,))
    draft_page.desk.part.text.moveCursor(QTextCursor.MoveOperation.End)
    draft_page.desk.part.text.insertPlainText(" Phấn đấu vượt.")
    act(draft_page, PERIOD, "Giữ nguyên")
    act(draft_page, UNIT, "Thay bằng “Văn phòng HĐND và UBND”")
    stored = stored_text(commune, number_of(draft_page))
    assert "2021 - 2025. Phấn đấu vượt." in stored
    assert "Giao Văn phòng HĐND và UBND" in stored


def test_words_typed_over_are_asked_about_no_more(draft_page: PlansPage, qtbot: QtBot) -> None:
    draft_page.desk.go_to((0,))
    draft_page.desk.part.text.setPlainText("# I. MỤC ĐÍCH\nHoàn thành trước ngày 20/12/2027 mọi chỉ tiêu.")
    qtbot.waitUntil(lambda: PERIOD not in asked(draft_page))
    assert "4 câu hỏi" in draft_page.desk.status


def test_printing_and_issuing_say_first_that_questions_wait(
    draft_page: PlansPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[object] = []
    monkeypatch.setattr(paper_actions, "print_paper", lambda _page, paper: printed.append(paper))
    press(draft_page, "In…")
    assert printed == []
    press(draft_page, "Xem câu hỏi")
    answering(draft_page).close()
    press(draft_page, "Ban hành…")
    assert draft_page.findChild(IssueDialog) is None
    press(draft_page, "In…")
    press(draft_page, "Vẫn in")
    assert len(printed) == 1
    for words in asked(draft_page):
        act(draft_page, words, "Giữ nguyên")
    press(draft_page, "In…")
    assert len(printed) == 2


def test_the_list_says_how_many_questions_wait(draft_page: PlansPage) -> None:
    act(draft_page, PERIOD, "Để sau")
    draft_page.show_list()
    model = draft_page.list.table.model()
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert "bản thảo, 5 câu hỏi" in shown
    assert "Kế hoạch" in shown


def test_last_year_stands_beside_this_year(draft_page: PlansPage) -> None:
    press(draft_page, "So với năm trước")
    dialog = draft_page.findChild(OriginDialog)
    assert isinstance(dialog, OriginDialog)
    assert dialog.comparison.count >= 2


def test_leaving_the_desk_closes_the_questions(draft_page: PlansPage) -> None:
    act(draft_page, PERIOD, "Trả lời…")
    dialog = answering(draft_page)
    press(draft_page, "Danh sách")
    QApplication.processEvents()
    assert not draft_page.findChildren(AnswerDialog) or not dialog.isVisible()


def test_an_issued_document_shows_no_questions(draft_page: PlansPage, commune: Workspace) -> None:
    question = rolling.read_record(commune, number_of(draft_page))
    assert question is not None
    assert question.entries[0].state is QuestionState.OPEN
    documents.issue(commune, number_of(draft_page), 1, date(2026, 12, 20))
    draft_page.refresh()
    assert asked(draft_page) == []
    assert "câu hỏi" not in draft_page.desk.status


def test_reading_and_answering_run_beside_the_window(commune: Workspace, old_docx: Path, qtbot: QtBot) -> None:
    runner = BackgroundRunner()
    shown = MainWindow([entry for entry in REGISTRY if entry.key == "ke-hoach"], runner)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    shown.work_on(2027)
    shown.start(commune)
    page = shown.page
    assert isinstance(page, PlansPage)
    qtbot.waitUntil(lambda: runner.is_idle)
    dialog = begin(page)
    dialog.source.take_file(old_docx)
    assert dialog.sentence == READING
    qtbot.waitUntil(dialog.make_button.isEnabled)
    dialog.begin()
    qtbot.waitUntil(lambda: runner.is_idle and page.stack.currentWidget() is page.desk)
    page.desk.part.text.insertPlainText("Mới. ")
    page.questions.walk()
    type_answer(page, "Nghị quyết số 31/NQ-HĐND ngày 20/12/2026")
    type_answer(page, "2026 - 2030")
    qtbot.waitUntil(lambda: runner.is_idle and len(asked(page)) == 3)
    stored = stored_text(commune, number_of(page))
    assert stored == text(page)
    assert "Nghị quyết số 31/NQ-HĐND ngày 20/12/2026" in stored
    runner.close()
