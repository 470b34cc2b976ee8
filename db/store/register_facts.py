"""What the registers hold that eligibility asks for, read by one query for each register."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import col

from db.tables import (
    AnnualRatingRow,
    AwardRow,
    ConsiderationFactRow,
    DecisionRow,
    DisciplineRow,
    InitiativeAuthorRow,
    InitiativeRow,
    InitiativeUseRow,
    PersonStatusRow,
    PostRow,
)
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.consideration import ConsiderationKind
from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.eligibility import AwardFact, DisciplineFact, InitiativeFact, RatingFact, ServiceFact
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.people import Rating, WorkStatus
from kimhoa_app.domain.periods import Period
from kimhoa_app.text.dates import list_date

Ratings = dict[int, dict[int, RatingFact]]


class RegisterFacts:
    """What the registers hold that eligibility asks for, by whom; `year` is the one that is assessed."""

    def __init__(self, uow: UnitOfWork, year: int, last: date, decided_on: date) -> None:
        self._uow = uow
        self.year, self.decided_on = year, decided_on
        self._decisions = {
            row.id: (paper_name(row.number, row.decided_on), row.decided_on)
            for row in self._rows(select(DecisionRow.id, DecisionRow.number, DecisionRow.decided_on))  # type: ignore[call-overload]
        }
        self.person_ratings: Ratings = defaultdict(dict)
        self.unit_ratings: Ratings = defaultdict(dict)
        self._read_ratings(last)
        self.person_awards: dict[int, list[AwardFact]] = defaultdict(list)
        self.unit_awards: dict[int, list[AwardFact]] = defaultdict(list)
        self.household_awards: dict[int, list[AwardFact]] = defaultdict(list)
        self._read_awards()
        self.initiatives: dict[int, list[InitiativeFact]] = defaultdict(list)
        self._read_initiatives()
        self.disciplines: dict[int, list[DisciplineFact]] = defaultdict(list)
        self._read_disciplines()
        self.facts: dict[int, list[Any]] = defaultdict(list)
        for row in self._rows(select(ConsiderationFactRow.__table__)):  # type: ignore[attr-defined]
            self.facts[row.person_id].append(row)
        self.services: dict[int, list[ServiceFact]] = defaultdict(list)
        self._read_services(last)
        self.posts: dict[int, list[tuple[int, date | None, date | None]]] = defaultdict(list)
        self._read_posts(last)

    def _rows(self, query: Select[Any]) -> Any:
        return self._uow.session.execute(query)

    def _read_ratings(self, last: date) -> None:
        row = AnnualRatingRow
        query = select(row.person_id, row.unit_id, row.year, row.rating, row.decision_number, row.decision_date).where(  # type: ignore[call-overload]
            col(row.year) <= last.year
        )
        # Most ratings of a year come from one paper, so that a few facts serve thousands of people.
        known: dict[tuple[str, str | None, date | None], RatingFact] = {}
        for person_id, unit_id, year, rating, number, day in self._rows(query):
            fact = known.get((rating, number, day))
            if fact is None:
                fact = known[rating, number, day] = RatingFact(Rating(rating), paper_name(number, day))
            place = self.unit_ratings[unit_id] if person_id is None else self.person_ratings[person_id]
            place[year] = fact

    def _read_awards(self) -> None:
        row = AwardRow
        subjects = (row.person_id, row.unit_id, row.household_id)
        query = select(*subjects, row.award_code, row.year, row.decision_id, row.occasion).where(  # type: ignore[call-overload]
            col(row.deleted_at).is_(None)
        )
        known: dict[tuple[str, int, int | None, str | None], AwardFact] = {}
        for person_id, unit_id, household_id, *given in self._rows(query):
            key = (code, year, decision_id, occasion) = tuple(given)
            fact = known.get(key)
            if fact is None:
                paper = self._decisions.get(decision_id, ("", None))[0]
                fact = known[key] = AwardFact(code, year, paper, by_merit=occasion is None)
            if person_id is not None:
                self.person_awards[person_id].append(fact)
            elif unit_id is not None:
                self.unit_awards[unit_id].append(fact)
            else:
                self.household_awards[household_id].append(fact)

    def _read_initiatives(self) -> None:
        uses: dict[tuple[int, int], list[str]] = defaultdict(list)
        for use in self._rows(select(InitiativeUseRow.__table__)):  # type: ignore[attr-defined]
            uses[use.initiative_id, use.person_id].append(f"{use.award_code} {use.year}")
        row = InitiativeRow
        query = (
            select(InitiativeAuthorRow.person_id, row.id, row.name, row.year, row.scope, row.decision_id)  # type: ignore[call-overload]
            .join(row, col(row.id) == InitiativeAuthorRow.initiative_id)
            .where(col(row.deleted_at).is_(None))
        )
        for person_id, initiative_id, name, year, scope, decision_id in self._rows(query):
            record, day = self._decisions.get(decision_id, ("", None))
            used = tuple(uses.get((initiative_id, person_id), ()))
            recognised = True if decision_id is not None else None
            self.initiatives[person_id].append(
                InitiativeFact(initiative_id, name, year, recognised, Scope(scope), day, record, used)
            )

    def _read_disciplines(self) -> None:
        for row in self._rows(select(DisciplineRow.__table__)):  # type: ignore[attr-defined]
            self.disciplines[row.person_id].append(
                DisciplineFact(
                    DisciplineForm(row.form),
                    row.decided_on,
                    paper_name(row.decision_number, row.decided_on),
                    row.ended_on,
                )
            )

    def _read_services(self, last: date) -> None:
        """Take leave and training from the statuses, and a training whose result was noted from the note."""
        noted = [
            (person_id, ServiceFact(WorkStatus.TRAINING, Period(row.valid_from, row.valid_to), row.is_good))
            for person_id, rows in self.facts.items()
            for row in rows
            if row.kind == ConsiderationKind.TRAINING_RESULT.value
        ]
        for person_id, fact in noted:
            self.services[person_id].append(fact)
        row = PersonStatusRow
        told = (WorkStatus.MATERNITY_LEAVE.value, WorkStatus.TRAINING.value)
        query = select(row.person_id, row.status, row.valid_from, row.valid_to).where(col(row.status).in_(told))  # type: ignore[call-overload]
        for person_id, status, begins, ends in self._rows(query):
            term = Period(begins, ends)
            has_note = status == WorkStatus.TRAINING.value and any(
                person == person_id and _touch(fact.term, term) for person, fact in noted
            )
            if not has_note and (begins is None or begins <= last):
                self.services[person_id].append(ServiceFact(WorkStatus(status), term))

    def _read_posts(self, last: date) -> None:
        row = PostRow
        query = select(row.person_id, row.unit_id, row.valid_from, row.valid_to).where(  # type: ignore[call-overload]
            (col(row.valid_from).is_(None)) | (col(row.valid_from) <= last), col(row.unit_id).is_not(None)
        )
        for person_id, unit_id, begins, ends in self._rows(query):
            self.posts[person_id].append((unit_id, begins, ends))


def _touch(one: Period, other: Period) -> bool:
    """Return whether two terms share a day."""
    return (one.valid_from or date.min) <= (other.valid_to or date.max) and (other.valid_from or date.min) <= (
        one.valid_to or date.max
    )


def paper_name(number: str | None, day: date | None) -> str:
    """Return a decision, or the notice that gives a rating, as evidence names it; "" for none."""
    if number is None and day is None:
        return ""
    kind = "Thông báo" if number is not None and "/TB" in number else "Quyết định"
    return kind + (f" số {number}" if number else "") + (f" ngày {list_date(day)}" if day else "")
