"""One transaction: leaving it without `commit` undoes everything done in it."""

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlmodel import Session


class UnitOfWork:
    """A transaction on the data file, as a context manager; `session` is for the modules of `db` alone.

    `actor` and `clock` go into the audit entries made inside it.
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

    def commit(self) -> None:
        """Make everything done so far lasting, all of it or none."""
        self.session.commit()
