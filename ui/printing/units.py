"""The unit of the pages: the twip, 1/20 point, as in Word; every length in `ui/printing` is in twips.

At 1440 to the inch whole font sizes are whole pixels and letters keep their true widths, so lines and pages break in
the same places on the screen, in the PDF and on paper.
"""

PER_POINT = 20
PER_INCH = 72 * PER_POINT

_MM_PER_INCH = 25.4


def from_points(points: float) -> int:
    """Return a length in points as twips."""
    return round(points * PER_POINT)


def from_mm(mm: float) -> int:
    """Return a length in millimetres as twips."""
    return round(mm / _MM_PER_INCH * PER_INCH)


A4_SHORT = from_mm(210)
A4_LONG = from_mm(297)
