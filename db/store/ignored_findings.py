"""Findings of the checker that the clerk decided to leave, in the data file."""

from collections.abc import Mapping

from sqlmodel import select
from sqlmodel.sql.expression import SelectOfScalar

from db.store.rows import change, insert, remove
from db.tables import IgnoredFindingRow
from db.unit_of_work import UnitOfWork

FindingKey = tuple[str, str]
"""The rule, and the words that it objects to, "" where it objects to the document as a whole."""


def ignored_findings(uow: UnitOfWork, document_id: int) -> Mapping[FindingKey, str]:
    """Return the reasons for which findings on a document were passed over."""
    return {(row.rule, row.words): row.reason for row in uow.session.exec(_of(document_id))}


def ignore_finding(uow: UnitOfWork, document_id: int, key: FindingKey, reason: str) -> None:
    """Pass over a finding, or give another reason for it."""
    row = _find(uow, document_id, key)
    if row is not None:
        change(uow, row, {"reason": reason, "made_at": uow.clock()})
        return
    rule, words = key
    insert(
        uow, IgnoredFindingRow(document_id=document_id, rule=rule, words=words, reason=reason, made_at=uow.clock())
    )  # fmt: skip


def take_back_finding(uow: UnitOfWork, document_id: int, key: FindingKey) -> None:
    """Let a finding be shown again; one that was not passed over stays as it is."""
    row = _find(uow, document_id, key)
    if row is not None:
        remove(uow, row)


def _find(uow: UnitOfWork, document_id: int, key: FindingKey) -> IgnoredFindingRow | None:
    rule, words = key
    query = _of(document_id).where(IgnoredFindingRow.rule == rule, IgnoredFindingRow.words == words)
    return uow.session.exec(query).first()


def _of(document_id: int) -> SelectOfScalar[IgnoredFindingRow]:
    return select(IgnoredFindingRow).where(IgnoredFindingRow.document_id == document_id)
