"""Units of the commune and what became of them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from db.base import NfcText, UtcTime


class UnitRow(SQLModel, table=True):
    """A unit under one name; a renamed or merged unit is a new row that succeeds the old."""

    __tablename__ = "unit"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('department', 'service', 'school', 'health_station', 'party_and_mass', 'military', 'police', "
            "'village', 'other')",
            name="kind",
        ),
        CheckConstraint("dissolved_on IS NULL OR founded_on IS NULL OR founded_on <= dissolved_on", name="order"),
    )

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_type=NfcText)
    short_name: str = Field(default="", sa_type=NfcText)
    kind: str
    position_in_list: int = 0
    founded_on: date | None = None
    dissolved_on: date | None = None
    deleted_at: datetime | None = Field(default=None, sa_type=UtcTime)


class UnitSuccessionRow(SQLModel, table=True):
    """One unit taking over from another on a day; a merger is several rows with one successor."""

    __tablename__ = "unit_succession"
    __table_args__ = (CheckConstraint("predecessor_id <> successor_id", name="other_unit"),)

    predecessor_id: int = Field(foreign_key="unit.id", primary_key=True)
    successor_id: int = Field(foreign_key="unit.id", primary_key=True)
    happened_on: date
