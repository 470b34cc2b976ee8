import pytest

from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.services import documents, staff
from kimhoa_app.services.search import FoundKind, SearchIndex


@pytest.fixture
def index(commune):
    return SearchIndex(commune.workspace)


def names(found):
    return [each.name for each in found]


def test_a_name_is_found_without_diacritics_and_tells_post_and_unit(index):
    (found,) = index.find("le thi anh")
    assert (found.kind, found.name, found.detail) == (FoundKind.PERSON, "Lê Thị Ánh", "Công chức · Văn phòng")


def test_diacritics_that_are_typed_count(index):
    assert names(index.find("ẩn")) == ["Nguyễn Thị Ẩn"]
    assert index.find("ấn") == []


def test_those_who_answer_by_name_come_before_those_who_answer_by_unit(index):
    found = index.find("van")
    assert names(found)[:3] == ["Trần Văn Bình", "Đặng Văn Cường", "Phạm Văn Đạt"]
    assert names(found)[3:] == ["Lê Thị Ánh", "Văn phòng"]


def test_a_document_is_found_by_its_kind_and_year(commune, index):
    document_id = documents.new_document(commune.workspace, "ke-hoach-nam", 2026, {})
    (found,) = [each for each in index.find("ke hoach 2026") if each.kind is FoundKind.DOCUMENT]
    assert found.id == document_id
    assert found.detail == "bản thảo · năm 2026"


def test_what_was_added_is_found_once_the_index_forgets(commune, index):
    assert index.find("quỳnh") == []
    staff.add_person(commune.workspace, PersonDraft("Hồ Quỳnh"))
    assert index.find("quỳnh") == []
    index.forget()
    assert names(index.find("quỳnh")) == ["Hồ Quỳnh"]


def test_at_most_six_of_a_kind_are_shown(commune, index):
    for number in range(8):
        staff.add_person(commune.workspace, PersonDraft(f"Võ Minh {'ABCDEĐGH'[number]}"))
    assert len(index.find("vo minh")) == 6
