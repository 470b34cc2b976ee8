"""How the list of registrations and the cards beside it share the width of the window."""

from typing import Final

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from ui import theme
from ui.pages.eligibility_parts.conditions_card import ConditionsCard
from ui.pages.registration_parts.cards import MissingCard, UnitProgressCard
from ui.pages.registration_parts.detail import RegistrationDetailCard
from ui.pages.registration_parts.list import RegistrationListCard
from ui.pages.registration_parts.stats import RegistrationStats

SIDE_WIDTH: Final = 340
NARROW_BELOW: Final = 920
ANY_WIDTH: Final = 16_777_215
"""What Qt takes for no limit."""


class RegisteringView(QWidget):
    """The figures over the list, and beside the list what is missing, what is selected and its conditions."""

    def __init__(self, conditions: ConditionsCard) -> None:
        super().__init__()
        self.stats = RegistrationStats()
        self.list = RegistrationListCard()
        self.missing = MissingCard()
        self.units = UnitProgressCard()
        self.detail = RegistrationDetailCard()
        self.conditions = conditions
        self.side = QTabWidget()
        self._is_narrow = False
        self._lay_out()

    def fit(self, width: int) -> None:
        """Put the list among the tabs where it has no room beside them, as on a small screen at 150 %."""
        narrow = width < NARROW_BELOW
        self.list.fit(narrow=narrow)
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self.stats.setVisible(not narrow)
        directions = QBoxLayout.Direction
        self._waiting.setDirection(directions.LeftToRight if narrow else directions.TopToBottom)
        if narrow:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(ANY_WIDTH)
            self.side.insertTab(0, self.list, "Danh sách")
            self.side.setCurrentWidget(self.list)
        else:
            self.side.setFixedWidth(SIDE_WIDTH)
            self._below.insertWidget(0, self.list, 1)
            self.list.show()

    def _lay_out(self) -> None:
        waiting = QWidget()
        self._waiting = QBoxLayout(QBoxLayout.Direction.TopToBottom, waiting)
        self._waiting.setContentsMargins(0, theme.STEP, 0, 0)
        self._waiting.setSpacing(theme.CARD_GAP)
        self._waiting.addWidget(self.missing, 3)
        self._waiting.addWidget(self.units, 2)
        self.side.addTab(waiting, "Còn thiếu")
        self.side.addTab(self.detail, "Đang chọn")
        self.side.addTab(self.conditions, "Điều kiện")
        self.side.setFixedWidth(SIDE_WIDTH)
        self._below = QHBoxLayout()
        self._below.setSpacing(theme.CARD_GAP)
        self._below.addWidget(self.list, 1)
        self._below.addWidget(self.side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self.stats)
        layout.addLayout(self._below, 1)
