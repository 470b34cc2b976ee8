"""Lists of staff: new people, what is known otherwise, moves from today."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from typing_extensions import override

from db.store import people as people_store
from db.store.people import PersonEntry
from db.store.posts import PostDraft, start_posts
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.domain.staff_rules import checked_person
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.people import ListedPerson, person_of
from kimhoa_app.exchange.lists.reading import FoundList
from kimhoa_app.exchange.lists.values import full_day_of
from kimhoa_app.services.imports.plan import Decision, FieldChange, PlannedRow, RowAction, Steps
from kimhoa_app.services.imports.planner import Added, Occasion, Planner, barred, refused, unclear, with_faults
from kimhoa_app.services.imports.register import name_key, unit_key
from kimhoa_app.text.dates import list_date


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """What a line says of one person; `person` is who it is in the register, None for somebody new."""

    listed: ListedPerson
    start_date: date | None = None
    person: PersonEntry | None = None


class StaffPlanner(Planner):
    """Plans and writes lists of staff."""

    def __init__(self, uow: UnitOfWork, occasion: Occasion) -> None:
        super().__init__(uow, occasion)
        self._taken: dict[object, int] = {}

    @override
    def entries(self, found: FoundList) -> list[PlannedRow]:
        is_numbered = any(line.text("ordinal").rstrip(".").isdigit() for line in found.lines)
        has_unit = "unit" in found.columns
        return [self._entry(line, has_unit=has_unit, is_numbered=is_numbered) for line in found.lines]

    def _entry(self, line: Line, *, has_unit: bool, is_numbered: bool) -> PlannedRow:
        listed = self.register.placed(person_of(line, self.occasion.today), has_unit_column=has_unit)
        reason = listed.reason
        if not reason and is_numbered and not line.text("ordinal") and not (listed.birth or listed.national_id):
            reason = "Không có số thứ tự, ngày sinh và số định danh; có vẻ không phải dòng của một người."
        if reason:
            return refused(line.number, listed.full_name, with_faults(reason, line))
        start, remark = None, ""
        if "start_date" in line.cells:
            start, remark = full_day_of(line.cells["start_date"], "Ngày tuyển dụng", self.occasion.today)
        warnings = (*listed.warnings, remark) if remark else listed.warnings
        return PlannedRow(
            line.number, RowAction.NEW, listed.full_name, entry=StaffEntry(listed, start), warnings=warnings
        )

    @override
    def planned(self, row: PlannedRow, decision: Decision | None = None) -> PlannedRow:
        entry = row.entry
        assert isinstance(entry, StaffEntry)
        listed = entry.listed
        full = replace(row, content=_content(listed), answers=(_answer(entry),))
        keys = _keys(listed)
        earlier = next((self._taken[key] for key in keys if self._taken.get(key, row.row) != row.row), None)
        if earlier is not None:
            return barred(full, f"Trùng với dòng {earlier}.")
        try:
            checked_person(_draft(entry, None), today=self.occasion.today)
        except InvalidInput as error:
            return barred(full, error.message)
        self._taken.update(dict.fromkeys(keys, row.row))
        match = self.register.match(listed, decision)
        if match.possible:
            return unclear(full, match.reason, match.possible)
        return self._new(full, listed) if match.person is None else self._compared(full, entry, match.person)

    def _new(self, row: PlannedRow, listed: ListedPerson) -> PlannedRow:
        """Say of somebody new at once who is known by nearly the same name."""
        asked = replace(row, asks_person=True)
        near = self.register.namesake(listed)
        if near is None:
            return asked
        known = (near.full_name, near.birth.shown if near.birth else "", near.unit_name)
        told = ", ".join(part for part in known if part)
        warning = f"Gần trùng tên với người đã có ({told}); kiểm tra có phải một người."
        return replace(asked, warnings=(*row.warnings, warning), candidates=(near,))

    def _compared(self, row: PlannedRow, entry: StaffEntry, person: PersonEntry) -> PlannedRow:
        earlier = self._taken.setdefault(("person", person.id), row.row)
        if earlier != row.row:
            return barred(row, f"Cùng một người với dòng {earlier}.")
        changes = tuple(_changes(person, entry))
        action = RowAction.CHANGE if changes else RowAction.SAME
        return replace(row, action=action, changes=changes, entry=replace(entry, person=person))

    @override
    def people_of(self, row: PlannedRow) -> list[ListedPerson]:
        return []

    @override
    def write(self, uow: UnitOfWork, rows: Sequence[PlannedRow], added: Added, steps: Steps) -> None:
        entries = [row.entry for row in rows if isinstance(row.entry, StaffEntry)]
        new = [entry for entry in entries if entry.person is None]
        drafts = [replace(_draft(entry, None), unit_id=_unit(entry, added)) for entry in new]
        checked = [checked_person(draft, today=self.occasion.today) for draft in drafts]
        people_store.insert_people(uow, checked, None)
        steps(len(new), len(rows), "Đang ghi danh sách")
        self._change([row for row in rows if row.action is RowAction.CHANGE], uow, added)
        steps(len(rows), len(rows), "Đang ghi danh sách")

    def _change(self, rows: Sequence[PlannedRow], uow: UnitOfWork, added: Added) -> None:
        today = self.occasion.today
        drafts: dict[int, PersonDraft] = {}
        posts: dict[int, PostDraft] = {}
        for row in rows:
            entry = row.entry
            assert isinstance(entry, StaffEntry)
            assert entry.person is not None
            person, draft = entry.person, checked_person(_draft(entry, entry.person), today=today)
            drafts[person.id] = draft
            if {change.field for change in row.changes} & {"position", "unit"}:
                unit_id = _unit(entry, added) or person.unit_id
                posts[person.id] = PostDraft(draft.position, unit_id, person.group, person.is_leader)
        people_store.overwrite_people(uow, drafts)
        start_posts(uow, posts, today)


def draft_of(listed: ListedPerson, unit_id: int | None) -> PersonDraft:
    """Return what a list says of somebody whom nobody knows yet."""
    return replace(_draft(StaffEntry(listed), None), unit_id=unit_id)


def _unit(entry: StaffEntry, added: Added) -> int | None:
    return added.units.get(unit_key(entry.listed.unit)) if entry.listed.unit else None


def _keys(listed: ListedPerson) -> list[object]:
    """What no two lines of one list may share."""
    if listed.national_id:
        return [("national_id", listed.national_id)]
    name = name_key(listed.full_name)
    if listed.birth is not None and listed.birth.day is not None:
        return [("name", name, listed.birth.iso)]
    return [("name", name, listed.birth.iso if listed.birth else "", unit_key(listed.unit))]


def _changes(person: PersonEntry, entry: StaffEntry) -> list[FieldChange]:
    """An empty cell changes nothing, nor does a year where the day of birth is known."""
    listed = entry.listed
    same_name = name_key(person.full_name) == name_key(listed.full_name)
    pairs = [
        ("full_name", person.full_name, person.full_name if same_name else listed.full_name),
        ("birth", _shown(person.birth), _shown(_known_birth(person, listed))),
        ("gender", label(person.gender) if person.gender else "", label(listed.gender) if listed.gender else ""),
        ("national_id", person.national_id or "", listed.national_id or ""),
        ("honorific", person.honorific or "", listed.honorific or ""),
        ("position", person.position, listed.position),
        ("unit", person.unit_name, listed.unit),
        ("start_date", _day(person.start_date), _day(entry.start_date)),
        ("note", person.note, listed.note),
    ]
    return [FieldChange(name, old, new) for name, old, new in pairs if new and old.casefold() != new.casefold()]


def _draft(entry: StaffEntry, person: PersonEntry | None) -> PersonDraft:
    listed = entry.listed
    if person is None:
        return PersonDraft(
            listed.full_name,
            listed.birth,
            listed.gender,
            listed.national_id,
            listed.honorific,
            listed.position,
            start_date=entry.start_date,
            note=listed.note,
        )
    same_name = name_key(person.full_name) == name_key(listed.full_name)
    return PersonDraft(
        full_name=person.full_name if same_name else listed.full_name,
        birth=_known_birth(person, listed),
        gender=listed.gender or person.gender,
        national_id=listed.national_id or person.national_id,
        honorific=listed.honorific or person.honorific,
        position=listed.position or person.position,
        start_date=entry.start_date or person.start_date,
        print_name=person.print_name,
        note=listed.note or person.note,
    )


def _known_birth(person: PersonEntry, listed: ListedPerson) -> PartialDate | None:
    if listed.birth is None or (
        person.birth is not None and listed.birth.month is None and listed.birth.year == person.birth.year
    ):
        return person.birth
    return listed.birth


def _content(listed: ListedPerson) -> str:
    birth = f"sinh {listed.birth.shown}" if listed.birth else ""
    return ", ".join(part for part in (listed.position, listed.unit, birth) if part) or "chỉ có họ và tên"


def _answer(entry: StaffEntry) -> dict[str, object]:
    listed = entry.listed
    return {
        "full_name": listed.full_name,
        "birth": listed.birth.iso if listed.birth else None,
        "gender": listed.gender.value if listed.gender else None,
        "position": listed.position,
        "unit": listed.unit,
        "national_id": listed.national_id,
        "start_date": entry.start_date.isoformat() if entry.start_date else None,
    }


def _shown(birth: PartialDate | None) -> str:
    return birth.shown if birth else ""


def _day(day: date | None) -> str:
    return list_date(day) if day else ""
