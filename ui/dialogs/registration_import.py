"""Bringing in registrations from Excel: choose a file, look at what it would do, then do all of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services.imports import (
    WRITTEN,
    ImportOutcome,
    ImportPlan,
    ListKind,
    PlannedRow,
    RowAction,
    commit_import,
    plan_import,
)
from kimhoa_app.services.workspace import Workspace
from ui import theme
from ui.background import Runner
from ui.dialogs.file_choice import ask_which
from ui.theme import State
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.date_edit import DateEdit
from ui.widgets.import_preview import ImportPreview, PreviewLine
from ui.widgets.labels import label

EXPLAIN: Final = (
    "Phiếu đã gửi cho đơn vị, hoặc tệp .xlsx có cột họ và tên (hoặc tên tập thể, chủ hộ) và cột danh hiệu; cột đơn vị, "
    "ngày sinh, hình thức, sáng kiến, ghi chú có thì đọc. Xem trước từng dòng; bấm nút đăng ký mới ghi."
)


class RegistrationImportDialog(QDialog):
    """Shows what a file would do; `done` gets what the import has done."""

    def __init__(
        self, workspace: Workspace, runner: Runner, year: int, done: Callable[[ImportOutcome], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Nhập đăng ký từ Excel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._runner, self._year, self._done = workspace, runner, year, done
        self._plan: ImportPlan | None = None
        self.banner = Banner()
        self.preview = ImportPreview("registration-import")
        self.choose_button = plain_button("Chọn tệp…", self._choose, icon="folder")
        self.received = DateEdit()
        self.received.show_date(workspace.today)
        self.received.setAccessibleName("Ngày nhận")
        self.received.setToolTip("Ngày đơn vị nộp danh sách, phiếu; sau hạn thì đăng ký ghi là trễ hạn")
        self.received.setMaximumWidth(140)
        self.import_button = primary_button("Đăng ký", self.commit)
        self.import_button.setEnabled(False)
        self._lay_out()
        self.resize(920, 560)

    def read(self, path: Path) -> None:
        """Read the file off the UI thread and show what importing it would do."""
        self.banner.clear()
        try:
            received = self.received.typed_date() or self._workspace.today
        except ValueError:
            self.banner.say("Ngày nhận không đọc được; hãy ghi như 15/01/2026.")
            return
        self.choose_button.setEnabled(False)
        self._runner.submit(
            lambda: plan_import(self._workspace, ListKind.REGISTRATIONS, path, year=self._year, received_on=received),
            done=lambda plan: self._show(path, plan),
            failed=self._fail,
            settled=lambda: self.choose_button.setEnabled(True),
        )

    def commit(self) -> None:
        """Register everything that the file names and that is not refused."""
        plan = self._plan
        if plan is None:
            return
        self.import_button.setEnabled(False)
        self._runner.submit(lambda: commit_import(self._workspace, plan), done=self._finish, failed=self._fail)

    def _choose(self) -> None:
        ask_which(self, "Chọn danh sách đăng ký", ".xlsx", self.read)

    def _show(self, path: Path, plan: ImportPlan) -> None:
        self._plan = plan
        count = len(plan.with_action(*WRITTEN))
        lines = _lines(plan)
        source = f"{path.name} · trang tính “{plan.sheet}”, tiêu đề ở dòng {plan.header_row}"
        self.preview.show_lines(_sentence(count, plan), source, lines)
        self.preview.show()
        self.import_button.setText(f"Đăng ký {count} danh hiệu" if count else "Không có gì để đăng ký")
        self.import_button.setEnabled(bool(count))
        self.import_button.setFocus()

    def _finish(self, outcome: ImportOutcome) -> None:
        self.accept()
        self._done(outcome)

    def _fail(self, error: KimHoaError) -> None:
        self._plan = None
        self.import_button.setEnabled(False)
        self.banner.say(error.message)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(label(f"Nhập đăng ký năm {self._year} từ Excel", "heading"), 1)
        head.addWidget(label("Ngày nhận", "muted"))
        head.addWidget(self.received)
        head.addWidget(self.choose_button)
        layout.addLayout(head)
        layout.addWidget(label(EXPLAIN, "muted", wrap=True))
        layout.addWidget(self.banner)
        layout.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Hủy", self.reject))
        buttons.addWidget(self.import_button)
        layout.addLayout(buttons)


def _sentence(count: int, plan: ImportPlan) -> str:
    known, unclear, refused = (
        len(plan.with_action(action)) for action in (RowAction.SAME, RowAction.AMBIGUOUS, RowAction.REFUSED)
    )
    counted = {"{} đã đăng ký từ trước": known, "{} chưa rõ là ai": unclear, "{} dòng không nhận": refused}
    return " · ".join([f"{count} danh hiệu mới", *(words.format(many) for words, many in counted.items() if many)])


_OUTCOMES = {
    RowAction.NEW: ("sẽ đăng ký", State.GOOD),
    RowAction.CHANGE: ("sẽ sửa", State.ACTIVE),
    RowAction.SAME: ("đã đăng ký", State.QUIET),
    RowAction.AMBIGUOUS: ("cần xem", State.ATTENTION),
    RowAction.REFUSED: ("không nhận", State.WRONG),
    RowAction.SKIPPED: ("bỏ qua", State.QUIET),
}


def _lines(plan: ImportPlan) -> list[PreviewLine]:
    return [_line(row) for row in plan.rows]


def _line(row: PlannedRow) -> PreviewLine:
    outcome, state = _OUTCOMES[row.action]
    said = " ".join(part for part in (row.reason, *row.warnings) if part)
    return PreviewLine(row.row, row.name, row.content, outcome, state, said)
