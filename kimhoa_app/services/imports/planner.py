"""What every kind of list has to tell the import."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from db.unit_of_work import UnitOfWork
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.people import ListedPerson
from kimhoa_app.exchange.lists.reading import FoundList
from kimhoa_app.services.imports.plan import Decision, PlannedRow, RowAction, Steps
from kimhoa_app.services.imports.register import Register


@dataclass(frozen=True, slots=True)
class Occasion:
    """The day of the import, the year that it is about as far as it is known, the register, the day the list came."""

    today: date
    year: int | None
    register: Register
    received_on: date


class Planner(ABC):
    """Reads the lines of one kind, says what would be done with each, and does it."""

    about_people = True
    """Whether somebody whom a line names and nobody knows is added to the register."""

    def __init__(self, _uow: UnitOfWork, occasion: Occasion) -> None:
        self.occasion = occasion
        self.register = occasion.register

    @abstractmethod
    def entries(self, found: FoundList) -> list[PlannedRow]:
        """Return what the lines say, each with its `entry` or, refused, with its reason; nothing is compared yet."""

    @abstractmethod
    def planned(self, row: PlannedRow, decision: Decision | None = None) -> PlannedRow:
        """Return the row with what would be done with its entry."""

    @abstractmethod
    def people_of(self, row: PlannedRow) -> list[ListedPerson]:
        """Return those of the row who are to be added to the register, in no order."""

    @abstractmethod
    def write(self, uow: UnitOfWork, rows: Sequence[PlannedRow], added: "Added", steps: Steps) -> None:
        """Do what is planned for `rows`, all new or changed."""


@dataclass(frozen=True, slots=True)
class Added:
    """The people and units that the import has added, by what lists call them."""

    people: dict[object, int]
    units: dict[str, int]


def new_person_key(listed: ListedPerson) -> object:
    """Return what two lines share that speak of one person whom nobody knows yet."""
    if listed.national_id:
        return listed.national_id
    return listed.full_name.casefold(), listed.birth.iso if listed.birth else "", listed.unit.casefold()


def refused(row: int, name: str, reason: str, warnings: tuple[str, ...] = ()) -> PlannedRow:
    """Return a row that says nothing that could be taken, and why."""
    return PlannedRow(row, RowAction.REFUSED, name, reason=reason, warnings=warnings)


def barred(row: PlannedRow, reason: str) -> PlannedRow:
    """Return the row as one of which nothing is done, and why."""
    return replace(row, action=RowAction.REFUSED, reason=reason)


def with_faults(reason: str, line: Line) -> str:
    """Return the reason together with what is wrong with the cells of the line."""
    return " ".join([reason, *line.faults])


def unclear(row: PlannedRow, reason: str, candidates: Sequence[Any]) -> PlannedRow:
    """Return the row as one that might speak of several people."""
    return replace(row, action=RowAction.AMBIGUOUS, reason=reason, candidates=tuple(candidates), asks_person=True)
