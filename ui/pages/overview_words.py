"""The sentences of the overview, from its figures alone."""

from datetime import datetime, timedelta
from typing import Final

from kimhoa_app.domain.councils import MeetingState
from kimhoa_app.domain.year_steps import StepState, due_by, end_of_week
from kimhoa_app.services.overview import MeetingCounts, Overview, RegistrationCounts
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.numbers import percent

PARTS_OF_DAY: Final = ((11, "buổi sáng"), (14, "buổi trưa"), (18, "buổi chiều"), (24, "buổi tối"))
WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
WHOLE: Final = 10_000
WEEK: Final = timedelta(days=7)


def greeting(now: datetime) -> str:
    """Return the greeting for the hour."""
    return f"Chào {next(words for until, words in PARTS_OF_DAY if now.hour < until)}."


def standing(view: Overview) -> str:
    """Return the sentence at the head: what is due this week, or how far a year is that is not the present one."""
    if view.year != view.now.year:
        done = sum(step.state is StepState.DONE for step in view.steps)
        return f"Năm {view.year}: đã xong {done}/{len(view.steps)} bước của năm thi đua."
    today = view.now.date()
    late = len(due_by(view.tasks, today - timedelta(days=1)))
    weeks = ((end_of_week(today), "Tuần này"), (end_of_week(today) + WEEK, "Tuần sau"))
    for last, name in weeks:
        coming = len(due_by(view.tasks, last)) - late
        if coming:
            lateness = f", {late} việc đã trễ" if late else ""
            return f"{greeting(view.now)} {name} có {coming} việc đến hạn{lateness}."
    return f"{greeting(view.now)} " + (f"Có {late} việc đã trễ hạn." if late else "Tuần này không có việc đến hạn.")


def day_line(now: datetime) -> str:
    """Return the day in full: "Thứ Sáu, 20/11/2026"."""
    return f"{WEEKDAYS[now.weekday()]}, {list_date(now.date())}"


def registration_note(counts: RegistrationCounts) -> str:
    """Return who is missing, and the deadline."""
    if counts.deadline is None:
        return "chưa mở đợt đăng ký"
    missing = f"{counts.missing} người còn thiếu" if counts.missing else "đã đăng ký đủ"
    return f"{missing} · hạn {list_date(counts.deadline)}"


def title_note(counts: RegistrationCounts) -> str:
    """Return how many registered for Chiến sĩ thi đua cơ sở, also as a share of Lao động tiên tiến."""
    workers, fighters = counts.by_title.get("LĐTT", 0), counts.by_title.get("CSTĐCS", 0)
    told = f"{fighters} đăng ký Chiến sĩ thi đua cơ sở"
    if not (workers and fighters):
        return told
    return f"{told}, bằng {percent(round(fighters * WHOLE / workers / 10) * 10)} số Lao động tiên tiến"


def meeting_note(meeting: MeetingCounts | None) -> str:
    """Return what the meeting waits for, or what has come of it."""
    if meeting is None:
        return "chưa chuẩn bị cuộc họp"
    if meeting.state is MeetingState.PREPARED:
        return f"{meeting.cases} trường hợp chờ xét · cần có mặt {meeting.needed}/{meeting.members}"
    return (
        f"có mặt {meeting.present}/{meeting.members}, cần {meeting.needed} · "
        f"đã biểu quyết {meeting.voted}/{meeting.cases}"
    )
