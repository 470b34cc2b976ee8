"""Two records of one person in the data file: what they have is moved to one of them, every step in the audit trail."""

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, col, select

import db.tables as tables
from db.audit import row_values
from db.store.initiatives import AuthorShare, insert_authors, remove_authors
from db.store.people import person_row
from db.store.posts import end_posts
from db.store.rows import change, found, insert, remove, to_bin
from db.store.steps import Step, step_since, take_back
from db.tables import (
    AnnualRatingRow,
    AwardRow,
    ConsiderationFactRow,
    CouncilMemberRow,
    DisciplineRow,
    EligibilityOverrideRow,
    InitiativeAuthorRow,
    InitiativeUseRow,
    PersonMergeRow,
    PersonRow,
    PersonStatusRow,
    PostRow,
    RegistrationRow,
)
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import NotFound, Refused
from kimhoa_app.domain.people import WorkStatus
from kimhoa_app.domain.periods import Period, holds_on

_GONE = "Không tìm thấy lần gộp hồ sơ này; có thể đã tách rồi."
_MEET = "Hai hồ sơ cùng được đề nghị một danh hiệu trong một cuộc họp; hãy bỏ một đề nghị rồi gộp."
_TWO_SEATS = "Hai hồ sơ cùng là thành viên của một Hội đồng; hãy bỏ một thành viên rồi gộp."


@dataclass(frozen=True, slots=True)
class MergeEntry:
    """A record that was taken into another one and can be split off again."""

    id: int
    kept_id: int
    merged_id: int
    full_name: str
    merged_at: datetime


@dataclass(frozen=True, slots=True)
class MovedAs:
    """Whose post and status of `day` go on where both records have one, and in which years whose rating stays."""

    day: date
    merged_post: bool = False
    merged_status: bool = False
    merged_years: Collection[int] = ()


def move_all(uow: UnitOfWork, kept_id: int, merged_id: int, moved_as: MovedAs) -> None:
    """Let everything that names `merged_id` name `kept_id`; what both have once stays once.

    The record of `merged_id` itself is marked deleted first, so that its identity number is free. Raises NotFound, and
    Refused where both sit in one council or stand before one meeting.
    """
    change(uow, person_row(uow, merged_id), {"deleted_at": uow.clock()}, "merge")
    _settle_terms(uow, PostRow, kept_id, merged_id, moved_as.day, merged_wins=moved_as.merged_post)
    _settle_terms(uow, PersonStatusRow, kept_id, merged_id, moved_as.day, merged_wins=moved_as.merged_status)
    _settle_ratings(uow, kept_id, merged_id, moved_as.merged_years)
    _drop_same(uow, DisciplineRow, kept_id, merged_id)
    _drop_same(uow, ConsiderationFactRow, kept_id, merged_id)
    _drop_same(uow, EligibilityOverrideRow, kept_id, merged_id, ("award_code", "year"))
    _drop_same(uow, InitiativeUseRow, kept_id, merged_id, ("initiative_id", "award_code", "year"))
    _bin_same(uow, AwardRow, kept_id, merged_id, ("award_code", "year", "decision_id"))
    _bin_same(uow, RegistrationRow, kept_id, merged_id, ("round_id", "award_code"))
    _refuse_two_seats(uow, kept_id, merged_id)
    _move_shares(uow, kept_id, merged_id)
    for table, column in _tables_of_people():
        _move(uow, table, column, kept_id, merged_id)
    status = _holding(_rows(uow, PersonStatusRow, kept_id), moved_as.day)
    if status is not None and status.valid_from is not None and not WorkStatus(status.status).is_here:
        end_posts(uow, kept_id, status.valid_from)


def keep_merge(uow: UnitOfWork, kept_id: int, merged_id: int, mark: int) -> int:
    """Keep what was done since `mark` as the merge of two records and return its number."""
    step = step_since(uow, mark)
    if step is None:
        raise ValueError("nothing was merged")
    row = PersonMergeRow(
        kept_id=kept_id, merged_id=merged_id, merged_at=uow.clock(), first_entry=step.first, last_entry=step.last
    )
    return insert(uow, row)


def list_merges(uow: UnitOfWork, kept_id: int) -> list[MergeEntry]:
    """Return the records that were taken into this one and not split off, the latest first."""
    query = (
        select(PersonMergeRow, PersonRow.full_name)
        .join(PersonRow, col(PersonRow.id) == PersonMergeRow.merged_id)
        .where(PersonMergeRow.kept_id == kept_id, col(PersonMergeRow.split_at).is_(None))
        .order_by(col(PersonMergeRow.id).desc())
    )
    return [
        MergeEntry(row.id or 0, row.kept_id, row.merged_id, name, row.merged_at)
        for row, name in uow.session.exec(query)
    ]


