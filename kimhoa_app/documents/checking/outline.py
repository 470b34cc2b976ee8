"""The sections of a document under check, each with the way to it and the text that it begins with."""

from collections.abc import Iterator
from dataclasses import dataclass

from kimhoa_app.documents.checking.rule import Hit
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import Section
from kimhoa_app.documents.texts import Spot


@dataclass(frozen=True, slots=True)
class Part:
    """A section with its children; `spot` is that of its first text, its own or of a part in it, None without any."""

    section: Section
    children: tuple["Part", ...]
    spot: Spot | None

    def hit(self, message: str) -> Hit:
        """Return a hit on the label of the section."""
        return Hit(message, self.section.label, spot=self.spot, place=self.section.place)


def parts_of(subject: Subject) -> tuple[Part, ...]:
    """Return the outermost sections."""
    first: dict[tuple[int, ...], Spot] = {}
    for text in subject.texts:
        for depth in range(1, len(text.spot.path) + 1):
            first.setdefault(text.spot.path[:depth], text.spot)
    return _parts(subject.document.sections, (), first)


def all_parts(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Yield `parts` and what is in them, in reading order."""
    for part in parts:
        yield part
        yield from all_parts(part.children)


def sibling_lists(
    parts: tuple[Part, ...], parent: Part | None = None
) -> Iterator[tuple[Part | None, tuple[Part, ...]]]:
    """Yield the parts under each part with the part that they stand in, None for the outermost."""
    if parts:
        yield parent, parts
    for part in parts:
        yield from sibling_lists(part.children, part)


def _parts(
    sections: tuple[Section, ...], above: tuple[int, ...], first: dict[tuple[int, ...], Spot]
) -> tuple[Part, ...]:
    return tuple(
        Part(section, _parts(section.children, (*above, index), first), first.get((*above, index)))
        for index, section in enumerate(sections)
    )
