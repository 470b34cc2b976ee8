"""Documents made from templates: drafted, edited, kept in versions, issued."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from db.store import documents as store
from db.store.documents import DocumentDraft, DocumentEntry, DocumentState, DocumentVersion
from db.store.meetings import read_record
from db.store.office import office_on, read_settings, signer_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.editing import with_number
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.templating import (
    Needs,
    Template,
    checked_fields,
    default_fields,
    render,
    shipped_templates,
)
from kimhoa_app.documents.templating.contexts import TemplateContext, context_for, paper_day
from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.domain.registration_rules import as_sent
from kimhoa_app.domain.settings import Settings
from kimhoa_app.services.registrations import registration_list
from kimhoa_app.services.workspace import Workspace

__all__ = ["DocumentDraft", "DocumentEntry", "DocumentState", "DocumentVersion"]


def list_templates(_workspace: Workspace) -> list[Template]:
    """Return the templates that a document can be made from, by name."""
    return shipped_templates()


def template_fields(workspace: Workspace, template_id: str, year: int, meeting_id: int | None = None) -> dict[str, str]:
    """Return what each field of the template holds before anything is typed; raises as `draft` does."""
    template = _template(template_id)
    with workspace.begin() as uow:
        return default_fields(template, _context(uow, template, year, workspace.today, meeting_id))


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
    """Make a document from the template, store it as a draft and return its number; raises as `draft` does."""
    with workspace.begin() as uow:
        document, fields = drafted(uow, workspace.today, template_id, year, given_fields, meeting_id)
        document_id = store.add_document(uow, template_id, year, document, fields, meeting_id)
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


def save_body(workspace: Workspace, document_id: int, document: OfficialDocument, reason: str | None = None) -> None:
    """Write the edited text; with a reason the text before it is kept as a version.

    Raises NotFound, and Refused for an issued document without a reason.
    """
    with workspace.begin() as uow:
        entry = store.read_document(uow, document_id)
        if entry.state is DocumentState.ISSUED and not reason:
            raise Refused("Văn bản đã phát hành; muốn sửa phải ghi lý do, bản cũ được giữ lại.")
        if reason:
            store.keep_version(uow, document_id, reason)
        store.write_body(uow, document_id, document)
        uow.commit()


def list_versions(workspace: Workspace, document_id: int) -> list[DocumentVersion]:
    """Return the kept versions of a document, the newest first."""
    with workspace.begin() as uow:
        return store.list_versions(uow, document_id)


def read_version(workspace: Workspace, document_id: int, version: int) -> OfficialDocument:
    """Return the text of a kept version; raises NotFound."""
    with workspace.begin() as uow:
        return store.read_version(uow, document_id, version)


def restore_version(workspace: Workspace, document_id: int, version: int) -> None:
    """Bring back the text of a version; the text that it replaces becomes a version itself. Raises NotFound."""
    with workspace.begin() as uow:
        document = store.read_version(uow, document_id, version)
        store.keep_version(uow, document_id, f"Trước khi khôi phục phiên bản {version}")
        store.write_body(uow, document_id, document, "restore_version")
        uow.commit()


def issue(workspace: Workspace, document_id: int, number: int, day: date) -> None:
    """Give the document its number and its day, in the text as well, and keep the draft as a version.

    Raises NotFound, InvalidInput for a number below 1, Refused when it has been issued or the number is taken.
    """
    if number < 1:
        raise InvalidInput("number", "Số văn bản phải từ 1 trở lên.")
    with workspace.begin() as uow:
        entry = store.read_document(uow, document_id)
        if entry.state is DocumentState.ISSUED:
            raise Refused("Văn bản này đã được phát hành.")
        store.keep_version(uow, document_id, "Trước khi phát hành")
        store.mark_issued(uow, document_id, number, day)
        store.write_body(uow, document_id, with_number(entry.document, str(number), day))
        uow.commit()


def delete_document(workspace: Workspace, document_id: int) -> None:
    """Put a draft into the bin; raises NotFound, and Refused for an issued document."""
    with workspace.begin() as uow:
        if store.read_document(uow, document_id).state is DocumentState.ISSUED:
            raise Refused("Văn bản đã phát hành thì không xóa được.")
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
    template = _template(template_id)
    context = _context(uow, template, year, today, meeting_id)
    fields = checked_fields(template, {**default_fields(template, context), **given_fields})
    return render(template, replace(context, fields=fields)), fields


def _template(template_id: str) -> Template:
    template = next((each for each in shipped_templates() if each.id == template_id), None)
    if template is None:
        raise NotFound(f"Không có mẫu “{template_id}”.")
    return template


def _context(uow: UnitOfWork, template: Template, year: int, today: date, meeting_id: int | None) -> TemplateContext:
    meeting = _meeting(uow, template, meeting_id)
    registrations = as_sent(registration_list(uow, year)) if template.needs is Needs.REGISTRATIONS else None
    day = paper_day(year, today)
    if meeting is not None:
        day = meeting.held_on
    elif registrations is not None:
        day = min(today, registrations.deadline)
    office = office_on(uow, day)
    if office is None:
        raise Refused(f"Chưa khai báo tên cơ quan dùng vào ngày {day:%d/%m/%Y}; hãy khai báo ở trang Cài đặt.")
    return context_for(
        template,
        office,
        signer_on(uow, day),
        year,
        day,
        meeting=meeting,
        registrations=registrations,
        province_statute=Settings(read_settings(uow)).text("province_statute"),
    )


def _meeting(uow: UnitOfWork, template: Template, meeting_id: int | None) -> MeetingRecord | None:
    if template.needs is not Needs.MEETING:
        return None
    if meeting_id is None:
        raise InvalidInput("meeting_id", f"Mẫu “{template.name}” cần chọn phiên họp của Hội đồng.")
    return read_record(uow, meeting_id)
