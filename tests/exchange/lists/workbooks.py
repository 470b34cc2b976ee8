"""Workbooks as offices keep them, built cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.styles import Font

from tests.text.test_legacy import in_tcvn3, in_vni

TITLE = (
    ("ỦY BAN NHÂN DÂN XÃ KIM HOA", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (),
    ("DANH SÁCH CÁN BỘ, CÔNG CHỨC",),
)


@dataclass(frozen=True)
class In:
    """A text as it is kept under a font of before Unicode."""

    text: str
    font: str


def tcvn3(text: str, font: str = ".VnTime") -> In:
    return In(in_tcvn3(text), font)


def vni(text: str, font: str = "VNI-Times") -> In:
    return In(in_vni(text), font)


@dataclass(frozen=True)
class Page:
    """A sheet: its rows, the ranges that are merged, whether it is hidden."""

    rows: Sequence[Sequence[object]]
    merged: Sequence[str] = ()
    name: str = "Danh sách"
    is_hidden: bool = False


def workbook(path: Path, *pages: Page) -> Path:
    """Write the pages as an .xlsx file; a text that begins with "=" is a formula without a kept value."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        sheet = book.create_sheet(page.name)
        for number, row in enumerate(page.rows, start=1):
            for place, value in enumerate(row, start=1):
                cell = sheet.cell(number, place)
                if isinstance(value, In):
                    cell.value, cell.font = value.text, Font(name=value.font)
                elif value is not None:
                    cell.value = value  # type: ignore[assignment]
        for cells in page.merged:
            sheet.merge_cells(cells)
        sheet.sheet_state = "hidden" if page.is_hidden else "visible"
    book.save(path)
    return path
