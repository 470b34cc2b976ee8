"""A step of a clerk as the audit trail tells it, and taking it back as a whole: a form, a paste, a merge, an import."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Date, Table, bindparam, delete, insert, select, tuple_, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from db.audit import Change, changes_between, latest_entry, plain_value, record_all
from db.base import UtcTime
from db.store.rows import CHUNK
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import Refused

Values = Mapping[str, Any]
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The audit entries of one step, from the first to the last, both included."""

    first: int
    last: int


def begin_step(uow: UnitOfWork) -> int:
    """Return the mark from which `step_since` counts what is done in this transaction."""
    return latest_entry(uow)


def step_since(uow: UnitOfWork, mark: int) -> Step | None:
    """Return what was done since `mark`, None when nothing was changed."""
    uow.session.flush()
    last = latest_entry(uow)
    return Step(mark + 1, last) if last > mark else None


def take_back(uow: UnitOfWork, step: Step, called: str = "bước này") -> None:
    """Undo every change of `step`, the last first, in those columns that it changed.

    Raises Refused, with the words `called` for the step, when some of it has been changed again since, when something
    that came later refers to what it added, or when a place has been taken. A row that holds bytes and was removed
    cannot come back: the trail keeps only their sum.
    """
    uow.session.flush()
    changes = changes_between(uow, step.first, step.last)
    touched = _touched(changes)
    present = {table: _stored(uow, table, list(rows)) for table, rows in touched.items()}
    _check_unchanged(touched, present, called)
    _check_unused(uow, touched, called)
    try:
        _reverse(uow, changes)
    except IntegrityError as error:
        raise Refused(f"Không hoàn tác được {called}: chỗ của dữ liệu cũ nay đã có mục khác; {_INSTEAD}.") from error
    uow.session.expire_all()
    for table, rows in touched.items():
        _record(uow, table, rows, present[table])


_INSTEAD = "hãy bỏ những thay đổi đó trước, hoặc sửa từng mục"


@dataclass(frozen=True, slots=True)
class _Touched:
    """How a step left a row: the columns that it wrote with their values, None where it is gone; whether it made it."""

    entity_id: int
    left: Values | None
    is_made: bool


def _touched(changes: Sequence[Change]) -> dict[Table, dict[Key, _Touched]]:
    touched: dict[Table, dict[Key, _Touched]] = {}
    for change in changes:
        table = _table(change)
        rows, key = touched.setdefault(table, {}), _key(table, change)
        known = rows.get(key)
        left = None
        if change.after is not None:
            written = _typed(table, {name: change.after.get(name) for name in _columns(change)})
            left = {**((known and known.left) or {}), **written}
        rows[key] = _Touched(change.entity_id, left, known.is_made if known else change.before is None)
    return touched


def _check_unchanged(
    touched: Mapping[Table, Mapping[Key, _Touched]], present: Mapping[Table, Mapping[Key, Values]], called: str
) -> None:
    changed = sum(
        not _is_as_left(present[table].get(key), row.left)
        for table, rows in touched.items()
        for key, row in rows.items()
    )
    if changed:
        raise Refused(f"Không hoàn tác được: {changed} mục của {called} đã được sửa sau đó; {_INSTEAD}.")


def _is_as_left(present: Values | None, left: Values | None) -> bool:
    if present is None or left is None:
        return present is left
    return all(present[name] == value for name, value in left.items() if name in present)


def _check_unused(uow: UnitOfWork, touched: Mapping[Table, Mapping[Key, _Touched]], called: str) -> None:
    users = set()
    for table in SQLModel.metadata.tables.values():
        own = touched.get(table, {})
        for reference in table.foreign_keys:
            made = [key for key, row in touched.get(reference.column.table, {}).items() if row.is_made and row.left]
            for chunk in _chunks(made):
                query = select(*table.primary_key).where(reference.parent.in_([number for (number,) in chunk]))
                found = {tuple(key) for key in uow.session.execute(query)}
                users |= {(table.name, key) for key in found if not _wrote(own.get(key), reference.parent.name)}
    if users:
        raise Refused(f"Không hoàn tác được: {len(users)} mục ghi sau đó đang dùng dữ liệu của {called}; {_INSTEAD}.")


def _wrote(row: _Touched | None, column: str) -> bool:
    return row is not None and row.left is not None and column in row.left


def _reverse(uow: UnitOfWork, changes: Sequence[Change]) -> None:
    """Write the inverse of `changes`, the last first; those of one kind that follow each other go at once."""
    kinds = groupby(reversed(changes), key=lambda each: (each.entity, each.before is None, _columns(each)))
    for (entity, was_made, columns), group in kinds:
        table, run = SQLModel.metadata.tables[entity], list(group)
        if was_made:
            for chunk in _chunks([_key(table, each) for each in run]):
                uow.session.execute(delete(table).where(_is_one_of(table, chunk)))
        elif run[0].after is None:
            uow.session.execute(insert(table), [_typed(table, each.before or {}) for each in run])
        elif columns:
            _write_back(uow, table, columns, run)


def _write_back(uow: UnitOfWork, table: Table, columns: Sequence[str], run: Sequence[Change]) -> None:
    own = [column == bindparam(f"key_{column.name}", type_=column.type) for column in table.primary_key]
    old = {name: bindparam(f"old_{name}", type_=table.c[name].type) for name in columns}
    names = [f"key_{column.name}" for column in table.primary_key]
    values = [
        {
            **dict(zip(names, _key(table, each), strict=True)),
            **{f"old_{name}": value for name, value in _typed(table, each.before or {}).items() if name in old},
        }
        for each in run
    ]
    uow.session.execute(update(table).where(*own).values(old), values)


def _record(uow: UnitOfWork, table: Table, rows: Mapping[Key, _Touched], before: Mapping[Key, Values]) -> None:
    after = _stored(uow, table, list(rows))
    entries = [(row.entity_id, _plain(before.get(key)), _plain(after.get(key))) for key, row in rows.items()]
    record_all(uow, table.name, "undo", [entry for entry in entries if entry[1] != entry[2]])


def _stored(uow: UnitOfWork, table: Table, keys: Sequence[Key]) -> dict[Key, Values]:
    """Return the rows of those `keys` that are there; bytes as the trail tells them."""
    stored: dict[Key, Values] = {}
    for chunk in _chunks(keys):
        for row in uow.session.execute(table.select().where(_is_one_of(table, chunk))).mappings():
            values = {name: plain_value(value) if isinstance(value, bytes) else value for name, value in row.items()}
            stored[tuple(values[column.name] for column in table.primary_key)] = values
    return stored


def _is_one_of(table: Table, keys: Sequence[Key]) -> ColumnElement[bool]:
    return tuple_(*table.primary_key).in_(keys)


def _chunks(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]


def _table(change: Change) -> Table:
    return SQLModel.metadata.tables[change.entity]


def _key(table: Table, change: Change) -> Key:
    values = _typed(table, change.after or change.before or {})
    return tuple(values[column.name] for column in table.primary_key)


def _columns(change: Change) -> tuple[str, ...]:
    """Return the columns that a change wrote: all of a row that it made or removed."""
    if change.before is None or change.after is None:
        return tuple(change.after or change.before or ())
    return tuple(sorted(change.changed))


def _plain(values: Values | None) -> dict[str, Any] | None:
    return None if values is None else {name: plain_value(value) for name, value in values.items()}


def _typed(table: Table, values: Values) -> dict[str, Any]:
    return {name: _value(table.columns[name].type, value) for name, value in values.items()}


def _value(kind: object, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, UtcTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value
