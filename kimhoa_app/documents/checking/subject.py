"""A document as the rules see it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from kimhoa_app.documents.checking.level import Level
from kimhoa_app.documents.checking.part_lines import PartLine
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.reading.source import Source
from kimhoa_app.documents.reading.word_form import WordForm
from kimhoa_app.documents.texts import Text

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A document under check, with its texts in reading order.

    `source` is the file as it stands, None for a document that was not read, `word` how it is set where it is a Word
    file, and `part_lines` its lines by the parts that they are. `year` is the year that it is about,
    `level` that of its issuing body, None where neither the document nor the person who asks says so. `today` stands
    in for a day of issue that is still blank. A subject is the same only as itself.
    """

    document: OfficialDocument
    texts: tuple[Text, ...]
    today: date
    source: Source | None = None
    year: int | None = None
    level: Level | None = None
    word: WordForm | None = None
    part_lines: tuple[PartLine, ...] = ()

    @property
    def issued_on(self) -> date | None:
        """The day of issue, None where it is blank, impossible or not given."""
        head = self.document.letterhead
        day = head.date if head else None
        if day is None or day.month is None or day.day is None:
            return None
        try:
            return date(day.year, day.month, day.day)
        except ValueError:
            return None


def once(look: Callable[[Subject], Iterable[Found]]) -> Callable[[Subject], tuple[Found, ...]]:
    """Return `look` made to look at a subject once, for what several rules ask of it one after the other."""

    @lru_cache(maxsize=1)
    def kept(subject: Subject) -> tuple[Found, ...]:
        return tuple(look(subject))

    return kept
