"""What the clerk does with awards: record one of the past, bring in a list, say why, correct a decision, delete."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from kimhoa_app.services import awards
from kimhoa_app.services import bin as bins
from kimhoa_app.services.awards import AwardEntry
from kimhoa_app.services.imports import ListKind
from ui.dialogs.award import AwardDialog
from ui.dialogs.award_occasion import occasion_dialog
from ui.dialogs.base import FormDialog
from ui.dialogs.list_import.wizard import ImportWizard
from ui.pages.correcting import correct_decision

if TYPE_CHECKING:
    from ui.pages.awards import AwardsPage

KIND: Final = "awards"


class AwardActions:
    """The actions of `page`; each is said at the foot of the window, with the way to take it back."""

    def __init__(self, page: "AwardsPage") -> None:
        self._page = page

    def record(self) -> AwardDialog:
        """Open the dialog that records an award of the past."""
        context = self._page.context
        dialog = AwardDialog(
            context.workspace, context.runner, context.year, self._page.found.offered, self._say_recorded, self._page
        )
        dialog.open()
        return dialog

    def change_occasion(self) -> FormDialog | None:
        """Open the dialog that says why the selected awards were given; None without any."""
        entries = self._page.table.selected()
        if not entries:
            return None
        context = self._page.context
        said = partial(self._say_occasion, entries)
        dialog = occasion_dialog(context.workspace, context.runner, entries, said, self._page)
        dialog.open()
        return dialog

    def bring_in(self) -> ImportWizard:
        """Open the wizard that brings in awards of past years from Excel."""
        dialog = ImportWizard(self._page.context, ListKind.AWARDS, self._page)
        dialog.open()
        return dialog

    def delete(self) -> None:
        """Put the selected awards into the bin, with a way back."""
        entries = self._page.table.selected()
        if not entries:
            return
        ids = [entry.id for entry in entries]
        said = f"Đã xóa khen thưởng của {entries[0].award.subject_then}."
        if len(ids) > 1:
            said = f"Đã xóa {len(ids)} khen thưởng."
        self._page.change(
            lambda workspace: awards.delete_awards(workspace, *ids),
            KIND,
            said=said,
            undo=partial(self._bring_back, ids),
        )

    def correct(self, decision_id: object) -> FormDialog | None:
        """Open the dialog that corrects number and day of a decision; None for awards without one."""
        entry = next((one for one in self._page.found.entries if one.award.decision_id == decision_id), None)
        if entry is None or entry.decision is None or not isinstance(decision_id, int):
            return None
        return correct_decision(self._page, decision_id, entry.decision)

    def _say_recorded(self, _award_id: object) -> None:
        self._page.context.notify("Đã ghi khen thưởng.")
        self._page.context.announce(KIND)

    def _say_occasion(self, entries: Sequence[AwardEntry], _nothing: object) -> None:
        before = {entry.id: entry.award.occasion for entry in entries}
        self._page.context.notify(
            "Đã ghi loại hình khen thưởng.",
            lambda: self._page.change(lambda workspace: awards.set_occasions(workspace, before), KIND),
        )
        self._page.context.announce(KIND)

    def _bring_back(self, ids: Sequence[int]) -> None:
        self._page.change(
            lambda workspace: bins.restore(workspace, "award", *ids), KIND, said="Đã đưa khen thưởng trở lại."
        )
