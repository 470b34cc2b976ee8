"""Kế hoạch & phong trào: the year's documents, a new one from a template, and the desk on which one is edited."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from kimhoa_app.documents.field_words import field_words
from kimhoa_app.services import bin as bin_service
from kimhoa_app.services import documents
from kimhoa_app.services.documents import DocumentDraft, DocumentEntry
from kimhoa_app.services.rolling import RollRecord
from ui.pages.base import Page, Showcase
from ui.pages.drafting.desk import DocumentDesk
from ui.pages.drafting.document_list import DocumentList
from ui.pages.drafting.file_check import FileCheckDialog
from ui.pages.drafting.from_last_year import RollDialog
from ui.pages.drafting.naming import PLAN_TEMPLATE, document_name, is_year_plan, template_name
from ui.pages.drafting.new_document import NewDocument
from ui.pages.drafting.page_heads import CHECK_A_FILE, desk_head, list_head
from ui.pages.drafting.paper_actions import PaperActions
from ui.pages.drafting.plans_reading import Asked, Shown, read_shown
from ui.pages.drafting.questions import RollQuestions
from ui.pages.drafting.showcase import cases_of
from ui.widgets.buttons import link_button, plain_button, primary_button
from ui.widgets.dropping import dropped_file


class PlansPage(Page):
    """Three states: the list, the beginning of a document, the desk."""

    reads: ClassVar[frozenset[str]] = frozenset({"documents", "office", "meetings", "registrations"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = Asked()
        self._begun: Asked | None = None
        self._year = 0
        self._shown = Shown({}, [])
        self._has_news = False
        self._close_was_held = False
        self.list = DocumentList()
        self.new = NewDocument()
        self.desk = DocumentDesk()
        self.questions = RollQuestions(self, self.desk)
        self.paper = PaperActions(self, self.desk, self._template_name, self.desk.reviewing.leaving.ask)
        self.stack = QStackedWidget()
        for state in (self.list, self.new, self.desk):
            self.stack.addWidget(state)
        self.body.addWidget(self.stack, 1)
        self.setAcceptDrops(True)
        self._connect()

    @override
    def refresh(self) -> None:
        year = self.context.year
        if self._year != year:
            self._year, self._wanted = year, Asked()
            self.desk.autosave.flush()
        asked = self._wanted
        self.read(lambda workspace: read_shown(workspace, year, asked), self._show)

    @override
    def focus_on(self, **args: object) -> None:
        """Open `document_id`; or begin `template_id`, which opens the paper that the meeting `meeting_id` has."""
        numbers = {key: value for key, value in args.items() if isinstance(value, int)}
        self._want(
            Asked(
                document_id=numbers.get("document_id"),
                template_id=str(args.get("template_id", "")),
                meeting_id=numbers.get("meeting_id"),
                year=numbers.get("year"),
            )
        )

    @override
    def showcase(self) -> Showcase:
        return cases_of(self, next(filter(self._is_year_plan, self._shown.entries), None))

    def show_draft(self, draft: DocumentDraft, record: RollRecord | None) -> None:
        """Put a draft on the desk that has been read, or made up, already."""
        self._show(replace(self._shown, draft=draft, record=record))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.desk.autosave.flush()
        self._tell_news()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save the last words before the window closes; hold it open, once, when they cannot be saved."""
        closing = event.type() == QEvent.Type.Close and watched is self.window()
        if closing and not self.desk.autosave.settle() and not self._close_was_held:
            self._close_was_held = True
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.stack.currentWidget() is self.list and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Read a file that is dropped on the list as last year's document."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.begin_from_last_year(path=path)

    # What a person asks for.

    def show_list(self) -> None:
        """Go back to the list of the year's documents."""
        self.desk.autosave.flush()
        self._want(Asked())
        self.refresh()

    def begin(self, template_id: str = "") -> None:
        """Begin a document; without a template the first one is shown."""
        self._want(Asked(template_id=template_id or self._first_template()))
        self.refresh()

    def begin_from_last_year(self, *, path: Path | None = None, entry: DocumentEntry | None = None) -> RollDialog:
        """Begin from last year's document: the file at `path`, `entry`, or one that is chosen then."""
        year = self.context.year if entry is None else entry.year + 1
        dialog = RollDialog(self.context, year, self._made_from_last_year, self)
        if path is not None:
            dialog.source.take_file(path)
        elif entry is not None:
            dialog.source.take_stored(entry.id)
        dialog.open()
        return dialog

    def check_file(self) -> FileCheckDialog:
        """Check a file from the disk, of which nothing is taken in unless the clerk then begins from it."""
        dialog = FileCheckDialog(self.context, self, lambda path: self.begin_from_last_year(path=path))
        dialog.open()
        return dialog

    def open_document(self, document_id: int) -> None:
        """Put a document on the desk."""
        self._want(Asked(document_id=document_id))
        self.refresh()

    def delete(self, entry: DocumentEntry) -> None:
        """Put a draft into the bin, with a way back."""

        def bring_back() -> None:
            self.change(lambda workspace: bin_service.restore(workspace, "document", entry.id), "documents")

        self.change(
            lambda workspace: documents.delete_document(workspace, entry.id),
            "documents",
            said="Đã chuyển bản thảo vào thùng rác.",
            undo=bring_back,
        )

    # How it is shown.

    def _connect(self) -> None:
        self.list.body.addWidget(link_button(CHECK_A_FILE, self.check_file), 0, Qt.AlignmentFlag.AlignLeft)
        self.list.opened.connect(lambda entry: self.open_document(entry.id))
        self.list.deletion_asked.connect(self.delete)
        self.list.roll_asked.connect(lambda entry: self.begin_from_last_year(entry=entry))
        self.new.made.connect(self._made)
        self.desk.status_changed.connect(self._say_desk)
        self.desk.versions_asked.connect(self.paper.open_versions)
        self.desk.correction_asked.connect(self.paper.open_correction)
        self.desk.reopening_asked.connect(self.paper.reopen)
        self.desk.word_return.changes_asked.connect(self.paper.show_word_changes)
        self.desk.autosave.saved.connect(self._note_saved)
        self.desk.autosave.failed.connect(self.fail)
        for keys, act in (("Ctrl+S", self.desk.autosave.flush), ("Ctrl+P", self.paper.print)):
            QShortcut(QKeySequence(keys), self.desk).activated.connect(act)

    def _want(self, asked: Asked) -> None:
        self.desk.autosave.flush()
        self._wanted, self._year, self._begun = asked, self.context.year, None

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.show_empty(None)
        if shown.draft is not None:
            self._wanted = Asked(document_id=shown.draft.id)
            self._show_desk(shown.draft)
        elif self._wanted.template_id and not shown.trouble:
            self._show_new()
        else:
            self._wanted = Asked()
            self._show_list()
        if shown.trouble:
            self.banner.say(shown.trouble)

    def _show_desk(self, draft: DocumentDraft) -> None:
        self.stack.setCurrentWidget(self.desk)
        self.desk.open(self.context, draft)
        template = self._shown.templates.get(draft.template)
        self.desk.part.show_fields(field_words(template, draft.fields) if template is not None else {})
        self.questions.show(self._shown.record)
        desk_head(self, draft)
        self._say_desk()

    def _show_new(self) -> None:
        year = self._wanted.year or self.context.year
        self.stack.setCurrentWidget(self.new)
        self.say(f"Soạn văn bản mới năm {year}", "Xem lại các mục đã điền sẵn rồi tạo; mọi chữ đều sửa được sau đó")
        self.offer(plain_button("Danh sách", self.show_list, icon="back"), primary_button("Tạo văn bản", self.new.make))
        if self._begun != self._wanted or not self.new.is_ready:
            self._begun = self._wanted
            self.new.start(self.context, self._wanted.template_id, year, self._wanted.meeting_id)

    def _show_list(self) -> None:
        self.stack.setCurrentWidget(self.list)
        self.list.show_entries(self._shown.templates, self._shown.entries, self._shown.questions)
        plan = next(filter(self._is_year_plan, self._shown.entries), None)
        list_head(self, self._shown.entries, plan)

    def _say_desk(self) -> None:
        entry = self.desk.entry
        if entry is not None and self.stack.currentWidget() is self.desk:
            self.say(document_name(self._template_name(entry), entry.year), self.desk.status)

    def _is_year_plan(self, entry: DocumentEntry) -> bool:
        return is_year_plan(self._shown.templates, entry)

    def _template_name(self, entry: DocumentEntry) -> str:
        return template_name(self._shown.templates, entry)

    def _first_template(self) -> str:
        """Return the plan while the year has none, then the first of the others."""
        has_plan = any(map(self._is_year_plan, self._shown.entries))
        others = [key for key in self._shown.templates if key != PLAN_TEMPLATE]
        return others[0] if has_plan and others else PLAN_TEMPLATE

    def _made(self, document_id: int) -> None:
        self._want(Asked(document_id=document_id))
        self.context.announce("documents")

    def _made_from_last_year(self, document_id: int) -> None:
        self._made(document_id)
        answer = ("Trả lời câu hỏi", self.questions.walk)
        self.context.notify("Đã tạo bản thảo từ văn bản năm trước.", actions=(answer,))

    def _note_saved(self) -> None:
        self._has_news = True
        self._close_was_held = False
        if not self.isVisible():
            self._tell_news()

    def _tell_news(self) -> None:
        """Tell other pages of the saved text once this page is left, and not with every key."""
        if self._has_news and self.window().isVisible():
            self._has_news = False
            self.context.announce("documents")
