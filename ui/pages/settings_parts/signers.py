"""Người ký: who signs for the office, and from when until when."""

from dataclasses import replace
from datetime import date

from typing_extensions import override

from kimhoa_app.domain.labels import label as words_for
from kimhoa_app.domain.office import Signer
from kimhoa_app.services import office
from kimhoa_app.services.office import SignerEntry
from kimhoa_app.text.collation import name_key
from kimhoa_app.text.dates import list_date
from ui.dialogs.base import FormDialog
from ui.dialogs.office import signer_dialog
from ui.models.records import Column
from ui.pages.base import Page
from ui.pages.settings_parts.part import Part, SettingsView
from ui.theme import State
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.date_edit import DateEdit


class SignersPart(Part):
    """The list of signers, with those whose term is over."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._today = date.min
        self.table: DataTable[SignerEntry] = DataTable(
            "signers",
            self._columns(),
            key=lambda row: row.id,
            empty="Chưa có người ký: văn bản để trống tên.",
            keeps_one=True,
        )
        self.table.opened.connect(self.change)
        self.table.chosen.connect(self._follow_choice)
        self._change = plain_button("Sửa", self._change_chosen, icon="edit")
        self._end = plain_button("Kết thúc từ ngày…", self.end)
        self._remove = plain_button("Xóa", self.remove, icon="delete")
        self._add = plain_button("Thêm người ký", self.add, icon="add")
        card = Card("Người ký", "lấy theo ngày của văn bản")
        for button in (self._remove, self._end, self._change, self._add):
            card.add_to_head(button)
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)
        self._follow_choice()

    @override
    def show_view(self, view: SettingsView) -> None:
        self._today = self.page.context.workspace.today
        self.table.show_rows(view.signers)
        self._follow_choice()

    def add(self) -> FormDialog:
        """Ask for a new signer."""
        workspace = self.page.context.workspace
        dialog = signer_dialog(
            self.page.context.runner,
            None,
            lambda signer: office.add_signer(workspace, signer),
            lambda signer_id: self.tell(
                "Đã thêm người ký.", "office", lambda opened: office.remove_signer(opened, signer_id)
            ),
            self,
        )
        dialog.open()
        return dialog

    def change(self, entry: SignerEntry) -> FormDialog:
        """Open a signer for correction."""
        workspace = self.page.context.workspace
        dialog = signer_dialog(
            self.page.context.runner,
            entry.signer,
            lambda signer: office.change_signer(workspace, entry.id, signer),
            lambda _saved: self._told_with_the_old(entry, "Đã lưu người ký."),
            self,
        )
        dialog.open()
        return dialog

    def end(self) -> FormDialog | None:
        """Ask for the last day of the chosen signer."""
        entry = self.table.current()
        if entry is None:
            return None
        workspace = self.page.context.workspace
        dialog = FormDialog(
            self.page.context.runner,
            f"Kết thúc: {entry.signer.full_name}",
            lambda values: office.change_signer(workspace, entry.id, replace(entry.signer, **values)),
            lambda _saved: self._told_with_the_old(entry, f"{entry.signer.full_name} thôi ký từ sau ngày này."),
            explain="Văn bản đến hết ngày này vẫn mang tên người ấy.",
            parent=self,
        )
        dialog.form.add("valid_to", "Ngày cuối giữ chức vụ", DateEdit(), required=True)
        dialog.form.fill({"valid_to": self._today})
        dialog.open()
        return dialog

    def remove(self) -> None:
        """Remove the chosen signer, entered by mistake."""
        entry = self.table.current()
        if entry is not None:
            page = self.page
            page.change(
                lambda workspace: office.remove_signer(workspace, entry.id),
                "office",
                said=f"Đã xóa {entry.signer.full_name} khỏi danh sách người ký.",
                undo=lambda: page.change(lambda workspace: office.add_signer(workspace, entry.signer), "office"),
            )

    def _told_with_the_old(self, entry: SignerEntry, said: str) -> None:
        self.tell(said, "office", lambda opened: office.change_signer(opened, entry.id, entry.signer))

    def _change_chosen(self) -> None:
        entry = self.table.current()
        if entry is not None:
            self.change(entry)

    def _follow_choice(self) -> None:
        for button in (self._change, self._end, self._remove):
            button.setEnabled(self.table.current() is not None)

    def _columns(self) -> tuple[Column[SignerEntry], ...]:
        return (
            Column[SignerEntry](
                "Họ và tên", lambda row: row.signer.full_name, lambda row: name_key(row.signer.full_name), stretch=True
            ),
            Column[SignerEntry]("Chức vụ", lambda row: row.signer.position),
            Column[SignerEntry]("Cách ký", lambda row: words_for(row.signer.capacity)),
            Column[SignerEntry]("Từ ngày", lambda row: _day(row.signer.valid_from), lambda row: row.signer.valid_from),
            Column[SignerEntry]("Đến ngày", lambda row: _day(row.signer.valid_to), lambda row: row.signer.valid_to),
            Column[SignerEntry](
                "Tình trạng",
                lambda row: self._standing(row.signer)[0],
                chip=lambda row: self._standing(row.signer)[1],
            ),
        )

    def _standing(self, signer: Signer) -> tuple[str, State]:
        if signer.valid_to is not None and signer.valid_to < self._today:
            return "đã thôi", State.QUIET
        if signer.valid_from is not None and signer.valid_from > self._today:
            return "sắp nhận", State.ACTIVE
        return "đang ký", State.GOOD


def _day(day: date | None) -> str:
    return list_date(day) if day else ""
