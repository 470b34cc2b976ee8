"""Bringing in registrations from Excel: first what it would do, line by line, then all of it or none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from db.store import registrations as store
from db.store.people import list_people
from db.store.units import UnitEntry, list_units
from kimhoa_app.domain.awards import Award, AwardKind, SubjectKind, catalogue
from kimhoa_app.domain.errors import InvalidInput, KimHoaError, NotFound
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.registration_rules import checked_registration
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationRound
from kimhoa_app.exchange.cell_values import national_id_of, partial_date_of
from kimhoa_app.exchange.registration_sheet import read_registration_rows
from kimhoa_app.exchange.sheet_reading import SheetRow, SheetRows
from kimhoa_app.exchange.staff_sheet import StaffRow
from kimhoa_app.services.office_rules import late_is_refused
from kimhoa_app.services.staff_matching import KnownPeople
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.search_keys import search_key

_BETWEEN_TITLES = re.compile(r"[;,+\n]")


@dataclass(frozen=True, slots=True)
class AcceptedLine:
    """A line that can be registered, once for each title that it names."""

    row: int
    name: str
    drafts: tuple[RegistrationDraft, ...]


@dataclass(frozen=True, slots=True)
class LineNote:
    """What is said of one line: why it is refused, or what to look at."""

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class RegistrationImportPlan:
    """What an import would do; `columns` gives for each meaning the header as it stands in the file."""

    year: int
    sheet: str
    header_row: int
    columns: Mapping[str, str]
    accepted: tuple[AcceptedLine, ...]
    rejected: tuple[LineNote, ...]
    warnings: tuple[LineNote, ...]


def plan_registration_import(workspace: Workspace, year: int, path: Path) -> RegistrationImportPlan:
    """Read the list in the .xlsx file at `path` and return what importing it would do; nothing is changed.

    Raises UnusableFile, and NotFound when no round of `year` was opened.
    """
    found = read_registration_rows(path)
    with workspace.begin() as uow:
        entry = store.find_round(uow, year)
        if entry is None:
            raise NotFound(f"Chưa mở đợt đăng ký năm {year}.")
        reader = _LineReader(
            entry,
            workspace.today,
            KnownPeople(list_people(uow, min(workspace.today, entry.deadline))),
            list_units(uow, min(workspace.today, entry.deadline)),
            late_is_refused=late_is_refused(uow),
            there=[stored.draft for stored in store.list_registrations(uow, year)],
        )
    return reader.plan(found)


def commit_registration_import(workspace: Workspace, plan: RegistrationImportPlan) -> int:
    """Register what `plan` accepts, all in one transaction, and return how many registrations are new.

    Raises NotFound or Refused when the data have changed since in a way that forbids it; nothing is registered then.
    """
    drafts = [draft for line in plan.accepted for draft in line.drafts]
    with workspace.begin() as uow:
        for draft in drafts:
            store.add_registration(uow, plan.year, draft)
        uow.commit()
    return len(drafts)


def import_json(plan: RegistrationImportPlan) -> dict[str, object]:
    """Return the plan as the command line prints it."""
    return {
        "kind": "registrations",
        "sheet": plan.sheet,
        "header_row": plan.header_row,
        "columns": dict(plan.columns),
        "encoding": "unicode",
        "accepted": [_accepted_json(plan.year, line.name, draft) for line in plan.accepted for draft in line.drafts],
        "rejected": [{"row": note.row, "reason": note.text} for note in plan.rejected],
        "warnings": [{"row": note.row, "message": note.text} for note in plan.warnings],
    }


def _accepted_json(year: int, name: str, draft: RegistrationDraft) -> dict[str, object]:
    return {
        "full_name": name,
        "year": year,
        "title": draft.award_code,
        "form": draft.form_code,
        "topic": draft.topic,
        "registered_on": draft.registered_on.isoformat(),
        "person_id": draft.person_id,
        "unit_id": draft.unit_id,
    }


class _LineReader:
    """Reads lines against what is known: the round, the people, the units, what is registered already."""

    def __init__(
        self,
        entry: RegistrationRound,
        today: date,
        people: KnownPeople,
        units: list[UnitEntry],
        *,
        late_is_refused: bool,
        there: list[RegistrationDraft],
    ) -> None:
        self._entry = entry
        self._day = max(entry.opens_on, today)
        self._people = people
        self._units = units
        self._late_is_refused = late_is_refused
        self._taken = {(draft.person_id, draft.unit_id, draft.award_code) for draft in there}

    def plan(self, found: SheetRows) -> RegistrationImportPlan:
        """Return what importing these lines would do."""
        accepted: list[AcceptedLine] = []
        rejected: list[LineNote] = []
        warnings: list[LineNote] = []
        for row in found.rows:
            try:
                drafts = self._drafts(row)
            except KimHoaError as error:
                rejected.append(LineNote(row.number, error.message))
                continue
            new = tuple(draft for draft in drafts if _key(draft) not in self._taken)
            self._taken.update(map(_key, new))
            if len(new) < len(drafts):
                warnings.append(LineNote(row.number, f"{row.text('name')} đã đăng ký danh hiệu này rồi nên bỏ qua."))
            if new:
                accepted.append(AcceptedLine(row.number, row.text("name"), new))
        return RegistrationImportPlan(
            self._entry.year, found.sheet, found.header_row, found.columns,
            tuple(accepted), tuple(rejected), tuple(warnings),
        )  # fmt: skip

    def _drafts(self, row: SheetRow) -> list[RegistrationDraft]:
        if not row.text("title"):
            raise InvalidInput("title", "Chưa ghi danh hiệu đăng ký.")
        titles = [_award(part, AwardKind.TITLE) for part in _BETWEEN_TITLES.split(row.text("title")) if part.strip()]
        form = _award(row.text("form"), AwardKind.FORM).code if row.text("form") else None
        person_id, unit_id = self._subject(row, titles)
        drafts = [
            RegistrationDraft(title.code, self._day, person_id, unit_id, form, row.text("topic"), row.text("note"))
            for title in titles
        ]
        return [checked_registration(draft, self._entry, late_is_refused=self._late_is_refused) for draft in drafts]

    def _subject(self, row: SheetRow, titles: list[Award]) -> tuple[int | None, int | None]:
        name = row.text("name")
        if not name:
            raise InvalidInput("name", "Thiếu tên cá nhân hoặc tập thể.")
        if SubjectKind.COLLECTIVE in titles[0].subjects:
            keys = {
                key: unit.id for unit in self._units for key in (search_key(unit.name), search_key(unit.short_name))
            }
            unit_id = keys.get(search_key(name))
            if unit_id is None:
                raise NotFound(f"Không có đơn vị nào tên “{name}”.")
            return None, unit_id
        person, possible = self._people.matching(self._known_facts(row))
        if person is not None:
            return person.id, None
        if possible:
            raise InvalidInput("name", f"“{name}” có thể là nhiều người; cần ngày sinh, đơn vị hoặc số định danh.")
        raise NotFound(f"Không có ai tên “{name}” trong danh sách cán bộ.")

    def _known_facts(self, row: SheetRow) -> StaffRow:
        place = search_key(f"{row.text('unit')} {row.text('position')} {row.group}")
        unit = next((unit.name for unit in self._units if search_key(unit.name) in place), row.text("unit"))
        birth = _birth(row)
        return StaffRow(
            row=row.number,
            full_name=row.text("name"),
            birth=birth,
            gender=None,
            honorific=None,
            position=row.text("position"),
            unit=unit,
            national_id=_national_id(row, birth),
            start_date=None,
            note="",
            warnings=(),
        )


def _key(draft: RegistrationDraft) -> tuple[int | None, int | None, str]:
    return draft.person_id, draft.unit_id, draft.award_code


def _award(written: str, kind: AwardKind) -> Award:
    """Return the award that a cell names, by its code, its name, or the beginning that only one name has."""
    key = search_key(written).removeprefix("danh hieu ").strip(" .")
    fitting = [entry for entry in catalogue().values() if entry.kind is kind]
    exact = [entry for entry in fitting if key in (search_key(entry.code), search_key(entry.name))]
    begun = exact or [entry for entry in fitting if key and search_key(entry.name).startswith(key)]
    if not begun:
        raise InvalidInput("title", f"Không rõ danh hiệu, hình thức “{written.strip()}”.")
    if len(begun) > 1:
        raise InvalidInput("title", f"“{written.strip()}” có thể là nhiều danh hiệu, hình thức; cần ghi đủ tên.")
    return begun[0]


def _birth(row: SheetRow) -> PartialDate | None:
    value = row.cells.get("birth")
    if value is None:
        return None
    try:
        return partial_date_of(value)
    except ValueError:
        raise InvalidInput("birth", f"Ngày sinh “{value}” không đọc được.") from None


def _national_id(row: SheetRow, birth: PartialDate | None) -> str | None:
    value = row.cells.get("national_id")
    return None if value is None else national_id_of(value, birth)
