"""Ratings, awards and initiatives."""

from datetime import date

import pytest

from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused
from kimhoa_app.domain.people import PersonDraft, Rating
from kimhoa_app.services.awards import (
    AwardDraft,
    DecisionDraft,
    delete_awards,
    list_awards,
    record_award,
    record_award_of,
    record_decision,
)
from kimhoa_app.services.bin import list_bin, restore
from kimhoa_app.services.decisions import list_decisions
from kimhoa_app.services.history import history_of
from kimhoa_app.services.initiatives import (
    AuthorShare,
    InitiativeDraft,
    change_initiative,
    delete_initiatives,
    list_initiatives,
    recognise,
    record_initiative,
    set_decisions,
)
from kimhoa_app.services.ratings import RatingEntry, list_ratings, set_rating
from kimhoa_app.services.staff import add_person, read_person
from kimhoa_app.services.workspace import Workspace


def test_a_year_has_one_rating_for_a_person(workspace: Workspace) -> None:
    anh = add_person(workspace, PersonDraft("Nguyễn Thị Ánh"))
    set_rating(workspace, RatingEntry(anh, None, 2025, Rating.GOOD))
    set_rating(workspace, RatingEntry(anh, None, 2025, Rating.EXCELLENT, "12/QĐ-UBND", date(2025, 12, 20)))
    assert [entry.rating for entry in list_ratings(workspace, 2025)] == [Rating.EXCELLENT]
    assert list_ratings(workspace, 2024) == []
    assert read_person(workspace, anh).ratings[0].decision_number == "12/QĐ-UBND"


def test_a_rating_is_of_one_subject(workspace: Workspace) -> None:
    with pytest.raises(InvalidInput):
        set_rating(workspace, RatingEntry(None, None, 2025, Rating.GOOD))


def test_an_award_keeps_its_decision_and_leaves_a_trail(workspace: Workspace) -> None:
    anh = add_person(workspace, PersonDraft("Nguyễn Thị Ánh"))
    decision = record_decision(workspace, DecisionDraft(2024, "15/QĐ-UBND", date(2025, 1, 10), "Chủ tịch UBND xã"))
    award = record_award(workspace, AwardDraft("LĐTT", 2024, "Nguyễn Thị Ánh", person_id=anh, decision_id=decision))
    entry = list_awards(workspace, 2024)[0]
    assert entry.decision is not None
    assert (entry.id, entry.award.award_code, entry.decision.number) == (award, "LĐTT", "15/QĐ-UBND")
    delete_awards(workspace, award)
    assert list_awards(workspace) == []
    assert list_bin(workspace)[0].label == "Khen thưởng: Nguyễn Thị Ánh, Lao động tiên tiến, năm 2024"
    restore(workspace, "award", award)
    assert [change.action for change in history_of(workspace, "award", award)] == ["add", "delete", "restore"]


@pytest.mark.parametrize("draft", [AwardDraft("XYZ", 2024, "An", person_id=1), AwardDraft("LĐTT", 2024, "An")])
def test_an_award_that_nobody_can_have_is_refused(workspace: Workspace, draft: AwardDraft) -> None:
    with pytest.raises(InvalidInput):
        record_award(workspace, draft)


def test_shares_of_an_initiative_make_the_whole(workspace: Workspace) -> None:
    anh, binh = (add_person(workspace, PersonDraft(name)) for name in ("Nguyễn Thị Ánh", "Trần Văn Bình"))
    draft = InitiativeDraft(2025, "Số hóa hồ sơ một cửa")
    for shares in ([], [4000, 5000], [0, 10000], [12000, -2000]):
        authors = [AuthorShare(person, share) for person, share in zip((anh, binh), shares, strict=False)]
        with pytest.raises(InvalidInput):
            record_initiative(workspace, draft, authors)
    with pytest.raises(InvalidInput):
        record_initiative(workspace, draft, [AuthorShare(anh, 5000), AuthorShare(anh, 5000)])
    record_initiative(workspace, draft, [AuthorShare(anh, 4000), AuthorShare(binh, 6000)])
    entry = list_initiatives(workspace, 2025)[0]
    assert [(author.full_name, author.share) for author in entry.authors] == [
        ("Trần Văn Bình", 6000),
        ("Nguyễn Thị Ánh", 4000),
    ]


