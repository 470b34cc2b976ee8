"""The head of page 1: issuing body beside national name, title, subject, addressees (components C1 to C5, C9a)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from kimhoa_app.documents.form import Component, FormRules, Measure
from kimhoa_app.documents.measure import (
    MOTTO,
    NATIONAL_NAME,
    HeaderColumns,
    addressee_list,
    boxed_marks,
    component_width,
    fitted,
    header_columns,
    rule_length,
    subject_lines,
)
from kimhoa_app.documents.model import Align, DocumentKind, Letterhead, OfficialDocument
from kimhoa_app.documents.wording import addressee_label, addressee_lines, date_line, letter_subject, number_line
from ui.printing.blocks import Block, Box, Columns, Rule, Stack, TextBlock
from ui.printing.form_blocks import rule_of, set_as
from ui.printing.units import from_mm, from_points


def head_blocks(document: OfficialDocument, form: FormRules) -> Iterator[Block]:
    """Yield everything that stands above the text of the document."""
    room = form.sheet(document.orientation).text_width
    if document.letterhead is not None:
        yield from _letterhead(document, document.letterhead, form)
    else:
        yield from _marks(document, form)
    if document.title:
        yield set_as(form.title, document.title)
    if document.subject and not _is_letter(document):
        yield centred_with_rule(document.subject, form.subject, form.subject_rule, room, form)
    yield from _addressees(document, room, form)


def centred_with_rule(text: str, part: Component, share: Measure, room: float, form: FormRules) -> TextBlock:
    """Return a centred text in `room` mm, evenly broken, with a short rule below it."""
    lines = subject_lines(text, part, room)
    rule = rule_of(rule_length(lines, partial(component_width, part=part), share), form)
    return replace(set_as(part, "\n".join(lines)), rule=rule, after=from_points(form.space_below_rule.value))


def _is_letter(document: OfficialDocument) -> bool:
    return document.kind is DocumentKind.LETTER


def _letterhead(document: OfficialDocument, letterhead: Letterhead, form: FormRules) -> Iterator[Columns]:
    columns = header_columns(letterhead, form, document.orientation)
    widths = (from_mm(columns.left), from_mm(columns.right))
    sized = fitted(form, columns)
    yield Columns(widths, (_issuer(columns, sized), _national_name(columns, sized)))
    below_left: list[TextBlock | Box] = [set_as(form.number, line) for line in [number_line(letterhead)] if line]
    if _is_letter(document) and document.subject:
        below_left.append(set_as(form.letter_subject, letter_subject(document.subject)))
    below_left += _marks(document, form)
    below_right = [set_as(form.place_and_date, line) for line in [date_line(letterhead)] if line]
    if below_left or below_right:
        yield Columns(widths, (tuple(below_left), tuple(below_right)))


def _issuer(columns: HeaderColumns, form: FormRules) -> Stack:
    superior = [set_as(form.superior, line) for line in columns.superior_lines]
    issuer = [set_as(form.issuer, line) for line in columns.issuer_lines]
    return (*superior, *_with_rule(issuer, rule_of(columns.issuer_rule, form)))


def _national_name(columns: HeaderColumns, form: FormRules) -> Stack:
    motto = [set_as(form.motto, MOTTO)]
    return (set_as(form.national_name, NATIONAL_NAME), *_with_rule(motto, rule_of(columns.motto_rule, form)))


def _marks(document: OfficialDocument, form: FormRules) -> list[Box]:
    """Return the boxes of urgency and circulation, with air above each (C11, C12)."""
    border, above = from_points(form.table_border.value), from_points(form.space_above_mark.value)
    return [
        Box(set_as(mark.part, mark.text), from_mm(mark.width), from_mm(mark.height), border, mark.part.color, above)
        for mark in boxed_marks(document, form)
    ]


def _with_rule(blocks: list[TextBlock], rule: Rule) -> list[TextBlock]:
    return [*blocks[:-1], *(replace(last, rule=rule) for last in blocks[-1:])]


def _addressees(document: OfficialDocument, room: float, form: FormRules) -> Iterator[TextBlock]:
    """Yield one addressee on the line of "Kính gửi:", or several in a centred list that begins below its colon."""
    lines = addressee_lines(document.addressees)
    if not lines:
        return
    label = addressee_label(document.kind)
    above = from_points(form.addressee.before if document.title else form.space_above_addressees.value)
    if len(lines) == 1:
        yield replace(set_as(form.addressee, f"{label} {lines[0]}"), before=above)
        return
    stands = addressee_list(label, lines, room, form)
    head = replace(set_as(form.addressee, label), align=Align.LEFT, left=from_mm(stands.label))
    yield replace(head, before=above, keep_with_next=True)
    for line in lines:
        listed = replace(set_as(form.addressee, line), align=Align.LEFT, before=0)
        yield replace(listed, left=from_mm(stands.text), indent=-from_mm(stands.hanging))
