"""People of the commune's staff and what the registers say of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kimhoa_app.domain.partial_dates import PartialDate


class Gender(StrEnum):
    """Giới tính, as the identity papers give it."""

    MALE = "male"
    FEMALE = "female"


class WorkStatus(StrEnum):
    """Tình trạng công tác on a day; the last two end the person's work here."""

    WORKING = "working"
    MATERNITY_LEAVE = "maternity_leave"
    TRAINING = "training"
    TRANSFERRED = "transferred"
    RETIRED = "retired"

    @property
    def is_here(self) -> bool:
        """Whether a person of this status still belongs to the staff."""
        return self not in (WorkStatus.TRANSFERRED, WorkStatus.RETIRED)


class StaffGroup(StrEnum):
    """Nhóm cán bộ, as statistics and rating caps count them (Nghị định số 335/2025/NĐ-CP)."""

    OFFICIAL = "official"
    CIVIL_SERVANT = "civil_servant"
    PUBLIC_EMPLOYEE = "public_employee"
    WORKER = "worker"
    PART_TIME = "part_time"


class Rating(StrEnum):
    """Mức xếp loại chất lượng hằng năm, best first."""

    EXCELLENT = "HTXSNV"
    GOOD = "HTTNV"
    FULFILLED = "HTNV"
    NOT_FULFILLED = "KHTNV"


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What the clerk or a list says of one person; checked by `staff_rules.checked_person`."""

    full_name: str
    birth: PartialDate | None = None
    gender: Gender | None = None
    national_id: str | None = None
    honorific: str | None = None
    position: str = ""
    unit_id: int | None = None
    group: StaffGroup | None = None
    is_leader: bool = False
    start_date: date | None = None
    print_name: str | None = None
    note: str = ""
