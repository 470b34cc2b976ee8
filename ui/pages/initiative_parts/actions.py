"""What the clerk does with initiatives: record, change, recognise, widen, note what they served, delete, export."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from kimhoa_app.domain.initiatives import InitiativeUse, Scope
from kimhoa_app.services import bin as bins
from kimhoa_app.services import documents, eligibility_decisions, initiatives
from kimhoa_app.services.decisions import DecisionDraft
from kimhoa_app.services.imports import ListKind
from kimhoa_app.services.initiative_year import InitiativeLine
from ui.dialogs.base import FormDialog
from ui.dialogs.initiative import initiative_dialog, recognition_dialog, use_dialog, wider_dialog
from ui.dialogs.list_import.wizard import ImportWizard
from ui.pages.correcting import correct_decision
from ui.pages.exporting import Paper, save_paper

if TYPE_CHECKING:
    from ui.pages.initiatives import InitiativesPage

KIND: Final = "initiatives"
LIST: Final = "danh-sach-sang-kien"


class InitiativeActions:
    """The actions of `page`; each is said at the foot of the window, with the way to take it back."""

    def __init__(self, page: "InitiativesPage") -> None:
        self._page = page

    def record(self) -> FormDialog:
        """Open the dialog that records an initiative."""
        return self._open("Đã ghi sáng kiến.")

    def change_one(self, line: InitiativeLine) -> FormDialog:
        """Open the dialog that changes an initiative, or that records the one of a registered topic."""
        return self._open("Đã ghi sáng kiến." if line.entry is None else "Đã sửa sáng kiến.", line)

    def change_selected(self) -> None:
        """Open the dialog of the one that is selected."""
        current = self._page.table.current()
        if current is not None:
            self.change_one(current)

    def recognise(self) -> FormDialog | None:
        """Open the dialog that records the decision recognising the selected initiatives; None without any."""
        entries = self._page.chosen()
        if not entries:
            return None
        before = {entry.id: entry.initiative.decision_id for entry in entries}

        def undo() -> None:
            self._page.change(
                lambda workspace: initiatives.set_decisions(workspace, before), KIND, said="Đã bỏ quyết định vừa ghi."
            )

        said = partial(self._tell, f"Đã ghi quyết định cho {len(entries)} sáng kiến.", undo)
        page, found = self._page, self._page.found
        met_on = found.year.met_on
        return self._ask(recognition_dialog(page.context, entries, found.decisions, said, page, met_on=met_on))

    def correct(self, decision_id: int, decision: DecisionDraft) -> FormDialog:
        """Open the dialog that corrects a decision which stands on the card."""
        return correct_decision(self._page, decision_id, decision)

    def widen(self) -> FormDialog | None:
        """Open the dialog that records what recognises a wider scope of the selected initiative; None without one."""
        entries = self._page.chosen()
        if len(entries) != 1:
            return None
        entry = entries[0]
        scope, decision = Scope(entry.initiative.scope), entry.initiative.wider_decision_id

        def undo() -> None:
            self._page.change(
                lambda workspace: initiatives.set_scope(workspace, entry.id, scope, decision), KIND,
                said="Đã bỏ phạm vi vừa ghi.",
            )  # fmt: skip

        said = partial(self._tell, "Đã ghi phạm vi rộng hơn của sáng kiến.", undo)
        page = self._page
        return self._ask(wider_dialog(page.context, entry, said, page, met_on=page.found.year.met_on))

    def note_use(self) -> FormDialog | None:
        """Open the dialog that notes what the selected initiative has served; None without one."""
        entries = self._page.chosen()
        if len(entries) != 1:
            return None

        def done(use_id: object) -> None:
            self._tell("Đã ghi lần dùng sáng kiến.", partial(self._drop, use_id, "Đã bỏ lần dùng vừa ghi."), use_id)

        return self._ask(use_dialog(self._page.context, entries[0], done, self._page))

    def drop_use(self, use: InitiativeUse) -> None:
        """Take back what was noted of an initiative's use."""
        self._drop(use.use_id, "Đã bỏ lần dùng sáng kiến.")

    def delete(self) -> None:
        """Put the selected initiatives into the bin, with a way back."""
        entries = self._page.chosen()
        if not entries:
            return
        ids = [entry.id for entry in entries]
        said = f"Đã xóa “{entries[0].initiative.name}”." if len(ids) == 1 else f"Đã xóa {len(ids)} sáng kiến."
        self._page.change(
            lambda workspace: initiatives.delete_initiatives(workspace, *ids),
            KIND,
            said=said,
            undo=partial(self._bring_back, ids),
        )

    def export(self) -> None:
        """Write the year's list as a workbook."""
        year = self._page.context.year
        paper = Paper(lambda workspace: documents.draft(workspace, LIST, year, {}), f"Danh sách sáng kiến {year}")
        save_paper(self._page, paper, ".xlsx")

    def bring_in(self) -> ImportWizard:
        """Open the wizard that brings in initiatives from Excel."""
        dialog = ImportWizard(self._page.context, ListKind.INITIATIVES, self._page)
        dialog.open()
        return dialog

    def _ask(self, dialog: FormDialog) -> FormDialog:
        dialog.open()
        return dialog

    def _open(self, said: str, line: InitiativeLine | None = None) -> FormDialog:
        done = partial(self._tell, said, None)
        entry, topic = (None, None) if line is None else (line.entry, line.topic)
        page, found = self._page, self._page.found
        return self._ask(
            initiative_dialog(page.context, found.people, found.year.known, done, page, entry=entry, topic=topic)
        )

    def _tell(self, said: str, undo: object, _result: object) -> None:
        self._page.context.notify(said, undo if callable(undo) else None)
        self._page.context.announce(KIND)

    def _drop(self, use_id: object, said: str) -> None:
        assert isinstance(use_id, int)
        self._page.change(lambda workspace: eligibility_decisions.take_back_use(workspace, use_id), KIND, said=said)

    def _bring_back(self, ids: Sequence[int]) -> None:
        self._page.change(
            lambda workspace: bins.restore(workspace, "initiative", *ids), KIND, said="Đã đưa sáng kiến trở lại."
        )
