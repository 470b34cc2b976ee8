"""The Word file last written of a document."""

from dataclasses import dataclass
from datetime import datetime

from db.tables import WordCopyRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.codec import from_json, to_json
from kimhoa_app.documents.model import OfficialDocument


@dataclass(frozen=True, slots=True)
class WordCopy:
    """Where the file was written, its SHA-256 in hex when it was last looked at, and the document it was made of."""

    path: str
    sha256: str
    document: OfficialDocument
    written_at: datetime


def read_word_copy(uow: UnitOfWork, document_id: int) -> WordCopy | None:
    """Return the file last written of a document, None when there is none."""
    row = uow.session.get(WordCopyRow, document_id)
    return None if row is None else WordCopy(row.path, row.sha256, from_json(row.body), row.written_at)


def remember_word_copy(uow: UnitOfWork, document_id: int, path: str, sha256: str, document: OfficialDocument) -> None:
    """Remember the file that a document was written to, in place of an earlier one."""
    row = WordCopyRow(document_id=document_id, path=path, sha256=sha256, body=to_json(document), written_at=uow.clock())
    uow.session.merge(row)
    uow.session.flush()


def note_sum(uow: UnitOfWork, document_id: int, sha256: str) -> None:
    """Remember that the file as it is now has been looked at."""
    row = uow.session.get(WordCopyRow, document_id)
    if row is not None:
        row.sha256 = sha256
        uow.session.add(row)
        uow.session.flush()
