"""The foot of a document: recipients and signatures, side by side or one below the other, and where the foot begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kimhoa_app.documents.model import Paragraph, Place, Run, Signature
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.letterhead import Segment, segments_of
from kimhoa_app.documents.reading.lines import Item, Line
from kimhoa_app.documents.wording import END_MARK

_LONGEST = 200  # characters of a line of a foot
_LONGEST_APPENDIX_TITLE = 250
_RIGHT = 8  # characters by which a line stands in that belongs to the right column


@dataclass(slots=True)
class FootParts:
    """What was found in the foot; `strays` are its lines that are no part of it."""

    recipients: list[tuple[str, Place]] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    drafter_mark: str = ""
    strays: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class _Signing:
    posts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    name: str = ""
    place: Place | None = None

    def finished(self) -> Signature:
        *authority, position = self.posts or [""]
        return Signature(position, self.name, tuple(authority), " ".join(self.notes), self.place)


def foot_start(items: Sequence[Item], start: int, end: int) -> int:
    """Return the index at which the foot of the text `items[start:end]` begins, `end` where it has none."""
    found = end
    for index in range(end - 1, start - 1, -1):
        line = items[index]
        if not isinstance(line, Line) or len(line.text) > _LONGEST or _ends_the_text(line.text):
            break
        if _begins_a_foot(line):
            found = index
    return found


def appendix_start(items: Sequence[Item], start: int) -> int:
    """Return the index of the first line of the first appendix from `start` on, the number of items where none is.

    "Phụ lục" on a line of its own begins one anywhere; a list begins one only where a foot stands before it.
    """
    after_foot = False
    for index in range(start, len(items)):
        line = items[index]
        if not isinstance(line, Line) or len(line.text) > _LONGEST_APPENDIX_TITLE:
            continue
        if marks.APPENDIX.match(line.text):
            return index
        after_foot = after_foot or _begins_a_foot(line)
        if after_foot and begins_a_list(line.text):
            return index
    return len(items)


def begins_a_list(text: str) -> bool:
    """Return whether a line is the title of an attached list or form."""
    return text.isupper() and text.startswith(("DANH SÁCH", "BIỂU", "PHỤ LỤC", "BẢNG", "ĐỀ CƯƠNG", "MẪU"))


def read_foot(items: Sequence[Item]) -> FootParts:
    """Return the parts of the foot; lines side by side are read column by column."""
    parts = FootParts()
    for column in _columns(items):
        _Column(parts).read(column)
    _name_who_signed(parts)
    for item in items:
        if not isinstance(item, Line):
            parts.strays += [
                Paragraph(each.runs, place=Place(each.number)) for each in item.paragraphs if each.text.strip()
            ]
    return parts


def _name_who_signed(parts: FootParts) -> None:
    """Give the one signature without a name the one name that was left over below the recipients."""
    nameless = [index for index, each in enumerate(parts.signatures) if not each.name]
    names = [each for each in parts.strays if marks.NAME.match(each.text)]
    if len(nameless) == len(names) == 1:
        parts.signatures[nameless[0]] = replace(parts.signatures[nameless[0]], name=names[0].text)
        parts.strays.remove(names[0])


class _Column:
    """Reads the lines of one column of the foot."""

    def __init__(self, parts: FootParts) -> None:
        self._parts = parts
        self._open: list[_Signing] = []
        self._in_recipients = False

    def read(self, segments: Iterable[Segment]) -> None:
        for segment in segments:
            self._take(segment)
        self._parts.signatures += [each.finished() for each in self._open]

    def _take(self, segment: Segment) -> None:
        text, place = segment.text, Place(segment.line.number)
        if marks.is_rule(text):
            return
        if marks.RECIPIENTS.match(text):
            self._in_recipients = True
            text = marks.RECIPIENTS.sub("", text)
            if text:
                self._parts.recipients.append((marks.bare(text), place))
        elif self._in_recipients and not self._parts.drafter_mark and marks.DRAFTER.match(text):
            self._parts.drafter_mark = text
        elif self._is_signing(text):
            self._in_recipients = False
            self._take_post(text, place)
        elif self._in_recipients and self._is_recipient(segment):
            self._parts.recipients.append((marks.bare(text), place))
        elif self._open and marks.NOTE.match(text):
            self._open[-1].notes.append(text)
        elif self._open and not self._open[-1].name and (marks.NAME.match(text) or len(text) <= 40):
            self._open[-1].name = text
        elif marks.BULLET.match(text) and self._parts.recipients:
            self._parts.recipients.append((marks.bare(text), place))
        else:
            self._parts.strays.append(Paragraph((Run(text),), place=place))

    def _take_post(self, text: str, place: Place) -> None:
        if not self._open or self._open[-1].name:
            self._open.append(_Signing(place=place))
        self._open[-1].posts.append(text)

    def _is_signing(self, text: str) -> bool:
        if marks.BULLET.match(text) or marks.NOTE.match(text):
            return False
        is_post = marks.is_post(text) and not (self._in_recipients and text.endswith((";", ".", ",")))
        if marks.AUTHORITY.match(text) or (is_post and text.isupper()):
            return True
        return is_post and not self._in_recipients and marks.NAME.match(text) is None

    def _is_recipient(self, segment: Segment) -> bool:
        """Return whether a line still belongs to the recipients; a name alone after a gap or the archive does not."""
        if marks.BULLET.match(segment.text) or not marks.NAME.match(segment.text) or not self._parts.recipients:
            return True
        return not (segment.line.after_gap or self._parts.recipients[-1][0].startswith("Lưu"))


def _columns(items: Sequence[Item]) -> list[list[Segment]]:
    segments = [segment for item in items if isinstance(item, Line) for segment in segments_of(item)]
    are_apart = any(segment.column for segment in segments)
    columns: dict[int, list[Segment]] = {}
    for segment in segments:
        stands_right = are_apart and not segment.line.cell and segment.line.lead >= _RIGHT
        columns.setdefault(1 if stands_right else segment.column, []).append(segment)
    return [columns[column] for column in sorted(columns)]


def _begins_a_foot(line: Line) -> bool:
    segments = segments_of(line)
    are_beside = len(segments) > 1 or bool(line.cell)
    for segment in segments:
        text = segment.text
        if marks.RECIPIENTS.match(text) or marks.AUTHORITY.match(text):
            return True
        if marks.is_post(text) and (text.isupper() or (are_beside and not marks.NAME.match(text))):
            return True
    return False


def _ends_the_text(text: str) -> bool:
    return text.endswith(END_MARK) and not marks.BULLET.match(text)
