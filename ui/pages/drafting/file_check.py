"""Checking a file from the disk without taking it in: what is wrong with it, paragraph by paragraph."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from kimhoa_app.domain.errors import KimHoaError
from kimhoa_app.services import checking
from kimhoa_app.services.checking import CheckedFile, Finding
from ui import theme
from ui.dialogs.base import size_within
from ui.dialogs.file_choice import WRITTEN, ask_which
from ui.pages.context import PageContext
from ui.pages.drafting.finding_remarks import finding_remark
from ui.pages.drafting.remark_list import RemarkList
from ui.pages.drafting.remarks import Remark, RemarkKind
from ui.pages.drafting.review import NOTHING_FOUND
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import label

SIZE: Final = (820, 600)
HEADING: Final = "Soát một tệp"
EXPLAIN: Final = (
    "Đọc tệp Word (.docx) hoặc chữ thuần (.txt) và nêu những chỗ nên sửa, kể cả cách trình bày của tệp. Tệp được giữ "
    "nguyên, không có gì được đưa vào chương trình."
)
READING: Final = "Đang soát…"


class FileCheckDialog(QDialog):
    """Shows what the checker finds in one file; `take_in`, where one is given, opens that file to be mended here."""

    def __init__(self, context: PageContext, parent: QWidget, take_in: Callable[[Path], object] | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(HEADING)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._take_in = context, take_in
        self._path: Path | None = None
        self.banner = Banner()
        self.list = RemarkList()
        self.summary = label("", "subject", wrap=True)
        self.choose_button = primary_button("Chọn tệp…", self.choose)
        self.open_button = plain_button("Mở vào Kim Hoa để sửa", self._open)
        self._lay_out()
        size_within(self, *SIZE)

    def choose(self) -> None:
        """Ask for a file."""
        ask_which(self, "Chọn văn bản để soát", WRITTEN, self.read)

    def read(self, path: Path) -> None:
        """Check the file off the UI thread and show what was found."""
        workspace = self._context.workspace
        self._path = path
        self.banner.clear()
        self.list.show_remarks([])
        self.open_button.hide()
        self.summary.setText(READING)
        self._context.runner.submit(
            lambda: checking.check_file(workspace, path),
            done=lambda checked: self._show(path, checked),
            failed=lambda error: self._fail(path, error),
        )

    def _show(self, path: Path, checked: CheckedFile) -> None:
        if isValid(self) and path == self._path:
            remarks = [_remark(finding) for finding in checked.findings]
            self.summary.setText(f"{path.name}: {_counts(remarks)}")
            self.list.show_remarks(remarks)
            self.open_button.setVisible(self._take_in is not None)

    def _fail(self, path: Path, error: KimHoaError) -> None:
        if isValid(self) and path == self._path:
            self.summary.clear()
            self.banner.say(error.message)

    def _open(self) -> None:
        path, take_in = self._path, self._take_in
        self.accept()
        if path is not None and take_in is not None:
            take_in(path)

    def _lay_out(self) -> None:
        self.list.setProperty("look", "boxed")
        self.open_button.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Đóng", self.reject))
        buttons.addWidget(self.choose_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(12)
        layout.addWidget(label(HEADING, "heading"))
        layout.addWidget(label(EXPLAIN, "muted", wrap=True))
        layout.addWidget(self.banner)
        layout.addWidget(self.summary)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)


def _remark(finding: Finding) -> Remark:
    return finding_remark(finding, before=f"(đoạn {finding.place.paragraph}) " if finding.place else "")


def _counts(remarks: list[Remark]) -> str:
    counts = Counter(remark.kind for remark in remarks)
    return " · ".join(kind.counted(counts[kind]) for kind in RemarkKind if counts[kind]) or NOTHING_FOUND.lower()
