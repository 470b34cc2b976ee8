"""Bring a data file to the newest tables by Alembic, in one transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from db.engine import make_engine
from kimhoa_app.domain.errors import DataUnavailable


def migration_config() -> Config:
    """Return Alembic's configuration for the scripts beside this module; no file is read."""
    config = Config()
    # A percent sign in the path would be taken for an interpolation.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config


def upgrade(path: Path) -> None:
    """Migrate the data file at `path` to the newest version, or leave it as it was.

    Raises what Alembic and SQLAlchemy raise, and DataUnavailable when foreign keys would be left broken.
    """
    config = migration_config()
    engine = make_engine(path, foreign_keys=False)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise DataUnavailable("Dữ liệu cũ có chỗ không khớp nên chưa nâng cấp được.")
    finally:
        engine.dispose()
