"""Templates that the office has made its own."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from db.base import NfcText, UtcTime


class OfficeTemplateRow(SQLModel, table=True):
    """The office's own copy of a template; `base` is the id of the shipped one that it came from."""

    __tablename__ = "office_template"
    __table_args__ = (
        CheckConstraint("name != ''", name="named"),
        Index("uq_office_template_name", "name", unique=True, sqlite_where=text("deleted_at IS NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    base: str
    name: str = Field(sa_type=NfcText)
    text: str = Field(sa_type=NfcText)
    changed_at: datetime = Field(sa_type=UtcTime)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcTime)
