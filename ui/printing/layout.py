"""Lays a document out on pages: the one layout that the preview, the PDF and the printer show."""

from collections.abc import Sequence

from kimhoa_app.documents.form import FormRules, form_rules
from kimhoa_app.documents.model import OfficialDocument, Orientation
from ui.printing.blocks import Sheets
from ui.printing.flow import flow, page_number_block
from ui.printing.items import Item, Page, PlacedRule, TextPlace
from ui.printing.strips import Strip, cut_into_strips
from ui.printing.typesetting import Typesetter
from ui.printing.units import A4_LONG, A4_SHORT, from_mm, from_points


def lay_out(document: OfficialDocument, typesetter: Typesetter, form: FormRules | None = None) -> tuple[Page, ...]:
    """Return the pages of `document`, at least one; `typesetter` remembers the texts that did not change.

    Needs a QGuiApplication. The pages must be painted on the thread that laid them out.
    """
    form = form or form_rules()
    pages: list[Page] = []
    for sheets in flow(document, form):
        pages += _lay_out_sheets(sheets, form, typesetter)
    typesetter.forget_unused()
    return tuple(pages)


def break_into_pages(strips: Sequence[Strip], room: float, first_room: float | None = None) -> list[list[Strip]]:
    """Return the strips page by page, each page as full as the strips' marks allow.

    `room` is the height of each page's text, `first_room` that of the first page where it is another.

    Where nothing on a full page may begin the next one, the page breaks where it is full. A page that begins within
    a table begins with the table's head.
    """
    pages: list[list[Strip]] = []
    start = 0
    while start < len(strips):
        head = strips[start].head
        page = [head] if head is not None else []
        height = room if pages or first_room is None else first_room
        end = _last_that_fits(strips, start, height - (head.height if head is not None else 0))
        if end < len(strips):
            end = next((cut for cut in range(end, start, -1) if strips[cut].may_begin_page), end)
        pages.append(page + list(strips[start:end]))
        start = end
    return pages


def _last_that_fits(strips: Sequence[Strip], start: int, room: float) -> int:
    """Return the index after the last strip that still fits when a page begins with `start`; at least one does."""
    used = strips[start].height
    for index in range(start + 1, len(strips)):
        used += strips[index].before + strips[index].height
        if used > room:
            return index
    return len(strips)


def _lay_out_sheets(sheets: Sheets, form: FormRules, typesetter: Typesetter) -> list[Page]:
    landscape = sheets.orientation is Orientation.LANDSCAPE
    width, height = (A4_LONG, A4_SHORT) if landscape else (A4_SHORT, A4_LONG)
    text_width = width - sheets.margins.left - sheets.margins.right
    room = height - sheets.margins.top - sheets.margins.bottom
    foot = _foot(sheets, text_width, height, form, typesetter)
    first_room = min(room, min((item.y for item in foot), default=height) - sheets.margins.top)
    strips = cut_into_strips(sheets.blocks, text_width, first_room, typesetter, sheets.sources)
    pages = []
    for number, content in enumerate(break_into_pages(strips, room, first_room) or [[]], start=1):
        items, texts = _place(content, sheets.margins.left, sheets.margins.top)
        if number > 1:
            items = _page_number(number, sheets, text_width, form, typesetter) + items
        else:
            items += foot
        pages.append(Page(width, height, number, tuple(items), tuple(texts)))
    return pages


def _place(strips: Sequence[Strip], left: int, top: int) -> tuple[list[Item], list[TextPlace]]:
    items: list[Item] = []
    texts: list[TextPlace] = []
    y = float(top)
    for number, strip in enumerate(strips):
        if number > 0:
            y += strip.before
        if strip.source is not None:
            begun = texts.pop().top if texts and texts[-1].source == strip.source else y
            texts.append(TextPlace(strip.source, begun, y + strip.height))
        items += (item.moved(left, y) for item in strip.items)
        y += strip.height
    return items, texts


def _page_number(number: int, sheets: Sheets, width: int, form: FormRules, typesetter: Typesetter) -> list[Item]:
    block = page_number_block(number, form)
    (strip,) = cut_into_strips([block], width, sheets.margins.top, typesetter)
    y = from_mm(form.header_distance.value)
    return [item.moved(sheets.margins.left, y) for item in strip.items]


def _foot(sheets: Sheets, width: int, height: int, form: FormRules, typesetter: Typesetter) -> list[Item]:
    """Return the foot of the first page: a rule and below it the text, which ends above the edge of the paper (C14)."""
    if sheets.foot is None:
        return []
    strips = cut_into_strips([sheets.foot], width, height, typesetter)
    top = height - from_mm(form.header_distance.value) - round(sum(strip.height for strip in strips))
    text, _ = _place(strips, sheets.margins.left, top)
    thickness = from_points(form.rule_thickness.value)
    return [PlacedRule(sheets.margins.left, top - thickness / 2, width, thickness), *text]
