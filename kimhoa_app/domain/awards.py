"""Titles (danh hiệu thi đua) and forms of commendation (hình thức khen thưởng), as a catalogue read from data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from kimhoa_app.domain.office import OfficeKind
from resources import read_toml


class AwardKind(StrEnum):
    """A title is registered for, a form of commendation needs no registration; a recognition awards nobody."""

    TITLE = "title"
    FORM = "form"
    RECOGNITION = "recognition"


class SubjectKind(StrEnum):
    """Who receives: cá nhân, tập thể, hộ gia đình; or sáng kiến, which is recognised."""

    PERSON = "person"
    COLLECTIVE = "collective"
    HOUSEHOLD = "household"
    INITIATIVE = "initiative"


def subject_kind(person_id: int | None, unit_id: int | None) -> SubjectKind:
    """Return the kind of a subject by the two numbers; without either it is a household."""
    if person_id is not None:
        return SubjectKind.PERSON
    return SubjectKind.HOUSEHOLD if unit_id is None else SubjectKind.COLLECTIVE


class Level(StrEnum):
    """Cấp quyết định; the district decides only before 01/07/2025."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Award:
    """One entry of the catalogue; `code` is the abbreviation that offices write, `rank` orders lists (1 highest).

    `implies` holds the titles whose criteria a holder of this one meets as well. `names` holds the name as it reads
    for one kind of place, by its word: "thôn", "tổ dân phố", "phường".
    """

    code: str
    name: str
    kind: AwardKind
    subjects: tuple[SubjectKind, ...]
    level: Level
    vote_rule: str
    rank: int
    basis: str
    implies: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name that papers may give the award."""
        return (self.name, *self.names.values())

    def name_for(self, office: OfficeKind | None = None, subject: str = "") -> str:
        """Return the name in the papers of such an office: "Thôn văn hóa" in a commune, "Tổ dân phố văn hóa" in a ward.

        A `subject` whose own name says what it is ("Tổ dân phố 3") decides before the kind of the office.
        """
        said = [word for word in self.names if subject.casefold().startswith(word)]
        of_office = [] if office is None else [office.village_word, office.value]
        return next((self.names[word] for word in said + of_office if word in self.names), self.name)


@cache
def catalogue() -> dict[str, Award]:
    """Return every award that ships, by code, in the order of the data."""
    return {entry["code"]: _award(entry) for entry in read_toml("catalogue/awards.toml")["award"]}


def award(code: str) -> Award:
    """Return the award of `code`; raises KeyError for an unknown code."""
    return catalogue()[code]


def award_name(code: str, office: OfficeKind | None = None, subject: str = "") -> str:
    """Return the name of the award of `code` as `Award.name_for` does; raises KeyError for an unknown code."""
    return award(code).name_for(office, subject)


def titles_for(subject: SubjectKind) -> list[Award]:
    """Return the titles that a subject of this kind can register for, highest first."""
    fitting = [a for a in catalogue().values() if a.kind is AwardKind.TITLE and subject in a.subjects]
    return sorted(fitting, key=lambda entry: entry.rank)


def forms_for(subject: SubjectKind) -> list[Award]:
    """Return the forms of commendation that a subject of this kind can be put forward for, highest first."""
    fitting = [a for a in catalogue().values() if a.kind is AwardKind.FORM and subject in a.subjects]
    return sorted(fitting, key=lambda entry: entry.rank)


def _award(entry: dict[str, object]) -> Award:
    subjects = entry["subjects"]
    implies = entry.get("implies", [])
    names = entry.get("names", {})
    rank = entry["rank"]
    assert isinstance(subjects, list)
    assert isinstance(implies, list)
    assert isinstance(names, dict)
    assert isinstance(rank, int)
    return Award(
        code=str(entry["code"]),
        name=str(entry["name"]),
        kind=AwardKind(str(entry["kind"])),
        subjects=tuple(SubjectKind(subject) for subject in subjects),
        level=Level(str(entry["level"])),
        vote_rule=str(entry["vote_rule"]),
        rank=rank,
        basis=str(entry["basis"]),
        implies=tuple(implies),
        names=names,
    )
