"""The fictional commune: complete, true to its own records and to the rules of the work, and always the same."""

import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from db.startup import DATA_FILE
from kimhoa_app.domain.awards import award
from kimhoa_app.domain.councils import CouncilKind, MeetingState, VoteMethod
from kimhoa_app.domain.errors import Refused
from kimhoa_app.domain.initiatives import InitiativeState
from kimhoa_app.domain.meeting_rules import missing_to_close
from kimhoa_app.domain.meetings import Votes
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.domain.staff_rules import checked_person
from kimhoa_app.domain.voting import is_passed
from kimhoa_app.services import (
    council_desk,
    documents,
    initiative_year,
    meetings,
    office,
    registration_progress,
    sample,
    staff,
    units,
)
from kimhoa_app.services.sample.source import commune
from kimhoa_app.services.workspace import open_workspace, verify

YEARS = (2022, 2023, 2024, 2025)


@pytest.fixture(scope="module")
def rows(sample_folder: Path):
    with closing(sqlite3.connect(sample_folder / DATA_FILE)) as connection:
        connection.row_factory = sqlite3.Row
        yield lambda query, *values: connection.execute(query, values).fetchall()


AWARDED = "SELECT nomination_id FROM award WHERE household_id IS NULL"  # a household's village meets on it
AWARDS = """
    SELECT a.*, d.decided_on, d.authority, n.meeting_id, n.award_code AS nominated_for, n.person_id AS nominee,
           n.unit_id AS nominated_unit, t.votes_for, t.votes_against, t.votes_other, t.base, t.threshold, m.held_on
    FROM award a JOIN decision d ON d.id = a.decision_id LEFT JOIN nomination n ON n.id = a.nomination_id
    LEFT JOIN tally t ON t.nomination_id = n.id LEFT JOIN meeting m ON m.id = n.meeting_id
"""


def test_it_has_45_staff_in_10_units_and_8_villages(sample_folder: Path) -> None:
    with open_workspace(sample_folder) as workspace:
        people = staff.list_people(workspace, on=date(2026, 11, 20))
        standing = units.list_units(workspace, date(2026, 11, 20))
        period = office.read_office(workspace, date(2025, 6, 30))
    assert len(people) == 45
    assert len([unit for unit in standing if unit.kind == "village"]) == 8
    assert len({person.unit_name for person in people}) == 10 == len(standing) - 8
    assert period is not None
    assert period.district == "Hương Sơn"


def test_every_person_would_pass_the_rules_of_the_register() -> None:
    for person in commune().person:
        draft = PersonDraft(person.name, PartialDate.parse_iso(person.birth), person.gender, person.id)
        assert checked_person(draft, today=date(2026, 11, 20)).full_name == person.name
        assert len(person.id) == 12


def test_in_2026_41_of_45_have_registered_two_of_them_late_and_one_village_has_not(sample_folder: Path) -> None:
    with open_workspace(sample_folder) as workspace:
        missing = registration_progress.missing(workspace, 2026)
        progress = registration_progress.progress(workspace, 2026)
    assert sum(unit.total for unit in progress) == 45
    assert sum(unit.done for unit in progress) == 41
    assert sum(unit.late for unit in progress) == 2
    assert len(missing.people) == 4
    assert [unit.name for unit in missing.units] == ["Thôn Kim Lĩnh"]


def test_the_meeting_of_2026_lies_ahead_with_its_cases_and_its_invitation(sample_folder: Path) -> None:
    with open_workspace(sample_folder) as workspace:
        meeting = meetings.meeting_of_year(workspace, 2026)
        drafted = [entry for entry in documents.list_documents(workspace, 2026) if entry.state == "draft"]
    assert meeting is not None
    assert meeting.held_on == date(2026, 11, 27)
    assert meeting.state == "prepared"
    assert meeting.cases
    assert all(case.votes is None for case in meeting.cases)
    assert [(entry.template, entry.meeting_id) for entry in drafted] == [("giay-moi-hop", meeting.meeting_id)]


def test_every_year_has_its_plan_issued_with_number_and_day(sample_folder: Path) -> None:
    with open_workspace(sample_folder) as workspace:
        plans = [entry for entry in documents.list_documents(workspace) if entry.template == "ke-hoach-nam"]
    assert sorted((entry.year, entry.number) for entry in plans) == [
        (year.year, year.plan.number) for year in commune().year
    ]
    assert all(entry.issued_on is not None and entry.issued_on.year == entry.year for entry in plans)


@pytest.mark.parametrize("year", YEARS)
def test_past_meetings_are_closed_and_nothing_is_missing_in_them(sample_folder: Path, year: int) -> None:
    with open_workspace(sample_folder) as workspace:
        meeting = meetings.meeting_of_year(workspace, year)
    assert meeting is not None
    assert meeting.state == "closed"
    assert missing_to_close(meeting) == []


