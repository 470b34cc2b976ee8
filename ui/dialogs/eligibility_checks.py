"""Every cap and share of a year: how it stands, with base, rounding and article."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kimhoa_app.domain.eligibility import ListCheck
from ui import theme
from ui.dialogs.base import size_within
from ui.models.records import Column
from ui.pages.eligibility_parts.words import check_state
from ui.widgets.buttons import plain_button
from ui.widgets.data_table import DataTable
from ui.widgets.labels import label
from ui.widgets.search_edit import SearchEdit

_HEADING = "Tỷ lệ, mức tối đa và cách tính"

_COLUMNS = (
    Column[ListCheck]("Nơi tính", lambda check: check.where, stretch=True),
    Column[ListCheck]("Kết quả", lambda check: check.word, chip=check_state),
    Column[ListCheck]("Cách tính", lambda check: check.detail, stretch=True, is_name=True),
    Column[ListCheck]("Quy tắc", lambda check: check.title, stretch=True),
)


class ChecksDialog(QDialog):
    """Shows the checks; the row that is chosen stands in full below the table."""

    def __init__(self, checks: Sequence[ListCheck], year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_HEADING)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table: DataTable[ListCheck] = DataTable(
            "eligibility-checks", _COLUMNS, key=lambda check: (check.id, check.where), empty="Không có tỷ lệ nào.",
            keeps_one=True,
        )  # fmt: skip
        self.table.setAccessibleName(_HEADING)
        self.chosen = label("", wrap=True)
        self.chosen.setMinimumHeight(3 * theme.ROW_HEIGHT)
        search = SearchEdit("Tìm đơn vị, danh hiệu, kết quả…")
        search.textChanged.connect(self.table.filter)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(plain_button("Đóng", self.accept))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(theme.STEP)
        layout.addWidget(label(f"{_HEADING}, năm {year}", "heading", wrap=True))
        layout.addWidget(search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.chosen)
        layout.addLayout(foot)
        self.table.chosen.connect(self._tell)
        self.table.show_rows(checks)
        size_within(self, 1000, 560)
        self._tell()

    def _tell(self) -> None:
        check = self.table.current()
        self.chosen.setText(
            "" if check is None else f"{check.title}. {check.where}: {check.detail}. Căn cứ: {check.basis}."
        )
