"""Cells copied in Excel, looked through before they are written over the list of people."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services.staff_paste import Outcome, PasteLine, commit_paste
from kimhoa_app.services.undoing import Step
from ui import theme
from ui.dialogs.base import size_within
from ui.pages.context import PageContext
from ui.theme import State
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.import_preview import ImportPreview, PreviewLine
from ui.widgets.labels import label

_SIZE: Final = (900, 520)
_FIELDS: Final = {
    "full_name": "họ và tên",
    "birth": "ngày sinh",
    "gender": "giới tính",
    "national_id": "số căn cước",
    "position": "chức vụ",
    "unit_id": "đơn vị",
    "group": "nhóm",
    "note": "ghi chú",
}
_STATES: Final = {Outcome.CHANGE: State.ACTIVE, Outcome.SAME: State.QUIET, Outcome.REFUSED: State.WRONG}
_WORDS: Final = {Outcome.CHANGE: "sửa", Outcome.SAME: "không đổi", Outcome.REFUSED: "bỏ qua"}


class PasteDialog(QDialog):
    """Shows what each pasted line would change; `done` gets the step and the number of people once it is written."""

    def __init__(
        self,
        context: PageContext,
        lines: Sequence[PasteLine],
        done: Callable[[Step | None, int], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Dán từ Excel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._lines = lines
        self._done = done
        self._count = sum(line.outcome is Outcome.CHANGE for line in lines)
        self.banner = Banner()
        self.preview = ImportPreview("staff-paste")
        self.write_button = primary_button(f"Sửa {self._count} người", self.write)
        self.write_button.setEnabled(self._count > 0)
        self._lay_out()
        refused = sum(line.outcome is Outcome.REFUSED for line in lines)
        self.preview.show_lines(
            f"{len(lines)} dòng: sửa {self._count}, bỏ qua {refused}.",
            "Nhận người theo số căn cước, nếu không thì theo tên. Chức vụ, đơn vị được sửa ở vị trí hiện nay.",
            [_preview(line) for line in lines],
        )

    def write(self) -> None:
        """Write all lines that change something, or none."""
        workspace = self._context.workspace
        self.write_button.setEnabled(False)
        self._context.runner.submit(
            lambda: commit_paste(workspace, self._lines), done=self._finish, failed=self._refuse
        )

    def _finish(self, step: Step | None) -> None:
        self.accept()
        self._done(step, self._count)

    def _refuse(self, error: KimHoaError) -> None:
        self.banner.say(error.message)
        self.write_button.setEnabled(True)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(12)
        layout.addWidget(label("Dán từ Excel", "heading"))
        layout.addWidget(self.banner)
        layout.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Hủy", self.reject))
        buttons.addWidget(self.write_button)
        layout.addLayout(buttons)
        size_within(self, *_SIZE)


def _preview(line: PasteLine) -> PreviewLine:
    changes = "; ".join(f"{_FIELDS[field]}: {old} → {new}" for field, old, new in line.changes)
    return PreviewLine(line.number, line.name, changes, _WORDS[line.outcome], _STATES[line.outcome], line.reason)
