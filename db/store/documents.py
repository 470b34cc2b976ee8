"""Documents of the office in the data file: drafts and issued papers."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from db.audit import record, row_values
from db.store.rows import change, found, insert, to_bin
from db.tables import DocumentRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.codec import from_json, to_json
from kimhoa_app.documents.model import DocumentKind, OfficialDocument
from kimhoa_app.domain.errors import NotFound, Refused

_MISSING = "Không tìm thấy văn bản này; có thể văn bản đã được chuyển vào thùng rác."


class DocumentState(StrEnum):
    """A document is drafted, then issued with its number and day."""

    DRAFT = "draft"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A line of the list of documents."""

    id: int
    template: str
    kind: DocumentKind
    year: int
    subject: str
    state: DocumentState
    number: int | None
    symbol: str
    issued_on: date | None
    meeting_id: int | None
    changed_at: datetime

    @property
    def is_issued(self) -> bool:
        """Whether the text is locked as what was signed."""
        return self.state is DocumentState.ISSUED

    @property
    def awaits_number(self) -> bool:
        """Whether the text is locked and the register has no number and day for it yet."""
        return self.is_issued and self.issued_on is None


@dataclass(frozen=True, slots=True)
class DocumentDraft(DocumentEntry):
    """A document with its text, and the values of the fields that it was made from, days in ISO form."""

    document: OfficialDocument
    fields: Mapping[str, object]


def add_document(
    uow: UnitOfWork,
    template: str,
    year: int,
    document: OfficialDocument,
    fields: Mapping[str, object],
    meeting_id: int | None,
) -> int:
    """Write a new draft and return its number; days among the fields are kept in ISO form."""
    row = DocumentRow(
        kind=document.kind.value,
        template=template,
        year=year,
        fields=json.dumps(fields, ensure_ascii=False, default=date.isoformat),
        meeting_id=meeting_id,
        **_body_values(uow, document),
    )
    return insert(uow, row)


def list_documents(uow: UnitOfWork, year: int | None = None) -> list[DocumentEntry]:
    """Return the documents of `year`, or all, the last changed first."""
    query = select(DocumentRow).where(col(DocumentRow.deleted_at).is_(None))
    if year is not None:
        query = query.where(DocumentRow.year == year)
    rows = uow.session.exec(query.order_by(col(DocumentRow.changed_at).desc(), col(DocumentRow.id).desc()))
    return [DocumentEntry(**_particulars(row)) for row in rows]


def list_fields(uow: UnitOfWork, year: int) -> list[dict[str, object]]:
    """Return the values of the fields that the documents of `year` were made from, the last changed first."""
    query = select(DocumentRow.fields).where(DocumentRow.year == year, col(DocumentRow.deleted_at).is_(None))
    ordered = query.order_by(col(DocumentRow.changed_at).desc(), col(DocumentRow.id).desc())
    return [json.loads(fields) for fields in uow.session.exec(ordered)]


def read_document(uow: UnitOfWork, document_id: int) -> DocumentDraft:
    """Return the document; raises NotFound."""
    return _draft(document_row(uow, document_id))


def write_body(uow: UnitOfWork, document_id: int, document: OfficialDocument, action: str = "change") -> None:
    """Write the text of a document over the one it had; raises NotFound.

    The trail holds the sum of the text, not the text: texts are saved as they are typed, and kept as versions.
    """
    row = document_row(uow, document_id)
    before = _trail_values(row)
    for name, value in _body_values(uow, document).items():
        setattr(row, name, value)
    uow.session.flush()
    after = _trail_values(row)
    if after["body"] != before["body"]:
        record(uow, "document", document_id, action, before, after)


def mark_issued(uow: UnitOfWork, document_id: int, number: int | None, day: date | None) -> None:
    """Write number and day of issue; raises NotFound, and Refused when that year's series has the number already.

    `number` is None for a paper without a symbol, which stands in no series; both are None while they are not known.
    """
    row = document_row(uow, document_id)
    series_year = None if day is None else day.year
    issued = {"state": DocumentState.ISSUED, "number": number, "issued_on": day, "series_year": series_year}
    symbol = row.symbol
    try:
        change(uow, row, issued, "issue")
    except IntegrityError as error:
        raise Refused(f"Số {number or 0:02d}/{symbol} của năm {series_year} đã cấp cho văn bản khác.") from error


def mark_draft(uow: UnitOfWork, document_id: int) -> None:
    """Make a paper that was locked without a number a draft again; raises NotFound."""
    change(uow, document_row(uow, document_id), {"state": DocumentState.DRAFT}, "reopen")


def last_number(uow: UnitOfWork, symbol: str, series_year: int) -> int:
    """Return the highest number given with `symbol` in the series of a year, 0 when none was."""
    query = select(func.max(DocumentRow.number)).where(
        DocumentRow.symbol == symbol, DocumentRow.series_year == series_year, col(DocumentRow.deleted_at).is_(None)
    )
    return uow.session.exec(query).one() or 0


def find_document(uow: UnitOfWork, template: str, meeting_id: int) -> int | None:
    """Return the last document made from `template` for a meeting, None when there is none."""
    query = select(func.max(DocumentRow.id)).where(
        DocumentRow.template == template,
        DocumentRow.meeting_id == meeting_id,
        col(DocumentRow.deleted_at).is_(None),
    )
    return uow.session.exec(query).one()


def list_register(uow: UnitOfWork, year: int) -> list[DocumentDraft]:
    """Return what was issued in `year` and the drafts for that working year, with their texts, in no order."""
    query = select(DocumentRow).where(
        col(DocumentRow.deleted_at).is_(None), func.coalesce(DocumentRow.series_year, DocumentRow.year) == year
    )
    return [_draft(row) for row in uow.session.exec(query)]


def bin_document(uow: UnitOfWork, document_id: int) -> None:
    """Put the document into the bin; raises NotFound."""
    to_bin(uow, document_row(uow, document_id))


def document_row(uow: UnitOfWork, document_id: int) -> DocumentRow:
    """Return the row of a document that is not in the bin; raises NotFound."""
    row = found(uow, DocumentRow, document_id, _MISSING)
    if row.deleted_at is not None:
        raise NotFound(_MISSING)
    return row


def _draft(row: DocumentRow) -> DocumentDraft:
    return DocumentDraft(**_particulars(row), document=from_json(row.body), fields=json.loads(row.fields))


def _trail_values(row: DocumentRow) -> dict[str, object]:
    return row_values(row) | {"body": f"sha256:{hashlib.sha256(row.body.encode()).hexdigest()}"}


def _body_values(uow: UnitOfWork, document: OfficialDocument) -> dict[str, Any]:
    symbol = document.letterhead.symbol if document.letterhead else ""
    return {"subject": document.subject, "symbol": symbol, "body": to_json(document), "changed_at": uow.clock()}


def _particulars(row: DocumentRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "template": row.template,
        "kind": DocumentKind(row.kind),
        "year": row.year,
        "subject": row.subject,
        "state": DocumentState(row.state),
        "number": row.number,
        "symbol": row.symbol,
        "issued_on": row.issued_on,
        "meeting_id": row.meeting_id,
        "changed_at": row.changed_at,
    }
