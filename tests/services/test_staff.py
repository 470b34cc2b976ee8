"""People of the staff through time."""

from datetime import date

import pytest
from sqlalchemy import Engine, event

from db.store.awards import AwardDraft
from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import PersonDraft, StaffGroup, WorkStatus
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services.awards import record_award
from kimhoa_app.services.bin import list_bin, restore
from kimhoa_app.services.history import history_of
from kimhoa_app.services.staff import (
    PostDraft,
    add_person,
    change_person,
    correct_post,
    delete_person,
    list_people,
    move_person,
    read_person,
    set_status,
)
from kimhoa_app.services.units import add_unit
from kimhoa_app.services.workspace import Workspace

ANH = PersonDraft("Nguyễn Thị Ánh", PartialDate(1985, 3, 5), position="Công chức", group=StaffGroup.CIVIL_SERVANT)


def test_people_are_listed_by_given_name(workspace: Workspace) -> None:
    for name in ("Trần Văn Bình", "Đỗ Thị An", "Lê Ánh", "Bùi Văn An"):
        add_person(workspace, PersonDraft(name))
    names = [person.full_name for person in list_people(workspace)]
    assert names == ["Bùi Văn An", "Đỗ Thị An", "Lê Ánh", "Trần Văn Bình"]


def test_a_list_of_people_is_one_query(workspace: Workspace) -> None:
    office = add_unit(workspace, UnitDraft("Văn phòng"))
    for number in range(20):
        add_person(workspace, PersonDraft(f"Trần Văn A{'bcdđeghiklmnopqrstuvx'[number]}", unit_id=office))
    statements: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        people = list_people(workspace)
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    assert len(people) == 20
    assert [statement for statement in statements if statement.startswith("SELECT")] == [statements[-1]]


def test_a_move_ends_the_old_post_the_day_before(workspace: Workspace) -> None:
    office, economy = add_unit(workspace, UnitDraft("Văn phòng")), add_unit(workspace, UnitDraft("Phòng Kinh tế"))
    anh = add_person(workspace, PersonDraft("Nguyễn Thị Ánh", unit_id=office, position="Công chức"), date(2024, 1, 1))
    move_person(workspace, anh, economy, "Phó Trưởng phòng", date(2025, 7, 1), is_leader=True)
    posts = read_person(workspace, anh).posts
    assert [(post.unit_name, post.valid_from, post.valid_to) for post in posts] == [
        ("Phòng Kinh tế", date(2025, 7, 1), None),
        ("Văn phòng", date(2024, 1, 1), date(2025, 6, 30)),
    ]
    on_the_last_day = list_people(workspace, date(2025, 6, 30))[0]
    assert (on_the_last_day.unit_name, on_the_last_day.position, on_the_last_day.is_leader) == (
        "Văn phòng",
        "Công chức",
        False,
    )
    assert list_people(workspace, date(2025, 7, 1))[0].unit_name == "Phòng Kinh tế"


def test_a_move_keeps_the_group_unless_another_is_given(workspace: Workspace) -> None:
    anh = add_person(workspace, ANH)
    move_person(workspace, anh, None, "Chuyên viên", date(2026, 1, 1))
    assert list_people(workspace)[0].group is StaffGroup.CIVIL_SERVANT


def test_a_move_before_a_known_fact_is_refused(workspace: Workspace) -> None:
    anh = add_person(workspace, ANH, date(2025, 1, 1))
    with pytest.raises(InvalidInput, match="01/01/2025"):
        move_person(workspace, anh, None, "Chuyên viên", date(2024, 12, 31))


def test_who_comes_later_is_not_on_earlier_lists(workspace: Workspace) -> None:
    add_person(workspace, ANH, date(2025, 1, 1))
    assert list_people(workspace, date(2024, 12, 31)) == []
    assert len(list_people(workspace, date(2025, 1, 1))) == 1


def test_who_retires_is_closed_and_keeps_the_history(workspace: Workspace) -> None:
    anh = add_person(workspace, ANH)
    set_status(workspace, anh, WorkStatus.RETIRED, date(2026, 3, 1), "Nghỉ chế độ")
    assert list_people(workspace) == []
    assert len(list_people(workspace, date(2026, 2, 28))) == 1
    gone = list_people(workspace, include_gone=True)[0]
    assert (gone.status, gone.position) == (WorkStatus.RETIRED, "Công chức")
    record = read_person(workspace, anh)
    assert record.posts[0].valid_to == date(2026, 2, 28)
    assert record.statuses[0].note == "Nghỉ chế độ"


