"""The foot of the text: the recipients on the left and the signatures (components C7 and C9)."""

from collections.abc import Iterator
from dataclasses import replace

from kimhoa_app.documents.form import FormRules
from kimhoa_app.documents.model import OfficialDocument, Signature
from kimhoa_app.documents.wording import RECIPIENTS_HEAD, recipient_lines, signature_lines
from ui.printing.blocks import Columns, Stack
from ui.printing.form_blocks import set_as
from ui.printing.units import from_mm, from_points

_LINES_KEPT_ABOVE = 2


def signing_blocks(document: OfficialDocument, form: FormRules) -> Iterator[Columns]:
    """Yield the signatures with two lines of the body above them.

    One signature stands right of the recipients; of several, two stand in a row, the recipients below on the left.
    """
    signatures = [_signature(signature, form) for signature in document.signatures]
    recipients = _recipients(document, form)
    width = from_mm(form.sheet(document.orientation).text_width)
    before = from_points(form.paragraph_spacing.value)
    if len(signatures) < 2:
        right = round(width * form.signature_share.value)
        if recipients or signatures:
            stacks = (recipients, signatures[0] if signatures else ())
            yield Columns((width - right, right), stacks, before, lines_kept_above=_LINES_KEPT_ABOVE)
        return
    halves = (width // 2, width - width // 2)
    for start in range(0, len(signatures), 2):
        pair = signatures[start : start + 2]
        stacks = (pair[0], pair[1]) if len(pair) == 2 else ((), pair[0])
        yield Columns(halves, stacks, before if start == 0 else 0, lines_kept_above=_LINES_KEPT_ABOVE)
    if recipients:
        yield Columns((width,), (recipients,), lines_kept_above=_LINES_KEPT_ABOVE)


def _signature(signature: Signature, form: FormRules) -> Stack:
    posts = [set_as(form.authority, line) for line in signature_lines(signature)]
    first = [replace(post, before=from_points(form.space_above_signature.value)) for post in posts[:1]]
    room_for_pen = from_mm(form.signature_space.value)
    return (*first, *posts[1:], replace(set_as(form.signer, signature.name), before=room_for_pen))


def _recipients(document: OfficialDocument, form: FormRules) -> Stack:
    drafter = [set_as(form.drafter_mark, document.drafter_mark)] if document.drafter_mark else []
    lines = recipient_lines(document.recipients)
    if not lines:
        return tuple(drafter)
    head = replace(set_as(form.recipients_head, RECIPIENTS_HEAD), before=from_points(form.space_above_signature.value))
    return (head, *(set_as(form.recipient, line) for line in lines), *drafter)
