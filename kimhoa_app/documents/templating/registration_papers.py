"""The registration list as it goes upward: its lines in columns, and its sums."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kimhoa_app.domain.awards import award, award_name
from kimhoa_app.domain.office import OfficeKind
from kimhoa_app.domain.registrations import RegistrationLine, RegistrationList
from kimhoa_app.text.numbers import roman

_FLAG = "CTĐT"

LATE_REMARK = "Đăng ký sau hạn"
"""What the list says of a registration that came after the deadline."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """A numbered line; `flag` is the emulation flag of the province, in a column beside the title of the collective."""

    number: int
    registered: RegistrationLine
    title: str
    form: str
    flag: str
    post: str
    note: str


@dataclass(frozen=True, slots=True)
class TitleCount:
    """How many have registered for one title."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """The people of one unit in the list, the numbers of all units counted on; `unit` is "" for those in none."""

    label: str
    unit: str
    people: tuple[ListLine, ...]


@dataclass(frozen=True, slots=True)
class RegistrationPaper:
    """The list with its lines and sums; a subject with two registrations counts once in the closing line."""

    record: RegistrationList
    collectives: tuple[ListLine, ...]
    people: tuple[ListLine, ...]
    collective_count: int
    person_count: int
    collective_titles: tuple[TitleCount, ...]
    flag_count: int
    person_titles: tuple[TitleCount, ...]
    households: tuple[ListLine, ...] = ()
    household_count: int = 0
    units: tuple[UnitGroup, ...] = ()


def registration_paper(record: RegistrationList, office: OfficeKind) -> RegistrationPaper:
    """Return what the registration list of such an office prints."""
    return RegistrationPaper(
        record=record,
        collectives=_with_flags_joined(_lines(record.collectives, office)),
        people=_lines(record.people, office),
        collective_count=len({line.subject_id for line in record.collectives}),
        person_count=len({line.subject_id for line in record.people}),
        collective_titles=_titles((line for line in record.collectives if line.award_code != _FLAG), office),
        flag_count=sum(line.award_code == _FLAG for line in record.collectives),
        person_titles=_titles(record.people, office),
        households=_lines(record.households, office),
        household_count=len({line.subject_id for line in record.households}),
        units=_units(_lines(record.people, office)),
    )


def _lines(lines: Iterable[RegistrationLine], office: OfficeKind) -> tuple[ListLine, ...]:
    return tuple(_line(number, line, office) for number, line in enumerate(lines, 1))


def _line(number: int, line: RegistrationLine, office: OfficeKind) -> ListLine:
    name = award_name(line.award_code, office, line.name)
    is_flag = line.award_code == _FLAG
    notes = (line.note, LATE_REMARK if line.late else "")
    return ListLine(
        number=number,
        registered=line,
        title="" if is_flag else name,
        form=award_name(line.form_code, office) if line.form_code else "",
        flag=name if is_flag else "",
        post=", ".join(part for part in (line.position, line.unit) if part),
        note="; ".join(note for note in notes if note),
    )


def _units(people: tuple[ListLine, ...]) -> tuple[UnitGroup, ...]:
    names = dict.fromkeys(line.registered.unit for line in people)
    return tuple(
        UnitGroup(roman(place), unit, tuple(line for line in people if line.registered.unit == unit))
        for place, unit in enumerate(names, 1)
    )


def _with_flags_joined(lines: tuple[ListLine, ...]) -> tuple[ListLine, ...]:
    """Return the lines numbered anew, a flag that says no more than its name on the line of its collective's title."""
    titled = {line.registered.subject_id for line in lines if not line.flag}
    bare = [
        line for line in lines if line.flag and not (line.form or line.note) and line.registered.subject_id in titled
    ]
    flags = {line.registered.subject_id: line.flag for line in bare}
    kept = (line for line in lines if line not in bare)
    return tuple(
        replace(line, number=number, flag=line.flag or flags.pop(line.registered.subject_id, ""))
        for number, line in enumerate(kept, 1)
    )


def _titles(lines: Iterable[RegistrationLine], office: OfficeKind) -> tuple[TitleCount, ...]:
    counts = Counter((award(line.award_code).rank, award_name(line.award_code, office, line.name)) for line in lines)
    return tuple(TitleCount(title, count) for (_, title), count in sorted(counts.items()))
