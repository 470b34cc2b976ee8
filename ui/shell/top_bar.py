"""The white bar: the working year, the search, and whose data these are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.shell.search import Ask, SearchBox
from ui.widgets.labels import label


class TopBar(QFrame):
    """`year_chosen` says the year that the clerk works on from now on."""

    year_chosen = Signal(int)

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "top-bar")
        self.setFixedHeight(theme.TOP_BAR_HEIGHT)
        self._years = QComboBox()
        self._years.setAccessibleName("Năm làm việc")
        self._years.setToolTip("Năm làm việc: mọi trang cho thấy việc của năm này")
        self._years.setMinimumWidth(112)
        self.search = SearchBox(ask)
        self.search.setMaximumWidth(460)
        self._office = label("", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 0, theme.PAGE_MARGIN, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self._years)
        layout.addWidget(self.search, 3)
        layout.addStretch(1)
        layout.addWidget(self._office)
        self._years.activated.connect(lambda _place: self.year_chosen.emit(self._years.currentData()))

    def show_year(self, year: int, years: Sequence[int]) -> None:
        """Offer `years`, and `year` where it is not among them, the latest first, and show `year`."""
        offered = sorted({year, *years}, reverse=True)
        self._fill(offered)
        self._years.setCurrentIndex(offered.index(year))

    def show_office(self, name: str) -> None:
        """Show whose data are open."""
        self._office.setText(name)

    def _fill(self, years: Sequence[int]) -> None:
        self._years.clear()
        for year in years:
            self._years.addItem(f"Năm {year}", year)
