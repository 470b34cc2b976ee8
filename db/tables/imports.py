"""Imports of lists: what each has done, so that it can be undone, and what was chosen for the columns of a source."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from db.base import NfcText, UtcTime


class ImportBatchRow(SQLModel, table=True):
    """One import; its changes are the audit entries after `entries_after` up to `entries_to`."""

    __tablename__ = "import_batch"
    __table_args__ = (
        CheckConstraint("kind IN ('staff', 'ratings', 'awards', 'initiatives', 'registrations')", name="kind"),
        CheckConstraint("entries_after <= entries_to", name="order"),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    file_name: str = Field(sa_type=NfcText)
    year: int | None = None
    made_at: datetime = Field(sa_type=UtcTime)
    entries_after: int
    entries_to: int
    added: int
    changed: int
    undone_at: datetime | None = Field(default=None, sa_type=UtcTime)


class ColumnChoiceRow(SQLModel, table=True):
    """What the clerk has chosen for the columns under one header; `columns` is meanings by place, as JSON."""

    __tablename__ = "column_choice"

    kind: str = Field(primary_key=True)
    fingerprint: str = Field(primary_key=True)
    columns: str
