"""The earlier texts of a document: kept at each step that matters, and what they tell of corrections after issue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.store import document_versions as version_store
from db.store import documents as store
from db.store.document_versions import DocumentVersion
from db.unit_of_work import UnitOfWork
from kimhoa_app.services.workspace import Workspace

__all__ = ["DocumentVersion"]

FIRST = "Bản đầu, soạn từ mẫu"
PROGRESS = "Đã soạn đến"
BEFORE_ISSUE = "Bản thảo trước khi ban hành"
ISSUED = "Bản ban hành"
AWAITING = "Bản chốt để ký, chờ số và ngày"
REOPENED = "Bản đã chốt để ký, trước khi mở lại"
CORRECTION = "Bản đã ban hành, trước khi sửa:"


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of what had been issued: its day and why it was made."""

    day: date
    reason: str


def keep_progress(workspace: Workspace, document_id: int) -> None:
    """Keep the text as the last work on it left it, before a new day's work begins.

    Nothing is kept where the newest version has this text already, or where today has kept one. Raises NotFound.
    """
    with workspace.begin() as uow:
        versions = version_store.list_versions(uow, document_id)
        if version_store.is_kept(uow, document_id) or any(_is_progress(each, workspace.today) for each in versions):
            return
        left_at = store.read_document(uow, document_id).changed_at.astimezone()
        version_store.keep_version(uow, document_id, f"{PROGRESS} {left_at:%H:%M ngày %d/%m/%Y}")
        uow.commit()


def corrections(uow: UnitOfWork, document_ids: Sequence[int]) -> Mapping[int, list[Correction]]:
    """Return the corrections of each document after its issue, the oldest first; documents without any are left out."""
    return {
        document_id: [_correction(version) for version in versions]
        for document_id, versions in version_store.versions_kept_for(uow, CORRECTION, document_ids).items()
    }


def _correction(version: DocumentVersion) -> Correction:
    return Correction(version.made_at.astimezone().date(), version.reason.removeprefix(CORRECTION).strip())


def _is_progress(version: DocumentVersion, day: date) -> bool:
    return version.reason.startswith(PROGRESS) and version.made_at.astimezone().date() == day
