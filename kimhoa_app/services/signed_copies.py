"""The scan of the signed paper, kept in the data file with the document that was issued."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from db.store import attachments as store
from db.store import documents as document_store
from db.store.attachments import Attachment
from db.store.documents import DocumentState
from db.store.office import read_settings
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import Refused
from kimhoa_app.domain.settings import Settings
from kimhoa_app.exchange.files import write_beside
from kimhoa_app.exchange.scans import SCAN_ENDINGS, Scan, read_scan
from kimhoa_app.services.workspace import Workspace

__all__ = ["SCAN_ENDINGS", "Attachment"]

_LIMIT = "attachments.most_megabytes"


def list_signed_copies(workspace: Workspace, document_id: int) -> list[Attachment]:
    """Return the scans of a document, the oldest first."""
    with workspace.begin() as uow:
        return store.list_attachments(uow, [document_id])


def attach(workspace: Workspace, document_id: int, paths: Sequence[Path]) -> list[int]:
    """Keep the scans at `paths` with an issued document, all or none, and return their numbers.

    Raises NotFound, Refused for a draft or a file that is there already, UnusableFile for what is no whole PDF, JPG or
    PNG within the size that the settings allow.
    """
    scans = [read_scan(path, _most_megabytes(workspace)) for path in paths]
    with workspace.begin() as uow:
        _refuse_draft(uow, document_id)
        made = [_add(uow, document_id, scan) for scan in scans]
        uow.commit()
        return made


def replace_copy(workspace: Workspace, attachment_id: int, path: Path) -> int:
    """Keep the scan at `path` instead of another, which goes into the bin; raises as `attach`."""
    scan = read_scan(path, _most_megabytes(workspace))
    with workspace.begin() as uow:
        document_id = store.document_of(uow, attachment_id)
        store.bin_attachment(uow, attachment_id)
        made = _add(uow, document_id, scan)
        uow.commit()
        return made


def delete_copy(workspace: Workspace, attachment_id: int) -> None:
    """Put a scan into the bin; raises NotFound."""
    with workspace.begin() as uow:
        store.bin_attachment(uow, attachment_id)
        uow.commit()


def save_copy(workspace: Workspace, attachment_id: int, path: Path) -> None:
    """Write a scan to `path` as it was attached; raises NotFound, UnusableFile for a place that cannot be written."""
    write_beside(path, _content(workspace, attachment_id)[1])


def copy_to_open(workspace: Workspace, attachment_id: int) -> Path:
    """Write a scan into a new folder of the system's temporary ones, for another program to open; raises as above."""
    name, content = _content(workspace, attachment_id)
    path = Path(tempfile.mkdtemp(prefix="kimhoa-")) / name
    write_beside(path, content)
    return path


def _add(uow: UnitOfWork, document_id: int, scan: Scan) -> int:
    made = store.add_attachment(uow, document_id, scan.file_name, scan.content)
    *others, added = store.list_attachments(uow, [document_id])
    same = next((each for each in others if each.sha256 == added.sha256), None)
    if same is not None:
        raise Refused(f"“{scan.file_name}” đã được đính kèm với tên “{same.file_name}”.")
    return made


def _refuse_draft(uow: UnitOfWork, document_id: int) -> None:
    if document_store.read_document(uow, document_id).state is DocumentState.DRAFT:
        raise Refused("Bản đã ký chỉ đính kèm được sau khi ban hành văn bản.")


def _content(workspace: Workspace, attachment_id: int) -> tuple[str, bytes]:
    with workspace.begin() as uow:
        return store.read_content(uow, attachment_id)


def _most_megabytes(workspace: Workspace) -> int:
    with workspace.begin() as uow:
        return Settings(read_settings(uow)).integer(_LIMIT)
