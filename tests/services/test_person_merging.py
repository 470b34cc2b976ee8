"""Two records of one person made one and split again: nothing is lost, whatever they had."""

import shutil
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel

from db.store.discipline import DisciplineDraft, insert_discipline
from db.tables import (
    AnnualRatingRow,
    AwardRow,
    ConsiderationFactRow,
    CouncilMemberRow,
    CouncilRow,
    DisciplineRow,
    EligibilityOverrideRow,
    InitiativeAuthorRow,
    InitiativeRow,
    InitiativeUseRow,
    MeetingRow,
    NominationRow,
    PersonStatusRow,
    PostRow,
    RegistrationRoundRow,
    RegistrationRow,
)
from db.tables.files import AttachmentRow
from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import PersonDraft, Rating, WorkStatus
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services import awards, history, initiatives, ratings, registrations, staff, units
from kimhoa_app.services.awards import AwardDraft, DecisionDraft
from kimhoa_app.services.bin import list_bin
from kimhoa_app.services.initiatives import AuthorShare, InitiativeDraft
from kimhoa_app.services.person_merging import compare_people, list_merges, merge_people, split_people
from kimhoa_app.services.ratings import RatingEntry
from kimhoa_app.services.workspace import Workspace, open_workspace
from tests.conftest import FIXED_NOW

JULY = date(2025, 7, 1)
TRAIL = {"audit_entry", "person_merge"}


