"""Opening the data file: compare versions, copy aside, migrate, check, go on."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from db.engine import make_engine
from db.failures import told_as_unavailable
from db.live_copy import copy_data_file, fill_from, integrity_problems
from kimhoa_app.domain.errors import DataUnavailable

DATA_FILE = "kimhoa.db"
BACKUP_FOLDER = "backups"

# Alembic's revisions, oldest first. They are repeated here because importing Alembic costs a third of the start.
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")


def open_data_file(folder: Path, now: datetime) -> Engine:
    """Return the engine of the data file in `folder`, made if there is none and migrated if it is of an older version.

    An older file is first copied to the folder's `backups`. Raises DataUnavailable for a file that is newer than this
    program, damaged, not ours, or that cannot be written.
    """
    path = folder / DATA_FILE
    with told_as_unavailable():
        revision = stored_revision(path)
        if revision is not None and revision not in REVISIONS:
            raise DataUnavailable(
                "Dữ liệu này do phiên bản Kim Hoa mới hơn tạo ra; hãy cài phiên bản mới nhất rồi mở lại."
            )
        if revision is None:
            _upgrade(path)
        elif revision != REVISIONS[-1]:
            _upgrade_with_copy(path, revision, now)
        _check(path)
        return make_engine(path)


def stored_revision(path: Path) -> str | None:
    """Return the revision of the data file at `path`, None for no file or one with no tables yet.

    Raises DataUnavailable for a database of another program, sqlite3.DatabaseError for what is no database.
    """
    if not path.exists():
        return None
    with closing(sqlite3.connect(path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise DataUnavailable(f"Tệp {path.name} không phải là tệp dữ liệu của Kim Hoa; hãy chọn thư mục khác.")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])


def backup_path(folder: Path, revision: str, now: datetime) -> Path:
    """Return where a copy made at `now` of a data file of `revision` stands, making its folder."""
    backups = folder / BACKUP_FOLDER
    backups.mkdir(exist_ok=True)
    return backups / f"kimhoa-{revision}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.db"


def _upgrade(path: Path) -> None:
    from db.migrations.upgrade import upgrade  # noqa: PLC0415 - Alembic is imported only when there is work for it

    upgrade(path)


def _upgrade_with_copy(path: Path, revision: str, now: datetime) -> None:
    copy = backup_path(path.parent, revision, now)
    copy_data_file(path, copy)
    try:
        _upgrade(path)
        _check(path)
    except (SQLAlchemyError, sqlite3.Error, DataUnavailable) as error:
        fill_from(copy, path)
        raise DataUnavailable(
            f"Không nâng cấp được tệp dữ liệu; dữ liệu cũ đã được giữ nguyên và có một bản sao tại {copy}."
        ) from error


def _check(path: Path) -> None:
    if integrity_problems(path):
        raise DataUnavailable(
            f"Tệp dữ liệu {path.name} bị hỏng; hãy khôi phục từ một bản sao trong thư mục {BACKUP_FOLDER}."
        )
