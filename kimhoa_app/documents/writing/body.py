"""The body: paragraphs, labelled sections by depth, and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from docx.oxml.ns import qn

from kimhoa_app.documents.form import Component, FormRules
from kimhoa_app.documents.model import Align, Block, OfficialDocument, Paragraph, Section, Table
from kimhoa_app.documents.wording import heading_run, is_chapter, section_blocks
from kimhoa_app.documents.writing.elements import AS_STYLED, Element, Setting, paragraph, seam, spacing
from kimhoa_app.documents.writing.tables import data_table


def body(document: OfficialDocument, room: float, rules: FormRules) -> list[Element]:
    """Return everything from the opening to the closing, `room` mm wide (C6d to C6l)."""
    elements = [*blocks(document.opening, room, rules), *blocks(document.blocks, room, rules)]
    for section in document.sections:
        elements += _section(section, 0, room, rules)
    elements += (_paragraph(closing, rules.closing) for closing in document.closing)
    return elements


def blocks(parts: Iterable[Block], room: float, rules: FormRules) -> list[Element]:
    """Return paragraphs and tables in order."""
    return [
        data_table(part, room, rules) if isinstance(part, Table) else _paragraph(part, rules.body) for part in parts
    ]


def separated(elements: Sequence[Element], rules: FormRules) -> list[Element]:
    """Return `elements` with air above each table, and a seam between two tables, which Word would join."""
    result: list[Element] = []
    for element in elements:
        if result and element.tag == qn("w:tbl"):
            if result[-1].tag == qn("w:tbl"):
                result.append(seam(keep=True))
            else:
                _leave_room_below(result[-1], rules.paragraph_spacing.value)
        result.append(element)
    return result


def _section(section: Section, depth: int, room: float, rules: FormRules) -> list[Element]:
    elements = [_heading(section, depth, rules)] if section.heading else []
    elements += blocks(section_blocks(section), room, rules)
    for child in section.children:
        elements += _section(child, depth + 1, room, rules)
    return elements


def _heading(section: Section, depth: int, rules: FormRules) -> Element:
    part = rules.headings[min(depth, len(rules.headings) - 1)]
    centred = Setting(align=rules.chapter.align, first_line=rules.chapter.first_line)
    words = heading_run(section, rules.chapter)
    words = replace(words, bold=words.bold and not part.bold)
    return paragraph(part, (words,), centred if is_chapter(section.label) else AS_STYLED)


def _paragraph(part: Paragraph, style: Component) -> Element:
    align = part.align if part.align is not style.align else None
    indented = part.indent and part.align in (Align.JUSTIFY, Align.LEFT)
    if align is None and indented:
        return paragraph(style, part.runs)
    return paragraph(style, part.runs, Setting(align=align, first_line=None if indented else 0))


def _leave_room_below(element: Element, points: float) -> None:
    properties = element.find(qn("w:pPr"))
    if properties is None:
        return
    given = properties.find(qn("w:spacing"))
    if given is not None:
        given.set(qn("w:after"), str(round(points * 20)))
        return
    made = spacing(None, points)
    if made is not None:
        after = [child for child in properties if child.tag in (qn("w:ind"), qn("w:jc"))]
        properties.insert(properties.index(after[0]) if after else len(properties), made)
