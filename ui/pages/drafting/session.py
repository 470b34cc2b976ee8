"""One time of editing a document: what is saved, under which right, and what is kept of the text before."""

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.services import documents, versions
from kimhoa_app.services.workspace import Workspace


class EditingSession:
    """Saves one document; the first save of a draft keeps the text that earlier work left, once a day.

    `correcting` is whether an issued document has been opened for correction, which keeps its version by itself.
    """

    def __init__(self, workspace: Workspace, document_id: int, *, correcting: bool = False) -> None:
        self.workspace = workspace
        self.document_id = document_id
        self.correcting = correcting
        self._has_version = correcting

    def save(self, document: OfficialDocument) -> None:
        """Write `document`; to be called off the UI thread, raises as `documents.save_body`."""
        if not self._has_version:
            versions.keep_progress(self.workspace, self.document_id)
            self._has_version = True
        documents.save_body(self.workspace, self.document_id, document, correcting=self.correcting)

    def restore(self, version: int) -> int:
        """Bring back a version and return the one that now holds the text it replaced; raises as the service does."""
        documents.restore_version(self.workspace, self.document_id, version, correcting=self.correcting)
        self._has_version = True
        return documents.list_versions(self.workspace, self.document_id)[0].version
