"""The tables of an official document as an .xlsx workbook that is fit to be printed, signed and sent upward."""

from collections.abc import Sequence
from io import BytesIO
from itertools import zip_longest

from openpyxl import Workbook

from kimhoa_app.documents.form import form_rules
from kimhoa_app.documents.measure import MOTTO, NATIONAL_NAME, component_width
from kimhoa_app.documents.model import Letterhead, OfficialDocument, Row, Signature, Table
from kimhoa_app.documents.table_layout import column_shares
from kimhoa_app.documents.wording import RECIPIENTS_HEAD, date_line, number_line, recipient_lines, signature_lines
from kimhoa_app.domain.errors import Refused
from kimhoa_app.exchange.list_layout import ListSheet, list_sheets
from kimhoa_app.exchange.printed_sheet import PrintedSheet, set_measuring_font

_FORM = form_rules()


def write_xlsx(document: OfficialDocument) -> bytes:
    """Return a workbook with a sheet for each table of `document`: letterhead, title, table, closing, signatures.

    Each is A4 landscape with the measures of Nghị định số 30/2020/NĐ-CP, one page wide, its heads repeated on every
    page. Raises Refused when the document has no table.
    """
    sheets = list_sheets(document)
    if not sheets:
        raise Refused("Văn bản này không có bảng nào để ghi ra Excel; hãy lưu thành .docx hoặc .pdf.")
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    set_measuring_font(workbook)
    workbook.properties.title = document.subject or document.title
    workbook.properties.creator = " ".join(document.letterhead.issuer) if document.letterhead else ""
    for sheet in sheets:
        page = PrintedSheet(workbook.create_sheet(sheet.name), column_shares(sheet.table))
        _write_sheet(page, document, sheet)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _write_sheet(page: PrintedSheet, document: OfficialDocument, sheet: ListSheet) -> None:
    if document.letterhead is not None:
        _letterhead(page, document.letterhead)
    page.next_row()
    page.line(document.title, _FORM.title, page.whole)
    if document.subject:
        page.line(document.subject, _FORM.subject, page.whole)
        page.rule(page.whole, _FORM.subject_rule.value * component_width(document.subject, _FORM.subject))
    page.next_row()
    for line in sheet.above:
        page.line(line, _FORM.heading_2, page.whole)
    _table(page, sheet.table)
    page.begin_ending()
    for line in sheet.below:
        page.line(line, _FORM.body, page.whole)
    page.room_above()
    _signing(page, document.signatures, document.recipients)
    page.finish()


def _letterhead(page: PrintedSheet, letterhead: Letterhead) -> None:
    superior = [(letterhead.superior, _FORM.superior)] if letterhead.superior else []
    left = [*superior, *((line, _FORM.issuer) for line in letterhead.issuer)]
    right = [(NATIONAL_NAME, _FORM.national_name), (MOTTO, _FORM.motto)]
    rows = max(len(left), len(right))
    for row in range(rows + 1):
        for lines, span, share in ((left, page.left, _FORM.issuer_rule), (right, page.right, _FORM.motto_rule)):
            if row < len(lines):
                text, part = lines[row]
                page.text(text, part, span)
            elif row == len(lines) and lines:
                text, part = lines[-1]
                page.dashes(span, share.value * component_width(text, part))
        page.next_row()
    number, day = number_line(letterhead), date_line(letterhead)
    if number or day:
        page.text(number, _FORM.number, page.left)
        page.text(day, _FORM.place_and_date, page.right)
        page.next_row()


def _table(page: PrintedSheet, table: Table) -> None:
    page.head([column.heading for column in table.columns])
    for row in table.rows:
        _row(page, row, table)


def _row(page: PrintedSheet, row: Row, table: Table) -> None:
    if row.span:
        page.group(row.cells[0])
    else:
        page.record(row.cells, [column.align for column in table.columns], bold=row.bold)


def _signing(page: PrintedSheet, signatures: Sequence[Signature], recipients: Sequence[str]) -> None:
    spans = [page.right] if len(signatures) == 1 else [page.left, page.right]
    top = page.row
    columns = [signature_lines(signature) for signature in signatures]
    for lines in zip_longest(*columns, fillvalue=""):
        for text, span in zip(lines, spans, strict=True):
            page.text(text, _FORM.authority, span)
        page.next_row()
    if signatures:
        page.room_to_sign()
        for signature, span in zip(signatures, spans, strict=True):
            page.text(signature.name, _FORM.signer, span)
        page.next_row()
    if recipients:
        _recipients(page, recipients, top if len(signatures) == 1 else page.row)


def _recipients(page: PrintedSheet, recipients: Sequence[str], top: int) -> None:
    """Write the recipients from row `top` on, at the left: beside the signature when its rows begin there."""
    lines = "\n".join(recipient_lines(recipients))
    if top < page.row:
        page.block(RECIPIENTS_HEAD, _FORM.recipients_head, page.left, top, top)
        page.block(lines, _FORM.recipient, page.left, top + 1, page.row - 1)
    else:
        page.line(RECIPIENTS_HEAD, _FORM.recipients_head, page.left)
        page.line(lines, _FORM.recipient, page.left)
