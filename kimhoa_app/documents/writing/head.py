"""The top of page 1: letterhead, title and subject, addressees, the post that issues and its legal bases."""

from collections.abc import Sequence
from functools import partial

from kimhoa_app.documents.form import Component, FormRules
from kimhoa_app.documents.measure import (
    MOTTO,
    NATIONAL_NAME,
    HeaderColumns,
    addressee_list,
    boxed_marks,
    component_width,
    rule_length,
    subject_lines,
)
from kimhoa_app.documents.model import Align, DocumentKind, Letterhead, OfficialDocument
from kimhoa_app.documents.wording import (
    addressee_label,
    addressee_lines,
    date_line,
    legal_basis_lines,
    letter_subject,
    number_line,
)
from kimhoa_app.documents.writing.elements import Element, Setting, paragraph, seam
from kimhoa_app.documents.writing.tables import box, layout_table

_SLACK = 1  # mm by which a balanced subject may be wider than its longest line


def letterhead_table(document: OfficialDocument, head: Letterhead, columns: HeaderColumns, rules: FormRules) -> Element:
    """Return the two columns of the letterhead (C1 to C4), with the subject of a letter under its number (C5c).

    Below these stand the marks of urgency and circulation (C11, C12).
    """
    issuer = [
        *(paragraph(rules.superior, line) for line in columns.superior_lines),
        *(paragraph(rules.issuer, line) for line in columns.issuer_lines),
        drawn_rule(columns.issuer_rule, columns.left, rules),
    ]
    nation = [
        paragraph(rules.national_name, NATIONAL_NAME),
        paragraph(rules.motto, MOTTO),
        drawn_rule(columns.motto_rule, columns.right, rules),
    ]
    number = [paragraph(rules.number, line) for line in (number_line(head),) if line]
    if is_letter(document) and document.subject:
        number.append(paragraph(rules.letter_subject, letter_subject(document.subject)))
    number += marks(document, rules)
    date = [paragraph(rules.place_and_date, line) for line in (date_line(head),) if line]
    second = [(number, date)] if number or date else []
    return layout_table((columns.left, columns.right), [(issuer, nation), *second])


def marks(document: OfficialDocument, rules: FormRules) -> list[Element]:
    """Return the boxes of urgency and circulation, with air above each (C11, C12)."""
    boxes = [box(mark, rules) for mark in boxed_marks(document, rules)]
    if not boxes:
        return []
    spaced = (element for each in boxes for element in (seam(height=rules.space_above_mark.value), each))
    return [*spaced, seam()]


def drawn_rule(length: float, room: float, rules: FormRules, *, after: float | None = None) -> Element:
    """Return a drawn line `length` mm long in the middle of `room` mm: the top border of an empty paragraph."""
    side = max(0.0, (room - length) / 2)
    return paragraph(rules.rule, (), Setting(left=side, right=side, after=after))


def title_block(document: OfficialDocument, room: float, rules: FormRules) -> list[Element]:
    """Return the name of the kind, the subject and the rule under it (C5a, C5b); a letter has none."""
    block = [paragraph(rules.title, document.title)] if document.title else []
    if document.subject and not is_letter(document):
        block += centred_with_rule(document.subject, rules.subject, room, rules)
    return block


def centred_with_rule(text: str, part: Component, room: float, rules: FormRules) -> list[Element]:
    """Return a centred text whose lines break evenly, and the rule under it."""
    lines = subject_lines(text, part, room)
    width = partial(component_width, part=part)
    side = max(0.0, (room - max(map(width, lines)) - _SLACK) / 2) if len(lines) > 1 else None
    share = rules.subject_rule if part is rules.subject else rules.appendix_rule
    rule = drawn_rule(rule_length(lines, width, share), room, rules, after=rules.space_below_rule.value)
    return [paragraph(part, text, Setting(left=side, right=side)), rule]


def addressees(document: OfficialDocument, room: float, rules: FormRules) -> list[Element]:
    """Return the addressees: one on the line of "Kính gửi:", several below it under the colon (C9a)."""
    lines = addressee_lines(document.addressees)
    if not lines:
        return []
    label = addressee_label(document.kind)
    above = None if document.title else rules.space_above_addressees.value
    if len(lines) == 1:
        return [paragraph(rules.addressee, f"{label} {lines[0]}", Setting(before=above))]
    return _addressee_list(label, lines, room, rules, above)


def preamble(document: OfficialDocument, rules: FormRules) -> list[Element]:
    """Return the issuing post, the legal bases and the enacting words (C6a to C6c)."""
    post = [paragraph(rules.issuing_post, document.issuing_post)] if document.issuing_post else []
    bases = [paragraph(rules.legal_basis, line) for line in legal_basis_lines(document.legal_bases)]
    enacting = [paragraph(rules.enacting, document.enacting)] if document.enacting else []
    return [*post, *bases, *enacting]


def is_letter(document: OfficialDocument) -> bool:
    """Return whether the subject stands under the number, as in a letter."""
    return document.kind is DocumentKind.LETTER


def _addressee_list(
    label: str, lines: Sequence[str], room: float, rules: FormRules, above: float | None
) -> list[Element]:
    stands = addressee_list(label, lines, room, rules)
    head = paragraph(rules.addressee, label, Setting(Align.LEFT, left=stands.label, before=above, keep_with_next=True))
    listed = Setting(Align.LEFT, left=stands.text, first_line=-stands.hanging, before=0)
    return [head, *(paragraph(rules.addressee, line, listed) for line in lines)]
