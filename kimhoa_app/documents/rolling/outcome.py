"""What became of each year, date and citation of a document that was rolled forward."""

from dataclasses import dataclass

from kimhoa_app.documents.anchors import Anchor
from kimhoa_app.documents.model import OfficialDocument, Place


@dataclass(frozen=True, slots=True)
class Change:
    """Words that were surely stale, before and after; `place` is that of the source, None where it has none.

    `anchor` holds the new words in the draft, and `number` that of their text, both None where they stand in no text
    (number and date of the letterhead).
    """

    place: Place | None
    rule: str
    before: str
    after: str
    anchor: Anchor | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Words that may be stale and stay as they are until the clerk has decided what `message` asks.

    `anchor` holds them as they stand in the draft, where years inside them may have moved; `number` is that of their
    text in the document before and after, None for the name of a signer. `proposal` is a likely answer, None where
    there is none.
    """

    place: Place | None
    rule: str
    text: str
    message: str
    anchor: Anchor
    number: int | None = None
    proposal: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A year, date or citation that stays right, with the reason."""

    place: Place | None
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rolled:
    """The draft of the new year, and what was changed, asked about and kept, each in reading order."""

    from_year: int
    document: OfficialDocument
    changes: tuple[Change, ...]
    questions: tuple[Question, ...]
    kept: tuple[Kept, ...]
