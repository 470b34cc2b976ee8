"""One change for several people, cells pasted from Excel, ratings and discipline: each one step, each taken back."""

from datetime import date

import pytest

from kimhoa_app.documents.model import Table
from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import Gender, PersonDraft, Rating, StaffGroup, WorkStatus
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services import ratings, staff, units
from kimhoa_app.services.awards import AwardDraft, record_award
from kimhoa_app.services.discipline import DisciplineDraft, remove_measure, save_measure
from kimhoa_app.services.person_sheet import person_sheet
from kimhoa_app.services.ratings import RatingEntry
from kimhoa_app.services.staff_bulk import BulkChange, change_many
from kimhoa_app.services.staff_paste import Outcome, commit_paste, plan_paste
from kimhoa_app.services.undoing import Step, take_back
from kimhoa_app.services.workspace import Workspace
from tests.services.conftest import Commune
from tests.services.test_person_merging import contents

AUGUST = date(2026, 8, 1)


def undo(workspace: Workspace, step: Step | None) -> None:
    assert step is not None
    take_back(workspace, step)


def people(commune: Commune, *names: str) -> list[int]:
    return [commune.people[name] for name in names]


def test_several_people_move_on_one_day_and_back_again(commune: Commune) -> None:
    workspace, before = commune.workspace, contents(commune.workspace)
    chosen = people(commune, "Lê Thị Ánh", "Phạm Văn Đạt")
    change = BulkChange(unit_id=commune.units["Phòng Kinh tế"], group=StaffGroup.CIVIL_SERVANT, from_day=AUGUST)
    step = change_many(workspace, chosen, change)
    for person in chosen:
        entry = staff.read_person(workspace, person).person
        assert (entry.unit_name, entry.group, entry.position) == (
            "Phòng Kinh tế",
            StaffGroup.CIVIL_SERVANT,
            "Công chức",
        )
    undo(workspace, step)
    assert contents(workspace) == before


def test_without_a_day_the_present_post_is_corrected(commune: Commune) -> None:
    (person,) = people(commune, "Lê Thị Ánh")
    change_many(commune.workspace, [person], BulkChange(position="Chuyên viên", new_unit="Phòng Văn hóa - Xã hội"))
    (post,) = staff.read_person(commune.workspace, person).posts
    assert (post.position, post.unit_name) == ("Chuyên viên", "Phòng Văn hóa - Xã hội")


def test_a_step_on_which_something_stands_is_not_taken_back(commune: Commune) -> None:
    workspace, (first, second) = commune.workspace, people(commune, "Lê Thị Ánh", "Phạm Văn Đạt")
    step = change_many(workspace, [first], BulkChange(new_unit="Phòng Văn hóa - Xã hội"))
    new = next(unit.id for unit in units.list_units(workspace) if unit.name == "Phòng Văn hóa - Xã hội")
    change_many(workspace, [second], BulkChange(unit_id=new, from_day=AUGUST))
    before = contents(workspace)
    with pytest.raises(Refused, match="1 mục ghi sau đó đang dùng dữ liệu của bước này"):
        undo(workspace, step)
    assert contents(workspace) == before


