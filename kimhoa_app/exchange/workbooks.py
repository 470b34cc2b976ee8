"""Opening an Excel file that somebody sent: what it is, and no more of it than a list can have."""

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from kimhoa_app.domain.errors import KimHoaError, UnusableFile
from kimhoa_app.text.normal import tidy

CellValue = str | int | float | date | None

MAX_FILE_BYTES = 20_000_000
MAX_UNPACKED_BYTES = 150_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_CELLS = 400_000
MAX_EMPTY_RUN = 200

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a sheet as rows with their number in the file, rows without any cell left out."""

    name: str
    rows: tuple[tuple[int, tuple[CellValue, ...]], ...]


def read_workbook(path: Path) -> list[Sheet]:
    """Return the visible sheets of the .xlsx file at `path`.

    Text is tidied and in NFC, a whole number is an int, a moment is its day. A formula counts as the value that Excel
    kept with it. Raises UnusableFile for another kind of file, a damaged one, or one too large to be a list.
    """
    _check_kind(path)
    with _told_as_unusable(path), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts of the file that no list needs
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        try:
            budget = [MAX_CELLS]
            return [_sheet(sheet, budget) for sheet in book.worksheets if sheet.sheet_state == "visible"]
        finally:
            book.close()


def _sheet(sheet: Any, budget: list[int]) -> Sheet:
    rows: list[tuple[int, tuple[CellValue, ...]]] = []
    empty = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True), start=1):
        values = tuple(_value(cell) for cell in cells)
        filled = sum(value is not None for value in values)
        empty = 0 if filled else empty + 1
        budget[0] -= filled
        if len(rows) >= MAX_ROWS or budget[0] < 0:
            raise UnusableFile(f"Bảng tính có quá {MAX_ROWS} dòng hoặc {MAX_CELLS} ô; hãy tách thành nhiều tệp.")
        if empty > MAX_EMPTY_RUN:
            break
        if filled:
            rows.append((number, values))
    return Sheet(sheet.title, tuple(rows))


def _value(cell: object) -> CellValue:
    match cell:
        case None | "":
            return None
        case datetime():
            return cell.date()
        case bool():
            return "x" if cell else None
        case float() if cell.is_integer():
            return int(cell)
        case int() | float() | date():
            return cell
        case _:
            return tidy(str(cell)) or None


def _check_kind(path: Path) -> None:
    if path.is_dir():
        raise UnusableFile(f"{path} là thư mục; hãy chọn một tệp Excel .xlsx ở trong đó.")
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(len(_OLE))
    except FileNotFoundError as error:
        raise UnusableFile(f"Không có tệp {path}.") from error
    except OSError as error:
        raise UnusableFile(f"Không đọc được {path.name}; hãy đóng tệp nếu đang mở trong Excel rồi làm lại.") from error
    if start == _OLE:
        raise UnusableFile(
            f"{path.name} là tệp kiểu cũ (.xls) hoặc có mật khẩu; hãy mở bằng Excel và lưu thành .xlsx không mật khẩu."
        )
    if not start.startswith(_ZIP):
        raise UnusableFile(f"{path.name} không phải là tệp Excel .xlsx; hãy mở bằng Excel và lưu thành .xlsx.")
    if size > MAX_FILE_BYTES:
        raise UnusableFile(f"{path.name} quá lớn đối với một danh sách; hãy chỉ giữ lại sheet cần nhập.")
    with _told_as_unusable(path), zipfile.ZipFile(path) as archive:
        _check_parts(path, {part.filename: part.file_size for part in archive.infolist()})


def _check_parts(path: Path, sizes: dict[str, int]) -> None:
    if "word/document.xml" in sizes:
        raise UnusableFile(f"{path.name} là tệp Word; hãy chọn danh sách Excel .xlsx.")
    if not any(name.startswith("xl/") and name.endswith(".xml") for name in sizes):
        raise UnusableFile(f"{path.name} không phải là tệp Excel .xlsx; hãy mở bằng Excel và lưu thành .xlsx.")
    if sum(sizes.values()) > MAX_UNPACKED_BYTES:
        raise UnusableFile(f"{path.name} quá lớn đối với một danh sách; hãy chỉ giữ lại sheet cần nhập.")


@contextmanager
def _told_as_unusable(path: Path) -> Iterator[None]:
    try:
        yield
    except KimHoaError:
        raise
    except Exception as error:  # a damaged file makes openpyxl and zipfile raise nearly anything
        raise UnusableFile(f"{path.name} bị hỏng nên không đọc được; hãy mở bằng Excel và lưu lại.") from error
