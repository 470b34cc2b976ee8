"""What can go wrong around the data file that is no fault of the program, each with its sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from kimhoa_app.domain.errors import DataUnavailable

_DAMAGED = (
    "Tệp dữ liệu bị hỏng hoặc không phải là tệp dữ liệu của Kim Hoa; "
    "hãy khôi phục từ một bản sao trong thư mục backups."
)
_LOST = "Không đọc, ghi được tệp dữ liệu; hãy kiểm tra ổ đĩa hoặc USB chứa thư mục dữ liệu rồi mở lại chương trình."
_READ_ONLY = "Không ghi được vào thư mục dữ liệu; hãy kiểm tra quyền ghi của thư mục hoặc khóa chống ghi của USB."
_FULL = "Ổ đĩa chứa dữ liệu đã đầy, thay đổi vừa rồi chưa được lưu; hãy giải phóng dung lượng rồi làm lại."
_BUSY = "Tệp dữ liệu đang bị chương trình khác giữ; hãy đóng chương trình đó rồi làm lại."
_SENTENCES = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _LOST,
    sqlite3.SQLITE_IOERR: _LOST,
    sqlite3.SQLITE_PROTOCOL: _LOST,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
}
_PRIMARY_CODE = 0xFF


def unavailable(error: BaseException | None) -> DataUnavailable | None:
    """Return what to tell the clerk about `error`, or None when it is not one of the surroundings."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    if not isinstance(cause, sqlite3.Error) or code is None:
        return None
    sentence = _SENTENCES.get(code & _PRIMARY_CODE)
    return None if sentence is None else DataUnavailable(sentence)


@contextmanager
def told_as_unavailable() -> Iterator[None]:
    """Turn a failure of the surroundings inside the block into `DataUnavailable`; let every other pass."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        told = unavailable(error)
        if told is None:
            raise
        raise told from error
