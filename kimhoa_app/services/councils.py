"""The council: the decision that set it up and who sits in it."""

from collections.abc import Sequence
from datetime import date

from db.store import councils as store
from db.store import meetings as meeting_store
from db.store.office import list_signers
from db.store.subjects import people_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.councils import Council, CouncilDraft, CouncilKind, CouncilRole, MemberDraft
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.office import SigningCapacity
from kimhoa_app.domain.periods import holds_on
from kimhoa_app.services.seating import seat_prepared_meetings
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.names import tidy_name
from kimhoa_app.text.normal import tidy


def save_council(workspace: Workspace, draft: CouncilDraft, council_id: int | None = None) -> int:
    """Write a new council, or over the one of `council_id`, and return its number.

    Raises InvalidInput for the field at fault and NotFound.
    """
    checked = _checked_council(draft)
    with workspace.begin() as uow:
        saved = store.save_council(uow, checked, council_id)
        seat_prepared_meetings(uow)
        uow.commit()
    return saved


def set_up_council(workspace: Workspace, draft: CouncilDraft) -> int:
    """Write a new council with the members that `propose_members` names, and return its number.

    Raises InvalidInput for the field at fault; a council that takes another's place needs the day it begins.
    """
    checked = _checked_council(draft)
    day = checked.valid_from or workspace.today
    with workspace.begin() as uow:
        if checked.valid_from is None and store.council_on(uow, day, checked.kind) is not None:
            raise InvalidInput(
                "decision_date", "Cần ghi ngày quyết định để biết Hội đồng mới thay Hội đồng cũ từ ngày nào."
            )
        proposed = _proposed(uow, day, checked.kind)
        council_id = store.save_council(uow, checked)
        for member in proposed:
            store.add_member(uow, council_id, member)
        seat_prepared_meetings(uow)
        uow.commit()
    return council_id


def propose_members(
    workspace: Workspace, day: date, kind: CouncilKind = CouncilKind.EMULATION
) -> tuple[MemberDraft, ...]:
    """Return who will likely sit in a council set up on `day`.

    These are the members of the council then in office; before the first, the office's signers, the head as chair.
    """
    with workspace.begin() as uow:
        return _proposed(uow, day, kind)


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
        seat_prepared_meetings(uow)
        uow.commit()
    return member_id


def change_member(workspace: Workspace, member_id: int, draft: MemberDraft) -> None:
    """Write over a seat; raises as `add_member`."""
    with workspace.begin() as uow:
        store.change_member(uow, member_id, _checked(draft))
        seat_prepared_meetings(uow)
        uow.commit()


def end_member(workspace: Workspace, member_id: int, last_day: date) -> None:
    """Set the last day on which a member sits in the council; raises NotFound."""
    with workspace.begin() as uow:
        store.end_member(uow, member_id, last_day)
        seat_prepared_meetings(uow)
        uow.commit()


def delete_member(workspace: Workspace, member_id: int) -> None:
    """Remove a seat entered by mistake; raises NotFound, and Refused for a member who has been at a meeting."""
    with workspace.begin() as uow:
        meeting_store.leave_prepared(uow, member_id)
        store.delete_member(uow, member_id)
        uow.commit()


def reorder_members(workspace: Workspace, member_ids: Sequence[int]) -> None:
    """Put the members in the order given; raises NotFound."""
    with workspace.begin() as uow:
        store.reorder_members(uow, member_ids)
        uow.commit()


def _checked_council(draft: CouncilDraft) -> CouncilDraft:
    name = tidy(draft.name)
    if not name:
        raise InvalidInput("name", "Cần nhập tên Hội đồng.")
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        raise InvalidInput("valid_to", "Ngày hết hiệu lực phải sau ngày có hiệu lực.")
    return CouncilDraft(
        name, draft.kind, tidy(draft.decision_number), draft.decision_date, draft.valid_from, draft.valid_to
    )


def _proposed(uow: UnitOfWork, day: date, kind: CouncilKind) -> tuple[MemberDraft, ...]:
    before = store.council_on(uow, day, kind)
    if before is not None:
        return tuple(MemberDraft(each.full_name, each.position, each.role, each.person_id) for each in before.members)
    return _signers_as_members(uow, day)


def _signers_as_members(uow: UnitOfWork, day: date) -> tuple[MemberDraft, ...]:
    people = [person for person in people_on(uow, day) if person.is_here]
    proposed: list[MemberDraft] = []
    for signer in (entry.signer for entry in list_signers(uow) if holds_on(entry.signer, day)):
        same_name = [person.id for person in people if person.name.casefold() == signer.full_name.casefold()]
        is_chair = signer.capacity is not SigningCapacity.DEPUTY and all(
            each.role is not CouncilRole.CHAIR for each in proposed
        )
        role = CouncilRole.CHAIR if is_chair else CouncilRole.VICE_CHAIR
        person_id = same_name[0] if len(same_name) == 1 else None
        proposed.append(MemberDraft(signer.full_name, signer.position, role, person_id))
    return tuple(proposed)


def _checked(draft: MemberDraft) -> MemberDraft:
    name = tidy_name(draft.full_name)
    if not name:
        raise InvalidInput("full_name", "Cần nhập họ và tên thành viên.")
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        raise InvalidInput("valid_to", "Ngày thôi tham gia phải sau ngày tham gia Hội đồng.")
    role = CouncilRole(draft.role)
    return MemberDraft(name, tidy(draft.position), role, draft.person_id, draft.valid_from, draft.valid_to)
