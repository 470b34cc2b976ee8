"""Initiatives with their authors, the decisions that recognise them and the awards that they have served."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from db.audit import record, record_all, row_values
from db.store.awards import DecisionDraft, decision_draft
from db.store.rows import change, found, insert, number, to_bin
from db.tables import DecisionRow, InitiativeAuthorRow, InitiativeRow, InitiativeUseRow, PersonRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.initiatives import InitiativeUse

_AUTHOR = str(InitiativeAuthorRow.__tablename__)


@dataclass(frozen=True, slots=True)
class AuthorShare:
    """An author's share of an initiative in basis points (10000 is the whole)."""

    person_id: int
    share: int
    full_name: str = ""


@dataclass(frozen=True, slots=True)
class InitiativeDraft:
    """An initiative; `scope` is "grassroots", "province" or "nation", a `decision_id` recognises it.

    `applied_at` is where it is applied, `money_benefit` what it saves or earns in đồng a year. `registration_id` is the
    registration whose topic it is; `wider_decision_id` recognises its effect beyond the commune.
    """

    year: int
    name: str
    field_of_work: str = ""
    summary: str = ""
    scope: str = "grassroots"
    decision_id: int | None = None
    situation_before: str = ""
    economic_effect: str = ""
    social_effect: str = ""
    applied_at: str = ""
    money_benefit: int | None = None
    applied_since: date | None = None
    submitted_on: date | None = None
    registration_id: int | None = None
    wider_decision_id: int | None = None


@dataclass(frozen=True, slots=True)
class InitiativeEntry:
    """An initiative with its authors, the largest share first, its decisions, and what it has served."""

    id: int
    initiative: InitiativeDraft
    authors: tuple[AuthorShare, ...]
    decision: DecisionDraft | None
    wider_decision: DecisionDraft | None = None
    uses: tuple[InitiativeUse, ...] = ()


def insert_initiative(uow: UnitOfWork, draft: InitiativeDraft, authors: Sequence[AuthorShare]) -> int:
    """Write an initiative with its authors and return its number."""
    initiative_id = insert(uow, InitiativeRow(**asdict(draft)))
    insert_authors(uow, initiative_id, authors)
    return initiative_id


def insert_authors(uow: UnitOfWork, initiative_id: int, authors: Sequence[AuthorShare]) -> None:
    """Write the authors of an initiative that has none."""
    rows = [
        InitiativeAuthorRow(initiative_id=initiative_id, person_id=author.person_id, share=author.share)
        for author in authors
    ]
    uow.session.add_all(rows)
    uow.session.flush()
    record_all(uow, _AUTHOR, "add", [(initiative_id, None, row_values(row)) for row in rows])


def remove_authors(uow: UnitOfWork, rows: Sequence[InitiativeAuthorRow]) -> None:
    """Take authors off their initiatives."""
    record_all(uow, _AUTHOR, "delete", [(row.initiative_id, row_values(row), None) for row in rows])
    for row in rows:
        uow.session.delete(row)
    uow.session.flush()


def list_initiatives(
    uow: UnitOfWork, year: int | None = None, *, person_id: int | None = None
) -> list[InitiativeEntry]:
    """Return the initiatives of a year, of an author, or all, in the order of their recording, by three queries."""
    wider = aliased(DecisionRow)
    query = (
        select(InitiativeRow, DecisionRow, wider)
        .join(DecisionRow, col(DecisionRow.id) == InitiativeRow.decision_id, isouter=True)
        .join(wider, wider.id == InitiativeRow.wider_decision_id, isouter=True)  # type: ignore[arg-type]
        .where(col(InitiativeRow.deleted_at).is_(None))
        .order_by(col(InitiativeRow.id))
    )
    if year is not None:
        query = query.where(InitiativeRow.year == year)
    if person_id is not None:
        own = select(InitiativeAuthorRow.initiative_id).where(InitiativeAuthorRow.person_id == person_id)
        query = query.where(col(InitiativeRow.id).in_(own))
    authors, uses = list_authors(uow), _uses(uow)
    return [
        InitiativeEntry(
            row.id or 0,
            InitiativeDraft(**row.model_dump(exclude={"id", "deleted_at"})),
            tuple(authors.get(row.id or 0, ())),
            decision_draft(decision),
            decision_draft(beyond),
            tuple(uses.get(row.id or 0, ())),
        )
        for row, decision, beyond in uow.session.exec(query)
    ]


def list_authors(uow: UnitOfWork) -> dict[int, list[AuthorShare]]:
    """Return the authors of every initiative by its number, the largest share first."""
    query = (
        select(InitiativeAuthorRow, PersonRow.full_name)
        .join(PersonRow, col(PersonRow.id) == InitiativeAuthorRow.person_id)
        .order_by(col(InitiativeAuthorRow.share).desc(), col(InitiativeAuthorRow.person_id))
    )
    authors: dict[int, list[AuthorShare]] = {}
    for row, full_name in uow.session.exec(query):
        authors.setdefault(row.initiative_id, []).append(AuthorShare(row.person_id, row.share, full_name))
    return authors


def overwrite_initiative(
    uow: UnitOfWork, initiative_id: int, draft: InitiativeDraft, authors: Sequence[AuthorShare]
) -> None:
    """Write `draft` and its authors over an initiative; raises NotFound."""
    change(uow, initiative_row(uow, initiative_id), asdict(draft))
    overwrite_authors(uow, initiative_id, authors)


def overwrite_authors(uow: UnitOfWork, initiative_id: int, authors: Sequence[AuthorShare]) -> None:
    """Write `authors` over those of an initiative; who stays as before is not touched."""
    shares = {author.person_id: author.share for author in authors}
    query = select(InitiativeAuthorRow).where(InitiativeAuthorRow.initiative_id == initiative_id)
    rows = list(uow.session.exec(query))
    remove_authors(uow, [row for row in rows if row.person_id not in shares])
    for row in rows:
        share = shares.get(row.person_id, row.share)
        if share != row.share:
            before, row.share = row_values(row), share
            record(uow, _AUTHOR, initiative_id, "change", before, row_values(row))
    there = {row.person_id for row in rows}
    insert_authors(uow, initiative_id, [author for author in authors if author.person_id not in there])


def decide_on_initiative(uow: UnitOfWork, initiative_id: int, decision_id: int | None) -> None:
    """Let a decision recognise an initiative, None takes that back; raises NotFound."""
    change(uow, initiative_row(uow, initiative_id), {"decision_id": decision_id})


def widen_scope(uow: UnitOfWork, initiative_id: int, scope: str, decision_id: int | None) -> None:
    """Write how far an initiative reaches and what recognises that, None at the commune itself; raises NotFound."""
    change(uow, initiative_row(uow, initiative_id), {"scope": scope, "wider_decision_id": decision_id})


def delete_initiative(uow: UnitOfWork, initiative_id: int) -> None:
    """Put an initiative into the bin; raises NotFound."""
    to_bin(uow, initiative_row(uow, initiative_id))


def _uses(uow: UnitOfWork) -> dict[int, list[InitiativeUse]]:
    uses: dict[int, list[InitiativeUse]] = {}
    for row in uow.session.exec(select(InitiativeUseRow).order_by(col(InitiativeUseRow.year))):
        use = InitiativeUse(number(row), row.person_id, row.award_code, row.year)
        uses.setdefault(row.initiative_id, []).append(use)
    return uses


def initiative_row(uow: UnitOfWork, initiative_id: int) -> InitiativeRow:
    """Return the row of an initiative; raises NotFound."""
    return found(uow, InitiativeRow, initiative_id, "Không tìm thấy sáng kiến này.")
