"""Whom a line of ratings, awards or registrations is about: somebody of the register, somebody new, a unit."""

from dataclasses import dataclass, replace

from db.store.people import PersonEntry
from db.store.units import UnitEntry
from kimhoa_app.domain.errors import InvalidInput, KimHoaError, NotFound
from kimhoa_app.domain.staff_rules import checked_person
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.people import ListedPerson, person_of
from kimhoa_app.services.imports.plan import Decision, PlannedRow
from kimhoa_app.services.imports.planner import Added, Occasion, barred, new_person_key, unclear
from kimhoa_app.services.imports.register import NOBODY, Match, unit_key
from kimhoa_app.services.imports.staff import draft_of


@dataclass(frozen=True, slots=True)
class Subject:
    """A unit, a person of the register, or else somebody new; `match` says whom it might be besides."""

    listed: ListedPerson
    unit: UnitEntry | None = None
    match: Match = NOBODY

    @property
    def name(self) -> str:
        """The name as the register has it, or the list."""
        return self.unit.name if self.unit else self.person.full_name if self.person else self.listed.full_name

    @property
    def person(self) -> PersonEntry | None:
        """Who it is in the register."""
        return self.match.person

    @property
    def is_new(self) -> bool:
        """Whether it is somebody whom nobody knows yet."""
        return self.unit is None and self.person is None

    @property
    def key(self) -> object:
        """What two lines share that are about the same subject."""
        if self.unit is not None:
            return "unit", self.unit.id
        return ("person", self.person.id) if self.person is not None else ("new", new_person_key(self.listed))

    @property
    def ids(self) -> tuple[int | None, int | None]:
        """The numbers of the person and of the unit, as far as they are in the data."""
        return (self.person.id if self.person else None), (self.unit.id if self.unit else None)

    def written_ids(self, added: Added) -> tuple[int | None, int | None]:
        """The numbers of the person and of the unit once the new people are written."""
        return (added.people[new_person_key(self.listed)], None) if self.is_new else self.ids

    @property
    def remarks(self) -> tuple[str, ...]:
        """What to look at: somebody new, or a unit that differs from that of the register."""
        if self.is_new:
            return (f"{self.listed.full_name} chưa có trong danh sách cán bộ nên sẽ được thêm vào.",)
        if (
            self.person
            and self.listed.unit
            and unit_key(self.listed.unit) != unit_key(self.person.unit_name)
            and self.person.unit_name
        ):
            return (f"Đơn vị trong danh sách là {self.listed.unit}, trong sổ là {self.person.unit_name}.",)
        return ()


def listed_subject(
    line: Line, occasion: Occasion, *, has_unit_column: bool, is_collective: bool | None = None
) -> Subject:
    """Return whom the line names, units already found; `is_collective` where what it gets tells.

    Raises InvalidInput where no subject can be read, NotFound for a collective that is no unit.
    """
    listed = person_of(line, occasion.today)
    collective = line.text("collective")
    written = " ".join(line.text(part) for part in ("full_name", "name_rest")).strip()
    name = collective if collective and not listed.full_name else written
    if is_collective is None:
        is_collective = name == collective != "" or _is_unit(name, line.group, occasion)
    if is_collective:
        unit = occasion.register.unit(name)
        if unit is None:
            raise NotFound(f"Không có đơn vị nào tên “{name}”." if name else "Thiếu tên cá nhân hoặc tập thể.")
        return Subject(listed, unit)
    if listed.reason:
        raise InvalidInput("full_name", listed.reason)
    return Subject(occasion.register.placed(listed, has_unit_column=has_unit_column))


def written_name(line: Line) -> str:
    """Return the words by which the line names its subject, "" for none."""
    return line.text("full_name") or line.text("collective") or line.text("given_name")


def about(row: PlannedRow, subject: Subject, occasion: Occasion, decision: Decision | None) -> Subject | PlannedRow:
    """Return the subject as the register has it, or the row refused or unclear where that cannot be said."""
    try:
        found = matched(subject, occasion, decision)
    except KimHoaError as error:
        return barred(row, error.message)
    if found.is_new and found.match.possible:
        return unclear(row, found.match.reason, found.match.possible)
    return found


def with_subject(row: PlannedRow, subject: Subject, entry: object) -> PlannedRow:
    """Return the row with its entry once it is known whom it is about, and what is to be said of that."""
    warnings = (*row.warnings, *subject.remarks)
    return replace(row, entry=entry, warnings=warnings, asks_person=subject.is_new)


def matched(subject: Subject, occasion: Occasion, decision: Decision | None, *, may_be_new: bool = True) -> Subject:
    """Return the subject with the person that it is: the only one of the name where nothing speaks against it.

    Raises InvalidInput for a name that no person can have, NotFound for somebody unknown unless one may be new.
    """
    if subject.unit is not None:
        return subject
    match = occasion.register.match(subject.listed, decision)
    if match.person is None and len(match.possible) == 1 and _same_name(match.possible[0], subject.listed):
        match = Match(match.possible[0])
    if match.person is None and not match.possible:
        if not may_be_new:
            raise NotFound(f"Không có ai tên “{subject.listed.full_name}” trong danh sách cán bộ.")
        checked_person(draft_of(subject.listed, None), today=occasion.today)
    return replace(subject, match=match)


def _same_name(person: PersonEntry, listed: ListedPerson) -> bool:
    return person.full_name.casefold() == listed.full_name.casefold()


def _is_unit(name: str, group: str, occasion: Occasion) -> bool:
    return occasion.register.unit(name) is not None or (
        "tap the" in unit_key(group) and "ca nhan" not in unit_key(group)
    )
