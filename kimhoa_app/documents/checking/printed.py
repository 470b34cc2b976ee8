"""The lines of a source as they are printed, with the marks that the model of a document does not keep."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kimhoa_app.documents.model import Place
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.source import Source

_APART = re.compile(r"\t|\n| {3,}")
_ENOUGH = 20  # characters that an entry is known by where it is printed


@dataclass(frozen=True, slots=True)
class Printed:
    """A stretch of a line that stands for itself, beside others in columns, and the paragraph it is in."""

    text: str
    place: Place


def printed_lines(source: Source) -> tuple[Printed, ...]:
    """Return every such stretch that has a sign in it, in reading order."""
    return tuple(
        Printed(piece, Place(paragraph.number))
        for paragraph in source.paragraphs
        for stretch in _APART.split(paragraph.text)
        for piece in _parted(stretch.strip())
        if piece
    )


def _parted(stretch: str) -> list[str]:
    return marks.run_together(stretch) if len(stretch) <= marks.SHORT else [stretch]


def printed_at(source: Source, entries: Sequence[str], places: Sequence[Place]) -> Iterator[Printed]:
    """Yield each of `entries`, which stand without their marks, as it is printed at its place; without those not found.

    What is printed goes on from the first words of the entry to the end of its column.
    """
    by_place: dict[int, list[Printed]] = {}
    for line in printed_lines(source):
        by_place.setdefault(line.place.paragraph, []).append(line)
    for entry, place in zip(entries, places, strict=False):
        lines = by_place.get(place.paragraph, ())
        found = next((line for line in lines if entry and entry[:_ENOUGH] in line.text), None)
        if found is not None:
            yield found
