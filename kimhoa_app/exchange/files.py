"""Writing a file so that whatever happens either the old one or the new one is there, whole."""

import contextlib
import errno
import os
import sys
import tempfile
from pathlib import Path

from kimhoa_app.domain.errors import UnusableFile

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


def write_beside(path: Path, data: bytes) -> None:
    """Write `data` to `path` by way of a new file beside it, which takes its place only once it is safe on the disk.

    Raises UnusableFile when the file is open elsewhere, the disk is full or the folder is missing; the old file then
    stays as it was and nothing is left beside it.
    """
    try:
        _replace(path, data)
    except OSError as error:
        raise UnusableFile(_sentence(path, error)) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=".tmp", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(_mode_of(path))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _mode_of(path: Path) -> int:
    """The rights of the file that is replaced, else those of a file that a program makes in the ordinary way."""
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_mode & 0o777
    return 0o644


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":  # a folder cannot be opened there; its journal keeps the new name
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some USB file systems sync no folders
            raise
    finally:
        os.close(descriptor)


def _sentence(path: Path, error: OSError) -> str:
    if error.errno in _NO_ROOM:
        return f"Ổ đĩa đã đầy nên chưa ghi được {path.name}; hãy giải phóng dung lượng hoặc chọn ổ đĩa khác."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"Không có thư mục {path.parent}; hãy chọn thư mục khác."
    if isinstance(error, IsADirectoryError):
        return f"{path} là một thư mục; hãy chọn tên tệp khác."
    if isinstance(error, PermissionError):
        return f"Không ghi được {path.name}; nếu tệp đang mở trong Word hoặc Excel, hãy đóng lại rồi làm lại."
    return f"Không ghi được {path.name}; hãy kiểm tra ổ đĩa hoặc USB rồi làm lại."
