"""The office's particulars, signers and settings through time."""

from datetime import date

import pytest

from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.services.office import (
    add_signer,
    change_office,
    change_signer,
    is_set_up,
    list_periods,
    list_signers,
    read_office,
    read_signer,
    remove_signer,
    rename_office_from,
    set_up,
)
from kimhoa_app.services.settings import change_setting, list_settings, read_settings, restore_default
from kimhoa_app.services.workspace import Workspace

KIM_HOA = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", superior="UBND huyện Hương Sơn", district="Hương Sơn")
HEAD = Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch", date(2024, 1, 1), date(2025, 6, 30))
DEPUTY = Signer("Lê Thị Hoa", SigningCapacity.DEPUTY, "Phó Chủ tịch", date(2024, 1, 1))


def test_an_office_is_set_up_once(workspace: Workspace) -> None:
    assert not is_set_up(workspace)
    assert read_office(workspace) is None
    set_up(workspace, KIM_HOA, [HEAD, DEPUTY])
    assert is_set_up(workspace)
    assert read_office(workspace) == KIM_HOA
    with pytest.raises(Refused):
        set_up(workspace, KIM_HOA, [])


def test_a_refused_set_up_leaves_nothing(workspace: Workspace) -> None:
    nameless = Signer(" ", SigningCapacity.HEAD, "Chủ tịch")
    with pytest.raises(InvalidInput):
        set_up(workspace, KIM_HOA, [DEPUTY, nameless])
    assert not is_set_up(workspace)
    assert list_signers(workspace) == []


def test_each_day_has_the_name_of_its_period(workspace: Workspace) -> None:
    set_up(workspace, KIM_HOA, [])
    renamed = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", superior=None)
    rename_office_from(workspace, renamed, date(2025, 7, 1))
    before, after = read_office(workspace, date(2025, 6, 30)), read_office(workspace, date(2025, 7, 1))
    assert before is not None
    assert after is not None
    assert (before.superior, before.valid_to) == ("UBND huyện Hương Sơn", date(2025, 6, 30))
    assert (after.superior, after.valid_from) == (None, date(2025, 7, 1))


def test_a_change_of_name_comes_after_those_before(workspace: Workspace) -> None:
    set_up(workspace, KIM_HOA, [])
    rename_office_from(workspace, KIM_HOA, date(2025, 7, 1))
    with pytest.raises(InvalidInput):
        rename_office_from(workspace, KIM_HOA, date(2025, 7, 1))
    assert len(list_periods(workspace)) == 2


def test_a_period_can_be_corrected(workspace: Workspace) -> None:
    set_up(workspace, KIM_HOA, [])
    entry = list_periods(workspace)[0]
    ward = OfficePeriod(OfficeKind.WARD, " Kim  Hoa ", "Hà Tĩnh")
    change_office(workspace, entry.id, ward)
    assert read_office(workspace) == OfficePeriod(OfficeKind.WARD, "Kim Hoa", "Hà Tĩnh")
    with pytest.raises(NotFound):
        change_office(workspace, 99, ward)


def test_who_signs_depends_on_the_day(workspace: Workspace) -> None:
    set_up(workspace, KIM_HOA, [DEPUTY, HEAD])
    assert read_signer(workspace, date(2025, 6, 30)) == HEAD
    assert read_signer(workspace, date(2025, 7, 1)) == DEPUTY
    assert read_signer(workspace, date(2025, 6, 30), SigningCapacity.DEPUTY) == DEPUTY
    assert read_signer(workspace, date(2023, 12, 31)) is None


def test_signers_are_added_changed_and_removed(workspace: Workspace) -> None:
    added = add_signer(workspace, DEPUTY)
    change_signer(workspace, added, HEAD)
    assert [entry.signer for entry in list_signers(workspace)] == [HEAD]
    remove_signer(workspace, added)
    assert list_signers(workspace) == []
    with pytest.raises(NotFound):
        remove_signer(workspace, added)


def test_a_term_cannot_end_before_it_begins(workspace: Workspace) -> None:
    with pytest.raises(InvalidInput):
        add_signer(
            workspace, Signer("Lê Thị Hoa", SigningCapacity.HEAD, "Chủ tịch", date(2025, 1, 2), date(2025, 1, 1))
        )


def test_a_setting_holds_until_the_default_is_restored(workspace: Workspace) -> None:
    entry = list_settings(workspace)[0]
    other = next(one for one in list_settings(workspace) if one.setting.kind == "percent")
    assert not other.is_changed
    change_setting(workspace, other.setting.key, "91 %")
    assert read_settings(workspace).percent(other.setting.key) == 9100
    changed = [one.setting.key for one in list_settings(workspace) if one.is_changed]
    assert changed == [other.setting.key]
    restore_default(workspace, other.setting.key)
    assert list_settings(workspace)[0] == entry
    assert read_settings(workspace).stored == {}


def test_a_value_that_a_setting_cannot_hold_changes_nothing(workspace: Workspace) -> None:
    key = next(one.setting.key for one in list_settings(workspace) if one.setting.kind == "percent")
    for text in ("0", "101", "nhiều"):
        with pytest.raises(InvalidInput):
            change_setting(workspace, key, text)
    with pytest.raises(InvalidInput):
        change_setting(workspace, "no.such.setting", "1")
    assert read_settings(workspace).stored == {}