PAPER = DecisionDraft(2025, "9/QĐ-UBND", date(2025, 12, 20), "Chủ tịch UBND xã", "Trần Văn Bình")


def test_one_paper_is_one_decision_however_often_it_is_typed(workspace: Workspace) -> None:
    anh, binh = (add_person(workspace, PersonDraft(name)) for name in ("Nguyễn Thị Ánh", "Trần Văn Bình"))
    record_award_of(workspace, AwardDraft("LĐTT", 2025, "Nguyễn Thị Ánh", person_id=anh), PAPER)
    typed_again = DecisionDraft(2025, " 9/qđ-ubnd ", date(2025, 12, 20))
    record_award_of(workspace, AwardDraft("LĐTT", 2025, "Trần Văn Bình", person_id=binh), typed_again)
    assert [entry.decision for entry in list_decisions(workspace, 2025)] == [PAPER]
    assert len(list_awards(workspace, 2025)) == 2
    assert list_decisions(workspace, 2024) == []


def test_the_same_award_is_not_recorded_twice_in_a_decision(workspace: Workspace) -> None:
    anh = add_person(workspace, PersonDraft("Nguyễn Thị Ánh"))
    draft = AwardDraft("LĐTT", 2025, "Nguyễn Thị Ánh", person_id=anh)
    record_award_of(workspace, draft, PAPER)
    with pytest.raises(Refused):
        record_award_of(workspace, draft, PAPER)
    assert len(list_awards(workspace)) == 1


@pytest.mark.parametrize("paper", [DecisionDraft(2025, " ", date(2025, 12, 20)), DecisionDraft(2025, "9/QĐ-UBND")])
def test_a_decision_needs_its_number_and_its_day(workspace: Workspace, paper: DecisionDraft) -> None:
    anh = add_person(workspace, PersonDraft("Nguyễn Thị Ánh"))
    with pytest.raises(InvalidInput):
        record_award_of(workspace, AwardDraft("LĐTT", 2025, "Nguyễn Thị Ánh", person_id=anh), paper)
    assert list_awards(workspace) == []


def test_one_decision_recognises_several_initiatives_and_it_can_be_taken_back(workspace: Workspace) -> None:
    anh = add_person(workspace, PersonDraft("Nguyễn Thị Ánh"))
    ids = [
        record_initiative(workspace, InitiativeDraft(2025, name), [AuthorShare(anh, 10000)])
        for name in ("Số hóa hồ sơ", "Trả kết quả tại nhà")
    ]
    recognise(workspace, ids, PAPER)
    assert [entry.decision for entry in list_initiatives(workspace, 2025)] == [PAPER, PAPER]
    set_decisions(workspace, dict.fromkeys(ids))
    assert [entry.decision for entry in list_initiatives(workspace, 2025)] == [None, None]
    with pytest.raises(NotFound):
        recognise(workspace, [ids[0], 99], PAPER)
    assert [entry.decision for entry in list_initiatives(workspace, 2025)] == [None, None]


def test_a_changed_initiative_keeps_its_trail_and_comes_back_from_the_bin(workspace: Workspace) -> None:
    anh, binh = (add_person(workspace, PersonDraft(name)) for name in ("Nguyễn Thị Ánh", "Trần Văn Bình"))
    draft = InitiativeDraft(2025, "Số hóa hồ sơ")
    number = record_initiative(workspace, draft, [AuthorShare(anh, 10000)])
    change_initiative(workspace, number, draft, [AuthorShare(anh, 10000)])
    change_initiative(workspace, number, draft, [AuthorShare(anh, 6000), AuthorShare(binh, 4000)])
    assert [author.share for author in list_initiatives(workspace)[0].authors] == [6000, 4000]
    with pytest.raises(InvalidInput):
        change_initiative(workspace, number, draft, [AuthorShare(anh, 6000)])
    delete_initiatives(workspace, number)
    assert list_initiatives(workspace) == []
    restore(workspace, "initiative", number)
    of_itself, of_its_authors = (history_of(workspace, table, number) for table in ("initiative", "initiative_author"))
    assert [change.action for change in of_itself] == ["add", "delete", "restore"]
    assert [change.action for change in of_its_authors] == ["add", "change", "add"]
