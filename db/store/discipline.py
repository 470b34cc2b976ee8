"""Disciplinary measures against people."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlmodel import col, select

from db.store.rows import change, found, insert, remove
from db.tables import DisciplineRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.discipline import DisciplineForm

_MISSING = "Không tìm thấy hình thức kỷ luật này."


@dataclass(frozen=True, slots=True)
class DisciplineDraft:
    """A measure against a person, from the day of its decision until `ended_on`."""

    person_id: int
    form: DisciplineForm
    decided_on: date
    ended_on: date | None = None
    decision_number: str | None = None


@dataclass(frozen=True, slots=True)
class DisciplineEntry:
    """A measure with its number in the data file."""

    id: int
    measure: DisciplineDraft


def insert_discipline(uow: UnitOfWork, draft: DisciplineDraft) -> int:
    """Write a measure and return its number."""
    return insert(uow, DisciplineRow(**(asdict(draft) | {"form": draft.form.value})))


def list_disciplines(uow: UnitOfWork, person_id: int) -> list[DisciplineEntry]:
    """Return the measures against a person, the latest first."""
    query = (
        select(DisciplineRow)
        .where(DisciplineRow.person_id == person_id)
        .order_by(col(DisciplineRow.decided_on).desc(), col(DisciplineRow.id).desc())
    )
    return [
        DisciplineEntry(
            row.id or 0,
            DisciplineDraft(row.person_id, DisciplineForm(row.form), row.decided_on, row.ended_on, row.decision_number),
        )
        for row in uow.session.exec(query)
    ]


def overwrite_discipline(uow: UnitOfWork, discipline_id: int, draft: DisciplineDraft) -> None:
    """Write `draft` over a measure; raises NotFound."""
    change(uow, found(uow, DisciplineRow, discipline_id, _MISSING), asdict(draft))


def remove_discipline(uow: UnitOfWork, discipline_id: int) -> None:
    """Delete a measure that was entered by mistake; raises NotFound."""
    remove(uow, found(uow, DisciplineRow, discipline_id, _MISSING))


def all_disciplines(uow: UnitOfWork) -> list[DisciplineDraft]:
    """Return every measure, in the order in which they were recorded."""
    rows = uow.session.exec(select(DisciplineRow).order_by(col(DisciplineRow.id)))
    return [
        DisciplineDraft(row.person_id, DisciplineForm(row.form), row.decided_on, row.ended_on, row.decision_number)
        for row in rows
    ]


def disciplined_in(uow: UnitOfWork, year: int) -> set[int]:
    """Return the people against whom a measure was decided in `year`."""
    decided = col(DisciplineRow.decided_on)
    query = select(DisciplineRow.person_id).where(decided.between(date(year, 1, 1), date(year, 12, 31)))
    return set(uow.session.exec(query))
