"""Who may be the same person as one that is typed or listed: the same name, or nearly, with birth or unit to tell."""

from collections.abc import Iterable
from typing import Final, Protocol, TypeVar

from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.text.likeness import is_one_slip_apart
from kimhoa_app.text.search_keys import search_key

LEAST_LETTERS: Final = 8
"""A shorter name one letter apart is another name more often than a slip."""


class Known(Protocol):
    """What is looked at of a person who is known already."""

    @property
    def full_name(self) -> str:
        """The name as papers write it."""

    @property
    def birth(self) -> PartialDate | None:
        """The birth, as far as it is known."""

    @property
    def unit_id(self) -> int | None:
        """The number of the unit."""


KnownT = TypeVar("KnownT", bound=Known)


def namesakes(
    full_name: str, people: Iterable[KnownT], birth: PartialDate | None = None, unit_id: int | None = None
) -> list[KnownT]:
    """Return who has this name whatever its capitals and diacritics, or one a slip of the hand away.

    A name that is a slip away counts only with the same year of birth or the same unit, or much would be said.
    """
    sought = search_key(full_name)
    if not sought:
        return []
    return [one for one in people if _is_namesake(sought, one, birth, unit_id)]


def _is_namesake(sought: str, one: Known, birth: PartialDate | None, unit_id: int | None) -> bool:
    name = search_key(one.full_name)
    if name == sought:
        return True
    same_year = birth is not None and one.birth is not None and birth.year == one.birth.year
    same_unit = unit_id is not None and unit_id == one.unit_id
    return (same_year or same_unit) and len(sought) >= LEAST_LETTERS and is_one_slip_apart(sought, name)
