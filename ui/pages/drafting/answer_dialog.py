"""The small form in which the questions of a draft are answered one after the other, beside the text."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.services import rolling
from kimhoa_app.services.rolling import Item, QuestionState
from kimhoa_app.text.excerpts import excerpt
from kimhoa_app.text.normal import tidy
from ui import theme
from ui.dialogs.base import size_within
from ui.theme import State
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.field import FieldRow
from ui.widgets.labels import label

SIZE: Final = (470, 400)
SENTENCE: Final = 240
NO_WORDS: Final = "Chưa ghi chữ thay vào; muốn bỏ hẳn chữ này thì xóa ngay trong văn bản."


class AnswerDialog(QDialog):
    """Walks through the questions of `queue`, by their numbers; those decided meanwhile are passed over.

    `settled` carries the items, the state that they are brought to and the answer; they are several where one answer
    is for all places that ask the same. `stood` carries the item now asked. The next one is asked at once, without
    waiting for the answer to be stored. The dialog stands beside the text, which can be edited meanwhile, and closes
    behind the last question.
    """

    settled = Signal(object, object, str)
    stood = Signal(object)

    def __init__(self, years: tuple[int, int], queue: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Câu hỏi khi chuyển năm")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page, self._years = parent, years
        self._layout = QVBoxLayout(self)
        self._queue = list(queue)
        self._place = 0
        self._item: Item | None = None
        self._waiting: Sequence[Item] = ()
        self._counted = label("", "subject")
        self._message = label("", wrap=True)
        self._old, self._new = _sentence(), _sentence()
        self._old_name = label(f"Năm {years[0]}", "small")
        self._new_name = label("", "small")
        self.answer = FieldRow("Ghi lại thành", QLineEdit(), help_text="Enter: trả lời và sang câu tiếp theo.")
        self.everywhere = QCheckBox()
        self.later_button = plain_button("Để sau", self.put_off)
        self.keep_button = plain_button("Giữ nguyên", self.keep)
        self.answer_button = primary_button("Trả lời", self.give)
        self.answer_button.setDefault(True)
        self._lay_out()
        size_within(self, *SIZE)

    @property
    def item(self) -> Item | None:
        """The question that is asked now."""
        return self._item

    @property
    def editor(self) -> QLineEdit:
        """Where the answer is typed."""
        assert isinstance(self.answer.editor, QLineEdit)
        return self.answer.editor

    def show_items(self, waiting: Sequence[Item]) -> None:
        """Ask the first question of the queue that still waits; close when none does."""
        self._waiting = waiting
        by_id = {item.question.id: item for item in waiting}
        while self._place < len(self._queue) and self._queue[self._place] not in by_id:
            self._place += 1
        if self._place == len(self._queue):
            self._item = None
            self.close()
            return
        item = by_id[self._queue[self._place]]
        is_new = self._item is None or self._item.question.id != item.question.id
        self._item = item
        self._show(item, typed_before=not is_new)
        if is_new:
            self.stood.emit(item)
            self.activateWindow()
            self.editor.setFocus()

    def give(self) -> None:
        """Answer with what is typed; the words as they were keep them."""
        item, words = self._item, tidy(self.editor.text())
        if item is None:
            return
        if not words:
            self.answer.show_error(NO_WORDS)
            return
        self._settle(QuestionState.ANSWERED, "" if words == item.question.anchor.words else words)

    def keep(self) -> None:
        """Keep the words as they are."""
        self._settle(QuestionState.ANSWERED)

    def put_off(self) -> None:
        """Leave the question until later and go on."""
        self._settle(QuestionState.POSTPONED)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the lower right corner of the window, where the pages are, not over the text."""
        super().showEvent(event)
        self._fit()
        corner = self._page.window().geometry().bottomRight()
        size = self.frameGeometry()
        self.move(corner.x() - size.width() - theme.PAGE_MARGIN, corner.y() - size.height() - theme.PAGE_MARGIN)

    def _fit(self) -> None:
        """Take the height that the sentences ask for, and no less than before, so that the buttons stay in place."""
        self._layout.activate()
        self.resize(self.width(), max(self.height(), self._layout.totalHeightForWidth(self.width())))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.later_button)
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.answer_button)
        layout = self._layout
        layout.setContentsMargins(theme.PAGE_MARGIN, 14, theme.PAGE_MARGIN, 14)
        layout.setSpacing(theme.STEP)
        for widget in (self._counted, self._message, self._old_name, self._old, self._new_name, self._new):
            layout.addWidget(widget)
        layout.addWidget(self.answer)
        layout.addWidget(self.everywhere)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def _show(self, item: Item, *, typed_before: bool) -> None:
        question, standing = item.question, item.standing
        assert standing is not None
        words = question.standing_anchor.words
        self._counted.setText(f"Câu {self._place + 1}/{len(self._queue)}")
        self._message.setText(question.message)
        old, new = (
            _marked(item.last_year, words, question.anchor.start),
            _marked(standing.text, words, standing.start),
        )
        self._old.setText(old)
        self._new.setText(new)
        self._new_name.setText(f"Năm {self._years[1]}" if old != new else f"Năm {self._years[0]} và bản thảo này")
        for widget in (self._old_name, self._old):
            widget.setVisible(old != new)
        self._offer_everywhere(item, chosen=typed_before and self.everywhere.isChecked())
        self.keep_button.setEnabled(True)
        self._fit()
        if not typed_before:
            self.answer.show_error("")
            self.editor.setText(question.proposal or words)
            self.editor.selectAll()

    def _settle(self, state: QuestionState, words: str = "") -> None:
        item = self._item
        if item is not None:
            items = rolling.alike(item, self._waiting) if self.everywhere.isChecked() else [item]
            self._place += 1
            self.show_items([each for each in self._waiting if each not in items])
            self.settled.emit(items, state, words)

    def _offer_everywhere(self, item: Item, *, chosen: bool) -> None:
        """Offer one answer for all places that ask the same."""
        count = len(rolling.alike(item, self._waiting))
        self.everywhere.setText(f"Dùng cho cả {count} chỗ giống vậy")
        self.everywhere.setVisible(count > 1)
        self.everywhere.setChecked(chosen and count > 1)


def _sentence() -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _marked(text: str, words: str, near: int) -> str:
    """Return the sentence of `text` that holds `words`, those nearest to `near`, marked; its beginning without them."""
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    start = min(places, key=lambda at: abs(at - near), default=None)
    before, marked, behind = excerpt(text, *(0, 0) if start is None else (start, start + len(words)), most=SENTENCE)
    tint = State.ATTENTION.tint
    return f'{escape(before)}<b style="background-color:{tint}">{escape(marked)}</b>{escape(behind)}'
