"""The history of one record: what changed, when and by whom."""

from db.audit import Change, history
from kimhoa_app.services.workspace import Workspace

__all__ = ["Change", "history_of"]


def history_of(workspace: Workspace, entity: str, entity_id: int) -> list[Change]:
    """Return the changes of row `entity_id` of the table `entity`, oldest first."""
    with workspace.begin() as uow:
        return history(uow, entity, entity_id)
