"""The papers of registrations and meetings, and writing any paper to disk."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from db.store import meetings as meeting_store
from db.store.office import office_on, signer_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.templating import Template, checked_fields, default_fields, render, shipped_templates
from kimhoa_app.documents.templating.contexts import context_for
from kimhoa_app.documents.writing import write_docx
from kimhoa_app.domain.errors import NotFound, Refused, UnusableFile
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.domain.registration_rules import shown_titles
from kimhoa_app.domain.registrations import RegistrationLine, RegistrationList
from kimhoa_app.exchange.files import write_beside
from kimhoa_app.exchange.list_writing import write_xlsx
from kimhoa_app.services.registrations import registration_list
from kimhoa_app.services.workspace import Workspace

PageMaker = Callable[[OfficialDocument], bytes]
"""Lays a document out on pages and returns the PDF."""


def registrations_document(workspace: Workspace, year: int) -> OfficialDocument:
    """Return the registration list of `year` as it goes upward, each title that another implies left out.

    It carries the office's name of the deadline day, or of today before it. Raises NotFound without a round, Refused
    without an office.
    """
    with workspace.begin() as uow:
        listing = registration_list(uow, year)
        day = min(workspace.today, listing.deadline)
        return _document(uow, "danh-sach-dang-ky", year, day, registrations=_as_sent(listing))


def minutes_document(workspace: Workspace, year: int, typed: Mapping[str, object] | None = None) -> OfficialDocument:
    """Return the minutes of the year's last meeting; `typed` holds fields of the template, by key.

    Raises NotFound when no meeting was prepared, Refused without an office, InvalidInput for a field at fault.
    """
    return _meeting_document(workspace, "bien-ban-hop", year, typed)


def ballot_document(workspace: Workspace, year: int, typed: Mapping[str, object] | None = None) -> OfficialDocument:
    """Return the ballot paper of the year's last meeting; raises as `minutes_document`."""
    return _meeting_document(workspace, "phieu-bau", year, typed)


def invitation_document(workspace: Workspace, year: int, typed: Mapping[str, object] | None = None) -> OfficialDocument:
    """Return the invitation to the year's last meeting; raises as `minutes_document`."""
    return _meeting_document(workspace, "giay-moi-hop", year, typed)


def write(document: OfficialDocument, path: Path, make_pdf: PageMaker) -> None:
    """Write `document` to `path` as .docx, .xlsx or .pdf by the ending of its name, the old file whole until then.

    Raises UnusableFile for another ending or a place that cannot be written to, Refused for an .xlsx without a table.
    """
    writers: dict[str, PageMaker] = {".docx": write_docx, ".xlsx": write_xlsx, ".pdf": make_pdf}
    writer = writers.get(path.suffix.casefold())
    if writer is None:
        raise UnusableFile(f"Không ghi được tệp “{path.name}”: tên tệp phải kết thúc bằng .docx, .xlsx hoặc .pdf.")
    write_beside(path, writer(document))


def _meeting_document(
    workspace: Workspace, template_id: str, year: int, typed: Mapping[str, object] | None
) -> OfficialDocument:
    with workspace.begin() as uow:
        ids = meeting_store.meeting_ids(uow, year)
        if not ids:
            raise NotFound(f"Năm {year} chưa có cuộc họp nào của Hội đồng.")
        record = meeting_store.read_record(uow, ids[-1])
        return _document(uow, template_id, year, record.held_on, meeting=record, typed=typed)


def _document(
    uow: UnitOfWork,
    template_id: str,
    year: int,
    day: date,
    *,
    meeting: MeetingRecord | None = None,
    registrations: RegistrationList | None = None,
    typed: Mapping[str, object] | None = None,
) -> OfficialDocument:
    template = _template(template_id)
    office = office_on(uow, day)
    if office is None:
        raise Refused(f"Chưa nhập tên cơ quan dùng vào ngày {day:%d/%m/%Y}; hãy nhập ở trang Cài đặt.")
    context = context_for(
        template, office, signer_on(uow, day), year, day, meeting=meeting, registrations=registrations
    )
    fields = checked_fields(template, {**default_fields(template, context), **(typed or {})})
    return render(template, replace(context, fields=fields))


def _template(template_id: str) -> Template:
    return next(template for template in shipped_templates() if template.id == template_id)


def _as_sent(listing: RegistrationList) -> RegistrationList:
    return replace(listing, collectives=_without_implied(listing.collectives), people=_without_implied(listing.people))


def _without_implied(lines: tuple[RegistrationLine, ...]) -> tuple[RegistrationLine, ...]:
    held: dict[int, list[str]] = {}
    for line in lines:
        held.setdefault(line.subject_id, []).append(line.award_code)
    shown = {subject: {entry.code for entry in shown_titles(codes)} for subject, codes in held.items()}
    return tuple(line for line in lines if line.award_code in shown[line.subject_id])
