"""Units through mergers."""

from datetime import date

import pytest

from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.domain.units import UnitDraft, UnitKind
from kimhoa_app.services.bin import list_bin, restore
from kimhoa_app.services.staff import add_person, list_people, move_person
from kimhoa_app.services.undoing import take_back
from kimhoa_app.services.units import (
    add_unit,
    change_unit,
    delete_unit,
    dissolve_unit,
    list_units,
    reorder_units,
    succeed_units,
)
from kimhoa_app.services.workspace import Workspace

MERGER = date(2025, 7, 1)


def names(workspace: Workspace, on: date | None = None) -> list[str]:
    return [unit.name for unit in list_units(workspace, on)]


def test_units_stand_in_the_order_of_the_office(workspace: Workspace) -> None:
    first, second = add_unit(workspace, UnitDraft("Văn phòng")), add_unit(workspace, UnitDraft("Phòng Kinh tế"))
    reorder_units(workspace, [second, first])
    assert names(workspace) == ["Phòng Kinh tế", "Văn phòng"]


def test_two_units_of_one_day_cannot_have_one_name(workspace: Workspace) -> None:
    add_unit(workspace, UnitDraft("Văn phòng"))
    with pytest.raises(InvalidInput):
        add_unit(workspace, UnitDraft("  VĂN  PHÒNG "))


def test_a_merger_moves_the_people_and_keeps_the_past(workspace: Workspace) -> None:
    old = [add_unit(workspace, UnitDraft(name)) for name in ("Phòng Nội vụ", "Phòng Văn hóa")]
    anh = add_person(workspace, PersonDraft("Nguyễn Thị Ánh", unit_id=old[0], position="Công chức"), date(2024, 1, 1))
    binh = add_person(workspace, PersonDraft("Trần Văn Bình", unit_id=old[1]), date(2025, 9, 1))
    new = succeed_units(workspace, old, UnitDraft("Phòng Văn hóa - Xã hội"), MERGER).unit_id
    assert names(workspace, date(2025, 6, 30)) == ["Phòng Nội vụ", "Phòng Văn hóa"]
    assert names(workspace, MERGER) == ["Phòng Văn hóa - Xã hội"]
    assert len(names(workspace)) == 3
    before = list_people(workspace, date(2025, 6, 30))
    assert [(person.id, person.unit_name) for person in before] == [(anh, "Phòng Nội vụ")]
    after = {person.id: (person.unit_id, person.position) for person in list_people(workspace)}
    assert after == {anh: (new, "Công chức"), binh: (new, "")}
    assert [unit.headcount for unit in list_units(workspace, date(2026, 1, 1))] == [2]


def test_units_can_be_merged_into_one_that_stands(workspace: Workspace) -> None:
    office, culture = add_unit(workspace, UnitDraft("Văn phòng")), add_unit(workspace, UnitDraft("Phòng Văn hóa"))
    assert succeed_units(workspace, [culture], office, MERGER).unit_id == office
    assert names(workspace, MERGER) == ["Văn phòng"]


def test_a_unit_with_people_is_not_dissolved(workspace: Workspace) -> None:
    office, economy = add_unit(workspace, UnitDraft("Văn phòng")), add_unit(workspace, UnitDraft("Phòng Kinh tế"))
    anh = add_person(workspace, PersonDraft("Nguyễn Thị Ánh", unit_id=economy))
    with pytest.raises(Refused, match="1 người"):
        dissolve_unit(workspace, economy, MERGER)
    move_person(workspace, anh, office, "", MERGER)
    dissolve_unit(workspace, economy, MERGER)
    assert names(workspace, MERGER) == ["Văn phòng"]


def test_a_unit_cannot_end_before_it_was_founded(workspace: Workspace) -> None:
    office = add_unit(workspace, UnitDraft("Văn phòng", founded_on=MERGER))
    with pytest.raises(InvalidInput):
        dissolve_unit(workspace, office, MERGER)


def test_a_unit_is_deleted_only_while_nothing_refers_to_it(workspace: Workspace) -> None:
    office, mistake = add_unit(workspace, UnitDraft("Văn phòng")), add_unit(workspace, UnitDraft("Phòng Kinh tê"))
    add_person(workspace, PersonDraft("Nguyễn Thị Ánh", unit_id=office))
    with pytest.raises(Refused):
        delete_unit(workspace, office)
    delete_unit(workspace, mistake)
    assert names(workspace) == ["Văn phòng"]
    assert [entry.label for entry in list_bin(workspace)] == ["Đơn vị: Phòng Kinh tê"]
    restore(workspace, "unit", mistake)
    assert len(names(workspace)) == 2


def test_a_unit_can_be_corrected(workspace: Workspace) -> None:
    village = add_unit(workspace, UnitDraft("Thôn 1"))
    change_unit(workspace, village, UnitDraft("Thôn 1", UnitKind.VILLAGE, "T1"))
    unit = list_units(workspace)[0]
    assert (unit.kind, unit.short_name) == (UnitKind.VILLAGE, "T1")


def test_a_merger_is_taken_back_with_every_post(workspace: Workspace) -> None:
    old = [add_unit(workspace, UnitDraft(name)) for name in ("Phòng A", "Phòng B")]
    add_person(workspace, PersonDraft("Hồ Thị Mai", unit_id=old[0]))
    before = list_units(workspace), list_people(workspace)
    outcome = succeed_units(workspace, old, UnitDraft("Phòng C"), MERGER)
    assert outcome.step is not None
    take_back(workspace, outcome.step)
    assert (list_units(workspace), list_people(workspace)) == before
