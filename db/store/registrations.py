"""The rounds of registration and what was registered in them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlmodel import col, select

from db.store.rows import change, found, insert, insert_all, number
from db.tables import RegistrationRoundRow, RegistrationRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import NotFound, Refused
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationRound

_GONE = "Không tìm thấy đăng ký này; có thể đã bị xóa."


@dataclass(frozen=True, slots=True)
class StoredRegistration:
    """A registration with its number and the year of its round; `withdrawn_at` is when it went into the bin.

    `refused_on` and `refusal` say when and why an authority above refused it.
    """

    registration_id: int
    year: int
    draft: RegistrationDraft
    withdrawn_at: datetime | None = None
    refused_on: date | None = None
    refusal: str = ""


def find_round(uow: UnitOfWork, year: int) -> RegistrationRound | None:
    """Return the round of `year`, or None when none was opened."""
    row = _round_row(uow, year)
    return None if row is None else RegistrationRound(row.year, row.opens_on, row.deadline)


def save_round(uow: UnitOfWork, entry: RegistrationRound) -> None:
    """Write the round of its year, new or over the old."""
    row = _round_row(uow, entry.year)
    if row is None:
        insert(uow, RegistrationRoundRow(**asdict(entry)))
    else:
        change(uow, row, asdict(entry))


def list_registrations(uow: UnitOfWork, year: int, *, withdrawn: bool = False) -> list[StoredRegistration]:
    """Return what was registered in the round of `year`, in the order it was entered; with `withdrawn` also the bin."""
    query = (
        select(RegistrationRow)
        .join(RegistrationRoundRow)
        .where(RegistrationRoundRow.year == year)
        .order_by(col(RegistrationRow.id))
    )
    if not withdrawn:
        query = query.where(col(RegistrationRow.deleted_at).is_(None))
    return [_stored(row, year) for row in uow.session.exec(query)]


def registrations_of(uow: UnitOfWork, person_id: int) -> list[StoredRegistration]:
    """Return what a person has registered in every year and is not in the bin, the latest year first."""
    query = (
        select(RegistrationRow, RegistrationRoundRow.year)
        .join(RegistrationRoundRow)
        .where(RegistrationRow.person_id == person_id, col(RegistrationRow.deleted_at).is_(None))
        .order_by(col(RegistrationRoundRow.year).desc(), col(RegistrationRow.id))
    )
    return [StoredRegistration(number(row), year, _draft(row)) for row, year in uow.session.exec(query)]


def find_registration(uow: UnitOfWork, registration_id: int) -> StoredRegistration:
    """Return one registration; raises NotFound, also for one in the bin."""
    row = _row(uow, registration_id)
    entry = found(uow, RegistrationRoundRow, row.round_id, _GONE)
    return _stored(row, entry.year)


def add_registration(uow: UnitOfWork, year: int, draft: RegistrationDraft) -> int:
    """Write a checked registration in the round of `year` and return its number; raises Refused when it is there."""
    return add_registrations(uow, year, [draft])[0]


def add_registrations(uow: UnitOfWork, year: int, drafts: Sequence[RegistrationDraft]) -> list[int]:
    """Write checked registrations as `add_registration` does, many at once, and return their numbers.

    Raises Refused when one of them is there or comes twice; none is written then.
    """
    entry = _round_row(uow, year)
    if entry is None:
        raise NotFound(f"Chưa mở đợt đăng ký năm {year}.")
    taken = {stored.draft.key for stored in list_registrations(uow, year)}
    for draft in drafts:
        if draft.key in taken:
            raise second_time(draft)
        taken.add(draft.key)
    return insert_all(uow, [RegistrationRow(round_id=number(entry), **asdict(draft)) for draft in drafts])


def second_time(draft: RegistrationDraft) -> Refused:
    """Return the refusal of a registration that is in the year's round already."""
    return Refused(f"Đã đăng ký danh hiệu {draft.award_code} trong năm này rồi.")


def change_registration(uow: UnitOfWork, registration_id: int, draft: RegistrationDraft) -> None:
    """Write a checked registration over the old one; raises NotFound, or Refused when it would stand there twice."""
    row = _row(uow, registration_id)
    _refuse_second(uow, row.round_id, draft, besides=registration_id)
    change(uow, row, asdict(draft))


def refuse_registration(uow: UnitOfWork, registration_id: int, refused_on: date | None, refusal: str) -> None:
    """Write when and why an authority above refused it, None and "" to take that back; raises NotFound."""
    action = "refuse" if refused_on else "unrefuse"
    change(uow, _row(uow, registration_id), {"refused_on": refused_on, "refusal": refusal}, action)


def bin_registration(uow: UnitOfWork, registration_id: int) -> None:
    """Put a registration in the bin; raises NotFound."""
    change(uow, _row(uow, registration_id), {"deleted_at": uow.clock()}, "delete")


def _round_row(uow: UnitOfWork, year: int) -> RegistrationRoundRow | None:
    return uow.session.exec(select(RegistrationRoundRow).where(RegistrationRoundRow.year == year)).first()


def _row(uow: UnitOfWork, registration_id: int) -> RegistrationRow:
    row = found(uow, RegistrationRow, registration_id, _GONE)
    if row.deleted_at is not None:
        raise NotFound(_GONE)
    return row


def _refuse_second(uow: UnitOfWork, round_id: int, draft: RegistrationDraft, besides: int | None = None) -> None:
    query = select(RegistrationRow.id).where(
        RegistrationRow.round_id == round_id,
        RegistrationRow.person_id == draft.person_id,
        RegistrationRow.unit_id == draft.unit_id,
        RegistrationRow.household_id == draft.household_id,
        RegistrationRow.award_code == draft.award_code,
        col(RegistrationRow.deleted_at).is_(None),
        RegistrationRow.id != besides,
    )
    if uow.session.exec(query).first() is not None:
        raise second_time(draft)


def _stored(row: RegistrationRow, year: int) -> StoredRegistration:
    return StoredRegistration(number(row), year, _draft(row), row.deleted_at, row.refused_on, row.refusal)


def _draft(row: RegistrationRow) -> RegistrationDraft:
    return RegistrationDraft(
        award_code=row.award_code,
        registered_on=row.registered_on,
        person_id=row.person_id,
        unit_id=row.unit_id,
        form_code=row.form_code,
        topic=row.topic,
        note=row.note,
        household_id=row.household_id,
    )
