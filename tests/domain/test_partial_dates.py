from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.partial_dates import PartialDate


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_full_date_reads_back_from_its_sorting_form(day):
    known = PartialDate.from_date(day)
    assert PartialDate.parse_iso(known.iso) == known
    assert known.iso == day.isoformat()


def test_a_year_alone_is_written_and_shown_alone():
    assert PartialDate.parse_iso("1985") == PartialDate(1985)
    assert (PartialDate(1985).iso, PartialDate(1985).shown) == ("1985", "1985")
    assert PartialDate(1985, 3, 5).shown == "05/03/1985"


@pytest.mark.parametrize("text", ["", "85", "1985-3-5", "1985-13-01", "1985-02-30", "0000", "1985-03", "x"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):
        PartialDate.parse_iso(text)


def test_a_month_without_a_day_is_no_date():
    with pytest.raises(ValueError, match="together"):
        PartialDate(1985, 3)
