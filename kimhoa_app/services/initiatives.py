"""Initiatives (sáng kiến): their authors, and the decisions that recognise them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from db.store import initiatives as store
from db.store.awards import DecisionDraft
from db.store.initiatives import AuthorShare, InitiativeDraft, InitiativeEntry
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.services.decisions import decision_for
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.normal import nfc, tidy

__all__ = [
    "AuthorShare",
    "InitiativeDraft",
    "InitiativeEntry",
    "change_initiative",
    "delete_initiatives",
    "list_initiatives",
    "recognise",
    "recognise_wider",
    "record_initiative",
    "set_decisions",
    "set_scope",
]

WHOLE_SHARE = 10_000


def list_initiatives(workspace: Workspace, year: int | None = None) -> list[InitiativeEntry]:
    """Return the initiatives of a year, or of all years."""
    with workspace.begin() as uow:
        return store.list_initiatives(uow, year)


def record_initiative(workspace: Workspace, draft: InitiativeDraft, authors: Sequence[AuthorShare]) -> int:
    """Record an initiative and return its number; raises InvalidInput unless the shares make the whole."""
    checked = _checked(draft, authors)
    with workspace.begin() as uow:
        initiative_id = store.insert_initiative(uow, checked, authors)
        uow.commit()
    return initiative_id


def change_initiative(
    workspace: Workspace, initiative_id: int, draft: InitiativeDraft, authors: Sequence[AuthorShare]
) -> None:
    """Write `draft` and its authors over an initiative; raises InvalidInput as `record_initiative`, and NotFound."""
    checked = _checked(draft, authors)
    with workspace.begin() as uow:
        store.overwrite_initiative(uow, initiative_id, checked, authors)
        uow.commit()


def recognise(workspace: Workspace, initiative_ids: Sequence[int], decision: DecisionDraft) -> int:
    """Let one decision recognise the initiatives, all or none, and return the number of the decision.

    A decision with the same number and day is used again. Raises InvalidInput for a decision without a number or a
    day, and NotFound.
    """
    with workspace.begin() as uow:
        decision_id = decision_for(uow, decision)
        _set_decisions(uow, dict.fromkeys(initiative_ids, decision_id))
        uow.commit()
    return decision_id


def set_decisions(workspace: Workspace, decisions: Mapping[int, int | None]) -> None:
    """Put each initiative under the decision that is named for it, None for not recognised; raises NotFound."""
    with workspace.begin() as uow:
        _set_decisions(uow, decisions)
        uow.commit()


def recognise_wider(workspace: Workspace, initiative_id: int, scope: Scope, decision: DecisionDraft) -> int:
    """Record the decision or certificate that recognises an effect in the province or the country; return its number.

    Raises InvalidInput for a scope that is not wider than the commune, or a decision without a number or a day, and
    NotFound.
    """
    if scope is Scope.GRASSROOTS:
        raise InvalidInput("scope", "Chọn phạm vi cấp tỉnh hoặc toàn quốc.")
    with workspace.begin() as uow:
        decision_id = decision_for(uow, decision)
        store.widen_scope(uow, initiative_id, scope.value, decision_id)
        uow.commit()
    return decision_id


def set_scope(workspace: Workspace, initiative_id: int, scope: Scope, decision_id: int | None) -> None:
    """Put the scope of an initiative back to what it was, with the decision then behind it; raises NotFound."""
    with workspace.begin() as uow:
        store.widen_scope(uow, initiative_id, scope.value, decision_id)
        uow.commit()


def delete_initiatives(workspace: Workspace, *initiative_ids: int) -> None:
    """Put initiatives into the bin, all or none; raises NotFound."""
    with workspace.begin() as uow:
        for initiative_id in initiative_ids:
            store.delete_initiative(uow, initiative_id)
        uow.commit()


def _set_decisions(uow: UnitOfWork, decisions: Mapping[int, int | None]) -> None:
    for initiative_id, decision_id in decisions.items():
        store.decide_on_initiative(uow, initiative_id, decision_id)


def _checked(draft: InitiativeDraft, authors: Sequence[AuthorShare]) -> InitiativeDraft:
    name = tidy(draft.name)
    if not name:
        raise InvalidInput("name", "Hãy nhập tên sáng kiến.")
    if len({author.person_id for author in authors}) != len(authors):
        raise InvalidInput("authors", "Mỗi tác giả chỉ được ghi một lần.")
    if any(author.share <= 0 for author in authors) or sum(author.share for author in authors) != WHOLE_SHARE:
        raise InvalidInput("authors", "Tỷ lệ đóng góp của các tác giả phải lớn hơn 0 và cộng lại bằng 100 %.")
    if draft.money_benefit is not None and draft.money_benefit < 0:
        raise InvalidInput("money_benefit", "Số tiền làm lợi không được là số âm.")
    if draft.applied_since and draft.submitted_on and draft.submitted_on < draft.applied_since:
        raise InvalidInput("submitted_on", "Sáng kiến được áp dụng trước rồi mới nộp để công nhận; xem lại hai ngày.")
    return replace(
        draft,
        name=name,
        field_of_work=tidy(draft.field_of_work),
        applied_at=tidy(draft.applied_at),
        situation_before=nfc(draft.situation_before).strip(),
        summary=nfc(draft.summary).strip(),
        economic_effect=nfc(draft.economic_effect).strip(),
        social_effect=nfc(draft.social_effect).strip(),
    )
