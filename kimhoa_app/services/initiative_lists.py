"""The list of the year's initiatives as it goes upward or to Excel."""

from collections.abc import Mapping
from datetime import date

from db.store.initiatives import InitiativeEntry, list_initiatives
from db.store.subjects import people_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.initiatives import ListedInitiative, Scope, used_words
from kimhoa_app.domain.labels import label
from kimhoa_app.text.numbers import percent


def listed_initiatives(uow: UnitOfWork, year: int, day: date) -> tuple[ListedInitiative, ...]:
    """Return the initiatives of `year` in the order of their recording, the authors with their units of `day`."""
    units = {person.id: person.unit for person in people_on(uow, day)}
    return tuple(_listed(number, entry, units) for number, entry in enumerate(list_initiatives(uow, year), 1))


def _listed(number: int, entry: InitiativeEntry, units: Mapping[int, str]) -> ListedInitiative:
    decision, alone = entry.wider_decision or entry.decision, len(entry.authors) == 1
    authors = [each.full_name if alone else f"{each.full_name} ({percent(each.share)})" for each in entry.authors]
    served = dict.fromkeys(units.get(each.person_id, "") for each in entry.authors)
    return ListedInitiative(
        number=number,
        name=entry.initiative.name,
        summary=" ".join(entry.initiative.summary.split()),
        authors="; ".join(authors),
        units="; ".join(unit for unit in served if unit),
        scope=label(Scope(entry.initiative.scope)),
        decision=(decision.number or "") if decision else "",
        decided_on=decision.decided_on if decision else None,
        authority=decision.authority if decision else "",
        used=used_words(entry.uses).removeprefix("đã dùng: "),
    )
