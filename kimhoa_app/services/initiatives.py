"""Initiatives (sáng kiến) with their authors."""

from collections.abc import Sequence
from dataclasses import replace

from db.store import awards as store
from db.store.awards import AuthorShare, InitiativeDraft, InitiativeEntry
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.normal import tidy

__all__ = ["AuthorShare", "InitiativeDraft", "InitiativeEntry", "list_initiatives", "record_initiative"]

WHOLE_SHARE = 10_000


def list_initiatives(workspace: Workspace, year: int | None = None) -> list[InitiativeEntry]:
    """Return the initiatives of a year, or of all years."""
    with workspace.begin() as uow:
        return store.list_initiatives(uow, year)


def record_initiative(workspace: Workspace, draft: InitiativeDraft, authors: Sequence[AuthorShare]) -> int:
    """Record an initiative and return its number; raises InvalidInput unless the shares make the whole."""
    name = tidy(draft.name)
    if not name:
        raise InvalidInput("name", "Hãy nhập tên sáng kiến.")
    if len({author.person_id for author in authors}) != len(authors):
        raise InvalidInput("authors", "Mỗi tác giả chỉ được ghi một lần.")
    if any(author.share <= 0 for author in authors) or sum(author.share for author in authors) != WHOLE_SHARE:
        raise InvalidInput("authors", "Tỷ lệ đóng góp của các tác giả phải lớn hơn 0 và cộng lại bằng 100 %.")
    with workspace.begin() as uow:
        initiative_id = store.insert_initiative(uow, replace(draft, name=name), authors)
        uow.commit()
    return initiative_id
