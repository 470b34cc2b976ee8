"""The year's registrations as values: what was registered, and the list that goes upward."""

from dataclasses import dataclass
from datetime import date

from kimhoa_app.domain.awards import SubjectKind, subject_kind


@dataclass(frozen=True, slots=True)
class RegistrationDraft:
    """What the clerk enters for one person, one unit or one household; exactly one of their numbers is given."""

    award_code: str
    registered_on: date
    person_id: int | None = None
    unit_id: int | None = None
    form_code: str | None = None
    topic: str = ""
    note: str = ""
    household_id: int | None = None

    @property
    def key(self) -> tuple[SubjectKind, int, str]:
        """Who registers for what: no two registrations of a year share it."""
        return self.subject, self.subject_id, self.award_code

    @property
    def subject(self) -> SubjectKind:
        """Of what kind the one is that registers."""
        return subject_kind(self.person_id, self.unit_id)

    @property
    def subject_id(self) -> int:
        """The number of the person, the unit or the household."""
        return self.person_id or self.unit_id or self.household_id or 0


@dataclass(frozen=True, slots=True)
class RegistrationLine:
    """One line of the registration list; `headcount` is the number of people of a collective, None for others.

    `name` of a household is that of its head, `unit` its village. `classification` is what lists call the kind of staff
    or of unit ("Công chức", "Trường học"), "" where it is not known.
    """

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
    classification: str = ""


@dataclass(frozen=True, slots=True)
class RegistrationList:
    """The round of a year with its lines: collectives, people by unit and given name, households by village."""

    year: int
    opens_on: date
    deadline: date
    collectives: tuple[RegistrationLine, ...]
    people: tuple[RegistrationLine, ...]
    households: tuple[RegistrationLine, ...] = ()

    @property
    def lines(self) -> tuple[RegistrationLine, ...]:
        """Every line in the order of the list."""
        return self.collectives + self.people + self.households


@dataclass(frozen=True, slots=True)
class RegistrationRound:
    """The round of a year; a registration made after `deadline` is late."""

    year: int
    opens_on: date
    deadline: date
