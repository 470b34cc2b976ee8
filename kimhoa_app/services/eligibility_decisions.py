"""What the office decides beside the conditions: somebody put forward against them, facts that they ask for, uses."""

from db.store import eligibility_records as store
from db.store.eligibility_records import OverrideEntry, StoredFact
from kimhoa_app.domain.awards import catalogue
from kimhoa_app.domain.consideration import ConsiderationFact, checked_fact
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.normal import tidy

__all__ = [
    "ConsiderationFact",
    "OverrideEntry",
    "StoredFact",
    "add_fact",
    "list_facts",
    "list_overrides",
    "override_verdict",
    "record_use",
    "remove_fact",
    "take_back_override",
    "take_back_use",
]


def override_verdict(
    workspace: Workspace,
    year: int,
    award_code: str,
    reason: str,
    *,
    person_id: int | None = None,
    unit_id: int | None = None,
) -> None:
    """Put a person or a unit forward for an award against its conditions; the reason stays in the trail.

    Raises InvalidInput without a reason, for an unknown award, or unless exactly one subject is given.
    """
    if award_code not in catalogue():
        raise InvalidInput("award_code", f"Không có danh hiệu, hình thức nào viết tắt là “{award_code}”.")
    if (person_id is None) == (unit_id is None):
        raise InvalidInput("subject", "Chọn một cá nhân hoặc một tập thể.")
    words = tidy(reason)
    if not words:
        raise InvalidInput("reason", "Hãy ghi lý do; lý do được ghi vào biên bản họp Hội đồng.")
    with workspace.begin() as uow:
        store.save_override(uow, (person_id, unit_id, award_code), year, words)
        uow.commit()


def take_back_override(
    workspace: Workspace, year: int, award_code: str, *, person_id: int | None = None, unit_id: int | None = None
) -> None:
    """Let the conditions decide again; where nothing was decided against them nothing happens."""
    with workspace.begin() as uow:
        store.remove_override(uow, (person_id, unit_id, award_code), year)
        uow.commit()


def list_overrides(workspace: Workspace, year: int) -> list[OverrideEntry]:
    """Return who is put forward against the conditions in a year, and why."""
    with workspace.begin() as uow:
        return store.list_overrides(uow, year)


def add_fact(workspace: Workspace, fact: ConsiderationFact) -> int:
    """Note a fact about a person and return its number; raises InvalidInput for the field at fault."""
    with workspace.begin() as uow:
        fact_id = store.add_fact(uow, checked_fact(fact))
        uow.commit()
    return fact_id


def list_facts(workspace: Workspace, person_id: int) -> list[StoredFact]:
    """Return what was noted about a person, the latest first."""
    with workspace.begin() as uow:
        return store.list_facts(uow, person_id)


def remove_fact(workspace: Workspace, fact_id: int) -> None:
    """Take back a fact; raises NotFound."""
    with workspace.begin() as uow:
        store.remove_fact(uow, fact_id)
        uow.commit()


def record_use(workspace: Workspace, initiative_id: int, person_id: int, award_code: str, year: int) -> int:
    """Note that an initiative has served an award of one of its authors, and return the number of the note."""
    with workspace.begin() as uow:
        use_id = store.add_use(uow, initiative_id, person_id, award_code, year)
        uow.commit()
    return use_id


def take_back_use(workspace: Workspace, use_id: int) -> None:
    """Take back that an initiative has served an award; raises NotFound."""
    with workspace.begin() as uow:
        store.remove_use(uow, use_id)
        uow.commit()