def test_status_and_rating_of_several_are_one_step(commune: Commune) -> None:
    workspace, before = commune.workspace, contents(commune.workspace)
    chosen = people(commune, "Lê Thị Ánh", "Phạm Văn Đạt")
    step = change_many(
        workspace,
        chosen,
        BulkChange(status=WorkStatus.TRAINING, from_day=AUGUST, rating=Rating.GOOD, year=2025),
    )
    assert len(ratings.list_ratings(workspace, 2025)) == 2
    assert all(staff.read_person(workspace, one).person.status is WorkStatus.TRAINING for one in chosen)
    undo(workspace, step)
    assert contents(workspace) == before


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (BulkChange(), "position"),
        (BulkChange(status=WorkStatus.RETIRED), "from_day"),
        (BulkChange(rating=Rating.GOOD), "year"),
        (BulkChange(rating=Rating.GOOD, year=2027), "year"),
        (BulkChange(position="Công chức", from_day=date(2020, 1, 1)), "from_day"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_and_nobody_changes(
    commune: Commune, change: BulkChange, field: str
) -> None:
    before = contents(commune.workspace)
    with pytest.raises(InvalidInput) as caught:
        change_many(commune.workspace, list(commune.people.values()), change)
    assert caught.value.field == field
    assert contents(commune.workspace) == before


def test_a_step_that_was_changed_again_is_not_taken_back(commune: Commune) -> None:
    (person,) = people(commune, "Lê Thị Ánh")
    step = ratings.set_rating(commune.workspace, RatingEntry(person, None, 2025, Rating.GOOD))
    ratings.set_rating(commune.workspace, RatingEntry(person, None, 2025, Rating.EXCELLENT))
    with pytest.raises(Refused):
        undo(commune.workspace, step)
    assert [entry.rating for entry in ratings.list_ratings(commune.workspace, 2025)] == [Rating.EXCELLENT]


def test_a_rating_comes_changes_and_goes_for_people_and_units(commune: Commune) -> None:
    workspace = commune.workspace
    for person, unit in ((commune.people["Lê Thị Ánh"], None), (None, commune.units["Văn phòng"])):
        before = contents(workspace)
        steps = [
            ratings.set_rating(workspace, RatingEntry(person, unit, 2025, Rating.GOOD, "12/QĐ-UBND", AUGUST)),
            ratings.set_rating(workspace, RatingEntry(person, unit, 2025, Rating.EXCELLENT)),
            ratings.remove_rating(workspace, person, unit, 2025),
        ]
        assert ratings.list_ratings(workspace, 2025) == []
        for step in reversed(steps):
            undo(workspace, step)
        assert contents(workspace) == before


def test_a_rating_of_a_coming_year_is_refused(commune: Commune) -> None:
    with pytest.raises(InvalidInput, match="2026"):
        ratings.set_rating(commune.workspace, RatingEntry(commune.people["Lê Thị Ánh"], None, 2027, Rating.GOOD))


def test_discipline_is_recorded_ended_and_removed(commune: Commune) -> None:
    workspace, person = commune.workspace, commune.people["Lê Thị Ánh"]
    draft = DisciplineDraft(person, DisciplineForm.REPRIMAND, date(2025, 3, 1))
    save_measure(workspace, draft)
    (entry,) = staff.read_person(workspace, person).disciplines
    save_measure(workspace, DisciplineDraft(person, entry.measure.form, date(2025, 3, 1), date(2026, 3, 1)), entry.id)
    (ended,) = staff.read_person(workspace, person).disciplines
    assert ended.measure.ended_on == date(2026, 3, 1)
    step = remove_measure(workspace, entry.id)
    assert staff.read_person(workspace, person).disciplines == ()
    undo(workspace, step)
    assert staff.read_person(workspace, person).disciplines == (ended,)


def test_discipline_cannot_end_before_it_begins_nor_begin_tomorrow(commune: Commune) -> None:
    person = commune.people["Lê Thị Ánh"]
    for day, end in ((date(2025, 3, 1), date(2025, 2, 1)), (date(2026, 11, 22), None)):
        with pytest.raises(InvalidInput):
            save_measure(commune.workspace, DisciplineDraft(person, DisciplineForm.WARNING, day, end))


def test_pasted_cells_are_matched_by_name_and_written_in_one_step(commune: Commune) -> None:
    workspace, before = commune.workspace, contents(commune.workspace)
    block = "Họ và tên\tNgày sinh\tNhóm\tĐơn vị\nLê Thị Ánh\t5/3/1985\tCông chức\tPhòng Kinh tế\nPhạm Văn Đạt\t1990\t\t"
    lines = plan_paste(workspace, block)
    assert contents(workspace) == before
    assert [line.outcome for line in lines] == [Outcome.CHANGE, Outcome.CHANGE]
    assert lines[0].changes == (
        ("birth", "(trống)", "05/03/1985"),
        ("group", "(trống)", "Công chức"),
        ("unit_id", "Văn phòng", "Phòng Kinh tế"),
    )
    step = commit_paste(workspace, lines)
    entry = staff.read_person(workspace, commune.people["Lê Thị Ánh"]).person
    assert (entry.birth, entry.unit_name) == (PartialDate(1985, 3, 5), "Phòng Kinh tế")
    undo(workspace, step)
    assert contents(workspace) == before


def test_a_name_without_diacritics_finds_the_one_but_does_not_rename(commune: Commune) -> None:
    (line,) = plan_paste(commune.workspace, "Họ tên\tGiới tính\nle thi anh\tNữ")
    assert (line.name, line.outcome) == ("Lê Thị Ánh", Outcome.SAME)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Không Có Ai\tVăn phòng", "Chưa có ai tên này"),
        ("Lê Thị Ánh\tPhòng Lạ", "không phải là đơn vị đang có"),
        ("Nguyễn Thị Ẩn\tVăn phòng", "Có 2 người cùng tên"),
    ],
)
def test_a_line_that_is_not_certain_is_refused_with_its_reason(commune: Commune, row: str, reason: str) -> None:
    staff.add_person(commune.workspace, PersonDraft("Nguyễn Thị Ẩn", PartialDate(1990)))
    (line,) = plan_paste(commune.workspace, f"Họ và tên\tĐơn vị\n{row}")
    assert line.outcome is Outcome.REFUSED
    assert reason in line.reason


