"""The year's movement, its phases and its targets."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from db.base import NfcText


class CampaignRow(SQLModel, table=True):
    """A phong trào thi đua, launched by a document."""

    __tablename__ = "campaign"

    id: int | None = Field(default=None, primary_key=True)
    year: int
    name: str = Field(sa_type=NfcText)
    document_id: int | None = Field(default=None, foreign_key="document.id")


class PhaseRow(SQLModel, table=True):
    """A đợt of a campaign, with its review day."""

    __tablename__ = "phase"
    __table_args__ = (CheckConstraint("starts_on <= ends_on", name="order"),)

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id", index=True)
    name: str = Field(sa_type=NfcText)
    starts_on: date
    ends_on: date
    review_by: date | None = None


class TargetRow(SQLModel, table=True):
    """A chỉ tiêu of a campaign."""

    __tablename__ = "target"

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id", index=True)
    name: str = Field(sa_type=NfcText)
    unit_of_measure: str = Field(default="", sa_type=NfcText)
    planned: str = Field(default="", sa_type=NfcText)
