"""The open data folder that every use case works on."""

import getpass
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from db.invariants import broken_invariants
from db.live_copy import copy_data_file, integrity_problems
from db.startup import BACKUP_FOLDER, DATA_FILE, open_data_file
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import AlreadyOpen, DataUnavailable
from kimhoa_app.network_folders import is_network_folder

LOCK_FILE = "kimhoa.lock"

Clock = Callable[[], datetime]


def local_time() -> datetime:
    """Return the present moment with the time zone of this computer."""
    return datetime.now().astimezone()


class Workspace:
    """One data folder, locked for this process until it is closed; a context manager."""

    def __init__(self, folder: Path, clock: Clock, actor: str) -> None:
        self.folder = folder
        self.actor = actor
        self._clock = clock
        self._lock = _locked(folder)
        try:
            self._engine = open_data_file(folder, clock())
        except BaseException:
            self._lock.release()
            raise

    @property
    def now(self) -> datetime:
        """The present moment, with its time zone."""
        return self._clock()

    @property
    def today(self) -> date:
        """The present day where the clock hangs."""
        return self._clock().date()

    def begin(self) -> UnitOfWork:
        """Return a transaction to enter with `with`; what is not committed in it is undone."""
        return UnitOfWork(self._engine, self.actor, self._clock)

    def start_over(self, target: str) -> Path:
        """Keep the data file as `target` in the folder's backups, go on with an empty one, and return the kept file.

        Nothing else may be reading or writing. Raises DataUnavailable when the file cannot be kept whole or is in use
        by another program; the data then stay as they are.
        """
        path, kept = self.folder / DATA_FILE, self.folder / BACKUP_FOLDER / target
        kept.parent.mkdir(exist_ok=True)
        self._engine.dispose()
        copy_data_file(path, kept)
        try:
            for name in (DATA_FILE, f"{DATA_FILE}-wal", f"{DATA_FILE}-shm"):
                (self.folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise DataUnavailable("Tệp dữ liệu đang bị chương trình khác giữ; hãy đóng chương trình đó.") from error
        self._engine = open_data_file(self.folder, self.now)
        return kept

    def close(self) -> None:
        """Close the data file and let others open the folder; closing twice does no harm."""
        self._engine.dispose()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_workspace(folder: Path, *, clock: Clock = local_time, actor: str | None = None) -> Workspace:
    """Open the data folder, made if it does not exist, and its data file, made or migrated as needed.

    `clock` gives moments with a time zone; `actor` stands in the audit trail, by default the name of the person logged
    in. Raises AlreadyOpen when another window holds the folder, DataUnavailable when it cannot be used.
    """
    if is_network_folder(folder):
        raise DataUnavailable("Thư mục dữ liệu nằm trên ổ đĩa mạng; hãy chọn một thư mục trên máy này hoặc trên USB.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataUnavailable(f"Không tạo được thư mục dữ liệu {folder}; hãy chọn thư mục khác.") from error
    return Workspace(folder, clock, actor if actor is not None else _login_name())


def has_data_file(folder: Path) -> bool:
    """Return whether the folder holds a data file."""
    return (folder / DATA_FILE).is_file()


def verify(folder: Path) -> list[str]:
    """Return what is wrong with the data file in `folder`, one sentence each; empty when it is whole.

    Raises DataUnavailable when there is no data file, or when it cannot be opened at all.
    """
    path = folder / DATA_FILE
    if not has_data_file(folder):
        raise DataUnavailable(f"Thư mục {folder} không có dữ liệu của Kim Hoa.")
    problems = integrity_problems(path)
    if problems:
        return problems
    with open_workspace(folder) as workspace, workspace.begin() as uow:
        return broken_invariants(uow)


def problems_of(workspace: Workspace) -> list[str]:
    """Return what is wrong with the data that are open, one sentence each; empty when they are whole."""
    problems = integrity_problems(workspace.folder / DATA_FILE)
    if problems:
        return problems
    with workspace.begin() as uow:
        return broken_invariants(uow)


def _locked(folder: Path) -> FileLock:
    # Opened on one thread and closed on another, the lock must not belong to a thread.
    lock = FileLock(folder / LOCK_FILE, thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise AlreadyOpen("Kim Hoa đang mở thư mục dữ liệu này ở một cửa sổ khác; hãy dùng cửa sổ đó.") from error
    except OSError as error:
        raise DataUnavailable(
            "Không ghi được vào thư mục dữ liệu; hãy kiểm tra quyền ghi của thư mục hoặc khóa chống ghi của USB."
        ) from error
    return lock


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "người dùng"
