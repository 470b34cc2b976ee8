"""The steps of editing the document on the desk: noted as they are made, taken back and made again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, Signal

from kimhoa_app.documents.model import OfficialDocument
from ui.pages.drafting.history import EditingHistory, Standing, Step, seam
from ui.pages.drafting.history_bar import HistoryBar
from ui.pages.drafting.part_editor import PartEditor
from ui.pages.drafting.places import place_title

REPLACED: Final = "thay toàn bộ nội dung"


class EditingSteps(QObject):
    """One history over everything that changes a document while it is edited in `part`.

    `returned` carries the standing that undo or redo leads to, and where in its text the cursor belongs.
    """

    returned = Signal(object, int)

    def __init__(self, part: PartEditor, is_locked: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self.history = EditingHistory()
        self.bar = HistoryBar()
        self._part = part
        self._is_locked = is_locked
        self._standing: Standing | None = None
        self._called = ""
        self.bar.undo_asked.connect(self.undo)
        self.bar.redo_asked.connect(self.redo)

    def forget(self) -> None:
        """Begin anew, as with another document."""
        self.history.clear()
        self._standing = None

    def arrive(self, document: OfficialDocument) -> None:
        """Note where one stands now, after going to another part; the next letter begins a step."""
        self.history.pause()
        self._standing = self._part.standing(document)
        self.offer()

    def note(self, name: str, document: OfficialDocument) -> Step | None:
        """Keep what was done at once, when `part` shows it already; None where nothing stood there before."""
        before, self._standing = self._standing, self._part.standing(document)
        step = self.history.note(name, before, self._standing) if before is not None else None
        self.offer()
        return step

    @contextmanager
    def calling(self, name: str) -> Iterator[None]:
        """Keep what is put into the editors meanwhile as one step of that name."""
        self._called = name
        try:
            yield
        finally:
            self._called = ""

    def note_typing(self, document: OfficialDocument) -> None:
        """Keep what was typed."""
        if self._called:
            self.note(self._called, document)
            return
        before, self._standing = self._standing, self._part.standing(document)
        if before is not None:
            self.history.note_typing(f"gõ ở “{place_title(before.base, before.place)}”", before, self._standing)
        self.offer()

    def undo(self) -> None:
        """Take back the last step."""
        if not self._is_locked() and (step := self.history.undo()) is not None:
            self._return_to(step.before, step.after)

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        if not self._is_locked() and (step := self.history.redo()) is not None:
            self._return_to(step.after, step.before)

    def undo_only(self, step: Step | None) -> None:
        """Take back `step` while it is the last one, else nothing."""
        if step is not None and self.history.last is step:
            self.undo()

    def offer(self) -> None:
        """Offer what can be taken back and made again."""
        self.bar.show_steps(self.history, locked=self._is_locked())

    def _return_to(self, standing: Standing, other: Standing) -> None:
        self._standing = standing
        self.returned.emit(standing, seam(other.typed, standing.typed) if other.place == standing.place else 0)
        self.offer()
