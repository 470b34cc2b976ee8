"""A meeting of the council: prepared, attended, closed, and opened again with a reason."""

import re
from dataclasses import dataclass
from datetime import date

from db.store import councils
from db.store import meetings as store
from db.store.marks import keep_criteria
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.councils import Attendance, CouncilKind, MeetingState, VoteBase, VoteMethod, vote_methods
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.meeting_rules import missing_to_close
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.domain.quorum import voter_count
from kimhoa_app.domain.voting import checked_ballots
from kimhoa_app.services.office_rules import meeting_rules
from kimhoa_app.services.seating import seat_prepared_meetings
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.normal import tidy

_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """What the clerk can change of a meeting; times are "HH:MM", `ends_at` None until it is over."""

    held_on: date
    starts_at: str
    place: str
    ends_at: str | None
    vote_method: VoteMethod
    vote_base: VoteBase
    written_opinions: bool
    note: str = ""


def prepare_meeting(
    workspace: Workspace,
    year: int,
    held_on: date,
    starts_at: str,
    place: str,
    kind: CouncilKind = CouncilKind.EMULATION,
) -> int:
    """Prepare a meeting of the council in office on `held_on`, all members taken as present, and return its number.

    Quorum, base, method and what marks are given for are copied from the settings. Raises InvalidInput for the field
    at fault, Refused when no council is in office on that day or it has not exactly one chair and one secretary.
    """
    _check_times(starts_at, None)
    with workspace.begin() as uow:
        council = councils.council_on(uow, held_on, kind)
        if council is None:
            name = "Hội đồng" if kind is CouncilKind.EMULATION else label(kind)
            raise Refused(f"Ngày {held_on:%d/%m/%Y} chưa có {name}; hãy nhập quyết định thành lập Hội đồng trước.")
        if council.faults:
            raise Refused(" ".join(council.faults))
        rules = meeting_rules(uow, kind)
        values: dict[str, object] = {
            "council_id": council.council_id,
            "year": year,
            "held_on": held_on,
            "starts_at": starts_at,
            "place": tidy(place),
            "quorum_num": rules.quorum_num,
            "quorum_den": rules.quorum_den,
            "vote_base": rules.vote_base.value,
            "vote_method": rules.vote_method.value,
            "written_opinions": rules.written_opinions,
            "pass_mark": rules.pass_mark,
        }
        meeting_id = store.add_meeting(uow, values)
        keep_criteria(uow, meeting_id, rules.criteria)
        store.seat_members(uow, meeting_id, [member.member_id for member in council.members])
        uow.commit()
    return meeting_id


def change_meeting(workspace: Workspace, meeting_id: int, draft: MeetingDraft) -> None:
    """Change a meeting; its members become those who sit in the council on its day.

    Raises InvalidInput for the field at fault, NotFound, and Refused for a closed meeting.
    """
    _check_times(draft.starts_at, draft.ends_at)
    with workspace.begin() as uow:
        record = open_record(uow, meeting_id)
        if draft.vote_method not in vote_methods(record.council_kind):
            raise InvalidInput("vote_method", f"{label(record.council_kind)} không chấm điểm.")
        values: dict[str, object] = {
            "held_on": draft.held_on,
            "starts_at": draft.starts_at,
            "ends_at": draft.ends_at,
            "place": tidy(draft.place),
            "vote_method": draft.vote_method,
            "vote_base": draft.vote_base,
            "written_opinions": draft.written_opinions,
            "note": draft.note.strip(),
        }
        if draft.vote_method is not VoteMethod.SECRET_BALLOT:
            values |= {"ballots_issued": None, "ballots_returned": None}
        store.change_meeting(uow, meeting_id, values)
        council = councils.find_council(uow, record.council_id, draft.held_on)
        store.seat_members(uow, meeting_id, [member.member_id for member in council.members])
        seat_prepared_meetings(uow)
        uow.commit()


