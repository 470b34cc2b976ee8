"""Taking back what was recorded of a person by mistake, and the steps that bring a new unit with them."""

from datetime import date, timedelta

import pytest

from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.domain.people import PersonDraft, StaffGroup, WorkStatus
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services.awards import AwardDraft, record_award
from kimhoa_app.services.bin import list_bin
from kimhoa_app.services.staff import (
    add_person,
    correct_person,
    delete_people,
    list_people,
    move_person,
    read_person,
    set_status,
)
from kimhoa_app.services.staff_steps import take_back_last_step
from kimhoa_app.services.units import add_unit, list_units, succeed_units
from kimhoa_app.services.workspace import Workspace

JULY = date(2026, 7, 1)
AUGUST = date(2026, 8, 1)


@pytest.fixture
def office(workspace: Workspace) -> int:
    return add_unit(workspace, UnitDraft("Văn phòng", founded_on=date(2025, 7, 1)))


@pytest.fixture
def anh(workspace: Workspace, office: int) -> int:
    return add_person(workspace, PersonDraft("Nguyễn Thị Ánh", position="Công chức", unit_id=office), date(2025, 7, 1))


def test_a_retirement_taken_back_gives_the_post_back(workspace: Workspace, anh: int) -> None:
    before = read_person(workspace, anh)
    set_status(workspace, anh, WorkStatus.RETIRED, JULY)
    assert list_people(workspace) == []
    take_back_last_step(workspace, anh)
    assert read_person(workspace, anh) == before


def test_steps_are_taken_back_one_after_the_other(workspace: Workspace, anh: int, office: int) -> None:
    before = read_person(workspace, anh)
    move_person(workspace, anh, office, "Phó Chánh Văn phòng", JULY, is_leader=True)
    set_status(workspace, anh, WorkStatus.TRAINING, AUGUST)
    take_back_last_step(workspace, anh)
    after = read_person(workspace, anh)
    assert after.person.status is WorkStatus.WORKING
    assert after.person.position == "Phó Chánh Văn phòng"
    take_back_last_step(workspace, anh)
    assert read_person(workspace, anh) == before


def test_a_status_taken_back_leaves_earlier_posts_ended(workspace: Workspace, anh: int, office: int) -> None:
    move_person(workspace, anh, office, "Phó Chánh Văn phòng", JULY)
    before = read_person(workspace, anh)
    set_status(workspace, anh, WorkStatus.MATERNITY_LEAVE, JULY)
    take_back_last_step(workspace, anh)
    assert read_person(workspace, anh) == before
    assert before.posts[1].valid_to == JULY - timedelta(days=1)


def test_the_first_post_cannot_be_taken_back(workspace: Workspace, anh: int) -> None:
    with pytest.raises(Refused, match="Sửa"):
        take_back_last_step(workspace, anh)


def test_a_move_by_a_merger_cannot_be_taken_back(workspace: Workspace, anh: int, office: int) -> None:
    succeed_units(workspace, [office], UnitDraft("Văn phòng HĐND và UBND"), JULY)
    with pytest.raises(Refused, match="Đơn vị cũ"):
        take_back_last_step(workspace, anh)


def test_a_person_may_bring_a_new_unit(workspace: Workspace) -> None:
    add_person(workspace, PersonDraft("Trần Văn Bình"), new_unit=" Phòng  Kinh tế ")
    assert [unit.name for unit in list_units(workspace)] == ["Phòng Kinh tế"]
    assert list_people(workspace)[0].unit_name == "Phòng Kinh tế"


def test_a_refused_person_brings_no_unit(workspace: Workspace) -> None:
    with pytest.raises(InvalidInput):
        add_person(workspace, PersonDraft("Bình"), new_unit="Phòng Kinh tế")
    assert list_units(workspace) == []


def test_a_new_unit_with_a_known_name_is_refused_at_the_field_unit(workspace: Workspace, anh: int) -> None:
    with pytest.raises(InvalidInput) as refused:
        move_person(workspace, anh, None, "Công chức", JULY, new_unit="văn phòng")
    assert refused.value.field == "unit"


def test_facts_and_present_post_are_corrected_in_one_step(workspace: Workspace, anh: int, office: int) -> None:
    draft = PersonDraft("Nguyễn Thị Ánh", position="Chánh Văn phòng", unit_id=office, group=StaffGroup.CIVIL_SERVANT)
    correct_person(workspace, anh, draft)
    record = read_person(workspace, anh)
    assert len(record.posts) == 1
    assert (record.person.position, record.person.group) == ("Chánh Văn phòng", StaffGroup.CIVIL_SERVANT)


def test_correcting_one_who_left_opens_no_post(workspace: Workspace, anh: int) -> None:
    set_status(workspace, anh, WorkStatus.TRANSFERRED, JULY)
    posts = read_person(workspace, anh).posts
    correct_person(workspace, anh, PersonDraft("Nguyễn Thị Ánh", note="sang tỉnh", position="Công chức"))
    record = read_person(workspace, anh)
    assert record.posts == posts
    assert record.person.note == "sang tỉnh"


def test_several_people_go_into_the_bin_at_once(workspace: Workspace, anh: int) -> None:
    binh = add_person(workspace, PersonDraft("Trần Văn Bình"))
    delete_people(workspace, [anh, binh])
    assert list_people(workspace) == []
    assert len(list_bin(workspace)) == 2


def test_nobody_is_deleted_when_one_has_a_history(workspace: Workspace, anh: int) -> None:
    binh = add_person(workspace, PersonDraft("Trần Văn Bình"))
    record_award(workspace, AwardDraft("LĐTT", 2025, "Trần Văn Bình", person_id=binh))
    with pytest.raises(Refused, match="Trần Văn Bình"):
        delete_people(workspace, [anh, binh])
    assert len(list_people(workspace)) == 2
