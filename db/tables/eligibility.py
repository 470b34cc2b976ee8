"""What eligibility asks for beyond the registers, and what the office decided about its rules and their results."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from db.base import NfcText, UtcTime


class ConsiderationFactRow(SQLModel, table=True):
    """What is known of a person for the sake of commendation alone, in a term.

    A contract before recruitment, the result of a training (`is_good`), the opinion of the unit that the person came
    from, a proceeding that is open until `valid_to`, or that the office does not rate the person in a year.
    """

    __tablename__ = "consideration_fact"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('contract', 'training_result', 'old_unit_opinion', 'proceeding', 'not_rated')", name="kind"
        ),
        CheckConstraint("valid_to IS NULL OR valid_from <= valid_to", name="order"),
        CheckConstraint("(kind = 'training_result') = (is_good IS NOT NULL)", name="result"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str
    valid_from: date
    valid_to: date | None = None
    is_good: bool | None = None
    note: str = Field(default="", sa_type=NfcText)


class InitiativeUseRow(SQLModel, table=True):
    """The award that an initiative has served for one of its authors."""

    __tablename__ = "initiative_use"
    __table_args__ = (UniqueConstraint("initiative_id", "person_id", "award_code", "year"),)

    id: int | None = Field(default=None, primary_key=True)
    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    award_code: str = Field(sa_type=NfcText)
    year: int


class EligibilityOverrideRow(SQLModel, table=True):
    """That the office puts somebody forward against what the conditions say, and why."""

    __tablename__ = "eligibility_override"
    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (unit_id IS NULL)", name="one_subject"),
        CheckConstraint("reason <> ''", name="reason"),
        Index(
            "uq_eligibility_override_person", "person_id", "award_code", "year", unique=True,
            sqlite_where=text("person_id IS NOT NULL"),
        ),
        Index(
            "uq_eligibility_override_unit", "unit_id", "award_code", "year", unique=True,
            sqlite_where=text("unit_id IS NOT NULL"),
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    award_code: str = Field(sa_type=NfcText)
    year: int
    reason: str = Field(sa_type=NfcText)
    made_at: datetime = Field(sa_type=UtcTime)


class RuleEditRow(SQLModel, table=True):
    """What the office has changed of a shipped rule in one regime; `params` is JSON with the changed figures alone."""

    __tablename__ = "rule_edit"
    __table_args__ = (
        CheckConstraint("severity IS NULL OR severity IN ('block', 'warn', 'inform', 'off')", name="severity"),
        UniqueConstraint("rule_id", "regime"),
    )

    id: int | None = Field(default=None, primary_key=True)
    rule_id: str
    regime: str
    severity: str | None = None
    params: str = "{}"
    certain: bool | None = None
