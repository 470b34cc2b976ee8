"""Files of each older version, with rows in them, brought to the newest tables."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command

from db.engine import make_engine
from db.migrations.upgrade import migration_config
from db.startup import BACKUP_FOLDER, DATA_FILE, REVISIONS, open_data_file, stored_revision
from db.store.documents import read_document
from db.unit_of_work import UnitOfWork

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
BODY = '{"kind": "KH", "title": "KẾ HOẠCH", "subject": "Phát động thi đua"}'


def data_file_of(folder: Path, revision: str) -> Path:
    """Make a data file as the program of `revision` left it, with a document and its version."""
    path = folder / DATA_FILE
    engine = make_engine(path, foreign_keys=False)
    config = migration_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.exec_driver_sql(
            "INSERT INTO document (id, kind, template, year, subject, fields, body, state, symbol, changed_at)"
            " VALUES (7, 'KH', 'ke-hoach-nam', 2026, 'Phát động thi đua', '{}', ?, 'draft', 'KH-UBND', ?)",
            (BODY, "2026-01-05 01:00:00.000000"),
        )
        connection.exec_driver_sql(
            "INSERT INTO document_version (id, document_id, version, body, reason, made_at)"
            " VALUES (1, 7, 1, ?, 'Bản đầu', ?)",
            (BODY, "2026-01-05 01:00:00.000000"),
        )
    engine.dispose()
    return path


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_file_of_any_version_opens_with_its_rows(tmp_path: Path, revision: str) -> None:
    path = data_file_of(tmp_path, revision)
    engine = open_data_file(tmp_path, NOW)
    with UnitOfWork(engine, "an", lambda: NOW) as uow:
        assert read_document(uow, 7).subject == "Phát động thi đua"
    engine.dispose()
    assert stored_revision(path) == REVISIONS[-1]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT reason FROM document_version").fetchall() == [("Bản đầu",)]
        assert connection.execute("SELECT count(*) FROM document_question").fetchone() == (0,)


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_the_file_as_it_was_is_copied_aside_first(tmp_path: Path, revision: str) -> None:
    data_file_of(tmp_path, revision)
    open_data_file(tmp_path, NOW).dispose()
    (copy,) = (tmp_path / BACKUP_FOLDER).iterdir()
    assert stored_revision(copy) == revision
