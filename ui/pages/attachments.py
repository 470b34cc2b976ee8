"""The scans kept with a document, a person or an initiative: attached, opened, saved out, replaced, thrown away."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services import attachments
from kimhoa_app.services import bin as bin_service
from kimhoa_app.services.attachments import SCAN_ENDINGS, Attachment, Owner
from kimhoa_app.text.dates import list_date
from ui.dialogs.file_choice import ask_where, ask_which_ones
from ui.pages.context import PageContext
from ui.pages.exporting import open_outside
from ui.widgets.buttons import plain_button
from ui.widgets.elided_link import ElidedLink
from ui.widgets.labels import label

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

SCANS: Final = "Bản quét (" + " ".join(f"*{ending}" for ending in SCAN_ENDINGS) + ")"
MEGABYTE: Final = 1_000_000


class Attachments(QFrame):
    """What is done with the scans of one owner; a class that inherits says in `show_copies` how they are shown.

    `kind` is the kind of data that is announced when they change; `called` is what they are called in dialogs.
    """

    def __init__(self, kind: str, called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._called = kind, called
        self._context: PageContext | None = None
        self._owner: Owner | None = None
        self.copies: list[Attachment] = []
        self.attach_button = plain_button("Đính kèm…", self.ask_for_scans, icon="attach")
        self._trouble = label("", "error", wrap=True)

    def show_copies(self, copies: list[Attachment]) -> None:
        """Show the scans, which are `copies` from now on."""
        raise NotImplementedError

    @property
    def trouble(self) -> str:
        """What could not be done with a file, empty when all went well."""
        return self._trouble.text()

    def show_owner(self, context: PageContext, owner: Owner) -> None:
        """Show the scans of `owner`, read off the UI thread."""
        self._context, self._owner = context, owner
        self._say("")
        self._read()

    def ask_for_scans(self) -> None:
        """Ask which files to attach."""
        ask_which_ones(self, f"Đính kèm {self._called}", SCANS, self.attach)

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach the scans at `paths`."""
        owner = self._owner
        if owner is None:
            return
        said = f"Đã đính kèm {len(paths)} tệp." if len(paths) > 1 else f"Đã đính kèm “{paths[0].name}”."
        self._change(lambda workspace: attachments.attach(workspace, owner, paths), said)

    def open(self, copy: Attachment) -> None:
        """Open a scan in the program that this computer has for it."""
        self._submit(lambda workspace: attachments.copy_to_open(workspace, copy.id), open_outside)

    def save_out(self, copy: Attachment, path: Path) -> None:
        """Write a scan to `path`."""
        self._submit(
            lambda workspace: attachments.save(workspace, copy.id, path),
            lambda _none: self._notify(f"Đã lưu “{path.name}”."),
        )

    def replace(self, copy: Attachment, paths: Sequence[Path]) -> None:
        """Put another scan in the place of `copy`, which goes into the bin."""
        said = f"Đã thay “{copy.file_name}”; tệp cũ nằm trong thùng rác."
        self._change(lambda workspace: attachments.replace(workspace, copy.id, paths[0]), said)

    def delete(self, copy: Attachment) -> None:
        """Put a scan into the bin, with a way back."""

        def bring_back() -> None:
            self._change(lambda workspace: bin_service.restore(workspace, "attachment", copy.id), "")

        said = f"Đã chuyển “{copy.file_name}” vào thùng rác."
        self._change(lambda workspace: attachments.delete(workspace, copy.id), said, bring_back)

    def add_actions(self, menu: QMenu, copy: Attachment) -> None:
        """Add to `menu` what can be done with a scan."""
        menu.addAction("Mở", lambda: self.open(copy))
        menu.addAction("Lưu ra tệp…", lambda: ask_where(self, copy.file_name, lambda path: self.save_out(copy, path)))
        menu.addAction(
            "Thay bằng bản khác…",
            lambda: ask_which_ones(self, f"Thay {self._called}", SCANS, lambda paths: self.replace(copy, paths)),
        )
        menu.addAction("Xóa", lambda: self.delete(copy))

    def _read(self) -> None:
        owner = self._owner
        if owner is None:
            return

        def show(copies: list[Attachment]) -> None:
            if owner == self._owner:
                self.copies = copies
                self.show_copies(copies)

        self._submit(lambda workspace: attachments.list_attachments(workspace, owner), show)

    def _change(
        self, work: Callable[["Workspace"], object], said: str, undo: Callable[[], object] | None = None
    ) -> None:
        def done(_value: object) -> None:
            self._notify(said, undo)
            if self._context is not None:
                self._context.announce(self._kind)
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


class AttachmentList(Attachments):
    """The scans of a person or an initiative on its card: a line each, the day and the name, which opens it."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(kind, "tệp quét", parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label("Tệp đính kèm", "subject"))
        layout.addLayout(self._lines)
        layout.addWidget(self._trouble)
        buttons = QHBoxLayout()
        buttons.addWidget(self.attach_button)
        buttons.addStretch(1)
        layout.addLayout(buttons)

    @override
    def show_owner(self, context: PageContext, owner: Owner) -> None:
        if owner != self._owner:
            self.show_copies([])
        super().show_owner(context, owner)

    @override
    def show_copies(self, copies: list[Attachment]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for copy in copies:
            line = self._line(copy)
            self._lines.addWidget(line)
            line.show()  # left to itself it has no room until the event loop has come round

    def _line(self, copy: Attachment) -> QWidget:
        link = ElidedLink(copy.file_name, partial(self.open, copy))
        added = list_date(copy.added_at.astimezone().date())
        link.setToolTip(f"{copy.file_name} ({file_size(copy.size)}), đính kèm ngày {added}; bấm để mở")
        more = plain_button("", lambda: None, icon="more")
        more.setAccessibleName(f"Việc với tệp {copy.file_name}")
        more.setToolTip("Mở, lưu ra, thay, xóa")
        menu = QMenu(more)
        self.add_actions(menu, copy)
        more.setMenu(menu)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(added, "small"))
        row.addWidget(link, 1)
        row.addWidget(more)
        return line


def file_size(size: int) -> str:
    """Return a number of bytes as the window says it: "1,2 MB"."""
    return f"{size / MEGABYTE:.1f} MB".replace(".", ",") if size >= MEGABYTE else f"{max(size // 1000, 1)} KB"
