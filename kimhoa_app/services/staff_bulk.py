"""The same change for several people at once, as one step that can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.store import awards as award_store
from db.store import people as people_store
from db.store import posts as post_store
from db.store.awards import RatingEntry
from db.store.people import PersonEntry
from db.store.posts import PostDraft
from db.store.steps import Step, begin_step, step_since
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import InvalidInput, NotFound
from kimhoa_app.domain.people import Rating, StaffGroup, WorkStatus
from kimhoa_app.services.staff import check_after_known_facts, unit_number
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.normal import tidy


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What becomes of everybody chosen; what is None or empty stays as it is with each.

    With `from_day` a post begins on that day; without it the present post is corrected from its beginning. A status
    needs the day. `rating` is that of `year`.
    """

    unit_id: int | None = None
    new_unit: str = ""
    position: str = ""
    group: StaffGroup | None = None
    status: WorkStatus | None = None
    from_day: date | None = None
    rating: Rating | None = None
    year: int | None = None

    @property
    def has_post(self) -> bool:
        """Whether it says anything of the post."""
        return self.unit_id is not None or bool(tidy(self.new_unit) or tidy(self.position)) or self.group is not None


def change_many(workspace: Workspace, person_ids: Sequence[int], change: BulkChange) -> Step | None:
    """Change all of these people or none, and return the step for `undoing`, None when nothing was to change.

    Raises InvalidInput with the name of the person at fault, NotFound.
    """
    _check(workspace, change)
    with workspace.begin() as uow:
        mark = begin_step(uow)
        unit_id = unit_number(uow, change.unit_id, change.new_unit)
        for person_id in person_ids:
            person = people_store.person_entry(uow, person_id, workspace.today)
            if person is None:
                raise NotFound(people_store.MISSING_PERSON)
            try:
                _change_one(uow, workspace.today, person, replace(change, unit_id=unit_id))
            except InvalidInput as error:
                raise InvalidInput(error.field, f"{person.full_name}: {error.message}") from error
        step = step_since(uow, mark)
        uow.commit()
    return step


def _check(workspace: Workspace, change: BulkChange) -> None:
    if not change.has_post and change.status is None and change.rating is None:
        raise InvalidInput("position", "Chưa chọn thay đổi nào.")
    if change.status is not None and change.from_day is None:
        raise InvalidInput("from_day", "Đổi tình trạng thì cần ngày bắt đầu.")
    if change.rating is not None and (change.year is None or change.year > workspace.today.year):
        raise InvalidInput("year", "Ghi năm của xếp loại, không sau năm nay.")


def _change_one(uow: UnitOfWork, today: date, person: PersonEntry, change: BulkChange) -> None:
    if change.from_day is not None:
        check_after_known_facts(uow, person.id, change.from_day)
        person = people_store.person_entry(uow, person.id, change.from_day) or person
    if change.has_post and person.status.is_here:
        _change_post(uow, today, person, change)
    if change.status is not None and change.from_day is not None:
        post_store.start_status(uow, person.id, change.status, change.from_day, "")
        if not change.status.is_here:
            post_store.end_posts(uow, person.id, change.from_day)
    if change.rating is not None and change.year is not None:
        award_store.save_rating(uow, RatingEntry(person.id, None, change.year, change.rating))


def _change_post(uow: UnitOfWork, today: date, person: PersonEntry, change: BulkChange) -> None:
    before = PostDraft(person.position, person.unit_id, person.group, person.is_leader)
    after = PostDraft(
        tidy(change.position) or before.position,
        before.unit_id if change.unit_id is None else change.unit_id,
        before.group if change.group is None else change.group,
        before.is_leader,
    )
    if after == before:
        return
    if change.from_day is None:
        post_store.correct_post(uow, person.id, after, today)
    else:
        post_store.start_post(uow, person.id, after, change.from_day)
