"""What every store does with a row: find it, write it, and leave the trail in the same step."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlmodel import SQLModel, select

from db.audit import plain_value, record, record_all, row_values
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import NotFound

RowT = TypeVar("RowT", bound=SQLModel)

CHUNK = 500
"""How many numbers one query asks for."""


def found(uow: UnitOfWork, table: type[RowT], row_id: int, missing: str) -> RowT:
    """Return the row of `row_id`; raises NotFound with the sentence `missing`."""
    row = uow.session.get(table, row_id)
    if row is None:
        raise NotFound(missing)
    return row


def insert(uow: UnitOfWork, row: SQLModel) -> int:
    """Add `row` with an audit entry and return its number."""
    uow.session.add(row)
    uow.session.flush()
    record(uow, entity(row), number(row), "add", None, row_values(row))
    return number(row)


def insert_all(uow: UnitOfWork, rows: Sequence[SQLModel]) -> list[int]:
    """Add `rows` of one table, each with an audit entry, in one go, and return their numbers."""
    if not rows:
        return []
    table = SQLModel.metadata.tables[entity(rows[0])]
    values = [row.model_dump(exclude={"id"}) for row in rows]
    adding = sa.insert(table).returning(table.c.id, sort_by_parameter_order=True)
    numbers = list(uow.session.execute(adding, values).scalars())
    added = [
        (row_id, None, {"id": row_id, **{name: plain_value(value) for name, value in each.items()}})
        for row_id, each in zip(numbers, values, strict=True)
    ]
    record_all(uow, entity(rows[0]), "add", added)
    return numbers


def change(uow: UnitOfWork, row: SQLModel, values: Mapping[str, object], action: str = "change") -> None:
    """Write `values` into `row`; one audit entry when anything differs, none when nothing does.

    Raises sqlalchemy's IntegrityError when a constraint of the table forbids it.
    """
    change_all(uow, [(row, values)], action)


def change_all(
    uow: UnitOfWork, changes: Sequence[tuple[SQLModel, Mapping[str, object]]], action: str = "change"
) -> None:
    """Write values into rows of one table as `change` does, many at once."""
    before = [row_values(row) for row, _values in changes]
    for row, values in changes:
        for name, value in values.items():
            setattr(row, name, value.value if isinstance(value, Enum) else value)
    uow.session.add_all([row for row, _values in changes])
    uow.session.flush()
    after = [(row, row_values(row)) for row, _values in changes]
    altered = [(number(row), old, new) for old, (row, new) in zip(before, after, strict=True) if old != new]
    if altered:
        record_all(uow, entity(changes[0][0]), action, altered)


def rows_of(uow: UnitOfWork, table: type[RowT], column: Any, numbers: Sequence[int]) -> list[RowT]:
    """Return the rows of `table` whose `column` is one of `numbers`, however many these are."""
    found_rows: list[RowT] = []
    for start in range(0, len(numbers), CHUNK):
        found_rows += uow.session.exec(select(table).where(column.in_(numbers[start : start + CHUNK])))
    return found_rows


def to_bin(uow: UnitOfWork, row: SQLModel) -> None:
    """Mark `row` as deleted; it can be brought back from the bin."""
    change(uow, row, {"deleted_at": uow.clock()}, "delete")


def remove(uow: UnitOfWork, row: SQLModel) -> None:
    """Delete `row` for good with an audit entry; what people may want back is marked deleted instead."""
    record(uow, entity(row), number(row), "delete", row_values(row), None)
    uow.session.delete(row)
    uow.session.flush()


def write_owned(uow: UnitOfWork, row: SQLModel, owner_id: int, before: Mapping[str, object] | None) -> None:
    """Write a row that has no number of its own; the trail knows it by the number of what it belongs to."""
    uow.session.add(row)
    uow.session.flush()
    after = row_values(row)
    if after != before:
        record(uow, entity(row), owner_id, "change" if before else "add", before, after)


def remove_owned(uow: UnitOfWork, row: SQLModel, owner_id: int) -> None:
    """Delete a row that has no number of its own, as `write_owned` writes it."""
    record(uow, entity(row), owner_id, "delete", row_values(row), None)
    uow.session.delete(row)
    uow.session.flush()


def entity(row: SQLModel) -> str:
    """Return the name under which the audit trail knows the table of `row`."""
    return str(type(row).__tablename__)


def number(row: SQLModel) -> int:
    """Return the number of a row that has been written."""
    row_id: int | None = getattr(row, "id", None)
    if row_id is None:
        raise ValueError("the row has not been written yet")
    return row_id
