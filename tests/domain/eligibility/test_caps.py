"""Shares and caps of a list: base, rounding, and who is in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.eligibility import ListCheck, Listed, Override, Severity, list_checks
from kimhoa_app.domain.eligibility.shares import least_share, most_share
from kimhoa_app.domain.people import Rating, StaffGroup

LABOUR = Listed("Trần Thị An", "1980-01-01", "Phòng Kinh tế", is_labour=True)
HERO = Listed("Lê Văn Bình", "1981-02-02", "Phòng Kinh tế", is_labour=True, is_hero=True)


def check(rule: str, *people: Listed, year: int = 2025, regime: str = "R3", **params: object) -> ListCheck:
    overrides = {(rule, regime): Override(params=params)}
    return next(each for each in list_checks(people, year, regime, overrides) if each.id == rule)


@pytest.mark.parametrize(("count", "base", "is_met"), [(7, 10, True), (6, 10, False), (7, 11, False), (8, 11, True)])
def test_at_least_70_percent(count: int, base: int, *, is_met: bool) -> None:
    assert least_share({"at_least": "70%"}, count, base).is_met is is_met


@pytest.mark.parametrize(("count", "base", "is_met"), [(5, 10, False), (6, 10, True), (5, 9, True), (0, 0, False)])
def test_above_50_percent(count: int, base: int, *, is_met: bool) -> None:
    assert least_share({"above": "50%"}, count, base).is_met is is_met


@given(st.integers(1, 10_000), st.integers(0, 500), st.integers(0, 500))
def test_a_cap_is_the_whole_part_of_its_share(limit: int, count: int, base: int) -> None:
    share = most_share(limit, count, base)
    assert share.allowed * 10_000 <= limit * base < (share.allowed + 1) * 10_000
    assert share.is_kept is (count <= share.allowed)


def test_base_and_rounding_are_shown() -> None:
    found = check("C15", *[LABOUR] * 21, *[HERO] * 3)
    assert found.ok
    assert "15% × 24 = 3,6, làm tròn xuống 3" in found.detail
    over = check("C15", *[LABOUR] * 20, *[HERO] * 4)
    assert (over.ok, over.severity) == (False, Severity.WARN)


def test_the_cap_bars_under_the_law_of_2003() -> None:
    assert check("C15", *[LABOUR] * 20, HERO, regime="R1", year=2022).severity is Severity.BLOCK


def test_a_small_office_may_have_one_where_its_province_says_so() -> None:
    assert check("C15", *[LABOUR] * 4, HERO).ok is False
    assert check("C15", *[LABOUR] * 4, HERO, at_least_one=True).ok


def test_the_base_can_be_each_unit() -> None:
    other = Listed("Phạm Văn Cường", unit="Văn phòng", is_labour=True)
    people = [*[LABOUR] * 6, HERO, *[other] * 20]
    overrides = {("C15", "R3"): Override(params={"base": "unit"})}
    found = {each.where: each.ok for each in list_checks(people, 2025, "R3", overrides) if each.id == "C15"}
    assert found == {"Phòng Kinh tế": True, "Văn phòng": True}
    overrides = {("C15", "R3"): Override(params={"base": "unit", "at_most": "10%"})}
    found = {each.where: each.ok for each in list_checks(people, 2025, "R3", overrides) if each.id == "C15"}
    assert found == {"Phòng Kinh tế": False, "Văn phòng": True}


def test_nothing_to_count_is_not_known() -> None:
    assert check("C15", Listed("A")).ok is None


def test_excellent_ratings_are_capped_by_unit_and_group_from_2026() -> None:
    good = Listed("A", unit="Phòng", group=StaffGroup.CIVIL_SERVANT, rating=Rating.GOOD)
    best = Listed("B", unit="Phòng", group=StaffGroup.CIVIL_SERVANT, rating=Rating.EXCELLENT)
    worker = Listed("C", unit="Phòng", group=StaffGroup.WORKER, rating=Rating.EXCELLENT)
    people = [*[good] * 5, best, worker]
    found = {each.where: each for each in list_checks(people, 2026, "R4") if each.id == "C36"}
    assert found["Phòng, Công chức"].ok
    assert found["Phòng, Người lao động"].ok is False
    assert not [each for each in list_checks(people, 2025, "R3") if each.id == "C36"]
    assert check("C36", *[good] * 4, best, year=2026, regime="R4").ok is False


def test_one_person_twice_is_found_by_name_and_birth_with_the_tones() -> None:
    assert check("C44", LABOUR, Listed("TRẦN THỊ AN", "1980-01-01")).ok is False
    assert check("C44", LABOUR, Listed("Trần Thị Ân", "1980-01-01")).ok
    assert check("C44", LABOUR, Listed("Trần Thị An", "1980-01-02")).ok
    assert check("C44", Listed("Trần Thị An"), Listed("Trần Thị An")).ok


def test_more_than_half_leaders_is_told() -> None:
    leader = Listed("L", is_leader=True, is_hero=True, is_labour=True)
    assert check("C45", leader, HERO).ok
    assert check("C45", leader, leader, HERO).ok is False
    assert check("C45", LABOUR).ok is None
