"""Doing what the plan of an import says: all of it in one transaction, kept as one import that can be undone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from db.store import imports as import_store
from db.store import people as people_store
from db.store import units as unit_store
from db.store.steps import begin_step
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.staff_rules import checked_person, checked_unit
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services.imports.plan import WRITTEN, ImportPlan, PlannedRow, RowAction, Steps
from kimhoa_app.services.imports.planner import Added, Planner, new_person_key
from kimhoa_app.services.imports.planning import placed_people, planned_again, planner_of
from kimhoa_app.services.imports.register import unit_key
from kimhoa_app.services.imports.staff import draft_of
from kimhoa_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import has done; `batch_id` is its number for undoing it, None where nothing was to be done."""

    batch_id: int | None
    added: int = 0
    changed: int = 0
    people_added: int = 0
    units_added: int = 0


def commit_import(
    workspace: Workspace, plan: ImportPlan, *, left_out: Collection[int] = (), steps: Steps | None = None
) -> ImportOutcome:
    """Do what `plan` says for its new and changed lines, but for those whose keys are in `left_out`.

    It is one transaction: all of it lasts, or none, also when `steps` raises. Raises NotFound or Refused when the data
    have changed since in a way that forbids it.
    """
    return commit_imports(workspace, [(plan, left_out)], steps=steps)[0]


def commit_imports(
    workspace: Workspace, chosen: Sequence[tuple[ImportPlan, Collection[int]]], *, steps: Steps | None = None
) -> list[ImportOutcome]:
    """Do what several plans say, each with the keys that it leaves out, as `commit_import`, in one transaction.

    Each is an import of its own. Those after the first are planned again, over what those before have written.
    """
    outcomes: list[ImportOutcome] = []
    with workspace.begin() as uow:
        for plan, left_out in chosen:
            fresh = planned_again(uow, workspace.today, plan) if outcomes else plan
            rows = [row for row in fresh.with_action(*WRITTEN) if row.key not in left_out]
            outcomes.append(_write(uow, fresh, rows, workspace.today, steps or _unheard))
        uow.commit()
    return outcomes


def _write(uow: UnitOfWork, plan: ImportPlan, rows: Sequence[PlannedRow], today: date, steps: Steps) -> ImportOutcome:
    if not rows:
        return ImportOutcome(None)
    planner = planner_of(uow, plan.kind, today, plan.year, plan.received_on)
    mark = begin_step(uow)
    units = _add_units(uow, planner, rows)
    people = _add_people(uow, planner, rows, units, today)
    known = {key: unit.id for key, unit in ((unit_key(unit.name), unit) for unit in planner.register.units)}
    planner.write(uow, rows, Added(people, known | units), steps)
    added = sum(row.action is RowAction.NEW for row in rows)
    counts = (added, len(rows) - added)
    batch_id = import_store.add_batch(uow, plan.kind, plan.file_name, plan.year, mark, counts)
    return ImportOutcome(batch_id, *counts, len(people), len(units))


def _add_units(uow: UnitOfWork, planner: Planner, rows: Sequence[PlannedRow]) -> dict[str, int]:
    """Write the units that the rows name and nobody knows, at the end of the list, and return them by their keys."""
    named = [each.unit for row in rows for each in placed_people(planner, row) if each.unit]
    new = {unit_key(name): name for name in reversed(named) if planner.register.unit(name) is None}
    ordered = sorted(new.items(), key=lambda each: named.index(each[1]))
    return {key: unit_store.insert_unit(uow, checked_unit(UnitDraft(name))) for key, name in ordered}


def _add_people(
    uow: UnitOfWork, planner: Planner, rows: Sequence[PlannedRow], units: dict[str, int], today: date
) -> dict[object, int]:
    """Write those whom the rows name and nobody knows, each once, and return them by their keys."""
    new = {new_person_key(each): each for row in rows for each in planner.people_of(row)}
    drafts = []
    for listed in new.values():
        known = planner.register.unit(listed.unit) if listed.unit else None
        unit_id = known.id if known else units.get(unit_key(listed.unit))
        drafts.append(checked_person(draft_of(listed, unit_id), today=today))
    return dict(zip(new, people_store.insert_people(uow, drafts, None), strict=True)) if drafts else {}


def _unheard(done: int, total: int, text: str) -> None:
    """Tell nobody."""
