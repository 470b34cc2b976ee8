"""Households of the villages, as they register and are awarded."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.base import NfcText


class HouseholdRow(SQLModel, table=True):
    """A household, known by the name of its head and its village."""

    __tablename__ = "household"
    __table_args__ = (
        CheckConstraint("head_name <> ''", name="named"),
        UniqueConstraint("village_id", "head_name"),
    )

    id: int | None = Field(default=None, primary_key=True)
    head_name: str = Field(sa_type=NfcText)
    village_id: int = Field(foreign_key="unit.id")
