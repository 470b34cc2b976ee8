"""The deadline of the year's registration, from where it was said first: the round, a document, the office's rule."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from db.store import documents
from db.store.office import read_settings
from db.store.registrations import find_round
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.registrations import RegistrationRound
from kimhoa_app.domain.settings import Settings
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date

FIELD: Final = "registration_deadline"
_FIRST_DAY: Final = (1, 2)


@dataclass(frozen=True, slots=True)
class ProposedRound:
    """The days that a round would have when it was opened now, and where the deadline comes from."""

    round: RegistrationRound
    ground: str


def propose_round(workspace: Workspace, year: int) -> ProposedRound:
    """Return the round of `year` as it would be opened now: from today, or 2 January, to the deadline that is known."""
    with workspace.begin() as uow:
        deadline, ground = known_deadline(uow, year)
    first, today = date(year, *_FIRST_DAY), workspace.today
    opens_on = today if first <= today <= deadline else first
    return ProposedRound(RegistrationRound(year, opens_on, max(deadline, opens_on)), ground)


def known_deadline(uow: UnitOfWork, year: int) -> tuple[date, str]:
    """Return the deadline of `year` and the sentence that says where it comes from.

    The round that is open comes first, then the last changed document that names a deadline, then the office's rule.
    """
    entry = find_round(uow, year)
    if entry is not None:
        return entry.deadline, f"Hạn của đợt đăng ký đã mở là {list_date(entry.deadline)}."
    for document in documents.list_documents(uow, year):
        typed = documents.read_document(uow, document.id).fields.get(FIELD)
        if isinstance(typed, str) and typed:
            deadline = date.fromisoformat(typed)
            return deadline, f"Hạn ghi trong văn bản của năm là {list_date(deadline)}: {document.subject}."
    deadline = Settings(read_settings(uow)).day("registration.deadline", year)
    return deadline, f"Hạn thường lệ của cơ quan là {list_date(deadline)}."
