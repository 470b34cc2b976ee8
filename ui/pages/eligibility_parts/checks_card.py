"""The card with the caps and shares of the year that matter, and the way to all of them."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kimhoa_app.domain.eligibility import ListCheck
from kimhoa_app.services.eligibility import Assessment
from ui.dialogs.eligibility_checks import ChecksDialog
from ui.pages.eligibility_parts.words import check_state
from ui.widgets.buttons import link_button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import label

MOST_SHOWN: Final = 3


class ChecksCard(Card):
    """The caps of the list, each with base and rounding: that on CSTĐCS always, anything else when it is passed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._assessment: Assessment | None = None
        self._rows: list[QWidget] = []
        self._foot = QHBoxLayout()
        self._rest = label("", "small")
        self._foot.addWidget(self._rest, 1)
        self._foot.addWidget(link_button("Xem tất cả tỷ lệ, cách tính…", self.show_all))
        self.body.addLayout(self._foot)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the checks of a year."""
        self._assessment = assessment
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        shown = [each for each in assessment.checks if each.id == "C15" or each.ok is False]
        self._rows = [_check_row(each) for each in shown[:MOST_SHOWN]]
        for place, row in enumerate(self._rows):
            self.body.insertWidget(place, row)
        rest = len(shown) - len(self._rows)
        self._rest.setText(f"và {rest} chỗ khác vượt mức" if rest else "")

    def show_all(self) -> ChecksDialog | None:
        """Open the list of all caps and shares."""
        if self._assessment is None:
            return None
        dialog = ChecksDialog(self._assessment.checks_and_shares, self._assessment.year, self)
        dialog.open()
        return dialog


def _check_row(check: ListCheck) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(Chip(check.word, check_state(check)))
    text = label(f"{check.where}: {check.detail}", wrap=True)
    text.setToolTip(f"{check.title}. Căn cứ: {check.basis}")
    layout.addWidget(text, 1)
    return row
