"""The trail of changes: what a row was before and after, when and by whom."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert
from sqlmodel import SQLModel, col, func, select

from db.tables import AuditEntryRow
from db.unit_of_work import UnitOfWork

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a row of the table `entity`; `before` is None for what was made, `after` for what was removed."""

    entity: str
    entity_id: int
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
    record_all(uow, entity, action, [(entity_id, before, after)])


def record_all(
    uow: UnitOfWork, entity: str, action: str, changes: Iterable[tuple[int, Values | None, Values | None]]
) -> None:
    """Note changes of rows of the table `entity`, many at once: the number of each, what it was and what it is."""
    entries = [_entry(uow, entity, row_id, action, before, after) for row_id, before, after in changes]
    if entries:
        uow.session.execute(insert(AuditEntryRow), entries)


def history(uow: UnitOfWork, entity: str, entity_id: int) -> list[Change]:
    """Return the changes of one row, oldest first."""
    query = (
        select(AuditEntryRow)
        .where(AuditEntryRow.entity == entity, AuditEntryRow.entity_id == entity_id)
        .order_by(col(AuditEntryRow.id))
    )
    return [_change(entry) for entry in uow.session.exec(query)]


def latest_entry(uow: UnitOfWork) -> int:
    """Return the number of the latest entry of the trail, 0 for none."""
    return uow.session.exec(select(func.max(AuditEntryRow.id))).one() or 0


def changes_between(uow: UnitOfWork, first: int, last: int) -> list[Change]:
    """Return the changes from one entry of the trail to another, both included, oldest first."""
    query = select(AuditEntryRow).where(col(AuditEntryRow.id).between(first, last)).order_by(col(AuditEntryRow.id))
    return [_change(entry) for entry in uow.session.exec(query)]


def rows_with(uow: UnitOfWork, entity: str, action: str) -> set[int]:
    """Return the numbers of the rows of the table `entity` that `action` was ever done to."""
    query = select(AuditEntryRow.entity_id).where(AuditEntryRow.entity == entity, AuditEntryRow.action == action)
    return set(uow.session.exec(query))


def is_untouched(uow: UnitOfWork) -> bool:
    """Return whether nothing was ever recorded in the data file."""
    return uow.session.exec(select(AuditEntryRow.id).limit(1)).first() is None


def _change(row: AuditEntryRow) -> Change:
    before, after = _load(row.before), _load(row.after)
    return Change(row.entity, row.entity_id, row.at, row.actor, row.action, before, after)


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
