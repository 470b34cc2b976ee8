"""What a clerk does with records as such: ratings, discipline, several at once, two made one, on paper, from Excel."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from kimhoa_app.services import person_merging, staff_paste, undoing
from kimhoa_app.services.person_merging import Difference
from kimhoa_app.services.person_sheet import person_sheet
from kimhoa_app.services.staff_paste import PasteLine
from kimhoa_app.services.undoing import Step
from kimhoa_app.text.search_keys import search_key
from ui.dialogs.base import FormDialog
from ui.dialogs.person_facts import discipline_dialog, rating_dialog
from ui.dialogs.person_merge import merge_dialog
from ui.dialogs.staff_bulk import bulk_dialog
from ui.dialogs.staff_paste import PasteDialog
from ui.pages.base import Page
from ui.pages.exporting import Paper, print_paper, save_paper

if TYPE_CHECKING:
    from ui.pages.staff_parts.people_tab import PeopleTab

KINDS = ("people", "units", "ratings", "awards", "registrations", "initiatives")


class RecordActions:
    """The actions of `tab`; each is said at the foot of the window, with the way to take it back."""

    def __init__(self, page: Page, tab: "PeopleTab") -> None:
        self._page = page
        self._tab = tab

    def rate(self) -> FormDialog | None:
        """Open the form of a yearly rating of the selected person."""
        record = self._tab.card.record
        if record is None:
            return None
        context, name = self._page.context, record.person.full_name
        done = partial(say_step, self._page, f"Đã lưu xếp loại của {name}.")
        subject = (name, record.person.id, None)
        dialog = rating_dialog(context.runner, context.workspace, subject, record.ratings, done, self._tab)
        dialog.open()
        return dialog

    def discipline(self) -> FormDialog | None:
        """Open the form of a disciplinary measure of the selected person."""
        record = self._tab.card.record
        if record is None:
            return None
        context = self._page.context
        done = partial(say_step, self._page, f"Đã lưu kỷ luật của {record.person.full_name}.")
        dialog = discipline_dialog(context.runner, context.workspace, record, done, self._tab)
        dialog.open()
        return dialog

    def change_many(self) -> FormDialog | None:
        """Open the form of one change for all selected people."""
        people = self._tab.table.selected()
        if not people:
            return None
        context = self._page.context
        done = partial(say_step, self._page, f"Đã sửa {len(people)} người.")
        dialog = bulk_dialog(context.runner, context.workspace, self._tab.known, people, done, self._tab)
        dialog.open()
        return dialog

    def merge(self) -> None:
        """Open the two selected records side by side; the older of them is kept."""
        chosen = sorted(self._tab.table.selected(), key=lambda person: person.id)
        if len(chosen) != 2:
            return
        context = self._page.context
        kept, merged = chosen

        def done(merge_id: int) -> None:
            self._tab.look_for(kept.id)
            context.notify(f"Đã gộp hai hồ sơ {kept.full_name}.", lambda: self._split(merge_id))
            context.announce(*KINDS)

        def show(lines: Sequence[Difference]) -> None:
            merge_dialog(context.runner, context.workspace, (kept, merged), lines, done, self._tab).open()

        context.runner.submit(
            lambda: person_merging.compare_people(context.workspace, kept.id, merged.id),
            done=show,
            failed=self._page.fail,
        )

    def split(self) -> None:
        """Ask whether the record that was taken in last was another person's, and split it off."""
        record = self._tab.card.record
        if record is None or not record.merges:
            return
        merge = record.merges[0]
        self._tab.confirm.ask(
            f"Tách hồ sơ {merge.full_name} ra khỏi {record.person.full_name}? Mỗi hồ sơ nhận lại những gì đã có.",
            "Tách hai hồ sơ",
            lambda: self._split(merge.id),
        )

    def print_sheet(self) -> None:
        """Show the sheet of the selected person as it will be printed."""
        paper = self._sheet()
        if paper is not None:
            print_paper(self._page, paper)

    def save_sheet(self, ending: str) -> None:
        """Ask where to save the sheet of the selected person, as Word or PDF."""
        paper = self._sheet()
        if paper is not None:
            save_paper(self._page, paper, ending)

    def paste(self) -> None:
        """Look through the cells on the clipboard and show what they would change."""
        context, block = self._page.context, QGuiApplication.clipboard().text()

        def done(step: Step | None, count: int) -> None:
            say_step(self._page, f"Đã sửa {count} người theo bảng dán vào.", step)

        def show(lines: Sequence[PasteLine]) -> None:
            PasteDialog(context, lines, done, self._tab).open()

        context.runner.submit(
            lambda: staff_paste.plan_paste(context.workspace, block), done=show, failed=self._page.fail
        )

    def _split(self, merge_id: int) -> None:
        self._page.change(
            lambda workspace: person_merging.split_people(workspace, merge_id), *KINDS, said="Đã tách hai hồ sơ."
        )

    def _sheet(self) -> Paper | None:
        record = self._tab.card.record
        if record is None:
            return None
        person, with_number = record.person, self._tab.card.with_national_id.isChecked()
        file_name = f"qua-trinh-{search_key(person.full_name).replace(' ', '-')}"
        return Paper(lambda workspace: person_sheet(workspace, person.id, with_national_id=with_number), file_name)


def say_step(page: Page, said: str, step: Step | None) -> None:
    """Say what was done with the way to take it back, or that nothing was changed."""
    if step is None:
        page.context.notify("Không có gì thay đổi.")
        return
    page.context.notify(said, lambda: page.change(lambda workspace: undoing.take_back(workspace, step), *KINDS))
    page.context.announce(*KINDS)
