"""What was awarded, and by which decision."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from db.base import ONE_SUBJECT, NfcText, UtcTime


class DecisionRow(SQLModel, table=True):
    """A decision that awards or recognises; `authority` is who decided, in the words of the paper."""

    __tablename__ = "decision"

    id: int | None = Field(default=None, primary_key=True)
    number: str | None = Field(default=None, sa_type=NfcText)
    decided_on: date | None = None
    authority: str = Field(default="", sa_type=NfcText)
    signer: str = Field(default="", sa_type=NfcText)
    year: int
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")


def _once_in_a_decision(subject: str) -> Index:
    return Index(
        f"uq_award_{subject}_award_code_year_decision_id",
        subject,
        "award_code",
        "year",
        "decision_id",
        unique=True,
        sqlite_where=text(f"{subject} IS NOT NULL AND deleted_at IS NULL"),
    )


class AwardRow(SQLModel, table=True):
    """One title or commendation given to a person, a unit or a household; names, post and unit as they were then.

    `occasion` says why it was given where it was not by merit over a time.
    """

    __tablename__ = "award"
    __table_args__ = (
        CheckConstraint(ONE_SUBJECT, name="one_subject"),
        CheckConstraint("occasion IN ('sudden', 'movement', 'contribution', 'seniority', 'foreign')", name="occasion"),
        _once_in_a_decision("person_id"),
        _once_in_a_decision("unit_id"),
        _once_in_a_decision("household_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    unit_id: int | None = Field(default=None, foreign_key="unit.id", index=True)
    household_id: int | None = Field(default=None, foreign_key="household.id", index=True)
    award_code: str = Field(sa_type=NfcText)
    year: int
    occasion: str | None = None
    decision_id: int | None = Field(default=None, foreign_key="decision.id", index=True)
    nomination_id: int | None = Field(default=None, foreign_key="nomination.id")
    subject_then: str = Field(sa_type=NfcText)
    position_then: str = Field(default="", sa_type=NfcText)
    unit_then: str = Field(default="", sa_type=NfcText)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcTime)
