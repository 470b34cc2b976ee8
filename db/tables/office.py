"""The office's names and signers with their days, and its settings."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from db.base import NfcText


class OfficePeriodRow(SQLModel, table=True):
    """What the office is called, and under whom it stands, from one day to another."""

    __tablename__ = "office_period"
    __table_args__ = (
        CheckConstraint("valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to", name="order"),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(sa_type=NfcText)
    name: str = Field(sa_type=NfcText)
    province: str = Field(sa_type=NfcText)
    district: str | None = Field(default=None, sa_type=NfcText)
    superior: str | None = Field(default=None, sa_type=NfcText)
    valid_from: date | None = None
    valid_to: date | None = None


class SignerRow(SQLModel, table=True):
    """A person who signs for the office during a term."""

    __tablename__ = "signer"
    __table_args__ = (
        CheckConstraint("capacity IN ('head', 'deputy', 'acting')", name="capacity"),
        CheckConstraint("valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to", name="order"),
    )

    id: int | None = Field(default=None, primary_key=True)
    full_name: str = Field(sa_type=NfcText)
    capacity: str
    position: str = Field(sa_type=NfcText)
    valid_from: date | None = None
    valid_to: date | None = None


class SettingRow(SQLModel, table=True):
    """A setting that the office has changed; what is not here has the default of `domain.settings`."""

    __tablename__ = "setting"

    key: str = Field(primary_key=True)
    value: str = Field(sa_type=NfcText)
