"""Changing, recognising and deleting initiatives in the data file."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlmodel import col, delete

from db.audit import record
from db.store.awards import AuthorShare, InitiativeDraft, insert_authors, list_authors
from db.store.rows import change, found, to_bin
from db.tables import InitiativeAuthorRow, InitiativeRow
from db.unit_of_work import UnitOfWork


def overwrite_initiative(
    uow: UnitOfWork, initiative_id: int, draft: InitiativeDraft, authors: Sequence[AuthorShare]
) -> None:
    """Write `draft` and its authors over an initiative; raises NotFound."""
    change(uow, _initiative(uow, initiative_id), asdict(draft))
    overwrite_authors(uow, initiative_id, authors)


def overwrite_authors(uow: UnitOfWork, initiative_id: int, authors: Sequence[AuthorShare]) -> None:
    """Write `authors` over those of an initiative."""
    before = _shares(list_authors(uow).get(initiative_id, []))
    if _shares(authors) == before:
        return
    uow.session.exec(delete(InitiativeAuthorRow).where(col(InitiativeAuthorRow.initiative_id) == initiative_id))
    insert_authors(uow, initiative_id, authors)
    record(uow, "initiative", initiative_id, "change", {"authors": before}, {"authors": _shares(authors)})


def decide_on_initiative(uow: UnitOfWork, initiative_id: int, decision_id: int | None) -> None:
    """Let a decision recognise an initiative, None takes that back; raises NotFound."""
    change(uow, _initiative(uow, initiative_id), {"decision_id": decision_id})


def delete_initiative(uow: UnitOfWork, initiative_id: int) -> None:
    """Put an initiative into the bin; raises NotFound."""
    to_bin(uow, _initiative(uow, initiative_id))


def _initiative(uow: UnitOfWork, initiative_id: int) -> InitiativeRow:
    return found(uow, InitiativeRow, initiative_id, "Không tìm thấy sáng kiến này.")


def _shares(authors: Sequence[AuthorShare]) -> dict[str, int]:
    return {str(author.person_id): author.share for author in sorted(authors, key=lambda each: each.person_id)}
