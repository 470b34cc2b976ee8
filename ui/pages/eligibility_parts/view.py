"""“Ai đủ điều kiện”: everyone by every award, with the caps of the list above and the conditions beside."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kimhoa_app.domain.awards import award
from kimhoa_app.services.eligibility import AnyResult, Assessment
from ui import theme
from ui.pages.eligibility_parts.actions import EligibilityActions
from ui.pages.eligibility_parts.checks_card import ChecksCard
from ui.pages.eligibility_parts.conditions_card import ConditionsCard
from ui.pages.eligibility_parts.results_table import (
    HOUSEHOLD_AWARDS,
    PERSON_AWARDS,
    UNIT_AWARDS,
    ResultsTable,
    SubjectRow,
    rows_of,
)
from ui.pages.eligibility_parts.words import (
    AGAINST,
    MET,
    NOT_MET,
    UNKNOWN,
    word,
)
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.search_edit import SearchEdit

NARROWEST_SIDE: Final = 240
WIDEST_SIDE: Final = 340
EVERY_AWARD, EVERY_UNIT, EVERY_STATE = "Mọi danh hiệu", "Mọi đơn vị", "Mọi trạng thái"
EVERY_VILLAGE: Final = "Mọi thôn, tổ dân phố"
NOT_REGISTERED: Final = "đủ mà chưa đăng ký"
STATES: Final = (MET, NOT_MET, UNKNOWN, AGAINST, NOT_REGISTERED)


class EligibilityView(QWidget):
    """Shows an assessment of the year; changes go through `actions`."""

    def __init__(self, actions: EligibilityActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checks = ChecksCard(self)
        self.conditions = ConditionsCard(actions)
        self.people = ResultsTable("eligibility-people", PERSON_AWARDS)
        self.units = ResultsTable("eligibility-units", UNIT_AWARDS)
        self.households = ResultsTable("eligibility-households", HOUSEHOLD_AWARDS, "Thôn, tổ dân phố")
        self.people.setAccessibleName("Cá nhân theo danh hiệu")
        self.units.setAccessibleName("Tập thể theo danh hiệu")
        self.households.setAccessibleName("Hộ gia đình theo danh hiệu")
        self._kinds = (self.people, self.units, self.households)
        self.kind, self.title, self.unit, self.state = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.search = SearchEdit("Tìm…")
        self._places: dict[ResultsTable, list[str]] = {}
        self._tables = QStackedWidget()
        self._lay_out(actions)
        self._connect()
        self._offer_titles()

    @property
    def table(self) -> ResultsTable:
        """The table that is shown."""
        return self._kinds[self.kind.currentIndex()]

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the results of a year."""
        self.people.show_rows(rows_of(assessment.people))
        self.units.show_rows(rows_of(assessment.units))
        self.households.show_rows(rows_of(assessment.households))
        self.checks.show_assessment(assessment)
        self._places = {
            self.people: sorted({each.place for each in assessment.people if each.place}),
            self.households: list(dict.fromkeys(each.place for each in assessment.households)),
        }
        self._offer_places()
        self._show_kind()

    def showcase(self) -> Mapping[str, Callable[[], QWidget | None]]:
        """Return what there is to be seen here, by name."""
        return {
            "dieu-kien-ty-le": self.checks.show_all,
            "dieu-kien-gia-su": self.conditions.suppose,
            "dieu-kien-bo-qua": self.conditions.override,
            "dieu-kien-bo-sung": self.conditions.add_fact,
            "dieu-kien-tap-the": lambda: self.kind.setCurrentIndex(1),
            "dieu-kien-ho": lambda: self.kind.setCurrentIndex(2),
        }

    def _lay_out(self, actions: EligibilityActions) -> None:
        self.kind.addItems(["Cá nhân", "Tập thể", "Hộ gia đình"])
        _offer(self.state, [EVERY_STATE, *STATES])
        names = ("Cá nhân, tập thể hay hộ gia đình", "Lọc theo danh hiệu", "Lọc theo đơn vị", "Lọc theo trạng thái")
        for combo, name in zip((self.kind, self.title, self.unit, self.state), names, strict=True):
            combo.setAccessibleName(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(3)
        card = Card()
        filters = QHBoxLayout()
        for widget in (self.kind, self.title, self.unit, self.state):
            filters.addWidget(widget, 1)
        self.search.setMinimumWidth(60)
        self.search.setMaximumWidth(120)
        filters.addWidget(self.search)
        foot = QHBoxLayout()
        foot.addWidget(label("Phiếu đối chiếu điều kiện của những ai đã đăng ký:", "small", wrap=True), 1)
        foot.addWidget(plain_button("In phiếu", actions.print_all, icon="print"))
        foot.addWidget(plain_button("Phiếu Word", actions.save_all, icon="export"))
        for table in self._kinds:
            self._tables.addWidget(table)
        card.body.addLayout(filters)
        card.body.addWidget(self._tables, 1)
        card.body.addLayout(foot)
        left = QVBoxLayout()
        left.setSpacing(theme.CARD_GAP)
        left.addWidget(self.checks)
        left.addWidget(card, 1)
        self.conditions.setMinimumWidth(NARROWEST_SIDE)
        self.conditions.setMaximumWidth(WIDEST_SIDE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addLayout(left, 5)
        layout.addWidget(self.conditions, 2)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._change_kind)
        for combo in (self.title, self.unit, self.state):
            combo.currentIndexChanged.connect(self._show_kind)
        for table in self._kinds:
            table.asked.connect(self._show_result)
            self.search.textChanged.connect(table.filter)

    def _change_kind(self) -> None:
        self._offer_titles()
        self._offer_places()
        self._show_kind()

    def _offer_titles(self) -> None:
        self.title.blockSignals(True)
        self.title.clear()
        self.title.addItem(EVERY_AWARD, None)
        for code in self.table.awards:
            self.title.addItem(award(code).name, code)
            self.title.setItemData(self.title.count() - 1, award(code).name, Qt.ItemDataRole.ToolTipRole)
        self.title.blockSignals(False)

    def _offer_places(self) -> None:
        every = EVERY_VILLAGE if self.table is self.households else EVERY_UNIT
        _offer(self.unit, [every, *self._places.get(self.table, [])])

    def _show_kind(self) -> None:
        self._tables.setCurrentWidget(self.table)
        self.unit.setVisible(self.table is not self.units)
        self.table.keep(self._wanted)
        self.table.show_title(self.title.currentData())

    def _wanted(self, row: SubjectRow) -> bool:
        if self.table is not self.units and self.unit.currentIndex() > 0 and row.place != self.unit.currentText():
            return False
        if self.state.currentIndex() <= 0:
            return True
        title: str | None = self.title.currentData()
        asked = self.state.currentText()
        return any(_is_in(result, asked) for code, result in row.results.items() if title in (None, code))

    def _show_result(self, result: AnyResult | None) -> None:
        self.conditions.show_result(result)


def _is_in(result: AnyResult, asked: str) -> bool:
    if asked == NOT_REGISTERED:
        return result.is_open and not result.is_registered
    return word(result) == asked


def _offer(combo: QComboBox, texts: list[str]) -> None:
    kept = combo.currentText()
    combo.blockSignals(True)
    combo.clear()
    combo.addItems(texts)
    combo.setCurrentIndex(max(combo.findText(kept), 0))
    combo.blockSignals(False)
