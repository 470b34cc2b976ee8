"""What came of a year: who registered for what, and what was awarded by which decision."""

from dataclasses import dataclass
from datetime import date

from kimhoa_app.domain.awards import SubjectKind


@dataclass(frozen=True, slots=True)
class Awarded:
    """An award as its decision gave it; `decision` is its number and symbol, "" where the list does not say."""

    award_code: str
    subject: SubjectKind
    subject_id: int
    name: str
    position: str = ""
    unit: str = ""
    decision: str = ""
    decided_on: date | None = None
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """A person or a collective that has registered for an award of the year."""

    award_code: str
    subject: SubjectKind
    subject_id: int


@dataclass(frozen=True, slots=True)
class YearResults:
    """The registrations and the awards of `year`, as far as the data know them."""

    year: int
    registered: tuple[Registered, ...] = ()
    awarded: tuple[Awarded, ...] = ()
