"""The trail of changes: what a row was before and after, when and by whom."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert
from sqlmodel import SQLModel, col, select

from db.tables import AuditEntryRow
from db.unit_of_work import UnitOfWork

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one row; `before` is None for what was made, `after` for what was removed."""

    at: datetime
    actor: str
    action: str
    before: Values | None
    after: Values | None

    @property
    def changed(self) -> dict[str, tuple[object, object]]:
        """The fields that differ, each with its value before and after."""
        old, new = dict(self.before or {}), dict(self.after or {})
        return {key: (old.get(key), new.get(key)) for key in old | new if old.get(key) != new.get(key)}


def row_values(row: SQLModel) -> dict[str, object]:
    """Return the columns of `row` as values that JSON can hold: days and moments in ISO form, bytes as their sum."""
    return {name: plain_value(value) for name, value in row.model_dump().items()}


def record(
    uow: UnitOfWork, entity: str, entity_id: int, action: str, before: Values | None, after: Values | None
) -> None:
    """Note a change of row `entity_id` of the table `entity` in the same transaction."""
    uow.session.execute(insert(AuditEntryRow), [_entry(uow, entity, entity_id, action, before, after)])


def record_additions(uow: UnitOfWork, entity: str, rows: Mapping[int, Values]) -> None:
    """Note that the `rows`, by their numbers, have been added to the table `entity`, many at once."""
    entries = [_entry(uow, entity, row_id, "add", None, values) for row_id, values in rows.items()]
    uow.session.execute(insert(AuditEntryRow), entries)


def record_changes(uow: UnitOfWork, entity: str, action: str, rows: Mapping[int, tuple[Values, Values]]) -> None:
    """Note changes of the `rows` of the table `entity`, by their numbers what each was and is, many at once."""
    entries = [_entry(uow, entity, row_id, action, before, after) for row_id, (before, after) in rows.items()]
    if entries:
        uow.session.execute(insert(AuditEntryRow), entries)


def record_removals(uow: UnitOfWork, entity: str, rows: Mapping[int, Values]) -> None:
    """Note that the `rows`, by their numbers, have been taken out of the table `entity` again, many at once."""
    entries = [_entry(uow, entity, row_id, "undo", values, None) for row_id, values in rows.items()]
    uow.session.execute(insert(AuditEntryRow), entries)


def history(uow: UnitOfWork, entity: str, entity_id: int) -> list[Change]:
    """Return the changes of one row, oldest first."""
    query = (
        select(AuditEntryRow)
        .where(AuditEntryRow.entity == entity, AuditEntryRow.entity_id == entity_id)
        .order_by(col(AuditEntryRow.id))
    )
    return [
        Change(entry.at, entry.actor, entry.action, _load(entry.before), _load(entry.after))
        for entry in uow.session.exec(query)
    ]


def rows_with(uow: UnitOfWork, entity: str, action: str) -> set[int]:
    """Return the numbers of the rows of the table `entity` that `action` was ever done to."""
    query = select(AuditEntryRow.entity_id).where(AuditEntryRow.entity == entity, AuditEntryRow.action == action)
    return set(uow.session.exec(query))


def is_untouched(uow: UnitOfWork) -> bool:
    """Return whether nothing was ever recorded in the data file."""
    return uow.session.exec(select(AuditEntryRow.id).limit(1)).first() is None


def _entry(
    uow: UnitOfWork, entity: str, entity_id: int, action: str, before: Values | None, after: Values | None
) -> dict[str, object]:
    return {
        "at": uow.clock(),
        "actor": uow.actor,
        "entity": entity,
        "entity_id": entity_id,
        "action": action,
        "before": _dump(before),
        "after": _dump(after),
    }


def plain_value(value: object) -> object:
    """Return what JSON can hold of one column: days and moments in ISO form, bytes as their sum."""
    if isinstance(value, bytes):
        return f"sha256:{hashlib.sha256(value).hexdigest()}"
    return value.isoformat() if isinstance(value, date | datetime) else value


def _dump(values: Values | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False, sort_keys=True)


def _load(text: str | None) -> Values | None:
    if text is None:
        return None
    values: Values = json.loads(text)
    return values
