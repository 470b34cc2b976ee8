"""What a clerk does with the selected person; each saved at once, and where it can be, taken back at once."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kimhoa_app.domain.labels import label as words_of
from kimhoa_app.domain.people import WorkStatus
from kimhoa_app.services import bin as bin_service
from kimhoa_app.services import staff, staff_steps
from kimhoa_app.services.staff import PersonRecord
from kimhoa_app.text.dates import list_date
from ui.dialogs.base import FormDialog
from ui.dialogs.person import PersonDialog
from ui.dialogs.person_steps import move_dialog, status_dialog
from ui.pages.base import Page
from ui.pages.staff_parts.timeline import post_pair, status_pair

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace
    from ui.pages.staff_parts.people_tab import PeopleTab


class PersonActions:
    """The actions of `tab`; they open the forms over it and change the data through `page`."""

    def __init__(self, page: Page, tab: "PeopleTab") -> None:
        self._page = page
        self._tab = tab

    def add(self) -> FormDialog:
        """Open the form of a new person, of the unit that is looked at."""
        context = self._page.context
        dialog = PersonDialog(context.runner, context.workspace, self._tab.known, self._added, parent=self._tab)
        dialog.form.fill({"unit": self._tab.filtered_unit})
        dialog.open()
        return dialog

    def edit(self) -> FormDialog | None:
        """Open the form of the selected person."""
        person = self._tab.table.current()
        if person is None:
            return None
        context = self._page.context

        def done(_number: int) -> None:
            old = staff.draft_of(person)
            self._changed(
                f"Đã lưu {person.full_name}.",
                lambda: self._undo(lambda workspace: staff.correct_person(workspace, person.id, old)),
            )

        dialog = PersonDialog(context.runner, context.workspace, self._tab.known, done, person=person, parent=self._tab)
        dialog.open()
        return dialog

    def move_on(self) -> FormDialog | None:
        """Open the form of a new post of the selected person."""
        record = self._tab.card.record
        if record is None:
            return None
        context = self._page.context

        def done(day: date) -> None:
            self._changed(f"Đã ghi vị trí mới của {record.person.full_name}.", self._undo_of_step(record, day))

        dialog = move_dialog(context.runner, context.workspace, self._tab.known, record.person, done, self._tab)
        dialog.open()
        return dialog

    def change_status(self) -> FormDialog | None:
        """Open the form of a new status of the selected person."""
        record = self._tab.card.record
        if record is None:
            return None
        context = self._page.context

        def done(outcome: tuple[WorkStatus, date]) -> None:
            status, day = outcome
            said = f"{record.person.full_name}: {words_of(status).lower()} từ {list_date(day)}."
            self._changed(said, self._undo_of_step(record, day))

        dialog = status_dialog(context.runner, context.workspace, record.person, done, self._tab)
        dialog.open()
        return dialog

    def take_back(self) -> None:
        """Ask whether the latest step of the selected person was a mistake, and take it back."""
        record = self._tab.card.record
        if record is None:
            return
        person = record.person
        self._tab.confirm.ask(
            f"Bỏ bước gần nhất của {person.full_name} ({_latest_step(record)})? Bước trước đó sẽ tiếp tục.",
            "Bỏ bước này",
            lambda: self._page.change(
                lambda workspace: staff_steps.take_back_last_step(workspace, person.id),
                "people",
                said=f"Đã bỏ bước gần nhất của {person.full_name}.",
            ),
        )

    def delete(self) -> None:
        """Put the selected people into the bin; the foot of the window offers to take it back."""
        people = self._tab.table.selected()
        if not people:
            return
        numbers = [person.id for person in people]

        def bring_back(workspace: "Workspace") -> None:
            for number in numbers:
                bin_service.restore(workspace, "person", number)

        self._page.change(
            lambda workspace: staff.delete_people(workspace, numbers),
            "people",
            said=f"Đã xóa {people[0].full_name if len(people) == 1 else f'{len(people)} người'}.",
            undo=lambda: self._undo(bring_back),
        )

    def _added(self, person_id: int) -> None:
        self._tab.look_for(person_id)
        self._changed(
            "Đã thêm 1 người.", lambda: self._undo(lambda workspace: staff.delete_people(workspace, [person_id]))
        )

    def _changed(self, said: str, undo: Callable[[], object] | None) -> None:
        self._page.context.notify(said, undo)
        self._page.context.announce("people", "units")

    def _undo(self, work: Callable[["Workspace"], None]) -> None:
        self._page.change(work, "people", "units")

    def _undo_of_step(self, record: PersonRecord, day: date) -> Callable[[], object] | None:
        """A step on the day of another one has been written over it and cannot be taken back by itself."""
        if day in {post.valid_from for post in record.posts} | {status.valid_from for status in record.statuses}:
            return None
        person_id = record.person.id
        return lambda: self._undo(lambda workspace: staff_steps.take_back_last_step(workspace, person_id))


def _latest_step(record: PersonRecord) -> str:
    """Say in a few words what the latest step was; a status counts before a post of the same day."""
    steps: Sequence[tuple[date, tuple[str, str]]] = [
        *((step.valid_from, status_pair(step)) for step in record.statuses if step.valid_from),
        *((step.valid_from, post_pair(step)) for step in record.posts if step.valid_from),
    ]
    if not steps:
        return "chưa có ngày"
    day, (_when, what) = max(steps, key=lambda step: step[0])
    return f"{what}, từ {list_date(day)}"
