"""The years that can be worked on, and the one to begin with."""

from dataclasses import dataclass

from db.store.year_facts import years_with_work
from kimhoa_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class WorkingYears:
    """The years to offer, the latest first, and the one to work on unless the clerk has chosen another."""

    years: tuple[int, ...]
    usual: int


def working_years(workspace: Workspace) -> WorkingYears:
    """Return the years with work in them, this year and the next.

    The usual one is this year, or the latest with work in it as long as this year has none.
    """
    this_year = workspace.today.year
    with workspace.begin() as uow:
        worked = years_with_work(uow)
    past = [year for year in worked if year <= this_year]
    return WorkingYears(tuple(sorted({*worked, this_year, this_year + 1}, reverse=True)), max(past, default=this_year))
