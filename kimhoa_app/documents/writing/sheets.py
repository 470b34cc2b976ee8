"""Sections of a Word file: how the sheet lies, its margins, the page number at the top, the address at the foot."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section

from kimhoa_app.documents.form import FormRules
from kimhoa_app.documents.model import Orientation
from kimhoa_app.documents.writing.elements import Element, paragraph, seam, twips, w


@dataclass(frozen=True, slots=True)
class Margins:
    """References to what is printed in the margins: of the main sheet, and of the appendices after it."""

    main: tuple[Element, ...]
    appendix: tuple[Element, ...]


def put_margins(document: Document, contact_line: str, rules: FormRules) -> Margins:
    """Write the headers (P7) and, where there is an address, the foot of page 1 (C14); return their references.

    A section without a foot of its own would repeat that of the section before it, so appendices get an empty one.
    """
    headers = _put_headers(document, rules)
    if not contact_line:
        return Margins(headers, headers)
    main = _first_footer(document.sections[0], paragraph(rules.contact_line, contact_line))
    empty = _first_footer(document.add_section(), seam())
    return Margins((*headers, *main), (*headers, *empty))


def section_properties(orientation: Orientation, margins: Iterable[Element], rules: FormRules) -> Element:
    """Return a section that begins on a new page, counts its pages from 1 and hides the first number (P1 to P8)."""
    sheet = rules.sheet(orientation)
    size = w("pgSz", w=twips(sheet.width), h=twips(sheet.height))
    if orientation is Orientation.LANDSCAPE:
        size.set(qn("w:orient"), "landscape")
    distance = twips(rules.header_distance.value)
    sides = {side: twips(getattr(sheet, side)) for side in ("top", "right", "bottom", "left")}
    return w(
        "sectPr",
        *(deepcopy(reference) for reference in margins),
        w("type", val="nextPage"),
        size,
        w("pgMar", **sides, header=distance, footer=distance, gutter=0),
        w("pgNumType", fmt="decimal", start=round(rules.first_page_number.value)),
        w("cols", space=720),
        w("titlePg"),
    )


def _put_headers(document: Document, rules: FormRules) -> tuple[Element, ...]:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    _only(section.first_page_header._element, paragraph(rules.page_number, ()))
    numbered = paragraph(rules.page_number, ())
    numbered.extend(_page_field())
    _only(section.header._element, numbered)
    return tuple(deepcopy(reference) for reference in section._sectPr.findall(qn("w:headerReference")))


def _first_footer(section: Section, content: Element) -> tuple[Element, ...]:
    section.first_page_footer.is_linked_to_previous = False
    _only(section.first_page_footer._element, content)
    return tuple(deepcopy(reference) for reference in section._sectPr.findall(qn("w:footerReference")))


def _only(header: Element, content: Element) -> None:
    for child in list(header):
        header.remove(child)
    header.append(content)


def _page_field() -> list[Element]:
    instruction = w("instrText")
    instruction.text = " PAGE "
    instruction.set(qn("xml:space"), "preserve")
    shown = w("t")
    shown.text = "2"
    parts = (w("fldChar", fldCharType="begin"), instruction, w("fldChar", fldCharType="separate"), shown)
    return [w("r", part) for part in (*parts, w("fldChar", fldCharType="end"))]
