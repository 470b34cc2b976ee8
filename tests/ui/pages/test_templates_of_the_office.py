"""The templates as a clerk minds them: find one, copy it, change its words, put it right, take it back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.store import templates as store
from kimhoa_app.documents.templating import shipped_templates
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.services import documents, office, settings, templates
from kimhoa_app.services.workspace import Workspace
from ui.background import ImmediateRunner
from ui.dialogs.base import FormDialog
from ui.pages.drafting.new_document import NewDocument
from ui.pages.drafting.restoring import RestoreDialog
from ui.pages.drafting.template_editor import TemplateEditor
from ui.pages.drafting.template_text import TemplateText, join_parts, split_parts
from ui.pages.plans import PlansPage
from ui.shell.main_window import MainWindow
from ui.shell.pages import REGISTRY

PLAN, LETTER = "ke-hoach-nam", "cong-van-dang-ky"


@pytest.fixture
def commune(workspace: Workspace) -> Workspace:
    period = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", valid_from=date(2025, 7, 1))
    head = Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch Ủy ban nhân dân xã", date(2025, 7, 1))
    office.set_up(workspace, period, [head])
    return workspace


@pytest.fixture
def page(commune: Workspace, qtbot: QtBot) -> PlansPage:
    window = MainWindow([entry for entry in REGISTRY if entry.key == "ke-hoach"], ImmediateRunner())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.work_on(2026)
    window.start(commune)
    assert isinstance(window.page, PlansPage)
    window.page.begin(PLAN)
    return window.page


@pytest.fixture
def new(page: PlansPage) -> NewDocument:
    return page.new


@pytest.fixture
def editor(new: NewDocument) -> TemplateEditor:
    press(new, "Sao để sửa")
    return the_editor(new)


def the_editor(new: NewDocument) -> TemplateEditor:
    dialog = new.findChild(TemplateEditor)
    assert isinstance(dialog, TemplateEditor)
    return dialog


def press(widget: QWidget, name: str) -> None:
    QApplication.processEvents()
    shown = [each for each in widget.findChildren(QPushButton) if each.isVisible() and each.text().strip() == name]
    assert len(shown) == 1, name
    QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)


def take(new: NewDocument, name: str) -> None:
    action = next(each for each in new.templates.menu().actions() if each.text() == name)
    action.trigger()


def names(new: NewDocument) -> list[str]:
    shown = new.templates.list
    return [shown.item(row).text() for row in range(shown.count()) if not shown.item(row).isHidden()]


def replace_words(text: TemplateText, before: str, after: str) -> None:
    """Select `before` and type `after` over it."""
    cursor = text.textCursor()
    cursor.setPosition(text.toPlainText().index(before))
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(before))
    text.setTextCursor(cursor)
    cursor.insertText(after)


def marked_line(text: TemplateText) -> str:
    (mark,) = text.extraSelections()
    return mark.cursor.block().text()


def test_what_ships_stands_apart_and_is_found_without_marks(new: NewDocument) -> None:
    assert names(new)[0] == "Mẫu của chương trình"
    assert "Mẫu của cơ quan" not in names(new)
    QTest.keyClicks(new.templates.search, "cong van de nghi")
    assert names(new) == ["Mẫu của chương trình", "Công văn đề nghị đăng ký danh hiệu thi đua"]
    new.templates.search.clear()
    assert len(names(new)) == 1 + len(shipped_templates())


def test_a_template_that_is_chosen_shows_its_paper(new: NewDocument) -> None:
    row = names(new).index("Công văn đề nghị đăng ký danh hiệu thi đua")
    new.templates.list.setCurrentRow(row)
    assert new.templates.current == LETTER
    QApplication.processEvents()
    assert new.form.form.field("addressees").editor.isVisible()
    assert new.preview.view.page_count == 3


def test_a_copy_is_changed_and_used(page: PlansPage, editor: TemplateEditor, commune: Workspace) -> None:
    assert editor.preview.view.page_count > 3
    replace_words(editor.text, "# VI. KINH PHÍ THỰC HIỆN", "# VI. NGUỒN KINH PHÍ")
    press(editor, "Lưu mẫu")
    assert not editor.isVisible()
    assert page.new.templates.current == "rieng-1"
    press(page, "Tạo văn bản")
    (entry,) = documents.list_documents(commune, 2026)
    assert entry.template == "rieng-1"
    assert page.desk.document.sections[5].heading == "NGUỒN KINH PHÍ"


def test_a_line_at_fault_is_marked_and_nothing_is_saved(editor: TemplateEditor, commune: Workspace) -> None:
    before = templates.list_own(commune)[0].text
    replace_words(editor.text, "{{ fields.theme }}", "{{ fields.chu_de }}")
    press(editor, "Lưu mẫu")
    assert editor.isVisible()
    assert "“chu_de”" in editor.fault.text
    assert "{{ fields.chu_de }}" in marked_line(editor.text)
    number = editor.text.toPlainText().split("\n").index(marked_line(editor.text)) + 1
    assert editor.fault.text.startswith(f"Dòng {number}:")
    assert templates.list_own(commune)[0].text == before
    press(editor, "Đến dòng ấy")
    assert editor.text.textCursor().block().text() == marked_line(editor.text)
    replace_words(editor.text, "{{ fields.chu_de }}", "{{ fields.theme }}")
    editor.try_out()
    assert editor.fault.text == ""
    assert editor.text.extraSelections() == []


def test_a_fault_of_the_declaration_is_marked_there(editor: TemplateEditor) -> None:
    replace_words(editor.declared, 'kind = "date"', "kind = date")
    editor.try_out()
    assert editor.fault.text.startswith("Dòng ")
    assert marked_line(editor.declared).startswith("kind = date")
    assert editor.text.extraSelections() == []


def test_the_paper_follows_the_typing(editor: TemplateEditor, qtbot: QtBot) -> None:
    before = editor.preview.view.grab().toImage()
    replace_words(editor.text, "@tên loại: KẾ HOẠCH", "@tên loại: KẾ HOẠCH MỚI")
    qtbot.waitUntil(lambda: editor.preview.view.grab().toImage() != before)


def test_a_placeholder_is_put_in_from_the_list(editor: TemplateEditor) -> None:
    QTest.keyClicks(editor.placeholders.search, "dia danh")
    editor.placeholders.search.clear()
    tree = editor.placeholders.tree
    (item,) = tree.findItems("Tỉnh, thành phố", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    editor.text.moveCursor(QTextCursor.MoveOperation.Start)
    tree.itemActivated.emit(item, 0)
    assert editor.text.toPlainText().startswith("{{ province }}")
    (table,) = tree.findItems("Bảng hai cột", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    editor.text.moveCursor(QTextCursor.MoveOperation.End)
    tree.itemActivated.emit(table, 0)
    assert editor.text.toPlainText().splitlines()[-2].startswith("@bảng: TT")
    editor.try_out()
    assert "bảng" not in editor.fault.text


def test_leaving_asks_once_something_was_typed(editor: TemplateEditor, commune: Workspace) -> None:
    editor.text.insertPlainText("x")
    editor.reject()
    assert editor.isVisible()
    press(editor, "Sửa tiếp")
    editor.close()
    assert editor.isVisible()
    press(editor, "Bỏ chỗ sửa")
    assert not editor.isVisible()
    assert not templates.list_own(commune)[0].text.startswith("x")


def test_leaving_asks_nothing_when_nothing_was_typed(editor: TemplateEditor) -> None:
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_a_template_gets_another_name(new: NewDocument, editor: TemplateEditor) -> None:
    editor.reject()
    take(new, "Đổi tên…")
    dialog = new.findChild(FormDialog)
    assert isinstance(dialog, FormDialog)
    name = dialog.form.field("name").editor
    assert isinstance(name, QLineEdit)
    name.setText("  ")
    dialog.save()
    assert dialog.isVisible()
    name.setText("Kế hoạch của ta")
    dialog.save()
    assert names(new)[-1] == "Kế hoạch của ta"


def test_the_original_is_put_back_and_the_change_again(
    new: NewDocument, editor: TemplateEditor, commune: Workspace
) -> None:
    replace_words(editor.text, "# VI. KINH PHÍ THỰC HIỆN", "# VI. NGUỒN KINH PHÍ")
    editor.save()
    take(new, "Khôi phục bản gốc…")
    dialog = new.findChild(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    assert dialog.lines.toPlainText() == "- # VI. KINH PHÍ THỰC HIỆN\n+ # VI. NGUỒN KINH PHÍ"
    press(dialog, "Khôi phục bản gốc")
    draft = templates.read_template(commune, "rieng-1")
    assert draft.text == draft.original


def test_a_template_is_deleted_and_brought_back(page: PlansPage, editor: TemplateEditor, commune: Workspace) -> None:
    editor.reject()
    take(page.new, "Xóa mẫu")
    assert templates.list_own(commune) == []
    assert "Mẫu của cơ quan" not in names(page.new)
    press(page.window(), "Hoàn tác")
    assert [each.id for each in templates.list_own(commune)] == ["rieng-1"]
    assert page.new.templates.current == "rieng-1"


def test_a_template_is_made_of_a_document(new: NewDocument, commune: Workspace) -> None:
    documents.new_document(commune, LETTER, 2026, {})
    dialog = new.actions_on_templates.open_writing(documents.list_documents(commune))
    name = dialog.form.field("name").editor
    assert isinstance(name, QLineEdit)
    name.setText("Công văn như năm nay")
    dialog.save()
    assert names(new)[-1] == "Công văn như năm nay"
    assert new.templates.current == "rieng-1"
    assert new.is_ready


def test_a_template_that_cannot_be_used_is_told_and_mended(page: PlansPage, commune: Workspace) -> None:
    with commune.begin() as uow:
        store.add_own(uow, PLAN, "Mẫu hỏng", "hỏng")
        uow.commit()
    page.begin("rieng-1")
    assert names(page.new)[-1] == "Mẫu hỏng (cần sửa)"
    assert "+++" in page.new.banner.text
    page.new.actions_on_templates.edit("rieng-1")
    editor = the_editor(page.new)
    assert editor.fault.text
    editor.reject()
    page.new.make()
    assert documents.list_documents(commune) == []


def test_only_the_plan_of_the_year_is_offered_to_go_on_with(page: PlansPage, commune: Workspace) -> None:
    documents.new_document(commune, "ke-hoach-dot-thi-dua", 2026, {})
    page.show_list()
    press(page, "Soạn kế hoạch năm 2026")
    own = templates.copy_template(commune, PLAN)
    documents.new_document(commune, own, 2026, {})
    page.show_list()
    press(page, "Soạn tiếp kế hoạch")
    assert page.desk.entry is not None
    assert page.desk.entry.template == own


def test_what_is_typed_for_the_office_is_there_next_time(page: PlansPage, commune: Workspace) -> None:
    page.begin(LETTER)
    contact = page.new.form.form.field("contact").editor
    assert isinstance(contact, QLineEdit)
    contact.setText("Bà Lê Thị Ánh, 0912 345 678")
    press(page, "Tạo văn bản")
    page.begin("thong-bao-ket-qua")
    again = page.new.form.form.field("contact").editor
    assert isinstance(again, QLineEdit)
    assert again.text() == "Bà Lê Thị Ánh, 0912 345 678"
    assert settings.read_settings(commune).text("paper.contact") == again.text()


def test_a_template_is_put_together_from_its_two_parts() -> None:
    text = "+++\nid = 1\n+++\nThân\n+++\n"
    assert split_parts(text) == ("id = 1", "Thân\n+++\n")
    assert join_parts(*split_parts(text)) == text


@pytest.mark.parametrize("text", ["không có khai báo", "", "+++\nmột\n", "trước\n+++\nid = 1\n+++\n"])
def test_a_text_without_a_declaration_is_all_body(text: str) -> None:
    assert split_parts(text) == ("", text)
