"""The scans of the signed paper, in a line above the text of an issued document."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget
from shiboken6 import isValid

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services import bin as bin_service
from kimhoa_app.services import signed_copies
from kimhoa_app.services.documents import DocumentDraft
from kimhoa_app.services.signed_copies import SCAN_ENDINGS, Attachment
from ui import theme
from ui.dialogs.file_choice import ask_where, ask_which_ones
from ui.pages.context import PageContext
from ui.pages.exporting import open_outside
from ui.widgets.buttons import link_button, plain_button
from ui.widgets.card import Card
from ui.widgets.labels import label

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

NONE: Final = "chưa có; quét bản đã ký, đóng dấu rồi đính kèm để Sổ văn bản đủ bản lưu."
KINDS: Final = "Bản quét (" + " ".join(f"*{ending}" for ending in SCAN_ENDINGS) + ")"
MEGABYTE: Final = 1_000_000


class SignedCopies(Card):
    """Lists the scans of the document on the desk; hidden while it is a draft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Bản đã ký", parent=parent)
        self._context: PageContext | None = None
        self._document_id = 0
        self.copies: list[Attachment] = []
        self._trouble = label("", "error", wrap=True)
        self._trouble.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.STEP)
        self.attach_button = plain_button("Đính kèm bản đã ký…", self.ask_for_scans, icon="attach")
        self.add_to_head(self.attach_button)
        self.body.addLayout(self._row)
        self.body.addWidget(self._trouble)
        self.hide()

    @property
    def trouble(self) -> str:
        """What could not be done with a file, empty when all went well."""
        return self._trouble.text()

    def show_for(self, context: PageContext, entry: DocumentDraft) -> None:
        """Show the scans of `entry`, read off the UI thread."""
        self._context, self._document_id = context, entry.id
        self.setVisible(entry.is_issued)
        self._say("")
        if entry.is_issued:
            self._read()

    def ask_for_scans(self) -> None:
        """Ask which files to attach."""
        ask_which_ones(self, "Đính kèm bản đã ký", KINDS, self.attach)

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach the scans at `paths`."""
        document_id = self._document_id
        said = f"Đã đính kèm {len(paths)} tệp." if len(paths) > 1 else f"Đã đính kèm “{paths[0].name}”."
        self._change(lambda workspace: signed_copies.attach(workspace, document_id, paths), said)

    def open(self, copy: Attachment) -> None:
        """Open a scan in the program that this computer has for it."""
        self._submit(lambda workspace: signed_copies.copy_to_open(workspace, copy.id), open_outside)

    def save_out(self, copy: Attachment, path: Path) -> None:
        """Write a scan to `path`."""
        self._submit(
            lambda workspace: signed_copies.save_copy(workspace, copy.id, path),
            lambda _none: self._notify(f"Đã lưu “{path.name}”."),
        )

    def replace(self, copy: Attachment, paths: Sequence[Path]) -> None:
        """Put another scan in the place of `copy`, which goes into the bin."""
        said = f"Đã thay “{copy.file_name}”; tệp cũ nằm trong thùng rác."
        self._change(lambda workspace: signed_copies.replace_copy(workspace, copy.id, paths[0]), said)

    def delete(self, copy: Attachment) -> None:
        """Put a scan into the bin, with a way back."""

        def bring_back() -> None:
            self._change(lambda workspace: bin_service.restore(workspace, "attachment", copy.id), "")

        said = f"Đã chuyển “{copy.file_name}” vào thùng rác."
        self._change(lambda workspace: signed_copies.delete_copy(workspace, copy.id), said, bring_back)

    def menu(self, copy: Attachment) -> QMenu:
        """Return what can be done with a scan besides opening it."""
        menu = QMenu(self)
        menu.addAction("Lưu ra tệp…", lambda: ask_where(self, copy.file_name, lambda path: self.save_out(copy, path)))
        menu.addAction(
            "Thay bằng bản khác…",
            lambda: ask_which_ones(self, "Thay bản đã ký", KINDS, lambda paths: self.replace(copy, paths)),
        )
        menu.addAction("Xóa", lambda: self.delete(copy))
        return menu

    def _read(self) -> None:
        document_id = self._document_id

        def show(copies: list[Attachment]) -> None:
            if document_id == self._document_id:
                self._show(copies)

        self._submit(lambda workspace: signed_copies.list_signed_copies(workspace, document_id), show)

    def _show(self, copies: list[Attachment]) -> None:
        self.copies = copies
        self.set_head("Bản đã ký", "" if copies else NONE)
        while (item := self._row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for copy in copies:
            self._row.addWidget(self._button(copy))
            self._row.addWidget(self._more(copy))
        self._row.addStretch(1)

    def _button(self, copy: Attachment) -> QPushButton:
        made = link_button(f"{copy.file_name} ({_size(copy.size)})", lambda: self.open(copy))
        made.setToolTip(f"Đính kèm lúc {copy.added_at.astimezone():%H:%M %d/%m/%Y}; bấm để mở")
        return made

    def _more(self, copy: Attachment) -> QPushButton:
        made = plain_button("", lambda: None, icon="more")
        made.setAccessibleName(f"Việc khác với {copy.file_name}")
        made.setToolTip("Lưu ra, thay, xóa")
        made.setMenu(self.menu(copy))
        return made

    def _change(
        self, work: Callable[["Workspace"], object], said: str, undo: Callable[[], object] | None = None
    ) -> None:
        def done(_value: object) -> None:
            self._notify(said, undo)
            if self._context is not None:
                self._context.announce("documents")
            self._read()

        self._submit(work, done)

    def _submit(self, work: Callable[["Workspace"], object], done: Callable[..., object]) -> None:
        context = self._context
        if context is None:
            return
        self._say("")

        def finish(value: object) -> None:
            if isValid(self):
                done(value)

        self.attach_button.setEnabled(False)
        context.runner.submit(
            lambda: work(context.workspace), done=finish, failed=self._tell, settled=self._allow_again
        )

    def _notify(self, said: str, undo: Callable[[], object] | None = None) -> None:
        if said and self._context is not None:
            self._context.notify(said, undo)

    def _allow_again(self) -> None:
        if isValid(self):
            self.attach_button.setEnabled(True)

    def _tell(self, error: KimHoaError) -> None:
        if isValid(self):
            self._say(error.message)

    def _say(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))


def _size(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB".replace(".", ",") if size >= MEGABYTE else f"{max(size // 1000, 1)} KB"
