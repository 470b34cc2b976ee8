"""Whether a line of a list speaks of somebody, or of a unit, that is known already."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from db.store.people import PersonEntry, list_people
from db.store.units import UnitEntry, list_units
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.exchange.lists.people import ListedPerson
from kimhoa_app.services.imports.plan import Decision
from kimhoa_app.text.search_keys import search_key, spelling_key
from kimhoa_app.text.unit_names import without_capitals


@dataclass(frozen=True, slots=True)
class Match:
    """The person that a line surely speaks of, or None, and those whom it might speak of."""

    person: PersonEntry | None = None
    possible: tuple[PersonEntry, ...] = ()

    @property
    def reason(self) -> str:
        """Whom the line might speak of and what would tell, in a sentence."""
        people = "; ".join(
            ", ".join(
                part
                for part in (one.full_name, one.birth.shown if one.birth else "", one.position, one.unit_name)
                if part
            )
            for one in self.possible
        )
        return f"Có thể là người đã có ({people}); cần ngày sinh, đơn vị hoặc số định danh để biết chắc nên chưa nhập."


NOBODY = Match()


class Register:
    """The people and the units of the data file, found as lists name them."""

    def __init__(self, uow: UnitOfWork, day: date, *, include_gone: bool = True) -> None:
        self.people = {person.id: person for person in list_people(uow, day, include_gone=include_gone)}
        self.units = sorted(list_units(uow, day), key=lambda unit: not unit.exists_on(day))
        self._by_national_id: dict[str, PersonEntry] = {}
        self._by_name: dict[object, list[PersonEntry]] = defaultdict(list)
        self._by_plain_name: dict[str, list[PersonEntry]] = defaultdict(list)
        for person in self.people.values():
            if person.national_id:
                self._by_national_id[person.national_id] = person
            self._by_name[name_key(person.full_name)].append(person)
            self._by_plain_name[search_key(person.full_name)].append(person)
        self._unit_by_key = _units_by_key(self.units)
        self._unit_keys = sorted(
            ((search_key(unit.name), unit) for unit in self.units), key=lambda each: len(each[0]), reverse=True
        )
        self._named_in: dict[str, UnitEntry | None] = {}

    def unit(self, name: str) -> UnitEntry | None:
        """Return the unit of this name or short name, those that exist today first."""
        return self._unit_by_key.get(unit_key(name))

    def placed(self, listed: ListedPerson, *, has_unit_column: bool) -> ListedPerson:
        """Return what is listed with the name of its unit as the register has it.

        Without a column for it the unit is the one that post and unit in one cell name, else the heading above.
        """
        position, unit = listed.position, listed.unit
        if listed.post_and_unit:
            named = self.unit_named_in(listed.post_and_unit)
            position = position or _without_unit(listed.post_and_unit, named)
            unit = unit or (named.name if named else "")
        if not unit and not has_unit_column:
            unit = listed.group
        known = self.unit(unit) if unit else None
        return replace(listed, position=position, unit=without_capitals(unit) if known is None else known.name)

    def unit_named_in(self, text: str) -> UnitEntry | None:
        """Return the unit with the longest name that stands in `text`."""
        if text not in self._named_in:
            key = search_key(text)
            self._named_in[text] = next((unit for name, unit in self._unit_keys if name and name in key), None)
        return self._named_in[text]

    def match(self, listed: ListedPerson, decision: Decision | None = None) -> Match:
        """Return whom a line speaks of; the clerk's decision goes before everything.

        The identity number decides; without one on both sides the name does, with the birth or else the unit.
        """
        if decision is not None and (decision.is_somebody_new or decision.person_id is not None):
            return Match(None if decision.person_id is None else self.people.get(decision.person_id))
        owner = self._by_national_id.get(listed.national_id or "")
        if owner is not None:
            is_other = name_key(owner.full_name) != name_key(listed.full_name) and not same_birth_as(
                owner.birth, listed.birth
            )
            return Match(None, (owner,)) if is_other else Match(owner)
        possible = [person for person in self._by_name.get(name_key(listed.full_name), ()) if _may_be(person, listed)]
        same_birth = [person for person in possible if same_birth_as(person.birth, listed.birth)]
        same_unit = [person for person in possible if _same_unit(person, listed)]
        both = [person for person in same_birth if person in same_unit]
        certain = both or same_birth or same_unit
        return Match(certain[0]) if len(certain) == 1 else Match(None, tuple(certain or possible))

    def namesake(self, listed: ListedPerson) -> PersonEntry | None:
        """Return somebody of this name but for its diacritics, with the same birth or unit, though not matched."""
        same = self._by_plain_name.get(search_key(listed.full_name), ())
        return next((one for one in same if same_birth_as(one.birth, listed.birth) or _same_unit(one, listed)), None)


@lru_cache(maxsize=100_000)
def name_key(name: str) -> object:
    """Return what two writings of one name share."""
    return spelling_key(name)


@lru_cache(maxsize=10_000)
def unit_key(name: str) -> str:
    """Return what two writings of one unit's name share."""
    key = search_key(name.replace("&", " và ").replace("-", " ").replace(",", " "))
    return key.replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd").strip(" .:")


def same_birth_as(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Return whether two births can be one: the same day, or one year where one of them has no day."""
    if first is None or second is None:
        return False
    return first == second or (first.year == second.year and None in (first.month, second.month))


def _same_unit(person: PersonEntry, listed: ListedPerson) -> bool:
    return bool(listed.unit) and unit_key(person.unit_name) == unit_key(listed.unit)


def _may_be(person: PersonEntry, listed: ListedPerson) -> bool:
    differs_in_id = person.national_id and listed.national_id and len(person.national_id) == len(listed.national_id)
    differs_in_birth = person.birth and listed.birth and not same_birth_as(person.birth, listed.birth)
    return not differs_in_id and not differs_in_birth


def _units_by_key(units: Iterable[UnitEntry]) -> dict[str, UnitEntry]:
    found: dict[str, UnitEntry] = {}
    for unit in units:
        for name in filter(None, (unit.name, unit.short_name)):
            found.setdefault(unit_key(name), unit)
    return found


def _without_unit(text: str, unit: UnitEntry | None) -> str:
    """Return the post of "Công chức, Văn phòng": what stands before the name of the unit."""
    start = -1 if unit is None else text.casefold().rfind(unit.name.casefold())
    return text if start <= 0 else text[:start].rstrip(" ,;-–").strip() or text
