"""Disciplinary measures against a person: recorded, ended, corrected, each step to be taken back."""

from dataclasses import replace

from db.store import discipline as store
from db.store.discipline import DisciplineDraft, DisciplineEntry
from db.store.people import person_row
from db.store.steps import Step, begin_step, step_since
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.normal import tidy

__all__ = ["DisciplineDraft", "DisciplineEntry", "remove_measure", "save_measure"]


def save_measure(workspace: Workspace, draft: DisciplineDraft, measure_id: int | None = None) -> Step | None:
    """Record a measure, or correct the one of number `measure_id`, and return the step for `undoing`.

    Raises InvalidInput for days in the wrong order or after today, NotFound.
    """
    checked = _checked(workspace, draft)
    with workspace.begin() as uow:
        mark = begin_step(uow)
        person_row(uow, checked.person_id)
        if measure_id is None:
            store.insert_discipline(uow, checked)
        else:
            store.overwrite_discipline(uow, measure_id, checked)
        step = step_since(uow, mark)
        uow.commit()
    return step


def remove_measure(workspace: Workspace, measure_id: int) -> Step | None:
    """Take away a measure that was entered by mistake and return the step for `undoing`; raises NotFound."""
    with workspace.begin() as uow:
        mark = begin_step(uow)
        store.remove_discipline(uow, measure_id)
        step = step_since(uow, mark)
        uow.commit()
    return step


def _checked(workspace: Workspace, draft: DisciplineDraft) -> DisciplineDraft:
    if draft.decided_on > workspace.today:
        raise InvalidInput("decided_on", "Ngày quyết định kỷ luật ở sau ngày hôm nay.")
    if draft.ended_on is not None and draft.ended_on < draft.decided_on:
        raise InvalidInput("ended_on", f"Ngày hết hiệu lực phải từ {list_date(draft.decided_on)} trở đi.")
    return replace(draft, decision_number=tidy(draft.decision_number or "") or None)
