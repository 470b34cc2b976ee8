"""Units of the commune: who they are, in which order they are listed, what becomes of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from db.store import awards as award_store
from db.store import units as store
from db.store.awards import RatingEntry
from db.store.steps import Step, begin_step, step_since
from db.store.units import Succession, UnitEntry
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.domain.staff_rules import checked_unit
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services.workspace import Workspace

__all__ = [
    "Succeeded",
    "Succession",
    "UnitEntry",
    "UnitRecord",
    "add_unit",
    "change_unit",
    "delete_unit",
    "dissolve_unit",
    "list_units",
    "read_unit",
    "reorder_units",
    "succeed_units",
]


def list_units(workspace: Workspace, on: date | None = None) -> list[UnitEntry]:
    """Return the units that exist on a day with their people of that day; without a day every unit that ever was."""
    with workspace.begin() as uow:
        entries = store.list_units(uow, on or workspace.today)
    return entries if on is None else [entry for entry in entries if entry.exists_on(on)]


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """What is known of one unit beside its entry: what it came from and became, and its ratings, the latest first."""

    successions: tuple[Succession, ...] = ()
    ratings: tuple[RatingEntry, ...] = ()


def read_unit(workspace: Workspace, unit_id: int) -> UnitRecord:
    """Return the units before and after this one, and its ratings by year."""
    with workspace.begin() as uow:
        return UnitRecord(
            tuple(store.successions_of(uow, unit_id)), tuple(award_store.list_ratings(uow, unit_id=unit_id))
        )


def add_unit(workspace: Workspace, draft: UnitDraft) -> int:
    """Add a unit at the end of the list and return its number; raises InvalidInput."""
    with workspace.begin() as uow:
        unit_id = store.insert_unit(uow, checked_draft(uow, draft))
        uow.commit()
    return unit_id


def change_unit(workspace: Workspace, unit_id: int, draft: UnitDraft) -> None:
    """Correct what is said of a unit; a change of name in law is `succeed_units`. Raises InvalidInput, NotFound."""
    with workspace.begin() as uow:
        store.overwrite_unit(uow, unit_id, checked_draft(uow, draft, unit_id))
        uow.commit()


def dissolve_unit(workspace: Workspace, unit_id: int, day: date) -> None:
    """End a unit that nobody takes over on `day`; raises Refused while people have a post in it, NotFound."""
    with workspace.begin() as uow:
        draft = store.unit_draft(uow, unit_id)
        people = {post.person_id for post in store.posts_in_unit_after(uow, unit_id, day)}
        if people:
            raise Refused(
                f"{draft.name} còn {len(people)} người; hãy chuyển họ sang đơn vị khác hoặc chọn đơn vị tiếp nhận."
            )
        _check_order(draft, day)
        store.end_unit(uow, unit_id, day)
        uow.commit()


@dataclass(frozen=True, slots=True)
class Succeeded:
    """The number of the unit that took over, and the step for `undoing`."""

    unit_id: int
    step: Step | None


def succeed_units(
    workspace: Workspace, predecessor_ids: Sequence[int], successor: UnitDraft | int, day: date
) -> Succeeded:
    """Rename a unit, or merge several, from `day` on, and return the unit that takes over.

    The successor is a new unit or one that stands; the people's posts go on in it from that day, and papers of earlier
    days keep the old names. Raises InvalidInput, NotFound.
    """
    with workspace.begin() as uow:
        mark = begin_step(uow)
        for predecessor_id in predecessor_ids:
            _check_order(store.unit_draft(uow, predecessor_id), day)
            store.end_unit(uow, predecessor_id, day)
        if isinstance(successor, UnitDraft):
            successor = store.insert_unit(uow, checked_draft(uow, replace(successor, founded_on=day)))
        for predecessor_id in predecessor_ids:
            store.add_succession(uow, predecessor_id, successor, day)
            store.move_posts(uow, predecessor_id, successor, day, day - timedelta(days=1))
        step = step_since(uow, mark)
        uow.commit()
    return Succeeded(successor, step)


def reorder_units(workspace: Workspace, unit_ids: Sequence[int]) -> None:
    """List the units in the order of `unit_ids` from now on; raises NotFound."""
    with workspace.begin() as uow:
        store.set_unit_order(uow, unit_ids)
        uow.commit()


def delete_unit(workspace: Workspace, unit_id: int) -> None:
    """Put a unit that nothing refers to into the bin; raises Refused when something does, NotFound."""
    with workspace.begin() as uow:
        name = store.unit_draft(uow, unit_id).name
        uses = store.uses_of_unit(uow, unit_id)
        if uses:
            raise Refused(f"{name} đã có {uses} nội dung liên quan nên không xóa được; hãy giải thể hoặc sáp nhập.")
        store.delete_unit(uow, unit_id)
        uow.commit()


def checked_draft(uow: UnitOfWork, draft: UnitDraft, unit_id: int | None = None) -> UnitDraft:
    """Return `draft` checked by the rules of units; raises InvalidInput, also for a name in use on its first day."""
    checked = checked_unit(draft)
    first = checked.founded_on or uow.clock().date()
    for other in store.list_units(uow, first):
        if other.id != unit_id and other.name.casefold() == checked.name.casefold() and other.exists_on(first):
            raise InvalidInput("name", f"Đã có đơn vị tên {other.name}.")
    return checked


def _check_order(draft: UnitDraft, day: date) -> None:
    if draft.founded_on and day <= draft.founded_on:
        raise InvalidInput("day", f"Ngày này phải sau ngày thành lập {draft.name}.")
