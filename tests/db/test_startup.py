"""Opening a data file: new, older, newer, damaged, not ours."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, select

import db.startup
import db.tables
from db.live_copy import integrity_problems
from db.migrations import upgrade as upgrade_module
from db.startup import DATA_FILE, REVISIONS, open_data_file, stored_revision
from db.tables import SettingRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import DataUnavailable

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)


def data_file_with_a_setting(folder: Path) -> Path:
    engine = open_data_file(folder, NOW)
    with UnitOfWork(engine, "an", lambda: NOW) as uow:
        uow.session.add(SettingRow(key="vote_base", value="present"))
        uow.commit()
    engine.dispose()
    return folder / DATA_FILE


def write_more_than_fits(engine: Engine) -> None:
    with UnitOfWork(engine, "an", lambda: NOW) as uow:
        pages = uow.session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        uow.session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")
        uow.session.add_all([SettingRow(key=f"key-{number}", value="x" * 1000) for number in range(100)])
        uow.commit()


def settings_in(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT key, value FROM setting").fetchall()


def rewrite_revision(path: Path, revision: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))


def test_the_revisions_known_in_code_are_those_of_the_scripts() -> None:
    scripts = ScriptDirectory.from_config(upgrade_module.migration_config())
    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == REVISIONS


def test_a_migrated_file_has_exactly_the_tables_of_the_models(tmp_path: Path) -> None:
    engine = open_data_file(tmp_path, NOW)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_the_checks_of_the_migrated_tables_are_those_of_the_models(tmp_path: Path) -> None:
    engine = open_data_file(tmp_path, NOW)
    with closing(sqlite3.connect(tmp_path / DATA_FILE)) as connection:
        made = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    for table in SQLModel.metadata.sorted_tables:
        for constraint in table.constraints:
            if "CHECK" in str(type(constraint)).upper():
                assert " ".join(str(constraint.sqltext).split()) in " ".join(made[table.name].split())  # type: ignore[attr-defined]
    engine.dispose()


def test_opening_a_current_file_does_not_import_alembic(tmp_path: Path) -> None:
    data_file_with_a_setting(tmp_path)
    code = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC;"
        "from db.startup import open_data_file;"
        f"open_data_file(Path({str(tmp_path)!r}), datetime.now(UTC)); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_file_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = data_file_with_a_setting(tmp_path)
    rewrite_revision(path, "9999")
    with pytest.raises(DataUnavailable, match="mới hơn"):
        open_data_file(tmp_path, NOW)
    assert stored_revision(path) == "9999"


def test_an_older_file_is_copied_aside_before_it_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = data_file_with_a_setting(tmp_path)
    rewrite_revision(path, "0000")
    monkeypatch.setattr(db.startup, "REVISIONS", ("0000", "0001"))
    monkeypatch.setattr(db.startup, "_upgrade", lambda file: rewrite_revision(file, "0001"))
    open_data_file(tmp_path, NOW).dispose()
    copy = tmp_path / "backups" / "kimhoa-0000-20261121T010000Z.db"
    assert stored_revision(copy) == "0000"
    assert stored_revision(path) == "0001"
    assert integrity_problems(copy) == []
    assert settings_in(copy) == [("vote_base", "present")]


def test_a_failed_migration_leaves_the_old_rows_and_says_where_the_copy_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_halfway(file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("DELETE FROM setting")
        raise sqlite3.OperationalError("no such column")

    path = data_file_with_a_setting(tmp_path)
    rewrite_revision(path, "0000")
    monkeypatch.setattr(db.startup, "REVISIONS", ("0000", "0001"))
    monkeypatch.setattr(db.startup, "_upgrade", break_halfway)
    with pytest.raises(DataUnavailable, match="kimhoa-0000-20261121T010000Z"):
        open_data_file(tmp_path, NOW)
    assert settings_in(path) == [("vote_base", "present")]
    assert stored_revision(path) == "0000"


def test_a_migration_that_fails_is_undone_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def add_then_fail(config: object, target: str) -> None:
        connection = config.attributes["connection"]  # type: ignore[attr-defined]
        connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        connection.exec_driver_sql("DELETE FROM setting")
        raise DataUnavailable(target)

    path = data_file_with_a_setting(tmp_path)
    monkeypatch.setattr(upgrade_module.command, "upgrade", add_then_fail)
    with pytest.raises(DataUnavailable):
        upgrade_module.upgrade(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'half'").fetchall() == []
    assert settings_in(path) == [("vote_base", "present")]


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to be looked at" * 40, b"PK\x03\x04" + bytes(900)]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / DATA_FILE
    path.write_bytes(content)
    with pytest.raises(DataUnavailable, match="hỏng"):
        open_data_file(tmp_path, NOW)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / DATA_FILE)) as connection, connection:
        connection.execute("CREATE TABLE song (id INTEGER)")
    with pytest.raises(DataUnavailable, match="không phải là tệp dữ liệu của Kim Hoa"):
        open_data_file(tmp_path, NOW)


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    path = data_file_with_a_setting(tmp_path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(DataUnavailable):
        open_data_file(tmp_path, NOW)


def test_a_folder_whose_name_looks_like_an_address_is_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "Dữ liệu #1 100%?x=y"
    folder.mkdir()
    open_data_file(folder, NOW).dispose()
    assert [entry.name for entry in tmp_path.iterdir()] == [folder.name]
    assert (folder / DATA_FILE).exists()


def test_foreign_keys_are_enforced(tmp_path: Path) -> None:
    engine = open_data_file(tmp_path, NOW)
    with UnitOfWork(engine, "an", lambda: NOW) as uow:
        uow.session.add(db.tables.PostRow(person_id=42))
        with pytest.raises(IntegrityError):
            uow.commit()
    engine.dispose()


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    path = data_file_with_a_setting(tmp_path)
    engine = open_data_file(tmp_path, NOW)
    with pytest.raises(DataUnavailable, match="đầy"):
        write_more_than_fits(engine)
    with UnitOfWork(engine, "an", lambda: NOW) as uow:
        assert [row.key for row in uow.session.exec(select(SettingRow))] == ["vote_base"]
    engine.dispose()
    assert integrity_problems(path) == []
