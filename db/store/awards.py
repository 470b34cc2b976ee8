"""Awards with their decisions and yearly ratings in the data file."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from db.store.rows import change, found, insert, to_bin
from db.tables import AnnualRatingRow, AwardRow, DecisionRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import Refused
from kimhoa_app.domain.people import Rating


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """A decision that awards or recognises; `authority` is who decided, in the words of the paper."""

    year: int
    number: str | None = None
    decided_on: date | None = None
    authority: str = ""
    signer: str = ""
    meeting_id: int | None = None


@dataclass(frozen=True, slots=True)
class AwardDraft:
    """An award to a person or to a unit, exactly one of them; names, post and unit as they were then."""

    award_code: str
    year: int
    subject_then: str
    person_id: int | None = None
    unit_id: int | None = None
    decision_id: int | None = None
    nomination_id: int | None = None
    position_then: str = ""
    unit_then: str = ""


@dataclass(frozen=True, slots=True)
class AwardEntry:
    """An award with its decision; `decision` None where the list does not say which."""

    id: int
    award: AwardDraft
    decision: DecisionDraft | None


@dataclass(frozen=True, slots=True)
class RatingEntry:
    """The rating of a person or of a unit in a year."""

    person_id: int | None
    unit_id: int | None
    year: int
    rating: Rating
    decision_number: str | None = None
    decision_date: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """A decision with its number in the data file."""

    id: int
    decision: DecisionDraft


def insert_decision(uow: UnitOfWork, draft: DecisionDraft) -> int:
    """Write a decision and return its number."""
    return insert(uow, DecisionRow(**asdict(draft)))


def list_decisions(uow: UnitOfWork, year: int | None = None) -> list[DecisionEntry]:
    """Return the decisions of a year, or of all years, the latest year first, in each the latest day first."""
    query = select(DecisionRow).order_by(
        col(DecisionRow.year).desc(), col(DecisionRow.decided_on).desc(), col(DecisionRow.id)
    )
    if year is not None:
        query = query.where(DecisionRow.year == year)
    return [
        DecisionEntry(row.id or 0, DecisionDraft(**row.model_dump(exclude={"id"}))) for row in uow.session.exec(query)
    ]


def insert_award(uow: UnitOfWork, draft: AwardDraft) -> int:
    """Write an award and return its number; raises Refused when the same stands in the same decision."""
    try:
        return insert(uow, AwardRow(**asdict(draft)))
    except IntegrityError as error:
        raise Refused(f"{draft.subject_then} đã được ghi khen thưởng này trong cùng quyết định.") from error


def delete_award(uow: UnitOfWork, award_id: int) -> None:
    """Put an award into the bin; raises NotFound."""
    to_bin(uow, found(uow, AwardRow, award_id, "Không tìm thấy khen thưởng này."))


def list_awards(uow: UnitOfWork, *, year: int | None = None, person_id: int | None = None) -> list[AwardEntry]:
    """Return the awards of a year, of a person, of both or all, the latest first, by one query."""
    query = (
        select(AwardRow, DecisionRow)
        .join(DecisionRow, col(DecisionRow.id) == AwardRow.decision_id, isouter=True)
        .where(col(AwardRow.deleted_at).is_(None))
        .order_by(col(AwardRow.year).desc(), col(AwardRow.id))
    )
    if year is not None:
        query = query.where(AwardRow.year == year)
    if person_id is not None:
        query = query.where(AwardRow.person_id == person_id)
    return [
        AwardEntry(row.id or 0, AwardDraft(**row.model_dump(exclude={"id", "deleted_at"})), decision_of(decision))
        for row, decision in uow.session.exec(query)
    ]


def save_rating(uow: UnitOfWork, entry: RatingEntry) -> None:
    """Write the rating of a subject in a year over what was there."""
    row = uow.session.exec(
        select(AnnualRatingRow).where(
            AnnualRatingRow.year == entry.year,
            AnnualRatingRow.person_id == entry.person_id,
            AnnualRatingRow.unit_id == entry.unit_id,
        )
    ).first()
    values = asdict(entry) | {"rating": entry.rating.value}
    if row is None:
        insert(uow, AnnualRatingRow(**values))
    else:
        change(uow, row, values)


def list_ratings(uow: UnitOfWork, *, year: int | None = None, person_id: int | None = None) -> list[RatingEntry]:
    """Return the ratings of a year, of a person, of both or all, the latest year first."""
    query: SelectOfScalar[AnnualRatingRow] = select(AnnualRatingRow)
    if year is not None:
        query = query.where(AnnualRatingRow.year == year)
    if person_id is not None:
        query = query.where(AnnualRatingRow.person_id == person_id)
    rows = uow.session.exec(query.order_by(col(AnnualRatingRow.year).desc(), col(AnnualRatingRow.id)))
    return [
        RatingEntry(row.person_id, row.unit_id, row.year, Rating(row.rating), row.decision_number, row.decision_date)
        for row in rows
    ]


def decision_of(row: DecisionRow | None) -> DecisionDraft | None:
    """Return the decision of `row` as a value, None for None."""
    return None if row is None else DecisionDraft(**row.model_dump(exclude={"id"}))
