"""Papers of the fictional commune by the templates that ship: plans, an invitation, what came of the initiatives."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from db.store import documents as store
from db.store.meetings import read_record
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.editing import with_number
from kimhoa_app.services.documents import drafted
from kimhoa_app.services.sample.source import Paper, YearSource

PLAN, INVITATION = "ke-hoach-nam", "giay-moi-hop"
HEARING_MINUTES, RECOGNITION = "bien-ban-hop-sang-kien", "quyet-dinh-cong-nhan-sang-kien"
FIRST = 1
"""The number of the only minutes of their book in a year."""


def write_plan(uow: UnitOfWork, year: YearSource) -> None:
    """Write the year's plan as issued on its day under its number."""
    _write_issued(uow, PLAN, year.year, year.plan.number, year.plan.day, {"registration_deadline": year.deadline})


def write_invitation(uow: UnitOfWork, meeting_id: int) -> None:
    """Write the invitation to a meeting as a draft."""
    record = read_record(uow, meeting_id)
    document, fields = drafted(uow, record.held_on, INVITATION, record.year, {}, meeting_id)
    store.add_document(uow, INVITATION, record.year, document, fields, meeting_id)


def write_hearing_papers(uow: UnitOfWork, meeting_id: int, decision: Paper) -> None:
    """Write the minutes of the council for initiatives and the decision, each as issued on its day."""
    record = read_record(uow, meeting_id)
    number = int(decision.number.partition("/")[0])
    _write_issued(uow, HEARING_MINUTES, record.year, FIRST, record.held_on, meeting_id=meeting_id)
    _write_issued(uow, RECOGNITION, record.year, number, decision.day, meeting_id=meeting_id)


def _write_issued(
    uow: UnitOfWork,
    template: str,
    year: int,
    number: int,
    day: date,
    given: Mapping[str, object] = MappingProxyType({}),
    meeting_id: int | None = None,
) -> None:
    draft, fields = drafted(uow, day, template, year, given, meeting_id)
    document_id = store.add_document(uow, template, year, with_number(draft, str(number), day), fields, meeting_id)
    store.mark_issued(uow, document_id, number, day)
