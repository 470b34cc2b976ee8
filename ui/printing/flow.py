"""A document as a flow of blocks, each set as the form asks, in the order in which they are read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kimhoa_app.documents.form import FormRules
from kimhoa_app.documents.model import Appendix, Block, OfficialDocument, Orientation, Section, Table
from kimhoa_app.documents.wording import end_marked, heading_run, is_chapter, legal_basis_lines, section_blocks
from ui.printing import blocks as flowing
from ui.printing.blocks import Region, SectionPath, Source
from ui.printing.form_blocks import margins_of, set_as, set_paragraph_as, set_runs_as
from ui.printing.grid_blocks import grid
from ui.printing.letterhead_blocks import centred_with_rule, head_blocks
from ui.printing.signing_blocks import signing_blocks
from ui.printing.units import from_mm

_Piece = tuple[Source, flowing.Block]


def flow(document: OfficialDocument, form: FormRules) -> tuple[flowing.Sheets, ...]:
    """Return the document's own sheets and those of each appendix, in their order."""
    foot = set_as(form.contact_line, document.contact_line) if document.contact_line else None
    pieces = tuple(_pieces(end_marked(document), form))
    main = _sheets((block for _, block in pieces), document.orientation, form, foot)
    main = replace(main, sources=tuple(source for source, _ in pieces))
    appendices = (_sheets(_appendix_blocks(each, form), each.orientation, form) for each in document.appendices)
    return (main, *appendices)


def page_number_block(number: int, form: FormRules) -> flowing.TextBlock:
    """Return the page number that stands in the top margin."""
    return set_as(form.page_number, str(number))


def _sheets(
    blocks: Iterable[flowing.Block], orientation: Orientation, form: FormRules, foot: flowing.TextBlock | None = None
) -> flowing.Sheets:
    return flowing.Sheets(tuple(blocks), orientation, margins_of(form, orientation), foot)


def _pieces(document: OfficialDocument, form: FormRules) -> Iterator[_Piece]:
    yield from ((Source(Region.HEAD), block) for block in _head(document, form))
    yield from _sourced(_content(document.blocks, form), ())
    for number, section in enumerate(document.sections):
        yield from _section_pieces(section, (number,), form)
    yield from ((Source(Region.END), block) for block in _end(document, form))


def _head(document: OfficialDocument, form: FormRules) -> Iterator[flowing.Block]:
    yield from head_blocks(document, form)
    if document.issuing_post:
        yield set_as(form.issuing_post, document.issuing_post)
    yield from (set_as(form.legal_basis, line) for line in legal_basis_lines(document.legal_bases))
    if document.enacting:
        yield set_as(form.enacting, document.enacting)
    yield from _content(document.opening, form)


def _end(document: OfficialDocument, form: FormRules) -> Iterator[flowing.Block]:
    yield from (set_paragraph_as(form.closing, paragraph) for paragraph in document.closing)
    yield from signing_blocks(document, form)


def _section_pieces(section: Section, path: SectionPath, form: FormRules) -> Iterator[_Piece]:
    if section.heading:
        yield Source(Region.BODY, path), _heading(section, len(path) - 1, form)
    yield from _sourced(_content(section_blocks(section), form), path)
    for number, child in enumerate(section.children):
        yield from _section_pieces(child, (*path, number), form)


def _sourced(blocks: Iterable[flowing.Block], path: SectionPath) -> Iterator[_Piece]:
    yield from ((Source(Region.BODY, path, index), block) for index, block in enumerate(blocks))


def _heading(section: Section, depth: int, form: FormRules) -> flowing.TextBlock:
    part = form.headings[min(depth, len(form.headings) - 1)]
    block = set_runs_as(part, (heading_run(section, form.chapter),))
    if not is_chapter(section.label):
        return block
    return replace(block, align=form.chapter.align, indent=from_mm(form.chapter.first_line))


def _content(content: Iterable[Block], form: FormRules) -> Iterator[flowing.Block]:
    for block in content:
        yield grid(block, form) if isinstance(block, Table) else set_paragraph_as(form.body, block)


def _appendix_blocks(appendix: Appendix, form: FormRules) -> Iterator[flowing.Block]:
    room = form.sheet(appendix.orientation).text_width
    if appendix.heading:
        yield set_as(form.appendix_label, appendix.heading)
    if appendix.title:
        yield set_as(form.appendix_title, appendix.title)
    if appendix.reference:
        yield centred_with_rule(appendix.reference, form.appendix_reference, form.appendix_rule, room, form)
    yield from _content(appendix.blocks, form)
    if appendix.closing:
        yield replace(set_as(form.closing, appendix.closing), keep_with_previous=True)
