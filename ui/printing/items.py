"""What lies on a page once it is known where: lines of text and drawn rules; and the page that holds them."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QTextLayout, QTextLine

from ui.printing.blocks import Source


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text; (x, y) is the corner that its drawing begins from, `layout` keeps the drawing alive."""

    x: float
    y: float
    text: str
    drawing: QTextLine
    layout: QTextLayout

    def moved(self, right: float, down: float) -> "PlacedLine":
        """Return the same line elsewhere."""
        return PlacedLine(self.x + right, self.y + down, self.text, self.drawing, self.layout)


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """A straight drawn line from (x, y), `length` to the right, or downwards when `upright`; "" draws it black."""

    x: float
    y: float
    length: float
    thickness: float
    upright: bool = False
    color: str = ""

    def moved(self, right: float, down: float) -> "PlacedRule":
        """Return the same rule elsewhere."""
        return replace(self, x=self.x + right, y=self.y + down)


Item = PlacedLine | PlacedRule


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where on its page a text of the document stands: from `top` to `bottom` below the edge of the paper."""

    source: Source
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper with what lies on it; `number` counts from 1 in its own part of the document."""

    width: int
    height: int
    number: int
    items: tuple[Item, ...]
    texts: tuple[TextPlace, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The lines of text from top to bottom, as they were placed."""
        return [item.text for item in self.items if isinstance(item, PlacedLine)]

    @property
    def text(self) -> str:
        """The words of the page in reading order."""
        return "\n".join(self.lines)
