"""Taking an import back as a whole, or being told what stands on it."""

from datetime import date

import pytest

from kimhoa_app.domain.errors import NotFound, Refused
from kimhoa_app.domain.people import PersonDraft, Rating
from kimhoa_app.services import awards, initiatives, ratings, registrations, staff, units
from kimhoa_app.services.awards import AwardDraft
from kimhoa_app.services.history import history_of
from kimhoa_app.services.imports import ListKind, commit_import, list_imports, plan_import, undo_import
from tests.exchange.lists.workbooks import Page, workbook
from tests.services.conftest import YEAR, Commune


def brought_in(commune: Commune, kind: ListKind, *rows: tuple[object, ...]) -> int:
    path = workbook(commune.workspace.folder.parent / "ds.xlsx", Page(rows))
    batch = commit_import(commune.workspace, plan_import(commune.workspace, kind, path, year=YEAR)).batch_id
    assert batch is not None
    return batch


STAFF = (
    ("Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị"),
    ("Lê Thị Ánh", "05/03/1985", "Phó Chánh Văn phòng", "Văn phòng"),
    ("Lê Văn Tám", "01/02/1990", "Công chức", "Phòng mới"),
)


AWARDED = (("Họ và tên", "Danh hiệu", "Quyết định"), ("Lê Thị Ánh", "LĐTT", "5/QĐ-UBND ngày 2/1/2026"))


def state(commune: Commune) -> tuple[object, ...]:
    people = [staff.read_person(commune.workspace, person.id) for person in staff.list_people(commune.workspace)]
    return people, units.list_units(commune.workspace)


def test_a_staff_list_is_taken_back_with_its_units_moves_and_changes(commune: Commune) -> None:
    before = state(commune)
    batch = brought_in(commune, ListKind.STAFF, *STAFF)
    assert len(staff.list_people(commune.workspace)) == len(commune.people) + 1
    undo_import(commune.workspace, batch)
    assert state(commune) == before
    assert list_imports(commune.workspace)[0].undone_at is not None
    trail = [change.action for change in history_of(commune.workspace, "person", commune.people["Lê Thị Ánh"])]
    assert trail[-2:] == ["change", "undo"]


def test_it_can_be_done_again_and_taken_back_again(commune: Commune) -> None:
    before = state(commune)
    undo_import(commune.workspace, brought_in(commune, ListKind.STAFF, *STAFF))
    undo_import(commune.workspace, brought_in(commune, ListKind.STAFF, *STAFF))
    assert state(commune) == before


def test_ratings_awards_initiatives_and_registrations_are_taken_back(commune: Commune) -> None:
    workspace = commune.workspace
    heads = ("Họ và tên", "Xếp loại", "Kỷ luật")
    batches = [
        brought_in(commune, ListKind.RATINGS, heads, ("Lê Thị Ánh", "HTNV", "cảnh cáo"), ("Người Mới Tới", "A", None)),
        brought_in(
            commune,
            ListKind.AWARDS,
            ("Họ và tên", "Danh hiệu", "Quyết định"),
            ("Lê Thị Ánh", "LĐTT", "5/QĐ-UBND ngày 2/1/2026"),
        ),
        brought_in(commune, ListKind.INITIATIVES, ("Tác giả", "Tên sáng kiến"), ("Lê Thị Ánh, Phạm Văn Đạt", "Số hóa")),
        brought_in(commune, ListKind.REGISTRATIONS, ("Họ và tên", "Danh hiệu"), ("Lê Thị Ánh", "LĐTT")),
    ]
    for batch in batches:
        undo_import(workspace, batch)
    assert ratings.list_ratings(workspace, YEAR) == []
    assert awards.list_awards(workspace) == []
    assert initiatives.list_initiatives(workspace) == []
    assert registrations.list_registrations(workspace, YEAR).people == ()
    assert len(staff.list_people(workspace)) == len(commune.people)


def test_changed_authors_come_back(commune: Commune) -> None:
    heads = ("Tác giả", "Tên sáng kiến", "Lĩnh vực")
    brought_in(commune, ListKind.INITIATIVES, heads, ("Lê Thị Ánh (60%), Phạm Văn Đạt (40%)", "Số hóa", "Văn thư"))
    before = initiatives.list_initiatives(commune.workspace)
    undo_import(commune.workspace, brought_in(commune, ListKind.INITIATIVES, heads, ("Lê Thị Ánh", "Số hóa", "Khác")))
    assert initiatives.list_initiatives(commune.workspace) == before


