"""Tổng quan: what is due, what is late and how far the year is, each one click from where it is done."""

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from kimhoa_app.domain.year_steps import StepState, Task, TaskState
from kimhoa_app.services.overview import Overview, overview
from kimhoa_app.services.week_sheet import time_left, week_sheet
from kimhoa_app.text.dates import list_date
from ui import theme
from ui.dialogs.printing import print_document
from ui.models.records import Column
from ui.pages import overview_words as words
from ui.pages.base import Page
from ui.theme import State
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.stat import Stat
from ui.widgets.stepper import Step, Stepper

TASK_STATES: Final = {
    TaskState.LATE: State.WRONG,
    TaskState.SOON: State.ATTENTION,
    TaskState.LATER: State.ACTIVE,
}
STEP_STATES: Final = {
    StepState.DONE: State.GOOD,
    StepState.CURRENT: State.ACTIVE,
    StepState.AHEAD: State.QUIET,
}
NO_DAY: Final = "chưa có hạn"
YEAR_WIDTH: Final = 348
WIDE_FROM: Final = 1000
UNBOUNDED: Final = 16_777_215  # QWIDGETSIZE_MAX, which PySide6 does not name


class OverviewPage(Page):
    """The first page: where the clerk stands, and the one thing to do next."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {
            "awards", "councils", "documents", "initiatives", "meetings", "office", "people", "ratings",
            "registrations", "settings", "units",
        }
    )  # fmt: skip

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: Overview | None = None
        self._stats = {
            "dang-ky": Stat("cán bộ đã đăng ký", pressable=True),
            "danh-hieu": Stat("đăng ký Lao động tiên tiến", pressable=True),
            "hoi-dong": Stat("họp Hội đồng", pressable=True),
            "ke-hoach": Stat("văn bản đã ban hành", pressable=True),
        }
        self._tasks: DataTable[Task] = DataTable(
            "overview-tasks", self._columns(), key=lambda task: task.label, empty="Không có việc nào đang chờ."
        )
        self._steps = Stepper()
        self._year_card = Card()
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out_body()
        self._connect()

    @override
    def refresh(self) -> None:
        year = self.context.year
        self.read(lambda workspace: overview(workspace, year), self._show)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the year under the tasks where the window has no room for both side by side."""
        is_wide = self.width() >= WIDE_FROM
        directions = QBoxLayout.Direction
        self._below.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self._year_card.setMinimumWidth(YEAR_WIDTH if is_wide else 0)
        self._year_card.setMaximumWidth(YEAR_WIDTH if is_wide else UNBOUNDED)
        super().resizeEvent(event)

    def print_tasks(self) -> None:
        """Print what is to be done on one sheet."""
        if self._view is None:
            return
        print_document(week_sheet(self._view), self)

    def open_task(self, task: Task | None) -> None:
        """Go where the task is done."""
        if task is None:
            return
        if task.document_id is not None:
            self.context.navigate(task.page, document_id=task.document_id)
        elif task.page == "cai-dat":
            self.context.navigate(task.page, part="quy-tac")
        else:
            self.context.navigate(task.page)

    def _columns(self) -> tuple[Column[Task], ...]:
        return (
            Column[Task]("Việc", lambda task: task.label, stretch=True),
            Column[Task]("Hạn", lambda task: list_date(task.due) if task.due else "", lambda task: task.due),
            Column[Task]("Còn lại", self._time_left, lambda task: task.due, chip=_state_of),
            Column[Task]("Mở", lambda task: task.action, chip=lambda _task: State.ACTIVE),
        )

    def _time_left(self, task: Task) -> str:
        return (time_left(task, self._view) if self._view else "") or NO_DAY

    def _lay_out_body(self) -> None:
        stats = QGridLayout()
        stats.setSpacing(theme.CARD_GAP)
        for place, stat in enumerate(self._stats.values()):
            stat.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            stats.addWidget(stat, 0, place)
            stats.setColumnStretch(place, 1)
        self.body.addLayout(stats)
        tasks = Card("Việc cần làm")
        tasks.body.addWidget(self._tasks)
        self._year_card.body.addWidget(self._steps)
        self._year_card.body.addStretch(1)
        self._below.setSpacing(theme.CARD_GAP)
        self._below.addWidget(tasks, 1)
        self._below.addWidget(self._year_card)
        self.body.addLayout(self._below, 1)

    def _connect(self) -> None:
        for key, stat in self._stats.items():
            page = "dang-ky" if key == "danh-hieu" else key
            stat.pressed.connect(lambda page=page: self.context.navigate(page))
        self._tasks.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._tasks.clicked.connect(lambda _index: self.open_task(self._tasks.current()))
        self._tasks.opened.connect(self.open_task)
        self._steps.chosen.connect(self._open_step)

    def _show(self, view: Overview) -> None:
        self._view = view
        self.say(words.standing(view), words.day_line(view.now))
        self._show_registrations(view)
        self._show_meeting(view)
        facts = view.facts
        drafts = f"{facts.documents_drafted} bản thảo" if facts.documents_drafted else "không còn bản thảo"
        self._stats["ke-hoach"].show_figure(str(facts.documents_issued), drafts)
        self._tasks.show_rows(view.tasks)
        self._year_card.set_head(f"Năm {view.year}")
        self._steps.show_steps([Step(step.name, STEP_STATES[step.state], step.note) for step in view.steps])
        self.offer(plain_button("In việc cần làm", self.print_tasks, icon="print"), *self._next_button(view))

    def _show_registrations(self, view: Overview) -> None:
        counts = view.registrations
        share = counts.registered / counts.staff if counts.staff else 0.0
        late = counts.deadline is not None and counts.deadline < view.now.date() and counts.missing > 0
        state = State.GOOD if share == 1 else State.ATTENTION if late else State.ACTIVE
        figure = f"{counts.registered} / {counts.staff}" if counts.staff else "–"
        self._stats["dang-ky"].show_figure(figure, words.registration_note(counts), share=share, state=state)
        self._stats["danh-hieu"].show_figure(str(counts.by_title.get("LĐTT", 0)), words.title_note(counts))

    def _show_meeting(self, view: Overview) -> None:
        meeting = view.meeting
        figure = f"{meeting.held_on:%d/%m}" if meeting else "–"
        share = meeting.voted / meeting.cases if meeting and meeting.voted else None
        state = State.GOOD if share == 1 else State.ACTIVE
        self._stats["hoi-dong"].show_figure(figure, words.meeting_note(meeting), share=share, state=state)

    def _next_button(self, view: Overview) -> list[QPushButton]:
        """Return the filled button: the draft that was left, else the first task; none when all is done."""
        if view.facts.drafts:
            draft = view.facts.drafts[0]
            button = primary_button(
                "Tiếp tục việc đang dở", lambda: self.context.navigate("ke-hoach", document_id=draft.id)
            )
            button.setToolTip(f"Bản thảo sửa gần nhất: {draft.subject}")
            return [button]
        if not view.tasks:
            return []
        return [primary_button(view.tasks[0].action, lambda: self.open_task(view.tasks[0]))]

    def _open_step(self, place: int) -> None:
        if self._view is not None:
            self.context.navigate(self._view.steps[place].page)


def _state_of(task: Task) -> State:
    return State.QUIET if task.due is None else TASK_STATES[task.state]
