"""What the registers say of a person, a unit or a household, as far as the conditions ask for it; in no order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.people import Rating, StaffGroup, WorkStatus
from kimhoa_app.domain.periods import Period
from kimhoa_app.domain.units import UnitKind


@dataclass(frozen=True, slots=True)
class RatingFact:
    """The rating of a year; `record` is the decision that gave it, in words."""

    rating: Rating
    record: str = ""


@dataclass(frozen=True, slots=True)
class AwardFact:
    """A title or form given for `year`; `by_merit` is False for one that was given on the spot or for a movement."""

    code: str
    year: int
    record: str = ""
    by_merit: bool = True


@dataclass(frozen=True, slots=True)
class InitiativeFact:
    """An initiative of which the person is an author; `is_recognised` is None while no decision is on record.

    `recognised_on` is the day of the decision where it is known. `used_for` names the awards that the initiative has
    served already for this person, as "CSTĐCS 2024".
    """

    id: int
    name: str
    year: int
    is_recognised: bool | None
    scope: Scope = Scope.GRASSROOTS
    recognised_on: date | None = None
    record: str = ""
    used_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisciplineFact:
    """A measure decided on a day; `ended_on` is None while it runs or its end is not known."""

    form: DisciplineForm
    decided_on: date
    record: str = ""
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class ServiceFact:
    """A status in a term: leave, training, transfer; `good_result` is that of a training, None while unknown."""

    status: WorkStatus
    term: Period
    good_result: bool | None = None


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """One person; `start_date` is the day of recruitment, `contract_from` an earlier contract at the same office.

    `joined_unit_on` is the day in the year on which the person came from another unit, `old_unit_opinion` what that
    unit says. `unit` is the name of the unit at the end of the year, `unit_now` its name on the day of decision; of
    the unit that the person leads, `led_rating` is the rating of the year. `pending` says what is being looked into,
    "" when nothing is. `registered` holds the codes registered for in the year, None without a round;
    `registered_late` is whether all of them came after the deadline. `unrated` says why for each year in which the
    office does not rate the person.
    """

    id: int
    full_name: str
    start_date: date | None = None
    contract_from: date | None = None
    joined_unit_on: date | None = None
    ratings: Mapping[int, RatingFact] = field(default_factory=dict)
    awards: frozenset[AwardFact] = frozenset()
    initiatives: frozenset[InitiativeFact] = frozenset()
    disciplines: frozenset[DisciplineFact] = frozenset()
    services: frozenset[ServiceFact] = frozenset()
    unrated: Mapping[int, str] = field(default_factory=dict)
    pending: str = ""
    registered: frozenset[str] | None = None
    registered_late: bool = False
    old_unit_opinion: str = ""
    birth: str = ""
    unit_id: int | None = None
    unit: str = ""
    unit_now: str = ""
    group: StaffGroup | None = None
    is_leader: bool = False
    led_rating: RatingFact | None = None

    def award_in(self, code: str, year: int) -> AwardFact | None:
        """Return the award of `code` that was given for `year`, None when none was."""
        return min(
            (each for each in self.awards if each.code == code and each.year == year),
            key=lambda each: each.record,
            default=None,
        )


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """One unit with the people who belong to it at the end of the year; `name_now` is its name on the day of decision.

    `registered` and `registered_late` are as of a person.
    """

    id: int
    name: str
    members: tuple[PersonFacts, ...] = ()
    ratings: Mapping[int, RatingFact] = field(default_factory=dict)
    awards: frozenset[AwardFact] = frozenset()
    dissolved_on: date | None = None
    kind: UnitKind = UnitKind.DEPARTMENT
    name_now: str = ""
    registered: frozenset[str] | None = None
    registered_late: bool = False

    @property
    def is_village(self) -> bool:
        """Whether the unit is a thôn or a tổ dân phố, which has titles of its own."""
        return self.kind is UnitKind.VILLAGE


@dataclass(frozen=True, slots=True)
class HouseholdFacts:
    """One household by the name of its head; `village` is its village, `registered` as of a person."""

    id: int
    name: str
    village: str = ""
    awards: frozenset[AwardFact] = frozenset()
    registered: frozenset[str] | None = None
    registered_late: bool = False