def test_one_person_twice_in_a_block_counts_once(commune: Commune) -> None:
    lines = plan_paste(commune.workspace, "Họ và tên\tChức vụ\nLê Thị Ánh\tA\nLê Thị Ánh\tB")
    assert [line.outcome for line in lines] == [Outcome.CHANGE, Outcome.REFUSED]


def test_an_empty_clipboard_is_told(commune: Commune) -> None:
    with pytest.raises(InvalidInput, match="không có dòng nào"):
        plan_paste(commune.workspace, " \n")


def test_cells_without_heads_stand_as_in_the_list(commune: Commune) -> None:
    (line,) = plan_paste(commune.workspace, "Lê Thị Ánh\t1985\tChuyên viên\tVăn phòng\tLao động")
    assert [field for field, _old, _new in line.changes] == ["birth", "position", "group"]


def test_the_sheet_says_each_thing_once_and_hides_the_identity_number(commune: Commune) -> None:
    workspace = commune.workspace
    draft = PersonDraft("Hồ Thị Mai", PartialDate(1985), Gender.FEMALE, "042185000001", position="Công chức")
    person = staff.add_person(workspace, draft)
    record_award(workspace, AwardDraft("LĐTT", 2025, "Hồ Thị Mai", person_id=person, unit_then="Văn phòng cũ"))
    sheet = person_sheet(workspace, person)
    assert "042185000001" not in repr(sheet)
    assert "042185000001" in repr(person_sheet(workspace, person, with_national_id=True))
    assert [section.heading for section in sheet.sections] == [
        "THÔNG TIN CÁ NHÂN",
        "QUÁ TRÌNH CÔNG TÁC",
        "DANH HIỆU THI ĐUA, HÌNH THỨC KHEN THƯỞNG",
    ]
    (table,) = sheet.sections[2].blocks
    assert isinstance(table, Table)
    assert table.rows[0].cells == ("2025", "Lao động tiên tiến", "", "", "Văn phòng cũ")


def test_a_sheet_needs_an_office(workspace: Workspace) -> None:
    person = staff.add_person(workspace, PersonDraft("Hồ Thị Mai"))
    with pytest.raises(Refused):
        person_sheet(workspace, person)


def test_a_unit_tells_what_it_came_from_and_became(workspace: Workspace) -> None:
    old = [units.add_unit(workspace, UnitDraft(name)) for name in ("Phòng A", "Phòng B")]
    new = units.succeed_units(workspace, old, UnitDraft("Phòng C"), AUGUST).unit_id
    assert [(each.name, each.went_before) for each in units.read_unit(workspace, new).successions] == [
        ("Phòng A", True),
        ("Phòng B", True),
    ]
    (successor,) = units.read_unit(workspace, old[0]).successions
    assert (successor.name, successor.day, successor.went_before) == ("Phòng C", AUGUST, False)


def test_lists_of_a_day_show_the_name_of_that_day(workspace: Workspace) -> None:
    old = units.add_unit(workspace, UnitDraft("Phòng A"))
    person = staff.add_person(workspace, PersonDraft("Hồ Thị Mai", unit_id=old))
    units.succeed_units(workspace, [old], UnitDraft("Phòng C"), AUGUST)
    (before,), (after,) = staff.list_people(workspace, date(2026, 7, 31)), staff.list_people(workspace, AUGUST)
    assert (before.unit_name, after.unit_name) == ("Phòng A", "Phòng C")
    assert [post.unit_name for post in staff.read_person(workspace, person).posts] == ["Phòng C", "Phòng A"]


def test_a_day_that_cannot_be_is_left_out_and_said(commune: Commune) -> None:
    (line,) = plan_paste(commune.workspace, "Họ tên\tNgày sinh\tChức vụ\nLê Thị Ánh\t42/13/1985\tChuyên viên")
    assert [field for field, _old, _new in line.changes] == ["position"]
    assert "42/13/1985" in line.reason
