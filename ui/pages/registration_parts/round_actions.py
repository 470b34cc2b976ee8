"""What the clerk does with the round of a year: open it, change its days, send forms and lists, read the outcome."""

from functools import partial
from typing import TYPE_CHECKING, Final

from kimhoa_app.domain.registrations import RegistrationRound
from kimhoa_app.services import exports, registrations
from kimhoa_app.services.eligibility_days import Days, name_days
from kimhoa_app.services.registration_fates import year_fates
from kimhoa_app.text.dates import list_date
from ui.dialogs.base import FormDialog
from ui.dialogs.eligibility_days import eligibility_days_dialog
from ui.dialogs.registration_fates import FatesDialog
from ui.dialogs.registration_round import change_round_dialog, open_round_dialog
from ui.pages.exporting import Paper, print_paper, save_paper
from ui.pages.registration_parts import papers

if TYPE_CHECKING:
    from ui.pages.registrations import RegistrationsPage

KIND: Final = "registrations"


class RoundActions:
    """The actions of `page` on the round as a whole."""

    def __init__(self, page: "RegistrationsPage") -> None:
        self._page = page

    def open_round(self) -> FormDialog | None:
        """Open the dialog that opens the round of the year; None where it is open already."""
        proposed, context = self._page.proposed, self._page.context
        if proposed is None:
            return None
        dialog = open_round_dialog(
            context.workspace, context.runner, proposed.round, proposed.ground, self._say_opened, self._page
        )
        dialog.open()
        return dialog

    def change_days(self) -> FormDialog | None:
        """Open the dialog that changes the days of the round; None where there is no round."""
        year, context = self._page.year, self._page.context
        if year is None:
            return None
        dialog = change_round_dialog(context.workspace, context.runner, year.round, self._say_days, self._page)
        dialog.open()
        return dialog

    def send_forms(self) -> FormDialog | None:
        """Open the dialog that chooses for which units forms are made; None where there is no round."""
        year = self._page.year
        return None if year is None else papers.send_forms(self._page, year.progress)

    def print_progress(self) -> None:
        """Show the table of how far each unit is as it will be printed."""
        print_paper(self._page, papers.progress_paper(self._page.context.year))

    def save_progress(self, ending: str) -> None:
        """Ask where to, and write the table of how far each unit is."""
        save_paper(self._page, papers.progress_paper(self._page.context.year), ending)

    def send_upward(self) -> FormDialog | None:
        """Open the dialog that chooses what goes upward; None where there is no round."""
        return None if self._page.year is None else papers.send_upward(self._page)

    def show_fates(self) -> None:
        """Read what became of every registration of the year and show it beside what was registered."""
        shown, context = self._page.year, self._page.context
        if shown is None:
            return
        year, office, save = shown.round.year, shown.office, partial(papers.save_outcomes, self._page)
        context.runner.submit(
            lambda: year_fates(context.workspace, year),
            done=lambda found: FatesDialog(found, office, save, self._page).open(),
            failed=self._page.fail,
        )

    def print_list(self) -> None:
        """Show the year's list as it will be printed."""
        year = self._page.context.year
        print_paper(
            self._page,
            Paper(
                lambda workspace: exports.registrations_document(workspace, year), f"Danh sach dang ky thi dua {year}"
            ),
        )

    def name_days(self) -> FormDialog | None:
        """Open the dialog that changes the days of decision and of receipt for which the year is assessed."""
        shown, context = self._page.assessment, self._page.context
        if shown is None:
            return None
        said = partial(self._say_named, shown.year)
        dialog = eligibility_days_dialog(context.workspace, context.runner, shown, said, self._page)
        dialog.open()
        return dialog

    def _say_named(self, year: int, before: Days) -> None:
        def undo() -> None:
            self._page.change(
                lambda workspace: name_days(workspace, year, *before), "eligibility", said="Đã trả lại ngày xét cũ."
            )

        self._page.context.notify(f"Đã đổi ngày xét năm {year}; điều kiện được tính lại.", undo)
        self._page.context.announce("eligibility")

    def _say_opened(self, entry: RegistrationRound) -> None:
        self._page.context.notify(f"Đã mở đợt đăng ký năm {entry.year}, hạn {list_date(entry.deadline)}.")
        self._page.context.announce(KIND)

    def _say_days(self, before: RegistrationRound) -> None:
        def undo() -> None:
            self._page.change(
                lambda workspace: registrations.change_round(workspace, before.year, before.opens_on, before.deadline),
                KIND,
                said="Đã trả lại ngày cũ của đợt.",
            )

        self._page.context.notify("Đã đổi ngày của đợt.", undo)
        self._page.context.announce(KIND)
