"""Ratings, awards and initiatives."""

from datetime import date

import pytest

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.people import PersonDraft, Rating
from kimhoa_app.services.awards import (
    AwardDraft,
    DecisionDraft,
    delete_award,
    list_awards,
    record_award,
    record_decision,
)
from kimhoa_app.services.bin import list_bin, restore
from kimhoa_app.services.history import history_of
from kimhoa_app.services.initiatives import AuthorShare, InitiativeDraft, list_initiatives, record_initiative
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
    delete_award(workspace, award)
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
