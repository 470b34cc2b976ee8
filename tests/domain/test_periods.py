from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.periods import Period, current, holds_on

FIRST, LAST = date(2025, 7, 1), date(2026, 9, 30)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "holds"), [(FIRST - DAY, False), (FIRST, True), (LAST, True), (LAST + DAY, False), (date(2026, 1, 1), True)]
)
def test_the_first_and_the_last_day_are_included(day, holds):
    assert holds_on(Period(FIRST, LAST), day) is holds


@given(st.dates())
def test_a_period_open_on_both_sides_always_holds(day):
    assert holds_on(Period(), day)


def test_of_several_that_hold_the_latest_begun_is_current():
    old, new, ended = Period(None, None), Period(FIRST), Period(date(2026, 1, 1), date(2026, 1, 31))
    assert current([new, old, ended], LAST) == new
    assert current([old, new], FIRST - DAY) == old
    assert current([ended], LAST) is None
