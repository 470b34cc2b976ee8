"""The parts of a document as its Word file sets them: each line with the part of the form that it is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kimhoa_app.documents.model import DocumentKind, OfficialDocument, Place
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.effective import TextFormat
from kimhoa_app.documents.reading.source import Source, SourceParagraph
from kimhoa_app.documents.reading.word_form import WordForm, WordLine
from kimhoa_app.documents.texts import Role, Text

_BODY = {Role.OPENING: "body", Role.BODY: "body", Role.CLOSING: "body", Role.HEADING: "heading"}
_NEAR = 20  # paragraphs after the first of a block among which its other lines stand


@dataclass(frozen=True, slots=True)
class PartLine:
    """A line of the file and the part that it is, by the name of that part in the form rules; "heading" for any.

    `looks` is how its words are set, each with how many signs are set so.
    """

    part: str
    line: WordLine
    place: Place
    looks: tuple[tuple[int, TextFormat], ...]

    @property
    def size(self) -> float:
        """The size that most of its words have, 0 without words."""
        sizes: Counter[float] = Counter()
        for count, look in self.looks:
            sizes[look.size] += count
        return sizes.most_common(1)[0][0] if sizes else 0

    def share(self, of: str) -> float:
        """Return the share of its words that are "bold", "italic", "underlined" or set in "capitals"."""
        total = sum(count for count, _ in self.looks)
        return sum(count for count, look in self.looks if getattr(look, of)) / total if total else 0


def part_lines(
    document: OfficialDocument, texts: Sequence[Text], source: Source, word: WordForm
) -> tuple[PartLine, ...]:
    """Return every line of a Word file whose part in `document` is known, in reading order."""
    paragraphs = {each.number: each for each in source.paragraphs}
    found = {
        **dict(_running(texts)),
        **dict(_tables(texts, word)),
        **dict(_head(document, paragraphs)),
        **dict(_foot(document, paragraphs)),
    }
    lines = word.lines
    return tuple(
        _part_line(part, lines[number - 1], number)
        for number, part in sorted(found.items())
        if 0 < number <= len(lines)
    )


def _part_line(part: str, line: WordLine, number: int) -> PartLine:
    looks = tuple((len(text.strip()), look) for text, look in line.runs if text.strip())
    return PartLine(part, line, Place(number), looks)


def _running(texts: Sequence[Text]) -> Iterator[tuple[int, str]]:
    for text in texts:
        if text.spot.place and text.spot.appendix is None and text.spot.role in _BODY:
            yield text.spot.place.paragraph, _BODY[text.spot.role]


def _tables(texts: Sequence[Text], word: WordForm) -> Iterator[tuple[int, str]]:
    """Yield the lines of the tables that hold data."""
    cells = (text.spot.place for text in texts if text.spot.role in (Role.CELL, Role.COLUMN))
    firsts = {place.paragraph for place in cells if place}
    tables = {word.lines[number - 1].table for number in firsts if number <= len(word.lines)} - {0}
    for number, line in enumerate(word.lines, start=1):
        if line.table in tables:
            yield number, "table_text"


def _head(document: OfficialDocument, paragraphs: dict[int, SourceParagraph]) -> Iterator[tuple[int, str]]:
    places, head = document.places, document.letterhead
    for number, paragraph in paragraphs.items():
        text = paragraph.text.strip()
        if marks.is_nation_or_motto(text):
            yield number, "motto" if text[:1].lower() == "đ" else "national_name"
    yield from _alone(places.superior, head.superior or "" if head else "", paragraphs, "superior")
    for line in head.issuer if head else ():
        yield from _alone(places.issuer, line, paragraphs, "issuer")
    for place, part in ((places.number, "number"), (places.date, "place_and_date")):
        if place and place.paragraph in paragraphs and _stands_alone(paragraphs[place.paragraph]):
            yield place.paragraph, part
    if places.title and places.title != places.subject:
        yield places.title.paragraph, "title"
        if places.subject and document.kind is not DocumentKind.LETTER:
            yield places.subject.paragraph, "subject"
    for place in places.legal_bases:
        yield place.paragraph, "legal_basis"


def _foot(document: OfficialDocument, paragraphs: dict[int, SourceParagraph]) -> Iterator[tuple[int, str]]:
    for signature in document.signatures:
        for line in (*signature.authority, signature.position):
            yield from _alone(signature.place, line, paragraphs, "authority")
        yield from _alone(signature.place, signature.name, paragraphs, "signer")
    for place in document.places.recipients:
        if place.paragraph in paragraphs and _stands_alone(paragraphs[place.paragraph]):
            yield place.paragraph, "recipient"
    first = document.places.recipients[0] if document.places.recipients else None
    for number in range(first.paragraph - 1, max(0, first.paragraph - 3), -1) if first else ():
        if number in paragraphs and marks.RECIPIENTS.fullmatch(paragraphs[number].text.strip()):
            yield number, "recipients_head"
            return


def _alone(
    place: Place | None, words: str, paragraphs: dict[int, SourceParagraph], part: str
) -> Iterator[tuple[int, str]]:
    """Yield the paragraph from `place` on that holds just `words`."""
    for number in range(place.paragraph, place.paragraph + _NEAR) if place and words else ():
        if number in paragraphs and _one_line(paragraphs[number].text) == words:
            yield number, part
            return


def _stands_alone(paragraph: SourceParagraph) -> bool:
    return "\t" not in paragraph.text.strip() and "\n" not in paragraph.text.strip()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def only(lines: Sequence[PartLine], *parts: str) -> list[PartLine]:
    """Return the lines of those parts that have words."""
    return [each for each in lines if each.part in parts and each.looks]
