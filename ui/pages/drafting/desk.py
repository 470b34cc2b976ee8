"""The desk on which one document is edited: outline, text, preview; saved as it is typed."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.services.documents import DocumentDraft, DocumentState
from ui import theme
from ui.pages.context import PageContext
from ui.pages.drafting.autosave import Autosave
from ui.pages.drafting.follower import Follower
from ui.pages.drafting.history import Standing, Step
from ui.pages.drafting.insert_actions import InsertActions
from ui.pages.drafting.lock_banner import LockBanner
from ui.pages.drafting.naming import issue_line
from ui.pages.drafting.outline import Command, Outline
from ui.pages.drafting.panes import DeskPanes
from ui.pages.drafting.part_editor import PartEditor
from ui.pages.drafting.places import Part, Place
from ui.pages.drafting.preview import Preview
from ui.pages.drafting.rearrange_actions import RearrangeActions
from ui.pages.drafting.review import ReviewCard
from ui.pages.drafting.reviewing import Reviewing
from ui.pages.drafting.session import EditingSession
from ui.pages.drafting.signed_copies import SignedCopies
from ui.pages.drafting.steps import REPLACED, EditingSteps
from ui.pages.drafting.word_return import WordReturn
from ui.widgets.buttons import link_button
from ui.widgets.card import Card

OUTLINE_WAIT_MS: Final = 250


class DocumentDesk(QWidget):
    """Edits one document; `status_changed` says that the line under the title is another one.

    `correction_asked` comes when a person wants to change what has been issued, `reopening_asked` what waits for its
    number, `versions_asked` to see earlier texts.
    """

    status_changed = Signal()
    correction_asked = Signal()
    versions_asked = Signal()
    reopening_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.autosave = Autosave(self)
        self.outline = Outline()
        self.part = PartEditor()
        self.preview = Preview()
        self.reviewing = Reviewing(self)
        self._lock = LockBanner()
        self.signed_copies = SignedCopies()
        self.word_return = WordReturn()
        self._entry: DocumentDraft | None = None
        self._session: EditingSession | None = None
        self._context: PageContext | None = None
        self._document: OfficialDocument | None = None
        self._place: Place = Part.HEAD
        self._saved_at: datetime | None = None
        self._notes: tuple[str, ...] = ()
        self._coming = REPLACED
        self.steps = EditingSteps(self.part, lambda: self.is_locked, self)
        self._outline_clock = QTimer(self)
        self._outline_clock.setSingleShot(True)
        self._outline_clock.setInterval(OUTLINE_WAIT_MS)
        self._outline_clock.timeout.connect(self._show_outline)
        self._lay_out()
        self.rearranging = RearrangeActions(self)
        self.follower = Follower(self)
        self.inserting = InsertActions(self)
        self.part.add_to_head(self.inserting.button)
        self.steps.bar.serve(self, self.part.editors)
        self.steps.returned.connect(self._return_to)
        self.outline.asked.connect(self.go_to)
        self.part.edited.connect(self._take)
        self._lock.correction_asked.connect(self.correction_asked)
        self._lock.reopening_asked.connect(self.reopening_asked)
        self.autosave.changed.connect(self.status_changed)
        self.autosave.failed.connect(lambda _error: self.status_changed.emit())
        self.autosave.saved.connect(self._note_saved)

    @property
    def entry(self) -> DocumentDraft | None:
        """The document as it was read, None when the desk is empty."""
        return self._entry

    @property
    def document(self) -> OfficialDocument:
        """The document as it is typed now."""
        assert self._document is not None
        return self._document

    @property
    def context(self) -> PageContext | None:
        """What the frame handed to the page, None while nothing lies on the desk."""
        return self._context

    @property
    def year(self) -> int:
        """The year that the document is of."""
        assert self._entry is not None
        return self._entry.year

    @property
    def has_document(self) -> bool:
        """Whether a document lies on the desk."""
        return self._document is not None

    @property
    def place(self) -> Place:
        """The part of the document that is being edited."""
        return self._place

    @property
    def review(self) -> ReviewCard:
        """The card of the remarks on the document."""
        return self.reviewing.card

    @property
    def session(self) -> EditingSession:
        """The way in which the document is saved."""
        assert self._session is not None
        return self._session

    @property
    def is_locked(self) -> bool:
        """Whether the document has been issued and not been opened for correction."""
        issued = self._entry is not None and self._entry.state is DocumentState.ISSUED
        return issued and not self.session.correcting

    @property
    def status(self) -> str:
        """The line under the title: number and day or "bản thảo", what is worth knowing, and when it was saved."""
        if self._entry is None:
            return ""
        parts = [issue_line(self._entry), *self._notes]
        if self.autosave.has_failed:
            parts.append("chưa lưu được; bấm Ctrl+S để lưu lại")
        elif not self.autosave.is_settled:
            parts.append("đang lưu…")
        elif self._saved_at is not None:
            parts.append(f"đã lưu lúc {self._saved_at:%H:%M}")
        return " · ".join(parts)

    def open(self, context: PageContext, entry: DocumentDraft) -> None:
        """Put `entry` on the desk; the same document stays at the part that is being edited."""
        again = self._entry is not None and self._entry.id == entry.id
        issued = self._entry is not None and self._entry.state is not entry.state
        self._context = context
        self._entry = entry
        if not again or self._session is None:
            self._session = EditingSession(context.workspace, entry.id)
            self._place = (0,) if entry.document.sections else Part.HEAD
            self._saved_at = None
        self.reviewing.open(context, entry.id, locked=self.is_locked)
        if not again or issued:
            self.steps.forget()
        typing = again and not self.autosave.is_settled
        if not typing and not (again and self._document == entry.document):
            self._show(entry.document)
            self.steps.note(self._coming, entry.document)
        self._coming = REPLACED
        self._show_lock()
        self.signed_copies.show_for(context, entry)
        self.word_return.show_for(context, entry)
        self.status_changed.emit()

    def expect(self, name: str) -> None:
        """Call the step `name` when the same document next comes with another text, as after an answer."""
        self._coming = name

    def show_notes(self, *notes: str) -> None:
        """Say `notes` in the line under the title, instead of those said before."""
        self._notes = notes
        self.status_changed.emit()

    def go_to(self, place: Place) -> None:
        """Show the part at `place` and let the preview follow."""
        self._outline_clock.stop()
        self._place = place
        self._show(self.document)
        self.steps.arrive(self.document)
        self.follower.arrive()

    def change(self, document: OfficialDocument, name: str, place: Place | None = None) -> Step | None:
        """Put `document` in place of the one on the desk as one step that is called `name`, and go to `place`.

        Returns the step, None where nothing is changed because the desk is locked or the document the same.
        """
        if self._context is None or self.is_locked or document == self._document:
            return None
        self._place = self._place if place is None else place
        self._show(document)
        step = self.steps.note(name, document)
        self.follower.arrive()
        self._keep()
        return step

    def tell(self, text: str, step: Step | None = None) -> None:
        """Say `text`, with a way back from `step` for as long as it is the last."""
        if self._context is not None:
            self._context.notify(text, None if step is None else lambda: self.steps.undo_only(step))

    def correct(self) -> None:
        """Let the issued document be changed; the version of what was issued has been kept."""
        assert self._entry is not None
        self._session = EditingSession(self.session.workspace, self._entry.id, correcting=True)
        self.reviewing.unlock()
        self._show_lock()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.autosave.flush()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        left = Card("Bố cục")
        left.body.addWidget(self.outline)
        left.add_to_head(link_button("Đánh số lại", lambda: self.rearranging.do(Command.COUNT, None)))
        self.part.add_to_head(self.steps.bar)
        self.part.add_to_head(link_button("Phiên bản", self.versions_asked.emit))
        self.panes = DeskPanes(left, self.reviewing.split, self.preview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self._lock)
        layout.addWidget(self.word_return)
        layout.addWidget(self.reviewing.leaving)
        layout.addWidget(self.signed_copies)
        layout.addWidget(self.panes, 1)

    def _show(self, document: OfficialDocument) -> None:
        self._document = document
        try:
            self.part.show_part(document, self._place)
        except LookupError:  # the section has gone, as after restoring a version
            self._place = Part.HEAD
            self.part.show_part(document, self._place)
        self.reviewing.follow()
        self._show_outline()
        self.preview.show_now(document)

    def _return_to(self, standing: Standing, cursor: int) -> None:
        self._outline_clock.stop()
        self._document, self._place = standing.document, standing.place
        self.part.show_standing(standing, cursor)
        self.reviewing.follow()
        self._show_outline()
        self.preview.show_now(self.document)
        self.follower.arrive()
        self._keep()

    def _keep(self) -> None:
        """Show and save the document as it is now."""
        assert self._context is not None
        self.preview.show_soon(self.document)
        self.autosave.keep(self._context.runner, self.document, self.session.save)

    def _show_outline(self) -> None:
        if self._document is not None:
            self.outline.show_document(self._document, self._place)

    def _show_lock(self) -> None:
        assert self._entry is not None
        self.part.set_read_only(self.is_locked)
        self.outline.set_read_only(self.is_locked)
        self.steps.offer()
        self._lock.show_for(self._entry, locked=self.is_locked)

    def _take(self, document: OfficialDocument) -> None:
        if self._context is None or document == self._document:
            return
        self._document = document
        self.steps.note_typing(document)
        self.reviewing.follow_typing()
        self._outline_clock.start()
        self._keep()

    def _note_saved(self, moment: datetime) -> None:
        self._saved_at = moment
        self.status_changed.emit()
