"""The editor of a template: what can be put in, the text, and the paper that it makes, side by side."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.templating import TemplateError, load_template
from kimhoa_app.documents.templating.placeholders import Placeholder, placeholders_for
from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services import templates
from kimhoa_app.services.templates import TemplateDraft
from ui import theme
from ui.dialogs.base import size_within
from ui.pages.context import PageContext
from ui.pages.drafting.placeholder_list import PlaceholderList
from ui.pages.drafting.preview import Preview
from ui.pages.drafting.template_text import TemplateText, join_parts, split_parts
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.confirm_bar import ConfirmBar
from ui.widgets.labels import label

_SIZE: Final = (1320, 720)
_WAIT_MS: Final = 400
_EXPLAIN: Final = (
    "Chữ trong {{ … }} do chương trình điền, {% … %} là điều kiện hoặc lặp; chữ khác in nguyên như đã viết. "
    "Bấm đúp vào một mục bên trái để chèn."
)


class TemplateEditor(QDialog):
    """Edits a template of the office; `saved` tells that its text was written. Nothing at fault is written."""

    saved = Signal()

    def __init__(self, context: PageContext, draft: TemplateDraft, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sửa mẫu văn bản")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._draft, self._year = context, draft, year
        self._asked = 0
        front, body = split_parts(draft.text)
        self.placeholders = PlaceholderList()
        self.text = TemplateText("Nội dung của mẫu", body)
        self.declared = TemplateText("Khai báo của mẫu", front)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.text, "Nội dung")
        self.tabs.addTab(self.declared, "Khai báo, mục điền")
        self.fault = Banner()
        self.preview = Preview()
        self.leave_bar = ConfirmBar()
        self.save_button = primary_button("Lưu mẫu", self.save)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_WAIT_MS)
        self._clock.timeout.connect(self.try_out)
        self._lay_out()
        for part in (self.text, self.declared):
            part.textChanged.connect(self._clock.start)
        self.placeholders.picked.connect(self._put_in)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)
        self.text.setFocus()
        self.try_out()

    @property
    def written(self) -> str:
        """The whole text as it stands in the editor."""
        return join_parts(self.declared.toPlainText(), self.text.toPlainText())

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.text.is_changed or self.declared.is_changed

    def try_out(self) -> None:
        """Show what the text makes of sample values, or what is wrong with it."""
        self._clock.stop()
        self._asked += 1
        asked, text, year, workspace = self._asked, self.written, self._year, self._context.workspace

        def show(document: OfficialDocument) -> None:
            if isValid(self) and asked == self._asked:
                self._show(document)

        def refuse(error: KimHoaError) -> None:
            if isValid(self) and asked == self._asked:
                self._show_fault(error)

        self._context.runner.submit(lambda: templates.try_text(workspace, text, year), done=show, failed=refuse)

    def save(self) -> None:
        """Write the text when it makes a document, and close; else show the line at fault."""
        text, year, draft, workspace = self.written, self._year, self._draft, self._context.workspace
        self.save_button.setEnabled(False)
        self._context.runner.submit(
            lambda: templates.save_template(workspace, draft.template_id, text, year),
            done=lambda _none: self._finish(),
            failed=self._show_fault,
            settled=lambda: self.save_button.setEnabled(True),
        )

    @override
    def reject(self) -> None:
        """Close, once it is agreed that what was typed is lost."""
        if not self.is_changed:
            super().reject()
            return
        question = "Mẫu có chỗ sửa chưa lưu. Bỏ những chỗ sửa ấy?"
        self.leave_bar.ask(question, "Bỏ chỗ sửa", super().reject, leave_text="Sửa tiếp")

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_changed and self.result() != QDialog.DialogCode.Accepted:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _show(self, document: OfficialDocument) -> None:
        self.fault.clear()
        for part in (self.text, self.declared):
            part.mark_line(None)
        self.preview.show_now(document)
        self._offer_placeholders()

    def _show_fault(self, error: KimHoaError) -> None:
        line = error.line if isinstance(error, TemplateError) else None
        before = self.declared.blockCount() + 2  # the two fences of the declaration
        in_text = line is not None and line > before
        part, own = (self.text, (line or 0) - before) if in_text else (self.declared, (line or 1) - 1)
        self.text.mark_line(own if in_text else None)
        self.declared.mark_line(own if line is not None and not in_text else None)
        if line is None:
            self.fault.say(error.message)
            return
        told = error.message.replace(f"Dòng {line} của mẫu", f"Dòng {max(own, 1)}", 1)
        self.fault.say(told, mend_text="Đến dòng ấy", mend=lambda: self._lead_to(part, own))

    def _lead_to(self, part: TemplateText, line: int) -> None:
        self.tabs.setCurrentWidget(part)
        part.go_to_line(line)

    def _offer_placeholders(self) -> None:
        template = load_template(self.written)
        self.placeholders.show_placeholders(placeholders_for(template.fields, template.needs))

    def _put_in(self, placeholder: Placeholder) -> None:
        self.tabs.setCurrentWidget(self.text)
        self.text.put_in(placeholder.text, is_block=placeholder.is_block)

    def _finish(self) -> None:
        if isValid(self):
            self.accept()
            self.saved.emit()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 14, theme.PAGE_MARGIN, 14)
        layout.setSpacing(10)
        layout.addWidget(label(self._draft.name, "heading", wrap=True))
        layout.addWidget(label(_EXPLAIN, "muted", wrap=True))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.fault)
        panes = QHBoxLayout()
        panes.setSpacing(theme.CARD_GAP)
        for pane, share in ((self.placeholders, 4), (middle, 8), (self.preview, 5)):
            panes.addWidget(pane, share)
        layout.addLayout(panes, 1)
        layout.addWidget(self.leave_bar)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Hủy", self.reject))
        buttons.addWidget(self.save_button)
        layout.addLayout(buttons)
        size_within(self, *_SIZE)
