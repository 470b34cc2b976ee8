"""Who sits at the meetings that are only prepared: always those who sit in the council on the meeting's day."""

from db.store import councils
from db.store import meetings as store
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.councils import MeetingState


def seat_prepared_meetings(uow: UnitOfWork) -> None:
    """Bring the members of every prepared meeting into line with the council in office on its day.

    Who stays keeps the attendance already noted; a meeting that has been held is left as it was.
    """
    for meeting_id in store.meeting_ids(uow):
        record = store.read_record(uow, meeting_id)
        if record.state is not MeetingState.PREPARED:
            continue
        council = councils.council_on(uow, record.held_on, record.council_kind)
        if council is None:
            continue
        if council.council_id != record.council_id:
            store.change_meeting(uow, meeting_id, {"council_id": council.council_id})
        store.seat_members(uow, meeting_id, [member.member_id for member in council.members])
