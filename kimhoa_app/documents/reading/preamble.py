"""What stands between the title of a document and its text: subject, addressees, issuing post, legal bases."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kimhoa_app.documents.model import Place
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.labels import split_label
from kimhoa_app.documents.reading.letterhead import HeadParts
from kimhoa_app.documents.reading.lines import Item, Line

_LONGEST_SUBJECT = 400
_LONGEST_WHOLE_SUBJECT = 800
_SUBJECT_LINES = 5
_ENACTING = re.compile(r"^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ)\s*:$")
_OPENS_THE_TEXT = re.compile(r"như sau|sau đây|:$|\bxây dựng kế hoạch\b|\bban hành [Kk]ế hoạch\b")
_SENTENCE_WITHIN = re.compile(r"[^\W\d_]{2}\. [A-ZĐÀ-Ỹ]")
_OPENS = re.compile(
    r"^(?:Căn cứ|Thực hiện|Thi hành|Triển khai|Nhằm|Để|Theo|Xét|Tiếp tục|Phát huy|Trong|Sau|Qua|Những năm|Năm \d{4})\b"
)
_STARTS_TEXT = re.compile(r"^(?:Hôm nay|Vào hồi|Vào lúc|Thời gian|Địa điểm|Bắt đầu)\b")


@dataclass(slots=True)
class Preamble:
    """The parts before the text, as plain words."""

    title: str = ""
    title_at: Place | None = None
    subject: list[str] = field(default_factory=list)
    subject_at: Place | None = None
    addressees: list[tuple[str, Place]] = field(default_factory=list)
    issuing_post: list[str] = field(default_factory=list)
    post_at: Place | None = None
    bases: list[tuple[str, Place]] = field(default_factory=list)
    enacting: str = ""
    enacting_at: Place | None = None


def read_preamble(items: Sequence[Item], start: int, head: HeadParts) -> tuple[Preamble, int]:
    """Return what was found from `start` on, and the index of the first item of the text."""
    found = Preamble()
    index = _title(items, start, found)
    if found.title:
        index = _subject(items, index, found)
    while index < len(items):
        line = items[index]
        if not isinstance(line, Line) or not _take(found, line, items, index, head):
            break
        index += 1
        if marks.ADDRESSING.match(line.text):
            index = _addressees(items, index, found, line)
    return found, index


def _title(items: Sequence[Item], index: int, found: Preamble) -> int:
    line = items[index] if index < len(items) else None
    title = marks.title_of(line.text) if isinstance(line, Line) else None
    if title is None or not isinstance(line, Line):
        return index
    found.title, rest = title
    found.title_at = Place(line.number)
    if rest:
        found.subject, found.subject_at = [rest], found.title_at
    return index + 1


def _subject(items: Sequence[Item], index: int, found: Preamble) -> int:
    """Take the lines of the subject.

    Those between the title and a paragraph that plainly opens the text are the subject, whatever they end in; else a
    second line belongs to it where both are set alike and follow each other.
    """
    if not found.subject:
        end = _plain_opening(items, index)
        for line in items[index:end]:
            assert isinstance(line, Line)
            found.subject_at = found.subject_at or Place(line.number)
            found.subject.append(line.text.rstrip(" .") if line is items[end - 1] else line.text)
        index = max(index, end)
    while index < len(items) and isinstance(line := items[index], Line):
        last = items[index - 1]
        if found.subject and not (isinstance(last, Line) and _are_alike(last, line)):
            break
        if not _can_be_subject(line):
            break
        if not found.subject:
            found.subject_at = Place(line.number)
        found.subject.append(line.text)
        index += 1
    return index


def _plain_opening(items: Sequence[Item], start: int) -> int:
    """Return the index of the paragraph that opens the text, where only lines of a subject stand before it; else 0."""
    length = 0
    for index in range(start, min(start + _SUBJECT_LINES, len(items))):
        line = items[index]
        if not isinstance(line, Line):
            return 0
        if _OPENS.match(line.text) and not (index == start and _opens_after(items, index)):
            return index if index > start else 0
        length += len(line.text)
        is_other = index > start and (line.text.isupper() or _is_sentence(line.text))
        if is_other or length > _LONGEST_WHOLE_SUBJECT or not _can_be_subject(line, _LONGEST_WHOLE_SUBJECT, " ."):
            return 0
    return 0


def _opens_after(items: Sequence[Item], index: int) -> bool:
    """Return whether the line at `index` is a short one before a legal basis: "Triển khai công tác năm 2026"."""
    line, below = items[index], items[index + 1] if index + 1 < len(items) else None
    if not isinstance(line, Line) or not isinstance(below, Line) or line.text.startswith("Căn cứ "):
        return False
    is_short = len(line.text) <= _LONGEST_SUBJECT / 2 and not line.text.endswith((";", ",", ":"))
    return is_short and below.text.startswith(("Căn cứ ", "Thực hiện "))


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and (len(text) > _LONGEST_SUBJECT / 2 or _SENTENCE_WITHIN.search(text) is not None)


def _are_alike(last: Line, line: Line) -> bool:
    same = (last.align, last.is_bold, last.cell) == (line.align, line.is_bold, line.cell)
    return (
        same and not line.after_gap and (line.align == "center" or line.is_bold or line.lead > 0 or len(line.text) < 90)
    )


def _can_be_subject(line: Line, longest: int = _LONGEST_SUBJECT, passing: str = "") -> bool:
    """Return whether a line may be of the subject; signs of `passing` at its end do not speak against it."""
    text = line.text.rstrip(passing) if passing else line.text
    if len(text) > longest or text.endswith((".", ":", ";")) or split_label(text) or marks.is_rule(text):
        return False
    blocked = (marks.ADDRESSING, marks.NUMBER, marks.DATE, _STARTS_TEXT, _ENACTING)
    if any(mark.match(text) for mark in blocked) or marks.BULLET.match(text):
        return False
    return not _is_post(text) and not text.startswith("Căn cứ ") and line.level is None


def _is_post(text: str) -> bool:
    return text.isupper() and (marks.is_post(text) or marks.BODY_NAME.match(text) is not None)


def _take(found: Preamble, line: Line, items: Sequence[Item], index: int, head: HeadParts) -> bool:
    """Put a line where it belongs; returns False at the first line of the text."""
    text, place = line.text, Place(line.number)
    if marks.is_rule(text):
        return True
    if marks.ADDRESSING.match(text):
        words = marks.ADDRESSING.sub("", text)
        found.addressees += [(marks.bare(words), place)] if words.strip(" -:;.") else []
        return True
    number, day = marks.NUMBER.match(text), marks.DATE.match(text)
    if number and head.number is None and not number["rest"]:
        head.number, head.number_at = number, place
        return True
    if day and head.date is None and found.title:
        head.date, head.date_at = day, place
        return True
    if _ENACTING.match(text) and not found.enacting:
        found.enacting, found.enacting_at = text, place
        return True
    if found.enacting or split_label(text):
        return False
    if _is_post(text) and found.title and not found.bases and len(text) <= marks.SHORT:
        found.issuing_post.append(text)
        found.post_at = found.post_at or place
        return True
    if _is_basis(text, items, index):
        found.bases.append((marks.bare(text), place))
        return True
    return False


def _is_basis(text: str, items: Sequence[Item], index: int) -> bool:
    """Return whether a paragraph is a legal basis on its own and not the sentence that opens the text."""
    if not marks.BASIS.match(text) or _OPENS_THE_TEXT.search(text, max(0, len(text) - marks.SHORT)):
        return False
    if text.endswith(";") or (text.startswith("Căn cứ ") and text.endswith(",")):
        return True
    following = items[index + 1].text if index + 1 < len(items) and isinstance(items[index + 1], Line) else ""  # type: ignore[union-attr]
    if _ENACTING.match(following):
        return True
    return text.startswith(("Căn cứ ", "Theo đề nghị ", "Xét ")) and not _SENTENCE_WITHIN.search(text)


def _addressees(items: Sequence[Item], index: int, found: Preamble, head: Line) -> int:
    """Take the list below "Kính gửi:" up to the first line that is no part of it."""
    while index < len(items) and isinstance(line := items[index], Line):
        listed = marks.BULLET.match(line.text) is not None
        bare_one = not found.addressees and len(line.text) < 150 and line.cell == head.cell
        if not (listed or bare_one) or len(line.text) > marks.SHORT:
            break
        found.addressees.append((marks.bare(line.text), Place(line.number)))
        index += 1
    return index
