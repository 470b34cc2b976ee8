"""The head of a document, above its title, however it is laid out: in a table, in tabs, by spaces, or line by line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kimhoa_app.documents.model import Circulation, IssueDate, Letterhead, Place, Urgency
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.labels import split_label
from kimhoa_app.documents.reading.lines import Item, Line

_FARTHEST = 40  # lines from the top within which a head ends
_LONGEST_NAME = 60
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_CUT = ("ỦY", "UỶ", "ỦY BAN", "UỶ BAN", "HỘI ĐỒNG", "MẶT TRẬN")
_SURE_BODY = re.compile(r"^(?:UBND|ỦY BAN|UỶ BAN|HĐND|HỘI ĐỒNG|ĐẢNG ỦY|ĐẢNG UỶ|ĐẢNG BỘ|TRƯỜNG)\b[^a-zà-ỹ]*$")
_APART = re.compile(r"\s*\t\s*|\s{3,}")
_PEN_ROOMS = re.compile(
    r"(?<=Số)\s*:?[\s.…_]*(?=\d*\s*[/-])|(?<=ngày)[\s.…_]+|(?<=tháng)[\s.…_]+|(?<=\d)\s+(?=tháng|năm|/)"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a line that stands for itself, beside others."""

    text: str
    line: Line
    column: int


@dataclass(slots=True)
class HeadParts:
    """What was found above the title; `strays` are lines there that are none of its parts."""

    bodies: list[list[Segment]] = field(default_factory=list)
    number: re.Match[str] | None = None
    date: re.Match[str] | None = None
    has_nation: bool = False
    number_at: Place | None = None
    date_at: Place | None = None
    subject: list[str] = field(default_factory=list)
    subject_at: Place | None = None
    urgency: Urgency | None = None
    circulation: Circulation | None = None
    strays: list[Line] = field(default_factory=list)

    @property
    def letterhead(self) -> Letterhead | None:
        """The letterhead, None where the document has no part of one."""
        if not (self.bodies or self.number or self.date or self.has_nation):
            return None
        *above, issuer = self.bodies or [[]]
        number, day = self.number, self.date
        return Letterhead(
            issuer=tuple(each.text for each in issuer),
            symbol=marks.tight_symbol(number["symbol"]) if number else "",
            place=(day["place"] or "").strip() if day else "",
            superior=" ".join(each.text for body in above for each in body) or None,
            number=(number["number"] or None) if number else None,
            date=_issue_date(day) if day else None,
            number_text=number.group().removesuffix(number["rest"]).strip() if number else "",
            date_text=day.group().strip() if day else "",
        )

    @property
    def places(self) -> tuple[Place | None, Place | None]:
        """Where the lines of the body above and of the issuing body begin."""
        at = [Place(body[0].line.number) for body in self.bodies]
        return (at[0] if len(at) > 1 else None), (at[-1] if at else None)


def segments_of(line: Line) -> list[Segment]:
    """Return the parts of a line that tabs or many spaces hold apart, each with the number of its column.

    Where a copy has lost them, what can only stand on the right (Quốc hiệu, the day, a post) is a part of its own.
    """
    if len(line.text) > marks.SHORT:
        return [Segment(line.text, line, line.column)]
    tight = _PEN_ROOMS.sub(" ", line.text)
    pieces = _APART.split(tight)
    if len(pieces) == 1 and not line.cell:
        pieces = marks.run_together(tight)
    shift = line.column if len(pieces) == 1 else 0
    return [Segment(piece, line, shift + column) for column, piece in enumerate(pieces) if piece]


def read_head(items: Sequence[Item]) -> tuple[HeadParts, int]:
    """Return the parts of the head and how many items it takes; none where the document begins with its text."""
    end = _end_of_head(items)
    parts = HeadParts()
    previous: Segment | None = None
    for segment in _in_columns(items[:end]):
        if not _take(parts, segment, previous):
            parts.strays.append(segment.line)
        previous = segment
    parts.strays = list(dict.fromkeys(parts.strays))
    return parts, end


def _in_columns(items: Iterable[Item]) -> Iterator[Segment]:
    """Yield the segments with those of one column together, as far as lines with several columns follow each other."""
    waiting: dict[int, list[Segment]] = {}
    for item in items:
        if not isinstance(item, Line):
            continue
        for segment in segments_of(item):
            waiting.setdefault(segment.column if not item.cell else 0, []).append(segment)
    for column in sorted(waiting):
        yield from waiting[column]


