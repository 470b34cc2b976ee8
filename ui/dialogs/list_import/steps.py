"""The steps of the wizard, and the bar that shows them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

FILE, COLUMNS, ROWS, DONE = range(4)
STEPS: Final = ("1. Tệp", "2. Cột", "3. Từng dòng", "4. Xong")


class StepBar(QTabBar):
    """Shows where the clerk is; `asked` says the step that was pressed, which is shown only by `show_step`."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for words in STEPS:
            self.addTab(words)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setAccessibleName("Các bước nhập")
        self.currentChanged.connect(self.asked)

    def show_step(self, step: int, reachable: Sequence[bool]) -> None:
        """Show `step`, and which of the others can be pressed."""
        self.blockSignals(True)
        for place, possible in enumerate(reachable):
            self.setTabEnabled(place, possible or place == step)
        self.setCurrentIndex(step)
        self.blockSignals(False)
