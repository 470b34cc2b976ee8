"""The cells of a spreadsheet as a list needs them, whatever kind of file they come from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.text.legacy import TextEncoding, encoding_of_font

MAX_ROWS = 60_000
MAX_COLUMNS = 60
MAX_CELLS = 1_200_000
MAX_EMPTY_RUN = 200


class FontText(NamedTuple):
    """A text whose font is one of before Unicode; it is not decoded yet."""

    text: str
    font: str


class CellFault(NamedTuple):
    """A cell that has no value to take: an error of the spreadsheet, or a formula without its kept value."""

    text: str

    @property
    def reason(self) -> str:
        """What is wrong with the cell, to follow the name of its column."""
        if self.text.startswith("#"):
            return f"có lỗi bảng tính {self.text}"
        return f"là công thức “{self.text}” chưa có kết quả; hãy mở tệp bằng Excel và lưu lại"


CellValue = str | int | float | date | CellFault
RawValue = CellValue | FontText
RawRow = tuple[int, dict[int, RawValue]]


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells made one; rows are numbers in the file, columns are counted from 0, the last ones included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class RawSheet:
    """The filled cells of a sheet by row number and column, texts as the file has them."""

    name: str
    is_hidden: bool
    rows: tuple[RawRow, ...]
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The filled cells of a sheet, every text in Unicode, NFC, and tidy; only line ends inside a cell are kept."""

    name: str
    is_hidden: bool
    rows: tuple[tuple[int, Mapping[int, CellValue]], ...]
    merges: tuple[Merge, ...] = ()

    def filled(self, place: int, start: int = 0) -> Iterator[tuple[int, CellValue]]:
        """Give the values of a column with their row numbers, from the row at index `start`."""
        for number, cells in self.rows[start:]:
            if place in cells:
                yield number, cells[place]


class Budget:
    """How much of a file is read: no more than a list can have."""

    def __init__(self) -> None:
        self._cells = MAX_CELLS

    def rows_of(self, numbered: Iterator[RawRow]) -> Iterator[RawRow]:
        """Give the rows that have a filled cell, up to a long run of rows without; raises UnusableFile for too many."""
        kept, last = 0, 0
        for number, cells in numbered:
            if cells:
                kept, last = kept + 1, number
                self._cells -= len(cells)
                if kept > MAX_ROWS or self._cells < 0:
                    raise UnusableFile(
                        f"Bảng tính có quá {MAX_ROWS} dòng hoặc {MAX_CELLS} ô; hãy tách thành nhiều tệp."
                    )
                yield number, cells
            elif number - last > MAX_EMPTY_RUN:
                return


def text_in(text: str, font: str) -> str | FontText:
    """Return `text` bare when its font is one of Unicode, else together with the font."""
    if encoding_of_font(font) is TextEncoding.UNICODE:
        return text
    return FontText(text, font)
