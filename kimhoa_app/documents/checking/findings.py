"""What the checker says of a document."""

from dataclasses import dataclass
from enum import StrEnum

from kimhoa_app.documents.model import Place
from kimhoa_app.documents.texts import Spot


class Severity(StrEnum):
    """How sure and how grave: an error is surely wrong, a warning is likely so, info is worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with a document: the rule that says so, the words at fault, and a sentence about them.

    `text` are words of the text at `spot` as they stand there, `start` is where they begin in it; `suggestion`, where a
    correction is certain, is what is to stand in their place. Of a label, which is no text, `text` is the label and
    `spot` the text behind it. What concerns the document as a whole, or a component that is missing or no text, has no
    `spot`, and may have empty `text`. `basis` is the article or the arithmetic.
    """

    rule: str
    severity: Severity
    message: str
    basis: str
    text: str = ""
    suggestion: str | None = None
    spot: Spot | None = None
    start: int = 0
    place: Place | None = None
