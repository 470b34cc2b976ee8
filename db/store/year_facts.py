"""What has been done for a working year, for the overview, and which years have any work in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, func, select

from db.store.documents import DocumentEntry, DocumentState, list_documents
from db.store.templates import base_of
from db.tables import AnnualRatingRow, AwardRow, DocumentRow, MeetingRow, RegistrationRoundRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.model import DocumentKind
from kimhoa_app.documents.templating.template import OTHER_PLANS


@dataclass(frozen=True, slots=True)
class YearFacts:
    """What one year holds; `plan_drafted` and `plan_label` are of the plan that launches its movement.

    `plan_label` is its number and day of issue ("12/KH-UBND · 05/01"), empty until it is issued; `drafts` are what
    has not been issued, the last changed first.
    """

    documents_issued: int
    documents_drafted: int
    plan_drafted: bool
    plan_label: str
    ratings: int
    awards: int
    drafts: tuple[DocumentEntry, ...]

    @property
    def plan_issued(self) -> bool:
        """Whether the plan has been issued."""
        return bool(self.plan_label)


def year_facts(uow: UnitOfWork, year: int) -> YearFacts:
    """Return the facts of `year`, without what is in the bin."""
    documents = list_documents(uow, year)
    drafts = [entry for entry in documents if entry.state is DocumentState.DRAFT]
    plans = year_plans(uow, documents)
    ratings = select(func.count()).select_from(AnnualRatingRow).where(AnnualRatingRow.year == year)
    awards = select(func.count()).select_from(AwardRow).where(AwardRow.year == year, col(AwardRow.deleted_at).is_(None))
    return YearFacts(
        documents_issued=len(documents) - len(drafts),
        documents_drafted=len(drafts),
        plan_drafted=bool(plans),
        plan_label=next((_label(plan) for plan in reversed(plans) if plan.state is DocumentState.ISSUED), ""),
        ratings=uow.session.exec(ratings).one(),
        awards=uow.session.exec(awards).one(),
        drafts=tuple(drafts),
    )


def year_plans(uow: UnitOfWork, documents: Sequence[DocumentEntry]) -> list[DocumentEntry]:
    """Return those documents that are the plan of their year: every plan but those of a phase or of the council."""
    plans = [entry for entry in documents if entry.kind is DocumentKind.PLAN]
    return [entry for entry in plans if base_of(uow, entry.template) not in OTHER_PLANS]


def years_with_work(uow: UnitOfWork) -> set[int]:
    """Return the years that have a registration round, a document or a meeting."""
    years = set(uow.session.exec(select(RegistrationRoundRow.year)))
    years.update(uow.session.exec(select(MeetingRow.year)))
    years.update(uow.session.exec(select(DocumentRow.year).where(col(DocumentRow.deleted_at).is_(None))))
    return years


def _label(plan: DocumentEntry) -> str:
    if plan.number is None:
        return f"…/{plan.symbol} · chờ số"
    day = f" · {plan.issued_on:%d/%m}" if plan.issued_on else ""
    return f"{plan.number:02d}/{plan.symbol}{day}"
