from datetime import date

from kimhoa_app.domain.year_steps import StepState, TaskState
from kimhoa_app.services import meetings, nominations, registrations
from kimhoa_app.services.overview import overview

YEAR = 2026


def test_an_empty_year_shows_nothing_done(workspace):
    view = overview(workspace, YEAR)
    assert (view.registrations.staff, view.registrations.deadline, view.meeting) == (0, None, None)
    assert view.steps[0].state is StepState.CURRENT


def test_the_year_is_counted_from_the_data(commune):
    ids = list(commune.people.values())
    registrations.register_many(commune.workspace, YEAR, ids[:3], "LĐTT", date(2026, 1, 10))
    registrations.register_many(commune.workspace, YEAR, ids[:1], "CSTĐCS", date(2026, 1, 10))
    view = overview(commune.workspace, YEAR)
    counts = view.registrations
    assert (counts.registered, counts.staff, counts.missing) == (3, 5, 2)
    assert (counts.by_title["LĐTT"], counts.by_title["CSTĐCS"], counts.by_title["CSTĐT"]) == (3, 1, 0)
    task = next(task for task in view.tasks if task.page == "dang-ky")
    assert (task.label, task.due, task.state) == (
        "Còn 2 người chưa đăng ký thi đua", date(2026, 1, 31), TaskState.LATE,
    )  # fmt: skip


def test_the_meeting_is_counted(commune):
    registrations.register_many(commune.workspace, YEAR, list(commune.people.values()), "LĐTT", date(2026, 1, 10))
    meeting_id = meetings.prepare_meeting(commune.workspace, YEAR, date(2026, 12, 10), "08:00", "")
    nominations.take_nominations(commune.workspace, meeting_id)
    meeting = overview(commune.workspace, YEAR).meeting
    assert meeting is not None
    assert (meeting.present, meeting.members, meeting.needed, meeting.cases, meeting.voted) == (3, 3, 2, 5, 0)
