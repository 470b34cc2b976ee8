"""The desk of the council's secretary: all that one look at a meeting needs, and preparing one in a single step."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from db.store import councils, meetings
from db.store.documents import DocumentEntry, list_documents
from db.store.office import office_on, read_settings
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import award
from kimhoa_app.domain.councils import Council, CouncilKind, VoteMethod
from kimhoa_app.domain.errors import NotFound
from kimhoa_app.domain.meeting_rules import missing_to_close
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.domain.settings import Settings, definitions
from kimhoa_app.services.initiative_cases import take_initiatives
from kimhoa_app.services.initiative_uses import second_uses
from kimhoa_app.services.meetings import prepare_meeting
from kimhoa_app.services.nominations import Results, results, take_nominations
from kimhoa_app.services.workspace import Workspace

USUAL_START = "08:00"
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Threshold:
    """The share of votes, in basis points, that the awards of `codes` need, and the ground of the setting."""

    codes: tuple[str, ...]
    needed: int
    ground: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """A meeting with its results, what it is measured by, what keeps it open, and its papers by template.

    `lacking` leaves out the time it ended, which is asked for when it is closed.
    """

    record: MeetingRecord
    results: Results
    thresholds: tuple[Threshold, ...]
    lacking: tuple[str, ...]
    papers: Mapping[str, DocumentEntry]


@dataclass(frozen=True, slots=True)
class CouncilWork:
    """The council's work in a year: who is in office, its meetings by number and day, and the desk of one of them."""

    council: Council | None
    meetings: tuple[tuple[int, date], ...]
    desk: Desk | None


@dataclass(frozen=True, slots=True)
class MeetingProposal:
    """What a new meeting most likely is; the clerk changes what is not so."""

    held_on: date
    starts_at: str
    place: str


def read_work(
    workspace: Workspace, year: int, meeting_id: int | None = None, kind: CouncilKind = CouncilKind.EMULATION
) -> CouncilWork:
    """Return the council's work in `year` with the desk of `meeting_id`, else of the year's last meeting.

    The council is the one in office on the meeting's day; without a meeting on today, or at the end of a past year.
    """
    with workspace.begin() as uow:
        ids = meetings.meeting_ids(uow, year, kind)
        days = tuple((each, meetings.read_record(uow, each).held_on) for each in ids)
        chosen = meeting_id if meeting_id in dict(days) else (days[-1][0] if days else None)
        day = dict(days)[chosen] if chosen is not None else min(workspace.today, date(year, 12, 31))
        council = councils.council_on(uow, day, kind)
    return CouncilWork(council, days, None if chosen is None else read_desk(workspace, chosen))


def read_desk(workspace: Workspace, meeting_id: int) -> Desk:
    """Return the desk of a meeting; raises NotFound."""
    found = results(workspace, meeting_id)
    with workspace.begin() as uow:
        record = meetings.read_record(uow, meeting_id)
        found = replace(found, warnings=(*found.warnings, *second_uses(uow, record)))
        papers = [entry for entry in list_documents(uow, None) if entry.meeting_id == meeting_id]
        return Desk(
            record=record,
            results=found,
            thresholds=_thresholds(uow, record),
            lacking=tuple(missing_to_close(replace(record, ends_at=record.ends_at or record.starts_at))),
            papers={entry.template: entry for entry in reversed(papers)},
        )


def propose_meeting(workspace: Workspace, year: int) -> MeetingProposal:
    """Return a day, a time and a place for a meeting of `year`: a week from today on a working day, where it last met.

    For a past year the day is in the middle of its December.
    """
    today = workspace.today
    held_on = today + timedelta(days=7) if year >= today.year else date(year, 12, 15)
    while held_on.weekday() >= _SATURDAY:
        held_on += timedelta(days=1)
    with workspace.begin() as uow:
        ids = meetings.meeting_ids(uow)
        if ids:
            last = meetings.read_record(uow, ids[-1])
            return MeetingProposal(held_on, last.starts_at, last.place)
        office = office_on(uow, held_on)
    place = f"Phòng họp {office.short_name}" if office is not None else ""
    return MeetingProposal(held_on, USUAL_START, place)


def propose_council_name(workspace: Workspace, kind: CouncilKind = CouncilKind.EMULATION) -> str:
    """Return what the council is called after the office: "Hội đồng Thi đua - Khen thưởng xã Kim Hoa"."""
    names = {CouncilKind.EMULATION: "Hội đồng Thi đua - Khen thưởng", CouncilKind.INITIATIVE: "Hội đồng sáng kiến"}
    with workspace.begin() as uow:
        office = office_on(uow, workspace.today)
    return names[kind] if office is None else f"{names[kind]} {office.kind.value} {office.name}"


def prepare(
    workspace: Workspace,
    year: int,
    held_on: date,
    starts_at: str,
    place: str,
    kind: CouncilKind = CouncilKind.EMULATION,
) -> tuple[int, int]:
    """Prepare a meeting with all that waits for the council; return its number and how many cases it has.

    A year without a registration round gives a meeting without cases. Raises as `prepare_meeting`.
    """
    meeting_id = prepare_meeting(workspace, year, held_on, starts_at, place, kind)
    try:
        return meeting_id, take_cases(workspace, meeting_id, kind)
    except NotFound:
        return meeting_id, 0


def take_cases(workspace: Workspace, meeting_id: int, kind: CouncilKind) -> int:
    """Put before the meeting what waits for a council of `kind`, and return how many cases are new.

    That is what was registered for the year, or the initiatives that were submitted. Raises as `take_nominations`.
    """
    take = take_initiatives if kind is CouncilKind.INITIATIVE else take_nominations
    return take(workspace, meeting_id)


def _thresholds(uow: UnitOfWork, record: MeetingRecord) -> tuple[Threshold, ...]:
    settings = Settings(read_settings(uow))
    if record.vote_method is VoteMethod.MARKS:
        return ()
    codes: dict[str, list[str]] = {}
    for code in dict.fromkeys(case.award_code for case in record.cases):
        codes.setdefault(award(code).vote_rule, []).append(code)
    return tuple(_threshold(settings, rule, tuple(of_rule)) for rule, of_rule in codes.items())


def _threshold(settings: Settings, rule: str, codes: tuple[str, ...]) -> Threshold:
    key = f"threshold.{rule}"
    entry = definitions()[key]
    changed = key in settings.stored
    return Threshold(codes, settings.percent(key), entry.ground, is_certain=entry.certain or changed)
