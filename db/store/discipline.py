"""Disciplinary measures against people."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlmodel import col, select

from db.store.rows import insert
from db.tables import DisciplineRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.discipline import DisciplineForm


@dataclass(frozen=True, slots=True)
class DisciplineDraft:
    """A measure against a person, from the day of its decision until `ended_on`."""

    person_id: int
    form: DisciplineForm
    decided_on: date
    ended_on: date | None = None
    decision_number: str | None = None


def insert_discipline(uow: UnitOfWork, draft: DisciplineDraft) -> int:
    """Write a measure and return its number."""
    return insert(uow, DisciplineRow(**(asdict(draft) | {"form": draft.form.value})))


def disciplined_in(uow: UnitOfWork, year: int) -> set[int]:
    """Return the people against whom a measure was decided in `year`."""
    decided = col(DisciplineRow.decided_on)
    query = select(DisciplineRow.person_id).where(decided.between(date(year, 1, 1), date(year, 12, 31)))
    return set(uow.session.exec(query))
