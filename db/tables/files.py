"""Files: those kept in the data file beside what they belong to, and those that were written out and may come back."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from db.base import NfcText, UtcTime


class AttachmentRow(SQLModel, table=True):
    """A file kept with one document, person or initiative, as a scan; `sha256` is that of `content`, in hex.

    `content` comes last: SQLite reads through it to reach what stands behind it.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="sha256"),
        CheckConstraint(
            "(document_id IS NOT NULL) + (person_id IS NOT NULL) + (initiative_id IS NOT NULL) = 1", name="one_owner"
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    document_id: int | None = Field(default=None, foreign_key="document.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id", index=True)
    file_name: str = Field(sa_type=NfcText)
    sha256: str
    added_at: datetime = Field(sa_type=UtcTime)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcTime)
    content: bytes


class WordCopyRow(SQLModel, table=True):
    """The Word file last written of a document: where, its SHA-256 in hex, and the text that it was made of."""

    __tablename__ = "word_copy"
    __table_args__ = (CheckConstraint("length(sha256) = 64", name="sha256"),)

    document_id: int = Field(primary_key=True, foreign_key="document.id")
    path: str = Field(sa_type=NfcText)
    sha256: str
    body: str = Field(sa_type=NfcText)
    written_at: datetime = Field(sa_type=UtcTime)
