"""A document put together for Word: its sheets in order, each with its parts."""

from datetime import datetime
from io import BytesIO

from docx.oxml.ns import qn

from kimhoa_app.documents.form import FormRules, form_rules
from kimhoa_app.documents.measure import HeaderColumns, fitted, header_columns
from kimhoa_app.documents.model import Appendix, Letterhead, OfficialDocument
from kimhoa_app.documents.wording import end_marked
from kimhoa_app.documents.writing.body import blocks, body, separated
from kimhoa_app.documents.writing.elements import Element, keep_with_next, paragraph, seam
from kimhoa_app.documents.writing.head import (
    addressees,
    centred_with_rule,
    letterhead_table,
    marks,
    preamble,
    title_block,
)
from kimhoa_app.documents.writing.package import describe, new_package
from kimhoa_app.documents.writing.sheets import put_margins, section_properties
from kimhoa_app.documents.writing.signing import signing_table


def write_docx(document: OfficialDocument, rules: FormRules | None = None, *, made_at: datetime | None = None) -> bytes:
    """Return `document` as the bytes of a .docx in the form of Nghị định số 30/2020/NĐ-CP, Phụ lục I.

    `made_at` is the time that the file says it was made (now, if None); with it the same document gives the same
    parts. Characters that XML cannot hold are left out, no other text is.
    """
    document = end_marked(document)
    head = document.letterhead
    rules = rules or form_rules()
    columns = header_columns(head, rules, document.orientation) if head else None
    rules = fitted(rules, columns) if columns else rules
    word = new_package(rules)
    margins = put_margins(word, document.contact_line, rules)
    main = section_properties(document.orientation, margins.main, rules)
    sheets = [(_main_sheet(document, columns, rules), main)]
    for appendix in document.appendices:
        section = section_properties(appendix.orientation, margins.appendix, rules)
        sheets.append((_appendix(appendix, rules), section))
    _put_sheets(word.element.body, sheets)
    describe(word, f"{document.title} {document.subject}".strip(), _office(head), made_at, rules)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _main_sheet(document: OfficialDocument, columns: HeaderColumns | None, rules: FormRules) -> list[Element]:
    room = rules.sheet(document.orientation).text_width
    elements: list[Element] = []
    if document.letterhead and columns:
        elements.append(letterhead_table(document, document.letterhead, columns, rules))
    else:
        elements += marks(document, rules)
    elements += title_block(document, room, rules)
    elements += addressees(document, room, rules)
    elements += preamble(document, rules)
    elements += body(document, room, rules)
    signing = signing_table(document, room, rules)
    if signing is not None:
        keep_with_next(elements)
        elements.append(signing)
    return separated(elements, rules)


def _appendix(appendix: Appendix, rules: FormRules) -> list[Element]:
    """Return an appendix: label, title, reference, a short rule, its tables and the line that closes it (C10, T5)."""
    room = rules.sheet(appendix.orientation).text_width
    elements = [paragraph(rules.appendix_label, appendix.heading)] if appendix.heading else []
    if appendix.title:
        elements.append(paragraph(rules.appendix_title, appendix.title))
    if appendix.reference:
        elements += centred_with_rule(appendix.reference, rules.appendix_reference, room, rules)
    elements += blocks(appendix.blocks, room, rules)
    if appendix.closing:
        keep_with_next(elements)
        elements.append(paragraph(rules.closing, appendix.closing))
    return separated(elements, rules)


def _put_sheets(page: Element, sheets: list[tuple[list[Element], Element]]) -> None:
    for child in list(page):
        page.remove(child)
    for elements, section in sheets[:-1]:
        page.extend(elements)
        page.append(seam(section))
    last, section = sheets[-1]
    page.extend(last)
    if not last or last[-1].tag == qn("w:tbl"):
        page.append(seam())
    page.append(section)


def _office(head: Letterhead | None) -> str:
    return " ".join(head.issuer) if head else ""
