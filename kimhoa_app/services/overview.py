"""The year at a glance: how much is done, what is due, which step comes next; from the data alone."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from db.store import meetings as meeting_store
from db.store import registrations as registration_store
from db.store.office import read_settings
from db.store.subjects import people_on
from db.store.year_facts import YearFacts, year_facts
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.model import DocumentKind
from kimhoa_app.documents.reading.kinds import kind_name
from kimhoa_app.domain.councils import CouncilKind, MeetingState
from kimhoa_app.domain.meeting_rules import missing_to_close
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.domain.quorum import needed_at, present_count
from kimhoa_app.domain.registrations import RegistrationRound
from kimhoa_app.domain.settings import Settings, definitions
from kimhoa_app.domain.year_steps import OpenDraft, Step, Task, YearStatus, steps_of, tasks_of
from kimhoa_app.services.rolling import open_counts
from kimhoa_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RegistrationCounts:
    """How many of the staff have registered; `by_title` counts registrations, of units too, by the title's code."""

    deadline: date | None
    registered: int
    staff: int
    by_title: Mapping[str, int]

    @property
    def missing(self) -> int:
        """How many of the staff have not registered."""
        return self.staff - self.registered


@dataclass(frozen=True, slots=True)
class MeetingCounts:
    """The year's last meeting: its day, who is in the room of how many, how many are needed, cases and those voted."""

    held_on: date
    state: MeetingState
    present: int
    members: int
    needed: int
    cases: int
    voted: int


@dataclass(frozen=True, slots=True)
class Overview:
    """A working year at a glance at the moment `now`; `meeting` is None when none was prepared."""

    year: int
    now: datetime
    registrations: RegistrationCounts
    meeting: MeetingCounts | None
    facts: YearFacts
    tasks: tuple[Task, ...]
    steps: tuple[Step, ...]


def overview(workspace: Workspace, year: int) -> Overview:
    """Return the overview of `year` as of today."""
    today = workspace.today
    with workspace.begin() as uow:
        entry = registration_store.find_round(uow, year)
        counts = _registrations(uow, year, entry, today)
        ids = meeting_store.meeting_ids(uow, year, CouncilKind.EMULATION)
        record = meeting_store.read_record(uow, ids[-1]) if ids else None
        facts = year_facts(uow, year)
        settings = Settings(read_settings(uow))
    status = _status(year, counts, record, facts, settings, open_counts(workspace, year))
    return Overview(
        year=year,
        now=workspace.now,
        registrations=counts,
        meeting=None if record is None else _meeting(record),
        facts=facts,
        tasks=tasks_of(status, today, settings.integer("reminder.days")),
        steps=steps_of(status, today),
    )


def _registrations(uow: UnitOfWork, year: int, entry: RegistrationRound | None, today: date) -> RegistrationCounts:
    day = today if entry is None else entry.deadline
    drafts = [stored.draft for stored in registration_store.list_registrations(uow, year)]
    registered = {draft.person_id for draft in drafts}
    staff = [person.id for person in people_on(uow, day) if person.is_here]
    return RegistrationCounts(
        deadline=None if entry is None else entry.deadline,
        registered=sum(person_id in registered for person_id in staff),
        staff=len(staff),
        by_title=Counter(draft.award_code for draft in drafts),
    )


def _meeting(record: MeetingRecord) -> MeetingCounts:
    return MeetingCounts(
        held_on=record.held_on,
        state=record.state,
        present=present_count(record.members),
        members=len(record.members),
        needed=needed_at(record),
        cases=len(record.cases),
        voted=sum(case.votes is not None for case in record.cases),
    )


def _status(
    year: int,
    counts: RegistrationCounts,
    record: MeetingRecord | None,
    facts: YearFacts,
    settings: Settings,
    questions: Mapping[int, int],
) -> YearStatus:
    return YearStatus(
        year=year,
        has_plan=facts.plan_drafted,
        plan_issued=facts.plan_issued,
        registration_deadline=counts.deadline,
        people_missing=counts.missing,
        registrations=sum(counts.by_title.values()),
        meeting_on=None if record is None else record.held_on,
        meeting_lacks=0 if record is None else len(missing_to_close(record)),
        meeting_closed=record is not None and record.state is MeetingState.CLOSED,
        awards=facts.awards,
        staff=counts.staff,
        plan_label=facts.plan_label,
        plan_questions=sum(questions.get(draft.id, 0) for draft in facts.drafts if draft.kind is DocumentKind.PLAN),
        unsure_rules=sum(not entry.certain and key not in settings.stored for key, entry in definitions().items()),
        drafts=tuple(
            OpenDraft(draft.id, f"{kind_name(draft.kind)} {draft.subject}".strip())
            for draft in facts.drafts
            if draft.kind is not DocumentKind.PLAN
        ),
    )
