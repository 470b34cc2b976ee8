"""What was awarded, and by which decision."""

from collections.abc import Mapping
from dataclasses import replace

from db.store import awards as store
from db.store.awards import AwardDraft, AwardEntry, DecisionDraft
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import catalogue
from kimhoa_app.domain.consideration import Occasion
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.decisions import decision_for
from kimhoa_app.services.initiative_uses import note_uses
from kimhoa_app.services.workspace import Workspace

__all__ = [
    "AwardDraft",
    "AwardEntry",
    "DecisionDraft",
    "delete_awards",
    "list_awards",
    "record_award",
    "record_award_of",
    "record_decision",
    "set_occasions",
]


def list_awards(workspace: Workspace, year: int | None = None) -> list[AwardEntry]:
    """Return the awards of a year, or of all years, the latest year first."""
    with workspace.begin() as uow:
        return store.list_awards(uow, year=year)


def record_decision(workspace: Workspace, draft: DecisionDraft) -> int:
    """Record a decision and return its number."""
    with workspace.begin() as uow:
        decision_id = store.insert_decision(uow, draft)
        uow.commit()
    return decision_id


def record_award(workspace: Workspace, draft: AwardDraft) -> int:
    """Record one award and return its number; raises InvalidInput, Refused when it is there already."""
    with workspace.begin() as uow:
        award_id = _insert(uow, draft)
        uow.commit()
    return award_id


def record_award_of(workspace: Workspace, draft: AwardDraft, decision: DecisionDraft) -> int:
    """Record one award with the decision that gave it, and return the number of the award.

    A decision with the same number and day is used again. Raises InvalidInput, Refused when it is there already.
    """
    with workspace.begin() as uow:
        award_id = _insert(uow, replace(draft, decision_id=decision_for(uow, decision)))
        uow.commit()
    return award_id


def delete_awards(workspace: Workspace, *award_ids: int) -> None:
    """Put awards into the bin, all or none; raises NotFound."""
    with workspace.begin() as uow:
        for award_id in award_ids:
            store.delete_award(uow, award_id)
        uow.commit()


def set_occasions(workspace: Workspace, occasions: Mapping[int, Occasion | None]) -> None:
    """Note why each award was given, None for one by merit (rules C28, C29); all or none, raises NotFound."""
    with workspace.begin() as uow:
        store.set_occasions(uow, occasions)
        uow.commit()


def _insert(uow: UnitOfWork, draft: AwardDraft) -> int:
    if draft.award_code not in catalogue():
        raise InvalidInput("award_code", f"Không có danh hiệu hoặc hình thức khen thưởng mã {draft.award_code}.")
    given = [number for number in (draft.person_id, draft.unit_id, draft.household_id) if number is not None]
    if len(given) != 1:
        raise InvalidInput("person_id", "Hãy chọn một cá nhân, một tập thể hoặc một hộ gia đình.")
    award_id = store.insert_award(uow, draft)
    note_uses(uow, [(draft.person_id, draft.award_code, draft.year)])
    return award_id
