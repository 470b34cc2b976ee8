"""Bringing in a staff list from Excel: first what it would do, line by line, then all of it or none."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from db.store import people as people_store
from db.store import units as unit_store
from db.store.people import PersonEntry
from db.store.posts import PostDraft, start_post
from db.store.units import UnitEntry
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.domain.staff_rules import checked_person, checked_unit
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.exchange.staff_sheet import StaffRow, read_staff_sheet
from kimhoa_app.services.staff_import_plan import (
    TAKEN,
    FieldChange,
    PlannedRow,
    RowAction,
    StaffImportPlan,
    import_json,
)
from kimhoa_app.services.staff_matching import KnownPeople
from kimhoa_app.services.workspace import Workspace

__all__ = [
    "FieldChange",
    "ImportCounts",
    "PlannedRow",
    "RowAction",
    "StaffImportPlan",
    "StaffRow",
    "commit_staff_import",
    "import_json",
    "plan_staff_import",
]


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import has done."""

    added: int
    changed: int
    units_added: int


def plan_staff_import(workspace: Workspace, path: Path) -> StaffImportPlan:
    """Read the list in the .xlsx file at `path` and return what importing it would do; nothing is changed.

    Raises UnusableFile.
    """
    sheet = read_staff_sheet(path)
    with workspace.begin() as uow:
        known = KnownPeople(people_store.list_people(uow, workspace.today, include_gone=True))
        units = _units_by_name(uow, workspace.today)
    rows = [PlannedRow(row.row, RowAction.REFUSED, "", reason=row.reason) for row in sheet.rejected]
    taken: dict[tuple[object, ...], int] = {}
    for content in sheet.people:
        unit = units.get(content.unit.casefold())
        named = content if unit is None else replace(content, unit=unit.name)
        rows.append(_planned(named, known, taken, workspace.today))
    rows.sort(key=lambda row: row.row)
    wanted = {row.content.unit: None for row in rows if row.content is not None and row.action in TAKEN}
    new_units = tuple(unit for unit in wanted if unit and unit.casefold() not in units)
    found = sheet.found
    return StaffImportPlan(
        found.sheet, found.header_row, found.columns, "unicode", tuple(rows), new_units, found.passed_over
    )


def commit_staff_import(
    workspace: Workspace, plan: StaffImportPlan, chosen: Collection[int] | None = None
) -> ImportCounts:
    """Do what `plan` says for the new and changed lines, or for those whose row numbers are in `chosen`.

    It is one transaction: all of it lasts, or none. New units are added at the end of the list. Raises NotFound when
    a person of the plan has been deleted since, InvalidInput when a number has been given to somebody else since.
    """
    wanted = [row for row in plan.rows if row.content is not None and (chosen is None or row.row in chosen)]
    added = [row for row in wanted if row.action is RowAction.NEW]
    changed = [row for row in wanted if row.action is RowAction.CHANGE]
    with workspace.begin() as uow:
        units = {name: unit.id for name, unit in _units_by_name(uow, workspace.today).items()}
        before = len(units)
        people_store.insert_people(uow, [_new_person(uow, row, units, workspace.today) for row in added], None)
        for row in changed:
            _write_change(uow, row, units, workspace.today)
        uow.commit()
    return ImportCounts(len(added), len(changed), len(units) - before)


def _planned(content: StaffRow, known: KnownPeople, taken: dict[tuple[object, ...], int], today: date) -> PlannedRow:
    plain = PlannedRow(content.row, RowAction.NEW, content.full_name, content, warnings=content.warnings)
    keys = _keys(content)
    earlier = next((taken[key] for key in keys if key in taken), None)
    if earlier is not None:
        return replace(plain, action=RowAction.REFUSED, reason=f"Trùng với dòng {earlier}.")
    try:
        checked_person(_draft(content, None), today=today)
    except InvalidInput as error:
        return replace(plain, action=RowAction.REFUSED, reason=error.message)
    taken.update(dict.fromkeys(keys, content.row))
    person, possible = known.matching(content)
    if possible:
        return _ambiguous(plain, possible)
    if person is None:
        return plain
    if ("person", person.id) in taken:
        reason = f"Cùng một người với dòng {taken['person', person.id]}."
        return replace(plain, action=RowAction.REFUSED, reason=reason)
    taken["person", person.id] = content.row
    changes = tuple(_changes(person, content))
    return replace(plain, action=RowAction.CHANGE if changes else RowAction.SAME, person=person, changes=changes)


