"""The questions of a draft that was rolled forward, as remarks with their buttons, and walked through one by one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from kimhoa_app.services import rolling
from kimhoa_app.services.rolling import Item, QuestionState, RollRecord, StoredQuestion
from ui.pages.base import Page
from ui.pages.drafting.answer_dialog import AnswerDialog
from ui.pages.drafting.before_leaving import Concern
from ui.pages.drafting.desk import DocumentDesk
from ui.pages.drafting.origin_dialog import OriginDialog
from ui.pages.drafting.review import Remark, RemarkAction, RemarkKind

SOURCE: Final = "questions"
WAIT_MS: Final = 300
KEY: Final = "F9"
_LONGEST: Final = 28


class RollQuestions(QObject):
    """What the draft on `desk` of `page` was rolled from and is asked."""

    def __init__(self, page: Page, desk: DocumentDesk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._document_id = 0
        self._record: RollRecord | None = None
        self._items: list[Item] = []
        self._dialog: AnswerDialog | None = None
        desk.reviewing.leaving.add(self._open_questions)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(WAIT_MS)
        self._clock.timeout.connect(self._tell)
        desk.installEventFilter(self)
        desk.autosave.changed.connect(self._clock.start)
        QShortcut(QKeySequence(KEY), desk).activated.connect(self.walk)

    @property
    def record(self) -> RollRecord | None:
        """What the draft was rolled from, None for any other document."""
        return self._record

    @property
    def waiting(self) -> list[Item]:
        """The questions that somebody has still to decide, in reading order, those put off among them."""
        return [item for item in self._items if item.question.asked and item.is_open]

    def show(self, record: RollRecord | None) -> None:
        """Show what is asked about the document that has just been put on the desk."""
        entry = self._desk.entry
        if entry is not None and entry.id != self._document_id:
            self._leave()
            self._document_id = entry.id
        self._record = None if entry is None or entry.is_issued else record
        self._tell()
        if self._dialog is not None and self._dialog.item is not None:
            self._go_to(self._dialog.item)

    def walk(self, first: int | None = None) -> AnswerDialog | None:
        """Ask the questions one by one, from that of the number `first` on and round to it; those put off come last."""
        waiting = [item.question for item in self.waiting]
        queue = [each.id for each in waiting if each.state is QuestionState.OPEN or each.id == first]
        queue += [each.id for each in waiting if each.id not in queue]
        place = queue.index(first) if first in queue else 0
        return self._open_dialog(queue[place:] + queue[:place]) if queue else None

    def open_origin(self) -> OriginDialog | None:
        """Show last year's document beside the draft."""
        if self._record is None:
            return None
        runner = self._page.context.runner
        dialog = OriginDialog(runner, self._record.origin, self._desk.document, self._page)
        dialog.open()
        return dialog

    def settle(self, items: Sequence[Item], state: QuestionState, words: str = "") -> None:
        """Bring questions to `state` with `words` as their answer, once what was typed is saved; with a way back."""
        if not self._desk.autosave.settle():
            return
        said, numbers = _said(items, state, words), [item.question.id for item in items]

        def done(before: list[StoredQuestion]) -> None:
            self._desk.expect(f"trả lời câu hỏi về “{_short(items[0].question.anchor.words)}”")
            self._page.context.notify(said, partial(self._take_back, before))

        self._page.change(
            lambda workspace: rolling.settle_all(workspace, numbers, state, words), "documents", done=done
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask nothing any more once another page or list is shown."""
        if watched is self._desk and event.type() == QEvent.Type.Hide:
            self._leave()
        return super().eventFilter(watched, event)

    def _open_questions(self) -> Concern:
        return Concern(len(self.waiting), "câu hỏi chưa trả lời", "Xem câu hỏi", self.walk)

    def _leave(self) -> None:
        if self._dialog is not None:
            self._dialog.close()

    def _take_back(self, before: Sequence[StoredQuestion]) -> None:
        if self._desk.autosave.settle():
            self._page.change(
                lambda workspace: rolling.take_back(workspace, before),
                "documents",
                done=lambda _none: self._desk.expect("bỏ câu trả lời"),
            )

    def _tell(self) -> None:
        """Find the words of every question in the document as it is typed now, and say so everywhere."""
        self._clock.stop()
        record = self._record
        self._items = [] if record is None else sorted(record.items(self._desk.document), key=_position)
        remarks = [remark for item in self._items for remark in self._remarks(item)]
        self._desk.review.show_remarks(SOURCE, remarks)
        waiting = len(self.waiting)
        came = () if record is None else (f"chuyển từ {rolling.origin_name(record.origin)}",)
        self._desk.show_notes(*came, *((f"{waiting} câu hỏi",) if waiting else ()))
        if self._dialog is not None:
            self._dialog.show_items(self.waiting)

    def _remarks(self, item: Item) -> list[Remark]:
        standing = item.standing
        if standing is None:
            return []
        kind = RemarkKind.QUESTION if item.is_open else RemarkKind.CHANGED
        words = item.question.standing_anchor.words
        return [Remark(kind, words, _message(item), standing.spot, self._actions(item), standing.start)]

    def _actions(self, item: Item) -> tuple[RemarkAction, ...]:
        question = item.question
        settle: Callable[..., Callable[[], None]] = partial(partial, self.settle, [item])
        if not question.asked:
            if question.answer:
                return (RemarkAction("Lấy lại chữ cũ", settle(QuestionState.ANSWERED)),)
            return (RemarkAction("Đổi lại", settle(QuestionState.ANSWERED, question.proposal)),)
        if not item.is_open:
            return (RemarkAction("Hỏi lại", settle(QuestionState.OPEN)),)
        actions = [RemarkAction("Trả lời…", partial(self.walk, question.id))]
        if question.proposal:
            take = settle(QuestionState.ANSWERED, question.proposal)
            actions.insert(0, RemarkAction(f"Thay bằng “{_short(question.proposal)}”", take))
        actions.append(RemarkAction("Giữ nguyên", settle(QuestionState.ANSWERED)))
        if question.state is QuestionState.OPEN:
            actions.append(RemarkAction("Để sau", settle(QuestionState.POSTPONED)))
        return tuple(actions)

    def _open_dialog(self, queue: list[int]) -> AnswerDialog | None:
        record = self._record
        if record is None:
            return None
        self._leave()
        entry = self._desk.entry
        years = (record.origin.year, entry.year if entry is not None else 0)
        dialog = AnswerDialog(years, queue, self._page)
        dialog.settled.connect(self.settle)
        dialog.stood.connect(self._go_to)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.show_items(self.waiting)
        if self._dialog is not None:
            dialog.show()
        return dialog

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _go_to(self, item: Item) -> None:
        """Stand on the remark of `item`, with its words in the text."""
        remarks = self._desk.review.list.remarks
        spot = item.standing.spot if item.standing is not None else None
        for row, remark in enumerate(remarks):
            if spot is not None and remark.spot == spot and remark.words == item.question.standing_anchor.words:
                self._desk.review.list.setCurrentIndex(self._desk.review.list.model().index(row, 0))
                self._desk.review.asked.emit(spot)
                return


def _position(item: Item) -> tuple[int, int, int]:
    """Return the place in reading order; names of signers come last, words that are gone after them."""
    standing = item.standing
    if standing is None or standing.spot is None:
        return (1, 0, 0) if standing is not None else (2, 0, 0)
    return 0, standing.spot.number, standing.start


def _message(item: Item) -> str:
    question = item.question
    if item.is_open:
        put_off = " (để sau)" if question.state is QuestionState.POSTPONED else ""
        return f"{question.message}{put_off}"
    if question.answer:
        return f"trước là “{question.anchor.words}”."
    return "giữ nguyên chữ năm trước."


def _said(items: Sequence[Item], state: QuestionState, words: str) -> str:
    question, places = items[0].question, f" ở {len(items)} chỗ" if len(items) > 1 else ""
    if state is QuestionState.POSTPONED:
        return f"Đã để {f'{len(items)} ' if places else ''}câu hỏi lại sau."
    if state is QuestionState.OPEN:
        return "Đã hỏi lại, chữ như trước khi trả lời."
    if words:
        return f"Đã thay “{_short(question.anchor.words)}” bằng “{_short(words)}”{places}."
    return f"Đã giữ “{_short(question.anchor.words)}”{places}."


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
