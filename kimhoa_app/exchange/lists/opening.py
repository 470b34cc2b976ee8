"""Opening a spreadsheet that somebody sent: what it is, and no more of it than a list can have."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kimhoa_app.domain.errors import KimHoaError, UnusableFile
from kimhoa_app.exchange.lists.cells import RawSheet
from kimhoa_app.exchange.lists.csv_file import UTF_16, read_csv
from kimhoa_app.exchange.lists.xls_file import read_xls
from kimhoa_app.exchange.lists.xlsx_file import read_xlsx

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".csv", ".txt")

MAX_FILE_BYTES = 20_000_000
MAX_UNPACKED_BYTES = 150_000_000

_TEXTS = (".csv", ".txt")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OLD_KINDS = {
    "WordDocument".encode("utf-16-le"): "là tệp Word cũ (.doc); hãy chọn danh sách Excel",
    "EncryptedPackage".encode("utf-16-le"): "có mật khẩu; hãy mở bằng Excel và lưu lại không mật khẩu",
}


def read_book(path: Path) -> list[RawSheet]:
    """Return the sheets of the .xlsx, .xls, .csv or .txt file at `path`, hidden ones as well.

    Raises UnusableFile for another kind of file, a damaged one, one with a password, or one too large to be a list.
    """
    start = _start_of(path)
    with _told_as_unusable(path):
        if start.startswith(_OLE):
            _check_old(path)
            return read_xls(path)
        if start.startswith(_ZIP):
            with zipfile.ZipFile(path) as archive:
                _check_parts(path, {part.filename: part.file_size for part in archive.infolist()})
            return read_xlsx(path)
        if path.suffix.lower() in _TEXTS and (b"\0" not in start or start.startswith(UTF_16)):
            return read_csv(path)
    raise _no_spreadsheet(path)


def _start_of(path: Path) -> bytes:
    if path.is_dir():
        raise UnusableFile(f"{path} là thư mục; hãy chọn một tệp Excel .xlsx ở trong đó.")
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(512)
    except FileNotFoundError as error:
        raise UnusableFile(f"Không có tệp {path}.") from error
    except OSError as error:
        raise UnusableFile(f"Không đọc được {path.name}; hãy đóng tệp nếu đang mở trong Excel rồi làm lại.") from error
    if size > MAX_FILE_BYTES:
        raise _too_large(path)
    return start


def _check_old(path: Path) -> None:
    content = path.read_bytes()
    for mark, said in _OLD_KINDS.items():
        if mark in content:
            raise UnusableFile(f"{path.name} {said}.")


def _check_parts(path: Path, sizes: dict[str, int]) -> None:
    if "word/document.xml" in sizes:
        raise UnusableFile(f"{path.name} là tệp Word; hãy chọn danh sách Excel .xlsx.")
    if not any(name.startswith("xl/") for name in sizes):
        raise _no_spreadsheet(path)
    if "xl/workbook.bin" in sizes:
        raise UnusableFile(f"{path.name} là tệp .xlsb; hãy mở bằng Excel và lưu thành .xlsx.")
    if sum(sizes.values()) > MAX_UNPACKED_BYTES:
        raise _too_large(path)


def _no_spreadsheet(path: Path) -> UnusableFile:
    return UnusableFile(f"{path.name} không phải là bảng tính; hãy mở bằng Excel và lưu thành tệp .xlsx.")


def _too_large(path: Path) -> UnusableFile:
    return UnusableFile(f"{path.name} quá lớn đối với một danh sách; hãy chỉ giữ lại trang tính cần nhập.")


@contextmanager
def _told_as_unusable(path: Path) -> Iterator[None]:
    try:
        yield
    except (KimHoaError, ImportError):
        raise
    except Exception as error:  # a damaged file makes the readers raise nearly anything
        raise UnusableFile(f"{path.name} bị hỏng nên không đọc được; hãy mở bằng Excel và lưu lại.") from error
