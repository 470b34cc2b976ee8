"""Documents made from templates: drafted, edited, kept in versions, issued."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from db.store import document_versions as version_store
from db.store import documents as store
from db.store.document_versions import DocumentVersion
from db.store.documents import DocumentDraft, DocumentEntry, DocumentState
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.editing import with_number
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.templating import Template, checked_fields, render
from kimhoa_app.documents.templating.contexts import TemplateContext
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.services import templates
from kimhoa_app.services.paper_contexts import paper_context
from kimhoa_app.services.remembered_fields import proposed_fields, remember
from kimhoa_app.services.versions import BEFORE_ISSUE, CORRECTION, FIRST, ISSUED
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.normal import tidy

__all__ = ["DocumentDraft", "DocumentEntry", "DocumentState", "DocumentVersion"]


def list_templates(workspace: Workspace) -> list[Template]:
    """Return the templates that a document can be made from: those that ship by name, then the office's own."""
    with workspace.begin() as uow:
        return templates.list_templates(uow)


def template_fields(workspace: Workspace, template_id: str, year: int, meeting_id: int | None = None) -> dict[str, str]:
    """Return what each field of the template holds before anything is typed; raises as `draft` does."""
    with workspace.begin() as uow:
        template = templates.find_template(uow, template_id)
        return proposed_fields(uow, template, paper_context(uow, template, year, workspace.today, meeting_id))


def draft(
    workspace: Workspace, template_id: str, year: int, given_fields: Mapping[str, object], meeting_id: int | None = None
) -> OfficialDocument:
    """Return the document that the template makes, without storing it.

    Raises NotFound for an unknown template or meeting, InvalidInput for a field, Refused while the office is not set
    up or the year has no registration round.
    """
    with workspace.begin() as uow:
        return drafted(uow, workspace.today, template_id, year, given_fields, meeting_id)[0]


def new_document(
    workspace: Workspace, template_id: str, year: int, given_fields: Mapping[str, object], meeting_id: int | None = None
) -> int:
    """Make a document from the template, store it as a draft and return its number; raises as `draft` does.

    What was typed for the office's fields is kept for the documents after it.
    """
    with workspace.begin() as uow:
        template, context = _filled(uow, workspace.today, template_id, year, given_fields, meeting_id)
        document_id = store.add_document(uow, template_id, year, render(template, context), context.fields, meeting_id)
        version_store.keep_version(uow, document_id, f"{FIRST} “{template.name}”")
        remember(uow, template, context)
        uow.commit()
        return document_id


def list_documents(workspace: Workspace, year: int | None = None) -> list[DocumentEntry]:
    """Return the documents of `year`, or all, the last changed first."""
    with workspace.begin() as uow:
        return store.list_documents(uow, year)


def read_draft(workspace: Workspace, document_id: int) -> DocumentDraft:
    """Return a document with its text; raises NotFound."""
    with workspace.begin() as uow:
        return store.read_document(uow, document_id)


def find_meeting_paper(workspace: Workspace, template_id: str, meeting_id: int) -> int | None:
    """Return the last document made from the template for that meeting, None when there is none."""
    with workspace.begin() as uow:
        return store.find_document(uow, template_id, meeting_id)


def save_body(
    workspace: Workspace,
    document_id: int,
    document: OfficialDocument,
    reason: str | None = None,
    *,
    correcting: bool = False,
) -> None:
    """Write the edited text; with a reason the text before it is kept as a version.

    Raises NotFound, and Refused for an issued document without a reason, unless `correcting` says that
    `start_correction` has kept what was issued.
    """
    with workspace.begin() as uow:
        if not (reason or correcting):
            _refuse_issued(store.read_document(uow, document_id))
        if reason:
            version_store.keep_version(uow, document_id, reason)
        store.write_body(uow, document_id, document)
        uow.commit()


def start_correction(workspace: Workspace, document_id: int, reason: str) -> None:
    """Keep the issued text as a version, so that it may be corrected; the reason stands with the version.

    Raises NotFound, InvalidInput without a reason, and Refused for a draft, which needs no leave to be changed.
    """
    if not tidy(reason):
        raise InvalidInput("reason", "Cần ghi lý do sửa bản đã ban hành.")
    with workspace.begin() as uow:
        if store.read_document(uow, document_id).state is DocumentState.DRAFT:
            raise Refused("Văn bản này còn là bản thảo, sửa được ngay.")
        version_store.keep_version(uow, document_id, f"{CORRECTION} {tidy(reason)}")
        uow.commit()


