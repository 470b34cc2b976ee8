"""The facts of all people, units and households for a year, gathered by one query for each register."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any, TypedDict

from db.store.households import list_households
from db.store.people import PersonEntry, list_people
from db.store.register_facts import RegisterFacts
from db.store.registrations import find_round, list_registrations
from db.store.unit_names import UnitNames, read_unit_names
from db.store.units import UnitEntry, list_units
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.consideration import ConsiderationKind
from kimhoa_app.domain.eligibility import HouseholdFacts, PersonFacts, UnitFacts
from kimhoa_app.text.dates import list_date


@dataclass(frozen=True, slots=True)
class YearOfFacts:
    """All who are to be assessed for a year; `posts` has the position of each person at its end."""

    people: tuple[PersonFacts, ...]
    units: tuple[UnitFacts, ...]
    households: tuple[HouseholdFacts, ...]
    posts: dict[int, str]


@dataclass(slots=True)
class _Registered:
    codes: set[str]
    all_late: bool = True


class _RegisteredFacts(TypedDict):
    registered: frozenset[str] | None
    registered_late: bool


def gather(uow: UnitOfWork, year: int, decided_on: date) -> YearOfFacts:
    """Return the facts of the staff at the end of `year` and of who registered in it, in no order, and of the rest.

    Units are those that stood on some day of the year, households all that are known.
    """
    last = date(year, 12, 31)
    entries = list_people(uow, last, include_gone=True)
    registered, has_round = _registrations(uow, year)
    kept = [each for each in entries if each.status.is_here or ("person", each.id) in registered]
    records = RegisterFacts(uow, year, last, decided_on)
    names = read_unit_names(uow)
    people = tuple(_person(each, records, names, registered, has_round=has_round) for each in kept)
    members: dict[int, list[PersonFacts]] = defaultdict(list)
    for entry, facts in zip(kept, people, strict=True):
        if entry.unit_id is not None and entry.status.is_here:
            members[entry.unit_id].append(facts)
    stood = [
        unit for unit in list_units(uow, last)
        if (unit.founded_on is None or unit.founded_on <= last)
        and (unit.dissolved_on is None or unit.dissolved_on > date(year, 1, 1))
    ]  # fmt: skip
    units = tuple(_unit(each, members[each.id], records, names, registered, has_round=has_round) for each in stood)
    households = tuple(
        HouseholdFacts(
            each.id,
            each.head_name,
            each.village,
            frozenset(records.household_awards.get(each.id, ())),
            **_registered(registered.get(("household", each.id)), has_round=has_round),
        )
        for each in list_households(uow)
    )
    return YearOfFacts(people, units, households, {each.id: each.position for each in kept})


def _person(
    entry: PersonEntry,
    records: RegisterFacts,
    names: UnitNames,
    registered: dict[tuple[str, int], _Registered],
    *,
    has_round: bool,
) -> PersonFacts:
    unit_id = entry.unit_id
    facts = PersonFacts(
        id=entry.id,
        full_name=entry.full_name,
        start_date=entry.start_date,
        ratings=records.person_ratings.get(entry.id, {}),
        awards=frozenset(records.person_awards.get(entry.id, ())),
        initiatives=frozenset(records.initiatives.get(entry.id, ())),
        disciplines=frozenset(records.disciplines.get(entry.id, ())),
        services=frozenset(records.services.get(entry.id, ())),
        **_registered(registered.get(("person", entry.id)), has_round=has_round),
        birth=entry.birth.shown if entry.birth else "",
        unit_id=unit_id,
        unit=entry.unit_name,
        unit_now="" if unit_id is None else names.name_on(unit_id, records.decided_on),
        group=entry.group,
        is_leader=entry.is_leader,
        led_rating=None if unit_id is None else records.unit_ratings.get(unit_id, {}).get(records.year),
        joined_unit_on=_joined(records.posts.get(entry.id, []), names, records.year),
    )
    noted = records.facts.get(entry.id)
    return _with_noted(facts, noted, records) if noted else facts


def _with_noted(facts: PersonFacts, noted: list[Any], records: RegisterFacts) -> PersonFacts:
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for row in noted:
        by_kind[row.kind].append(row)
    opinions = [
        row.note for row in by_kind[ConsiderationKind.OLD_UNIT_OPINION.value] if row.valid_from.year >= records.year
    ]
    pending = [
        f"{row.note} (từ ngày {list_date(row.valid_from)})" for row in by_kind[ConsiderationKind.PROCEEDING.value]
        if row.valid_from <= records.decided_on and (row.valid_to is None or row.valid_to > records.decided_on)
    ]  # fmt: skip
    unrated = {
        year: row.note
        for row in by_kind[ConsiderationKind.NOT_RATED.value]
        for year in range(row.valid_from.year, (row.valid_to or row.valid_from).year + 1)
    }
    contracts = [row.valid_from for row in by_kind[ConsiderationKind.CONTRACT.value]]
    return replace(
        facts,
        contract_from=min(contracts, default=None),
        unrated=unrated,
        old_unit_opinion="; ".join(sorted(opinions)),
        pending="; ".join(sorted(pending)),
    )


def _joined(posts: list[tuple[int, date | None, date | None]], names: UnitNames, year: int) -> date | None:
    """Return the last day of the year on which the person came from another unit, mergers and renamings left out."""
    found = None
    ordered = sorted(posts, key=lambda each: each[1] or date.min)
    for (before, _begins, _ends), (unit_id, begins, _last) in pairwise(ordered):
        if begins is not None and begins.year == year and not names.follows(before, unit_id):
            found = begins
    return found


def _unit(
    entry: UnitEntry,
    members: list[PersonFacts],
    records: RegisterFacts,
    names: UnitNames,
    registered: dict[tuple[str, int], _Registered],
    *,
    has_round: bool,
) -> UnitFacts:
    return UnitFacts(
        id=entry.id,
        name=entry.name,
        members=tuple(members),
        ratings=records.unit_ratings.get(entry.id, {}),
        awards=frozenset(records.unit_awards.get(entry.id, ())),
        dissolved_on=entry.dissolved_on,
        kind=entry.kind,
        name_now=names.name_on(entry.id, records.decided_on),
        **_registered(registered.get(("unit", entry.id)), has_round=has_round),
    )


def _registrations(uow: UnitOfWork, year: int) -> tuple[dict[tuple[str, int], _Registered], bool]:
    entry = find_round(uow, year)
    found: dict[tuple[str, int], _Registered] = {}
    if entry is None:
        return found, False
    for stored in list_registrations(uow, year):
        draft = stored.draft
        kind = "person" if draft.person_id is not None else "unit" if draft.unit_id is not None else "household"
        mine = found.setdefault((kind, draft.subject_id), _Registered(set()))
        mine.codes.add(draft.award_code)
        mine.all_late = mine.all_late and draft.registered_on > entry.deadline
    return found, True


def _registered(mine: _Registered | None, *, has_round: bool) -> _RegisteredFacts:
    """Return what a subject registered for, and whether too late; None for the codes without a round."""
    codes = frozenset() if mine is None else frozenset(mine.codes)
    return {"registered": codes if has_round else None, "registered_late": mine is not None and mine.all_late}
