"""Bringing in a staff list: what it would do, and doing it whole."""

from pathlib import Path

import pytest

from db.store import people as people_store
from db.tables import PersonRow
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.domain.units import UnitDraft
from kimhoa_app.services.history import history_of
from kimhoa_app.services.imports import (
    Decision,
    ImportPlan,
    ListKind,
    RowAction,
    commit_import,
    decided,
    import_json,
    plan_import,
    remember_columns,
)
from kimhoa_app.services.staff import add_person, list_people, read_person
from kimhoa_app.services.units import add_unit, list_units
from kimhoa_app.services.workspace import Workspace
from tests.exchange.lists.workbooks import Page, workbook

HEADER = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Đơn vị", "CCCD", "Ngày tuyển dụng")
ANH = (1, "Nguyễn Thị Ánh", "05/03/1985", "Nữ", "Công chức", "Văn phòng", "042185001234", "01/09/2010")
BINH = (2, "Trần Văn Bình", 1979, "Nam", "Chủ tịch", "Thường trực", None, None)


def planned(workspace: Workspace, *rows: tuple[object, ...]) -> ImportPlan:
    path = workbook(workspace.folder.parent / "ds.xlsx", Page([("DANH SÁCH CÁN BỘ",), HEADER, *rows]))
    return plan_import(workspace, ListKind.STAFF, path)


def counts(workspace: Workspace, plan: ImportPlan, **how: object) -> tuple[int, int, int]:
    outcome = commit_import(workspace, plan, **how)  # type: ignore[arg-type]
    return outcome.added, outcome.changed, outcome.units_added


def actions(plan: ImportPlan) -> list[RowAction]:
    return [row.action for row in plan.rows]


def test_a_plan_changes_nothing(workspace: Workspace) -> None:
    plan = planned(workspace, ANH, BINH)
    assert actions(plan) == [RowAction.NEW, RowAction.NEW]
    assert plan.new_units == ("Văn phòng", "Thường trực")
    assert list_people(workspace) == []
    assert list_units(workspace) == []


def test_a_committed_plan_has_everybody_with_unit_and_trail(workspace: Workspace) -> None:
    assert counts(workspace, planned(workspace, ANH, BINH)) == (2, 0, 2)
    anh, binh = list_people(workspace)
    assert (anh.full_name, anh.unit_name, anh.position) == ("Nguyễn Thị Ánh", "Văn phòng", "Công chức")
    assert anh.national_id == "042185001234"
    assert (binh.birth, binh.unit_name) == (PartialDate(1979), "Thường trực")
    assert [unit.name for unit in list_units(workspace)] == ["Văn phòng", "Thường trực"]
    assert [change.action for change in history_of(workspace, "person", anh.id)] == ["add"]


def test_the_same_list_twice_changes_nothing(workspace: Workspace) -> None:
    commit_import(workspace, planned(workspace, ANH, BINH))
    again = planned(workspace, ANH, BINH)
    assert actions(again) == [RowAction.SAME, RowAction.SAME]
    assert commit_import(workspace, again).batch_id is None
    assert len(list_people(workspace)) == 2


def test_a_unit_is_known_by_its_short_name_and_other_writings(workspace: Workspace) -> None:
    add_unit(workspace, UnitDraft("Văn phòng HĐND và UBND", short_name="Văn phòng"))
    commit_import(workspace, planned(workspace, ANH))
    again = planned(workspace, (*ANH[:5], "VĂN PHÒNG HĐND & UBND", *ANH[6:]))
    assert (actions(again), again.new_units) == ([RowAction.SAME], ())
    assert list_people(workspace)[0].unit_name == "Văn phòng HĐND và UBND"


def test_the_tone_written_elsewhere_is_the_same_name(workspace: Workspace) -> None:
    commit_import(workspace, planned(workspace, (1, "Lê Thị Hòa", "01/02/1990", None, None, None, None, None)))
    again = planned(workspace, (1, "LÊ THỊ HOÀ", "01/02/1990", None, None, None, None, None))
    assert actions(again) == [RowAction.SAME]


