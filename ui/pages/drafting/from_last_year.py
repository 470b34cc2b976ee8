"""Beginning from last year's document: what it is and what would become of it is shown before anything is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from kimhoa_app.documents.reading.kinds import kind_name
from kimhoa_app.documents.rolling import Change, Question
from kimhoa_app.documents.wording import reference
from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services import documents, rolling
from kimhoa_app.services.documents import DocumentEntry
from kimhoa_app.services.rolling import RollPlan
from kimhoa_app.text.normal import tidy
from ui import theme
from ui.dialogs.base import size_within
from ui.models.records import Column
from ui.pages.context import PageContext
from ui.pages.drafting.last_year_source import LastYearSource
from ui.theme import State
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.data_table import DataTable
from ui.widgets.dropping import dropped_file
from ui.widgets.labels import label

SIZE: Final = (1240, 680)
FORM_WIDTH: Final = 330
MOST_LETTERS: Final = 34
HEADING: Final = "Soạn từ văn bản năm trước"
EXPLAIN: Final = (
    "Chương trình đọc văn bản năm trước, đổi những chỗ chắc chắn và hỏi những chỗ phải quyết định. Xem trước từng chỗ; "
    "chưa có gì được tạo cho đến khi bấm nút tạo bản thảo."
)
WAITING: Final = "Chưa đọc văn bản nào"
READING: Final = "Đang đọc…"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of what would become of the document."""

    number: int
    words: str
    outcome: str
    state: State
    note: str


COLUMNS: Final = (
    Column[_Line]("Chữ năm trước", lambda line: line.words),
    Column[_Line]("Kết quả", lambda line: line.outcome, chip=lambda line: line.state),
    Column[_Line]("Đổi thành, hoặc câu hỏi", lambda line: line.note, stretch=True),
)


class RollDialog(QDialog):
    """Reads last year's document for `year`; `done` gets the number of the draft that was made."""

    def __init__(self, context: PageContext, year: int, done: Callable[[int], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(HEADING)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._context, self._done = context, done
        self._plan: RollPlan | None = None
        self._asked = 0
        self.source = LastYearSource(year)
        self.banner = Banner()
        self._sentence = label(WAITING, "subject", wrap=True)
        self._line = label("", "muted", wrap=True)
        self.table: DataTable[_Line] = DataTable(
            "roll-preview", COLUMNS, key=lambda line: line.number, empty="Chọn một văn bản để xem chỗ nào sẽ đổi."
        )
        self.make_button = primary_button("", self.begin)
        self._lay_out()
        self._offer()
        self.source.changed.connect(self.read)
        self._find_stored(year)
        size_within(self, *SIZE)

    @property
    def sentence(self) -> str:
        """What was read, or that nothing was."""
        return self._sentence.text()

    @property
    def line(self) -> str:
        """How much was found in it."""
        return self._line.text()

    def read(self) -> None:
        """Read the chosen document off the UI thread and show what would become of it; the last one asked for wins."""
        make, workspace = self.source.make(), self._context.workspace
        self._asked += 1
        asked = self._asked
        self._show_nothing(READING if make else WAITING)
        self.source.show_error(None)
        if make is None:
            return

        def is_wanted() -> bool:
            return isValid(self) and asked == self._asked

        self._context.runner.submit(
            lambda: make(workspace),
            done=lambda plan: self._show(plan) if is_wanted() else None,
            failed=lambda error: self._refuse(error) if is_wanted() else None,
        )

    def begin(self) -> None:
        """Make the draft of what is shown."""
        plan, workspace = self._plan, self._context.workspace
        if plan is not None:
            self.make_button.setEnabled(False)
            self._context.runner.submit(lambda: rolling.begin(workspace, plan), done=self._finish, failed=self._refuse)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.source.take_file(path)

    def _lay_out(self) -> None:
        shown = QVBoxLayout()
        for widget in (self._sentence, self._line):
            shown.addWidget(widget)
        shown.addWidget(self.table, 1)
        panes = QHBoxLayout()
        panes.setSpacing(theme.PAGE_MARGIN)
        panes.addWidget(self.source, FORM_WIDTH)
        panes.addLayout(shown, SIZE[0] - FORM_WIDTH)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Hủy", self.reject))
        buttons.addWidget(self.make_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(12)
        layout.addWidget(label(HEADING, "heading"))
        layout.addWidget(label(EXPLAIN, "muted", wrap=True))
        layout.addWidget(self.banner)
        layout.addLayout(panes, 1)
        layout.addLayout(buttons)

    def _find_stored(self, year: int) -> None:
        workspace = self._context.workspace

        def show(entries: list[DocumentEntry]) -> None:
            if isValid(self):
                self.source.show_stored(entries)

        self._context.runner.submit(
            lambda: documents.list_documents(workspace, year - 1), done=show, failed=self._refuse
        )

    def _show(self, plan: RollPlan) -> None:
        self._plan = plan
        document, rolled = plan.origin.document, plan.rolled
        number = reference(document)
        named = f"{kind_name(document.kind)} số {number}" if number else kind_name(document.kind)
        sections = sum(1 for _ in document.walk_sections())
        changes, questions = len(rolled.changes), len(rolled.questions)
        self._sentence.setText(f"{named}, năm {rolled.from_year}")
        self._line.setText(f"{sections} mục · {changes} chỗ tự đổi sang năm {plan.to_year} · {questions} câu hỏi")
        asked = [_line(place, each) for place, each in enumerate(rolled.questions)]
        changed = [_line(place, each) for place, each in enumerate(rolled.changes, start=questions)]
        self.table.show_rows([*asked, *changed])
        self._offer()
        self.make_button.setFocus()

    def _show_nothing(self, sentence: str) -> None:
        self._plan = None
        self.banner.clear()
        self._sentence.setText(sentence)
        self._line.setText("")
        self.table.show_rows([])
        self._offer()

    def _offer(self) -> None:
        self.make_button.setText(f"Tạo bản thảo năm {self.source.year}")
        self.make_button.setEnabled(self._plan is not None)

    def _finish(self, document_id: int) -> None:
        self.accept()
        self._done(document_id)

    def _refuse(self, error: KimHoaError) -> None:
        self._show_nothing(WAITING)
        if not self.source.show_error(error):
            self.banner.say(error.message)


def _line(number: int, each: Change | Question) -> _Line:
    if isinstance(each, Question):
        return _Line(number, _short(each.text), "hỏi", State.ATTENTION, each.message)
    return _Line(number, _short(each.before), "đổi", State.GOOD, tidy(each.after))


def _short(words: str) -> str:
    tidied = tidy(words)
    return tidied if len(tidied) <= MOST_LETTERS else f"{tidied[: MOST_LETTERS - 1].rstrip()}…"
