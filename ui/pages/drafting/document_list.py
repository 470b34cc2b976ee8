"""The list of the year's documents."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kimhoa_app.documents.templating import Template
from kimhoa_app.services.documents import DocumentEntry, DocumentState
from ui.models.records import Column
from ui.pages.drafting.naming import issue_line, template_name
from ui.theme import State
from ui.widgets.buttons import danger_button, plain_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.search_edit import SearchEdit

EMPTY: Final = "Năm này chưa có văn bản nào."


class DocumentList(Card):
    """A card with the documents; `opened`, `deletion_asked` and `roll_asked`, for the next year's, carry the entry."""

    opened = Signal(object)
    roll_asked = Signal(object)
    deletion_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Văn bản trong năm", parent=parent)
        self._templates: dict[str, Template] = {}
        self._questions: Mapping[int, int] = {}
        self.table: DataTable[DocumentEntry] = DataTable(
            "documents", self._columns(), key=lambda entry: entry.id, empty=EMPTY, keeps_one=True
        )
        self.search = SearchEdit("Tìm văn bản…")
        self.search.setMaximumWidth(240)
        self.open_button = plain_button("Mở", self._open, icon="edit")
        self.roll_button = plain_button("Soạn cho năm sau", self._roll, icon="calendar")
        self.delete_button = danger_button("Xóa bản thảo", self._delete, icon="delete")
        for widget in (self.search, self.open_button, self.roll_button, self.delete_button):
            self.add_to_head(widget)
        self.body.addWidget(self.table)
        self.search.textChanged.connect(self.table.filter)
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self._offer)
        remove = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._delete)
        self._offer()

    def show_entries(
        self, templates: dict[str, Template], entries: list[DocumentEntry], questions: Mapping[int, int]
    ) -> None:
        """Show `entries`, named after their templates; `questions` counts those that wait in a draft, by its number."""
        self._templates, self._questions = templates, questions
        drafts = sum(entry.state is DocumentState.DRAFT for entry in entries)
        self.set_head("Văn bản trong năm", f"{len(entries)} văn bản, {drafts} bản thảo")
        self.table.show_rows(entries)
        self._offer()

    def _columns(self) -> tuple[Column[DocumentEntry], ...]:
        return (
            Column("Văn bản", lambda entry: template_name(self._templates, entry)),
            Column("Trích yếu", lambda entry: entry.subject, stretch=True),
            Column(
                "Số, ngày ban hành",
                self._issue_words,
                lambda entry: None if entry.issued_on is None else (entry.issued_on, entry.number or 0),
                chip=lambda entry: State.ATTENTION if entry.issued_on is None else None,
            ),
            Column(
                "Sửa lần cuối",
                lambda entry: f"{entry.changed_at.astimezone():%d/%m/%Y %H:%M}",
                lambda entry: entry.changed_at,
            ),
        )

    def _issue_words(self, entry: DocumentEntry) -> str:
        waiting = self._questions.get(entry.id, 0)
        words = issue_line(entry).removeprefix("số ")
        return f"{words}, {waiting} câu hỏi" if waiting else words

    def _offer(self) -> None:
        current = self.table.current()
        self.open_button.setEnabled(current is not None)
        self.roll_button.setEnabled(current is not None)
        if current is not None:
            self.roll_button.setText(f" Soạn cho năm {current.year + 1}")
        self.delete_button.setEnabled(current is not None and current.state is DocumentState.DRAFT)

    def _open(self) -> None:
        entry = self.table.current()
        if entry is not None:
            self.opened.emit(entry)

    def _roll(self) -> None:
        entry = self.table.current()
        if entry is not None:
            self.roll_asked.emit(entry)

    def _delete(self) -> None:
        entry = self.table.current()
        if entry is not None and entry.state is DocumentState.DRAFT:
            self.deletion_asked.emit(entry)