def test_who_is_on_leave_is_still_here_and_comes_back(workspace: Workspace) -> None:
    anh = add_person(workspace, ANH)
    set_status(workspace, anh, WorkStatus.MATERNITY_LEAVE, date(2026, 1, 1))
    set_status(workspace, anh, WorkStatus.WORKING, date(2026, 7, 1))
    assert list_people(workspace, date(2026, 6, 30))[0].status is WorkStatus.MATERNITY_LEAVE
    assert list_people(workspace, date(2026, 7, 1))[0].status is WorkStatus.WORKING
    assert list_people(workspace, date(2025, 12, 31))[0].status is WorkStatus.WORKING


def test_a_correction_is_recorded_with_both_values(workspace: Workspace) -> None:
    anh = add_person(workspace, ANH)
    change_person(workspace, anh, PersonDraft("Nguyễn Thị Anh", PartialDate(1985, 3, 5)))
    change_person(workspace, anh, PersonDraft("Nguyễn Thị Anh", PartialDate(1985, 3, 5)))
    history = history_of(workspace, "person", anh)
    assert [change.action for change in history] == ["add", "change"]
    assert history[1].changed == {"full_name": ("Nguyễn Thị Ánh", "Nguyễn Thị Anh")}
    assert list_people(workspace)[0].position == "Công chức"


def test_a_post_can_be_corrected_from_its_beginning(workspace: Workspace) -> None:
    anh = add_person(workspace, ANH, date(2024, 1, 1))
    correct_post(workspace, anh, PostDraft("Phó Chủ tịch", None, StaffGroup.OFFICIAL, is_leader=True))
    posts = read_person(workspace, anh).posts
    assert [(post.position, post.valid_from) for post in posts] == [("Phó Chủ tịch", date(2024, 1, 1))]


def test_two_people_cannot_have_one_identity_number(workspace: Workspace) -> None:
    add_person(workspace, PersonDraft("Nguyễn Thị Ánh", national_id="042185001234"))
    with pytest.raises(InvalidInput, match="Nguyễn Thị Ánh"):
        add_person(workspace, PersonDraft("Trần Văn Bình", national_id="042 185 001 234"))
    assert len(list_people(workspace)) == 1


def test_a_person_entered_by_mistake_goes_to_the_bin_and_back(workspace: Workspace) -> None:
    anh = add_person(workspace, ANH)
    delete_person(workspace, anh)
    assert list_people(workspace, include_gone=True) == []
    with pytest.raises(NotFound):
        read_person(workspace, anh)
    with pytest.raises(NotFound):
        delete_person(workspace, anh)
    entry = list_bin(workspace)[0]
    assert entry.label == "Cán bộ: Nguyễn Thị Ánh"
    restore(workspace, entry.entity, entry.row_id)
    assert list_people(workspace)[0].position == "Công chức"
    assert list_bin(workspace) == []
    with pytest.raises(NotFound):
        restore(workspace, entry.entity, entry.row_id)


def test_a_person_whose_number_was_taken_since_stays_in_the_bin(workspace: Workspace) -> None:
    anh = add_person(workspace, PersonDraft("Nguyễn Thị Ánh", national_id="042185001234"))
    delete_person(workspace, anh)
    add_person(workspace, PersonDraft("Trần Văn Bình", national_id="042185001234"))
    with pytest.raises(Refused):
        restore(workspace, "person", anh)
    assert len(list_bin(workspace)) == 1


def test_a_person_with_an_award_is_not_deleted(workspace: Workspace) -> None:
    anh = add_person(workspace, ANH)
    record_award(workspace, AwardDraft("LĐTT", 2024, "Nguyễn Thị Ánh", person_id=anh))
    with pytest.raises(Refused, match="nghỉ hưu"):
        delete_person(workspace, anh)
    assert len(list_people(workspace)) == 1


def test_somebody_who_is_not_there_is_told(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        move_person(workspace, 99, None, "", date(2026, 1, 1))
    with pytest.raises(NotFound):
        set_status(workspace, 99, WorkStatus.RETIRED, date(2026, 1, 1))
    with pytest.raises(NotFound):
        change_person(workspace, 99, ANH)
