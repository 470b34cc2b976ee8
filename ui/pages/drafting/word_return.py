"""Noticing that the Word file of the document on the desk was changed: while it is watched, and on coming back."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services import word_copies
from kimhoa_app.services.documents import DocumentDraft
from kimhoa_app.services.word_copies import WordChanges
from ui.pages.context import PageContext
from ui.theme import State
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

WAIT_MS: Final = 800  # Word writes a file in several steps


class WordReturn(QWidget):
    """A banner that is there when Word has changed the file; `changes_asked` carries the changes to look at."""

    changes_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: PageContext | None = None
        self._document_id: int | None = None
        self.banner = Banner()
        self._watcher = QFileSystemWatcher(self)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(WAIT_MS)
        self._clock.timeout.connect(self.look)
        self._watcher.fileChanged.connect(lambda _path: self._clock.start())
        self._watcher.directoryChanged.connect(lambda _path: self._clock.start())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.banner)
        self.hide()

    def show_for(self, context: PageContext, entry: DocumentDraft) -> None:
        """Watch the Word file of `entry` and say when it was changed."""
        self._context, self._document_id = context, entry.id
        self._say_nothing()
        self.window().installEventFilter(self)
        self.look()

    def look(self) -> None:
        """Look at the file now, off the UI thread."""
        context, document_id = self._context, self._document_id
        if context is None or document_id is None:
            return

        def work() -> tuple[Path | None, WordChanges | None]:
            return _look(context.workspace, document_id)

        def done(found: tuple[Path | None, WordChanges | None]) -> None:
            if isValid(self) and document_id == self._document_id:
                self._watch(found[0])
                self._show(found[1])

        context.runner.submit(work, done=done, failed=self._tell)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when a person comes back to the window."""
        desk = self.parentWidget()
        came_back = event.type() == QEvent.Type.WindowActivate and watched is self.window()
        if came_back and desk is not None and desk.isVisible():
            self.look()
        return super().eventFilter(watched, event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def _watch(self, path: Path | None) -> None:
        """Watch the file, and its folder: Word puts a new file in the place of the old."""
        wanted = {str(each) for each in (path, path.parent) if each.exists()} if path is not None else set()
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))

    def _show(self, changes: WordChanges | None) -> None:
        if changes is None:
            self._say_nothing()
            return
        self.banner.say(
            f"“{changes.path.name}” đã được sửa trong Word lúc {changes.changed_at:%H:%M ngày %d/%m/%Y}.",
            State.ACTIVE,
            mend_text="Xem thay đổi",
            mend=lambda: self.changes_asked.emit(changes),
        )
        self.show()

    def _tell(self, error: KimHoaError) -> None:
        if isValid(self):
            self.banner.say(error.message, State.ATTENTION, mend_text="Xem lại", mend=self.look)
            self.show()

    def _say_nothing(self) -> None:
        self.banner.clear()
        self.hide()


def _look(workspace: "Workspace", document_id: int) -> tuple[Path | None, WordChanges | None]:
    return word_copies.known_path(workspace, document_id), word_copies.find_changes(workspace, document_id)
