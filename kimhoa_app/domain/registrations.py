"""The year's registrations as values: what was registered, and the list that goes upward."""

from dataclasses import dataclass
from datetime import date

from kimhoa_app.domain.awards import SubjectKind


@dataclass(frozen=True, slots=True)
class RegistrationDraft:
    """What the clerk enters for one person or one unit; exactly one of `person_id` and `unit_id` is given."""

    award_code: str
    registered_on: date
    person_id: int | None = None
    unit_id: int | None = None
    form_code: str | None = None
    topic: str = ""
    note: str = ""

    @property
    def key(self) -> tuple[int | None, int | None, str]:
        """Who registers for what: no two registrations of a year share it."""
        return self.person_id, self.unit_id, self.award_code


@dataclass(frozen=True, slots=True)
class RegistrationLine:
    """One line of the registration list; `headcount` is the number of people of a collective, None for a person."""

    registration_id: int
    subject: SubjectKind
    subject_id: int
    name: str
    honorific: str
    birth: str
    position: str
    unit: str
    award_code: str
    form_code: str | None
    topic: str
    note: str
    registered_on: date
    late: bool
    headcount: int | None = None


@dataclass(frozen=True, slots=True)
class RegistrationList:
    """The round of a year with its lines, collectives first, then people by unit and given name."""

    year: int
    opens_on: date
    deadline: date
    collectives: tuple[RegistrationLine, ...]
    people: tuple[RegistrationLine, ...]


@dataclass(frozen=True, slots=True)
class RegistrationRound:
    """The round of a year; a registration made after `deadline` is late."""

    year: int
    opens_on: date
    deadline: date
