"""A paper that is locked for signing before its number is known: number and day come from the register later."""

from datetime import date

from db.store import document_versions as version_store
from db.store import documents as store
from db.store.documents import DocumentDraft
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.services.versions import AWAITING, ISSUED, REOPENED
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date


def lock_for_signing(workspace: Workspace, document_id: int) -> None:
    """Lock the text as it goes to be signed, number and day left to the pen; raises NotFound, Refused when issued."""
    with workspace.begin() as uow:
        if store.read_document(uow, document_id).is_issued:
            raise Refused("Văn bản này đã được ban hành.")
        version_store.keep_version(uow, document_id, AWAITING)
        store.mark_issued(uow, document_id, None, None)
        uow.commit()


def give_number(workspace: Workspace, document_id: int, number: int | None, day: date) -> None:
    """Write into the register the number and the day that the pen has put on a paper waiting for them.

    Raises NotFound, InvalidInput for a number below 1 or none where the symbol asks for one, Refused when the paper
    does not wait for a number or the number is taken.
    """
    with workspace.begin() as uow:
        entry = _awaiting(store.read_document(uow, document_id))
        if entry.symbol and (number is None or number < 1):
            raise InvalidInput("number", "Ghi số văn bản từ 1 trở lên.")
        store.mark_issued(uow, document_id, number, day)
        version_store.keep_version(uow, document_id, f"{ISSUED} ngày {list_date(day)}")
        uow.commit()


def reopen(workspace: Workspace, document_id: int) -> None:
    """Make a paper that waits for its number a draft again; raises NotFound, Refused when it does not wait."""
    with workspace.begin() as uow:
        _awaiting(store.read_document(uow, document_id))
        version_store.keep_version(uow, document_id, REOPENED)
        store.mark_draft(uow, document_id)
        uow.commit()


def _awaiting(entry: DocumentDraft) -> DocumentDraft:
    if not entry.awaits_number:
        raise Refused("Văn bản này không chờ số.")
    return entry
