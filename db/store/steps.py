"""A step of a clerk as the audit trail tells it, and taking it back row by row."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Table, delete, insert, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, col, func, select

from db.audit import plain_value, record
from db.base import UtcTime
from db.tables import AuditEntryRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import Refused

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """The audit entries of one step, from the first to the last, both included."""

    first: int
    last: int


def begin_step(uow: UnitOfWork) -> int:
    """Return the mark from which `step_since` counts what is done in this transaction."""
    return uow.session.exec(select(func.max(AuditEntryRow.id))).one() or 0


def step_since(uow: UnitOfWork, mark: int) -> Step | None:
    """Return what was done since `mark`, None when nothing was changed."""
    uow.session.flush()
    last = begin_step(uow)
    return Step(mark + 1, last) if last > mark else None


def take_back(uow: UnitOfWork, step: Step) -> None:
    """Undo every change of `step`, the last first, in those columns that it changed.

    Raises Refused when one of these has been changed again since, or when its place has been taken. A row that holds
    bytes and was removed cannot come back: the trail keeps only their sum.
    """
    uow.session.flush()
    query = (
        select(AuditEntryRow)
        .where(col(AuditEntryRow.id).between(step.first, step.last))
        .order_by(col(AuditEntryRow.id).desc())
    )
    for entry in uow.session.exec(query).all():
        try:
            _reverse(uow, entry)
        except IntegrityError as error:
            raise Refused(_CHANGED) from error
    uow.session.expire_all()


_CHANGED = "Dữ liệu đã được sửa tiếp sau bước này nên không hoàn tác được; hãy sửa trực tiếp."


def _reverse(uow: UnitOfWork, entry: AuditEntryRow) -> None:
    table = SQLModel.metadata.tables[entry.entity]
    before, after = _typed(table, entry.before), _typed(table, entry.after)
    present = _stored(uow, table, after or before or {})
    if after is None:
        _require(present is None)
        uow.session.execute(insert(table).values(before or {}))
    elif before is None:
        _require(present == after)
        uow.session.execute(delete(table).where(*_key(table, after)))
    else:
        changed = {name: before[name] for name in before if before[name] != after.get(name)}
        _require(present is not None and all(present[name] == after[name] for name in changed))
        uow.session.execute(update(table).where(*_key(table, after)).values(changed))
        before = (present or {}) | changed
    record(uow, entry.entity, entry.entity_id, "undo", _plain(present), _plain(before))


def _require(unchanged: bool) -> None:
    if not unchanged:
        raise Refused(_CHANGED)


def _stored(uow: UnitOfWork, table: Table, values: Values) -> dict[str, Any] | None:
    row = uow.session.execute(table.select().where(*_key(table, values))).mappings().first()
    return None if row is None else dict(row)


def _key(table: Table, values: Values) -> list[Any]:
    return [column == values[column.name] for column in table.primary_key]


def _plain(values: Values | None) -> dict[str, Any] | None:
    return None if values is None else {name: plain_value(value) for name, value in values.items()}


def _typed(table: Table, text: str | None) -> dict[str, Any] | None:
    if text is None:
        return None
    values: dict[str, Any] = json.loads(text)
    return {name: _value(table.columns[name].type, value) for name, value in values.items()}


def _value(kind: object, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, UtcTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value
