"""Two records of one person that were made one, and which entries of the audit trail say how."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from db.base import UtcTime


class PersonMergeRow(SQLModel, table=True):
    """One record taken into another; the audit entries from `first_entry` to `last_entry` are all that was done.

    The record that was taken in stays in the bin, and out of its list, until `split_at`.
    """

    __tablename__ = "person_merge"
    __table_args__ = (
        CheckConstraint("kept_id <> merged_id", name="other_person"),
        CheckConstraint("first_entry <= last_entry", name="order"),
        Index("uq_person_merge_merged_id", "merged_id", unique=True, sqlite_where=text("split_at IS NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    kept_id: int = Field(foreign_key="person.id", index=True)
    merged_id: int = Field(foreign_key="person.id")
    merged_at: datetime = Field(sa_type=UtcTime)
    first_entry: int
    last_entry: int
    split_at: datetime | None = Field(default=None, sa_type=UtcTime)
