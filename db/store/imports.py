"""Imports of lists in the data file: the audit entries of each, and what was chosen for the columns of a source."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, func, select

from db.store.rows import found, insert
from db.tables import AuditEntryRow, ColumnChoiceRow, ImportBatchRow
from db.unit_of_work import UnitOfWork

_MISSING = "Không tìm thấy lần nhập này."


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import: the kind of list, its file, the year it is about, and how many things it added and changed."""

    id: int
    kind: str
    file_name: str
    year: int | None
    made_at: datetime
    added: int
    changed: int
    undone_at: datetime | None


def last_change(uow: UnitOfWork) -> int:
    """Return the number of the latest audit entry, 0 for none."""
    return uow.session.exec(select(func.max(AuditEntryRow.id))).one() or 0


def add_batch(uow: UnitOfWork, kind: str, file_name: str, year: int | None, after: int, counts: tuple[int, int]) -> int:
    """Note that everything changed since the audit entry `after` was one import, and return its number."""
    added, changed = counts
    row = ImportBatchRow(
        kind=str(kind),
        file_name=file_name,
        year=year,
        made_at=uow.clock(),
        entries_after=after,
        entries_to=last_change(uow),
        added=added,
        changed=changed,
    )
    return insert(uow, row)


def list_batches(uow: UnitOfWork) -> list[ImportBatch]:
    """Return every import, the latest first."""
    rows = uow.session.exec(select(ImportBatchRow).order_by(col(ImportBatchRow.id).desc()))
    return [
        ImportBatch(row.id or 0, row.kind, row.file_name, row.year, row.made_at, row.added, row.changed, row.undone_at)
        for row in rows
    ]


def batch_row(uow: UnitOfWork, batch_id: int) -> ImportBatchRow:
    """Return the row of an import; raises NotFound."""
    return found(uow, ImportBatchRow, batch_id, _MISSING)


def remembered_columns(uow: UnitOfWork, kind: str, fingerprint: str) -> dict[int, str]:
    """Return what was chosen for the columns of lists of `kind` under such a header, nothing where none was."""
    row = uow.session.get(ColumnChoiceRow, (str(kind), fingerprint))
    return {} if row is None else {int(place): str(meaning) for place, meaning in json.loads(row.columns).items()}


def remember_columns(uow: UnitOfWork, kind: str, fingerprint: str, columns: Mapping[int, str]) -> None:
    """Remember what each column under such a header means, "" for nothing."""
    row = uow.session.get(ColumnChoiceRow, (str(kind), fingerprint))
    row = row or ColumnChoiceRow(kind=str(kind), fingerprint=fingerprint, columns="{}")
    row.columns = json.dumps({str(place): meaning for place, meaning in sorted(columns.items())})
    uow.session.add(row)
    uow.session.flush()
