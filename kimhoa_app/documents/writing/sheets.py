"""Sections of a Word file: how the sheet lies, its margins, and the page number at the top from the second page on."""

from collections.abc import Iterable
from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn

from kimhoa_app.documents.form import FormRules
from kimhoa_app.documents.model import Orientation
from kimhoa_app.documents.writing.elements import Element, paragraph, twips, w


def put_headers(document: Document, rules: FormRules) -> list[Element]:
    """Write the two headers, the empty one and the one with the page number (P7); return their references."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    _only(section.first_page_header._element, paragraph(rules.page_number, ()))
    numbered = paragraph(rules.page_number, ())
    numbered.extend(_page_field())
    _only(section.header._element, numbered)
    return [deepcopy(reference) for reference in section._sectPr.findall(qn("w:headerReference"))]


def section_properties(orientation: Orientation, headers: Iterable[Element], rules: FormRules) -> Element:
    """Return a section that begins on a new page, counts its pages from 1 and hides the first number (P1 to P8)."""
    sheet = rules.sheet(orientation)
    size = w("pgSz", w=twips(sheet.width), h=twips(sheet.height))
    if orientation is Orientation.LANDSCAPE:
        size.set(qn("w:orient"), "landscape")
    distance = twips(rules.header_distance.value)
    margins = {side: twips(getattr(sheet, side)) for side in ("top", "right", "bottom", "left")}
    return w(
        "sectPr",
        *(deepcopy(header) for header in headers),
        w("type", val="nextPage"),
        size,
        w("pgMar", **margins, header=distance, footer=distance, gutter=0),
        w("pgNumType", fmt="decimal", start=round(rules.first_page_number.value)),
        w("cols", space=720),
        w("titlePg"),
    )


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