def _end_of_head(items: Sequence[Item]) -> int:
    """Return the index after the last line of the head: before the title, else after its last sure part."""
    end, is_sure = 0, False
    for index, item in enumerate(items[:_FARTHEST]):
        if not isinstance(item, Line) or not _can_be_of_head(item):
            break
        segments = segments_of(item)
        if any(marks.title_of(segment.text) for segment in segments):
            return index
        sure = any(map(_is_sure, segments))
        if sure or (end == index and _goes_on(items, index, has_sure=is_sure)):
            end = index + 1
        is_sure = is_sure or sure
    return end


def _can_be_of_head(line: Line) -> bool:
    if len(line.text) > marks.SHORT:
        return False
    return bool(line.cell) or not (split_label(line.text) or marks.ADDRESSING.match(line.text))


def _goes_on(items: Sequence[Item], index: int, *, has_sure: bool) -> bool:
    """Return whether a line that is no sure part belongs to the head with the lines before it."""
    line = items[index]
    before = items[index - 1] if index else None
    if not isinstance(line, Line):
        return False
    if isinstance(before, Line) and line.cell and line.cell == before.cell:
        return True
    if before is None or has_sure:
        return _SURE_BODY.match(line.text) is not None
    return line.text.isupper()


def _is_sure(segment: Segment) -> bool:
    text = segment.text
    found = (marks.NUMBER, marks.DATE, marks.LETTER_SUBJECT, marks.URGENCY, marks.CIRCULATION)
    return marks.is_nation_or_motto(text) or any(mark.match(text) for mark in found)


def _take(parts: HeadParts, segment: Segment, previous: Segment | None) -> bool:
    """Put a segment where it belongs; returns False where it belongs nowhere."""
    text, place = segment.text, Place(segment.line.number)
    if marks.is_nation_or_motto(text):
        parts.has_nation = True
        return True
    if marks.is_rule(text):
        return True
    number = marks.NUMBER.match(text)
    if number and parts.number is None and (not number["rest"] or marks.LETTER_SUBJECT.match(number["rest"])):
        parts.number, parts.number_at = number, place
        return not number["rest"] or _begin_subject(parts, number["rest"], place)
    day = marks.DATE.match(text)
    if day and parts.date is None:
        parts.date, parts.date_at = day, place
        return True
    if marks.LETTER_SUBJECT.match(text) and not parts.subject:
        return _begin_subject(parts, text, place)
    if marks.URGENCY.match(text) and parts.urgency is None:
        parts.urgency = Urgency(text.replace("OẢ", "ỎA"))
        return True
    if marks.CIRCULATION.match(text) and parts.circulation is None:
        parts.circulation = Circulation(text)
        return True
    return _take_words(parts, segment, previous)


def _begin_subject(parts: HeadParts, text: str, place: Place) -> bool:
    parts.subject, parts.subject_at = [marks.LETTER_SUBJECT.sub("", text)], place
    return True


def _take_words(parts: HeadParts, segment: Segment, previous: Segment | None) -> bool:
    beside = previous is not None and previous.line.cell == segment.line.cell and previous.column == segment.column
    if parts.subject and beside and not segment.text.isupper():
        parts.subject.append(segment.text)
        return True
    last = parts.bodies[-1] if parts.bodies else []
    if segment.text.upper() == _PARTY or (parts.number is not None and not beside):
        return False
    if marks.BODY_NAME.match(segment.text) and (segment.text.isupper() or len(segment.text) < _LONGEST_NAME):
        if last and _is_cut(last[-1].text.upper()):
            last.append(segment)
        else:
            parts.bodies.append([segment])
        return True
    is_unit = marks.UNIT.match(segment.text) is not None
    if not segment.text.isupper() or not (is_unit or (last and last[-1] is previous)):
        return False
    if last:
        last.append(segment)
    else:
        parts.bodies.append([segment])
    return True


def _is_cut(name: str) -> bool:
    """Return whether a line of a body's name ends where the name goes on."""
    return name in _CUT or name.endswith((" VÀ", " -", " CỦA", ","))


def _issue_date(found: re.Match[str]) -> IssueDate:
    year, month, day = (found[name] or found[f"{name}2"] for name in ("year", "month", "day"))
    return IssueDate(int(year), int(month) if month else None, int(day) if day else None)
