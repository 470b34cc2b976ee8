"""A decision corrected from any page on which it stands, with the way to take the correction back."""

from kimhoa_app.services import decisions
from kimhoa_app.services.decisions import DecisionDraft
from ui.dialogs.base import FormDialog
from ui.dialogs.decision import decision_dialog
from ui.pages.base import Page

KINDS = ("awards", "initiatives", "ratings")
"""What names decisions, and is read again after one was corrected."""


def correct_decision(page: Page, decision_id: int, decision: DecisionDraft) -> FormDialog:
    """Open the dialog that corrects number, day, authority and signer of a decision."""

    def done(before: DecisionDraft) -> None:
        def undo() -> None:
            page.change(
                lambda workspace: decisions.correct_decision(workspace, decision_id, before), *KINDS,
                said="Đã trả lại quyết định cũ.",
            )  # fmt: skip

        page.context.notify("Đã sửa quyết định.", undo)
        page.context.announce(*KINDS)

    dialog = decision_dialog(page.context, decision_id, decision, done, page)
    dialog.open()
    return dialog
