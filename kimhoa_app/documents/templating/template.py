"""A template as a value: what its front matter declares, and the text of its body."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kimhoa_app.documents.model import DocumentKind
from kimhoa_app.domain.councils import CouncilKind
from kimhoa_app.domain.errors import KimHoaError

OTHER_PLANS: Final = ("ke-hoach-dot-thi-dua", "ke-hoach-hoi-dong")
"""The templates of plans that are not the plan of their year."""


class TemplateError(KimHoaError):
    """A template cannot be used as it is written; `line` is the line of the file, counted from 1, None if unknown."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message if line is None else f"Dòng {line} của mẫu: {message}")
        self.line = line


class Needs(StrEnum):
    """What must be at hand before the document can be made, besides the office and the year."""

    YEAR = "year"
    MEETING = "meeting"
    REGISTRATIONS = "registrations"
    OUTCOMES = "outcomes"


class Issuer(StrEnum):
    """Whose letterhead and signature the document carries; the chairman signs for himself, not for the committee."""

    COMMITTEE = "committee"
    CHAIRMAN = "chairman"
    COUNCIL = "council"


class Dated(StrEnum):
    """When in its year a document is written: before the work begins, or once the work is done."""

    OPENING = "opening"
    CLOSING = "closing"


class FieldScope(StrEnum):
    """For how long what is typed holds: for the one document, for all of its year, or for the office."""

    DOCUMENT = "document"
    YEAR = "year"
    OFFICE = "office"


class FieldKind(StrEnum):
    """How a field is typed in, and which Python value it becomes."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    DATE = "date"
    CHOICE = "choice"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field that is asked for; `default` is a template text of its own, such as "15/01/{{ year }}".

    A field of the year or of the office is asked for once: its last value is proposed in every document that has it.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    default: str = ""
    required: bool = False
    help: str = ""
    choices: tuple[str, ...] = ()
    scope: FieldScope = FieldScope.DOCUMENT


@dataclass(frozen=True, slots=True)
class Template:
    """A template; `first_line` is the line of the file on which `body` begins, counted from 1.

    `base` is the id of the shipped one that a template of the office came from, "" for one that ships. `council` is the
    kind of council whose meetings a template that needs a meeting is for, None for any.
    """

    id: str
    name: str
    kind: DocumentKind
    description: str
    needs: Needs
    issuer: Issuer
    symbol: str
    fields: tuple[TemplateField, ...]
    body: str
    first_line: int
    dated: Dated = Dated.OPENING
    base: str = ""
    council: CouncilKind | None = None
