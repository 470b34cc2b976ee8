"""Imports of lists in the data file: the step that each was, and what was chosen for the columns of a source."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from db.audit import latest_entry
from db.store.rows import change, found, insert
from db.store.steps import Step, take_back
from db.tables import ColumnChoiceRow, ImportBatchRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import Refused

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


def add_batch(uow: UnitOfWork, kind: str, file_name: str, year: int | None, mark: int, counts: tuple[int, int]) -> int:
    """Note that everything changed since `mark` (see `begin_step`) was one import, and return its number."""
    added, changed = counts
    row = ImportBatchRow(
        kind=str(kind),
        file_name=file_name,
        year=year,
        made_at=uow.clock(),
        entries_after=mark,
        entries_to=latest_entry(uow),
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


def undo_batch(uow: UnitOfWork, batch_id: int) -> None:
    """Undo an import; raises NotFound, and Refused when it is undone already or later changes stand on it."""
    batch = found(uow, ImportBatchRow, batch_id, _MISSING)
    if batch.undone_at is not None:
        raise Refused("Lần nhập này đã được hoàn tác rồi.")
    take_back(uow, Step(batch.entries_after + 1, batch.entries_to), "lần nhập này")
    change(uow, batch, {"undone_at": uow.clock()}, "undo")


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
