"""The form of official documents as one value, read from `resources/forms`; nothing else knows its figures.

Lengths are in millimetres, sizes and spaces in points, line spacing in multiples of a single line.
"""

from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from kimhoa_app.documents.model import Align, Orientation, Urgency
from resources import read_toml

_NAME = "forms/nd30-2020.toml"
_RUNNING = {"before": "paragraph_spacing", "line_spacing": "line_spacing", "first_line": "first_line_indent"}


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of the form, with what is permitted and the ground; `certain` is False where practice decides."""

    id: str
    value: float
    least: float
    most: float
    unit: str
    basis: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Component:
    """How one part of a document is set; `style` is its Word style, `follows_body` ties its size to the body's.

    `color` is red, green and blue in hexadecimal, "" where the part is printed black.
    """

    id: str
    style: str
    size: float
    least_size: float
    most_size: float
    follows_body: bool
    bold: bool
    italic: bool
    capitals: bool
    align: Align
    before: float
    after: float
    line_spacing: float
    first_line: float
    keep_with_next: bool
    basis: str
    certain: bool
    color: str = ""

    def shown(self, text: str) -> str:
        """Return `text` as this part prints it: in capitals where the form asks for them."""
        return text.upper() if self.capitals else text


@dataclass(frozen=True, slots=True)
class Act:
    """A row of the form that has no value and prints nothing: it is done to the finished paper or file."""

    id: str
    act: str
    basis: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it lies, in mm; `text_width` is what stands between the side margins."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def text_width(self) -> float:
        """The width of the text area in mm."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class FormRules:
    """The whole form; a field is named after what it measures and carries the id of its row.

    Page P1 to P8, body P9 to P11, letterhead C1 to C4, title and subject C5, body parts C6, signature C7,
    addressees and recipients C9, appendix C10, marks C11 and C12, drafter C13, address C14, tables T4; `acts` are
    the rows that print nothing. `header_share` and `signature_share` are the parts of the
    text width that the right-hand column takes; `*_rule` are lengths of a drawn rule as parts of the text above it.
    `space_*` are the spaces that no part has for itself: below the rule under a subject, and above the addressees of a
    letter, the signature block, the box of a mark.
    """

    decree: str
    version: str
    font: str
    language: str
    page_width: Measure
    page_height: Measure
    margin_top: Measure
    margin_bottom: Measure
    margin_left: Measure
    margin_right: Measure
    header_distance: Measure
    first_page_number: Measure
    line_spacing: Measure
    paragraph_spacing: Measure
    first_line_indent: Measure
    motto_rule: Measure
    issuer_rule: Measure
    subject_rule: Measure
    appendix_rule: Measure
    rule_thickness: Measure
    header_share: Measure
    signature_space: Measure
    signature_share: Measure
    space_below_rule: Measure
    space_above_addressees: Measure
    space_above_signature: Measure
    space_above_mark: Measure
    mark_height: Measure
    immediate_width: Measure
    very_urgent_width: Measure
    urgent_width: Measure
    circulation_padding: Measure
    table_padding: Measure
    table_border: Measure
    national_name: Component
    motto: Component
    superior: Component
    issuer: Component
    number: Component
    place_and_date: Component
    title: Component
    subject: Component
    letter_subject: Component
    urgency: Component
    circulation: Component
    addressee: Component
    issuing_post: Component
    legal_basis: Component
    enacting: Component
    body: Component
    closing: Component
    chapter: Component
    heading_1: Component
    heading_2: Component
    heading_3: Component
    heading_4: Component
    table_head: Component
    table_text: Component
    authority: Component
    signer: Component
    recipients_head: Component
    recipient: Component
    drafter_mark: Component
    contact_line: Component
    appendix_label: Component
    appendix_title: Component
    appendix_reference: Component
    page_number: Component
    rule: Component
    acts: tuple[Act, ...]

    @property
    def headings(self) -> tuple[Component, Component, Component, Component]:
        """The headings by depth, the outermost first; deeper parts are set as the last."""
        return self.heading_1, self.heading_2, self.heading_3, self.heading_4

    def components(self) -> dict[str, Component]:
        """Return every part of the form by its field name, in the order of the page."""
        parts = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: part for name, part in parts if isinstance(part, Component)}

    def sheet(self, orientation: Orientation) -> Sheet:
        """Return the page as it lies; a turned page keeps its binding edge, which is then the top (T3)."""
        width, height = self.page_width.value, self.page_height.value
        top, right = self.margin_top.value, self.margin_right.value
        bottom, left = self.margin_bottom.value, self.margin_left.value
        if orientation is Orientation.LANDSCAPE:
            return Sheet(height, width, top=left, right=top, bottom=right, left=bottom)
        return Sheet(width, height, top, right, bottom, left)

    def urgency_width(self, urgency: Urgency) -> float:
        """Return the width in mm of the box around that mark (C11)."""
        widths = {
            Urgency.IMMEDIATE: self.immediate_width,
            Urgency.VERY_URGENT: self.very_urgent_width,
            Urgency.URGENT: self.urgent_width,
        }
        return widths[urgency].value

    def with_body_size(self, size: float) -> "FormRules":
        """Return the same form with the body, and what follows it, at `size` pt.

        Raises ValueError when the form does not permit that size.
        """
        if not self.body.least_size <= size <= self.body.most_size:
            raise ValueError(f"body size {size} is not permitted")
        parts = self.components().items()
        resized: dict[str, Any] = {name: replace(part, size=size) for name, part in parts if part.follows_body}
        return replace(self, **resized)


@cache
def form_rules() -> FormRules:
    """Return the form in force (Nghị định số 30/2020/NĐ-CP, Phụ lục I); raises pydantic.ValidationError if damaged."""
    raw = read_toml(_NAME)
    running = {part: raw[measure]["value"] for part, measure in _RUNNING.items()}
    entries = {name: {**running, **entry} if "style" in entry else entry for name, entry in raw.items()}
    return TypeAdapter(FormRules).validate_python(entries)
