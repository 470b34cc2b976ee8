"""Imports that were made, and taking one back."""

from db.store import imports as store
from db.store.imports import ImportBatch
from kimhoa_app.services.workspace import Workspace

__all__ = ["ImportBatch", "list_imports", "undo_import"]


def list_imports(workspace: Workspace) -> list[ImportBatch]:
    """Return every import that was made, the latest first."""
    with workspace.begin() as uow:
        return store.list_batches(uow)


def undo_import(workspace: Workspace, *batch_ids: int) -> None:
    """Take imports back as a whole, the last of them first; all of them or none.

    Raises NotFound, and Refused when one was taken back already or when what came later stands on it.
    """
    with workspace.begin() as uow:
        for batch_id in reversed(batch_ids):
            store.undo_batch(uow, batch_id)
        uow.commit()