def contents(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the trail of changes."""
    with workspace.begin() as uow:
        return {
            name: sorted((tuple(row) for row in uow.session.execute(table.select())), key=repr)
            for name, table in SQLModel.metadata.tables.items()
            if name not in TRAIL
        }


@pytest.fixture
def two(workspace: Workspace) -> tuple[int, int]:
    office = units.add_unit(workspace, UnitDraft("Văn phòng", founded_on=JULY))
    economy = units.add_unit(workspace, UnitDraft("Phòng Kinh tế", founded_on=JULY))
    first = PersonDraft("Nguyễn Thị Ánh", PartialDate(1985), position="Công chức", unit_id=office)
    second = PersonDraft(
        "Nguyễn Thị Ánh", PartialDate(1985, 3, 5), None, "042185000001", position="Phó Trưởng phòng", unit_id=economy
    )
    return staff.add_person(workspace, first, JULY), staff.add_person(workspace, second, date(2026, 3, 1))


def test_the_two_stand_side_by_side_and_only_what_differs_is_asked(workspace: Workspace, two: tuple[int, int]) -> None:
    lines = {line.key: line for line in compare_people(workspace, *two)}
    assert (lines["birth"].kept, lines["birth"].merged) == ("1985", "05/03/1985")
    assert lines["birth"].is_open
    assert not lines["full_name"].is_open
    assert not lines["national_id"].is_open
    assert "note" not in lines


def test_the_value_chosen_for_each_field_counts(workspace: Workspace, two: tuple[int, int]) -> None:
    merge_people(workspace, *two, {"birth", "post"})
    record = staff.read_person(workspace, two[0])
    assert record.person.birth == PartialDate(1985, 3, 5)
    assert record.person.national_id == "042185000001"
    assert record.person.position == "Phó Trưởng phòng"
    assert [(post.position, post.valid_from, post.valid_to) for post in record.posts] == [
        ("Phó Trưởng phòng", date(2026, 3, 1), None),
        ("Công chức", JULY, date(2026, 2, 28)),
    ]
    assert [person.id for person in staff.list_people(workspace)] == [two[0]]


def test_everything_attached_moves_and_a_thing_that_both_have_stands_once(
    workspace: Workspace, two: tuple[int, int]
) -> None:
    decision = awards.record_decision(workspace, DecisionDraft(2025, "12/QĐ-UBND", date(2025, 12, 20)))
    for person in two:
        awards.record_award(
            workspace, AwardDraft("LĐTT", 2025, "Nguyễn Thị Ánh", person_id=person, decision_id=decision)
        )
        ratings.set_rating(
            workspace, RatingEntry(person, None, 2025, Rating.GOOD if person == two[0] else Rating.EXCELLENT)
        )
    awards.record_award(workspace, AwardDraft("CSTĐCS", 2024, "Nguyễn Thị Ánh", person_id=two[1]))
    merge_people(workspace, *two, {"rating:2025"})
    record = staff.read_person(workspace, two[0])
    assert [(entry.award.year, entry.award.award_code) for entry in record.awards] == [(2025, "LĐTT"), (2024, "CSTĐCS")]
    assert [(entry.year, entry.rating) for entry in record.ratings] == [(2025, Rating.EXCELLENT)]


def test_an_author_twice_has_both_shares(workspace: Workspace, two: tuple[int, int]) -> None:
    first = initiatives.record_initiative(
        workspace,
        InitiativeDraft(2026, "Số hóa hồ sơ"),
        [AuthorShare(two[0], 6000), AuthorShare(two[1], 4000)],
    )
    merge_id = merge_people(workspace, *two)
    (entry,) = [each for each in initiatives.list_initiatives(workspace, 2026) if each.id == first]
    assert [(author.person_id, author.share) for author in entry.authors] == [(two[0], 10_000)]
    split_people(workspace, merge_id)
    (entry,) = [each for each in initiatives.list_initiatives(workspace, 2026) if each.id == first]
    assert {author.person_id: author.share for author in entry.authors} == {two[0]: 6000, two[1]: 4000}


def test_a_status_that_was_not_chosen_does_not_send_the_person_away(workspace: Workspace, two: tuple[int, int]) -> None:
    staff.set_status(workspace, two[1], WorkStatus.RETIRED, date(2026, 8, 1))
    merge_people(workspace, *two)
    assert staff.read_person(workspace, two[0]).person.status is WorkStatus.WORKING


def test_who_has_gone_keeps_no_post(workspace: Workspace, two: tuple[int, int]) -> None:
    staff.set_status(workspace, two[1], WorkStatus.RETIRED, date(2026, 8, 1))
    merge_people(workspace, *two, {"status"})
    assert staff.list_people(workspace) == []
    assert all(post.valid_to is not None for post in staff.read_person(workspace, two[0]).posts)


def test_what_came_after_the_merge_stays_with_the_kept_record(workspace: Workspace, two: tuple[int, int]) -> None:
    merge_id = merge_people(workspace, *two)
    awards.record_award(workspace, AwardDraft("LĐTT", 2026, "Nguyễn Thị Ánh", person_id=two[0]))
    split_people(workspace, merge_id)
    assert len(staff.read_person(workspace, two[0]).awards) == 1
    assert staff.read_person(workspace, two[1]).person.national_id == "042185000001"
    assert list_merges(workspace, two[0]) == []


def test_what_was_changed_since_is_not_overwritten_by_a_split(workspace: Workspace, two: tuple[int, int]) -> None:
    merge_id = merge_people(workspace, *two, {"birth"})
    person = staff.read_person(workspace, two[0]).person
    staff.change_person(
        workspace, two[0], PersonDraft(person.full_name, PartialDate(1986), national_id=person.national_id)
    )
    before = contents(workspace)
    with pytest.raises(Refused, match="1 mục của lần gộp này đã được sửa sau đó"):
        split_people(workspace, merge_id)
    assert contents(workspace) == before


def test_a_merge_is_split_once_and_its_record_is_not_in_the_bin_meanwhile(
    workspace: Workspace, two: tuple[int, int]
) -> None:
    merge_id = merge_people(workspace, *two)
    assert list_bin(workspace) == []
    assert [entry.merged_id for entry in list_merges(workspace, two[0])] == [two[1]]
    split_people(workspace, merge_id)
    with pytest.raises(NotFound):
        split_people(workspace, merge_id)
    again = merge_people(workspace, two[1], two[0])
    split_people(workspace, again)


def test_merges_of_merges_are_split_from_the_last(workspace: Workspace, two: tuple[int, int]) -> None:
    third = staff.add_person(workspace, PersonDraft("Nguyễn Ánh"))
    before = contents(workspace)
    first = merge_people(workspace, *two)
    second = merge_people(workspace, third, two[0])
    with pytest.raises(Refused):
        split_people(workspace, first)
    split_people(workspace, second)
    split_people(workspace, first)
    assert contents(workspace) == before


def test_two_seats_in_one_council_are_refused_and_nothing_changes(commune) -> None:  # type: ignore[no-untyped-def]
    people = list(commune.people.values())
    before = contents(commune.workspace)
    with pytest.raises(Refused, match="Hội đồng"):
        merge_people(commune.workspace, people[0], people[1])
    assert contents(commune.workspace) == before


def test_a_record_cannot_be_merged_into_itself(workspace: Workspace, two: tuple[int, int]) -> None:
    with pytest.raises(Refused):
        merge_people(workspace, two[0], two[0])


def test_the_trail_tells_of_a_merge_and_of_a_split(workspace: Workspace, two: tuple[int, int]) -> None:
    split_people(workspace, merge_people(workspace, *two))
    actions = [change.action for change in history.history_of(workspace, "person", two[1])]
    assert actions == ["add", "merge", "undo"]


def test_every_table_that_names_a_person_is_known_here() -> None:
    """A table that comes to name a person is given a row below, so that a merge is shown to move and to split it."""
    naming = {
        (name, column.name)
        for name, table in SQLModel.metadata.tables.items()
        for column in table.columns
        if any(key.target_fullname == "person.id" for key in column.foreign_keys)
    }
    assert naming - {("person_merge", "kept_id"), ("person_merge", "merged_id")} == {
        (name, "person_id") for name in NAMING
    }


def row_of(table: str, person: int) -> SQLModel:
    """One row of a table that names `person`; two people have the same, as two records of one person do."""
    day = date(2025, 3, 1)
    rows: dict[str, SQLModel] = {
        "attachment": AttachmentRow(
            person_id=person, file_name="a.pdf", sha256="0" * 64, added_at=FIXED_NOW, content=b"a"
        ),
        "award": AwardRow(person_id=person, award_code="LĐTT", year=2025, subject_then="Ánh"),
        "council_member": CouncilMemberRow(council_id=1, person_id=person, full_name="Ánh", role="member"),
        "nomination": NominationRow(meeting_id=1, person_id=person, award_code="LĐTT", subject_then="Ánh"),
        "consideration_fact": ConsiderationFactRow(person_id=person, kind="contract", valid_from=day),
        "initiative_use": InitiativeUseRow(initiative_id=1, person_id=person, award_code="CSTĐCS", year=2025),
        "eligibility_override": EligibilityOverrideRow(
            person_id=person, award_code="LĐTT", year=2025, reason=f"lý do {person}", made_at=FIXED_NOW
        ),
        "initiative_author": InitiativeAuthorRow(initiative_id=1, person_id=person, share=5000),
        "post": PostRow(person_id=person, position="Công chức", valid_from=day),
        "person_status": PersonStatusRow(person_id=person, status="maternity_leave", valid_from=day, valid_to=day),
        "annual_rating": AnnualRatingRow(person_id=person, year=2025, rating="HTTNV"),
        "discipline": DisciplineRow(person_id=person, form="reprimand", decided_on=day),
        "registration": RegistrationRow(round_id=1, person_id=person, award_code="LĐTT", registered_on=day),
    }
    return rows[table]


NAMING = (
    "attachment", "award", "council_member", "nomination", "consideration_fact", "initiative_use",
    "eligibility_override",
    "initiative_author", "post", "person_status", "annual_rating", "discipline", "registration",
)  # fmt: skip


def write_rows(workspace: Workspace, table: str, people: Iterable[int]) -> None:
    """Write what the rows stand on, and one row for each of `people`."""
    day = date(2025, 3, 1)
    with workspace.begin() as uow:
        for row in (
            CouncilRow(id=1, name="Hội đồng", kind="emulation", decision_number="1/QĐ", valid_from=day),
            RegistrationRoundRow(id=1, year=2025, opens_on=day, deadline=day),
            InitiativeRow(id=1, name="Số hóa", year=2025),
        ):
            uow.session.add(row)
        uow.session.flush()
        uow.session.add(MeetingRow(id=1, council_id=1, year=2025, held_on=day))
        uow.session.flush()
        uow.session.add_all([row_of(table, person) for person in people])
        uow.commit()


def naming_rows(workspace: Workspace, table: str, person: int) -> int:
    """How many rows of `table` name a person."""
    rows = SQLModel.metadata.tables[table]
    with workspace.begin() as uow:
        return len(uow.session.execute(rows.select().where(rows.c.person_id == person)).all())


@pytest.mark.parametrize("table", NAMING)
def test_what_one_record_has_is_moved_and_comes_back(workspace: Workspace, table: str) -> None:
    kept, merged = (staff.add_person(workspace, PersonDraft(name)) for name in ("Ánh một", "Ánh hai"))
    write_rows(workspace, table, [merged])
    before, own = contents(workspace), naming_rows(workspace, table, kept)
    merge_id = merge_people(workspace, kept, merged)
    assert (naming_rows(workspace, table, merged), naming_rows(workspace, table, kept)) == (0, own + 1)
    split_people(workspace, merge_id)
    assert contents(workspace) == before


@pytest.mark.parametrize("table", NAMING)
def test_what_both_records_have_stands_once_or_is_refused(workspace: Workspace, table: str) -> None:
    people = [staff.add_person(workspace, PersonDraft(name)) for name in ("Ánh một", "Ánh hai")]
    write_rows(workspace, table, people)
    before = contents(workspace)
    if table in ("council_member", "nomination"):
        with pytest.raises(Refused, match="Hai hồ sơ cùng"):
            merge_people(workspace, *people)
        assert contents(workspace) == before
        return
    merge_id = merge_people(workspace, *people)
    assert naming_rows(workspace, table, people[1]) == 0
    live = 2 if table in ("attachment", "award", "registration", "post") else 1  # in the bin, or one that stands beside
    assert naming_rows(workspace, table, people[0]) == live
    split_people(workspace, merge_id)
    assert contents(workspace) == before


YEARS = st.integers(2020, 2026)
DAYS = st.dates(date(2020, 1, 1), date(2026, 11, 1))
THING = st.one_of(
    st.tuples(st.just("award"), st.sampled_from(["LĐTT", "CSTĐCS"]), YEARS),
    st.tuples(st.just("rating"), st.sampled_from(list(Rating)), YEARS),
    st.tuples(st.just("discipline"), st.sampled_from(list(DisciplineForm)), DAYS),
    st.tuples(st.just("move"), st.sampled_from(["Công chức", "Trưởng phòng"]), DAYS),
    st.tuples(st.just("status"), st.sampled_from(list(WorkStatus)), DAYS),
    st.tuples(st.just("registration"), st.sampled_from(["LĐTT", "CSTĐCS"]), st.none()),
    st.tuples(st.just("initiative"), st.sampled_from(["Số hóa", "Một cửa"]), YEARS),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    things=st.tuples(st.lists(THING, max_size=8), st.lists(THING, max_size=8)),
    chosen=st.sets(st.sampled_from(["birth", "full_name", "note", "post", "status", "rating:2024", "rating:2025"])),
)
def test_merging_and_splitting_gives_the_same_data(empty_data_folder, things, chosen) -> None:  # type: ignore[no-untyped-def]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(empty_data_folder, Path(folder) / "data")
        with open_workspace(Path(folder) / "data", clock=lambda: FIXED_NOW) as workspace:
            registrations.open_round(workspace, 2026, date(2026, 1, 2), date(2026, 1, 31))
            people = (
                staff.add_person(workspace, PersonDraft("Lê Văn An", PartialDate(1980), note="bản cũ")),
                staff.add_person(workspace, PersonDraft("Lê Văn Ân", PartialDate(1981), national_id="042080000001")),
            )
            for person, given_things in zip(people, things, strict=True):
                for thing in given_things:
                    give(workspace, person, thing)
            before = contents(workspace)
            merge_id = merge_people(workspace, *people, chosen)
            merged = contents(workspace)
            for name in ("award", "registration"):
                assert len(merged[name]) == len(before[name])
            assert [entry.id for entry in staff.list_people(workspace, include_gone=True)] == [people[0]]
            split_people(workspace, merge_id)
            assert contents(workspace) == before


def give(workspace: Workspace, person: int, thing: tuple[str, object, object]) -> None:
    """Give a person something, or nothing where a rule says no."""
    kind, what, when = thing
    try:
        match kind:
            case "award":
                awards.record_award(workspace, AwardDraft(str(what), int(str(when)), "Lê Văn An", person_id=person))
            case "rating":
                ratings.set_rating(workspace, RatingEntry(person, None, int(str(when)), Rating(str(what))))
            case "discipline":
                assert isinstance(when, date)
                with workspace.begin() as uow:
                    insert_discipline(uow, DisciplineDraft(person, DisciplineForm(str(what)), when))
                    uow.commit()
            case "move":
                assert isinstance(when, date)
                staff.move_person(workspace, person, None, str(what), when)
            case "status":
                assert isinstance(when, date)
                staff.set_status(workspace, person, WorkStatus(str(what)), when)
            case "registration":
                draft = RegistrationDraft(str(what), date(2026, 1, 5), person_id=person)
                registrations.register(workspace, 2026, draft)
            case "initiative":
                initiative = InitiativeDraft(int(str(when)), str(what))
                initiatives.record_initiative(workspace, initiative, [AuthorShare(person, 10_000)])
    except (InvalidInput, Refused):
        return
