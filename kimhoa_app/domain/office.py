"""The office that issues the papers: its names and its signers, each with the days on which they hold."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CITIES = ("Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh")
"""The cities that stand beside the provinces; Huế does since 01/01/2025."""


class OfficeKind(StrEnum):
    """Đơn vị hành chính cấp xã; thị trấn holds only for papers before 01/07/2025."""

    COMMUNE = "xã"
    WARD = "phường"
    SPECIAL_ZONE = "đặc khu"
    TOWNSHIP = "thị trấn"

    @property
    def village_word(self) -> str:
        """What the parts of such an office's territory are called, "thôn" or "tổ dân phố"."""
        return "thôn" if self in (OfficeKind.COMMUNE, OfficeKind.SPECIAL_ZONE) else "tổ dân phố"


class SigningCapacity(StrEnum):
    """How a person signs (Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.7)."""

    HEAD = "head"
    DEPUTY = "deputy"
    ACTING = "acting"


@dataclass(frozen=True, slots=True)
class OfficePeriod:
    """The office's names from one day to another; `superior` is printed above the issuing body, None for no line."""

    kind: OfficeKind
    name: str
    province: str
    superior: str | None = None
    district: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def full_name(self) -> str:
        """The name in full, as "Ủy ban nhân dân xã Kim Hoa"."""
        return f"Ủy ban nhân dân {self.kind.value} {self.name}"

    @property
    def short_name(self) -> str:
        """The name as lists abbreviate it, "UBND xã Kim Hoa"."""
        return f"UBND {self.kind.value} {self.name}"

    @property
    def place(self) -> str:
        """The place name of the date line."""
        return self.name


@dataclass(frozen=True, slots=True)
class Signer:
    """A person who signs for the office, with the post and the term."""

    full_name: str
    capacity: SigningCapacity
    position: str
    valid_from: date | None = None
    valid_to: date | None = None
