"""The council: the decision that set it up and who sits in it."""

from collections.abc import Sequence
from datetime import date

from db.store import councils as store
from kimhoa_app.domain.councils import Council, CouncilDraft, CouncilKind, CouncilRole, MemberDraft
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.names import tidy_name
from kimhoa_app.text.normal import tidy


def save_council(workspace: Workspace, draft: CouncilDraft, council_id: int | None = None) -> int:
    """Write a new council, or over the one of `council_id`, and return its number.

    Raises InvalidInput for the field at fault and NotFound.
    """
    name = tidy(draft.name)
    if not name:
        raise InvalidInput("name", "Cần nhập tên Hội đồng.")
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        raise InvalidInput("valid_to", "Ngày hết hiệu lực phải sau ngày có hiệu lực.")
    checked = CouncilDraft(
        name, draft.kind, tidy(draft.decision_number), draft.decision_date, draft.valid_from, draft.valid_to
    )
    with workspace.begin() as uow:
        saved = store.save_council(uow, checked, council_id)
        uow.commit()
    return saved


def read_council(workspace: Workspace, day: date, kind: CouncilKind = CouncilKind.EMULATION) -> Council | None:
    """Return the council in office on `day` with its members and what keeps it from meeting, or None."""
    with workspace.begin() as uow:
        return store.council_on(uow, day, kind)


def add_member(workspace: Workspace, council_id: int, draft: MemberDraft) -> int:
    """Add a member after the others and return the number of the seat.

    Raises InvalidInput for the field at fault, NotFound, and Refused when the person sits in the council already.
    """
    with workspace.begin() as uow:
        member_id = store.add_member(uow, council_id, _checked(draft))
        uow.commit()
    return member_id


def change_member(workspace: Workspace, member_id: int, draft: MemberDraft) -> None:
    """Write over a seat; raises as `add_member`."""
    with workspace.begin() as uow:
        store.change_member(uow, member_id, _checked(draft))
        uow.commit()


def end_member(workspace: Workspace, member_id: int, last_day: date) -> None:
    """Set the last day on which a member sits in the council; raises NotFound."""
    with workspace.begin() as uow:
        store.end_member(uow, member_id, last_day)
        uow.commit()


def delete_member(workspace: Workspace, member_id: int) -> None:
    """Remove a seat entered by mistake; raises NotFound, and Refused for a member who has been at a meeting."""
    with workspace.begin() as uow:
        store.delete_member(uow, member_id)
        uow.commit()


def reorder_members(workspace: Workspace, member_ids: Sequence[int]) -> None:
    """Put the members in the order given; raises NotFound."""
    with workspace.begin() as uow:
        store.reorder_members(uow, member_ids)
        uow.commit()


def _checked(draft: MemberDraft) -> MemberDraft:
    name = tidy_name(draft.full_name)
    if not name:
        raise InvalidInput("full_name", "Cần nhập họ và tên thành viên.")
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        raise InvalidInput("valid_to", "Ngày thôi tham gia phải sau ngày tham gia Hội đồng.")
    role = CouncilRole(draft.role)
    return MemberDraft(name, tidy(draft.position), role, draft.person_id, draft.valid_from, draft.valid_to)