def _ambiguous(row: PlannedRow, possible: list[PersonEntry]) -> PlannedRow:
    people = "; ".join(
        ", ".join(part for part in (one.full_name, one.position, one.unit_name) if part) for one in possible
    )
    reason = f"Có thể là người đã có ({people}); cần ngày sinh, đơn vị hoặc số định danh để biết chắc nên chưa nhập."
    return replace(row, action=RowAction.AMBIGUOUS, reason=reason, warnings=(*row.warnings, reason))


def _keys(content: StaffRow) -> list[tuple[object, ...]]:
    """What no two lines of one list may share."""
    if content.national_id:
        return [("national_id", content.national_id)]
    birth = content.birth.iso if content.birth else ""
    return [("name", content.full_name.casefold(), birth, content.unit.casefold())]


def _changes(person: PersonEntry, content: StaffRow) -> list[FieldChange]:
    """An empty cell changes nothing, nor does a year where the day of birth is known."""
    pairs = [
        ("full_name", person.full_name, content.full_name),
        ("birth", _shown(person.birth), _shown(_known_birth(person, content))),
        ("gender", person.gender or "", content.gender or ""),
        ("national_id", person.national_id or "", content.national_id or ""),
        ("honorific", person.honorific or "", content.honorific or ""),
        ("position", person.position, content.position),
        ("unit", person.unit_name, content.unit),
        ("start_date", _day(person.start_date), _day(content.start_date)),
        ("note", person.note, content.note),
    ]
    return [FieldChange(field, old, new) for field, old, new in pairs if new and (old.casefold() != new.casefold())]


def _new_person(uow: UnitOfWork, row: PlannedRow, units: dict[str, int], today: date) -> PersonDraft:
    assert row.content is not None
    draft = replace(_draft(row.content, None), unit_id=_unit_number(uow, row.content.unit, units))
    return checked_person(draft, today=today)


def _write_change(uow: UnitOfWork, row: PlannedRow, units: dict[str, int], today: date) -> None:
    content, present = row.content, row.person
    assert content is not None
    assert present is not None
    draft = checked_person(_draft(content, present), today=today)
    people_store.overwrite_person(uow, present.id, draft)
    if {change.field for change in row.changes} & {"position", "unit"}:
        unit_id = _unit_number(uow, content.unit, units) or present.unit_id
        post = PostDraft(draft.position, unit_id, present.group, present.is_leader)
        start_post(uow, present.id, post, today)


def _draft(content: StaffRow, person: PersonEntry | None) -> PersonDraft:
    if person is None:
        return PersonDraft(
            content.full_name,
            content.birth,
            content.gender,
            content.national_id,
            content.honorific,
            content.position,
            start_date=content.start_date,
            note=content.note,
        )
    return PersonDraft(
        full_name=content.full_name,
        birth=_known_birth(person, content),
        gender=content.gender or person.gender,
        national_id=content.national_id or person.national_id,
        honorific=content.honorific or person.honorific,
        position=content.position or person.position,
        start_date=content.start_date or person.start_date,
        print_name=person.print_name,
        note=content.note or person.note,
    )


def _known_birth(person: PersonEntry, content: StaffRow) -> PartialDate | None:
    if content.birth is None or (
        person.birth is not None and content.birth.month is None and content.birth.year == person.birth.year
    ):
        return person.birth
    return content.birth


def _units_by_name(uow: UnitOfWork, day: date) -> dict[str, UnitEntry]:
    """The units of the day by name and by short name, in small letters."""
    units: dict[str, UnitEntry] = {}
    for unit in unit_store.list_units(uow, day):
        if unit.exists_on(day):
            for name in filter(None, (unit.name, unit.short_name)):
                units.setdefault(name.casefold(), unit)
    return units


def _unit_number(uow: UnitOfWork, name: str, numbers: dict[str, int]) -> int | None:
    if not name:
        return None
    key = name.casefold()
    if key not in numbers:
        numbers[key] = unit_store.insert_unit(uow, checked_unit(UnitDraft(name)))
    return numbers[key]


def _shown(birth: PartialDate | None) -> str:
    return birth.shown if birth else ""


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
