"""Putting things into the text on the desk: from what the program knows, and tables; each is one step."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QMenu, QPushButton
from typing_extensions import override

from kimhoa_app.documents.editing_tables import new_table, table_at, table_text
from kimhoa_app.documents.model import Table
from kimhoa_app.services import insertions
from kimhoa_app.services.insertions import Insertion
from ui.pages.drafting.insert_dialog import KIND_NAMES, InsertDialog
from ui.pages.drafting.light_text_edit import LightTextEdit, cursor_place, put_cursor
from ui.pages.drafting.places import Part
from ui.pages.drafting.table_dialog import TableDialog
from ui.widgets.buttons import plain_button

if TYPE_CHECKING:
    from ui.pages.drafting.desk import DocumentDesk

KEYS: Final = "Ctrl+Space"
HAS_IT: Final = "Văn bản đã có căn cứ này."
NO_TABLE_HERE: Final = "Bảng chỉ chèn được vào nội dung; hãy chọn một mục ở Bố cục trước."
WRONG_TABLE: Final = "Bảng này có dòng viết sai nên chưa mở được dạng ô; hãy sửa dòng ghi dưới khung soạn trước."
_ROWS, _COLUMNS = 3, 3


class InsertActions(QObject):
    """The button "Chèn" of `desk`, its keys, and the double click that opens a table."""

    def __init__(self, desk: "DocumentDesk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.button = self._menu_button()
        QShortcut(QKeySequence(KEYS), desk).activated.connect(self.ask)
        desk.part.text.viewport().installEventFilter(self)

    def ask(self) -> None:
        """Offer what the program knows, once it has been read."""
        context = self._desk.context
        if context is None or self._desk.is_locked:
            return
        year = self._desk.year

        def show(found: list[Insertion]) -> None:
            self.offer(year, found)

        context.runner.submit(
            lambda: insertions.list_insertions(context.workspace, year),
            done=show,
            failed=lambda error: self._desk.tell(error.message),
        )

    def insert(self, chosen: Insertion) -> None:
        """Put the words at the cursor of the text or of the line of the form that was typed in last."""
        editor = self._desk.part.current_editor
        with self._desk.steps.calling(f"chèn {KIND_NAMES[chosen.kind].lower()}"):
            editor.textCursor().insertText(chosen.words)
        editor.setFocus()

    def add_basis(self, chosen: Insertion) -> None:
        """Add a legal text to those that the document is based on, at their end."""
        document = self._desk.document
        if any(chosen.words in line for line in document.legal_bases):
            self._desk.tell(HAS_IT)
            return
        editor = self._desk.part.current_editor
        place = cursor_place(editor)
        changed = replace(document, legal_bases=(*document.legal_bases, chosen.legal_basis))
        step = self._desk.change(changed, "thêm căn cứ")
        put_cursor(editor, place)
        self._desk.tell(f"Đã thêm căn cứ: {chosen.name}.", step)

    def edit_table(self) -> TableDialog | None:
        """Open the table in which the cursor stands, or a new one to be put below its line."""
        text = self._text()
        if text is None or self._desk.is_locked:
            self._desk.tell(NO_TABLE_HERE)
            return None
        found = table_at(text.toPlainText(), cursor_place(text))
        if found is not None and found.table is None:
            self._desk.tell(WRONG_TABLE)
            return None
        table = found.table if found is not None and found.table is not None else new_table(_ROWS, _COLUMNS)
        dialog = TableDialog(table, self._put_table, self._desk)
        dialog.open()
        return dialog

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open a table that is double-clicked in the text."""
        text = self._text()
        if event.type() == QEvent.Type.MouseButtonDblClick and text is not None and not self._desk.is_locked:
            found = table_at(text.toPlainText(), cursor_place(text))
            if found is not None and found.table is not None:
                self.edit_table()
                return True
        return super().eventFilter(watched, event)

    def offer(self, year: int, found: list[Insertion]) -> InsertDialog:
        """Open the dialog that offers `found` for a paper of `year`."""
        dialog = InsertDialog(found, year, self.insert, self.add_basis, self._desk)
        dialog.open()
        return dialog

    def _put_table(self, table: Table) -> None:
        text = self._text()
        if text is None:
            return
        typed = text.toPlainText()
        found = table_at(typed, cursor_place(text))
        cursor = text.textCursor()
        if found is None:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            written = f"\n{table_text(table)}" if cursor.block().text().strip() else table_text(table)
        else:
            put_cursor(text, found.end)
            end = text.textCursor().position()
            put_cursor(text, found.start)
            cursor = text.textCursor()
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            written = table_text(table)
        with self._desk.steps.calling("sửa bảng" if found is not None else "chèn bảng"):
            cursor.insertText(written)
        text.setTextCursor(cursor)
        text.setFocus()

    def _text(self) -> LightTextEdit | None:
        return None if self._desk.place in (Part.HEAD, Part.END) else self._desk.part.text

    def _menu_button(self) -> QPushButton:
        button = plain_button("Chèn", lambda: None)
        button.setToolTip(f"Ngày kỷ niệm, văn bản pháp luật, người, đơn vị, đợt thi đua ({KEYS}), bảng")
        menu = QMenu(button)
        menu.addAction(f"Nội dung có sẵn…\t{KEYS}", self.ask)
        menu.addAction("Bảng: chèn hoặc sửa…", self.edit_table)
        button.setMenu(menu)
        return button
