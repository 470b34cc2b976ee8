"""The looks of the program in one place: colours, spaces, type, and the palette and style sheet made from them."""

from dataclasses import dataclass
from enum import Enum
from string import Template
from typing import Final

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import resources

INK: Final = "#1C2733"
MUTED: Final = "#5B6775"
LINE: Final = "#DCE1E7"
GROUND: Final = "#F4F6F8"
PAPER: Final = "#FFFFFF"
RAIL: Final = "#14304A"
RAIL_RAISED: Final = "#1F4767"
RAIL_TEXT: Final = "#D5DEE7"
RAIL_MUTED: Final = "#A9B8C6"
STAR: Final = "#F2B632"
ACCENT: Final = "#1D5FA6"
ACCENT_DARK: Final = "#174D87"
GOOD: Final = "#2C7A4B"
ATTENTION: Final = "#A8680F"
ATTENTION_TEXT: Final = "#8F570A"
WRONG: Final = "#B3261E"
SELECTION: Final = "#E8F0F9"
HOVER: Final = "#F0F3F6"
TRACK: Final = "#E3E7EC"

STEP: Final = 8
PAGE_MARGIN: Final = 20
CARD_GAP: Final = 12
ROW_HEIGHT: Final = 34
RAIL_WIDTH: Final = 212
TOP_BAR_HEIGHT: Final = 52
RADIUS: Final = 6

FAMILY: Final = "Inter"
TEXT_SIZES: Final = (9.5, 10.5, 11.5, 13.0)
BASE_POINTS: Final = 10.5


class State(Enum):
    """How a thing stands; each is a text colour on its own tint and is always shown with a word."""

    GOOD = (GOOD, GOOD, "#E4F3EA")
    ATTENTION = (ATTENTION_TEXT, ATTENTION, "#FBEFD9")
    WRONG = (WRONG, WRONG, "#FBE4E2")
    ACTIVE = (ACCENT, ACCENT, "#E3EEFA")
    QUIET = (MUTED, MUTED, "#EDF0F3")

    @property
    def ink(self) -> str:
        """The colour of text in this state, readable on white and on `tint`."""
        return self.value[0]

    @property
    def solid(self) -> str:
        """The colour of a bar or a dot in this state."""
        return self.value[1]

    @property
    def tint(self) -> str:
        """The light ground of a chip or a banner in this state."""
        return self.value[2]


@dataclass(frozen=True, slots=True)
class TypeScale:
    """The sizes of type in points, worked out from the text size that the clerk chose."""

    base: float = BASE_POINTS

    @property
    def small(self) -> float:
        """Notes under a figure and lines of help."""
        return round(self.base * 0.93, 1)

    @property
    def chip(self) -> float:
        """The word in a chip."""
        return round(self.base * 0.86, 1)

    @property
    def brand(self) -> float:
        """The name of the program."""
        return round(self.base * 1.25, 1)

    @property
    def heading(self) -> float:
        """The sentence at the head of a page."""
        return round(self.base * 1.55, 1)

    @property
    def figure(self) -> float:
        """A number that matters."""
        return round(self.base * 2.05, 1)


def palette() -> QPalette:
    """Return the palette that the Fusion style and all painting code use."""
    made = QPalette(QColor(PAPER))
    roles = {
        QPalette.ColorRole.Window: GROUND,
        QPalette.ColorRole.WindowText: INK,
        QPalette.ColorRole.Base: PAPER,
        QPalette.ColorRole.AlternateBase: GROUND,
        QPalette.ColorRole.Text: INK,
        QPalette.ColorRole.Button: PAPER,
        QPalette.ColorRole.ButtonText: INK,
        QPalette.ColorRole.ToolTipBase: INK,
        QPalette.ColorRole.ToolTipText: PAPER,
        QPalette.ColorRole.PlaceholderText: MUTED,
        QPalette.ColorRole.Highlight: SELECTION,
        QPalette.ColorRole.HighlightedText: INK,
        QPalette.ColorRole.Accent: ACCENT,
        QPalette.ColorRole.Link: ACCENT,
        QPalette.ColorRole.LinkVisited: ACCENT,
        QPalette.ColorRole.Mid: LINE,
        QPalette.ColorRole.Dark: MUTED,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(MUTED))
    return made


def font(points: float, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the program's font at `points`; for painting code, widgets take theirs from the style sheet."""
    made = QFont([FAMILY, "Segoe UI", "Noto Sans", "DejaVu Sans"])
    made.setPointSizeF(points)
    made.setWeight(weight)
    return made


def apply(application: QApplication, scale: TypeScale) -> None:
    """Give the application this palette, font and style sheet, also while its windows are open."""
    application.setPalette(palette())
    application.setFont(font(scale.base))
    application.setStyleSheet(style_sheet(scale))


def style_sheet(scale: TypeScale) -> str:
    """Return the one style sheet of the program with the colours and sizes of this module put in."""
    names = {name: value for name, value in globals().items() if name.isupper() and isinstance(value, str | int)}
    sizes = {
        "base": scale.base,
        "small": scale.small,
        "chip": scale.chip,
        "heading": scale.heading,
        "brand": scale.brand,
    }
    return Template(resources.read_text("style/kimhoa.qss")).substitute(names, **sizes, figure=scale.figure)


def set_look(widget: QWidget, look: str, *, state: str = "") -> None:
    """Give `widget` the named look of the style sheet, and redraw it where it is already on screen."""
    widget.setProperty("look", look)
    widget.setProperty("state", state)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def relative_luminance(colour: str) -> float:
    """Return the luminance of `colour`, 0 for black to 1 for white, as WCAG 2.2 defines it."""
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((relative_luminance(first), relative_luminance(second)))
    return (light + 0.05) / (dark + 0.05)
