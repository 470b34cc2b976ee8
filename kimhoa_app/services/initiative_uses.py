"""One initiative serves one award (rule C16): what each has served, and what is told or refused the second time."""

from collections.abc import Iterable
from datetime import date

from db.store.awards import list_ratings
from db.store.eligibility_records import add_use
from db.store.initiatives import InitiativeEntry, list_initiatives
from db.store.registrations import list_registrations
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.eligibility import RatingFact, rules_of
from kimhoa_app.domain.eligibility.service_looks import reached
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.initiatives import used_words
from kimhoa_app.domain.meetings import MeetingRecord
from kimhoa_app.domain.people import Rating
from kimhoa_app.domain.regimes import regime_on
from kimhoa_app.services.office_rules import second_use_is_refused
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.search_keys import search_key


def check_topic(uow: UnitOfWork, person_id: int | None, topic: str, award_code: str, year: int) -> None:
    """Raise InvalidInput for `topic` when it has served another award and the office lets it serve one only."""
    if person_id is None or not topic or not second_use_is_refused(uow):
        return
    known = _Topics(list_initiatives(uow, person_id=person_id))
    served = known.served_elsewhere(person_id, topic, award_code, year)
    if served:
        raise InvalidInput("topic", f"Sáng kiến này {served}; cơ quan chỉ cho dùng một lần.")


def note_uses(uow: UnitOfWork, given: Iterable[tuple[int | None, str, int]]) -> None:
    """Note which initiatives awards have rested on: each the one that was the topic of the registration for it.

    An award is a person (None for another subject), a code and a year. One that the rating of the year is enough for
    has used no initiative.
    """
    by_year: dict[int, set[tuple[int, str]]] = {}
    for person_id, code, year in given:
        if person_id is not None:
            by_year.setdefault(year, set()).add((person_id, code))
    if not by_year:
        return
    known = _Topics(list_initiatives(uow))
    for year, awards in by_year.items():
        topics = {
            (each.draft.person_id, each.draft.award_code): each.draft.topic for each in list_registrations(uow, year)
        }
        for person_id, code in sorted(awards):
            entry = known.find(person_id, topics.get((person_id, code), ""))
            if entry is not None and not _rests_on_rating(uow, person_id, code, year):
                add_use(uow, entry.id, person_id, code, year)


def _rests_on_rating(uow: UnitOfWork, person_id: int, award_code: str, year: int) -> bool:
    """Whether the rating of the year is enough for the award, so that no initiative is spent on it (rules C13, C16)."""
    rules = rules_of(award_code, regime_on(date(year, 12, 31)).code)
    either = next((rule for rule in rules if rule.look == "base_title_and_either"), None)
    if either is None or any(rule.look == "both" for rule in rules):
        return False
    wanted = Rating(either.params["rating"])
    rated = list_ratings(uow, year=year, person_id=person_id)
    return any(reached(RatingFact(each.rating), wanted) for each in rated)


def notes_of_people(workspace: Workspace, year: int) -> dict[int, str]:
    """Return for each author of a recognised initiative of `year` or the year before what it is, and what it served."""
    with workspace.begin() as uow:
        entries = [
            entry for entry in list_initiatives(uow)
            if year - 1 <= entry.initiative.year <= year and entry.decision is not None
        ]  # fmt: skip
    notes: dict[int, list[str]] = {}
    for entry in entries:
        served = used_words(entry.uses)
        for author in entry.authors:
            told = f"“{entry.initiative.name}” ({entry.initiative.year}{', ' if served else ''}{served})"
            notes.setdefault(author.person_id, []).append(told)
    return {person_id: f"Sáng kiến đã công nhận: {'; '.join(told)}." for person_id, told in notes.items()}


def second_uses(uow: UnitOfWork, record: MeetingRecord) -> tuple[str, ...]:
    """Return a sentence for each case of a meeting that rests on an initiative which has served another award."""
    asked = [case for case in record.cases if case.person_id is not None]
    if not asked:
        return ()
    topics = {stored.registration_id: stored.draft.topic for stored in list_registrations(uow, record.year)}
    known = _Topics(list_initiatives(uow))
    found = []
    for case in asked:
        topic = topics.get(case.registration_id or 0, "") or case.summary
        served = known.served_elsewhere(case.person_id or 0, topic, case.award_code, record.year)
        if served:
            found.append(f"Sáng kiến của {case.name} đưa ra xét {case.award_code} {served}: “{topic}”.")
    return tuple(found)


class _Topics:
    """Initiatives by author and name, found however the name is spelled."""

    def __init__(self, entries: Iterable[InitiativeEntry]) -> None:
        self._entries = {
            (author.person_id, search_key(entry.initiative.name)): entry
            for entry in entries
            for author in entry.authors
        }

    def find(self, person_id: int, topic: str) -> InitiativeEntry | None:
        """Return the initiative of an author that has the name `topic`, None when there is none."""
        return self._entries.get((person_id, search_key(topic))) if topic else None

    def served_elsewhere(self, person_id: int, topic: str, award_code: str, year: int) -> str:
        """Return "đã dùng: CSTĐCS 2024" of what it has served besides this award, "" for nothing."""
        entry = self.find(person_id, topic)
        uses = () if entry is None else entry.uses
        return used_words([use for use in uses if (use.award_code, use.year) != (award_code, year)])
