"""The remarks on the document on the desk: the card that lists them, the words marked in the text, the way there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.texts import Spot
from ui.pages.context import PageContext
from ui.pages.drafting.before_leaving import BeforeLeaving, Concern
from ui.pages.drafting.findings import Findings
from ui.pages.drafting.places import is_within, place_of
from ui.pages.drafting.remarks import RemarkKind
from ui.pages.drafting.review import ReviewCard
from ui.pages.drafting.review_split import ReviewSplit, add_review_keys

if TYPE_CHECKING:
    from ui.pages.drafting.desk import DocumentDesk


class Reviewing(QObject):
    """Serves one desk; `split` holds its editor with the card below, `leaving` asks before a document is let go.

    Whoever else says something of the document calls `card.show_remarks`, and `leaving.add` for what is still open.
    """

    def __init__(self, desk: "DocumentDesk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.card = ReviewCard()
        self.split = ReviewSplit(desk.part, self.card)
        self._document_id = 0
        self.findings = Findings(self.card, self)
        self.leaving = BeforeLeaving(self.findings.when_checked)
        self.leaving.add(self._errors)
        self.findings.corrected.connect(self._correct)
        self.card.asked.connect(self._go_to)
        self.card.shown_changed.connect(self.mark)
        add_review_keys(desk, self.card)
        desk.installEventFilter(self)

    def open(self, context: PageContext, document_id: int, *, locked: bool) -> None:
        """Serve a document, locked or not; what was said of another one is forgotten."""
        if document_id != self._document_id:
            self._document_id = document_id
            self.card.clear()
            self.leaving.hide()
        self.findings.open(context, document_id, locked=locked)

    def unlock(self) -> None:
        """Offer corrections of the document that was locked."""
        self.findings.set_locked(False)

    def follow_typing(self) -> None:
        """Check the document once the typing rests; the marks stay with their words meanwhile."""
        self.findings.check_soon(self._desk.document)

    def follow(self) -> None:
        """Mark the words in a part that is shown anew, and check the document if it is another one."""
        self.mark()
        self.follow_typing()

    def mark(self) -> None:
        """Mark the words of the remarks that stand in the part that is shown."""
        if self._desk.has_document:
            self._desk.part.show_marks(self._desk.document, self.card.remarks)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._desk and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.findings.set_active(event.type() == QEvent.Type.Show)
        return super().eventFilter(watched, event)

    def _errors(self) -> Concern:
        return Concern(
            self.findings.errors, "lỗi chưa sửa", "Xem lỗi", lambda: self.card.show_kind(RemarkKind.ERROR)
        )  # fmt: skip

    def _correct(self, document: OfficialDocument, said: str) -> None:
        step = self._desk.change(document, said.removesuffix(".").removeprefix("Đã "))
        if step is not None:
            self._desk.tell(said, step)

    def _go_to(self, spot: Spot) -> None:
        """Show the part that holds the text at `spot`, with the words of the remark selected."""
        desk, place = self._desk, place_of(spot)
        is_shown = isinstance(place, tuple) and isinstance(desk.place, tuple) and is_within(place, desk.place)
        if not (is_shown and self._select()):
            desk.go_to(place)
            self._select()

    def _select(self) -> bool:
        remark = self.card.current
        return remark is not None and self._desk.part.select(self._desk.document, remark)
