"""What all tables share: names for every constraint, text in NFC, times in UTC."""

import unicodedata
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, Text, TypeDecorator
from sqlmodel import SQLModel
from typing_extensions import override

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

SQLModel.metadata.naming_convention = MetaData(naming_convention=NAMING).naming_convention


ONE_SUBJECT = "(person_id IS NOT NULL) + (unit_id IS NOT NULL) + (household_id IS NOT NULL) = 1"
"""The rule of a row that speaks of a person, a unit or a household: exactly one of them."""

ONE_CASE = f"{ONE_SUBJECT.removesuffix(' = 1')} + (initiative_id IS NOT NULL) = 1"
"""The rule of a case before a council, which may be an initiative as well."""


class NfcText(TypeDecorator[str]):
    """Text that is stored in Unicode NFC, whatever form it comes in."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else unicodedata.normalize("NFC", value)


class UtcTime(TypeDecorator[datetime]):
    """A moment, stored in UTC and read back with its time zone; refuses a moment without one."""

    impl = DateTime
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)
