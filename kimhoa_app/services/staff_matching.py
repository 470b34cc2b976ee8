"""Whether a line of a list speaks of somebody who is known already."""

from collections import defaultdict
from collections.abc import Iterable

from db.store.people import PersonEntry
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.exchange.staff_sheet import StaffRow


class KnownPeople:
    """The people of the data file, found by identity number or by name."""

    def __init__(self, people: Iterable[PersonEntry]) -> None:
        self._by_national_id: dict[str, PersonEntry] = {}
        self._by_name: dict[str, list[PersonEntry]] = defaultdict(list)
        for person in people:
            if person.national_id:
                self._by_national_id[person.national_id] = person
            self._by_name[person.full_name.casefold()].append(person)

    def matching(self, row: StaffRow) -> tuple[PersonEntry | None, list[PersonEntry]]:
        """Return the person that `row` surely speaks of, or None, and those whom it might speak of.

        The identity number decides; without one on both sides the name does, with the birth or else the unit.
        """
        if row.national_id in self._by_national_id:
            return self._by_national_id[row.national_id], []
        possible = [person for person in self._by_name[row.full_name.casefold()] if _may_be(person, row)]
        same_birth = [person for person in possible if _same_birth(person.birth, row.birth)]
        same_unit = [person for person in possible if row.unit and _same_text(person.unit_name, row.unit)]
        certain = same_birth or same_unit
        return (certain[0], []) if len(certain) == 1 else (None, certain or possible)


def _may_be(person: PersonEntry, row: StaffRow) -> bool:
    differs_in_id = person.national_id and row.national_id and len(person.national_id) == len(row.national_id)
    differs_in_birth = person.birth and row.birth and not _same_birth(person.birth, row.birth)
    return not differs_in_id and not differs_in_birth


def _same_birth(first: PartialDate | None, second: PartialDate | None) -> bool:
    if first is None or second is None:
        return False
    return first == second or (first.year == second.year and None in (first.month, second.month))


def _same_text(first: str, second: str) -> bool:
    return first.casefold() == second.casefold()
