"""What the clerk does about a result: suppose, add what is known, put forward against the conditions, print."""

from functools import partial
from typing import TYPE_CHECKING

from kimhoa_app.domain.eligibility import PersonFacts, UnitFacts
from kimhoa_app.services import eligibility_decisions, eligibility_sheet
from kimhoa_app.services.eligibility import AnyResult
from ui.dialogs.eligibility import WhatIfDialog, fact_dialog, override_dialog
from ui.pages.base import Page
from ui.pages.exporting import Paper, print_paper, save_paper

if TYPE_CHECKING:
    from kimhoa_app.documents.model import OfficialDocument
    from kimhoa_app.services.workspace import Workspace
    from ui.dialogs.base import FormDialog

KIND = "eligibility"


class EligibilityActions:
    """The ways in which the parts that show results change the data, through their page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def suppose(self, result: AnyResult) -> WhatIfDialog | None:
        """Open the dialog that says what another rating or an initiative would change."""
        if not isinstance(result.subject, PersonFacts):
            return None
        context = self.page.context
        dialog = WhatIfDialog(context.workspace, context.runner, result.subject, result.year, self.page)
        dialog.open()
        return dialog

    def add_fact(self, result: AnyResult) -> "FormDialog | None":
        """Open the dialog that notes what the registers do not hold of a person."""
        if not isinstance(result.subject, PersonFacts):
            return None
        context = self.page.context
        dialog = fact_dialog(context.workspace, context.runner, result.subject, self._say_fact, self.page)
        dialog.open()
        return dialog

    def override(self, result: AnyResult) -> "FormDialog":
        """Open the dialog that asks why somebody is put forward against the conditions."""
        context = self.page.context
        dialog = override_dialog(context.workspace, context.runner, result, self._say_override, self.page)
        dialog.open()
        return dialog

    def take_back(self, result: AnyResult) -> None:
        """Let the conditions decide again, with a way back."""
        given = result.override
        if given is None:
            return
        year, code = result.year, result.award_code

        def put_back() -> None:
            self.page.change(
                lambda workspace: eligibility_decisions.override_verdict(
                    workspace, year, code, given.reason, person_id=given.person_id, unit_id=given.unit_id
                ),
                KIND,
            )

        self.page.change(
            lambda workspace: eligibility_decisions.take_back_override(
                workspace, year, code, person_id=given.person_id, unit_id=given.unit_id
            ),
            KIND,
            said="Đã trở lại theo điều kiện.",
            undo=put_back,
        )

    def print_one(self, result: AnyResult) -> None:
        """Print the sheet of one result."""
        print_paper(self.page, _sheet_of(result))

    def save_one(self, result: AnyResult) -> None:
        """Ask where to and write the sheet of one result as a Word file."""
        save_paper(self.page, _sheet_of(result), ".docx")

    def print_all(self) -> None:
        """Print the sheet of everyone who has registered."""
        print_paper(self.page, self._sheet_of_all())

    def save_all(self) -> None:
        """Ask where to and write the sheet of everyone who has registered as a Word file."""
        save_paper(self.page, self._sheet_of_all(), ".docx")

    def _sheet_of_all(self) -> Paper:
        year = self.page.context.year
        return Paper(
            lambda workspace: eligibility_sheet.registered_sheet(workspace, year), f"Phieu doi chieu dieu kien {year}"
        )

    def _say_override(self, result: AnyResult) -> None:
        undo = partial(self._forget, result)
        self.page.context.notify("Đã ghi: vẫn đưa ra xét; lý do sẽ có trong biên bản họp Hội đồng.", undo)
        self.page.context.announce(KIND)

    def _forget(self, result: AnyResult) -> None:
        person_id, unit_id, _household_id = subject_ids(result)
        self.page.change(
            lambda workspace: eligibility_decisions.take_back_override(
                workspace, result.year, result.award_code, person_id=person_id, unit_id=unit_id
            ),
            KIND,
        )

    def _say_fact(self, fact_id: int) -> None:
        def undo() -> None:
            self.page.change(lambda workspace: eligibility_decisions.remove_fact(workspace, fact_id), KIND)

        self.page.context.notify("Đã ghi thông tin để xét.", undo)
        self.page.context.announce(KIND)


def subject_ids(result: AnyResult) -> tuple[int | None, int | None, int | None]:
    """Return the number of the person, that of the unit or that of the household, the others None."""
    subject_id = result.subject.id
    match result.subject:
        case PersonFacts():
            return subject_id, None, None
        case UnitFacts():
            return None, subject_id, None
    return None, None, subject_id


def _sheet_of(result: AnyResult) -> Paper:
    person_id, unit_id, household_id = subject_ids(result)
    year, code = result.year, result.award_code

    def make(workspace: "Workspace") -> "OfficialDocument":
        return eligibility_sheet.subject_sheet(
            workspace, year, code, person_id=person_id, unit_id=unit_id, household_id=household_id
        )

    return Paper(make, f"Phieu doi chieu dieu kien {code} {year}")
