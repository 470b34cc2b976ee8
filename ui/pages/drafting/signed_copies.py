"""The scans of the signed paper, in a line above the text of an issued document."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget
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
from ui.widgets.labels import label

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

NONE: Final = "chưa có; quét bản đã ký, đóng dấu rồi đính kèm"
KINDS: Final = "Bản quét (" + " ".join(f"*{ending}" for ending in SCAN_ENDINGS) + ")"
MEGABYTE: Final = 1_000_000


class SignedCopies(QFrame):
    """Names the scans of the document on the desk; hidden while it is a draft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._context: PageContext | None = None
        self._document_id = 0
        self.copies: list[Attachment] = []
        self._none = label(NONE, "muted")
        self._first = link_button("", lambda: self.open(self.copies[0]))
        self._others = label("", "muted")
        self._more = plain_button("", lambda: None, icon="more")
        self.attach_button = plain_button("Đính kèm…", self.ask_for_scans, icon="attach")
        self._trouble = label("", "error", wrap=True)
        self._lay_out()
        self._show([])
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

    def menu(self) -> QMenu:
        """Return what can be done with the scans, in a menu of its own for each where there are several."""
        menu = QMenu(self)
        for copy in self.copies:
            self._add_actions(menu.addMenu(copy.file_name) if len(self.copies) > 1 else menu, copy)
        return menu

    def _add_actions(self, menu: QMenu, copy: Attachment) -> None:
        menu.addAction("Mở", lambda: self.open(copy))
        menu.addAction("Lưu ra tệp…", lambda: ask_where(self, copy.file_name, lambda path: self.save_out(copy, path)))
        menu.addAction(
            "Thay bằng bản khác…",
            lambda: ask_which_ones(self, "Thay bản đã ký", KINDS, lambda paths: self.replace(copy, paths)),
        )
        menu.addAction("Xóa", lambda: self.delete(copy))

    def _read(self) -> None:
        document_id = self._document_id

        def show(copies: list[Attachment]) -> None:
            if document_id == self._document_id:
                self._show(copies)

        self._submit(lambda workspace: signed_copies.list_signed_copies(workspace, document_id), show)

    def _lay_out(self) -> None:
        self._more.setToolTip("Mở, lưu ra, thay, xóa")
        self._more.setAccessibleName("Việc với bản đã ký")
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        row.addWidget(label("Bản đã ký", "subject"))
        for widget in (self._none, self._first, self._others, self._more):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.attach_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addLayout(row)
        layout.addWidget(self._trouble)

    def _show(self, copies: list[Attachment]) -> None:
        self.copies = copies
        self._none.setVisible(not copies)
        self._first.setVisible(bool(copies))
        self._more.setVisible(bool(copies))
        self._others.setVisible(len(copies) > 1)
        self._others.setText(f"và {len(copies) - 1} tệp khác")
        if copies:
            self._first.setText(f"{copies[0].file_name} ({_size(copies[0].size)})")
            self._first.setToolTip(f"Đính kèm lúc {copies[0].added_at.astimezone():%H:%M %d/%m/%Y}; bấm để mở")
            self._more.setMenu(self.menu())

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
