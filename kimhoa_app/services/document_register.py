"""Sổ đăng ký văn bản đi: what the office has issued in a year, and the drafts that have no number yet."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.store import documents as store
from db.store.attachments import OwnerKind, list_attachments
from db.store.documents import DocumentDraft
from kimhoa_app.services.versions import Correction, corrections
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date

_ARCHIVE = "Lưu"


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line of the register; `code` is "05/KH-UBND", empty for a draft and for a paper without a symbol.

    `kept_by` is whom the archive copy is for, as the last recipient names it ("VT, VHXH"). `note` says what is unusual:
    a paper of another working year, corrections after issue. `signed_copies` counts the scans of the signed paper.
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
    awaits_number: bool
    signed_copies: int

    @property
    def lacks_signed_copy(self) -> bool:
        """Whether the paper has been issued and nobody has attached its scan."""
        return not self.is_draft and not self.signed_copies


def read_register(workspace: Workspace, year: int) -> list[RegisterLine]:
    """Return what was issued in the calendar year `year` by day and number, then the drafts for that working year."""
    with workspace.begin() as uow:
        entries = store.list_register(uow, year)
        ids = [entry.id for entry in entries]
        copies = Counter(copy.owner.id for copy in list_attachments(uow, OwnerKind.DOCUMENT, ids))
        corrected = corrections(uow, ids)
    entries.sort(key=_place)
    return [_line(entry, year, copies[entry.id], corrected.get(entry.id, ())) for entry in entries]


def _place(entry: DocumentDraft) -> tuple[object, ...]:
    return entry.issued_on or date.max, not entry.is_issued, entry.symbol, entry.number or 0, entry.id


def _line(entry: DocumentDraft, year: int, copies: int, corrected: Sequence[Correction]) -> RegisterLine:
    document = entry.document
    notes = [] if entry.year == year else [f"Văn bản của năm công tác {entry.year}"]
    notes += [f"Sửa ngày {list_date(each.day)}: {each.reason}" for each in corrected]
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
        note="; ".join(notes),
        is_draft=not entry.is_issued,
        awaits_number=entry.awaits_number,
        signed_copies=copies,
    )
