"""What is done with templates: copy, edit, rename, restore, delete, and make one of a document."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services import bin as bin_service
from kimhoa_app.services import documents, templates
from kimhoa_app.services.documents import DocumentEntry
from kimhoa_app.services.templates import TemplateDraft
from kimhoa_app.services.workspace import Workspace
from ui.dialogs.base import FormDialog
from ui.pages.context import PageContext
from ui.pages.drafting.restoring import RestoreDialog
from ui.pages.drafting.template_editor import TemplateEditor

_ENTITY: Final = "office_template"
_KIND: Final = "documents"


class TemplateActions:
    """Acts for `owner`; `changed` is told which template to show then, `refused` what could not be done."""

    def __init__(
        self, owner: QWidget, changed: Callable[[str], object], refused: Callable[[KimHoaError], None]
    ) -> None:
        self._owner = owner
        self._changed = changed
        self._refused = refused
        self._context: PageContext | None = None
        self._year = 0

    def work_on(self, context: PageContext, year: int) -> None:
        """Act on the data of `context`, and try templates for `year`."""
        self._context, self._year = context, year

    def copy(self, template_id: str) -> None:
        """Make a copy the office's own and open it to edit."""
        self._do(lambda workspace: templates.copy_template(workspace, template_id), self._edit_new)

    def edit(self, template_id: str) -> None:
        """Open a template of the office to edit."""
        self._do(lambda workspace: templates.read_template(workspace, template_id), self.open_editor)

    def open_editor(self, draft: TemplateDraft) -> TemplateEditor:
        """Open the editor on a template that has been read."""
        editor = TemplateEditor(self._now, draft, self._year, self._owner)
        editor.saved.connect(lambda: self._tell(draft.template_id, "Đã lưu mẫu."))
        editor.open()
        return editor

    def rename(self, template_id: str) -> None:
        """Ask for another name."""
        self._do(lambda workspace: templates.read_template(workspace, template_id), self.open_renaming)

    def open_renaming(self, draft: TemplateDraft) -> FormDialog:
        """Open the dialog that asks for the name."""
        workspace = self._now.workspace
        dialog = FormDialog(
            self._now.runner,
            "Đổi tên mẫu",
            lambda values: templates.rename_template(workspace, draft.template_id, values["name"]),
            lambda _none: self._tell(draft.template_id, "Đã đổi tên mẫu."),
            parent=self._owner,
        )
        dialog.form.add("name", "Tên mẫu", QLineEdit(draft.name), required=True)
        dialog.open()
        return dialog

    def restore(self, template_id: str) -> None:
        """Show what differs from what ships, and put that back when asked to."""
        self._do(lambda workspace: templates.read_template(workspace, template_id), self.open_restoring)

    def open_restoring(self, draft: TemplateDraft) -> RestoreDialog:
        """Open the dialog that shows the lines that differ."""
        dialog = RestoreDialog(draft, lambda: self._restore(draft), self._owner)
        dialog.open()
        return dialog

    def delete(self, template_id: str) -> None:
        """Put a template into the bin, with a way back."""

        def bring_back(row_id: int) -> None:
            self._do(
                lambda workspace: bin_service.restore(workspace, _ENTITY, row_id), lambda _none: self._tell(template_id)
            )

        self._do(
            lambda workspace: templates.delete_template(workspace, template_id),
            lambda row_id: self._tell("", "Đã chuyển mẫu vào thùng rác.", lambda: bring_back(row_id)),
        )

    def write(self) -> None:
        """Ask for a document to make a template of."""
        self._do(documents.list_documents, self.open_writing)

    def open_writing(self, entries: Sequence[DocumentEntry]) -> FormDialog:
        """Open the dialog that asks for the document and the name of the template."""
        workspace = self._now.workspace
        choice = QComboBox()
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for entry in entries:
            choice.addItem(f"{entry.year}: {entry.subject}", entry.id)

        def make(values: dict[str, Any]) -> str:
            return templates.template_from_document(workspace, values["document"], values["name"])

        dialog = FormDialog(
            self._now.runner,
            "Lập mẫu từ một văn bản",
            make,
            lambda made: self._tell(made, "Đã lập mẫu từ văn bản."),
            explain="Chữ của văn bản được giữ nguyên; riêng năm ở trích yếu và ở những câu không viện dẫn văn bản khác "
            "thành chỗ điền. Số, ngày, người ký lấy lại mỗi lần soạn.",
            save_text="Lập mẫu",
            parent=self._owner,
        )
        dialog.form.add("document", "Văn bản", choice, required=True)
        dialog.form.add("name", "Tên mẫu", QLineEdit(), required=True)
        dialog.open()
        return dialog

    @property
    def _now(self) -> PageContext:
        assert self._context is not None
        return self._context

    def _edit_new(self, template_id: str) -> None:
        self._tell(template_id, "Đã sao thành mẫu của cơ quan.")
        self.edit(template_id)

    def _restore(self, draft: TemplateDraft) -> None:
        workspace, year = self._now.workspace, self._year

        def undo() -> None:
            self._do(
                lambda _workspace: templates.save_template(workspace, draft.template_id, draft.text, year),
                lambda _none: self._tell(draft.template_id),
            )

        self._do(
            lambda workspace: templates.restore_original(workspace, draft.template_id),
            lambda _none: self._tell(draft.template_id, "Đã khôi phục bản gốc của mẫu.", undo),
        )

    def _do(self, work: Callable[[Workspace], Any], done: Callable[[Any], object]) -> None:
        workspace = self._now.workspace

        def finish(value: object) -> None:
            done(value)

        self._now.runner.submit(lambda: work(workspace), done=finish, failed=self._refused)

    def _tell(self, template_id: str, said: str = "", undo: Callable[[], object] | None = None) -> None:
        if said:
            self._now.notify(said, undo)
        self._changed(template_id)
