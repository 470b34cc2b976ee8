"""People of the staff, their posts and statuses as dated facts, their yearly ratings and discipline."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from db.base import NfcText, UtcTime


class PersonRow(SQLModel, table=True):
    """A person, known by a key that survives renames and namesakes; `birth` is "YYYY" or "YYYY-MM-DD"."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("gender IS NULL OR gender IN ('male', 'female')", name="gender"),
        CheckConstraint(
            "birth IS NULL OR birth GLOB '[0-9][0-9][0-9][0-9]' "
            "OR birth GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
            name="birth",
        ),
        CheckConstraint("national_id IS NULL OR national_id NOT GLOB '*[^0-9]*'", name="national_id_digits"),
        Index(
            "uq_person_national_id",
            "national_id",
            unique=True,
            sqlite_where=text("national_id IS NOT NULL AND deleted_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    full_name: str = Field(sa_type=NfcText)
    print_name: str | None = Field(default=None, sa_type=NfcText)
    honorific: str | None = Field(default=None, sa_type=NfcText)
    birth: str | None = None
    gender: str | None = None
    national_id: str | None = None
    start_date: date | None = None
    note: str = Field(default="", sa_type=NfcText)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcTime)


class PostRow(SQLModel, table=True):
    """The position that a person holds in a unit from one day to another."""

    __tablename__ = "post"
    __table_args__ = (
        CheckConstraint("valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to", name="order"),
        CheckConstraint(
            "staff_group IS NULL OR staff_group IN "
            "('official', 'civil_servant', 'public_employee', 'worker', 'part_time')",
            name="staff_group",
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    unit_id: int | None = Field(default=None, foreign_key="unit.id", index=True)
    position: str = Field(default="", sa_type=NfcText)
    staff_group: str | None = None
    is_leader: bool = False
    valid_from: date | None = None
    valid_to: date | None = None


class PersonStatusRow(SQLModel, table=True):
    """Working, on leave, in training or gone, from one day to another."""

    __tablename__ = "person_status"
    __table_args__ = (
        CheckConstraint(
            "status IN ('working', 'maternity_leave', 'training', 'transferred', 'retired')", name="status"
        ),
        CheckConstraint("valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to", name="order"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    status: str
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = Field(default="", sa_type=NfcText)


class AnnualRatingRow(SQLModel, table=True):
    """The yearly quality rating of a person or of a unit."""

    __tablename__ = "annual_rating"
    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (unit_id IS NULL)", name="one_subject"),
        CheckConstraint("rating IN ('HTXSNV', 'HTTNV', 'HTNV', 'KHTNV')", name="rating"),
        UniqueConstraint("person_id", "year"),
        UniqueConstraint("unit_id", "year"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    year: int
    rating: str
    decision_number: str | None = Field(default=None, sa_type=NfcText)
    decision_date: date | None = None


class DisciplineRow(SQLModel, table=True):
    """A disciplinary measure against a person."""

    __tablename__ = "discipline"
    __table_args__ = (
        CheckConstraint("ended_on IS NULL OR decided_on <= ended_on", name="order"),
        CheckConstraint("form IN ('reprimand', 'warning', 'demotion', 'dismissal')", name="form"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    form: str
    decided_on: date
    ended_on: date | None = None
    decision_number: str | None = Field(default=None, sa_type=NfcText)
