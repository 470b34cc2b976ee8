"""The papers of registrations and meetings, and writing any paper to disk."""

from collections.abc import Callable, Mapping
from pathlib import Path

from db.store.meetings import meeting_ids
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.writing import write_docx
from kimhoa_app.domain.councils import CouncilKind
from kimhoa_app.domain.errors import NotFound, UnusableFile
from kimhoa_app.exchange.files import write_beside
from kimhoa_app.exchange.list_writing import write_xlsx
from kimhoa_app.services.documents import draft
from kimhoa_app.services.workspace import Workspace

PageMaker = Callable[[OfficialDocument], bytes]
"""Lays a document out on pages and returns the PDF."""


def registrations_document(workspace: Workspace, year: int) -> OfficialDocument:
    """Return the registration list of `year` as it goes upward, each title that another implies left out.

    It carries the office's name of the deadline day, or of today before it. Raises NotFound without a round, Refused
    without an office.
    """
    return draft(workspace, "danh-sach-dang-ky", year, {})


def minutes_document(workspace: Workspace, year: int, typed: Mapping[str, object] | None = None) -> OfficialDocument:
    """Return the minutes of the year's last meeting; `typed` holds fields of the template, by key.

    Raises NotFound when no meeting was prepared, Refused without an office, InvalidInput for a field at fault.
    """
    return _meeting_document(workspace, "bien-ban-hop", year, typed)


def ballot_document(workspace: Workspace, year: int, typed: Mapping[str, object] | None = None) -> OfficialDocument:
    """Return the ballot paper of the year's last meeting; raises as `minutes_document`."""
    return _meeting_document(workspace, "phieu-bau", year, typed)


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
        ids = meeting_ids(uow, year, CouncilKind.EMULATION)
    if not ids:
        raise NotFound(f"Năm {year} chưa có cuộc họp nào của Hội đồng.")
    return draft(workspace, template_id, year, typed or {}, ids[-1])
