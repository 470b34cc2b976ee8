"""Where in a document one stands while editing it."""

from enum import Enum
from typing import Final

from kimhoa_app.documents.editing import Path
from kimhoa_app.documents.texts import Role, Spot


class Part(Enum):
    """A part of a document that is no section."""

    HEAD = "Phần đầu"
    BLOCKS = "Nội dung chung"
    END = "Kết thúc, nơi nhận"


Place = Part | Path

_OF_THE_END: Final = frozenset({Role.CLOSING, Role.AUTHORITY, Role.POSITION, Role.RECIPIENT, Role.NOTE})
_OF_BLOCKS: Final = frozenset({Role.BODY, Role.COLUMN, Role.CELL})


def place_of(spot: Spot) -> Place:
    """Return the part of a document in which a text is edited; what stands in an appendix comes with the end."""
    if spot.appendix is not None or spot.role in _OF_THE_END:
        return Part.END
    if spot.path:
        return spot.path
    return Part.BLOCKS if spot.role in _OF_BLOCKS else Part.HEAD


def is_within(path: Path, section: Path) -> bool:
    """Whether the section at `path` is the one at `section`, or stands in it."""
    return path[: len(section)] == section
