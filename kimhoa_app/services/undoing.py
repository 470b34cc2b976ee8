"""Taking back a step that was just made, as a whole."""

from db.store import steps as store
from db.store.steps import Step
from kimhoa_app.services.workspace import Workspace

__all__ = ["Step", "take_back"]


def take_back(workspace: Workspace, step: Step) -> None:
    """Undo everything that `step` did, all or nothing; raises Refused when it has been changed again since."""
    with workspace.begin() as uow:
        store.take_back(uow, step)
        uow.commit()
