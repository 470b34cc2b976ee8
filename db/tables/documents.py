"""Documents that the office drafts and issues, each with its earlier versions."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from db.base import NfcText, UtcTime


class DocumentRow(SQLModel, table=True):
    """A document: `body` is the model as JSON, `fields` what was asked for when it was made, as JSON.

    `year` is the working year that it serves; `series_year`, the year of its day of issue, is the one whose series of
    numbers it stands in, and is empty while it is a draft.
    """

    __tablename__ = "document"
    __table_args__ = (
        CheckConstraint("state IN ('draft', 'issued')", name="state"),
        Index(
            "uq_document_number",
            "series_year",
            "symbol",
            "number",
            unique=True,
            sqlite_where=text("number IS NOT NULL AND deleted_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(sa_type=NfcText)
    template: str
    year: int = Field(index=True)
    subject: str = Field(sa_type=NfcText)
    fields: str = Field(default="{}", sa_type=NfcText)
    body: str = Field(sa_type=NfcText)
    state: str = "draft"
    number: int | None = None
    symbol: str = Field(default="", sa_type=NfcText)
    issued_on: date | None = None
    series_year: int | None = None
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    changed_at: datetime = Field(sa_type=UtcTime)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcTime)


class DocumentVersionRow(SQLModel, table=True):
    """How a document stood before a step that matters."""

    __tablename__ = "document_version"
    __table_args__ = (UniqueConstraint("document_id", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    version: int
    body: str = Field(sa_type=NfcText)
    reason: str = Field(default="", sa_type=NfcText)
    made_at: datetime = Field(sa_type=UtcTime)
