"""The initiatives of a year as their page shows them: how far each has come, and topics not submitted yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.store.initiatives import InitiativeEntry, list_initiatives
from db.store.registrations import list_registrations
from db.store.subjects import people_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.initiatives import Hearing, InitiativeState, Scope, state_of
from kimhoa_app.services.eligibility import council_day
from kimhoa_app.services.initiative_cases import hearings
from kimhoa_app.services.initiative_likeness import AlikeInitiative, KnownInitiatives
from kimhoa_app.services.office_rules import alike_from
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.search_keys import search_key


@dataclass(frozen=True, slots=True)
class RegisteredTopic:
    """A topic that a person registered and has not submitted yet."""

    registration_id: int
    person_id: int
    full_name: str
    topic: str


@dataclass(frozen=True, slots=True)
class InitiativeLine:
    """An initiative, or a registered topic with `entry` None; `alike` is the closest other one of all years."""

    state: InitiativeState
    name: str
    entry: InitiativeEntry | None = None
    topic: RegisteredTopic | None = None
    hearing: Hearing | None = None
    alike: AlikeInitiative | None = None

    @property
    def scope(self) -> Scope | None:
        """How far it is recognised to reach; None for what is only a topic."""
        return None if self.entry is None else Scope(self.entry.initiative.scope)


@dataclass(frozen=True, slots=True)
class InitiativeYear:
    """The lines of a year, the initiatives before the topics, and all initiatives to compare what is typed with.

    `met_on` is the day of the council for emulation, None while it is not fixed.
    """

    year: int
    lines: tuple[InitiativeLine, ...]
    known: KnownInitiatives
    met_on: date | None = None

    def count(self, *states: InitiativeState) -> int:
        """Return how many lines are in one of the states."""
        return sum(line.state in states for line in self.lines)

    @property
    def entries(self) -> tuple[InitiativeEntry, ...]:
        """The initiatives among the lines."""
        return tuple(line.entry for line in self.lines if line.entry is not None)


def initiative_year(workspace: Workspace, year: int) -> InitiativeYear:
    """Return the initiatives of `year` with their states, and the topics registered for it that none has taken up."""
    with workspace.begin() as uow:
        everything = list_initiatives(uow)
        known = KnownInitiatives(everything, alike_from(uow))
        heard = hearings(uow)
        of_year = [entry for entry in everything if entry.initiative.year == year]
        topics = _topics(uow, workspace, year, of_year)
        met_on = council_day(uow, year)
    lines = [_line(entry, heard.get(entry.id), known.alike_to(entry)) for entry in of_year]
    waiting = [InitiativeLine(InitiativeState.REGISTERED, topic.topic, topic=topic) for topic in topics]
    return InitiativeYear(year, (*lines, *waiting), known, met_on)


def _line(entry: InitiativeEntry, hearing: Hearing | None, alike: AlikeInitiative | None) -> InitiativeLine:
    state = state_of(is_recognised=entry.decision is not None, uses=entry.uses, hearing=hearing)
    return InitiativeLine(state, entry.initiative.name, entry, hearing=hearing, alike=alike)


def _topics(
    uow: UnitOfWork, workspace: Workspace, year: int, entries: Iterable[InitiativeEntry]
) -> list[RegisteredTopic]:
    """Return the topics not taken up: neither by an initiative made of the registration, nor by the author's own."""
    entries = list(entries)
    taken = {entry.initiative.registration_id for entry in entries}
    names = {(author.person_id, search_key(entry.initiative.name)) for entry in entries for author in entry.authors}
    people = {person.id: person.name for person in people_on(uow, workspace.today)}
    topics = []
    for stored in list_registrations(uow, year):
        draft = stored.draft
        key = (draft.person_id or 0, search_key(draft.topic))
        if draft.person_id is None or not draft.topic or stored.registration_id in taken or key in names:
            continue
        names.add(key)
        name = people.get(draft.person_id, "")
        topics.append(RegisteredTopic(stored.registration_id, draft.person_id, name, draft.topic))
    return topics
