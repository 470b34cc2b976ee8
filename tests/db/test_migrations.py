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


def test_registrations_of_people_and_units_stay_and_households_come_beside_them(tmp_path: Path) -> None:
    path = data_file_of(tmp_path, "0002")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO unit (id, name, short_name, kind, position_in_list) VALUES (3, 'Thôn Đông', '', 'village', 1)"
        )
        connection.execute("INSERT INTO registration_round VALUES (1, 2026, '2026-01-02', '2026-01-31')")
        connection.execute(
            "INSERT INTO registration (id, round_id, unit_id, award_code, topic, note, registered_on)"
            " VALUES (5, 1, 3, 'TVH', '', '', '2026-01-10')"
        )
    open_data_file(tmp_path, NOW).dispose()
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT id, unit_id, household_id, refused_on, refusal FROM registration").fetchall()
        assert rows == [(5, 3, None, None, "")]
        connection.execute("INSERT INTO household (id, head_name, village_id) VALUES (1, 'Lê Văn A', 3)")
        with pytest.raises(sqlite3.IntegrityError, match="one_subject"):
            connection.execute("UPDATE registration SET household_id = 1")
        connection.execute("UPDATE registration SET household_id = 1, unit_id = NULL")
        with pytest.raises(sqlite3.IntegrityError, match="refusal"):
            connection.execute("UPDATE registration SET refusal = 'Không đạt'")


def test_why_an_award_was_given_comes_to_stand_with_it(tmp_path: Path) -> None:
    path = data_file_of(tmp_path, "0007")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO person (id, full_name, note) VALUES (1, 'Lê Thị Ánh', '')")
        for number, year in ((4, 2024), (5, 2025)):
            connection.execute(
                "INSERT INTO award (id, person_id, award_code, year, subject_then, position_then, unit_then)"
                " VALUES (?, 1, 'GKX', ?, 'Lê Thị Ánh', '', '')",
                (number, year),
            )
        connection.execute("INSERT INTO award_occasion VALUES (5, 'sudden')")
    open_data_file(tmp_path, NOW).dispose()
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT id, year, occasion FROM award ORDER BY id").fetchall()
        assert rows == [(4, 2024, None), (5, 2025, "sudden")]
        with pytest.raises(sqlite3.IntegrityError, match="occasion"):
            connection.execute("UPDATE award SET occasion = 'whim'")
