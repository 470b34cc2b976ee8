"""Icons: single-colour line drawings, tinted from the theme and sharp at every scale."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QDir, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

import resources
from ui import theme

SIZE = 18


def offer_to_style_sheet() -> None:
    """Let the style sheet name the drawings as `icons:<name>.svg`."""
    QDir.addSearchPath("icons", str(files("resources") / "icons"))


@cache
def icon(name: str, colour: str = theme.MUTED, *, active: str = "", size: int = SIZE) -> QIcon:
    """Return the icon `name` in `colour`, and in `active` where the button is checked.

    Raises FileNotFoundError when no such drawing ships.
    """
    made = QIcon(pixmap(name, colour, size=size))
    if active:
        made.addPixmap(pixmap(name, active, size=size), QIcon.Mode.Normal, QIcon.State.On)
    return made


def pixmap(name: str, colour: str, *, size: int = SIZE) -> QPixmap:
    """Return the drawing `name` in `colour`, `size` wide, as sharp as the screen can show it."""
    scale = QApplication.primaryScreen().devicePixelRatio()
    drawing = resources.read_text(f"icons/{name}.svg").replace("#000000", colour)
    drawn = QPixmap(QSize(size, size) * scale)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size * scale, size * scale))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn
