"""The fictional commune as `resources/sample/kim-hoa.toml` tells it, read into values and checked on the way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from pydantic import TypeAdapter

from kimhoa_app.domain.councils import Attendance, CouncilKind, CouncilRole, VoteMethod
from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.office import OfficePeriod, Signer
from kimhoa_app.domain.people import Gender, Rating, StaffGroup, WorkStatus
from kimhoa_app.domain.units import UnitKind
from resources import read_toml

FIRST_RATED_YEAR = 2022

_RATINGS: Mapping[str, Rating | None] = {
    "X": Rating.EXCELLENT,
    "T": Rating.GOOD,
    "H": Rating.FULFILLED,
    "K": Rating.NOT_FULFILLED,
    "-": None,
}


@dataclass(frozen=True, slots=True)
class Paper:
    """Number and day of a paper that another body or the office has issued."""

    number: str
    day: date


@dataclass(frozen=True, slots=True)
class PlanIssue:
    """Number and day under which the year's plan was issued."""

    number: int
    day: date


@dataclass(frozen=True, slots=True)
class UnitSource:
    """A unit; `successors` are the keys of the units that took over when it was dissolved."""

    key: str
    name: str
    kind: UnitKind
    short_name: str = ""
    founded_on: date | None = None
    dissolved_on: date | None = None
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostSource:
    """A post held before the present one."""

    unit: str
    position: str


@dataclass(frozen=True, slots=True)
class Leaving:
    """How and from which day a person is no longer on the staff."""

    status: WorkStatus
    day: date


@dataclass(frozen=True, slots=True)
class PersonSource:
    """A person; `ratings` has a letter for each year, `was` is the post held until `moved_on`."""

    key: str
    name: str
    gender: Gender
    birth: str
    id: str
    unit: str
    position: str
    group: StaffGroup
    start: date
    ratings: str
    leader: bool = False
    was: PostSource | None = None
    moved_on: date | None = None
    left: Leaving | None = None

    def rating_in(self, year: int) -> Rating | None:
        """Return the rating of `year`, None where there is none."""
        place = year - FIRST_RATED_YEAR
        return _RATINGS[self.ratings[place]] if 0 <= place < len(self.ratings) else None


@dataclass(frozen=True, slots=True)
class AbsenceSource:
    """A leave or a training of a person; without `last_day` it goes on."""

    person: str
    status: WorkStatus
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class DisciplineSource:
    """A disciplinary measure against a person."""

    person: str
    form: DisciplineForm
    decided_on: date
    ended_on: date
    decision_number: str


class Author(NamedTuple):
    """An author of an initiative with the share in basis points."""

    person: str
    share: int


@dataclass(frozen=True, slots=True)
class InitiativeSource:
    """An initiative; `decision` recognises it, and the council hears what was `submitted` by the day of its meeting."""

    year: int
    name: str
    field: str
    summary: str
    authors: tuple[Author, ...]
    decision: Paper | None = None
    submitted: date | None = None
    situation_before: str = ""
    applied_at: str = ""
    economic_effect: str = ""
    social_effect: str = ""
    money_benefit: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingSource:
    """The council's meeting for a year; `ends_at` is None while it lies ahead."""

    day: date
    starts_at: str
    ends_at: str | None = None


@dataclass(frozen=True, slots=True)
class HearingSource:
    """The meeting of the council for initiatives, which votes or gives marks."""

    day: date
    starts_at: str
    ends_at: str
    method: VoteMethod


@dataclass(frozen=True, slots=True)
class AwaySource:
    """A member of the council who is not in the room."""

    person: str
    attendance: Attendance
    reason: str


@dataclass(frozen=True, slots=True)
class DecisionSource:
    """A decision on the year's awards; `awards` are the codes that it decides on."""

    number: str
    day: date
    authority: str
    awards: tuple[str, ...]
    signer: str = ""


@dataclass(frozen=True, slots=True)
class HouseholdSource:
    """The heads of households of one village who take part in the movement."""

    village: str
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearSource:
    """A working year; the names are explained in the file."""

    year: int
    plan: PlanIssue
    deadline: date
    fighters: tuple[str, ...]
    excellent: tuple[str, ...]
    villages: tuple[str, ...]
    commended: tuple[str, ...]
    meeting: MeetingSource
    lost: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    ratings: Paper | None = None
    away: tuple[AwaySource, ...] = ()
    hearing: HearingSource | None = None
    households: tuple[str, ...] = ()
    households_lost: tuple[str, ...] = ()
    culture: DecisionSource | None = None
    decision: tuple[DecisionSource, ...] = ()


@dataclass(frozen=True, slots=True)
class SeatSource:
    """A seat of the council."""

    person: str
    role: CouncilRole
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class CouncilSource:
    """A council, in office from the day of its decision."""

    name: str
    decision: Paper
    members: tuple[SeatSource, ...]
    valid_to: date | None = None
    kind: CouncilKind = CouncilKind.EMULATION


@dataclass(frozen=True, slots=True)
class Commune:
    """Everything in the file; `place` is where the council meets."""

    place: str
    office: tuple[OfficePeriod, ...]
    signer: tuple[Signer, ...]
    unit: tuple[UnitSource, ...]
    person: tuple[PersonSource, ...]
    absence: tuple[AbsenceSource, ...]
    discipline: tuple[DisciplineSource, ...]
    initiative: tuple[InitiativeSource, ...]
    year: tuple[YearSource, ...]
    council: tuple[CouncilSource, ...]
    household: tuple[HouseholdSource, ...]

    @property
    def villages(self) -> tuple[UnitSource, ...]:
        """The units that are villages."""
        return tuple(unit for unit in self.unit if unit.kind is UnitKind.VILLAGE)


@cache
def commune() -> Commune:
    """Return the fictional commune; raises pydantic's ValidationError when the file does not fit."""
    return TypeAdapter(Commune).validate_python(read_toml("sample/kim-hoa.toml"))
