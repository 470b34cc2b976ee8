from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.campaigns import Phase, default_phases


def test_a_year_has_two_phases_each_reviewed_before_it_ends():
    assert default_phases(2026) == (
        Phase("Đợt 1", date(2026, 1, 1), date(2026, 6, 30), date(2026, 6, 20)),
        Phase("Đợt 2", date(2026, 7, 1), date(2026, 12, 31), date(2026, 12, 20)),
    )


@given(st.integers(1900, 2200))
def test_the_phases_of_any_year_are_in_order_and_fill_it(year):
    first, second = default_phases(year)
    assert (first.starts_on, second.ends_on) == (date(year, 1, 1), date(year, 12, 31))
    assert (second.starts_on - first.ends_on).days == 1
    for phase in (first, second):
        assert phase.name
        assert phase.review_by is not None
        assert phase.starts_on <= phase.review_by <= phase.ends_on
