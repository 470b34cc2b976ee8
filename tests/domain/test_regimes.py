from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.regimes import regime_on, regimes


@pytest.mark.parametrize(
    ("decided", "code"),
    [
        (date(2004, 7, 1), "R1"),
        (date(2023, 12, 31), "R1"),
        (date(2024, 1, 1), "R2"),
        (date(2025, 6, 30), "R2"),
        (date(2025, 7, 1), "R3"),
        (date(2026, 9, 30), "R3"),
        (date(2026, 10, 1), "R4"),
        (date(2030, 1, 1), "R4"),
    ],
)
def test_the_day_of_decision_gives_the_regime(decided, code):
    assert regime_on(decided).code == code


@pytest.mark.parametrize(
    ("decided", "received", "code"),
    [
        (date(2026, 12, 31), date(2026, 9, 30), "R3"),
        (date(2026, 12, 31), date(2026, 10, 1), "R4"),
        (date(2026, 12, 31), date(2025, 1, 10), "R3"),
        (date(2025, 7, 15), date(2025, 6, 20), "R3"),
        (date(2024, 1, 15), date(2023, 12, 20), "R2"),
    ],
)
def test_a_dossier_received_before_october_2026_goes_on_under_the_law_before(decided, received, code):
    assert regime_on(decided, received).code == code


def test_the_regime_whose_text_was_not_read_is_marked():
    assert [regime.code for regime in regimes() if not regime.certain] == ["R4"]


def test_regimes_follow_one_another_without_a_gap():
    for earlier, later in pairwise(regimes()):
        assert earlier.valid_to is not None
        assert later.valid_from == earlier.valid_to + timedelta(days=1)


@given(st.dates(), st.none() | st.dates())
def test_every_decision_has_a_regime(decided, received):
    assert regime_on(decided, received) in regimes()
