"""Any source as an `OfficialDocument`: its parts told apart by what stands in them, whoever made it, nothing lost."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kimhoa_app.documents.model import (
    Appendix,
    DocumentKind,
    OfficialDocument,
    Paragraph,
    PartPlaces,
    Place,
    Run,
)
from kimhoa_app.documents.reading.appendices import read_appendices
from kimhoa_app.documents.reading.body import BodyReader, closing_start, paragraph_of, without_end_mark
from kimhoa_app.documents.reading.foot import FootParts, appendix_start, foot_start, read_foot
from kimhoa_app.documents.reading.joining import join_lines
from kimhoa_app.documents.reading.kinds import kind_of
from kimhoa_app.documents.reading.letterhead import HeadParts, read_head
from kimhoa_app.documents.reading.lines import Item, Line, lines_of
from kimhoa_app.documents.reading.preamble import Preamble, read_preamble
from kimhoa_app.documents.reading.source import Source

_YEAR = re.compile(r"năm (\d{4})")


def document_of_any(source: Source) -> OfficialDocument:
    """Return the document that `source` holds; a part that it lacks is empty, what is not understood a paragraph."""
    items, page_numbers = join_lines(lines_of(source.items))
    head, index = read_head(items)
    preamble, start = read_preamble(items, index, head)
    appendix = appendix_start(items, start)
    foot = foot_start(items, start, appendix)
    text, has_end_mark = without_end_mark(items[start:foot])
    closing = closing_start(text, has_end_mark=has_end_mark)
    before, sections = BodyReader(text[:closing]).read()
    signing = read_foot(items[foot:appendix])
    strays = _strays(head, preamble)
    opening = (*strays, *(each for each in before if isinstance(each, Paragraph)))
    is_text = all(isinstance(each, Paragraph) for each in before)
    subject = preamble.subject or head.subject
    title_words = f"{' '.join(subject)} {preamble.title}"
    return OfficialDocument(
        kind=_kind(head, preamble),
        letterhead=head.letterhead,
        title=preamble.title,
        subject=" ".join(subject),
        addressees=tuple(text for text, _ in preamble.addressees),
        issuing_post=" ".join(preamble.issuing_post),
        legal_bases=tuple(text for text, _ in preamble.bases),
        enacting=preamble.enacting,
        opening=opening if is_text else strays,
        blocks=() if is_text else before,
        sections=sections,
        closing=(*_paragraphs(text[closing:]), *signing.strays),
        end_mark=has_end_mark,
        signatures=tuple(signing.signatures),
        recipients=tuple(text for text, _ in signing.recipients),
        appendices=_appendices(source, items[appendix:]),
        orientation=source.orientation,
        year=_year(title_words, head),
        urgency=head.urgency,
        circulation=head.circulation,
        drafter_mark=signing.drafter_mark,
        notes=(*notes_of(source), *_paragraphs(page_numbers)),
        places=_places(head, preamble, signing),
    )


def notes_of(source: Source) -> tuple[Paragraph, ...]:
    """Return what stands outside of the body of a source."""
    return tuple(Paragraph(each.runs, place=Place(each.number)) for each in source.outside)


def _paragraphs(items: Sequence[Item]) -> tuple[Paragraph, ...]:
    return tuple(paragraph_of(item) for item in items if isinstance(item, Line))


def _appendices(source: Source, items: Sequence[Item]) -> tuple[Appendix, ...]:
    found = read_appendices(items) if items else ()
    return tuple(
        replace(each, orientation=source.orientation_at(each.place.paragraph)) if each.place else each for each in found
    )


def _strays(head: HeadParts, preamble: Preamble) -> tuple[Paragraph, ...]:
    """Return what stood above the title and is no part of a letterhead, a second subject too."""
    lines = tuple(map(paragraph_of, head.strays))
    if not (head.subject and preamble.subject):
        return lines
    return (*lines, Paragraph((Run(" ".join(head.subject)),), place=head.subject_at))


def _kind(head: HeadParts, preamble: Preamble) -> DocumentKind:
    letterhead = head.letterhead
    kind = kind_of(letterhead.symbol if letterhead else "", preamble.title)
    return DocumentKind.LETTER if head.subject and not preamble.title else kind


def _year(title: str, head: HeadParts) -> int | None:
    """Return the year that the title names, else that of the day of issue."""
    named = _YEAR.search(title)
    if named:
        return int(named[1])
    letterhead = head.letterhead
    return letterhead.date.year if letterhead and letterhead.date else None


def _places(head: HeadParts, preamble: Preamble, foot: FootParts) -> PartPlaces:
    superior, issuer = head.places
    return PartPlaces(
        superior=superior,
        issuer=issuer,
        number=head.number_at,
        date=head.date_at,
        title=preamble.title_at,
        subject=preamble.subject_at or head.subject_at,
        issuing_post=preamble.post_at,
        enacting=preamble.enacting_at,
        addressees=tuple(place for _, place in preamble.addressees),
        legal_bases=tuple(place for _, place in preamble.bases),
        recipients=tuple(place for _, place in foot.recipients),
    )
