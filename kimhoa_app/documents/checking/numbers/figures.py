"""Figures as Vietnamese papers write them, read as exact numbers."""

import re
from decimal import Decimal

_GROUPED = re.compile(r"\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")


def figure(text: str) -> Decimal | None:
    """Return the number that `text` is: "1.234,5", "1 234", "05", "12,5%"; None when it is none, or could be two.

    A dot before anything but groups of three digits ("1.5") is not read.
    """
    bare = text.strip().rstrip("%").strip()
    if not (_GROUPED.fullmatch(bare) or _PLAIN.fullmatch(bare)):
        return None
    return Decimal(re.sub(r"[.\u00a0 ]", "", bare).replace(",", "."))


def written(number: Decimal) -> str:
    """Return a number with dots between thousands and a decimal comma."""
    return f"{number:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
