"""Dữ liệu: where the data lie, whether they are whole, the bin, and the way out of the sample."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton
from typing_extensions import override

from kimhoa_app import __version__
from kimhoa_app.services import starting
from kimhoa_app.services.workspace import problems_of
from ui.dialogs.bin import BinDialog
from ui.pages.base import Page
from ui.pages.settings_parts.part import Part, SettingsView
from ui.theme import State
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.confirm_bar import ConfirmBar
from ui.widgets.labels import label

LEAVE_QUESTION = (
    "Bỏ dữ liệu mẫu và bắt đầu với dữ liệu trống của cơ quan? Dữ liệu mẫu được giữ lại trong thư mục backups."
)


class DataPart(Part):
    """The data folder and what can be done with it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._folder = Path()
        self._path = label("", wrap=True)
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.outcome = Banner()
        self.confirm = ConfirmBar()
        self.check = plain_button("Kiểm tra dữ liệu", self.check_data, icon="check")
        self.leave_sample = plain_button("Bắt đầu dữ liệu thật…", self.ask_to_leave)
        self._sample = Card("Dữ liệu mẫu", "đang mở một xã hư cấu để xem thử")
        self._lay_out_cards()

    @override
    def show_view(self, view: SettingsView) -> None:
        self._folder = view.folder
        self._path.setText(str(view.folder))
        self._sample.setVisible(view.is_sample)

    def open_folder(self) -> None:
        """Show the folder in the file manager of the system."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def check_data(self) -> None:
        """Check the open data and say what was found."""
        self.check.setEnabled(False)
        self.page.context.runner.submit(
            lambda: problems_of(self.page.context.workspace),
            done=self._show_problems,
            failed=self.page.fail,
            settled=lambda: self.check.setEnabled(True),
        )

    def open_bin(self) -> BinDialog:
        """Show what was deleted."""
        dialog = BinDialog(self.page.context)
        dialog.open()
        return dialog

    def ask_to_leave(self) -> None:
        """Ask whether the sample is to be put aside."""
        self.confirm.ask(LEAVE_QUESTION, "Bỏ dữ liệu mẫu", self.begin_for_real)

    def begin_for_real(self) -> None:
        """Put the sample aside and let the window begin anew."""
        context = self.page.context

        def done(kept: Path) -> None:
            context.notify(f"Dữ liệu mẫu được giữ tại {kept.parent.name}/{kept.name}.")
            context.announce("workspace")

        context.runner.submit(lambda: starting.begin_for_real(context.workspace), done=done, failed=self.page.fail)

    def _show_problems(self, problems: list[str]) -> None:
        if problems:
            self.outcome.say("\n".join(problems), State.WRONG)
        else:
            self.outcome.say("Dữ liệu nguyên vẹn: tệp, liên kết và các con số đều đúng.", State.GOOD)

    def _lay_out_cards(self) -> None:
        folder = Card("Thư mục dữ liệu", "mọi thay đổi được lưu ngay vào đây")
        folder.body.addWidget(self._path)
        folder.body.addLayout(_row(plain_button("Mở thư mục", self.open_folder, icon="folder"), self.check))
        folder.body.addWidget(self.outcome)
        deleted = Card("Thùng rác", "những gì đã xóa, lấy lại được")
        deleted.body.addLayout(_row(plain_button("Mở thùng rác", self.open_bin, icon="delete")))
        self._sample.body.addWidget(
            label("Mọi tên người, số liệu đang thấy đều là giả. Khi đã xem xong, hãy bắt đầu dữ liệu thật.", wrap=True)
        )
        self._sample.body.addLayout(_row(self.leave_sample))
        self._sample.body.addWidget(self.confirm)
        for card in (folder, deleted, self._sample):
            self.body.addWidget(card)
        self.body.addWidget(label(f"Kim Hoa, phiên bản {__version__}", "small"))
        self.body.addStretch(1)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
