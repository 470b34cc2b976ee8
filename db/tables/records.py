"""What was changed, when and by whom."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from db.base import NfcText, UtcTime


class AuditEntryRow(SQLModel, table=True):
    """One change; `before` and `after` are the row as JSON, None before it was made or after it was removed."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_subject", "entity", "entity_id"),)

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcTime)
    actor: str = Field(sa_type=NfcText)
    entity: str
    entity_id: int
    action: str
    before: str | None = Field(default=None, sa_type=NfcText)
    after: str | None = Field(default=None, sa_type=NfcText)
