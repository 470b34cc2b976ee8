"""Planning an import: read the file, say of every line what would be done, take the clerk's decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import is_zipfile

from db.store import imports as import_store
from db.store.registrations import find_round
from db.unit_of_work import UnitOfWork
from kimhoa_app.exchange.lists.kinds import ListKind
from kimhoa_app.exchange.lists.people import ListedPerson
from kimhoa_app.exchange.lists.reading import FoundList, FoundLists, ReadingChoice, read_lists
from kimhoa_app.services.imports.awards import AwardPlanner
from kimhoa_app.services.imports.initiatives import InitiativePlanner
from kimhoa_app.services.imports.plan import TAKEN, Decision, ImportPlan, Note, PlannedRow, RowAction, Steps
from kimhoa_app.services.imports.planner import Occasion, Planner, new_person_key
from kimhoa_app.services.imports.ratings import RatingPlanner
from kimhoa_app.services.imports.register import Register
from kimhoa_app.services.imports.registrations import RegistrationPlanner
from kimhoa_app.services.imports.staff import StaffEntry, StaffPlanner
from kimhoa_app.services.unit_form_return import ReturnedForm, lines_that_register, notes_on, returned_form
from kimhoa_app.services.workspace import Workspace

_PLANNERS: Mapping[ListKind, type[Planner]] = {
    ListKind.STAFF: StaffPlanner,
    ListKind.RATINGS: RatingPlanner,
    ListKind.AWARDS: AwardPlanner,
    ListKind.INITIATIVES: InitiativePlanner,
    ListKind.REGISTRATIONS: RegistrationPlanner,
}
_STEP = 200


def plan_import(
    workspace: Workspace,
    kind: ListKind,
    path: Path,
    *,
    year: int | None = None,
    choice: ReadingChoice | None = None,
    received_on: date | None = None,
    steps: Steps | None = None,
) -> ImportPlan:
    """Read the list of `kind` in the spreadsheet at `path` and return what importing it would do; nothing is changed.

    `year` is what the list is about where it does not say so; `choice` overrules what would be found in the file, and
    without one the columns are those chosen before for the same headers. Registrations may stand on the form of a unit
    and count from `received_on`, today where not given. Raises UnusableFile, NotFound for registrations of a year
    without a round, Refused for the form of another year or other data, and what `steps` raises.
    """
    hear = steps or _unheard
    hear(0, 1, f"Đang đọc {path.name}")
    with workspace.begin() as uow:
        found = read_lists(
            path, kind, choice, lambda fingerprint: import_store.remembered_columns(uow, kind, fingerprint)
        )
        planner = planner_of(uow, kind, workspace.today, year, received_on)
        form = _form(uow, path, planner)
        read = _rows_of(planner, found if form is None else lines_that_register(form, found))
        rows = _planned(planner, read, {}, hear)
        notes = [*([] if form is None else notes_on(form, found, rows)), *_notes(found)]
    plan = ImportPlan(
        kind, path.name, found, tuple(rows), year, choice, received_on, notes=tuple(notes), read=tuple(read)
    )
    return with_consequences(plan, planner)


def decided(workspace: Workspace, plan: ImportPlan, decisions: Mapping[int, Decision]) -> ImportPlan:
    """Return the plan with the clerk's decisions, by the key of the row; the data are read again for them."""
    with workspace.begin() as uow:
        return planned_again(uow, workspace.today, replace(plan, decisions=decisions))


def planned_again(uow: UnitOfWork, today: date, plan: ImportPlan) -> ImportPlan:
    """Return the plan, with its decisions, over what the data hold now."""
    planner = planner_of(uow, plan.kind, today, plan.year, plan.received_on)
    rows = _planned(planner, plan.read, plan.decisions, _unheard)
    return with_consequences(replace(plan, rows=tuple(rows)), planner)


def remember_columns(workspace: Workspace, kind: ListKind, found: FoundList, columns: Mapping[int, str]) -> None:
    """Remember for lists with these headers what each column means, "" for nothing."""
    with workspace.begin() as uow:
        import_store.remember_columns(uow, kind, found.fingerprint, columns)
        uow.commit()


def planner_of(
    uow: UnitOfWork, kind: ListKind, today: date, year: int | None, received_on: date | None = None
) -> Planner:
    """Return the planner of `kind` on what the data hold now."""
    entry = find_round(uow, year) if kind is ListKind.REGISTRATIONS and year else None
    received = received_on or today
    day = today if entry is None else min(received, entry.deadline)
    register = Register(uow, day, include_gone=kind is not ListKind.REGISTRATIONS)
    return _PLANNERS[kind](uow, Occasion(today, year, register, received))


def _form(uow: UnitOfWork, path: Path, planner: Planner) -> ReturnedForm | None:
    """Return the form of a unit that the file is, None for any other list."""
    if not isinstance(planner, RegistrationPlanner) or not is_zipfile(path):
        return None
    return returned_form(uow, path, planner.round, planner.occasion.received_on)


def with_consequences(plan: ImportPlan, planner: Planner) -> ImportPlan:
    """Return the plan with the units and the people that it would add besides what its lines are about."""
    rows = plan.with_action(*TAKEN)
    listed = [each for row in rows for each in placed_people(planner, row)]
    units = {each.unit: None for each in listed if each.unit and planner.register.unit(each.unit) is None}
    people = {new_person_key(each): each.full_name for row in rows for each in planner.people_of(row)}
    return replace(plan, new_units=tuple(units), new_people=tuple(people.values()))


def placed_people(planner: Planner, row: PlannedRow) -> list[ListedPerson]:
    """Return those whose units the import has to know: of a list of staff its people, else those it adds."""
    return [row.entry.listed] if isinstance(row.entry, StaffEntry) else planner.people_of(row)


def _rows_of(planner: Planner, found: FoundLists) -> list[PlannedRow]:
    read = (
        replace(row, sheet=each.sheet if len(found.lists) > 1 else "")
        for each in found.lists
        for row in planner.entries(each)
    )
    return [replace(row, key=key) for key, row in enumerate(read)]


def _planned(
    planner: Planner, read: Sequence[PlannedRow], decisions: Mapping[int, Decision], hear: Steps
) -> list[PlannedRow]:
    rows: list[PlannedRow] = []
    for row in read:
        if row.key % _STEP == 0:
            hear(row.key, len(read), "Đang xem từng dòng")
        decision = decisions.get(row.key)
        if decision is not None and not decision.take:
            rows.append(replace(row, action=RowAction.SKIPPED, reason=""))
        else:
            rows.append(row if row.action is RowAction.REFUSED else planner.planned(row, decision))
    hear(len(read), len(read), "Đã xem từng dòng")
    return rows


def _notes(found: FoundLists) -> list[Note]:
    notes: list[Note] = []
    for each in found.lists:
        sheet = each.sheet if len(found.lists) > 1 else ""
        notes += [Note(passed.number, passed.reason, sheet) for passed in each.passed_over]
        mixed = "Dòng có cả chữ Unicode và chữ của phông cũ nên để nguyên; hãy xem lại."
        notes += [Note(row, mixed, sheet) for row in each.mixed_rows]
    row = found.lists[0].header_row
    notes += [Note(row, f"Trang tính “{name}” cũng có danh sách nhưng chưa được nhập.") for name in found.left_aside]
    return notes


def _unheard(done: int, total: int, text: str) -> None:
    """Tell nobody."""