def split(uow: UnitOfWork, merge_id: int) -> None:
    """Undo a merge, whatever else has happened since; raises NotFound, and Refused where what it moved was changed."""
    row = found(uow, PersonMergeRow, merge_id, _GONE)
    if row.split_at is not None:
        raise NotFound(_GONE)
    take_back(uow, Step(row.first_entry, row.last_entry), "lần gộp này")
    change(uow, found(uow, PersonMergeRow, merge_id, _GONE), {"split_at": uow.clock()}, "split")


def _settle_terms(
    uow: UnitOfWork,
    table: type[PostRow] | type[PersonStatusRow],
    kept_id: int,
    merged_id: int,
    day: date,
    *,
    merged_wins: bool,
) -> None:
    """Let one of two terms of `day` go on: the other ends before it began, or goes where it began no earlier.

    No status is one as well: whoever has none works here.
    """
    _drop_same(uow, table, kept_id, merged_id)
    kept, merged = (_holding(_rows(uow, table, person), day) for person in (kept_id, merged_id))
    winner, loser = (merged, kept) if merged_wins else (kept, merged)
    if loser is None or (winner is None and table is PostRow):
        return
    begun = None if winner is None else winner.valid_from
    if begun is not None and (loser.valid_from or date.min) < begun:
        change(uow, loser, {"valid_to": begun - timedelta(days=1)})
    else:
        remove(uow, loser)


def _holding(rows: Iterable[Any], day: date) -> Any:
    holding = [row for row in rows if holds_on(Period(row.valid_from, row.valid_to), day)]
    return max(holding, key=lambda row: (row.valid_from or date.min, row.id), default=None)


def _settle_ratings(uow: UnitOfWork, kept_id: int, merged_id: int, merged_years: Collection[int]) -> None:
    kept = {row.year: row for row in _rows(uow, AnnualRatingRow, kept_id)}
    for row in _rows(uow, AnnualRatingRow, merged_id):
        if row.year in kept:
            remove(uow, kept[row.year] if row.year in merged_years else row)


def _drop_same(
    uow: UnitOfWork, table: type[SQLModel], kept_id: int, merged_id: int, names: Collection[str] = ()
) -> None:
    """Delete what the merged record has as the kept one has it: in the columns `names`, without them in all."""
    there = {_facts(row, names) for row in _rows(uow, table, kept_id)}
    for row in _rows(uow, table, merged_id):
        if _facts(row, names) in there:
            remove(uow, row)


def _bin_same(uow: UnitOfWork, table: type[SQLModel], kept_id: int, merged_id: int, names: Collection[str]) -> None:
    there = {_facts(row, names) for row in _rows(uow, table, kept_id) if _is_live(row)}
    for row in _rows(uow, table, merged_id):
        if _is_live(row) and _facts(row, names) in there:
            to_bin(uow, row)


def _facts(row: SQLModel, names: Collection[str]) -> Hashable:
    values = row_values(row)
    asked = names or sorted(values.keys() - {"id", "person_id"})
    return tuple(values[name] for name in asked)


def _is_live(row: SQLModel) -> bool:
    return getattr(row, "deleted_at", None) is None


def _refuse_two_seats(uow: UnitOfWork, kept_id: int, merged_id: int) -> None:
    kept, merged = ({row.council_id for row in _rows(uow, CouncilMemberRow, one)} for one in (kept_id, merged_id))
    if kept & merged:
        raise Refused(_TWO_SEATS)


def _move_shares(uow: UnitOfWork, kept_id: int, merged_id: int) -> None:
    """Give the shares of initiatives to the kept person; who is an author twice has both shares."""
    kept = {row.initiative_id: row for row in _rows(uow, InitiativeAuthorRow, kept_id)}
    for row in _rows(uow, InitiativeAuthorRow, merged_id):
        second = kept.get(row.initiative_id)
        share = row.share + (second.share if second else 0)
        remove_authors(uow, [row] if second is None else [row, second])
        insert_authors(uow, row.initiative_id, [AuthorShare(kept_id, share)])


def _tables_of_people() -> list[tuple[type[SQLModel], str]]:
    """Return every table with a number of its own that names a person, and the column; merges name their own two."""
    every: list[type[SQLModel]] = [getattr(tables, name) for name in tables.__all__]
    return [
        (table, column.name)
        for table in every
        if table is not PersonMergeRow and "id" in table.model_fields
        for column in SQLModel.metadata.tables[str(table.__tablename__)].columns
        if any(key.target_fullname == "person.id" for key in column.foreign_keys)
    ]


def _move(uow: UnitOfWork, table: type[SQLModel], column: str, kept_id: int, merged_id: int) -> None:
    for row in _rows(uow, table, merged_id, column):
        try:
            change(uow, row, {column: kept_id}, "merge")
        except IntegrityError as error:
            raise Refused(_MEET) from error


def _rows(uow: UnitOfWork, table: type[SQLModel], person_id: int, column: str = "person_id") -> list[Any]:
    query = select(table).where(col(getattr(table, column)) == person_id)
    return list(uow.session.exec(query))
