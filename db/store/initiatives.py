"""Initiatives with their authors in the data file."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlmodel import SQLModel, col, delete, select

from db.audit import record
from db.store.awards import DecisionDraft, decision_of
from db.store.rows import change, found, insert, to_bin
from db.tables import DecisionRow, InitiativeAuthorRow, InitiativeRow, PersonRow
from db.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class AuthorShare:
    """An author's share of an initiative in basis points (10000 is the whole)."""

    person_id: int
    share: int
    full_name: str = ""


@dataclass(frozen=True, slots=True)
class InitiativeDraft:
    """An initiative; `scope` is "grassroots", "province" or "nation", a `decision_id` recognises it."""

    year: int
    name: str
    field_of_work: str = ""
    summary: str = ""
    scope: str = "grassroots"
    decision_id: int | None = None


@dataclass(frozen=True, slots=True)
class InitiativeEntry:
    """An initiative with its authors, the largest share first, and the decision that recognised it."""

    id: int
    initiative: InitiativeDraft
    authors: tuple[AuthorShare, ...]
    decision: DecisionDraft | None


def insert_initiative(uow: UnitOfWork, draft: InitiativeDraft, authors: Sequence[AuthorShare]) -> int:
    """Write an initiative with its authors and return its number."""
    initiative_id = insert(uow, InitiativeRow(**asdict(draft)))
    _insert_authors(uow, initiative_id, authors)
    return initiative_id


def overwrite_initiative(
    uow: UnitOfWork, initiative_id: int, draft: InitiativeDraft, authors: Sequence[AuthorShare]
) -> None:
    """Write `draft` and its authors over an initiative; raises NotFound."""
    change(uow, _initiative(uow, initiative_id), asdict(draft))
    before = _shares(_authors(uow).get(initiative_id, []))
    if _shares(authors) == before:
        return
    uow.session.exec(delete(InitiativeAuthorRow).where(col(InitiativeAuthorRow.initiative_id) == initiative_id))
    _insert_authors(uow, initiative_id, authors)
    record(uow, "initiative", initiative_id, "change", {"authors": before}, {"authors": _shares(authors)})


def decide_on_initiative(uow: UnitOfWork, initiative_id: int, decision_id: int | None) -> None:
    """Let a decision recognise an initiative, None takes that back; raises NotFound."""
    change(uow, _initiative(uow, initiative_id), {"decision_id": decision_id})


def delete_initiative(uow: UnitOfWork, initiative_id: int) -> None:
    """Put an initiative into the bin; raises NotFound."""
    to_bin(uow, _initiative(uow, initiative_id))


def list_initiatives(uow: UnitOfWork, year: int | None = None) -> list[InitiativeEntry]:
    """Return the initiatives of a year, or all, in the order in which they were recorded, by two queries."""
    query = (
        select(InitiativeRow, DecisionRow)
        .join(DecisionRow, col(DecisionRow.id) == InitiativeRow.decision_id, isouter=True)
        .where(col(InitiativeRow.deleted_at).is_(None))
        .order_by(col(InitiativeRow.id))
    )
    if year is not None:
        query = query.where(InitiativeRow.year == year)
    authors = _authors(uow)
    return [
        InitiativeEntry(
            row.id or 0,
            InitiativeDraft(**row.model_dump(exclude={"id", "deleted_at"})),
            tuple(authors.get(row.id or 0, ())),
            decision_of(decision),
        )
        for row, decision in uow.session.exec(query)
    ]


def _initiative(uow: UnitOfWork, initiative_id: int) -> InitiativeRow:
    return found(uow, InitiativeRow, initiative_id, "Không tìm thấy sáng kiến này.")


def _insert_authors(uow: UnitOfWork, initiative_id: int, authors: Sequence[AuthorShare]) -> None:
    rows: list[SQLModel] = [
        InitiativeAuthorRow(initiative_id=initiative_id, person_id=author.person_id, share=author.share)
        for author in authors
    ]
    uow.session.add_all(rows)
    uow.session.flush()


def _shares(authors: Sequence[AuthorShare]) -> dict[str, int]:
    return {str(author.person_id): author.share for author in sorted(authors, key=lambda each: each.person_id)}


def _authors(uow: UnitOfWork) -> dict[int, list[AuthorShare]]:
    query = (
        select(InitiativeAuthorRow, PersonRow.full_name)
        .join(PersonRow, col(PersonRow.id) == InitiativeAuthorRow.person_id)
        .order_by(col(InitiativeAuthorRow.share).desc(), col(InitiativeAuthorRow.person_id))
    )
    authors: dict[int, list[AuthorShare]] = {}
    for row, full_name in uow.session.exec(query):
        authors.setdefault(row.initiative_id, []).append(AuthorShare(row.person_id, row.share, full_name))
    return authors
