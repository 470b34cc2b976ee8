"""Initiatives (sáng kiến) and their authors."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from db.base import NfcText, UtcTime


class InitiativeRow(SQLModel, table=True):
    """A sáng kiến; recognised once `decision_id` names the decision.

    `registration_id` is the registration whose topic it is, `wider_decision_id` the decision or certificate that
    recognises its effect beyond the commune. `money_benefit` is in đồng a year.
    """

    __tablename__ = "initiative"
    __table_args__ = (
        CheckConstraint("scope IN ('grassroots', 'province', 'nation')", name="scope"),
        CheckConstraint("money_benefit IS NULL OR money_benefit >= 0", name="money_benefit"),
    )

    id: int | None = Field(default=None, primary_key=True)
    year: int
    name: str = Field(sa_type=NfcText)
    field_of_work: str = Field(default="", sa_type=NfcText)
    summary: str = Field(default="", sa_type=NfcText)
    situation_before: str = Field(default="", sa_type=NfcText)
    economic_effect: str = Field(default="", sa_type=NfcText)
    social_effect: str = Field(default="", sa_type=NfcText)
    applied_at: str = Field(default="", sa_type=NfcText)
    money_benefit: int | None = None
    applied_since: date | None = None
    submitted_on: date | None = None
    scope: str = "grassroots"
    registration_id: int | None = Field(default=None, foreign_key="registration.id")
    decision_id: int | None = Field(default=None, foreign_key="decision.id")
    wider_decision_id: int | None = Field(default=None, foreign_key="decision.id")
    deleted_at: datetime | None = Field(default=None, sa_type=UtcTime)


class InitiativeAuthorRow(SQLModel, table=True):
    """An author's share of an initiative in basis points (10000 is the whole)."""

    __tablename__ = "initiative_author"
    __table_args__ = (CheckConstraint("share BETWEEN 1 AND 10000", name="share"),)

    initiative_id: int = Field(foreign_key="initiative.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True)
    share: int = 10000