def list_versions(workspace: Workspace, document_id: int) -> list[DocumentVersion]:
    """Return the kept versions of a document, the newest first."""
    with workspace.begin() as uow:
        return version_store.list_versions(uow, document_id)


def read_version(workspace: Workspace, document_id: int, version: int) -> OfficialDocument:
    """Return the text of a kept version; raises NotFound."""
    with workspace.begin() as uow:
        return version_store.read_version(uow, document_id, version)


def restore_version(workspace: Workspace, document_id: int, version: int, *, correcting: bool = False) -> None:
    """Bring back the text of a version; the text that it replaces becomes a version itself.

    An issued document keeps the head that it was issued with. Raises NotFound, and Refused as `save_body` does.
    """
    with workspace.begin() as uow:
        entry = store.read_document(uow, document_id)
        if not correcting:
            _refuse_issued(entry)
        document = version_store.read_version(uow, document_id, version)
        if entry.state is DocumentState.ISSUED:
            document = replace(document, letterhead=entry.document.letterhead)
        version_store.keep_version(uow, document_id, f"Trước khi khôi phục phiên bản {version}")
        store.write_body(uow, document_id, document, "restore_version")
        uow.commit()


def next_number(workspace: Workspace, symbol: str, day: date) -> int:
    """Return the next free number of `symbol` in the series of the year in which `day` lies.

    Series are counted by the calendar year of the day of issue (Nghị định số 30/2020/NĐ-CP, Điều 15).
    """
    with workspace.begin() as uow:
        return store.last_number(uow, symbol, day.year) + 1


def issue(
    workspace: Workspace, document_id: int, number: int | None, day: date, *, written_by_pen: bool = False
) -> None:
    """Give the document its number and its day, in the text as well, and keep the draft as a version.

    Where they are `written_by_pen` the text keeps its room for them. Raises NotFound, InvalidInput for a number below
    1 or none where the symbol asks for one, Refused when it has been issued or the number is taken.
    """
    with workspace.begin() as uow:
        entry = store.read_document(uow, document_id)
        if entry.state is DocumentState.ISSUED:
            raise Refused("Văn bản này đã được ban hành.")
        _check_number(entry.symbol, number)
        version_store.keep_version(uow, document_id, BEFORE_ISSUE)
        store.mark_issued(uow, document_id, number, day)
        if not written_by_pen:
            store.write_body(uow, document_id, with_number(entry.document, str(number or ""), day))
        version_store.keep_version(uow, document_id, f"{ISSUED} ngày {list_date(day)}")
        uow.commit()


def delete_document(workspace: Workspace, document_id: int) -> None:
    """Put a draft into the bin; raises NotFound, and Refused for an issued document."""
    with workspace.begin() as uow:
        if store.read_document(uow, document_id).state is DocumentState.ISSUED:
            raise Refused("Văn bản đã ban hành thì không xóa được.")
        store.bin_document(uow, document_id)
        uow.commit()


def drafted(
    uow: UnitOfWork,
    today: date,
    template_id: str,
    year: int,
    given_fields: Mapping[str, object],
    meeting_id: int | None = None,
) -> tuple[OfficialDocument, dict[str, object]]:
    """Return what `draft` does for a paper of `today`, with the fields, inside a transaction that is open."""
    template, context = _filled(uow, today, template_id, year, given_fields, meeting_id)
    return render(template, context), dict(context.fields)


def _filled(
    uow: UnitOfWork,
    today: date,
    template_id: str,
    year: int,
    given_fields: Mapping[str, object],
    meeting_id: int | None,
) -> tuple[Template, TemplateContext]:
    template = templates.find_template(uow, template_id)
    context = paper_context(uow, template, year, today, meeting_id)
    fields = checked_fields(template, {**proposed_fields(uow, template, context), **given_fields})
    return template, replace(context, fields=fields)


def _refuse_issued(entry: DocumentEntry) -> None:
    if entry.state is DocumentState.ISSUED:
        raise Refused("Văn bản đã ban hành; muốn sửa phải ghi lý do, bản cũ được giữ lại.")


def _check_number(symbol: str, number: int | None) -> None:
    if symbol and number is None:
        raise InvalidInput("number", "Chưa có số văn bản.")
    if number is not None and number < 1:
        raise InvalidInput("number", "Số văn bản phải từ 1 trở lên.")
