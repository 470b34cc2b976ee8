"""What the checker finds in the document on the desk: shown a moment after the last key, corrected, passed over."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services import checking
from kimhoa_app.services.checking import Finding, Review, Severity
from ui.pages.context import PageContext
from ui.pages.drafting.finding_remarks import finding_remark, ignored_remark
from ui.pages.drafting.remarks import RemarkAction, shortened
from ui.pages.drafting.review import IGNORE, ReviewCard

WAIT_MS: Final = 700
SOURCE: Final = "findings"
CHANGED_MEANWHILE: Final = "Chữ ở chỗ này vừa thay đổi; chương trình đang soát lại."


class Findings(QObject):
    """Keeps the card of remarks up to date with one document, and never shows what was found in an older text.

    `corrected` carries the document with corrections and the sentence that says which. Nothing is checked while
    the desk is not `active`.
    """

    corrected = Signal(object, str)

    def __init__(self, card: ReviewCard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._context: PageContext | None = None
        self._document_id = 0
        self._document: OfficialDocument | None = None
        self._checked: OfficialDocument | None = None
        self._review = Review(())
        self._waiting: list[Callable[[], object]] = []
        self._is_running = False
        self._is_locked = False
        self._is_active = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(WAIT_MS)
        self._clock.timeout.connect(self._check)

    @property
    def errors(self) -> int:
        """How many errors were found in the text that was checked last."""
        return sum(finding.severity is Severity.ERROR for finding in self._review.findings)

    @property
    def is_current(self) -> bool:
        """Whether what is shown was found in the text as it is now."""
        return self._document is self._checked

    def open(self, context: PageContext, document_id: int, *, locked: bool) -> None:
        """Take another document, or the same one again; one that is locked is not corrected."""
        if document_id != self._document_id:
            self._document, self._checked, self._review, self._waiting = None, None, Review(()), []
        self._context, self._document_id = context, document_id
        self.set_locked(locked)

    def set_locked(self, locked: bool) -> None:
        """Offer corrections or not."""
        if self._is_locked != locked:
            self._is_locked = locked
            if self._checked is not None:
                self._show()

    def set_active(self, active: bool) -> None:
        """Check from now on, or rest."""
        self._is_active = active
        if active:
            self._clock.start(0)
        else:
            self._clock.stop()

    def check_soon(self, document: OfficialDocument) -> None:
        """Check `document` once nothing newer has come for a moment."""
        self._document = document
        if self._is_active and document is not self._checked:
            self._clock.start(WAIT_MS)

    def when_checked(self, act: Callable[[], object]) -> None:
        """Call `act` as soon as the text as it is now has been checked."""
        if self.is_current or self._context is None:
            act()
            return
        self._waiting.append(act)
        self._check(even_at_rest=True)

    def _check(self, *, even_at_rest: bool = False) -> None:
        self._clock.stop()
        context, document, document_id = self._context, self._document, self._document_id
        if context is None or document is None or document is self._checked or self._is_running:
            return
        if not (self._is_active or even_at_rest):
            return
        self._is_running = True
        context.runner.submit(
            lambda: checking.review(context.workspace, document_id, document),
            done=lambda review: self._take(document, review),
            failed=self._fail,
            settled=self._rest,
        )

    def _rest(self) -> None:
        self._is_running = False

    def _take(self, document: OfficialDocument, review: Review) -> None:
        if document is not self._document:
            if self._waiting:
                self._check(even_at_rest=True)
            elif self._is_active and not self._clock.isActive():
                self._clock.start(WAIT_MS)
            return
        self._checked, self._review = document, review
        self._show()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def _fail(self, error: KimHoaError) -> None:
        self._waiting = []
        if self._context is not None:
            self._context.notify(error.message)

    def _show(self) -> None:
        same = {} if self._is_locked else checking.same_mistakes(self._review.findings)
        found = [finding_remark(each, self._actions(each, same.get(each, ()))) for each in self._review.findings]
        passed = [
            ignored_remark(each, RemarkAction("Xét lại", partial(self._take_back, each.finding)))
            for each in self._review.ignored
        ]
        self._card.show_remarks(SOURCE, [*found, *passed])

    def _actions(self, finding: Finding, same: Sequence[Finding]) -> Iterator[RemarkAction]:
        if same:
            yield RemarkAction("Sửa", partial(self._correct, finding))
        if len(same) > 1:
            yield RemarkAction(f"Sửa cả {len(same)} chỗ", partial(self._correct, *same))
        yield RemarkAction(IGNORE, partial(self._ask_why, finding))

    def _correct(self, *findings: Finding) -> None:
        assert self._document is not None
        try:
            document = checking.correct(self._document, findings)
        except LookupError:
            self._needed_context.notify(CHANGED_MEANWHILE)
            self._check()
            return
        kept = tuple(finding for finding in self._review.findings if finding not in findings)
        self._review = replace(self._review, findings=kept)
        self._show()
        first = findings[0]
        places = f" ở {len(findings)} chỗ" if len(findings) > 1 else ""
        self.corrected.emit(
            document, f"Đã sửa “{shortened(first.text)}” thành “{shortened(first.suggestion or '')}”{places}."
        )
        self._check()

    def _ask_why(self, finding: Finding) -> None:
        words = shortened(finding.text)
        places = sum((each.rule, each.text) == (finding.rule, finding.text) for each in self._review.findings)
        everywhere = f" ở cả {places} chỗ" if places > 1 else ""
        self._card.reason.ask(
            f"Bỏ qua “{words}”{everywhere} vì:" if words else "Bỏ qua điều này vì:",
            lambda reason: self._ignore(finding, reason),
        )

    def _ignore(self, finding: Finding, reason: str) -> None:
        context, document_id = self._needed_context, self._document_id
        self._change(lambda: checking.ignore(context.workspace, document_id, finding, reason))

    def _take_back(self, finding: Finding) -> None:
        context, document_id = self._needed_context, self._document_id
        self._change(lambda: checking.take_back(context.workspace, document_id, finding))

    @property
    def _needed_context(self) -> PageContext:
        assert self._context is not None
        return self._context

    def _change(self, work: Callable[[], None]) -> None:
        """Write what is passed over, then look at the document anew."""

        def look_again(_nothing: None) -> None:
            self._checked = None
            self._check(even_at_rest=True)
            self._card.take_focus()

        self._needed_context.runner.submit(work, done=look_again, failed=self._fail)
