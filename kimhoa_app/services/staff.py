"""People of the staff: who is here, in which post, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from db.store import awards as award_store
from db.store import discipline as discipline_store
from db.store import initiatives as initiative_store
from db.store import people as store
from db.store import person_merges as merge_store
from db.store import posts as post_store
from db.store import registrations as registration_store
from db.store import units as unit_store
from db.store.awards import AwardEntry, RatingEntry
from db.store.discipline import DisciplineEntry
from db.store.initiatives import InitiativeEntry
from db.store.people import PersonEntry
from db.store.person_merges import MergeEntry
from db.store.posts import PostDraft, PostEntry, StatusEntry
from db.store.registrations import StoredRegistration
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused
from kimhoa_app.domain.people import PersonDraft, StaffGroup, WorkStatus
from kimhoa_app.domain.staff_rules import checked_person
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services import units
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.collation import name_key
from kimhoa_app.text.normal import tidy

__all__ = [
    "PersonEntry",
    "PersonRecord",
    "PostDraft",
    "PostEntry",
    "StatusEntry",
    "StoredRegistration",
    "add_person",
    "change_person",
    "correct_person",
    "correct_post",
    "delete_people",
    "delete_person",
    "draft_of",
    "list_people",
    "move_person",
    "read_person",
    "set_status",
]


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """Everything known of one person, the latest of each first."""

    person: PersonEntry
    posts: tuple[PostEntry, ...]
    statuses: tuple[StatusEntry, ...]
    ratings: tuple[RatingEntry, ...]
    awards: tuple[AwardEntry, ...]
    disciplines: tuple[DisciplineEntry, ...] = ()
    initiatives: tuple[InitiativeEntry, ...] = ()
    registrations: tuple[StoredRegistration, ...] = ()
    merges: tuple[MergeEntry, ...] = ()


def list_people(workspace: Workspace, on: date | None = None, *, include_gone: bool = False) -> list[PersonEntry]:
    """Return the staff on a day, by default today, in Vietnamese order of names (given name first).

    `include_gone` adds those who have been transferred or retired, with the post that they had last.
    """
    with workspace.begin() as uow:
        entries = store.list_people(uow, on or workspace.today, include_gone=include_gone)
    return sorted(entries, key=lambda entry: (name_key(entry.full_name), entry.id))


def read_person(workspace: Workspace, person_id: int, on: date | None = None) -> PersonRecord:
    """Return everything known of one person, with the post of the day `on`, by default today; raises NotFound."""
    with workspace.begin() as uow:
        person = store.person_entry(uow, person_id, on or workspace.today)
        if person is None:
            raise NotFound(store.MISSING_PERSON)
        return PersonRecord(
            person,
            tuple(post_store.list_posts(uow, person_id)),
            tuple(post_store.list_statuses(uow, person_id)),
            tuple(award_store.list_ratings(uow, person_id=person_id)),
            tuple(award_store.list_awards(uow, person_id=person_id)),
            tuple(discipline_store.list_disciplines(uow, person_id)),
            tuple(reversed(initiative_store.list_initiatives(uow, person_id=person_id))),
            tuple(registration_store.registrations_of(uow, person_id)),
            tuple(merge_store.list_merges(uow, person_id)),
        )


def draft_of(person: PersonEntry) -> PersonDraft:
    """Return the draft that says of a person what the register says."""
    return PersonDraft(**{field.name: getattr(person, field.name) for field in fields(PersonDraft)})


def add_person(workspace: Workspace, draft: PersonDraft, from_day: date | None = None, *, new_unit: str = "") -> int:
    """Add a person whose post begins on `from_day` (None: it has always held) and return the number.

    `new_unit` names a unit that is added with the person. Raises InvalidInput, also for a national id that another
    person has.
    """
    with workspace.begin() as uow:
        checked = checked_draft(uow, draft)
        placed = replace(checked, unit_id=unit_number(uow, draft.unit_id, new_unit))
        person_id = store.insert_person(uow, placed, from_day)
        uow.commit()
    return person_id


def change_person(workspace: Workspace, person_id: int, draft: PersonDraft) -> None:
    """Correct the facts of a person that have no date; the post in `draft` is left aside.

    Raises InvalidInput, NotFound.
    """
    with workspace.begin() as uow:
        store.overwrite_person(uow, person_id, checked_draft(uow, draft, person_id))
        uow.commit()


def correct_person(workspace: Workspace, person_id: int, draft: PersonDraft, *, new_unit: str = "") -> None:
    """Correct the facts of a person and, of one who is here, the present post from its beginning, in one step.

    `new_unit` names a unit that is added with it. Raises InvalidInput, NotFound.
    """
    with workspace.begin() as uow:
        correct(uow, workspace.today, person_id, draft, new_unit=new_unit)
        uow.commit()


def correct_post(workspace: Workspace, person_id: int, post: PostDraft) -> None:
    """Correct the present post, from its beginning; a new post is `move_person`. Raises NotFound."""
    with workspace.begin() as uow:
        store.person_row(uow, person_id)
        post_store.correct_post(uow, person_id, _tidied(post), workspace.today)
        uow.commit()


def move_person(
    workspace: Workspace,
    person_id: int,
    unit_id: int | None,
    position: str,
    from_day: date,
    *,
    group: StaffGroup | None = None,
    is_leader: bool | None = None,
    new_unit: str = "",
) -> None:
    """Let a new post begin on `from_day` and the old one end the day before; `group` and `is_leader` stay unless given.

    `new_unit` names a unit that is added with it. Raises InvalidInput, NotFound.
    """
    with workspace.begin() as uow:
        store.person_row(uow, person_id)
        check_after_known_facts(uow, person_id, from_day)
        present = store.person_entry(uow, person_id, from_day)
        if present is not None:
            group = present.group if group is None else group
            is_leader = present.is_leader if is_leader is None else is_leader
        place = unit_number(uow, unit_id, new_unit)
        post_store.start_post(uow, person_id, PostDraft(tidy(position), place, group, bool(is_leader)), from_day)
        uow.commit()


def set_status(workspace: Workspace, person_id: int, status: WorkStatus, from_day: date, note: str = "") -> None:
    """Let a status begin on `from_day`; who is transferred or retires keeps the history and loses the post.

    Raises InvalidInput, NotFound.
    """
    with workspace.begin() as uow:
        store.person_row(uow, person_id)
        check_after_known_facts(uow, person_id, from_day)
        post_store.start_status(uow, person_id, status, from_day, tidy(note))
        if not status.is_here:
            post_store.end_posts(uow, person_id, from_day)
        uow.commit()


def delete_person(workspace: Workspace, person_id: int) -> None:
    """Put a person entered by mistake into the bin; raises Refused for one with a history, NotFound."""
    delete_people(workspace, [person_id])


def delete_people(workspace: Workspace, person_ids: Sequence[int]) -> None:
    """Put people entered by mistake into the bin, all or none; raises Refused when one has a history, NotFound."""
    with workspace.begin() as uow:
        for person_id in person_ids:
            name = store.person_row(uow, person_id).full_name
            uses = store.uses_of_person(uow, person_id)
            if uses:
                raise Refused(
                    f"{name} đã có {uses} mục khen thưởng, đăng ký, sáng kiến hoặc Hội đồng nên không xóa được; "
                    "nếu người này không còn công tác, hãy chuyển sang tình trạng đã chuyển công tác hoặc nghỉ hưu."
                )
            store.delete_person(uow, person_id)
        uow.commit()


def correct(uow: UnitOfWork, today: date, person_id: int, draft: PersonDraft, *, new_unit: str = "") -> None:
    """Do within `uow` what `correct_person` does."""
    checked = checked_draft(uow, draft, person_id)
    store.overwrite_person(uow, person_id, checked)
    present = store.person_entry(uow, person_id, today)
    if present is not None and present.status.is_here:
        post = replace(post_store.post_of(checked), unit_id=unit_number(uow, draft.unit_id, new_unit))
        if post != PostDraft(present.position, present.unit_id, present.group, present.is_leader):
            post_store.correct_post(uow, person_id, post, today)


def checked_draft(uow: UnitOfWork, draft: PersonDraft, person_id: int | None = None) -> PersonDraft:
    """Return `draft` checked by the rules of the staff; raises InvalidInput, also for another person's national id."""
    checked = checked_person(draft, today=uow.clock().date())
    if checked.national_id is not None:
        owner = store.national_id_owner(uow, checked.national_id)
        if owner is not None and owner[0] != person_id:
            raise InvalidInput("national_id", f"Số định danh này đã có ở {owner[1]}.")
    return checked


def _tidied(post: PostDraft) -> PostDraft:
    return replace(post, position=tidy(post.position))


def unit_number(uow: UnitOfWork, unit_id: int | None, new_unit: str) -> int | None:
    """Return `unit_id`, or the number of the unit that `new_unit` names, made for it; raises InvalidInput."""
    if not tidy(new_unit):
        return unit_id
    try:
        return unit_store.insert_unit(uow, units.checked_draft(uow, UnitDraft(new_unit)))
    except InvalidInput as error:
        raise InvalidInput("unit", error.message) from error


def check_after_known_facts(uow: UnitOfWork, person_id: int, from_day: date) -> None:
    """Raise InvalidInput where `from_day` lies before the latest post or status of the person."""
    latest = post_store.last_dated_fact(uow, person_id)
    if latest is not None and from_day < latest:
        raise InvalidInput("from_day", f"Ngày này phải từ {latest:%d/%m/%Y} trở đi, ngày ghi nhận gần nhất.")
