"""How wide a text stands on paper, and what follows: columns of the letterhead, breaks, rules, boxes of marks.

Widths are those of Tinos, which has the widths of Times New Roman; lengths are in mm, sizes in pt.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from unicodedata import normalize

from kimhoa_app.documents.form import Component, FormRules, Measure
from kimhoa_app.documents.model import Letterhead, OfficialDocument, Orientation
from resources import read_text

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

_MM_PER_POINT = 25.4 / 72
_WIDE = 1000  # a letter that the table lacks is taken for a full em, so that nothing is thought narrower than it is
_ROOM = 1.5  # mm kept free beside a line that must not break
_GAP = 3.0  # mm between the issuer's lines and the national name, at the least
_NAME_STEP = 0.5  # pt, by which the national name gives way to a wide issuer
_PHRASE = re.compile(  # what is not torn apart when the name of a body must break
    r"(?:ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|HỘI ĐỒNG|TRUNG HỌC CƠ SỞ|TIỂU HỌC|MẦM NON)(?!\S)|\S+ \S+ - \S+ \S+|\S+"
)


@dataclass(frozen=True, slots=True)
class HeaderColumns:
    """The two columns of a letterhead: widths in mm, sizes in pt, lines as they break, lengths of rules."""

    left: float
    right: float
    name_size: float
    motto_size: float
    issuer_size: float
    superior_lines: tuple[str, ...]
    issuer_lines: tuple[str, ...]
    issuer_rule: float
    motto_rule: float


@dataclass(frozen=True, slots=True)
class BoxedMark:
    """A mark in its box: the words, the part that sets them, the size of the box in mm."""

    text: str
    part: Component
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class AddresseeList:
    """Where several addressees stand, in mm: the label, their text below its colon, and how far a dash hangs left."""

    label: float
    text: float
    hanging: float


@cache
def _widths() -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = json.loads(read_text("fonts/tinos-widths.json"))
    return table


def text_width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width of `text` on one line in mm, at `size` pt."""
    style = {(False, False): "regular", (True, False): "bold", (False, True): "italic"}.get(
        (bold, italic), "bold_italic"
    )
    widths = _widths()[style]
    return sum(widths.get(letter, _WIDE) for letter in normalize("NFC", text)) / 1000 * size * _MM_PER_POINT


def component_width(text: str, part: Component, size: float | None = None) -> float:
    """Return the width in mm of `text` as `part` sets it, at `size` pt where it is not the part's own."""
    return text_width(part.shown(text), size or part.size, bold=part.bold, italic=part.italic)


def wrapped(words: Sequence[str], room: float, width: Callable[[str], float]) -> tuple[str, ...]:
    """Return the lines that `words` fill in `room` mm, each as full as it goes; a wider word stands alone."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def balanced(words: Sequence[str], room: float, width: Callable[[str], float]) -> tuple[str, ...]:
    """Return `words` on as few lines as `room` mm allows, the lines as even as they can be."""
    best = wrapped(words, room, width)
    count = len(best)
    while count > 1:
        widest = max(map(width, best))
        narrower = wrapped(words, widest - 0.01, width)
        if len(narrower) > count or max(map(width, narrower)) >= widest:
            break
        best = narrower
    return best


def rule_length(lines: Sequence[str], width: Callable[[str], float], share: Measure) -> float:
    """Return the length in mm of the rule under centred `lines`: a share of the longest, and of the last if it can."""
    longest, last = max(map(width, lines)), width(lines[-1])
    return max(share.least * longest, min(share.value * longest, share.most * last))


def subject_lines(subject: str, part: Component, room: float) -> tuple[str, ...]:
    """Return the lines of a centred text as `part` sets it in `room` mm, evenly broken."""
    return balanced(subject.split(), room - _ROOM, lambda line: component_width(line, part)) or ("",)


def addressee_list(label: str, lines: Sequence[str], room: float, rules: FormRules) -> AddresseeList:
    """Return where `label` and the addressees under it stand, as a whole in the middle of `room` mm (C9a)."""
    width = partial(component_width, part=rules.addressee)
    lead, hanging = width(label.removesuffix(":")), width("- ")
    left = max(rules.first_line_indent.value, (room - lead - max(map(width, lines))) / 2)
    return AddresseeList(left, left + lead + hanging, hanging)


def boxed_marks(document: OfficialDocument, rules: FormRules) -> tuple[BoxedMark, ...]:
    """Return the marks under the number, or under the subject of a letter: urgency, then circulation (C11, C12)."""
    height = rules.mark_height.value
    marks = []
    if document.urgency:
        marks.append(BoxedMark(document.urgency, rules.urgency, rules.urgency_width(document.urgency), height))
    if document.circulation:
        words = component_width(document.circulation, rules.circulation)
        width = words + 2 * rules.circulation_padding.value
        marks.append(BoxedMark(document.circulation, rules.circulation, width, height))
    return tuple(marks)


def header_columns(
    letterhead: Letterhead, rules: FormRules, orientation: Orientation = Orientation.PORTRAIT
) -> HeaderColumns:
    """Return the columns of the letterhead: the national name on one line, the issuer's lines whole if they fit.

    The name stands at its own size and gives way by half points, down to the least permitted, where that saves the
    issuer a line; what still does not fit is broken evenly, never inside "thi đua - khen thưởng" and its like.
    """
    total = rules.sheet(orientation).text_width
    steps = round((rules.national_name.size - rules.national_name.least_size) / _NAME_STEP)
    sizes = (rules.national_name.size - step * _NAME_STEP for step in range(steps + 1))
    return min(
        (_columns_at(size, letterhead, rules, total) for size in sizes),
        key=lambda columns: len(columns.superior_lines) + len(columns.issuer_lines),
    )


def fitted(rules: FormRules, columns: HeaderColumns) -> FormRules:
    """Return the form with the lines of the letterhead at the sizes that its columns ask for."""
    return replace(
        rules,
        national_name=replace(rules.national_name, size=columns.name_size),
        motto=replace(rules.motto, size=columns.motto_size),
        issuer=replace(rules.issuer, size=columns.issuer_size),
        superior=replace(rules.superior, size=columns.issuer_size),
    )


def _columns_at(size: float, letterhead: Letterhead, rules: FormRules, total: float) -> HeaderColumns:
    issuer_width = partial(component_width, part=rules.issuer, size=size)
    superior_width = partial(component_width, part=rules.superior, size=size)
    superior = (letterhead.superior,) if letterhead.superior else ()
    widest = max((*map(issuer_width, letterhead.issuer), *map(superior_width, superior)), default=0.0)
    name = component_width(NATIONAL_NAME, rules.national_name, size) + _ROOM
    right = max(name, min(rules.header_share.value * total, total - widest - _GAP))
    room = total - right - _GAP
    issuer_lines = _broken(letterhead.issuer, rules.issuer, room, issuer_width)
    motto_size = min(rules.motto.most_size, size + rules.motto.size - rules.national_name.size)
    return HeaderColumns(
        left=total - right,
        right=right,
        name_size=size,
        motto_size=motto_size,
        issuer_size=size,
        superior_lines=_broken(superior, rules.superior, room, superior_width),
        issuer_lines=issuer_lines,
        issuer_rule=rule_length(issuer_lines or ("",), issuer_width, rules.issuer_rule),
        motto_rule=component_width(MOTTO, rules.motto, motto_size) * rules.motto_rule.value,
    )


def _broken(lines: Sequence[str], part: Component, room: float, width: Callable[[str], float]) -> tuple[str, ...]:
    return tuple(piece for line in lines for piece in balanced(_PHRASE.findall(part.shown(line)), room, width))
