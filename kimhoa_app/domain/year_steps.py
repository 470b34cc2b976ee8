"""The steps of the year and what is due, worked out from what has been done; pure, for the overview."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_Found = tuple[str, date | None, str, str]


class StepState(StrEnum):
    """Where a step of the year stands."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


class TaskState(StrEnum):
    """Whether a task is late, due within the days of the reminder, or later."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A paper, not a plan, that has not been issued."""

    document_id: int
    name: str


@dataclass(frozen=True, slots=True)
class YearStatus:
    """What is known of a year on a day; days and counts are None where nothing has been entered."""

    year: int
    has_plan: bool
    plan_issued: bool
    registration_deadline: date | None
    people_missing: int
    registrations: int
    meeting_on: date | None
    meeting_lacks: int
    meeting_closed: bool
    awards: int
    staff: int
    plan_label: str = ""
    plan_questions: int = 0
    unsure_rules: int = 0
    drafts: tuple[OpenDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the year; `page` is the key of the page on which it is done, `note` how far it is."""

    name: str
    state: StepState
    page: str
    note: str


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do until `due`: the page on which it is done, the words to go there, and the draft to open there."""

    label: str
    due: date | None
    state: TaskState
    page: str
    action: str
    document_id: int | None = None


def steps_of(status: YearStatus, today: date) -> tuple[Step, ...]:
    """Return the steps of the year in order; of those not done, the first is current."""
    registered = status.registrations > 0 and (status.people_missing == 0 or _is_past(status, today))
    found = (
        ("Kế hoạch phát động", status.plan_issued, "ke-hoach", _plan_note(status)),
        ("Đăng ký thi đua", registered, "dang-ky", _registration_note(status)),
        ("Họp Hội đồng", status.meeting_closed, "hoi-dong", _meeting_note(status)),
        ("Khen thưởng", status.awards > 0, "khen-thuong", f"{status.awards} lượt" if status.awards else "chưa có"),
    )
    first = next((name for name, is_done, _, _ in found if not is_done), "")
    return tuple(
        Step(name, StepState.DONE if is_done else StepState.CURRENT if name == first else StepState.AHEAD, page, note)
        for name, is_done, page, note in found
    )


def tasks_of(status: YearStatus, today: date, reminder_days: int) -> tuple[Task, ...]:
    """Return what is to be done for the year, the earliest first, what has no day last."""
    found = [*_staff_tasks(status, today), *_plan_tasks(status, today)]
    found += [*_registration_tasks(status, today), *_meeting_tasks(status), *_rule_tasks(status, today)]
    tasks = [Task(label, due, _state(due, today, reminder_days), page, act) for label, due, page, act in found]
    tasks += [
        Task(f"Bản thảo: {draft.name}", None, TaskState.LATER, "ke-hoach", "Sửa tiếp", draft.document_id)
        for draft in status.drafts
    ]
    return tuple(sorted(tasks, key=lambda task: task.due or date.max))


def due_by(tasks: Iterable[Task], day: date) -> list[Task]:
    """Return the tasks that are due on `day` or were before."""
    return [task for task in tasks if task.due is not None and task.due <= day]


def end_of_week(day: date) -> date:
    """Return the Sunday of the week of `day`; an office's week begins on Monday."""
    return day + timedelta(days=6 - day.weekday())


def _staff_tasks(status: YearStatus, today: date) -> list[_Found]:
    if status.staff or status.year < today.year:
        return []
    return [("Nhập danh sách cán bộ", None, "can-bo", "Nhập danh sách cán bộ")]


def _plan_tasks(status: YearStatus, today: date) -> list[_Found]:
    """A year that is over asks for no plan any more."""
    if status.plan_issued or status.year < today.year:
        return []
    verb = "Ban hành" if status.has_plan else "Soạn"
    label = f"{verb} kế hoạch phát động thi đua năm {status.year}"
    if status.plan_questions:
        label += f" (còn {status.plan_questions} câu hỏi)"
    return [(label, None, "ke-hoach", f"{verb} kế hoạch")]


def _registration_tasks(status: YearStatus, today: date) -> list[_Found]:
    if status.meeting_closed:
        return []
    if status.registration_deadline is None:
        label = f"Mở đợt đăng ký thi đua năm {status.year}"
        return [(label, None, "dang-ky", "Mở đợt đăng ký")] if status.year >= today.year else []
    if status.people_missing:
        label = f"Còn {status.people_missing} người chưa đăng ký thi đua"
        return [(label, status.registration_deadline, "dang-ky", "Xem ai chưa đăng ký")]
    return []


def _meeting_tasks(status: YearStatus) -> list[_Found]:
    if status.meeting_closed or not status.registrations:
        return []
    if status.meeting_on is None:
        label = f"Chuẩn bị họp Hội đồng xét thi đua năm {status.year}"
        return [(label, None, "hoi-dong", "Chuẩn bị cuộc họp")]
    label = (
        f"Họp Hội đồng: còn {status.meeting_lacks} việc trước khi kết thúc"
        if status.meeting_lacks
        else "Kết thúc cuộc họp Hội đồng"
    )
    return [(label, status.meeting_on, "hoi-dong", "Vào bàn thư ký")]


def _rule_tasks(status: YearStatus, today: date) -> list[_Found]:
    if not status.unsure_rules or status.meeting_closed or status.year < today.year:
        return []
    label = f"{status.unsure_rules} quy tắc chưa đối chiếu với quy định của tỉnh"
    return [(label, None, "cai-dat", "Xem các quy tắc")]


def _plan_note(status: YearStatus) -> str:
    if status.plan_issued:
        return status.plan_label
    return "bản thảo" if status.has_plan else "chưa soạn"


def _registration_note(status: YearStatus) -> str:
    if status.registration_deadline is None:
        return "chưa mở"
    return f"{status.staff - status.people_missing}/{status.staff}"


def _meeting_note(status: YearStatus) -> str:
    return "chưa có" if status.meeting_on is None else f"{status.meeting_on:%d/%m}"


def _is_past(status: YearStatus, today: date) -> bool:
    return status.registration_deadline is not None and status.registration_deadline < today


def _state(due: date | None, today: date, reminder_days: int) -> TaskState:
    if due is None:
        return TaskState.LATER
    if due < today:
        return TaskState.LATE
    return TaskState.SOON if due - today <= timedelta(days=reminder_days) else TaskState.LATER
