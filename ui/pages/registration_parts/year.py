"""What the registration page knows of a year, read in one go: the round, the lines, and who could register."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kimhoa_app.domain.awards import SubjectKind, award
from kimhoa_app.domain.initiatives import used_words
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.registration_fates import Fate, FateState
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationLine, RegistrationRound
from kimhoa_app.domain.units import UnitKind
from kimhoa_app.services import initiatives, office, registration_progress, registrations, staff, units
from kimhoa_app.services.registration_deadline import ProposedRound, propose_round
from kimhoa_app.services.registration_fates import year_fates
from kimhoa_app.services.registration_progress import Missing, UnitProgress
from kimhoa_app.services.staff import PersonEntry
from kimhoa_app.services.units import UnitEntry
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.search_keys import search_key

PERSON_TITLE: Final = "LĐTT"
UNIT_TITLE: Final = "TTLĐTT"
VILLAGE_TITLE: Final = "TVH"


@dataclass(frozen=True, slots=True)
class Subject:
    """A person or a unit that can register, with what is known already; `topics` are the initiatives of the year.

    `used` says by the search key of their names what those of any year have served: "đã dùng: CSTĐCS 2024".
    """

    kind: SubjectKind
    id: int
    name: str
    detail: str
    usual_title: str
    is_missing: bool
    topics: tuple[str, ...] = ()
    used: Mapping[str, str] = field(default_factory=dict, hash=False)

    def draft(self, award_code: str, day: date) -> RegistrationDraft:
        """Return a registration of this subject for a title, and nothing else said of it."""
        if self.kind is SubjectKind.PERSON:
            return RegistrationDraft(award_code, day, person_id=self.id)
        return RegistrationDraft(award_code, day, unit_id=self.id)


@dataclass(frozen=True, slots=True)
class RegistrationYear:
    """The round of a year with everything that the page shows; `today` is the day it was read."""

    round: RegistrationRound
    lines: tuple[RegistrationLine, ...]
    subjects: tuple[Subject, ...]
    progress: tuple[UnitProgress, ...]
    unit_total: int
    today: date
    fates: Mapping[int, Fate]
    office: OfficeKind | None
    villages: tuple[tuple[int, str], ...]
    short_names: Mapping[str, str]

    @property
    def missing(self) -> list[Subject]:
        """Who has not registered, people before units."""
        return [subject for subject in self.subjects if subject.is_missing]

    @property
    def staff_total(self) -> int:
        """The people on the staff on the deadline day."""
        return sum(unit.total for unit in self.progress)

    @property
    def staff_done(self) -> int:
        """How many of them have registered."""
        return sum(unit.done for unit in self.progress)

    @property
    def missing_units(self) -> int:
        """How many units have not registered."""
        return sum(subject.kind is SubjectKind.COLLECTIVE for subject in self.missing)

    @property
    def late_count(self) -> int:
        """How many registrations came after the deadline."""
        return sum(line.late for line in self.lines)

    @property
    def usual_day(self) -> date:
        """The day a registration is of unless the clerk says another: today, or the first day of the round."""
        return max(self.today, self.round.opens_on)

    @property
    def titles(self) -> list[tuple[str, int]]:
        """Each title with the number of its registrations, the highest title first."""
        counts = Counter(line.award_code for line in self.lines)
        return sorted(counts.items(), key=lambda entry: award(entry[0]).rank)

    def state_of(self, line: RegistrationLine) -> FateState:
        """Return how far the registration of a line has come."""
        fate = self.fates.get(line.registration_id)
        return FateState.REGISTERED if fate is None else fate.state

    def sentence(self) -> str:
        """Return how far the staff is, in one sentence."""
        done, total = self.staff_done, self.staff_total
        if not total:
            return "Chưa có cán bộ nào trong danh sách để đăng ký"
        if done == total:
            return f"Cả {total} người đã đăng ký"
        return f"{done} trên {total} người đã đăng ký, còn {total - done} người"

    def deadline_note(self) -> str:
        """Return how the deadline stands to today."""
        days = (self.round.deadline - self.today).days
        if days > 0:
            return f"còn {days} ngày"
        return "hôm nay là ngày cuối" if days == 0 else "đã hết hạn"


def read_year(workspace: Workspace, year: int) -> RegistrationYear | ProposedRound:
    """Return the round of `year`, or the days proposed for it when none was opened."""
    entry = registrations.read_round(workspace, year)
    if entry is None:
        return propose_round(workspace, year)
    listing = registrations.list_registrations(workspace, year)
    missing = registration_progress.missing(workspace, year)
    people, standing = _people(workspace, entry.deadline), _units(workspace, entry.deadline)
    period = office.read_office(workspace, entry.deadline)
    at_deadline = [unit for unit in standing if unit.exists_on(entry.deadline)]
    return RegistrationYear(
        round=entry,
        lines=listing.lines,
        subjects=(*_person_subjects(workspace, year, people, missing), *_unit_subjects(standing, missing)),
        progress=tuple(registration_progress.progress(workspace, year)),
        unit_total=len(at_deadline),
        today=workspace.today,
        fates={fate.line.registration_id: fate for fate in year_fates(workspace, year).fates},
        office=None if period is None else period.kind,
        villages=tuple((unit.id, unit.name) for unit in at_deadline if unit.kind is UnitKind.VILLAGE),
        short_names={unit.name: unit.short_name for unit in at_deadline if unit.short_name},
    )


def _people(workspace: Workspace, deadline: date) -> list[PersonEntry]:
    """Return the staff of the deadline day and who has joined since, in the order of names."""
    then = staff.list_people(workspace, deadline)
    known = {person.id for person in then}
    return then + [person for person in staff.list_people(workspace) if person.id not in known]


def _units(workspace: Workspace, deadline: date) -> list[UnitEntry]:
    then = units.list_units(workspace, deadline)
    known = {unit.id for unit in then}
    return then + [unit for unit in units.list_units(workspace, workspace.today) if unit.id not in known]


def _person_subjects(workspace: Workspace, year: int, people: list[PersonEntry], missing: Missing) -> list[Subject]:
    not_yet = {person.id for person in missing.people}
    topics: dict[int, list[str]] = {}
    used: dict[int, dict[str, str]] = {}
    for entry in initiatives.list_initiatives(workspace):
        for author in entry.authors:
            if entry.initiative.year == year:
                topics.setdefault(author.person_id, []).append(entry.initiative.name)
            if entry.uses:
                used.setdefault(author.person_id, {})[search_key(entry.initiative.name)] = used_words(entry.uses)
    return [
        Subject(
            SubjectKind.PERSON,
            person.id,
            person.print_name or person.full_name,
            ", ".join(filter(None, (person.position, person.unit_name))),
            PERSON_TITLE,
            person.id in not_yet,
            tuple(topics.get(person.id, ())),
            used.get(person.id, {}),
        )
        for person in people
    ]


def _unit_subjects(standing: list[UnitEntry], missing: Missing) -> list[Subject]:
    not_yet = {unit.id for unit in missing.units}
    return [
        Subject(
            SubjectKind.COLLECTIVE,
            unit.id,
            unit.name,
            f"{unit.headcount} người" if unit.headcount else "",
            VILLAGE_TITLE if unit.kind is UnitKind.VILLAGE else UNIT_TITLE,
            unit.id in not_yet,
        )
        for unit in standing
    ]
