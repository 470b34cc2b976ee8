"""What every store does with a row: find it, write it, and leave the trail in the same step."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TypeVar

import sqlalchemy as sa
from sqlmodel import SQLModel

from db.audit import plain_value, record, record_additions, row_values
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import NotFound

RowT = TypeVar("RowT", bound=SQLModel)


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
    added = {
        row_id: {"id": row_id, **{name: plain_value(value) for name, value in each.items()}}
        for row_id, each in zip(numbers, values, strict=True)
    }
    record_additions(uow, entity(rows[0]), added)
    return numbers


def change(uow: UnitOfWork, row: SQLModel, values: Mapping[str, object], action: str = "change") -> None:
    """Write `values` into `row`; one audit entry when anything differs, none when nothing does.

    Raises sqlalchemy's IntegrityError when a constraint of the table forbids it.
    """
    before = row_values(row)
    for name, value in values.items():
        setattr(row, name, value.value if isinstance(value, Enum) else value)
    uow.session.add(row)
    uow.session.flush()
    after = row_values(row)
    if after != before:
        record(uow, entity(row), number(row), action, before, after)


def to_bin(uow: UnitOfWork, row: SQLModel) -> None:
    """Mark `row` as deleted; it can be brought back from the bin."""
    change(uow, row, {"deleted_at": uow.clock()}, "delete")


def remove(uow: UnitOfWork, row: SQLModel) -> None:
    """Delete `row` for good with an audit entry; what people may want back is marked deleted instead."""
    record(uow, entity(row), number(row), "delete", row_values(row), None)
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
