"""Sổ đăng ký văn bản đi: what the office has issued in a year, and the drafts that have no number yet."""

from dataclasses import dataclass
from datetime import date

from db.store import documents as store
from db.store.documents import DocumentDraft, DocumentState
from kimhoa_app.services.workspace import Workspace

_ARCHIVE = "Lưu"


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line of the register; `code` is "05/KH-UBND", empty for a draft and for a paper without a symbol.

    `kept_by` is whom the archive copy is for, as the last recipient names it ("VT, VHXH"). `note` says what is unusual:
    a paper of another working year.
    """

    document_id: int
    code: str
    number: int | None
    issued_on: date | None
    title: str
    subject: str
    signer: str
    recipients: str
    kept_by: str
    note: str
    is_draft: bool


def read_register(workspace: Workspace, year: int) -> list[RegisterLine]:
    """Return what was issued in the calendar year `year` by day and number, then the drafts for that working year."""
    with workspace.begin() as uow:
        entries = store.list_register(uow, year)
    entries.sort(key=lambda entry: (entry.issued_on or date.max, entry.symbol, entry.number or 0, entry.id))
    return [_line(entry, year) for entry in entries]


def _line(entry: DocumentDraft, year: int) -> RegisterLine:
    document = entry.document
    archive = [item for item in document.recipients if item.startswith(_ARCHIVE)]
    return RegisterLine(
        document_id=entry.id,
        code=f"{entry.number:02d}/{entry.symbol}" if entry.number is not None else "",
        number=entry.number,
        issued_on=entry.issued_on,
        title=document.title,
        subject=document.subject,
        signer=document.signatures[-1].name if document.signatures else "",
        recipients="; ".join(item.rstrip(" ;.") for item in document.recipients if item not in archive),
        kept_by="; ".join(item.removeprefix(_ARCHIVE).strip(" :;.") for item in archive),
        note="" if entry.year == year else f"Văn bản của năm công tác {entry.year}",
        is_draft=entry.state is DocumentState.DRAFT,
    )
