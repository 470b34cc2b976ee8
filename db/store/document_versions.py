"""Earlier texts of documents: how each stood before a step that matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from db.store.documents import document_row
from db.store.rows import insert
from db.tables import DocumentVersionRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.codec import from_json
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.errors import NotFound


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """How a document stood before a step that matters, and why it was kept; versions count from 1."""

    version: int
    reason: str
    made_at: datetime


def keep_version(uow: UnitOfWork, document_id: int, reason: str) -> None:
    """Keep the text as it stands as a version; raises NotFound."""
    row = document_row(uow, document_id)
    last = uow.session.exec(
        select(func.max(DocumentVersionRow.version)).where(DocumentVersionRow.document_id == document_id)
    ).one()
    version = DocumentVersionRow(
        document_id=document_id, version=(last or 0) + 1, body=row.body, reason=reason, made_at=uow.clock()
    )
    insert(uow, version)


def list_versions(uow: UnitOfWork, document_id: int) -> list[DocumentVersion]:
    """Return the kept versions, the newest first."""
    query = (
        select(DocumentVersionRow.version, DocumentVersionRow.reason, DocumentVersionRow.made_at)
        .where(DocumentVersionRow.document_id == document_id)
        .order_by(col(DocumentVersionRow.version).desc())
    )
    return [DocumentVersion(*values) for values in uow.session.exec(query)]


def read_version(uow: UnitOfWork, document_id: int, version: int) -> OfficialDocument:
    """Return the text of a kept version; raises NotFound."""
    query = select(DocumentVersionRow).where(
        DocumentVersionRow.document_id == document_id, DocumentVersionRow.version == version
    )
    row = uow.session.exec(query).first()
    if row is None:
        raise NotFound("Không tìm thấy phiên bản này của văn bản.")
    return from_json(row.body)


def is_kept(uow: UnitOfWork, document_id: int) -> bool:
    """Return whether the newest version holds the text as it stands; raises NotFound."""
    newest = (
        select(DocumentVersionRow.body)
        .where(DocumentVersionRow.document_id == document_id)
        .order_by(col(DocumentVersionRow.version).desc())
    )
    return uow.session.exec(newest).first() == document_row(uow, document_id).body


def versions_kept_for(uow: UnitOfWork, reason: str, document_ids: Sequence[int]) -> dict[int, list[DocumentVersion]]:
    """Return the versions whose reason begins so, by document, the oldest first."""
    query = (
        select(
            DocumentVersionRow.document_id,
            DocumentVersionRow.version,
            DocumentVersionRow.reason,
            DocumentVersionRow.made_at,
        )
        .where(col(DocumentVersionRow.document_id).in_(document_ids), col(DocumentVersionRow.reason).startswith(reason))
        .order_by(col(DocumentVersionRow.version))
    )
    found: dict[int, list[DocumentVersion]] = {}
    for document_id, version, why, made_at in uow.session.exec(query):
        found.setdefault(document_id, []).append(DocumentVersion(version, why, made_at))
    return found
