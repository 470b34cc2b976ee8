"""Registered against achieved: what became of each registration of a year, and what an authority above refused."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.audit import rows_with
from db.store import registrations as store
from db.store.awards import AwardEntry, list_awards
from db.store.meetings import meeting_ids, read_record
from db.store.registrations import StoredRegistration
from db.store.subjects import people_on, units_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import SubjectKind, catalogue, subject_kind
from kimhoa_app.domain.councils import CouncilKind, MeetingState
from kimhoa_app.domain.errors import InvalidInput, NotFound
from kimhoa_app.domain.meetings import Case
from kimhoa_app.domain.registration_fates import Fate, FateCount, FateFacts, counts_of, fate_of
from kimhoa_app.domain.registrations import RegistrationDraft, RegistrationRound
from kimhoa_app.services.registration_conditions import unmet_conditions
from kimhoa_app.services.registrations import lines_of
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.normal import tidy

Key = tuple[SubjectKind, int, str]
UnmetConditions = Callable[[UnitOfWork, int, Sequence[StoredRegistration]], Mapping[int, str]]
"""Says for registrations of a year, by number, which condition is not met; who meets all is left out."""


@dataclass(frozen=True, slots=True)
class YearFates:
    """Every registration of a round with what became of it, in the order of lists, and the sums by title."""

    round: RegistrationRound
    fates: tuple[Fate, ...]
    counts: tuple[FateCount, ...]

    def of(self, registration_id: int) -> Fate | None:
        """Return the fate of one registration, None when the list does not have it."""
        return next((fate for fate in self.fates if fate.line.registration_id == registration_id), None)


def year_fates(workspace: Workspace, year: int, unmet: UnmetConditions = unmet_conditions) -> YearFates:
    """Return what became of every registration of `year`, those withdrawn among them; raises NotFound without a round.

    A registration that was withdrawn and made again stands once, as it is now.
    """
    with workspace.begin() as uow:
        return fates_of(uow, year, unmet)


def fates_of(uow: UnitOfWork, year: int, unmet: UnmetConditions = unmet_conditions) -> YearFates:
    """Return what `year_fates` does, inside a transaction that is open."""
    entry = store.find_round(uow, year)
    if entry is None:
        raise NotFound(f"Chưa mở đợt đăng ký năm {year}.")
    everything = store.list_registrations(uow, year, withdrawn=True)
    live = {each.draft.key for each in everything if each.withdrawn_at is None}
    kept = [each for each in everything if each.withdrawn_at is None or each.draft.key not in live]
    known = _Known(uow, year)
    known.ask(unmet, uow, kept)
    facts = {each.registration_id: known.facts(each) for each in kept}
    lines = sorted(lines_of(uow, entry, kept), key=lambda line: _PLACES[line.subject])
    fates = tuple(fate_of(line, facts[line.registration_id]) for line in lines)
    return YearFates(entry, fates, counts_of(fates))


def refuse_above(workspace: Workspace, registration_id: int, refused_on: date, refusal: str) -> None:
    """Record that an authority above refused what was put forward; raises InvalidInput without a reason, NotFound."""
    if not tidy(refusal):
        raise InvalidInput("refusal", "Cần ghi cấp nào không tặng và vì sao.")
    with workspace.begin() as uow:
        store.refuse_registration(uow, registration_id, refused_on, tidy(refusal))
        uow.commit()


def take_back_refusal(workspace: Workspace, registration_id: int) -> None:
    """Take back what `refuse_above` recorded; raises NotFound."""
    with workspace.begin() as uow:
        store.refuse_registration(uow, registration_id, None, "")
        uow.commit()


_PLACES = {SubjectKind.COLLECTIVE: 0, SubjectKind.PERSON: 1, SubjectKind.HOUSEHOLD: 2}


class _Known:
    """The meetings, awards and changes of a year, looked up for each registration."""

    def __init__(self, uow: UnitOfWork, year: int) -> None:
        self._year = year
        meetings = [read_record(uow, each) for each in meeting_ids(uow, year, CouncilKind.EMULATION)]
        self._cases = {_case_key(case): case for record in meetings for case in record.cases}
        self._by_registration = {case.registration_id: case for case in self._cases.values() if case.registration_id}
        held = [record for record in meetings if record.state is not MeetingState.PREPARED]
        self._has_met = bool(held)
        self._there = _Presence(uow, max(record.held_on for record in held)) if held else None
        self._awards = {_award_key(entry): entry for entry in list_awards(uow, year=year)}
        self._changed = rows_with(uow, "registration", "change")
        self._unmet: Mapping[int, str] = {}

    def ask(self, unmet: UnmetConditions, uow: UnitOfWork, registrations: Sequence[StoredRegistration]) -> None:
        """Ask for the conditions of those alone that a council has met without: that takes a while for many."""
        left = [each for each in registrations if self._has_met and self._case(each) is None]
        self._unmet = unmet(uow, self._year, left) if left else {}

    def facts(self, stored: StoredRegistration) -> FateFacts:
        """Return what is known of one registration."""
        case = self._case(stored)
        given = self._awards.get(stored.draft.key)
        return FateFacts(
            is_changed=stored.registration_id in self._changed,
            withdrawn_on=None if stored.withdrawn_at is None else stored.withdrawn_at.astimezone().date(),
            is_before_council=case is not None,
            council_has_met=self._has_met,
            votes=None if case is None else case.votes,
            decision=None if given is None else _decision(given),
            refused_on=stored.refused_on,
            refusal=stored.refusal,
            unmet=self._unmet.get(stored.registration_id, ""),
            gone="" if self._there is None else self._there.gone(stored.draft),
            lesser=self._lesser(stored),
        )

    def _case(self, stored: StoredRegistration) -> Case | None:
        case = self._by_registration.get(stored.registration_id)
        if case is not None and case.award_code == stored.draft.award_code:
            return case
        return self._cases.get(stored.draft.key)

    def _lesser(self, stored: StoredRegistration) -> tuple[str, ...]:
        """Return the highest title that was given of those that the title asked for implies."""
        draft, known = stored.draft, catalogue()
        implied = sorted(known[draft.award_code].implies, key=lambda code: known[code].rank)
        given = [code for code in implied if (draft.subject, draft.subject_id, code) in self._awards]
        return tuple(given[:1])


class _Presence:
    """Who and what was there on the day on which the council last met."""

    def __init__(self, uow: UnitOfWork, day: date) -> None:
        self._day = list_date(day)
        self._people = {person.id for person in people_on(uow, day) if person.is_here}
        self._units = {unit.id for unit in units_on(uow, day) if unit.exists}

    def gone(self, draft: RegistrationDraft) -> str:
        """Return why who registered could not come before the council, "" for one that was there."""
        if draft.person_id is not None and draft.person_id not in self._people:
            return f"Không còn công tác tại cơ quan vào ngày họp {self._day}"
        if draft.unit_id is not None and draft.unit_id not in self._units:
            return f"Tập thể không còn vào ngày họp {self._day}"
        return ""


def _case_key(case: Case) -> Key:
    return case.subject, case.person_id or case.unit_id or case.household_id or 0, case.award_code


def _award_key(entry: AwardEntry) -> Key:
    given = entry.award
    subject = subject_kind(given.person_id, given.unit_id)
    return subject, given.person_id or given.unit_id or given.household_id or 0, given.award_code


def _decision(entry: AwardEntry) -> str:
    decision = entry.decision
    if decision is None or not decision.number:
        return ""
    day = f" ngày {list_date(decision.decided_on)}" if decision.decided_on else ""
    return f"Quyết định số {decision.number}{day}"
