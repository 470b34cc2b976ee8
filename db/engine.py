"""The SQLite engine of one data file, with the settings that every connection needs."""

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT_MS = 5_000


def make_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """Return an engine for the data file at `path`, which is made on the first connection.

    SQLite enforces foreign keys only when asked on each connection; a migration, which makes tables anew, runs without
    and checks them at its end. `synchronous=FULL` makes a commit outlive a power cut. Transactions are begun here, not
    by the driver, so that a failed migration is undone whole.
    """

    def prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        cursor.close()

    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
