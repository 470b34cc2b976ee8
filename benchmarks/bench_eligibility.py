"""How long it takes to say who can be put forward for what: 2,000 people with 10 years of history, every award.

Run from the top of the project: python -m benchmarks.bench_eligibility
"""

import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.timing import median_ms
from db.store import awards as store
from db.store import initiatives
from db.store.awards import AwardDraft, DecisionDraft, RatingEntry
from db.store.eligibility_facts import YearOfFacts, gather
from db.store.initiatives import AuthorShare, InitiativeDraft
from db.store.people import insert_people
from db.store.units import insert_unit
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.awards import SubjectKind, forms_for, titles_for
from kimhoa_app.domain.eligibility import Assessor, Case
from kimhoa_app.domain.people import PersonDraft, Rating
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services.eligibility import assess_year
from kimhoa_app.services.workspace import Workspace, open_workspace

PEOPLE, YEARS, LAST = 2_000, 10, 2026
ROUNDS = 5
MOST_MS = 1_000.0
RATINGS = (Rating.EXCELLENT, Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.FULFILLED)
SYLLABLES = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Minh", "Nga")


def main() -> int:
    with tempfile.TemporaryDirectory() as name, open_workspace(Path(name)) as workspace:
        fill(workspace)
        reading = median_ms(lambda: read(workspace), ROUNDS)
        facts = read(workspace)
        engine = median_ms(lambda: assess(facts), ROUNDS)
        whole = median_ms(lambda: assess_year(workspace, LAST), ROUNDS)
    print(f"{f'eligibility of {PEOPLE} people, {YEARS} years':45} {'median ms':>12} {'runs':>6}")
    for what, time in (("read the registers", reading), ("the conditions", engine), ("the year as a whole", whole)):
        print(f"{what:45} {time:12.1f} {ROUNDS:6}")
    return int(whole > MOST_MS)


def fill(workspace: Workspace) -> None:
    """Write the staff of forty units with a rating and an award for each year, and an initiative in every third."""
    with workspace.begin() as uow:
        units = [insert_unit(uow, UnitDraft(f"Đơn vị {number}")) for number in range(40)]
        people = insert_people(
            uow,
            [
                PersonDraft(
                    f"Nguyễn {SYLLABLES[number // 10 % 10]} {SYLLABLES[number % 10]}",
                    unit_id=units[number % len(units)],
                    start_date=date(2010, 1, 1),
                )
                for number in range(PEOPLE)
            ],
            None,
        )
        for year in range(LAST - YEARS + 1, LAST + 1):
            _write_year(uow, people, year)
        uow.commit()


def read(workspace: Workspace) -> YearOfFacts:
    with workspace.begin() as uow:
        return gather(uow, LAST, date(LAST, 12, 31))


def assess(facts: YearOfFacts) -> None:
    assessor = Assessor(Case(LAST, "R4", date(LAST, 12, 31)))
    of_people = [entry.code for entry in (*titles_for(SubjectKind.PERSON), *forms_for(SubjectKind.PERSON))]
    of_units = [entry.code for entry in (*titles_for(SubjectKind.COLLECTIVE), *forms_for(SubjectKind.COLLECTIVE))]
    for person in facts.people:
        for code in of_people:
            assessor.person(person, code)
    for unit in facts.units:
        for code in of_units:
            assessor.unit(unit, code)


def _write_year(uow: UnitOfWork, people: list[int], year: int) -> None:
    decision = store.insert_decision(uow, DecisionDraft(year, f"{year % 100}/QĐ-UBND", date(year, 12, 30)))
    ratings = [RATINGS[(person + year) % len(RATINGS)] for person in people]
    store.insert_ratings(
        uow, [RatingEntry(person, None, year, rating) for person, rating in zip(people, ratings, strict=True)]
    )
    titles = ["CSTĐCS" if rating is Rating.EXCELLENT else "LĐTT" for rating in ratings]
    if year < LAST:
        store.insert_awards(
            uow,
            [
                AwardDraft(title, year, f"Người {person}", person, decision_id=decision)
                for person, title in zip(people, titles, strict=True)
            ],
        )
    for person in people[year % 3 :: 3]:
        draft = InitiativeDraft(year, f"Giải pháp {person}-{year}", decision_id=decision)
        initiatives.insert_initiative(uow, draft, [AuthorShare(person, 10_000)])


if __name__ == "__main__":
    sys.exit(main())
