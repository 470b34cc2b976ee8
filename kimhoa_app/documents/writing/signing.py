"""The foot of the document: signatures, recipients, and the promise that they never stand alone on a page."""

from kimhoa_app.documents.form import FormRules
from kimhoa_app.documents.model import OfficialDocument, Signature
from kimhoa_app.documents.wording import RECIPIENTS_HEAD, recipient_lines, signature_lines
from kimhoa_app.documents.writing.elements import AS_STYLED, Element, Setting, keep_rows_together, paragraph
from kimhoa_app.documents.writing.tables import layout_table

_POINTS_PER_MM = 72 / 25.4


def signing_table(document: OfficialDocument, room: float, rules: FormRules) -> Element | None:
    """Return signatures and recipients side by side (C7, C9, C13), or None where there are neither.

    One signature stands right of the recipients; of several, two stand in a row, the recipients below on the left.
    """
    recipients = _recipients(document, rules)
    blocks = [_signature(signature, rules) for signature in document.signatures]
    if not recipients and not blocks:
        return None
    right = room * rules.signature_share.value
    if len(blocks) < 2:
        return layout_table((room - right, right), [(recipients, blocks[0] if blocks else [])])
    pairs = [blocks[start : start + 2] for start in range(0, len(blocks), 2)]
    rows = [pair if len(pair) == 2 else [[], *pair] for pair in pairs]
    if recipients:
        rows.append([recipients, []])
    table = layout_table((room / 2, room / 2), rows)
    keep_rows_together(table)
    return table


def _signature(signature: Signature, rules: FormRules) -> list[Element]:
    above = Setting(before=rules.space_above_signature.value)
    posts = [
        paragraph(rules.authority, line, above if number == 0 else AS_STYLED)
        for number, line in enumerate(signature_lines(signature))
    ]
    room_for_pen = Setting(before=rules.signature_space.value * _POINTS_PER_MM)
    return [*posts, paragraph(rules.signer, signature.name, room_for_pen)]


def _recipients(document: OfficialDocument, rules: FormRules) -> list[Element]:
    drafter = [paragraph(rules.drafter_mark, document.drafter_mark)] if document.drafter_mark else []
    if not document.recipients:
        return drafter
    head = paragraph(rules.recipients_head, RECIPIENTS_HEAD, Setting(before=rules.space_above_signature.value))
    return [head, *(paragraph(rules.recipient, line) for line in recipient_lines(document.recipients)), *drafter]
