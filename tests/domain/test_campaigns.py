from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.campaigns import Phase, checked_phases, default_phases
from kimhoa_app.domain.errors import InvalidInput


def test_a_year_has_two_phases_each_reviewed_before_it_ends():
    assert default_phases(2026) == (
        Phase("Đợt 1", date(2026, 1, 1), date(2026, 6, 30), date(2026, 6, 20)),
        Phase("Đợt 2", date(2026, 7, 1), date(2026, 12, 31), date(2026, 12, 20)),
    )


@given(st.integers(1900, 2200))
def test_the_phases_of_any_year_are_in_order_and_fill_it(year):
    first, second = checked_phases(default_phases(year))
    assert (first.starts_on, second.ends_on) == (date(year, 1, 1), date(year, 12, 31))
    assert (second.starts_on - first.ends_on).days == 1


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"name": " \u200b"}, "name", "phải có tên"),
        ({"ends_on": date(2026, 6, 1)}, "ends_on", "Đợt 2 phải kết thúc từ ngày bắt đầu (01/07/2026) trở đi."),
        ({"review_by": date(2026, 6, 1)}, "review_by", "Đợt 2 phải sơ kết"),
        ({"starts_on": date(2026, 6, 30)}, "starts_on", "Đợt 2 phải bắt đầu sau ngày kết thúc của Đợt 1"),
    ],
)
def test_a_phase_out_of_order_is_refused_with_its_name(change, field, sentence):
    first, second = default_phases(2026)
    with pytest.raises(InvalidInput) as refusal:
        checked_phases((first, replace(second, **change)))
    assert refusal.value.field == field
    assert sentence in refusal.value.message


def test_phases_given_in_the_wrong_order_are_refused():
    with pytest.raises(InvalidInput):
        checked_phases(tuple(reversed(default_phases(2026))))


def test_names_are_tidied_and_a_phase_of_one_day_without_review_is_allowed():
    day = date(2026, 6, 11)
    assert checked_phases([Phase(" Đợt  cao điểm ", day, day)]) == (Phase("Đợt cao điểm", day, day),)
