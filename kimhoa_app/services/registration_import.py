"""Bringing in registrations from Excel: first what it would do, line by line, then all of it or none."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from db.store import registrations as store
from db.store.households import household_numbers
from db.store.people import list_people
from db.store.units import UnitEntry, list_units
from kimhoa_app.domain.awards import Award, SubjectKind
from kimhoa_app.domain.errors import InvalidInput, KimHoaError, NotFound
from kimhoa_app.domain.households import HouseholdDraft, checked_household
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.registration_rules import checked_registration
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationRound
from kimhoa_app.domain.units import UnitKind
from kimhoa_app.exchange.cell_values import national_id_of, partial_date_of
from kimhoa_app.exchange.registration_sheet import read_registration_lists
from kimhoa_app.exchange.sheet_reading import SheetRow, SheetRows
from kimhoa_app.exchange.staff_sheet import StaffRow
from kimhoa_app.services.households import numbers_of
from kimhoa_app.services.office_rules import late_is_refused
from kimhoa_app.services.registration_import_plan import (
    AcceptedLine,
    LineNote,
    RegistrationImportPlan,
    import_json,
)
from kimhoa_app.services.staff_matching import KnownPeople
from kimhoa_app.services.unit_form_return import lines_that_register, notes_on, returned_form
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.services.written_awards import read_form, read_titles
from kimhoa_app.text.search_keys import search_key

__all__ = [
    "AcceptedLine",
    "LineNote",
    "RegistrationImportPlan",
    "commit_registration_import",
    "import_json",
    "plan_registration_import",
]


def plan_registration_import(
    workspace: Workspace, year: int, path: Path, received_on: date | None = None
) -> RegistrationImportPlan:
    """Read the lists in the .xlsx file at `path` and return what importing them would do; nothing is changed.

    The file may be a form of a unit. Its lines are registered as of `received_on`, today where not given. Raises
    UnusableFile, NotFound when no round of `year` was opened, and Refused for the form of another year or unit.
    """
    lists = read_registration_lists(path)
    with workspace.begin() as uow:
        entry = store.find_round(uow, year)
        if entry is None:
            raise NotFound(f"Chưa mở đợt đăng ký năm {year}.")
        received = received_on or workspace.today
        day = min(received, entry.deadline)
        form = returned_form(uow, path, entry, received)
        reader = _LineReader(
            entry,
            received,
            KnownPeople(list_people(uow, day)),
            sorted(list_units(uow, day), key=lambda unit: unit.exists_on(day)),
            late_is_refused=late_is_refused(uow),
            there=[stored.draft for stored in store.list_registrations(uow, year)],
            households=household_numbers(uow),
        )
    if form is None:
        return reader.plan(lists)
    plan = reader.plan(lines_that_register(form, lists))
    return replace(plan, notes=(*notes_on(form, lists, plan.accepted), *plan.notes))


def commit_registration_import(workspace: Workspace, plan: RegistrationImportPlan) -> int:
    """Register what `plan` accepts, all in one transaction, and return how many registrations are new.

    Raises NotFound or Refused when the data have changed since in a way that forbids it; nothing is registered then.
    """
    with workspace.begin() as uow:
        numbers = numbers_of(uow, [line.household for line in plan.accepted if line.household is not None])
        drafts = [
            draft if line.household is None else replace(draft, household_id=numbers[line.household])
            for line in plan.accepted
            for draft in line.drafts
        ]
        store.add_registrations(uow, plan.year, drafts)
        uow.commit()
    return len(drafts)


class _LineReader:
    """Reads lines against what is known: the round, the people, the units, what is registered already.

    Of two units with one name the later of `units` is meant.
    """

    def __init__(
        self,
        entry: RegistrationRound,
        today: date,
        people: KnownPeople,
        units: list[UnitEntry],
        *,
        late_is_refused: bool,
        there: list[RegistrationDraft],
        households: dict[HouseholdDraft, int],
    ) -> None:
        self._entry = entry
        self._day = max(entry.opens_on, today)
        self._people = people
        self._units = {key: unit for unit in units for key in (search_key(unit.short_name), search_key(unit.name))}
        self._units.pop("", None)
        self._late_is_refused = late_is_refused
        self._taken = {draft.key for draft in there}
        self._households = dict(households)

    def plan(self, lists: list[SheetRows]) -> RegistrationImportPlan:
        """Return what importing the lines of these lists would do."""
        accepted: list[AcceptedLine] = []
        rejected: list[LineNote] = []
        warnings: list[LineNote] = []
        for sheet, row in ((_sheet(found, lists), row) for found in lists for row in found.rows):
            try:
                drafts = self._drafts(row)
                new = self._new(drafts)
            except KimHoaError as error:
                rejected.append(LineNote(row.number, error.message, sheet))
                continue
            if len(new) < len(drafts):
                text = f"{row.text('name')} đã đăng ký danh hiệu này rồi nên bỏ qua."
                warnings.append(LineNote(row.number, text, sheet))
            if new:
                household = self._household(row) if new[0].household_id is not None else None
                accepted.append(AcceptedLine(row.number, row.text("name"), new, sheet, household))
        return RegistrationImportPlan(
            self._entry.year,
            ", ".join(found.sheet for found in lists),
            lists[0].header_row,
            {meaning: header for found in reversed(lists) for meaning, header in found.columns.items()},
            tuple(accepted),
            tuple(rejected),
            tuple(warnings),
            _notes(lists),
        )

    def _new(self, drafts: list[RegistrationDraft]) -> tuple[RegistrationDraft, ...]:
        """Return, checked, those that are not registered yet, and take them as registered."""
        new = tuple(
            checked_registration(draft, self._entry, late_is_refused=self._late_is_refused)
            for draft in drafts
            if draft.key not in self._taken
        )
        self._taken.update(draft.key for draft in new)
        return new

    def _drafts(self, row: SheetRow) -> list[RegistrationDraft]:
        titles = read_titles(row.text("title"), row.text("flag"))
        form = read_form(row.text("form"))
        form_code = None if form is None else form.code
        person_id, unit_id, household_id = self._subject(row, titles)
        return [
            RegistrationDraft(
                title.code, self._day, person_id, unit_id, form_code, row.text("topic"), row.text("note"), household_id
            )
            for title in titles
        ]

    def _household(self, row: SheetRow) -> HouseholdDraft:
        village = self._units.get(search_key(row.text("unit") or row.group))
        if village is None or village.kind is not UnitKind.VILLAGE:
            raise NotFound(f"Không rõ hộ “{row.text('name')}” ở thôn, tổ dân phố nào.")
        return checked_household(HouseholdDraft(row.text("name"), village.id))

    def _household_number(self, row: SheetRow) -> int:
        """Return the number of the household, for one that is not there yet a number below zero that stands for it."""
        return self._households.setdefault(self._household(row), -1 - len(self._households))

    def _subject(self, row: SheetRow, titles: list[Award]) -> tuple[int | None, int | None, int | None]:
        name = row.text("name")
        if not name:
            raise InvalidInput("name", "Thiếu tên cá nhân hoặc tập thể.")
        if SubjectKind.HOUSEHOLD in titles[0].subjects:
            return None, None, self._household_number(row)
        if SubjectKind.COLLECTIVE in titles[0].subjects:
            unit = self._units.get(search_key(name))
            if unit is None:
                raise NotFound(f"Không có đơn vị nào tên “{name}”.")
            return None, unit.id, None
        person, possible = self._people.matching(self._known_facts(row))
        if person is None and len(possible) == 1:  # whoever registers is on the staff, so the only one of the name
            person = possible[0]
        if person is not None:
            return person.id, None, None
        if possible:
            raise InvalidInput("name", f"“{name}” có thể là nhiều người; cần ngày sinh, đơn vị hoặc số định danh.")
        raise NotFound(f"Không có ai tên “{name}” trong danh sách cán bộ.")

    def _known_facts(self, row: SheetRow) -> StaffRow:
        place = search_key(f"{row.text('unit')} {row.text('position')} {row.group}")
        named = [unit.name for unit in self._units.values() if search_key(unit.name) in place]
        birth = _birth(row)
        return StaffRow(
            row=row.number,
            full_name=row.text("name"),
            birth=birth,
            gender=None,
            honorific=None,
            position=row.text("position"),
            unit=max(named, key=len, default=row.text("unit")),
            national_id=_national_id(row, birth),
            start_date=None,
            note="",
            warnings=(),
        )


def _sheet(found: SheetRows, lists: list[SheetRows]) -> str:
    """Return the name of the list's sheet where a line is not told by its number alone."""
    return found.sheet if len(lists) > 1 else ""


def _notes(lists: list[SheetRows]) -> tuple[LineNote, ...]:
    return tuple(
        LineNote(passed.number, passed.reason, _sheet(found, lists)) for found in lists for passed in found.passed_over
    )


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
