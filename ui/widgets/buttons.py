"""Buttons: one filled one a page, plain ones beside it, links within a text."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from ui import icons, theme


def primary_button(text: str, pressed: Callable[[], object], *, icon: str = "") -> QPushButton:
    """Return the filled button for the one thing to do next."""
    return _button(text, pressed, "primary", icon, theme.PAPER)


def plain_button(text: str, pressed: Callable[[], object], *, icon: str = "") -> QPushButton:
    """Return a quiet button."""
    return _button(text, pressed, "", icon, theme.MUTED)


def danger_button(text: str, pressed: Callable[[], object], *, icon: str = "") -> QPushButton:
    """Return a button for what takes something away."""
    return _button(text, pressed, "danger", icon, theme.WRONG)


def link_button(text: str, pressed: Callable[[], object]) -> QPushButton:
    """Return a button that looks like a link."""
    return _button(text, pressed, "link", "", theme.ACCENT)


def _button(text: str, pressed: Callable[[], object], look: str, icon: str, colour: str) -> QPushButton:
    made = QPushButton(f" {text}" if icon else text)
    made.setProperty("look", look)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if icon:
        made.setIcon(icons.icon(icon, colour))
        made.setIconSize(QSize(16, 16))
    made.clicked.connect(lambda: pressed())
    return made
