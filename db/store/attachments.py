"""Files kept in the data file beside a document."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import col

from db.store.rows import found, insert, to_bin
from db.tables import AttachmentRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import DataUnavailable, NotFound

_MISSING = "Không tìm thấy tệp đính kèm này; có thể tệp đã được chuyển vào thùng rác."


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file without its content; `size` in bytes."""

    id: int
    document_id: int
    file_name: str
    size: int
    sha256: str
    added_at: datetime


def add_attachment(uow: UnitOfWork, document_id: int, file_name: str, content: bytes) -> int:
    """Keep a file with a document and return its number."""
    row = AttachmentRow(
        document_id=document_id,
        file_name=file_name,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        added_at=uow.clock(),
    )
    return insert(uow, row)


def list_attachments(uow: UnitOfWork, document_ids: Sequence[int] | None = None) -> list[Attachment]:
    """Return the files of these documents, or of all, the oldest first."""
    query = (
        select(
            col(AttachmentRow.id),
            col(AttachmentRow.document_id),
            col(AttachmentRow.file_name),
            func.length(AttachmentRow.content),
            col(AttachmentRow.sha256),
            col(AttachmentRow.added_at),
        )
        .where(col(AttachmentRow.deleted_at).is_(None))
        .order_by(col(AttachmentRow.id))
    )
    if document_ids is not None:
        query = query.where(col(AttachmentRow.document_id).in_(document_ids))
    return [Attachment(*values) for values in uow.session.execute(query)]


def read_content(uow: UnitOfWork, attachment_id: int) -> tuple[str, bytes]:
    """Return the name and the bytes of a file; raises NotFound, DataUnavailable when they are not what was kept."""
    row = _row(uow, attachment_id)
    if hashlib.sha256(row.content).hexdigest() != row.sha256:
        raise DataUnavailable(f"“{row.file_name}” trong tệp dữ liệu đã bị hỏng; hãy khôi phục từ bản sao lưu.")
    return row.file_name, row.content


def document_of(uow: UnitOfWork, attachment_id: int) -> int:
    """Return the number of the document that a file belongs to; raises NotFound."""
    return _row(uow, attachment_id).document_id


def bin_attachment(uow: UnitOfWork, attachment_id: int) -> None:
    """Put a file into the bin; raises NotFound."""
    to_bin(uow, _row(uow, attachment_id))


def _row(uow: UnitOfWork, attachment_id: int) -> AttachmentRow:
    row = found(uow, AttachmentRow, attachment_id, _MISSING)
    if row.deleted_at is not None:
        raise NotFound(_MISSING)
    return row