def test_a_new_post_in_the_list_is_a_move_and_empty_cells_change_nothing(workspace: Workspace) -> None:
    commit_import(workspace, planned(workspace, ANH))
    moved = planned(workspace, (1, "Nguyễn Thị Ánh", 1985, None, "Phó Chủ tịch", None, "042185001234", None))
    assert [(change.field, change.old, change.new) for change in moved.rows[0].changes] == [
        ("position", "Công chức", "Phó Chủ tịch")
    ]
    commit_import(workspace, moved)
    record = read_person(workspace, list_people(workspace)[0].id)
    assert [post.position for post in record.posts] == ["Phó Chủ tịch", "Công chức"]
    assert (record.person.unit_name, record.person.birth) == ("Văn phòng", PartialDate(1985, 3, 5))


def test_namesakes_born_on_other_days_are_two_people(workspace: Workspace) -> None:
    commit_import(workspace, planned(workspace, ANH))
    plan = planned(workspace, (1, "Nguyễn Thị Ánh", "01/01/1990", None, None, "Văn phòng", None, None))
    assert actions(plan) == [RowAction.NEW]


def test_a_name_without_its_diacritics_is_told_to_be_close_and_still_taken(workspace: Workspace) -> None:
    commit_import(workspace, planned(workspace, ANH))
    near = planned(workspace, (1, "Nguyen Thi Anh", "05/03/1985", None, None, None, None, None))
    assert actions(near) == [RowAction.NEW]
    assert "Gần trùng tên với người đã có (Nguyễn Thị Ánh, 05/03/1985" in near.rows[0].warnings[0]
    other = planned(workspace, (1, "Nguyen Thi Anh", "01/01/1990", None, None, "Phòng khác", None, None))
    assert other.rows[0].warnings == ()


@pytest.fixture
def namesakes(workspace: Workspace) -> tuple[int, int]:
    first, second = (
        add_person(workspace, PersonDraft("Nguyễn Thị Ánh", unit_id=add_unit(workspace, UnitDraft(unit))))
        for unit in ("Văn phòng", "Phòng Kinh tế")
    )
    return first, second


UNCLEAR = (1, "Nguyễn Thị Ánh", None, None, "Chuyên viên", None, None, None)


def test_a_row_that_could_be_two_people_is_a_warning_and_no_guess(workspace: Workspace, namesakes) -> None:
    plan = planned(workspace, UNCLEAR)
    assert actions(plan) == [RowAction.AMBIGUOUS]
    assert {person.id for person in plan.rows[0].candidates} == set(namesakes)
    assert commit_import(workspace, plan).batch_id is None
    answer = import_json(plan)
    assert (answer["accepted"], answer["rejected"]) == ([], [])
    assert [warning["row"] for warning in answer["warnings"]] == [3]  # type: ignore[attr-defined]


def test_the_clerk_says_who_it_is_or_that_it_is_somebody_new(workspace: Workspace, namesakes) -> None:
    plan = planned(workspace, UNCLEAR)
    known = decided(workspace, plan, {0: Decision(person_id=namesakes[1])})
    assert actions(known) == [RowAction.CHANGE]
    new = decided(workspace, plan, {0: Decision(is_somebody_new=True)})
    assert actions(new) == [RowAction.NEW]
    left = decided(workspace, new, {0: Decision(take=False)})
    assert actions(left) == [RowAction.SKIPPED]
    commit_import(workspace, known)
    assert read_person(workspace, namesakes[1]).person.position == "Chuyên viên"
    assert len(list_people(workspace)) == 2


def test_a_unit_decides_between_namesakes(workspace: Workspace, namesakes) -> None:
    plan = planned(workspace, (1, "Nguyễn Thị Ánh", None, None, None, "Phòng Kinh tế", None, None))
    assert actions(plan) == [RowAction.SAME]


def test_an_identity_number_of_somebody_else_is_no_match(workspace: Workspace) -> None:
    commit_import(workspace, planned(workspace, ANH))
    plan = planned(workspace, (1, "Lê Văn Tám", "01/01/1970", None, None, None, "042185001234", None))
    assert actions(plan) == [RowAction.AMBIGUOUS]


