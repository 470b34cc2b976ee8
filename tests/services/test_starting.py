from datetime import date

import pytest

from kimhoa_app.domain.errors import Refused
from kimhoa_app.services import office, registrations, sample, starting
from kimhoa_app.services.working_years import working_years
from kimhoa_app.services.workspace import problems_of


def test_without_any_work_this_year_and_the_next_are_offered(workspace):
    years = working_years(workspace)
    assert (years.years, years.usual) == ((2027, 2026), 2026)


def test_the_sample_says_that_it_is_one_and_is_whole(workspace):
    counts = sample.fill(workspace)
    assert counts.people == 45
    assert starting.is_sample(workspace)
    assert problems_of(workspace) == []
    assert working_years(workspace).years[-1] == 2022


def test_the_real_work_begins_empty_and_the_sample_is_kept(sample_workspace):
    kept = starting.begin_for_real(sample_workspace)
    assert kept.parent == sample_workspace.folder / "backups"
    assert kept.stat().st_size > 0
    assert not office.is_set_up(sample_workspace)
    assert not starting.is_sample(sample_workspace)
    sample.fill(sample_workspace)
    assert office.is_set_up(sample_workspace)


def test_the_office_s_own_data_are_never_put_aside(commune):
    with pytest.raises(Refused):
        starting.begin_for_real(commune.workspace)
    assert office.is_set_up(commune.workspace)


def test_a_year_that_only_has_work_ahead_is_offered_but_not_begun_with(commune):
    registrations.open_round(commune.workspace, 2030, date(2030, 1, 2), date(2030, 1, 31))
    years = working_years(commune.workspace)
    assert years.years[0] == 2030
    assert years.usual == 2026