def test_a_rating_changed_by_an_import_comes_back(commune: Commune) -> None:
    heads = ("Họ và tên", "Xếp loại")
    brought_in(commune, ListKind.RATINGS, heads, ("Lê Thị Ánh", "A"))
    undo_import(commune.workspace, brought_in(commune, ListKind.RATINGS, heads, ("Lê Thị Ánh", "B")))
    assert [each.rating for each in ratings.list_ratings(commune.workspace, YEAR)] == [Rating.EXCELLENT]


def test_what_was_changed_since_is_told_and_nothing_is_taken_back(commune: Commune) -> None:
    batch = brought_in(commune, ListKind.STAFF, *STAFF)
    added = next(one for one in staff.list_people(commune.workspace) if one.full_name == "Lê Văn Tám")
    draft = PersonDraft("Lê Văn Tám", added.birth, position="Kế toán", unit_id=added.unit_id)
    staff.correct_person(commune.workspace, added.id, draft)
    after = state(commune)
    with pytest.raises(Refused, match="1 mục của lần nhập này đã được sửa sau đó"):
        undo_import(commune.workspace, batch)
    assert state(commune) == after


def test_what_was_written_since_beside_it_stays(commune: Commune) -> None:
    batch = brought_in(commune, ListKind.STAFF, *STAFF)
    anh = commune.people["Lê Thị Ánh"]
    kept = staff.read_person(commune.workspace, anh).person
    draft = PersonDraft(
        kept.full_name, kept.birth, kept.gender, position=kept.position, unit_id=kept.unit_id, note="Mới"
    )
    staff.correct_person(commune.workspace, anh, draft)
    undo_import(commune.workspace, batch)
    after = staff.read_person(commune.workspace, anh).person
    assert (after.note, after.birth, after.position) == ("Mới", None, "Công chức")


def test_changed_authors_leave_their_trail_when_they_come_back(commune: Commune) -> None:
    heads = ("Tác giả", "Tên sáng kiến")
    brought_in(commune, ListKind.INITIATIVES, heads, ("Lê Thị Ánh (60%), Phạm Văn Đạt (40%)", "Số hóa"))
    undo_import(commune.workspace, brought_in(commune, ListKind.INITIATIVES, heads, ("Lê Thị Ánh", "Số hóa")))
    (entry,) = initiatives.list_initiatives(commune.workspace)
    trail = [
        (each.action, each.after and each.after["share"])
        for each in history_of(commune.workspace, "initiative_author", entry.id)
    ]
    assert trail == [("add", 6000), ("add", 4000), ("delete", None), ("change", 10000), ("undo", 4000), ("undo", 6000)]


def test_what_stands_on_it_is_told_and_nothing_is_taken_back(commune: Commune) -> None:
    batch = brought_in(commune, ListKind.STAFF, *STAFF)
    added = next(one for one in staff.list_people(commune.workspace) if one.full_name == "Lê Văn Tám")
    awards.record_award(commune.workspace, AwardDraft("LĐTT", YEAR, "Lê Văn Tám", person_id=added.id))
    with pytest.raises(Refused, match="1 mục ghi sau đó đang dùng"):
        undo_import(commune.workspace, batch)
    assert len(staff.list_people(commune.workspace)) == len(commune.people) + 1


def test_a_later_import_that_was_taken_back_is_no_hindrance(commune: Commune) -> None:
    first = brought_in(commune, ListKind.STAFF, *STAFF)
    moved = (STAFF[0], ("Lê Văn Tám", "01/02/1990", "Kế toán", "Phòng mới"))
    undo_import(commune.workspace, brought_in(commune, ListKind.STAFF, *moved))
    undo_import(commune.workspace, first)
    assert len(staff.list_people(commune.workspace)) == len(commune.people)


def test_it_is_taken_back_once(commune: Commune) -> None:
    batch = brought_in(commune, ListKind.STAFF, *STAFF)
    undo_import(commune.workspace, batch)
    with pytest.raises(Refused, match="đã được hoàn tác"):
        undo_import(commune.workspace, batch)
    with pytest.raises(NotFound):
        undo_import(commune.workspace, 999)


def test_an_import_says_what_it_was(commune: Commune) -> None:
    brought_in(commune, ListKind.STAFF, *STAFF)
    (made,) = list_imports(commune.workspace)
    assert (made.kind, made.file_name, made.added, made.changed) == ("staff", "ds.xlsx", 1, 1)
    assert made.made_at.date() == date(2026, 11, 21)
