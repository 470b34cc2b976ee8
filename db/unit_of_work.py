"""One transaction: leaving it without `commit` undoes everything done in it."""

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlmodel import Session

from db.failures import unavailable


class UnitOfWork:
    """A transaction on the data file, as a context manager; `session` is for the modules of `db` alone.

    `actor` and `clock` go into the audit entries made inside it. A full disk, a pulled USB stick or a damaged file
    leaves it as `DataUnavailable`.
    """

    def __init__(self, engine: Engine, actor: str, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self.actor = actor
        self.clock = clock

    def __enter__(self) -> Self:
        self.session = Session(self._engine)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.session.rollback()
        self.session.close()
        told = unavailable(error)
        if told is not None:
            raise told from error

    def commit(self) -> None:
        """Make everything done so far lasting, all of it or none."""
        self.session.commit()
