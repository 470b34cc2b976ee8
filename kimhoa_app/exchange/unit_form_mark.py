"""The mark by which a form is known when it comes back: of which year and which unit it is."""

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import openpyxl

from kimhoa_app.text.normal import tidy

MARK_SHEET: Final = "Danh mục"

_KIND: Final = "Kim Hoa: phiếu đăng ký thi đua"
_CELLS: Final = 4


@dataclass(frozen=True, slots=True)
class FormMark:
    """The year of the round, the number of the unit in the data file, and its name on the form."""

    year: int
    unit_id: int
    unit: str


def mark_cells(mark: FormMark) -> tuple[str, ...]:
    """Return the texts that stand in the first row of the hidden sheet."""
    return _KIND, str(mark.year), str(mark.unit_id), mark.unit


def read_mark(path: Path) -> FormMark | None:
    """Return the mark of the workbook at `path`, None for one without; call it once the workbook has been read safely.

    The mark is only what the file says: whether there is such a unit and round is to be looked up.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts of the file that no mark needs
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        try:
            if MARK_SHEET not in book.sheetnames:
                return None
            rows = book[MARK_SHEET].iter_rows(max_row=1, max_col=_CELLS, values_only=True)
            kind, year, unit_id, unit = (tidy(str(cell)) for cell in next(iter(rows), (None,) * _CELLS))
        except ValueError:  # fewer cells than a mark has
            return None
        finally:
            book.close()
    if kind != _KIND or not (year.isascii() and year.isdigit() and unit_id.isascii() and unit_id.isdigit()):
        return None
    return FormMark(int(year), int(unit_id), unit)
