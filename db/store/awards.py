"""Awards with their decisions, and yearly ratings, in the data file."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from db.store.rows import change, found, insert, insert_all, remove, to_bin
from db.tables import AnnualRatingRow, AwardRow, DecisionRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.consideration import Occasion
from kimhoa_app.domain.errors import Refused
from kimhoa_app.domain.people import Rating

_GONE = "Không tìm thấy khen thưởng này."


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
    """An award to a person, a unit or a household, exactly one of them; names, post and unit as they were then.

    `occasion` is None for one by merit over a time.
    """

    award_code: str
    year: int
    subject_then: str
    person_id: int | None = None
    unit_id: int | None = None
    decision_id: int | None = None
    nomination_id: int | None = None
    position_then: str = ""
    unit_then: str = ""
    household_id: int | None = None
    occasion: Occasion | None = None


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


def overwrite_decision(uow: UnitOfWork, decision_id: int, draft: DecisionDraft) -> DecisionDraft:
    """Write `draft` over a decision and return what it said before; raises NotFound."""
    row = found(uow, DecisionRow, decision_id, "Không tìm thấy quyết định này.")
    before = DecisionDraft(**row.model_dump(exclude={"id"}))
    change(uow, row, asdict(draft))
    return before


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
        return insert(uow, _award_row(draft))
    except IntegrityError as error:
        raise Refused(f"{draft.subject_then} đã được ghi khen thưởng này trong cùng quyết định.") from error


def insert_awards(uow: UnitOfWork, drafts: Sequence[AwardDraft]) -> list[int]:
    """Write awards, many at once, and return their numbers; raises Refused when one stands in its decision twice."""
    try:
        return insert_all(uow, [_award_row(draft) for draft in drafts])
    except IntegrityError as error:
        raise Refused("Có cá nhân, tập thể được ghi cùng một khen thưởng hai lần trong một quyết định.") from error


def decide_on_award(uow: UnitOfWork, award_id: int, decision_id: int | None) -> None:
    """Let a decision stand behind an award, None takes that back; raises NotFound."""
    change(uow, found(uow, AwardRow, award_id, _GONE), {"decision_id": decision_id})


def set_occasions(uow: UnitOfWork, occasions: Mapping[int, Occasion | None]) -> None:
    """Note why each award was given, None for one by merit; raises NotFound."""
    for award_id, occasion in occasions.items():
        change(uow, found(uow, AwardRow, award_id, _GONE), {"occasion": occasion})


def delete_award(uow: UnitOfWork, award_id: int) -> None:
    """Put an award into the bin; raises NotFound."""
    to_bin(uow, found(uow, AwardRow, award_id, _GONE))


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
        AwardEntry(row.id or 0, _award_draft(row), decision_draft(decision))
        for row, decision in uow.session.exec(query)
    ]


def save_rating(uow: UnitOfWork, entry: RatingEntry) -> None:
    """Write the rating of a subject in a year over what was there."""
    row = _rating_row(uow, entry.person_id, entry.unit_id, entry.year)
    if row is None:
        insert_ratings(uow, [entry])
    else:
        change(uow, row, _rating_values(entry))


def remove_rating(uow: UnitOfWork, person_id: int | None, unit_id: int | None, year: int) -> None:
    """Delete the rating of a subject in a year, if there is one."""
    row = _rating_row(uow, person_id, unit_id, year)
    if row is not None:
        remove(uow, row)


def insert_ratings(uow: UnitOfWork, entries: Sequence[RatingEntry]) -> None:
    """Write ratings of subjects and years that have none yet, many at once."""
    insert_all(uow, [AnnualRatingRow(**_rating_values(entry)) for entry in entries])


def list_ratings(
    uow: UnitOfWork, *, year: int | None = None, person_id: int | None = None, unit_id: int | None = None
) -> list[RatingEntry]:
    """Return the ratings of a year, of a person or a unit, of both or all, the latest year first."""
    query: SelectOfScalar[AnnualRatingRow] = select(AnnualRatingRow)
    if year is not None:
        query = query.where(AnnualRatingRow.year == year)
    if person_id is not None:
        query = query.where(AnnualRatingRow.person_id == person_id)
    if unit_id is not None:
        query = query.where(AnnualRatingRow.unit_id == unit_id)
    rows = uow.session.exec(query.order_by(col(AnnualRatingRow.year).desc(), col(AnnualRatingRow.id)))
    return [
        RatingEntry(row.person_id, row.unit_id, row.year, Rating(row.rating), row.decision_number, row.decision_date)
        for row in rows
    ]


def _rating_row(uow: UnitOfWork, person_id: int | None, unit_id: int | None, year: int) -> AnnualRatingRow | None:
    query = select(AnnualRatingRow).where(
        AnnualRatingRow.year == year, AnnualRatingRow.person_id == person_id, AnnualRatingRow.unit_id == unit_id
    )
    return uow.session.exec(query).first()


def _rating_values(entry: RatingEntry) -> dict[str, Any]:
    return asdict(entry) | {"rating": entry.rating.value}


def _award_row(draft: AwardDraft) -> AwardRow:
    return AwardRow(**asdict(draft) | {"occasion": draft.occasion and draft.occasion.value})


def _award_draft(row: AwardRow) -> AwardDraft:
    values = row.model_dump(exclude={"id", "deleted_at"})
    return AwardDraft(**values | {"occasion": None if row.occasion is None else Occasion(row.occasion)})


def decision_draft(row: DecisionRow | None) -> DecisionDraft | None:
    """Return the decision that a row holds, None for none."""
    return None if row is None else DecisionDraft(**row.model_dump(exclude={"id"}))
