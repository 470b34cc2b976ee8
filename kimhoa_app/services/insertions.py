"""What a clerk puts into a text from what the program knows: days of the year, legal texts, people, units, phases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.store.office import office_on
from db.store.people import PersonEntry
from kimhoa_app.documents.templating.contexts import paper_day
from kimhoa_app.documents.templating.places import bare_province
from kimhoa_app.domain.anniversaries import AnniversaryInYear, anniversaries_between
from kimhoa_app.domain.campaigns import Phase, default_phases
from kimhoa_app.domain.legal_texts import CitationStyle, LegalText, citation, legal_texts
from kimhoa_app.domain.periods import holds_on
from kimhoa_app.services import staff, units
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date, long_date


class InsertionKind(StrEnum):
    """What can be put in, in the order in which it is offered."""

    ANNIVERSARY = "anniversary"
    LEGAL_TEXT = "legal text"
    PERSON = "person"
    UNIT = "unit"
    PHASE = "phase"


@dataclass(frozen=True, slots=True)
class Insertion:
    """One thing to put in: its name and what tells it from others, the words for a text, and those for a căn cứ."""

    kind: InsertionKind
    name: str
    detail: str
    words: str
    legal_basis: str = ""


def list_insertions(workspace: Workspace, year: int) -> list[Insertion]:
    """Return what a paper of `year` may name: its anniversaries by day, the texts in force, people and units of today.

    Legal texts are those in force on the day that such a paper is drafted for; anniversaries are the nation's and those
    of the office's province.
    """
    day = paper_day(year, workspace.today)
    with workspace.begin() as uow:
        office = office_on(uow, day)
    province = bare_province(office) if office is not None else None
    falling = anniversaries_between(date(year, 1, 1), date(year, 12, 31), province)
    return [
        *map(_anniversary, falling),
        *(_legal_text(text) for text in legal_texts().values() if holds_on(text, day)),
        *map(_person, staff.list_people(workspace)),
        *(
            Insertion(InsertionKind.UNIT, unit.name, unit.short_name, unit.name)
            for unit in units.list_units(workspace, workspace.today)
        ),
        *_phases(default_phases(year)),
    ]


def _anniversary(falling: AnniversaryInYear) -> Insertion:
    event = falling.anniversary
    month = f"tháng {event.month}" if event.month is not None else "trong năm"
    remarks = [
        list_date(falling.day) if event.day is not None else month,
        "năm tròn" if falling.is_round else "năm lẻ 5" if falling.is_half_round else "",
        "" if event.certain else "cần đối chiếu trước khi dùng",
    ]
    name = f"{falling.count} năm {event.name}"
    return Insertion(InsertionKind.ANNIVERSARY, name, " · ".join(filter(None, remarks)), falling.phrase())


def _legal_text(text: LegalText) -> Insertion:
    style = CitationStyle.FULL if text.passed_on is not None else CitationStyle.SHORT
    words = citation(text, style)
    remark = "" if text.is_citable else " · cần đối chiếu với bản ký"
    name = citation(text, CitationStyle.SHORT)
    detail = f"{text.number}{remark}" if text.number not in name else f"{text.subject}{remark}"
    return Insertion(InsertionKind.LEGAL_TEXT, name, detail, words, f"Căn cứ {words}")


def _person(person: PersonEntry) -> Insertion:
    unit = "" if person.unit_name.lower() in person.position.lower() else person.unit_name
    post = " ".join(filter(None, (person.position, unit)))
    words = ", ".join(filter(None, (person.full_name, post)))
    return Insertion(InsertionKind.PERSON, person.full_name, post, words)


def _phases(phases: Sequence[Phase]) -> Iterator[Insertion]:
    for phase in phases:
        words = f"{phase.name} (từ {long_date(phase.starts_on)} đến {long_date(phase.ends_on)})"
        days = f"{list_date(phase.starts_on)} - {list_date(phase.ends_on)}"
        yield Insertion(InsertionKind.PHASE, phase.name, days, words)
