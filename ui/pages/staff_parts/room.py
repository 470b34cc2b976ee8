"""How a list and the card beside it share the width of the window."""

from collections.abc import Collection
from typing import Final

from PySide6.QtWidgets import QTableView, QWidget

CARD_WIDTH: Final = 300
NARROW_CARD: Final = 260
NARROW_BELOW: Final = 920


def share_room(width: int, table: QTableView, less_needed: Collection[int], card: QWidget) -> None:
    """Where `width` is small, as on a screen at 150 %, leave the columns `less_needed` out and narrow the card."""
    narrow = width < NARROW_BELOW
    for column in less_needed:
        table.setColumnHidden(column, narrow)
    card.setFixedWidth(NARROW_CARD if narrow else CARD_WIDTH)
