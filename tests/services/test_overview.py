from datetime import date

from kimhoa_app.domain.year_steps import StepState, TaskState
from kimhoa_app.services import documents, meetings, nominations, registrations, settings
from kimhoa_app.services.overview import overview
from kimhoa_app.services.week_sheet import week_sheet

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


def test_the_notes_of_the_steps_and_the_week_s_sheet_say_what_the_data_say(commune):
    ids = list(commune.people.values())
    registrations.register_many(commune.workspace, YEAR, ids[:3], "LĐTT", date(2026, 1, 10))
    view = overview(commune.workspace, YEAR)
    assert [step.note for step in view.steps] == ["chưa soạn", "3/5", "chưa có", "chưa có"]
    (table,) = week_sheet(view).blocks
    assert [row.cells[1] for row in table.rows] == [task.label for task in view.tasks]
    assert table.rows[0].cells[2:4] == ("31/01/2026", "trễ 294 ngày")


def test_a_draft_that_is_no_plan_is_a_task_that_opens_it(commune):
    meeting = meetings.prepare_meeting(commune.workspace, YEAR, date(2026, 11, 27), "08:00", "Phòng họp")
    draft = documents.new_document(commune.workspace, "giay-moi-hop", YEAR, {}, meeting)
    plan = documents.new_document(commune.workspace, "ke-hoach-nam", YEAR, {})
    view = overview(commune.workspace, YEAR)
    assert [task.document_id for task in view.tasks if task.document_id] == [draft]
    assert view.facts.drafts[0].id == plan
    documents.issue(commune.workspace, plan, 12, date(2026, 1, 5))
    assert overview(commune.workspace, YEAR).facts.plan_label == "12/KH-UBND · 05/01"


def test_rules_that_were_confirmed_are_no_task_any_more(commune):
    def unsure():
        tasks = [task for task in overview(commune.workspace, YEAR).tasks if task.page == "cai-dat"]
        return tasks[0].label if tasks else ""

    before = unsure()
    settings.change_setting(commune.workspace, "quorum", "2/3")
    assert before.startswith("16 quy tắc")
    assert unsure().startswith("15 quy tắc")
