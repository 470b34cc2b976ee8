"""What is known of one thing as rows of two: a word at the left, the fact at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.labels import label


class PairList(QWidget):
    """Rows of two texts; the right ones wrap and can be marked and copied."""

    def __init__(self, left_width: int, *, left_look: str = "small", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_look = left_look
        self._left_width = left_width
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, left_width)

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show `pairs` instead of what was shown."""
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for row, (left, right) in enumerate(pairs):
            name = label(left, self._left_look, wrap=True)
            name.setMaximumWidth(self._left_width)
            fact = label(right, wrap=True)
            fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            for column, text in enumerate((name, fact)):
                self._grid.addWidget(text, row, column, Qt.AlignmentFlag.AlignTop)
                text.show()  # left to itself it has no room until the event loop has come round
