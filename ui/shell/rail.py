"""The dark rail at the left: the star, the pages, and at its foot the settings with the last save."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import icons, theme
from ui.shell.pages import PageEntry
from ui.widgets.labels import label

NARROW_WIDTH: Final = 56
ROOM_AROUND: Final = 110
LEAST_ROW: Final = 24


class Rail(QFrame):
    """Buttons of the pages; `chosen` says the key of the one pressed. Narrow, it shows icons only."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rail")
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._brand = label("Kim Hoa", "brand")
        self._line = label("", "rail-line", wrap=True)
        self._line.setContentsMargins(18, 0, 8, 0)
        self._lay_out(entries)
        self.set_narrow(False)

    def show_current(self, key: str) -> None:
        """Mark the page `key` as the one shown."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def show_line(self, text: str) -> None:
        """Show under the settings when the data were last saved or copied."""
        self._line.setText(text)
        self._line.setToolTip(text)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone where the window has little room, else icons and names."""
        self.setFixedWidth(NARROW_WIDTH if narrow else theme.RAIL_WIDTH)
        self._brand.setVisible(not narrow)
        self._line.setVisible(not narrow)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self._buttons.values():
            button.setToolButtonStyle(style)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep every page in reach on a low window by lower rows."""
        height = (self.height() - ROOM_AROUND) // max(len(self._buttons), 1)
        for button in self._buttons.values():
            button.setFixedHeight(min(max(height, LEAST_ROW), theme.ROW_HEIGHT))
        super().resizeEvent(event)

    def _lay_out(self, entries: Sequence[PageEntry]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(0)
        brand = QHBoxLayout()
        brand.setContentsMargins(20, 10, 8, 8)
        star = label()
        star.setPixmap(icons.pixmap("star", theme.STAR))
        brand.setSpacing(10)
        brand.addWidget(star)
        brand.addWidget(self._brand)
        brand.addStretch(1)
        layout.addLayout(brand)
        own = [entry for entry in entries if not entry.under]
        for entry in own:
            if not entry.at_foot:
                layout.addWidget(self._button(entry))
        layout.addStretch(1)
        for entry in own:
            if entry.at_foot:
                layout.addWidget(self._button(entry))
        layout.addWidget(self._line)

    def _button(self, entry: PageEntry) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "rail")
        button.setText(f" {entry.title}")
        button.setToolTip(f"{entry.title} (Ctrl+{len(self._buttons) + 1})")
        button.setIcon(icons.icon(entry.icon, theme.RAIL_TEXT, active=theme.PAPER))
        button.setIconSize(QSize(icons.SIZE, icons.SIZE))
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        button.clicked.connect(lambda: self.chosen.emit(entry.key))
        self._group.addButton(button)
        self._buttons[entry.key] = button
        return button
