"""A fictional commune to look around in: five years of staff, ratings, registrations, meetings and awards."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from db.audit import is_untouched
from db.store.office import save_office_period, save_signer, write_setting
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import Refused
from kimhoa_app.services.sample.cases import write_cases
from kimhoa_app.services.sample.decisions import write_decisions
from kimhoa_app.services.sample.households import write_households
from kimhoa_app.services.sample.initiatives import write_initiatives
from kimhoa_app.services.sample.meetings import write_council, write_meeting, write_votes
from kimhoa_app.services.sample.papers import write_invitation, write_plan
from kimhoa_app.services.sample.rounds import write_round
from kimhoa_app.services.sample.source import Commune, YearSource, commune
from kimhoa_app.services.sample.staff import Numbers, write_staff
from kimhoa_app.services.sample.unit_ratings import write_unit_ratings
from kimhoa_app.services.workspace import Workspace

MADE_BY = "Kim Hoa"
MADE_AT = datetime(2026, 11, 20, 16, 30, tzinfo=timezone(timedelta(hours=7)))
"""The moment that every record of the sample carries, so that it is the same whenever it is made."""
SAMPLE_MARK = "sample"
"""The key under which the data file says that it holds the fictional commune; no setting of the office."""


@dataclass(frozen=True, slots=True)
class SampleCounts:
    """How much the sample holds; `people` counts those on the staff today, `units` those that stand, villages too."""

    people: int
    units: int
    years: int
    awards: int


def fill(workspace: Workspace) -> SampleCounts:
    """Fill an empty data folder with the fictional commune, all of it or nothing, the same every time.

    Raises Refused when anything was ever recorded in the folder.
    """
    source = commune()
    with workspace.begin() as uow:
        if not is_untouched(uow):
            raise Refused("Thư mục này đã có dữ liệu; dữ liệu mẫu chỉ tạo được trong thư mục trống.")
        uow.actor, uow.clock = MADE_BY, lambda: MADE_AT
        awards = _write(uow, source)
        uow.commit()
    return SampleCounts(
        people=sum(person.left is None for person in source.person),
        units=sum(unit.dissolved_on is None for unit in source.unit),
        years=len(source.year),
        awards=awards,
    )


def _write(uow: UnitOfWork, source: Commune) -> int:
    write_setting(uow, SAMPLE_MARK, "true")
    for period in source.office:
        save_office_period(uow, period)
    for signer in source.signer:
        save_signer(uow, signer)
    numbers = write_staff(uow, source)
    for council in source.council:
        write_council(uow, council, numbers)
    return sum(_write_year(uow, year, source, numbers) for year in source.year)


def _write_year(uow: UnitOfWork, year: YearSource, source: Commune, numbers: Numbers) -> int:
    """Write a year and return how many awards came of it; one without ratings is under way, its meeting ahead."""
    write_plan(uow, year)
    write_initiatives(uow, year, source, numbers)
    write_round(uow, year, source, numbers)
    recognised = write_households(uow, year, source, numbers)
    write_unit_ratings(uow, year, source, numbers)
    meeting_id = write_meeting(uow, year, source.place, numbers)
    write_cases(uow, meeting_id, year, source, numbers)
    if year.ratings is None:
        write_invitation(uow, meeting_id)
        return recognised
    write_votes(uow, meeting_id, year, numbers)
    return recognised + write_decisions(uow, meeting_id, year)