def set_attendance(
    workspace: Workspace, meeting_id: int, member_id: int, state: Attendance, reason: str = ""
) -> MeetingRecord:
    """Write whether a member is in the room, and return the meeting with its new numbers.

    Raises NotFound, and Refused for a closed meeting or a written opinion where the meeting takes none.
    """
    with workspace.begin() as uow:
        record = open_record(uow, meeting_id)
        if state is Attendance.WRITTEN_OPINION and not record.written_opinions:
            raise Refused("Cuộc họp này không nhận ý kiến bằng văn bản.")
        store.set_attendance(uow, meeting_id, member_id, state, "" if state is Attendance.PRESENT else tidy(reason))
        uow.commit()
        return store.read_record(uow, meeting_id)


def set_ballots(workspace: Workspace, meeting_id: int, issued: int, returned: int) -> None:
    """Write how many ballots went out and came back.

    Raises InvalidInput for the field at fault, NotFound, and Refused for a closed meeting or one by show of hands.
    """
    with workspace.begin() as uow:
        record = open_record(uow, meeting_id)
        if record.vote_method is not VoteMethod.SECRET_BALLOT:
            raise Refused(f"Cuộc họp này {label(record.vote_method).lower()}, không có phiếu phát ra, thu về.")
        checked_ballots(issued, returned, voters=voter_count(record))
        values = {"ballots_issued": issued, "ballots_returned": returned, "state": MeetingState.HELD}
        store.change_meeting(uow, meeting_id, values)
        uow.commit()


def close_meeting(workspace: Workspace, meeting_id: int, ends_at: str | None = None) -> None:
    """Close a meeting; `ends_at` is written first where it is given.

    Raises InvalidInput for the time, NotFound, and Refused, with nothing written, naming all that is still missing.
    """
    with workspace.begin() as uow:
        if ends_at is not None:
            _check_times(open_record(uow, meeting_id).starts_at, ends_at)
            store.change_meeting(uow, meeting_id, {"ends_at": ends_at})
        lacking = missing_to_close(open_record(uow, meeting_id))
        if lacking:
            raise Refused("Chưa kết thúc được cuộc họp. " + " ".join(lacking))
        store.change_meeting(uow, meeting_id, {"state": MeetingState.CLOSED}, "close")
        uow.commit()


def reopen_meeting(workspace: Workspace, meeting_id: int, reason: str) -> None:
    """Open a closed meeting again; the reason stays in the trail.

    Raises InvalidInput without a reason, NotFound, and Refused when the meeting is not closed.
    """
    if not tidy(reason):
        raise InvalidInput("reason", "Cần ghi lý do mở lại cuộc họp.")
    with workspace.begin() as uow:
        if store.read_record(uow, meeting_id).state is not MeetingState.CLOSED:
            raise Refused("Cuộc họp này chưa kết thúc nên không phải mở lại.")
        store.reopen_meeting(uow, meeting_id, tidy(reason))
        uow.commit()


def read_meeting(workspace: Workspace, meeting_id: int) -> MeetingRecord:
    """Return all that is known of a meeting; raises NotFound."""
    with workspace.begin() as uow:
        return store.read_record(uow, meeting_id)


def meeting_of_year(workspace: Workspace, year: int) -> MeetingRecord | None:
    """Return the last meeting of the emulation council for the working year, or None when none was prepared."""
    with workspace.begin() as uow:
        ids = store.meeting_ids(uow, year, CouncilKind.EMULATION)
        return store.read_record(uow, ids[-1]) if ids else None


def list_meetings(workspace: Workspace) -> list[MeetingRecord]:
    """Return every meeting, the earliest first."""
    with workspace.begin() as uow:
        return [store.read_record(uow, meeting_id) for meeting_id in store.meeting_ids(uow)]


def open_record(uow: UnitOfWork, meeting_id: int) -> MeetingRecord:
    """Return a meeting that can still be changed; raises NotFound, and Refused for a closed one."""
    record = store.read_record(uow, meeting_id)
    if record.state is MeetingState.CLOSED:
        raise Refused("Cuộc họp đã kết thúc; muốn sửa, hãy mở lại cuộc họp và ghi lý do.")
    return record


def _check_times(starts_at: str, ends_at: str | None) -> None:
    for field, time in (("starts_at", starts_at), ("ends_at", ends_at)):
        if time is not None and not _TIME.fullmatch(time):
            raise InvalidInput(field, "Giờ ghi theo dạng 08:00.")
    if ends_at is not None and ends_at <= starts_at:
        raise InvalidInput("ends_at", "Giờ kết thúc phải sau giờ bắt đầu.")
