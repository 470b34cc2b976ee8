"""How the columns of a table that stretch share the room that the others leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

NARROWEST: Final = 80
NARROWEST_NAME: Final = 160
NAME_ROOM: Final = 264


@dataclass(frozen=True, slots=True)
class Wish:
    """What a column asks for, in pixels, to show every text whole; one with a name in it is served first.

    Its head, of `head` pixels, is never cut.
    """

    width: int
    is_name: bool = False
    head: int = NARROWEST

    @property
    def least(self) -> int:
        """What the column gets in any case."""
        return min(self.width, max(self.head, NARROWEST_NAME if self.is_name else NARROWEST))


def shared_widths(room: int, wishes: Sequence[Wish]) -> list[int]:
    """Return a width for each of `wishes` within `room`: names first, then all alike, what nobody asks for evenly.

    No column gets less than its least; where that is too much, the widths add up to more.
    """
    widths = [wish.least for wish in wishes]
    for place, wish in enumerate(wishes):
        if wish.is_name:
            missing = max(min(wish.width, NAME_ROOM) - widths[place], 0)
            widths[place] += min(missing, max(room - sum(widths), 0))
    wanting = sorted(range(len(wishes)), key=lambda place: wishes[place].width - widths[place])
    for count, place in zip(range(len(wanting), 0, -1), wanting, strict=True):
        share = max(room - sum(widths), 0) // count
        widths[place] += min(share, wishes[place].width - widths[place])
    spare = max(room - sum(widths), 0) // max(len(widths), 1)
    return [width + spare for width in widths]
