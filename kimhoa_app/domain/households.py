"""Households as they register for "Gia đình văn hóa" (Điều 31 Luật Thi đua, khen thưởng)."""

from dataclasses import dataclass, replace

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.text.names import tidy_name
from kimhoa_app.text.normal import tidy


@dataclass(frozen=True, slots=True)
class HouseholdDraft:
    """A household by its head, and the village that it lives in."""

    head_name: str
    village_id: int


@dataclass(frozen=True, slots=True)
class Household:
    """A household as lists print it; `village` is the name of its village."""

    id: int
    head_name: str
    village_id: int
    village: str


def checked_household(draft: HouseholdDraft) -> HouseholdDraft:
    """Return the draft with its name as names are written; raises InvalidInput for `head_name` when there is none."""
    name = tidy(draft.head_name)
    if not name:
        raise InvalidInput("head_name", "Chưa ghi họ và tên chủ hộ.")
    return replace(draft, head_name=tidy_name(name))
