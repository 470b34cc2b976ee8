"""Files kept in the data file beside a document, a person or an initiative."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlmodel import col

from db.store.rows import found, insert, to_bin
from db.tables import AttachmentRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import DataUnavailable, NotFound

_MISSING = "Không tìm thấy tệp đính kèm này; có thể tệp đã được chuyển vào thùng rác."


class OwnerKind(StrEnum):
    """What a file can belong to."""

    DOCUMENT = "document"
    PERSON = "person"
    INITIATIVE = "initiative"


@dataclass(frozen=True, slots=True)
class Owner:
    """What a file belongs to."""

    kind: OwnerKind
    id: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file without its content; `size` in bytes."""

    id: int
    owner: Owner
    file_name: str
    size: int
    sha256: str
    added_at: datetime


def add_attachment(uow: UnitOfWork, owner: Owner, file_name: str, content: bytes) -> int:
    """Keep a file with its owner and return its number."""
    row = AttachmentRow(
        file_name=file_name,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        added_at=uow.clock(),
    )
    setattr(row, f"{owner.kind}_id", owner.id)
    return insert(uow, row)


def list_attachments(uow: UnitOfWork, kind: OwnerKind, owner_ids: Collection[int] | None = None) -> list[Attachment]:
    """Return the files of the owners of a kind, or of all of that kind, the oldest first."""
    owner_id = col(getattr(AttachmentRow, f"{kind}_id"))
    query = (
        select(
            col(AttachmentRow.id),
            owner_id,
            col(AttachmentRow.file_name),
            func.length(AttachmentRow.content),
            col(AttachmentRow.sha256),
            col(AttachmentRow.added_at),
        )
        .where(col(AttachmentRow.deleted_at).is_(None), owner_id.is_not(None))
        .order_by(col(AttachmentRow.id))
    )
    if owner_ids is not None:
        query = query.where(owner_id.in_(owner_ids))
    return [Attachment(number, Owner(kind, owner), *rest) for number, owner, *rest in uow.session.execute(query)]


def read_content(uow: UnitOfWork, attachment_id: int) -> tuple[str, bytes]:
    """Return the name and the bytes of a file; raises NotFound, DataUnavailable when they are not what was kept."""
    row = _row(uow, attachment_id)
    if hashlib.sha256(row.content).hexdigest() != row.sha256:
        raise DataUnavailable(f"“{row.file_name}” trong tệp dữ liệu đã bị hỏng; hãy khôi phục từ bản sao lưu.")
    return row.file_name, row.content


def owner_of(uow: UnitOfWork, attachment_id: int) -> Owner:
    """Return what a file belongs to; raises NotFound."""
    row = _row(uow, attachment_id)
    number_by_kind = {kind: getattr(row, f"{kind}_id") for kind in OwnerKind}
    return next(Owner(kind, number) for kind, number in number_by_kind.items() if number is not None)


def bin_attachment(uow: UnitOfWork, attachment_id: int) -> None:
    """Put a file into the bin; raises NotFound."""
    to_bin(uow, _row(uow, attachment_id))


def _row(uow: UnitOfWork, attachment_id: int) -> AttachmentRow:
    row = found(uow, AttachmentRow, attachment_id, _MISSING)
    if row.deleted_at is not None:
        raise NotFound(_MISSING)
    return row