def test_a_person_twice_in_one_list_is_refused_the_second_time(workspace: Workspace) -> None:
    plan = planned(workspace, ANH, ANH)
    assert actions(plan) == [RowAction.NEW, RowAction.REFUSED]
    assert "dòng 3" in plan.rows[1].reason


def test_rows_left_out_are_not_taken(workspace: Workspace) -> None:
    commit_import(workspace, planned(workspace, ANH, BINH), left_out={0})
    assert [person.full_name for person in list_people(workspace)] == ["Trần Văn Bình"]
    assert [unit.name for unit in list_units(workspace)] == ["Thường trực"]


def test_a_row_that_the_register_refuses_is_told_and_the_others_go_in(workspace: Workspace) -> None:
    plan = planned(workspace, ANH, (2, "Bình", 1979, None, None, None, None, None))
    assert actions(plan) == [RowAction.NEW, RowAction.REFUSED]
    assert import_json(plan)["rejected"] == [{"row": 4, "reason": plan.rows[1].reason}]


def test_a_failure_in_the_middle_leaves_nothing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = planned(workspace, ANH, BINH)

    def fail_after_writing(uow: UnitOfWork, *_rest: object) -> None:
        uow.session.add(PersonRow(full_name="Nguyễn Thị Ánh"))
        uow.session.flush()
        raise RuntimeError("power cut")

    monkeypatch.setattr(people_store, "insert_people", fail_after_writing)
    with pytest.raises(RuntimeError):
        commit_import(workspace, plan)
    assert list_people(workspace) == []
    assert list_units(workspace) == []


class Stopped(Exception):
    pass


def test_progress_is_told_and_stopping_leaves_nothing(workspace: Workspace) -> None:
    plan = planned(workspace, ANH, BINH)
    heard: list[tuple[int, int]] = []

    def stop(done: int, total: int, _text: str) -> None:
        heard.append((done, total))
        raise Stopped

    with pytest.raises(Stopped):
        commit_import(workspace, plan, steps=stop)
    assert heard == [(2, 2)]
    assert list_people(workspace) == []


def test_columns_once_chosen_are_remembered_for_the_same_headers(workspace: Workspace) -> None:
    page = Page([("Họ và tên", "Cột lạ", "Năm sinh"), ("Lê Thị Hoa", "A", 1990)])
    path = workbook(workspace.folder.parent / "a.xlsx", page)
    plan = plan_import(workspace, ListKind.STAFF, path)
    remember_columns(workspace, ListKind.STAFF, plan.found.lists[0], {0: "full_name", 1: "unit", 2: "birth"})
    assert plan_import(workspace, ListKind.STAFF, path).new_units == ("A",)


def test_the_answer_of_the_command_line_has_its_shape(workspace: Workspace) -> None:
    answer = import_json(planned(workspace, ANH, (None, "Người lập", None, None, "CHỦ TỊCH")))
    assert answer == {
        "kind": "staff",
        "sheet": "Danh sách",
        "header_row": 2,
        "columns": {
            "ordinal": "STT",
            "full_name": "Họ và tên",
            "birth": "Ngày sinh",
            "gender": "Giới tính",
            "position": "Chức vụ",
            "unit": "Đơn vị",
            "national_id": "CCCD",
            "start_date": "Ngày tuyển dụng",
        },
        "encoding": "unicode",
        "accepted": [
            {
                "row": 3,
                "full_name": "Nguyễn Thị Ánh",
                "birth": "1985-03-05",
                "gender": "female",
                "position": "Công chức",
                "unit": "Văn phòng",
                "national_id": "042185001234",
                "start_date": "2010-09-01",
            }
        ],
        "rejected": [],
        "warnings": [{"row": 4, "message": "Hết danh sách từ dòng “Người lập”."}],
    }


def test_an_unusable_file_is_told(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"x")
    with pytest.raises(UnusableFile):
        plan_import(workspace, ListKind.STAFF, tmp_path / "a.xlsx")
