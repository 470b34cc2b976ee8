"""What goes into a cell: numbers as numbers, all else as text that a spreadsheet never takes for a formula."""

import re

from openpyxl.cell.cell import Cell

from kimhoa_app.documents.model import Align
from kimhoa_app.text.normal import printable

_COUNT = re.compile(r"0|[1-9][0-9]{0,7}")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def put(cell: Cell, text: str, align: Align = Align.LEFT) -> None:
    """Write `text` into `cell`: as a number when its column is set as one (centred or to the right), else as text.

    A left-aligned column is text whatever stands in it, and so is a figure with a leading zero or of nine digits and
    more, so that identity numbers keep all their digits.
    """
    number = None if align in (Align.LEFT, Align.JUSTIFY) else _number(text)
    if number is None:
        put_text(cell, text)
        return
    cell.value = number
    cell.number_format = "#,##0" if "." in text else "0"


def put_text(cell: Cell, text: str) -> None:
    """Write `text` as text; what begins like a formula also carries the mark with which Excel keeps it as text."""
    cell.value = printable(text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_FORMULA_SIGNS)


def _number(text: str) -> int | None:
    if _COUNT.fullmatch(text) or _GROUPED.fullmatch(text):
        return int(text.replace(".", ""))
    return None
