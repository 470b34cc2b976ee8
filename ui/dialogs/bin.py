"""The bin: what was deleted, each thing one button away from being back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services import bin as bin_service
from kimhoa_app.services.bin import BinEntry
from ui import theme
from ui.dialogs.base import size_within
from ui.models.records import Column
from ui.pages.context import PageContext
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.data_table import DataTable
from ui.widgets.labels import label
from ui.widgets.search_edit import SearchEdit

KINDS: Final = {
    "person": "people",
    "unit": "units",
    "document": "documents",
    "registration": "registrations",
    "award": "awards",
    "initiative": "initiatives",
    "attachment": "documents",
    "office_template": "documents",
}
COLUMNS: Final = (
    Column[BinEntry]("Đã xóa", lambda entry: entry.label, stretch=True),
    Column[BinEntry](
        "Xóa lúc", lambda entry: f"{entry.deleted_at.astimezone():%d/%m/%Y %H:%M}", lambda entry: entry.deleted_at
    ),
)


class BinDialog(QDialog):
    """Lists everything in the bin; restoring announces the kind of data, so that pages show it again."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thùng rác")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self.banner = Banner()
        self.table: DataTable[BinEntry] = DataTable(
            "bin", COLUMNS, key=lambda entry: (entry.entity, entry.row_id), empty="Thùng rác không có gì."
        )
        self.table.opened.connect(lambda _entry: self.restore())
        self.table.chosen.connect(self._offer)
        self.restore_button = primary_button("Khôi phục", self.restore, icon="undo")
        self._lay_out()
        self._read()

    def restore(self) -> None:
        """Bring the selected things back."""
        entries = self.table.selected()
        if not entries:
            return
        workspace = self._context.workspace
        self.restore_button.setEnabled(False)

        def work() -> Sequence[BinEntry]:
            for entry in entries:
                bin_service.restore(workspace, entry.entity, entry.row_id)
            return entries

        self._context.runner.submit(work, done=self._restored, failed=self._fail)

    def _restored(self, entries: Sequence[BinEntry]) -> None:
        what = entries[0].label if len(entries) == 1 else f"{len(entries)} mục"
        self._context.notify(f"Đã khôi phục {what}.")
        self._context.announce(*{KINDS[entry.entity] for entry in entries})
        self._read()

    def _fail(self, error: KimHoaError) -> None:
        if isValid(self):
            self._read()
            self._say(error)

    def _say(self, error: KimHoaError) -> None:
        if isValid(self):
            self.banner.say(error.message)

    def _read(self) -> None:
        if not isValid(self):
            return  # closed meanwhile
        self.banner.clear()
        workspace = self._context.workspace
        self._context.runner.submit(lambda: bin_service.list_bin(workspace), done=self._show, failed=self._say)

    def _show(self, entries: Sequence[BinEntry]) -> None:
        if not isValid(self):
            return
        self.table.show_rows(entries)
        if entries and not self.table.selected():
            first = entries[0]
            self.table.select_where(lambda entry: entry == first)
        self._offer()

    def _offer(self) -> None:
        count = len(self.table.selected())
        self.restore_button.setEnabled(count > 0)
        self.restore_button.setText(f" Khôi phục {count} mục" if count > 1 else " Khôi phục")

    def _lay_out(self) -> None:
        search = SearchEdit("Tìm trong thùng rác…")
        search.textChanged.connect(self.table.filter)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Đóng", self.reject))
        buttons.addWidget(self.restore_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(12)
        layout.addWidget(label("Thùng rác", "heading"))
        layout.addWidget(label("Mục đã xóa nằm ở đây cho đến khi được khôi phục; không có gì bị xóa hẳn.", "muted"))
        for widget in (self.banner, search, self.table):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        size_within(self, 680, 480)
