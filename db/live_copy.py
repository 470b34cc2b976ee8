"""Copies of a data file that may be in use, made by SQLite itself and proved before they count."""

import sqlite3
from contextlib import closing
from pathlib import Path

from db.failures import told_as_unavailable
from kimhoa_app.domain.errors import DataUnavailable

PAGES_AT_ONCE = 512


def copy_data_file(source: Path, target: Path) -> None:
    """Copy the data file `source` to `target`, which appears only once it has passed SQLite's integrity check.

    Raises DataUnavailable when the copy cannot be made or is not whole.
    """
    unproved = target.with_suffix(".part")
    unproved.unlink(missing_ok=True)
    try:
        with told_as_unavailable():
            fill_from(source, unproved)
            problems = integrity_problems(unproved)
        if problems:
            raise DataUnavailable("Bản sao dữ liệu vừa tạo không nguyên vẹn nên không được giữ lại; hãy thử lại.")
        unproved.replace(target)
    finally:
        unproved.unlink(missing_ok=True)


def fill_from(source: Path, target: Path) -> None:
    """Make the data file `target` hold exactly what `source` holds; raises sqlite3.Error."""
    with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(target)) as writing:
        reading.backup(writing, pages=PAGES_AT_ONCE)
        writing.execute("PRAGMA journal_mode=DELETE")


def integrity_problems(path: Path) -> list[str]:
    """Return what SQLite finds wrong with the file and its foreign keys, one sentence each; empty when it is whole.

    Raises DataUnavailable for a file that cannot be read at all.
    """
    with told_as_unavailable(), closing(sqlite3.connect(path)) as connection:
        found = [text for (text,) in connection.execute("PRAGMA integrity_check") if text != "ok"]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [f"Tệp dữ liệu hỏng: {text}." for text in found] + [
        f"Dòng {row_id} của bảng {table} trỏ tới một dòng không có của bảng {parent}."
        for table, row_id, parent, _key in broken
    ]
