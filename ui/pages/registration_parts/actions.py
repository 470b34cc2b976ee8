"""What the clerk does with registrations: register, change, withdraw, bring in from Excel, note a refusal."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from kimhoa_app.domain.registration_fates import Fate
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationLine
from kimhoa_app.services import registrations
from kimhoa_app.services.imports import ListKind
from kimhoa_app.services.registration_fates import take_back_refusal
from kimhoa_app.services.registrations import Registered
from ui.dialogs.base import FormDialog
from ui.dialogs.list_import.wizard import ImportWizard
from ui.dialogs.registration import RegisterDialog, change_dialog
from ui.dialogs.registration_households import households_dialog
from ui.dialogs.registration_refusal import refusal_dialog
from ui.pages.registration_parts.year import Subject

if TYPE_CHECKING:
    from ui.pages.registrations import RegistrationsPage

KIND: Final = "registrations"


class RegistrationActions:
    """The actions of `page`; each is said at the foot of the window, with the way to take it back."""

    def __init__(self, page: "RegistrationsPage") -> None:
        self._page = page

    def register(self) -> RegisterDialog | None:
        """Open the dialog that registers, those picked who are selected among the missing."""
        page = self._page
        if page.year is None:
            return None
        selected = page.missing.table.selected()
        chosen = [one for one in selected if one.kind is selected[0].kind]
        context = page.context
        dialog = RegisterDialog(
            context.workspace, context.runner, page.year, self._say_registered,
            chosen=chosen, assessment=page.assessment, parent=page,
        )  # fmt: skip
        dialog.households_asked.connect(self.register_households)
        dialog.open()
        return dialog

    def register_households(self) -> FormDialog | None:
        """Open the dialog that registers households; None where there is no round or no village."""
        shown, context = self._page.year, self._page.context
        if shown is None or not shown.villages:
            return None
        dialog = households_dialog(
            context.workspace, context.runner, shown.round.year, shown.villages, shown.usual_day,
            self._say_registered, self._page,
        )  # fmt: skip
        dialog.open()
        return dialog

    def register_usual(self, subjects: Sequence[Subject]) -> None:
        """Register `subjects` at once, each for the title that is usual for it."""
        shown = self._page.year
        if shown is None:
            return
        drafts = [subject.draft(subject.usual_title, shown.usual_day) for subject in subjects]
        year = shown.round.year
        self._page.change(
            lambda workspace: registrations.register_all(workspace, year, drafts), KIND, done=self._tell_registered
        )

    def change_one(self, line: RegistrationLine) -> FormDialog | None:
        """Open the dialog that changes one registration."""
        page, context = self._page, self._page.context
        if page.year is None:
            return None
        said = partial(self._say_changed, line)
        dialog = change_dialog(context.workspace, context.runner, page.year, line, said, page)
        dialog.open()
        return dialog

    def withdraw(self, lines: Sequence[RegistrationLine]) -> None:
        """Put the registrations of `lines` in the bin, with a way back."""
        ids = [line.registration_id for line in lines]
        said = f"Đã rút đăng ký của {lines[0].name}." if len(lines) == 1 else f"Đã rút {len(lines)} đăng ký."
        self._page.change(
            lambda workspace: registrations.withdraw(workspace, *ids), KIND, said=said, undo=partial(self._restore, ids)
        )

    def bring_in(self) -> ImportWizard | None:
        """Open the wizard that brings in registrations from Excel; None where there is no round."""
        page = self._page
        if page.year is None:
            return None
        dialog = ImportWizard(page.context, ListKind.REGISTRATIONS, page)
        dialog.open()
        return dialog

    def refuse(self, fate: Fate) -> FormDialog:
        """Open the dialog that records a refusal from above."""
        context = self._page.context
        dialog = refusal_dialog(context.workspace, context.runner, fate, partial(self._say_refused, fate), self._page)
        dialog.open()
        return dialog

    def take_back_refusal(self, fate: Fate) -> None:
        """Let what was noted as refused from above be open again."""
        number = fate.line.registration_id
        self._page.change(lambda workspace: take_back_refusal(workspace, number), KIND, said="Đã bỏ ghi không tặng.")

    def _tell_registered(self, outcome: Registered) -> None:
        added, over = len(outcome.added), len(outcome.passed_over)
        passed = f"; {over} nơi đã đăng ký từ trước nên bỏ qua" if over else ""
        undo = partial(self._take_back, outcome.added) if added else None
        self._page.context.notify(f"Đã ghi {added} đăng ký{passed}.", undo)

    def _say_registered(self, outcome: Registered) -> None:
        self._tell_registered(outcome)
        self._page.context.announce(KIND)

    def _say_changed(self, line: RegistrationLine, before: RegistrationDraft) -> None:
        def undo() -> None:
            self._page.change(
                lambda workspace: registrations.change_registration(workspace, line.registration_id, before),
                KIND,
                said="Đã trả lại đăng ký như trước khi sửa.",
            )

        self._page.context.notify(f"Đã sửa đăng ký của {line.name}.", undo)
        self._page.context.announce(KIND)

    def _say_refused(self, fate: Fate, _nothing: object) -> None:
        undo = partial(self.take_back_refusal, fate)
        self._page.context.notify(f"Đã ghi: cấp trên không tặng {fate.line.name}.", undo)
        self._page.context.announce(KIND)

    def _take_back(self, ids: Sequence[int]) -> None:
        self._page.change(
            lambda workspace: registrations.withdraw(workspace, *ids), KIND, said="Đã bỏ các đăng ký vừa ghi."
        )

    def _restore(self, ids: Sequence[int]) -> None:
        self._page.change(
            lambda workspace: registrations.restore(workspace, *ids), KIND, said="Đã đưa đăng ký trở lại."
        )
