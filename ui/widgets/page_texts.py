"""Where the texts of a document stand on its pages, and which text stands at a place."""

from collections.abc import Sequence

from ui.printing.blocks import Region, SectionPath, Source
from ui.printing.items import Page, TextPlace

Starts = dict[SectionPath, tuple[int, TextPlace]]
"""Where each section begins: the index of its page, and its first text there."""


def section_starts(pages: Sequence[Page]) -> Starts:
    """Return where the sections begin; those of which nothing is printed have no place."""
    starts: Starts = {}
    for number, page in enumerate(pages):
        for text in page.texts:
            if text.source.region is Region.BODY and text.source.path:
                starts.setdefault(text.source.path, (number, text))
    return starts


def start_of(starts: Starts, path: SectionPath) -> tuple[int, TextPlace] | None:
    """Return where the section begins, or the one around it where it has no place."""
    while path and path not in starts:
        path = path[:-1]
    return starts.get(path)


def places_of(pages: Sequence[Page], source: Source) -> list[tuple[int, TextPlace]]:
    """Return where a text stands, with the index of each page; a heading that is not printed has its first text's."""
    found = [(number, text) for number, page in enumerate(pages) for text in page.texts if text.source == source]
    if found or source.region is not Region.BODY or source.block is not None:
        return found
    first = start_of(section_starts(pages), source.path)
    return [] if first is None else [first]


def text_at(page: Page, y: float) -> Source | None:
    """Return the text that stands nearest to `y` below the edge of the paper, None where the page has none."""
    nearest = sorted(page.texts, key=lambda text: max(text.top - y, y - text.bottom, 0))
    return nearest[0].source if nearest else None
