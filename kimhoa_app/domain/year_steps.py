"""The steps of the year and what is due, worked out from what has been done; pure, for the overview."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the year; `page` is the key of the page on which it is done."""

    name: str
    state: StepState
    page: str


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do until `due`; `page` is the key of the page on which it is done."""

    label: str
    due: date | None
    state: TaskState
    page: str


def steps_of(status: YearStatus, today: date) -> tuple[Step, ...]:
    """Return the steps of the year in order; of those not done, the first is current."""
    registered = status.registrations > 0 and (status.people_missing == 0 or _is_past(status, today))
    done = (
        ("Kế hoạch phát động", status.plan_issued, "ke-hoach"),
        ("Đăng ký thi đua", registered, "dang-ky"),
        ("Họp Hội đồng", status.meeting_closed, "hoi-dong"),
        ("Khen thưởng", status.awards > 0, "khen-thuong"),
    )
    first = next((name for name, is_done, _ in done if not is_done), "")
    return tuple(
        Step(name, StepState.DONE if is_done else StepState.CURRENT if name == first else StepState.AHEAD, page)
        for name, is_done, page in done
    )


def tasks_of(status: YearStatus, today: date, reminder_days: int) -> tuple[Task, ...]:
    """Return what is to be done for the year, the earliest first, what has no day last."""
    found: list[tuple[str, date | None, str]] = []
    if not status.plan_issued:
        verb = "Ban hành" if status.has_plan else "Soạn"
        found.append((f"{verb} kế hoạch phát động thi đua năm {status.year}", None, "ke-hoach"))
    found += _registration_tasks(status)
    found += _meeting_tasks(status)
    tasks = [Task(label, due, _state(due, today, reminder_days), page) for label, due, page in found]
    return tuple(sorted(tasks, key=lambda task: task.due or date.max))


def _registration_tasks(status: YearStatus) -> list[tuple[str, date | None, str]]:
    if status.registration_deadline is None:
        return [(f"Mở đợt đăng ký thi đua năm {status.year}", None, "dang-ky")]
    if status.people_missing:
        label = f"Còn {status.people_missing} người chưa đăng ký thi đua"
        return [(label, status.registration_deadline, "dang-ky")]
    return []


def _meeting_tasks(status: YearStatus) -> list[tuple[str, date | None, str]]:
    if status.meeting_closed or not status.registrations:
        return []
    if status.meeting_on is None:
        return [(f"Chuẩn bị họp Hội đồng xét thi đua năm {status.year}", None, "hoi-dong")]
    label = (
        f"Họp Hội đồng: còn {status.meeting_lacks} việc trước khi kết thúc"
        if status.meeting_lacks
        else ("Kết thúc cuộc họp Hội đồng")
    )
    return [(label, status.meeting_on, "hoi-dong")]


def _is_past(status: YearStatus, today: date) -> bool:
    return status.registration_deadline is not None and status.registration_deadline < today


def _state(due: date | None, today: date, reminder_days: int) -> TaskState:
    if due is None:
        return TaskState.LATER
    if due < today:
        return TaskState.LATE
    return TaskState.SOON if due - today <= timedelta(days=reminder_days) else TaskState.LATER
