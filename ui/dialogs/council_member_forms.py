"""The forms that the dialog of a council's members opens over itself."""

from typing import TYPE_CHECKING

from kimhoa_app.domain.councils import Member
from ui.dialogs.council_decision import open_council_dialog
from ui.dialogs.council_member import open_end_dialog, open_member_dialog

if TYPE_CHECKING:
    from ui.dialogs.council_members import MembersDialog


class MemberForms:
    """The forms of `dialog`; each is followed by reading the council again."""

    def __init__(self, dialog: "MembersDialog") -> None:
        self._dialog = dialog

    def change(self, member: Member) -> None:
        """Open the form of a seat."""
        if self._dialog.council is not None:
            open_member_dialog(
                self._dialog.context, self._dialog.council.council_id, self._follow, member=member, parent=self._dialog
            )

    def change_selected(self) -> None:
        """Open the form of the selected seat."""
        member = self._dialog.table.current()
        if member is not None:
            self.change(member)

    def add_outsider(self) -> None:
        """Open the form of a seat for somebody who is not on the staff."""
        if self._dialog.council is not None:
            open_member_dialog(self._dialog.context, self._dialog.council.council_id, self._follow, parent=self._dialog)

    def end_selected(self) -> None:
        """Open the form of the day on which the selected member leaves."""
        member = self._dialog.table.current()
        if member is not None:
            today = self._dialog.context.workspace.today
            open_end_dialog(self._dialog.context, member, today, self._follow, self._dialog)

    def change_decision(self) -> None:
        """Open the form of the decision that set the council up."""
        council = self._dialog.council
        if council is not None:
            open_council_dialog(self._dialog.context, council.name, self._follow, council=council, parent=self._dialog)

    def renew(self) -> None:
        """Open the form of a new decision, whose council takes over the members."""
        if self._dialog.council is not None:
            open_council_dialog(
                self._dialog.context,
                self._dialog.council.name,
                self._after_renewal,
                kind=self._dialog.kind,
                parent=self._dialog,
            )

    def _after_renewal(self, _council_id: int) -> None:
        self._dialog.day = max(self._dialog.day, self._dialog.context.workspace.today)
        self._dialog.after_change()

    def _follow(self, _value: object) -> None:
        self._dialog.after_change()
