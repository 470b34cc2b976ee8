"""Decisions that award or recognise: one row for one paper, however often it is named."""

from dataclasses import replace

from db.store import awards as store
from db.store.awards import DecisionDraft, DecisionEntry
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.normal import tidy

__all__ = ["DecisionDraft", "DecisionEntry", "decision_for", "list_decisions"]


def list_decisions(workspace: Workspace, year: int | None = None) -> list[DecisionEntry]:
    """Return the decisions about a year, or about all years, the latest first."""
    with workspace.begin() as uow:
        return store.list_decisions(uow, year)


def decision_for(uow: UnitOfWork, draft: DecisionDraft) -> int:
    """Return the number of the decision with this number, day and year, written now when it is not there yet.

    Raises InvalidInput for `number` or `decided_on` when either is missing.
    """
    number = tidy(draft.number or "")
    checked = replace(draft, number=number, authority=tidy(draft.authority), signer=tidy(draft.signer))
    if not number:
        raise InvalidInput("number", "Hãy nhập số, ký hiệu của quyết định.")
    if checked.decided_on is None:
        raise InvalidInput("decided_on", "Hãy nhập ngày của quyết định.")
    for entry in store.list_decisions(uow, draft.year):
        same_number = tidy(entry.decision.number or "").casefold() == number.casefold()
        if same_number and entry.decision.decided_on == checked.decided_on:
            return entry.id
    return store.insert_decision(uow, checked)
