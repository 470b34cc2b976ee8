"""Taking an import back as a whole: what it added goes, what it changed becomes what it was.

What that is stands in the audit trail: the entries of the import, gone through from the last to the first.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, col, select

from db.audit import record_removals, row_values
from db.store.imports import batch_row
from db.store.initiatives import AuthorShare, overwrite_authors
from db.store.rows import CHUNK, change, change_all, rows_of
from db.store.rows import number as number_of
from db.tables import AuditEntryRow, ImportBatchRow, InitiativeAuthorRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import Refused

_STANDS_ON = "hãy bỏ những thay đổi đó trước, hoặc sửa từng mục"


def undo_batch(uow: UnitOfWork, batch_id: int) -> None:
    """Undo an import; raises NotFound, and Refused when it is undone already or later changes stand on it."""
    batch = batch_row(uow, batch_id)
    if batch.undone_at is not None:
        raise Refused("Lần nhập này đã được hoàn tác rồi.")
    query = select(AuditEntryRow).where(*_of(batch)).order_by(col(AuditEntryRow.id).desc())
    entries = list(uow.session.exec(query))
    _check_later_changes(uow, entries)
    _check_references(uow, batch)
    try:
        for (entity, action), group in groupby(entries, key=lambda entry: (entry.entity, entry.action)):
            if action == "add":
                _remove(uow, entity, list(group))
            else:
                _restore(uow, entity, list(group))
        change(uow, batch, {"undone_at": uow.clock()}, "undo")
    except IntegrityError as error:
        raise Refused(f"Có mục khác đang dùng dữ liệu của lần nhập này; {_STANDS_ON}.") from error


def _of(batch: ImportBatchRow) -> tuple[sa.ColumnElement[bool], ...]:
    number = col(AuditEntryRow.id)
    return number > batch.entries_after, number <= batch.entries_to


def _check_later_changes(uow: UnitOfWork, entries: Sequence[AuditEntryRow]) -> None:
    """Raise Refused unless every row of the import is as the import left it."""
    left: dict[str, dict[int, dict[str, object]]] = {}
    for entry in reversed(entries):
        left.setdefault(entry.entity, {}).setdefault(entry.entity_id, {}).update(json.loads(entry.after or "{}"))
    changed = sum(_count_changed(uow, _model_of(entity), rows) for entity, rows in left.items())
    if changed:
        raise Refused(f"Không hoàn tác được: {changed} mục của lần nhập này đã được sửa sau đó; {_STANDS_ON}.")


def _count_changed(uow: UnitOfWork, model: type[SQLModel], left: Mapping[int, Mapping[str, object]]) -> int:
    same = 0
    for row in rows_of(uow, model, sa.inspect(model).columns["id"], list(left)):
        values = row_values(row)
        expected = left[number_of(row)]
        same += all(values[name] == value for name, value in expected.items() if name in values)
    return len(left) - same


def _check_references(uow: UnitOfWork, batch: ImportBatchRow) -> None:
    """Raise Refused when something that the import did not add refers to what it added."""
    for table in SQLModel.metadata.tables.values():
        for key in table.foreign_keys:
            added = _added(batch, key.column.table.name)
            own = table.c.id if "id" in table.c else table.c.get("initiative_id")
            owner = "initiative" if table.name == InitiativeAuthorRow.__tablename__ else table.name
            query = sa.select(sa.func.count()).select_from(table).where(key.parent.in_(added))
            if own is not None:
                query = query.where(own.not_in(_added(batch, owner)))
            count = uow.session.execute(query).scalar_one()
            if count:
                raise Refused(
                    f"Không hoàn tác được: {count} mục ghi sau đó đang dùng dữ liệu của lần nhập này; {_STANDS_ON}."
                )


def _added(batch: ImportBatchRow, entity: str) -> Any:
    return sa.select(col(AuditEntryRow.entity_id)).where(
        *_of(batch), col(AuditEntryRow.entity) == entity, col(AuditEntryRow.action) == "add"
    )


def _remove(uow: UnitOfWork, entity: str, entries: Sequence[AuditEntryRow]) -> None:
    table = SQLModel.metadata.tables[entity]
    for chunk in _chunks([entry.entity_id for entry in entries]):
        if entity == "initiative":
            authors = SQLModel.metadata.tables[str(InitiativeAuthorRow.__tablename__)]
            uow.session.execute(sa.delete(authors).where(authors.c.initiative_id.in_(chunk)))
        uow.session.execute(sa.delete(table).where(table.c.id.in_(chunk)))
    record_removals(uow, entity, {entry.entity_id: json.loads(entry.after or "{}") for entry in entries})


def _restore(uow: UnitOfWork, entity: str, entries: Sequence[AuditEntryRow]) -> None:
    """Write what rows were before; of a row that was changed twice the first time counts."""
    model = _model_of(entity)
    before: dict[int, dict[str, Any]] = {}
    for entry in entries:
        values = json.loads(entry.before or "{}")
        if values.keys() == {"authors"}:
            shares = [AuthorShare(int(person), share) for person, share in values["authors"].items()]
            overwrite_authors(uow, entry.entity_id, shares)
        else:
            before[entry.entity_id] = values
    rows = rows_of(uow, model, sa.inspect(model).columns["id"], list(before))
    plain = [(row, model.model_validate(before[number_of(row)]).model_dump(exclude={"id"})) for row in rows]
    change_all(uow, plain, "undo")


def _model_of(entity: str) -> type[SQLModel]:
    mapped = (mapper.class_ for mapper in SQLModel._sa_registry.mappers)  # the one list of all tables' classes
    return next(each for each in mapped if each.__tablename__ == entity)


def _chunks(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), CHUNK):
        yield numbers[start : start + CHUNK]
