"""Scans kept in the data file with what they belong to: the signed paper with its document, papers with a person."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from db.store import attachments as store
from db.store import documents as document_store
from db.store.attachments import Attachment, Owner, OwnerKind
from db.store.documents import DocumentState
from db.store.initiatives import initiative_row
from db.store.office import read_settings
from db.store.people import person_row
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import Refused
from kimhoa_app.domain.settings import Settings
from kimhoa_app.exchange.files import write_beside
from kimhoa_app.exchange.scans import SCAN_ENDINGS, Scan, read_scan
from kimhoa_app.services.workspace import Workspace

__all__ = ["SCAN_ENDINGS", "Attachment", "Owner", "OwnerKind"]

_LIMIT = "attachments.most_megabytes"


def list_attachments(workspace: Workspace, owner: Owner) -> list[Attachment]:
    """Return the scans of a document, a person or an initiative, the oldest first."""
    with workspace.begin() as uow:
        return store.list_attachments(uow, owner.kind, [owner.id])


def attach(workspace: Workspace, owner: Owner, paths: Sequence[Path]) -> list[int]:
    """Keep the scans at `paths` with their owner, all or none, and return their numbers.

    Raises NotFound, Refused for a draft of a document or a file that is there already, UnusableFile for what is no
    whole PDF, JPG or PNG within the size that the settings allow.
    """
    scans = [read_scan(path, _most_megabytes(workspace)) for path in paths]
    with workspace.begin() as uow:
        _check(uow, owner)
        made = [_add(uow, owner, scan) for scan in scans]
        uow.commit()
        return made


def replace(workspace: Workspace, attachment_id: int, path: Path) -> int:
    """Keep the scan at `path` instead of another, which goes into the bin; raises as `attach`."""
    scan = read_scan(path, _most_megabytes(workspace))
    with workspace.begin() as uow:
        owner = store.owner_of(uow, attachment_id)
        store.bin_attachment(uow, attachment_id)
        made = _add(uow, owner, scan)
        uow.commit()
        return made


def delete(workspace: Workspace, attachment_id: int) -> None:
    """Put a scan into the bin; raises NotFound."""
    with workspace.begin() as uow:
        store.bin_attachment(uow, attachment_id)
        uow.commit()


def save(workspace: Workspace, attachment_id: int, path: Path) -> None:
    """Write a scan to `path` as it was attached; raises NotFound, UnusableFile for a place that cannot be written."""
    write_beside(path, _content(workspace, attachment_id)[1])


def copy_to_open(workspace: Workspace, attachment_id: int) -> Path:
    """Write a scan into a new folder of the system's temporary ones, for another program to open; raises as above."""
    name, content = _content(workspace, attachment_id)
    path = Path(tempfile.mkdtemp(prefix="kimhoa-")) / name
    write_beside(path, content)
    return path


def _add(uow: UnitOfWork, owner: Owner, scan: Scan) -> int:
    made = store.add_attachment(uow, owner, scan.file_name, scan.content)
    *others, added = store.list_attachments(uow, owner.kind, [owner.id])
    same = next((each for each in others if each.sha256 == added.sha256), None)
    if same is not None:
        raise Refused(f"“{scan.file_name}” đã được đính kèm với tên “{same.file_name}”.")
    return made


def _check(uow: UnitOfWork, owner: Owner) -> None:
    match owner.kind:
        case OwnerKind.PERSON:
            person_row(uow, owner.id)
        case OwnerKind.INITIATIVE:
            initiative_row(uow, owner.id)
        case OwnerKind.DOCUMENT:
            if document_store.read_document(uow, owner.id).state is DocumentState.DRAFT:
                raise Refused("Bản đã ký chỉ đính kèm được sau khi ban hành văn bản.")


def _content(workspace: Workspace, attachment_id: int) -> tuple[str, bytes]:
    with workspace.begin() as uow:
        return store.read_content(uow, attachment_id)


def _most_megabytes(workspace: Workspace) -> int:
    with workspace.begin() as uow:
        return Settings(read_settings(uow)).integer(_LIMIT)
