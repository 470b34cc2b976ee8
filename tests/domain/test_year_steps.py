from dataclasses import replace
from datetime import date

from kimhoa_app.domain.year_steps import StepState, TaskState, YearStatus, due_by, end_of_week, steps_of, tasks_of

TODAY = date(2026, 1, 20)
NOTHING = YearStatus(2026, False, False, None, 5, 0, None, 0, False, 0, staff=5)
UNDER_WAY = replace(NOTHING, has_plan=True, plan_issued=True, registration_deadline=date(2026, 1, 31), registrations=40)


def states(status, today=TODAY):
    return [step.state for step in steps_of(status, today)]


def test_an_empty_year_begins_with_the_plan():
    assert states(NOTHING) == [StepState.CURRENT, StepState.AHEAD, StepState.AHEAD, StepState.AHEAD]
    assert [task.page for task in tasks_of(NOTHING, TODAY, 7)] == ["ke-hoach", "dang-ky"]


def test_registration_is_current_while_someone_is_missing():
    assert states(UNDER_WAY) == [StepState.DONE, StepState.CURRENT, StepState.AHEAD, StepState.AHEAD]


def test_registration_is_over_when_all_have_registered_or_the_deadline_has_passed():
    assert states(replace(UNDER_WAY, people_missing=0))[1] is StepState.DONE
    assert states(UNDER_WAY, date(2026, 2, 1))[1] is StepState.DONE


def test_a_task_is_late_after_its_day_and_soon_within_the_reminder():
    def state(today, days=7):
        return tasks_of(UNDER_WAY, today, days)[0].state

    assert state(date(2026, 1, 20)) is TaskState.LATER
    assert state(date(2026, 1, 24)) is TaskState.SOON
    assert state(date(2026, 1, 31)) is TaskState.SOON
    assert state(date(2026, 2, 1)) is TaskState.LATE


def test_the_meeting_asks_for_what_it_lacks_until_it_is_closed():
    ready = replace(UNDER_WAY, people_missing=0, meeting_on=date(2026, 12, 10), meeting_lacks=3)
    assert [task.label for task in tasks_of(ready, TODAY, 7)] == ["Họp Hội đồng: còn 3 việc trước khi kết thúc"]
    assert tasks_of(replace(ready, meeting_closed=True), TODAY, 7) == ()


def test_tasks_with_a_day_come_first():
    dues = [task.due for task in tasks_of(replace(UNDER_WAY, plan_issued=False), TODAY, 7)]
    assert dues == [date(2026, 1, 31), None, None]


def test_a_year_that_is_over_asks_neither_for_a_plan_nor_for_a_round():
    assert tasks_of(NOTHING, date(2027, 1, 2), 7) == ()


def test_nobody_is_missing_once_the_meeting_is_over():
    assert tasks_of(replace(UNDER_WAY, meeting_closed=True), date(2026, 12, 20), 7) == ()


def test_the_first_task_of_all_is_the_staff_list():
    assert tasks_of(replace(NOTHING, staff=0), TODAY, 7)[0].page == "can-bo"


def test_a_week_ends_on_sunday():
    assert end_of_week(date(2026, 11, 21)) == end_of_week(date(2026, 11, 22)) == date(2026, 11, 22)
    assert end_of_week(date(2026, 11, 23)) == date(2026, 11, 29)


def test_what_is_due_by_a_day_includes_what_is_late_but_not_what_has_no_day():
    tasks = tasks_of(replace(UNDER_WAY, plan_issued=False), TODAY, 7)
    assert [task.page for task in due_by(tasks, date(2026, 1, 31))] == ["dang-ky"]
    assert due_by(tasks, date(2026, 1, 30)) == []
