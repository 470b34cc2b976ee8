"""What has been done for a working year, counted for the overview."""

from dataclasses import dataclass

from sqlmodel import col, func, select

from db.tables import AnnualRatingRow, AwardRow, DocumentRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.model import DocumentKind


@dataclass(frozen=True, slots=True)
class YearFacts:
    """Counts for one year; `plan_drafted` and `plan_issued` are of the plan that launches its movement."""

    documents_issued: int
    documents_drafted: int
    plan_drafted: bool
    plan_issued: bool
    ratings: int
    awards: int


def year_facts(uow: UnitOfWork, year: int) -> YearFacts:
    """Return the counts of `year`, without what is in the bin."""
    query = select(DocumentRow.kind, DocumentRow.state).where(
        DocumentRow.year == year, col(DocumentRow.deleted_at).is_(None)
    )
    documents = uow.session.exec(query).all()
    plans = {state for kind, state in documents if kind == DocumentKind.PLAN.value}
    ratings = select(func.count()).select_from(AnnualRatingRow).where(AnnualRatingRow.year == year)
    awards = select(func.count()).select_from(AwardRow).where(AwardRow.year == year, col(AwardRow.deleted_at).is_(None))
    issued = sum(state == "issued" for _, state in documents)
    return YearFacts(
        documents_issued=issued,
        documents_drafted=len(documents) - issued,
        plan_drafted=bool(plans),
        plan_issued="issued" in plans,
        ratings=uow.session.exec(ratings).one(),
        awards=uow.session.exec(awards).one(),
    )