def test_every_award_goes_back_to_a_case_that_passed_the_vote_before_the_decision(rows) -> None:
    awards = rows(AWARDS + " WHERE a.household_id IS NULL")
    assert len(awards) > 200
    for row in awards:
        votes = Votes(row["votes_for"], row["votes_against"], row["votes_other"], row["base"], row["threshold"])
        assert is_passed(votes)
        assert row["award_code"] == row["nominated_for"]
        assert (row["person_id"], row["unit_id"]) == (row["nominee"], row["nominated_unit"])
        assert row["decided_on"] > row["held_on"]


def test_every_case_that_passed_was_awarded_and_no_other(rows) -> None:
    passed = rows(
        "SELECT n.id FROM nomination n JOIN tally t ON t.nomination_id = n.id "
        "WHERE t.votes_for * 10000 >= t.threshold * t.base AND t.votes_for > t.votes_against "
        "AND n.initiative_id IS NULL"
    )
    assert {row["id"] for row in passed} == {row["nomination_id"] for row in rows(AWARDED)}


def test_the_district_decides_until_it_is_no_more_and_then_the_commune(rows) -> None:
    for row in rows(AWARDS):
        if row["award_code"] in ("CSTĐCS", "TTLĐTT", "TVH"):
            by_district = row["decided_on"] < "2025-07-01"
            assert ("huyện Hương Sơn" if by_district else "xã Kim Hoa") in row["authority"]
        elif row["award_code"] == "TTLĐXS":
            assert "tỉnh Hà Tĩnh" in row["authority"]
        else:
            assert "xã Kim Hoa" in row["authority"]


def test_nobody_is_awarded_while_not_on_the_staff(sample_folder: Path, rows) -> None:
    by_day: dict[str, set[int]] = defaultdict(set)
    for row in rows(AWARDS + " WHERE a.person_id IS NOT NULL"):
        by_day[row["held_on"]].add(row["person_id"])
    with open_workspace(sample_folder) as workspace:
        for day, awarded in by_day.items():
            assert awarded <= {person.id for person in staff.list_people(workspace, on=date.fromisoformat(day))}


@pytest.mark.parametrize("year", YEARS)
def test_a_title_is_held_together_with_those_that_it_implies(rows, year: int) -> None:
    held = defaultdict(set)
    for row in rows("SELECT * FROM award WHERE year = ?", year):
        held[row["person_id"], row["unit_id"]].add(row["award_code"])
    for codes in held.values():
        for code in codes:
            assert set(award(code).implies) <= codes


@pytest.mark.parametrize("year", [2022, 2023])
def test_fighters_are_at_most_15_percent_of_the_advanced_workers_until_2023(rows, year: int) -> None:
    counts = dict(rows("SELECT award_code, count(*) FROM award WHERE year = ? GROUP BY award_code", year))
    assert 0 < counts["CSTĐCS"] * 100 <= 15 * counts["LĐTT"]


@pytest.mark.parametrize("year", YEARS)
def test_fighters_have_a_recognised_initiative(rows, year: int) -> None:
    authors = rows(
        "SELECT a.person_id, d.decided_on FROM initiative_author a JOIN initiative i ON i.id = a.initiative_id "
        "JOIN decision d ON d.id = i.decision_id WHERE i.year = ?",
        year,
    )
    held_on = rows("SELECT max(held_on) AS day FROM meeting WHERE year = ?", year)[0]["day"]
    recognised = {row["person_id"] for row in authors if row["decided_on"] < held_on}
    fighters = rows("SELECT person_id FROM award WHERE year = ? AND award_code = 'CSTĐCS'", year)
    assert {row["person_id"] for row in fighters} <= recognised


def test_advanced_workers_registered_were_rated_good_and_not_disciplined(rows) -> None:
    query = """
        SELECT a.year, a.person_id, r.rating,
               (SELECT count(*) FROM discipline WHERE person_id = a.person_id
                AND CAST(substr(decided_on, 1, 4) AS INTEGER) = a.year) AS measures,
               (SELECT count(*) FROM registration g JOIN registration_round o ON o.id = g.round_id
                WHERE g.person_id = a.person_id AND g.award_code = 'LĐTT' AND o.year = a.year) AS registered
        FROM award a LEFT JOIN annual_rating r ON r.person_id = a.person_id AND r.year = a.year
        WHERE a.award_code = 'LĐTT'
    """
    for row in rows(query):
        assert row["rating"] in ("HTXSNV", "HTTNV")
        assert (row["measures"], row["registered"]) == (0, 1)


def test_households_are_recognised_by_the_commune_before_25_november(rows) -> None:
    recognised = rows(AWARDS + " WHERE a.household_id IS NOT NULL")
    assert len(recognised) == 10
    for row in recognised:
        assert row["award_code"] == "GĐVH"
        assert f"{row['year']}-01-01" < row["decided_on"] < f"{row['year']}-11-25"
        assert "xã Kim Hoa" in row["authority"]
        registered = rows(
            "SELECT 1 FROM registration g JOIN registration_round o ON o.id = g.round_id "
            "WHERE g.household_id = ? AND o.year = ?", row["household_id"], row["year"],
        )  # fmt: skip
        assert registered


