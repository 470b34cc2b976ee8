"""Bringing in a staff list from Excel: choose the file, look through what would be done, do it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedLayout, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services.imports import (
    SUFFIXES,
    WRITTEN,
    ImportOutcome,
    ImportPlan,
    ListKind,
    PlannedRow,
    RowAction,
    commit_import,
    plan_import,
    undo_import,
)
from ui import preferences, theme
from ui.background import Progress
from ui.dialogs.base import size_within
from ui.dialogs.staff_import_rows import WORDS, consequences, describe, import_columns, source_line
from ui.pages.context import PageContext
from ui.widgets.banner import Banner
from ui.widgets.buttons import link_button, plain_button, primary_button
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.progress_row import ProgressRow

FILTER = f"Bảng tính ({' '.join(f'*{ending}' for ending in SUFFIXES)})"


class ImportDialog(QDialog):
    """Nothing is changed until the one button is pressed; then all ticked lines are, or none."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Nhập từ Excel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._context = context
        self._plan: ImportPlan | None = None
        self._left_out: set[int] = set()
        self._importing = False
        self.banner = Banner()
        self.progress = ProgressRow()
        self.table: DataTable[PlannedRow] = DataTable(
            "staff-import",
            import_columns(self._is_wanted),
            key=lambda row: row.key,
            empty="Danh sách không có dòng nào.",
        )
        self.kinds = QTabBar()
        self.kinds.setDrawBase(False)
        self.kinds.setExpanding(False)
        self.import_button = primary_button("Nhập", self.commit)
        self._other_button = plain_button("Chọn tệp khác…", self.ask_for_file, icon="folder")
        self._make_texts()
        self._lay_out()
        self._connect()
        self._choose_file()

    def ask_for_file(self) -> None:
        """Let the clerk choose the file."""
        chosen, _filter = QFileDialog.getOpenFileName(
            self,
            "Chọn danh sách cán bộ",
            preferences.LAST_FOLDER.read(),
            f"Bảng tính ({' '.join(f'*{ending}' for ending in SUFFIXES)})",
        )
        if chosen:
            preferences.LAST_FOLDER.write(str(Path(chosen).parent))
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        """Look through the list in the file at `path` off the UI thread and show what importing it would do."""
        if self.progress.is_running or self._importing:
            return
        self.banner.clear()
        workspace = self._context.workspace

        def work(progress: Progress) -> ImportPlan:
            return plan_import(workspace, ListKind.STAFF, path, steps=progress.step)

        self._file.setText(path.name)
        self.progress.run(
            self._context.runner, f"Đang đọc {path.name}…", work, done=self._show_plan, failed=self._refuse_file
        )

    def commit(self) -> None:
        """Bring in the ticked lines, all of them or none."""
        plan, workspace = self._plan, self._context.workspace
        if plan is None or self._importing:
            return
        left_out = frozenset(self._left_out)
        self._set_importing(True)
        self._context.runner.submit(
            lambda: commit_import(workspace, plan, left_out=left_out),
            done=self._finish,
            failed=lambda error: self.banner.say(error.message),
            settled=lambda: self._set_importing(False),
        )

    @override
    def reject(self) -> None:
        if self.progress.is_running:
            self.progress.cancel()
        elif not self._importing:
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.progress.is_running or self._importing:
            self.progress.cancel()
            event.ignore()
        else:
            super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)

    def _show_plan(self, plan: ImportPlan) -> None:
        self._plan = plan
        self._left_out.clear()
        self._source.setText(source_line(plan))
        self._consequences.setText(consequences(plan))
        self._consequences.setVisible(bool(self._consequences.text()))
        self.table.show_rows(plan.rows)
        self._show_whole()
        self._offer_kinds(plan)
        self._stack.setCurrentIndex(1)
        self._show_next_buttons(True)
        self._count()
        self.table.setFocus()

    def _refuse_file(self, error: KimHoaError) -> None:
        self._choose_file()
        self.banner.say(error.message)

    def _choose_file(self) -> None:
        self._plan = None
        self._stack.setCurrentIndex(0)
        self._show_next_buttons(False)

    def _show_next_buttons(self, shown: bool) -> None:
        self._other_button.setVisible(shown)
        self.import_button.setVisible(shown)

    def _offer_kinds(self, plan: ImportPlan) -> None:
        self.kinds.blockSignals(True)
        while self.kinds.count():
            self.kinds.removeTab(0)
        self.kinds.addTab(f"Tất cả {len(plan.rows)}")
        for action, (words, _state) in WORDS.items():
            count = len(plan.with_action(action))
            if count:
                self.kinds.setTabData(self.kinds.addTab(f"{words} {count}"), action.value)
        self.kinds.blockSignals(False)
        self._keep_kind()

    def _keep_kind(self) -> None:
        wanted = self.kinds.tabData(self.kinds.currentIndex())
        self.table.keep(None if wanted is None else lambda row: row.action is RowAction(wanted))

    def _show_whole(self) -> None:
        row = self.table.current()
        self._whole.setText(f"Dòng {row.row}: {describe(row)}" if row is not None else "")

    def _is_wanted(self, row: PlannedRow) -> bool:
        return row.key not in self._left_out

    def _toggle(self, rows: Sequence[PlannedRow]) -> None:
        """Leave the rows out, or take them all in where every one is left out."""
        places = {row.key for row in rows if row.action in WRITTEN}
        if places <= self._left_out:
            self._left_out -= places
        else:
            self._left_out |= places
        self._count()

    def _tick_shown(self, *, wanted: bool) -> None:
        places = {row.key for row in self.table.shown()}
        self._left_out = self._left_out - places if wanted else self._left_out | places
        self._count()

    def _count(self) -> None:
        rows = self._plan.rows if self._plan is not None else ()
        count = sum(row.action in WRITTEN and self._is_wanted(row) for row in rows)
        self.import_button.setText(f"Nhập {count} người" if count else "Không có ai để nhập")
        self.import_button.setEnabled(count > 0 and not self._importing)
        self.table.redraw()

    def _set_importing(self, importing: bool) -> None:
        self._importing = importing
        self.table.setEnabled(not importing)
        self._count()
        if importing:
            self.import_button.setText("Đang nhập…")

    def _finish(self, outcome: ImportOutcome) -> None:
        self.accept()
        parts = {
            "đã thêm {} người": outcome.added,
            "cập nhật {} người": outcome.changed,
            "thêm {} đơn vị": outcome.units_added,
        }
        said = ", ".join(words.format(count) for words, count in parts.items() if count)
        self._context.notify(f"Nhập xong: {said}.", lambda: self._take_back(outcome.batch_id or 0))
        self._context.announce("people", "units")

    def _take_back(self, batch_id: int) -> None:
        context = self._context
        context.runner.submit(
            lambda: undo_import(context.workspace, batch_id),
            done=lambda _nothing: context.announce("people", "units"),
            failed=lambda error: context.notify(error.message),
        )

    def _make_texts(self) -> None:
        self._file = label("", "subject")
        self._source = label("", "muted", wrap=True)
        self._consequences = label("", "remark", wrap=True)
        self._whole = label("", "muted", wrap=True)
        self._whole.setMinimumHeight(2 * self._whole.fontMetrics().lineSpacing())
        self._whole.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self.kinds.currentChanged.connect(lambda _place: self._keep_kind())
        self.table.toggled.connect(self._toggle)
        self.table.chosen.connect(self._show_whole)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(
            EmptyState(
                "import",
                "Chọn tệp Excel, hoặc kéo tệp thả vào đây",
                "Chỉ cần cột Họ và tên; ngày sinh, giới tính, chức vụ, đơn vị, căn cước, ngày tuyển dụng được tự nhận "
                "ra, tiêu đề ở dòng nào cũng được. Chưa có gì thay đổi cho đến khi bấm Nhập.",
                ("Chọn tệp Excel…", self.ask_for_file),
            )
        )
        self._stack.addWidget(self._preview())
        buttons = QHBoxLayout()
        buttons.addWidget(self._other_button)
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Hủy", self.reject))
        buttons.addWidget(self.import_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(12)
        layout.addWidget(label("Nhập danh sách cán bộ từ Excel", "heading"))
        layout.addWidget(self.banner)
        layout.addWidget(self.progress)
        layout.addLayout(self._stack, 1)
        layout.addLayout(buttons)
        size_within(self, 980, 620)

    def _preview(self) -> QWidget:
        preview = QWidget()
        head = QHBoxLayout()
        head.addWidget(self.kinds)
        head.addStretch(1)
        head.addWidget(link_button("Chọn hết", lambda: self._tick_shown(wanted=True)))
        head.addWidget(link_button("Bỏ hết", lambda: self._tick_shown(wanted=False)))
        layout = QVBoxLayout(preview)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP)
        for widget in (self._file, self._source, self._consequences):
            layout.addWidget(widget)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._whole)
        return preview


def dropped_file(dropped: QMimeData) -> Path | None:
    """Return the one local file that was dropped, None for anything else."""
    urls = dropped.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
