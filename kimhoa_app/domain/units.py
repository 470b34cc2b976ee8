"""Organisational units of the commune, through their mergers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class UnitKind(StrEnum):
    """Loại đơn vị; villages are registered as collectives but hold no civil servants."""

    DEPARTMENT = "department"
    SERVICE = "service"
    SCHOOL = "school"
    HEALTH_STATION = "health_station"
    PARTY_AND_MASS = "party_and_mass"
    MILITARY = "military"
    POLICE = "police"
    VILLAGE = "village"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """What the clerk says of one unit."""

    name: str
    kind: UnitKind = UnitKind.DEPARTMENT
    short_name: str = ""
    founded_on: date | None = None
    dissolved_on: date | None = None
