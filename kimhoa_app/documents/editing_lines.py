"""Which line of the light text of a part shows which paragraph, table or heading of the document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kimhoa_app.documents.editing import Path, block_lines
from kimhoa_app.documents.model import Block, OfficialDocument, Section


@dataclass(frozen=True, slots=True)
class LineSpot:
    """The heading of the section at `path`, or its block of that index; the path () is of what stands before them."""

    path: Path
    block: int | None = None


def spot_at(document: OfficialDocument, place: Path, text: str, offset: int) -> LineSpot | None:
    """Return what the line at `offset` of `text` shows, None past the last one.

    `text` is the light text of the section at `place`, as typed, or with () that of the blocks before the sections;
    an empty line belongs to the one above it.
    """
    line = text.count("\n", 0, offset)
    wanted = max(sum(bool(each.strip()) for each in text.split("\n")[: line + 1]), 1)
    return next((spot for count, spot in enumerate(_spots(document, place), 1) if count == wanted), None)


def offset_of(document: OfficialDocument, place: Path, text: str, spot: LineSpot) -> int | None:
    """Return where the first line of `text` begins that shows `spot`, None where none does; as `spot_at` otherwise."""
    wanted = next((count for count, each in enumerate(_spots(document, place)) if each == spot), None)
    offset = count = 0
    for line in text.split("\n"):
        if line.strip():
            if count == wanted:
                return offset
            count += 1
        offset += len(line) + 1
    return None


def _spots(document: OfficialDocument, place: Path) -> Iterator[LineSpot]:
    """Yield what each line shows that is not empty; a text that was typed may hold several sections of its depth."""
    if not place:
        yield from _block_spots(document.blocks, ())
        return
    siblings: Sequence[Section] = document.sections
    for index in place[:-1]:
        siblings = siblings[index].children
    for index in range(place[-1], len(siblings)):
        yield from _section_spots(siblings[index], (*place[:-1], index))


def _section_spots(section: Section, path: Path) -> Iterator[LineSpot]:
    yield LineSpot(path)
    yield from _block_spots(section.blocks, path)
    for index, child in enumerate(section.children):
        yield from _section_spots(child, (*path, index))


def _block_spots(blocks: Sequence[Block], path: Path) -> Iterator[LineSpot]:
    for index, block in enumerate(blocks):
        for _line in block_lines(block):
            yield LineSpot(path, index)
