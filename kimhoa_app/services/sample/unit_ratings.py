"""How the collectives of the fictional commune were rated."""

from datetime import date

from db.store.awards import RatingEntry, insert_ratings
from db.store.subjects import units_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.people import Rating
from kimhoa_app.services.sample.source import Commune, YearSource
from kimhoa_app.services.sample.staff import Numbers


def write_unit_ratings(uow: UnitOfWork, year: YearSource, source: Commune, numbers: Numbers) -> None:
    """Write the ratings of a year that is over: excellent for those that sought the higher title, else good."""
    paper = year.ratings
    if paper is None:
        return
    villages = {numbers.units[village.key] for village in source.villages}
    excellent = {numbers.units[key] for key in year.excellent}
    rated = [unit.id for unit in units_on(uow, date(year.year, 12, 31)) if unit.exists and unit.id not in villages]
    insert_ratings(
        uow,
        [
            RatingEntry(
                None, unit_id, year.year, Rating.EXCELLENT if unit_id in excellent else Rating.GOOD,
                paper.number, paper.day,
            )
            for unit_id in rated
        ],
    )  # fmt: skip
