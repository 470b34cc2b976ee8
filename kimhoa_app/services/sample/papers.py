"""Papers of the fictional commune by the templates that ship: the plans, and the invitation to the next meeting."""

from db.store import documents as store
from db.store.meetings import read_record
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.editing import with_number
from kimhoa_app.services.documents import drafted
from kimhoa_app.services.sample.source import YearSource

PLAN, INVITATION = "ke-hoach-nam", "giay-moi-hop"


def write_plan(uow: UnitOfWork, year: YearSource) -> None:
    """Write the year's plan as issued on its day under its number."""
    draft, fields = drafted(uow, year.plan.day, PLAN, year.year, {"registration_deadline": year.deadline})
    document = with_number(draft, str(year.plan.number), year.plan.day)
    document_id = store.add_document(uow, PLAN, year.year, document, fields, None)
    store.mark_issued(uow, document_id, year.plan.number, year.plan.day)


def write_invitation(uow: UnitOfWork, meeting_id: int) -> None:
    """Write the invitation to a meeting as a draft."""
    record = read_record(uow, meeting_id)
    document, fields = drafted(uow, record.held_on, INVITATION, record.year, {}, meeting_id)
    store.add_document(uow, INVITATION, record.year, document, fields, meeting_id)
