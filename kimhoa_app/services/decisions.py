"""Decisions that award or recognise: one row for one paper, however often it is named."""

from dataclasses import replace

from db.store import awards as store
from db.store.awards import DecisionDraft, DecisionEntry
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.normal import tidy

__all__ = ["DecisionDraft", "DecisionEntry", "correct_decision", "decision_for", "list_decisions"]


def list_decisions(workspace: Workspace, year: int | None = None) -> list[DecisionEntry]:
    """Return the decisions about a year, or about all years, the latest first."""
    with workspace.begin() as uow:
        return store.list_decisions(uow, year)


def correct_decision(workspace: Workspace, decision_id: int, draft: DecisionDraft) -> DecisionDraft:
    """Write `draft` over a decision, wherever it is named, and return what it said before.

    Raises InvalidInput for `number` or `decided_on` when either is missing or another decision has both, and NotFound.
    """
    with workspace.begin() as uow:
        checked = _checked(draft)
        if _same(uow, checked) not in (None, decision_id):
            raise InvalidInput("number", "Quyết định số này, ngày này đã có; hãy chọn quyết định ấy.")
        before = store.overwrite_decision(uow, decision_id, checked)
        uow.commit()
    return before


def decision_for(uow: UnitOfWork, draft: DecisionDraft) -> int:
    """Return the number of the decision with this number, day and year, written now when it is not there yet.

    Raises InvalidInput for `number` or `decided_on` when either is missing.
    """
    checked = _checked(draft)
    return _same(uow, checked) or store.insert_decision(uow, checked)


def _checked(draft: DecisionDraft) -> DecisionDraft:
    number = tidy(draft.number or "")
    if not number:
        raise InvalidInput("number", "Hãy nhập số, ký hiệu của quyết định.")
    if draft.decided_on is None:
        raise InvalidInput("decided_on", "Hãy nhập ngày của quyết định.")
    return replace(draft, number=number, authority=tidy(draft.authority), signer=tidy(draft.signer))


def _same(uow: UnitOfWork, draft: DecisionDraft) -> int | None:
    """Return the number of the decision that has this number, day and year."""
    for entry in store.list_decisions(uow, draft.year):
        same_number = tidy(entry.decision.number or "").casefold() == (draft.number or "").casefold()
        if same_number and entry.decision.decided_on == draft.decided_on:
            return entry.id
    return None
