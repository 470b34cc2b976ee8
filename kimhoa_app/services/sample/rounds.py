"""Who registered for what in each year of the fictional commune."""

from datetime import date, timedelta

from db.store import registrations as store
from db.store.initiatives import list_initiatives
from db.store.subjects import people_on, units_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationRound
from kimhoa_app.services.sample.source import Commune, YearSource
from kimhoa_app.services.sample.staff import Numbers

DAYS_LATE = 4
COMMENDATION = "GKX"


def write_round(uow: UnitOfWork, year: YearSource, source: Commune, numbers: Numbers) -> None:
    """Write the round of the year and what the staff, the units and the villages of that time registered."""
    store.save_round(uow, RegistrationRound(year.year, year.plan.day, year.deadline))
    village_ids = {numbers.units[village.key] for village in source.villages}
    drafts = [*_units(uow, year, numbers, village_ids), *_people(uow, year, numbers)]
    store.add_registrations(uow, year.year, drafts)


def _units(uow: UnitOfWork, year: YearSource, numbers: Numbers, village_ids: set[int]) -> list[RegistrationDraft]:
    villages = {numbers.units[key] for key in year.villages}
    excellent = {numbers.units[key] for key in year.excellent}
    commended = {numbers.units[key] for key in year.commended if key in numbers.units}
    drafts: list[RegistrationDraft] = []
    for place, unit in enumerate(each for each in units_on(uow, year.deadline) if each.exists):
        day = _day(year, place)
        form = COMMENDATION if unit.id in commended else None
        if unit.id in villages:
            drafts.append(RegistrationDraft("TVH", day, unit_id=unit.id, form_code=form))
        elif unit.id not in village_ids:
            drafts.append(RegistrationDraft("TTLĐTT", day, unit_id=unit.id, form_code=form))
        if unit.id in excellent:
            drafts.append(RegistrationDraft("TTLĐXS", day, unit_id=unit.id))
    return drafts


def _people(uow: UnitOfWork, year: YearSource, numbers: Numbers) -> list[RegistrationDraft]:
    topics = {
        author.person_id: entry.initiative.name
        for entry in list_initiatives(uow, year.year)
        for author in entry.authors
    }
    fighters = {numbers.people[key] for key in year.fighters}
    absent = {numbers.people[key] for key in year.absent}
    late = {numbers.people[key] for key in year.late}
    commended = {numbers.people[key] for key in year.commended if key in numbers.people}
    drafts: list[RegistrationDraft] = []
    staff = [person for person in people_on(uow, year.deadline) if person.is_here and person.id not in absent]
    for place, person in enumerate(staff):
        day = year.deadline + timedelta(days=DAYS_LATE) if person.id in late else _day(year, place)
        form = COMMENDATION if person.id in commended else None
        drafts.append(RegistrationDraft("LĐTT", day, person_id=person.id, form_code=form))
        if person.id in fighters:
            drafts.append(RegistrationDraft("CSTĐCS", day, person_id=person.id, topic=topics.get(person.id, "")))
    return drafts


def _day(year: YearSource, place: int) -> date:
    """Return a day of the round, the days taken in turn."""
    days = (year.deadline - year.plan.day).days + 1
    return year.plan.day + timedelta(days=place % days)
