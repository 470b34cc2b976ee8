"""Registered against achieved: the sums by title with their base, and each registration with what became of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from kimhoa_app.documents.templating.outcome_papers import OutcomeCount, outcome_count
from kimhoa_app.domain.awards import SubjectKind, award
from kimhoa_app.domain.labels import label as words_of
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.registration_fates import Fate, title_of
from kimhoa_app.services.registration_fates import YearFates
from kimhoa_app.text.collation import name_key
from ui import theme
from ui.dialogs.base import size_within
from ui.models.records import RIGHT, Column
from ui.pages.registration_parts.detail import chip_state
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.data_table import DataTable
from ui.widgets.labels import label
from ui.widgets.search_edit import SearchEdit

BASE = "Tỷ lệ tính trên số lượt đăng ký, kể cả đăng ký đã rút; làm tròn xuống."

COUNT_COLUMNS = (
    Column[OutcomeCount]("Danh hiệu", lambda count: count.title, stretch=True, is_name=True),
    Column[OutcomeCount]("Đăng ký", lambda count: str(count.registered), lambda count: count.registered, RIGHT),
    Column[OutcomeCount]("Được tặng", lambda count: str(count.awarded), lambda count: count.awarded, RIGHT),
    Column[OutcomeCount]("Tỷ lệ", lambda count: count.share, lambda count: count.awarded / count.registered, RIGHT),
    Column[OutcomeCount]("Không đạt", lambda count: str(count.lost), lambda count: count.lost, RIGHT),
    Column[OutcomeCount]("Chưa có", lambda count: str(count.open), lambda count: count.open, RIGHT),
)


class FatesDialog(QDialog):
    """Shows the fates of a year; `export` is called with ".xlsx" or ".docx"."""

    def __init__(
        self, found: YearFates, office: OfficeKind | None, export: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        year = found.round.year
        self.setWindowTitle(f"Kết quả so với đăng ký năm {year}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.counts: DataTable[OutcomeCount] = DataTable(
            "registration-counts", COUNT_COLUMNS, key=lambda count: count.title, empty="Chưa có đăng ký nào."
        )
        self.counts.setAccessibleName("Tổng hợp theo danh hiệu")
        self.fates: DataTable[Fate] = DataTable(
            "registration-fates", fate_columns(office), key=lambda fate: fate.line.registration_id,
            empty="Chưa có đăng ký nào.",
        )  # fmt: skip
        self.fates.setAccessibleName("Từng đăng ký")
        self.search = SearchEdit("Tìm tên, danh hiệu, kết quả…")
        self.search.textChanged.connect(self.fates.filter)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._tab(self.fates, self.search), "Từng đăng ký")
        self.tabs.addTab(self._tab(self.counts, label(BASE, "muted", wrap=True)), "Tổng hợp")
        self._lay_out(_sentence(found), year, export)
        self.counts.show_rows([outcome_count(count, office) for count in found.counts])
        self.fates.show_rows(found.fates)
        size_within(self, 1000, 600)

    def _tab(self, table: QWidget, above: QWidget) -> QWidget:
        tab = QWidget()
        layout = QVBoxLayout(tab)
        layout.setContentsMargins(0, theme.STEP, 0, 0)
        layout.addWidget(above)
        layout.addWidget(table, 1)
        return tab

    def _lay_out(self, sentence: str, year: int, export: Callable[[str], object]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(12)
        layout.addWidget(label(f"Kết quả so với đăng ký năm {year}", "heading", wrap=True))
        layout.addWidget(label(sentence, "muted", wrap=True))
        layout.addWidget(self.tabs, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Đóng", self.accept))
        buttons.addWidget(plain_button("Xuất Word", lambda: export(".docx"), icon="export"))
        buttons.addWidget(primary_button("Xuất Excel", lambda: export(".xlsx"), icon="export"))
        layout.addLayout(buttons)


def fate_columns(office: OfficeKind | None) -> tuple[Column[Fate], ...]:
    """Return the columns of a list of fates in the papers of such an office."""
    return (
        Column("Tên", lambda fate: fate.line.name,
               lambda fate: (fate.line.subject is SubjectKind.PERSON, name_key(fate.line.name)),
               stretch=True, is_name=True),
        Column("Đăng ký", lambda fate: title_of(fate.line, office), lambda fate: award(fate.line.award_code).rank,
               stretch=True),
        Column("Kết quả", lambda fate: words_of(fate.state), chip=lambda fate: chip_state(fate.state)),
        Column("Căn cứ, lý do", lambda fate: fate.reason, stretch=True),
    )  # fmt: skip


def _sentence(found: YearFates) -> str:
    registered = sum(count.registered for count in found.counts)
    awarded = sum(count.awarded for count in found.counts)
    lost = sum(count.lost for count in found.counts)
    waiting = registered - awarded - lost
    return f"{registered} lượt đăng ký: {awarded} được tặng, {lost} không đạt, {waiting} chưa có kết quả"
