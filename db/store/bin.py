"""What was deleted and can be brought back."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import ColumnElement
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from db.store.rows import change, entity, found
from db.tables import (
    AttachmentRow,
    AwardRow,
    DocumentRow,
    HouseholdRow,
    InitiativeRow,
    OfficeTemplateRow,
    PersonMergeRow,
    PersonRow,
    RegistrationRow,
    UnitRow,
)
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import NotFound, Refused

RowT = TypeVar("RowT", bound=SQLModel)

_TABLES: dict[str, type[SQLModel]] = {
    str(table.__tablename__): table
    for table in (
        PersonRow,
        UnitRow,
        DocumentRow,
        RegistrationRow,
        AwardRow,
        InitiativeRow,
        AttachmentRow,
        OfficeTemplateRow,
    )
}
_MISSING = "Mục này không còn trong thùng rác."


@dataclass(frozen=True, slots=True)
class DeletedEntry:
    """A row in the bin; `name` is the person, unit or subject line, `award_code` the title where there is one."""

    entity: str
    row_id: int
    name: str
    award_code: str | None
    year: int | None
    deleted_at: datetime


def list_deleted(uow: UnitOfWork) -> list[DeletedEntry]:
    """Return everything in the bin, the last deleted first."""
    entries = [
        *(_deleted(row, row.full_name) for row in uow.session.exec(_in_bin(PersonRow).where(~_is_merged()))),
        *(_deleted(row, row.name) for row in uow.session.exec(_in_bin(UnitRow))),
        *(_deleted(row, row.subject) for row in uow.session.exec(_in_bin(DocumentRow))),
        *(_deleted(row, _registrant(uow, row)) for row in uow.session.exec(_in_bin(RegistrationRow))),
        *(_deleted(row, row.subject_then) for row in uow.session.exec(_in_bin(AwardRow))),
        *(_deleted(row, row.name) for row in uow.session.exec(_in_bin(InitiativeRow))),
        *_deleted_files(uow),
        *(_deleted(row, row.name) for row in uow.session.exec(_in_bin(OfficeTemplateRow))),
    ]
    return sorted(entries, key=lambda entry: entry.deleted_at, reverse=True)


def bring_back(uow: UnitOfWork, entity_name: str, row_id: int) -> None:
    """Take one row out of the bin; raises NotFound, and Refused when another has taken its place."""
    row = found(uow, _TABLES[entity_name], row_id, _MISSING)
    if getattr(row, "deleted_at", None) is None:
        raise NotFound(_MISSING)
    try:
        change(uow, row, {"deleted_at": None}, "restore")
    except IntegrityError as error:
        raise Refused("Đã có mục khác giống mục này nên không khôi phục được; hãy xem lại mục đang dùng.") from error


def _is_merged() -> ColumnElement[bool]:
    """Whether a person's record stands in another one; it comes back by splitting the two."""
    return (
        select(PersonMergeRow.id)
        .where(PersonMergeRow.merged_id == PersonRow.id, col(PersonMergeRow.split_at).is_(None))
        .exists()
    )


def _in_bin(table: type[RowT]) -> SelectOfScalar[RowT]:
    return select(table).where(col(getattr(table, "deleted_at")).is_not(None))  # noqa: B009 - not every table has it


def _deleted(row: SQLModel, name: str) -> DeletedEntry:
    values = row.model_dump()
    return DeletedEntry(
        entity(row), values["id"], name, values.get("award_code"), values.get("year"), values["deleted_at"]
    )


def _deleted_files(uow: UnitOfWork) -> list[DeletedEntry]:
    """Return the files in the bin, without reading what is in them."""
    query = select(AttachmentRow.id, AttachmentRow.file_name, AttachmentRow.deleted_at)
    rows = uow.session.exec(query.where(col(AttachmentRow.deleted_at).is_not(None)))
    return [DeletedEntry("attachment", row_id or 0, name, None, None, at) for row_id, name, at in rows if at]


def _registrant(uow: UnitOfWork, row: RegistrationRow) -> str:
    if row.person_id is not None:
        return found(uow, PersonRow, row.person_id, _MISSING).full_name
    if row.household_id is not None:
        return found(uow, HouseholdRow, row.household_id, _MISSING).head_name
    return found(uow, UnitRow, row.unit_id or 0, _MISSING).name