def test_who_lost_the_higher_title_still_has_the_basic_one(rows) -> None:
    lost = rows(
        "SELECT n.person_id, m.year FROM nomination n JOIN meeting m ON m.id = n.meeting_id "
        "JOIN tally t ON t.nomination_id = n.id "
        "WHERE n.award_code = 'CSTĐCS' AND t.votes_for * 10000 < t.threshold * t.base"
    )
    assert len(lost) == sum(key not in ("mn",) for year in commune().year for key in year.lost)
    for row in lost:
        codes = rows("SELECT award_code FROM award WHERE person_id = ? AND year = ?", row["person_id"], row["year"])
        assert [code["award_code"] for code in codes] == ["LĐTT"]


def test_most_votes_are_for_and_some_are_not(rows) -> None:
    tallies = rows("SELECT votes_for, votes_against + votes_other AS rest FROM tally")
    unanimous = sum(row["rest"] == 0 for row in tallies)
    assert len(tallies) / 2 < unanimous < len(tallies)


def test_the_council_for_initiatives_votes_in_2025_and_gives_marks_in_2026(sample_folder: Path) -> None:
    with open_workspace(sample_folder) as workspace:
        works = [council_desk.read_work(workspace, year, kind=CouncilKind.INITIATIVE) for year in (2025, 2026)]
        names = {line.name: line for line in initiative_year.initiative_year(workspace, 2026).lines}
    records = [work.desk.record for work in works if work.desk is not None]
    assert [(record.vote_method, record.state) for record in records] == [
        (VoteMethod.SHOW_OF_HANDS, MeetingState.CLOSED), (VoteMethod.MARKS, MeetingState.CLOSED)
    ]  # fmt: skip
    assert [missing_to_close(record) for record in records] == [[], []]
    states = {name: line.state for name, line in names.items() if line.entry is not None}
    assert Counter(states.values()) == {
        InitiativeState.RECOGNISED: 5, InitiativeState.REFUSED: 1, InitiativeState.SUBMITTED: 1
    }  # fmt: skip


def test_what_the_council_recognised_passed_there_before_the_decision(rows) -> None:
    decided = rows(
        "SELECT m.held_on, d.decided_on, d.meeting_id, m.id FROM nomination n JOIN initiative i ON "
        "i.id = n.initiative_id JOIN meeting m ON m.id = n.meeting_id JOIN decision d ON d.id = i.decision_id"
    )
    assert len(decided) == 10
    assert all(row["held_on"] < row["decided_on"] and row["meeting_id"] == row["id"] for row in decided)


def test_every_fighter_whose_rating_was_not_enough_used_the_initiative_of_the_registration(rows) -> None:
    fighters = {
        (row["person_id"], row["year"]): row["rating"]
        for row in rows(
            "SELECT a.person_id, a.year, r.rating FROM award a "
            "JOIN annual_rating r ON r.person_id = a.person_id AND r.year = a.year WHERE a.award_code = 'CSTĐCS'"
        )
    }
    used = {tuple(row) for row in rows("SELECT person_id, year FROM initiative_use WHERE award_code = 'CSTĐCS'")}
    assert used
    assert used <= fighters.keys()
    assert {fighter for fighter, rating in fighters.items() if rating != "HTXSNV"} <= used


def test_the_units_of_before_july_2025_go_on_in_their_successors(rows) -> None:
    merged = rows(
        "SELECT p.dissolved_on, s.founded_on, u.happened_on FROM unit_succession u "
        "JOIN unit p ON p.id = u.predecessor_id JOIN unit s ON s.id = u.successor_id"
    )
    assert len(merged) == 5
    assert {tuple(row) for row in merged} == {("2025-07-01", "2025-07-01", "2025-07-01")}
    assert not rows("SELECT 1 FROM post JOIN unit ON unit.id = post.unit_id WHERE post.valid_to >= unit.dissolved_on")


def test_the_data_file_is_whole(sample_folder: Path) -> None:
    assert verify(sample_folder) == []


def test_made_twice_it_is_the_same(sample_folder: Path, tmp_path: Path) -> None:
    with open_workspace(tmp_path, actor="ai đó") as workspace:
        sample.fill(workspace)
    assert _dump(tmp_path) == _dump(sample_folder)


def test_a_folder_with_anything_in_it_is_refused_and_left_alone(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as workspace:
        staff.add_person(workspace, PersonDraft("Trần Văn An"))
        before = _dump(tmp_path)
        with pytest.raises(Refused, match="thư mục trống"):
            sample.fill(workspace)
    assert _dump(tmp_path) == before


def test_a_failure_on_the_way_leaves_the_folder_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise OSError("the cable was pulled")

    with open_workspace(tmp_path) as workspace:
        before = _dump(tmp_path)
        monkeypatch.setattr(sample, "write_invitation", broken)
        with pytest.raises(OSError, match="cable"):
            sample.fill(workspace)
    assert _dump(tmp_path) == before


def _dump(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / DATA_FILE)) as connection:
        return list(connection.iterdump())
