"""Where in a document one stands while editing it."""

from enum import Enum
from typing import Final

from kimhoa_app.documents.editing import Path, section_at
from kimhoa_app.documents.model import OfficialDocument, Section
from kimhoa_app.documents.texts import Role, Spot


class Part(Enum):
    """A part of a document that is no section."""

    HEAD = "Phần đầu"
    BLOCKS = "Nội dung chung"
    END = "Kết thúc, nơi nhận"


Place = Part | Path

_OF_THE_END: Final = frozenset({Role.CLOSING, Role.AUTHORITY, Role.POSITION, Role.RECIPIENT, Role.NOTE})
_LETTERS_NAMED: Final = 40
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


def place_title(document: OfficialDocument, place: Place) -> str:
    """Return what a place is called in a sentence; raises LookupError for one that the document does not have."""
    return section_title(section_at(document, place)) if isinstance(place, tuple) else place.value


def section_title(section: Section, most: int = _LETTERS_NAMED) -> str:
    """Return label and heading of a section, cut to `most` letters; without a heading its first words."""
    words = section.heading or next((getattr(block, "text", "") for block in section.blocks), "")
    title = f"{section.label} {words}".strip() or "(mục không có đề mục)"
    return title if len(title) <= most else f"{title[: most - 1].rstrip()}…"
