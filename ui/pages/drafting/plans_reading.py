"""What the page of plans is asked to show, and what is read for that."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kimhoa_app.documents.templating import Template
from kimhoa_app.domain.errors import NotFound
from kimhoa_app.services import documents, rolling
from kimhoa_app.services.documents import DocumentDraft, DocumentEntry
from kimhoa_app.services.rolling import RollRecord
from kimhoa_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page is to show: a document, the beginning of one, or with nothing named the list."""

    document_id: int | None = None
    template_id: str = ""
    meeting_id: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What was read: the templates, the year's documents with how many questions wait in each, and the one on the desk.

    `record` is what that one was rolled from; `trouble` says what could not be found.
    """

    templates: dict[str, Template]
    entries: list[DocumentEntry]
    questions: Mapping[int, int] = field(default_factory=dict)
    draft: DocumentDraft | None = None
    record: RollRecord | None = None
    trouble: str = ""


def read_shown(workspace: Workspace, year: int, asked: Asked) -> Shown:
    """Return what the page is to show of `year` when `asked` is asked; what has gone meanwhile is said."""
    templates = {template.id: template for template in documents.list_templates(workspace)}
    entries = documents.list_documents(workspace, year)
    document_id = asked.document_id
    if asked.template_id and asked.meeting_id is not None:
        document_id = documents.find_meeting_paper(workspace, asked.template_id, asked.meeting_id)
    if document_id is None:
        return Shown(templates, entries, rolling.open_counts(workspace, year))
    try:
        draft = documents.read_draft(workspace, document_id)
    except NotFound as error:
        return Shown(templates, entries, rolling.open_counts(workspace, year), trouble=error.message)
    return Shown(templates, entries, draft=draft, record=rolling.read_record(workspace, document_id))
