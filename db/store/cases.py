"""The cases before a meeting of a council and the votes on them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlmodel import col, select

from db.audit import record_all, row_values
from db.store.marks import has_marks, marks_of
from db.store.rows import change, found, insert_all, number, remove, remove_owned, write_owned
from db.tables import InitiativeAuthorRow, NominationRow, TallyRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import SubjectKind, subject_kind
from kimhoa_app.domain.errors import Refused
from kimhoa_app.domain.meetings import Case, Votes

_NO_CASE = "Không tìm thấy trường hợp này trong cuộc họp."


def add_case(uow: UnitOfWork, meeting_id: int, case: Case) -> int:
    """Put a case before the meeting, after the others, and return its number; raises Refused for a second time."""
    return add_cases(uow, meeting_id, [case])[0]


def add_cases(uow: UnitOfWork, meeting_id: int, cases: Sequence[Case]) -> list[int]:
    """Put cases before the meeting as `add_case` does, many at once, and return their numbers."""
    others = _nominations(uow, meeting_id)
    taken = {_key(other) for other in others}
    first = max((other.position_in_list for other in others), default=0) + 1
    for case in cases:
        if case.key in taken:
            raise Refused(f"{case.name} đã được đưa ra xét {case.award_code}.")
        taken.add(case.key)
    return insert_all(uow, [_case_row(meeting_id, case, place) for place, case in enumerate(cases, first)])


def change_summary(uow: UnitOfWork, nomination_id: int, summary: str) -> None:
    """Write what a case is put forward for; raises NotFound."""
    change(uow, found(uow, NominationRow, nomination_id, _NO_CASE), {"summary": summary})


def remove_case(uow: UnitOfWork, nomination_id: int) -> None:
    """Take a case off the meeting; raises NotFound, Refused while it has votes or marks."""
    row = found(uow, NominationRow, nomination_id, _NO_CASE)
    if has_marks(uow, nomination_id):
        raise Refused(f"{row.subject_then} đã có phiếu chấm; hãy xóa phiếu chấm trước khi rút khỏi danh sách.")
    if uow.session.get(TallyRow, nomination_id) is not None:
        raise Refused(f"{row.subject_then} đã có phiếu; hãy xóa phiếu trước khi rút khỏi danh sách.")
    remove(uow, row)


def save_votes(uow: UnitOfWork, nomination_id: int, votes: Votes) -> None:
    """Write the checked votes on a case, new or over the old."""
    row = uow.session.get(TallyRow, nomination_id)
    if row is None:
        add_votes(uow, {nomination_id: votes})
        return
    before = row_values(row)
    for name, value in _tally(votes).items():
        setattr(row, name, value)
    write_owned(uow, row, nomination_id, before)


def add_votes(uow: UnitOfWork, votes_by_case: Mapping[int, Votes]) -> None:
    """Write the checked votes on cases that have none yet, by their numbers, many at once."""
    rows = {case_id: TallyRow(nomination_id=case_id, **_tally(votes)) for case_id, votes in votes_by_case.items()}
    uow.session.add_all(rows.values())
    uow.session.flush()
    if rows:
        record_all(uow, "tally", "add", [(case_id, None, row_values(row)) for case_id, row in rows.items()])


def clear_votes(uow: UnitOfWork, nomination_id: int) -> None:
    """Remove the votes on a case, if it has any."""
    row = uow.session.get(TallyRow, nomination_id)
    if row is not None:
        remove_owned(uow, row, nomination_id)


def case_meeting(uow: UnitOfWork, nomination_id: int) -> int:
    """Return the meeting of a case; raises NotFound."""
    return found(uow, NominationRow, nomination_id, _NO_CASE).meeting_id


def cases_of(uow: UnitOfWork, meeting_id: int) -> tuple[Case, ...]:
    """Return the cases before a meeting in their order, each with its votes and marks."""
    query = (
        select(NominationRow, TallyRow)
        .join(TallyRow, col(TallyRow.nomination_id) == NominationRow.id, isouter=True)
        .where(NominationRow.meeting_id == meeting_id)
        .order_by(col(NominationRow.position_in_list), col(NominationRow.id))
    )
    sheets, authors = marks_of(uow, meeting_id), _authors(uow, meeting_id)
    return tuple(
        replace(_case(row, tally), sheets=sheets.get(number(row), ()), author_ids=tuple(authors.get(number(row), ())))
        for row, tally in uow.session.exec(query)
    )


def _nominations(uow: UnitOfWork, meeting_id: int) -> list[NominationRow]:
    return list(uow.session.exec(select(NominationRow).where(NominationRow.meeting_id == meeting_id)))


def _tally(votes: Votes) -> dict[str, int]:
    return {
        "votes_for": votes.votes_for,
        "votes_against": votes.votes_against,
        "votes_other": votes.votes_other,
        "base": votes.base,
        "threshold": votes.threshold,
    }


def _case_row(meeting_id: int, case: Case, place: int) -> NominationRow:
    return NominationRow(
        meeting_id=meeting_id,
        registration_id=case.registration_id,
        person_id=case.person_id,
        unit_id=case.unit_id,
        household_id=case.household_id,
        initiative_id=case.initiative_id,
        award_code=case.award_code,
        subject_then=case.name,
        position_then=case.position,
        unit_then=case.unit,
        summary=case.summary,
        position_in_list=place,
    )


def _authors(uow: UnitOfWork, meeting_id: int) -> dict[int, list[int]]:
    """Return the authors of the initiatives before a meeting, by the number of the case, the largest share first."""
    query = (
        select(NominationRow.id, InitiativeAuthorRow.person_id)
        .join(InitiativeAuthorRow, col(InitiativeAuthorRow.initiative_id) == NominationRow.initiative_id)
        .where(NominationRow.meeting_id == meeting_id)
        .order_by(col(InitiativeAuthorRow.share).desc(), col(InitiativeAuthorRow.person_id))
    )
    authors: dict[int, list[int]] = {}
    for case_id, person_id in uow.session.exec(query):
        authors.setdefault(case_id or 0, []).append(person_id)
    return authors


def _key(row: NominationRow) -> tuple[int | None, int | None, int | None, int | None, str]:
    return row.person_id, row.unit_id, row.household_id, row.initiative_id, row.award_code


def _case(row: NominationRow, tally: TallyRow | None) -> Case:
    votes = None
    if tally is not None:
        votes = Votes(tally.votes_for, tally.votes_against, tally.votes_other, tally.base, tally.threshold)
    subject = SubjectKind.INITIATIVE if row.initiative_id else subject_kind(row.person_id, row.unit_id)
    return Case(
        number(row), subject, row.subject_then, row.position_then, row.unit_then, row.award_code, row.summary, votes,
        row.registration_id, row.person_id, row.unit_id, row.household_id, initiative_id=row.initiative_id,
    )  # fmt: skip
