"""What became of each year, date and citation of a document that was rolled forward."""

from dataclasses import dataclass

from kimhoa_app.documents.model import OfficialDocument, Place


@dataclass(frozen=True, slots=True)
class Change:
    """Words that were surely stale, before and after; `place` is that of the source, None where it has none."""

    place: Place | None
    rule: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Question:
    """Words that may be stale and stay as they are until the clerk has decided what `message` asks."""

    place: Place | None
    rule: str
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A year, date or citation that stays right, with the reason."""

    place: Place | None
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rolled:
    """The draft of the new year, and what was changed, asked about and kept, each in reading order."""

    document: OfficialDocument
    changes: tuple[Change, ...]
    questions: tuple[Question, ...]
    kept: tuple[Kept, ...]
