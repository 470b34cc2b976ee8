"""What the office knows of its own units, names, people and signers when a document is rolled forward."""

from collections.abc import Iterator, Mapping
from datetime import date

from db.store.office import list_office_periods, office_on, signer_on
from db.store.people import PersonEntry, list_people
from db.store.units import UnitEntry, list_successions, list_units
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.rolling import DepartedPerson, FormerName, OfficeMemory, PresentSigner
from kimhoa_app.documents.templating.contexts import paper_day
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.office import OfficePeriod


def office_memory(uow: UnitOfWork, year: int, today: date) -> OfficeMemory:
    """Return what holds no more in the papers of `year`: units and names until its end, people as of its first day."""
    last = date(year, 12, 31)
    units = list_units(uow, last)
    people = list_people(uow, max(today, date(year, 1, 1)), include_gone=True)
    signer = signer_on(uow, paper_day(year, today))
    return OfficeMemory(
        former_names=(*_former_units(units, list_successions(uow), last), *_former_offices(uow, last)),
        departed=tuple(map(_departed, (each for each in people if not each.status.is_here))),
        present=tuple(
            [unit.name for unit in units if unit.exists_on(last)]
            + [person.full_name for person in people if person.status.is_here]
        ),
        signer=PresentSigner(signer.full_name, signer.position) if signer else None,
    )


def _former_units(units: list[UnitEntry], successions: Mapping[int, int], last: date) -> Iterator[FormerName]:
    by_id = {unit.id: unit for unit in units}
    for unit in units:
        if unit.dissolved_on is not None and unit.dissolved_on <= last:
            successor = _successor(unit, by_id, successions, last)
            yield FormerName(unit.name, unit.dissolved_on, successor.name if successor else None)


def _successor(
    unit: UnitEntry, by_id: Mapping[int, UnitEntry], successions: Mapping[int, int], last: date
) -> UnitEntry | None:
    """Return who does the work of `unit` on the day `last`, through several mergers where there were."""
    seen: set[int] = set()
    following: UnitEntry | None = unit
    while following is not None and not following.exists_on(last) and following.id not in seen:
        seen.add(following.id)
        following = by_id.get(successions.get(following.id, 0))
    return following if following is not None and following.exists_on(last) else None


def _former_offices(uow: UnitOfWork, last: date) -> Iterator[FormerName]:
    now = office_on(uow, last)
    for entry in list_office_periods(uow):
        ended = entry.period.valid_to
        if now is not None and ended is not None and ended < last:
            for old, new in zip(_names(entry.period), _names(now), strict=True):
                if old != new and now.valid_from is not None:
                    yield FormerName(old, now.valid_from, new)


def _names(period: OfficePeriod) -> tuple[str, str, str]:
    return period.full_name, period.short_name, f"{period.kind.value} {period.name}"


def _departed(person: PersonEntry) -> DepartedPerson:
    said = label(person.status)
    return DepartedPerson(person.full_name, said[:1].lower() + said[1:])
