"""The year's registration round and what was registered in it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from db.base import ONE_SUBJECT, NfcText, UtcTime


class RegistrationRoundRow(SQLModel, table=True):
    """The round of a year, with the last day on which a registration is in time."""

    __tablename__ = "registration_round"
    __table_args__ = (CheckConstraint("opens_on <= deadline", name="order"),)

    id: int | None = Field(default=None, primary_key=True)
    year: int = Field(unique=True)
    opens_on: date
    deadline: date


class RegistrationRow(SQLModel, table=True):
    """A title, and perhaps a form of commendation, for which a person, a unit or a household has registered.

    `refused_on` and `refusal` say when and why an authority above refused what the council had put forward.
    """

    __tablename__ = "registration"
    __table_args__ = (
        CheckConstraint(ONE_SUBJECT, name="one_subject"),
        Index(
            "uq_registration_person",
            "round_id",
            "person_id",
            "award_code",
            unique=True,
            sqlite_where=text("person_id IS NOT NULL AND deleted_at IS NULL"),
        ),
        Index(
            "uq_registration_unit",
            "round_id",
            "unit_id",
            "award_code",
            unique=True,
            sqlite_where=text("unit_id IS NOT NULL AND deleted_at IS NULL"),
        ),
        Index(
            "uq_registration_household",
            "round_id",
            "household_id",
            "award_code",
            unique=True,
            sqlite_where=text("household_id IS NOT NULL AND deleted_at IS NULL"),
        ),
        CheckConstraint("(refused_on IS NULL) = (refusal = '')", name="refusal"),
    )

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="registration_round.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    household_id: int | None = Field(default=None, foreign_key="household.id")
    award_code: str = Field(sa_type=NfcText)
    form_code: str | None = Field(default=None, sa_type=NfcText)
    topic: str = Field(default="", sa_type=NfcText)
    note: str = Field(default="", sa_type=NfcText)
    registered_on: date
    refused_on: date | None = None
    refusal: str = Field(default="", sa_type=NfcText)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcTime)
