"""Decisions that are taken anew, several files in one go, and the lines that are left over."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.services import initiatives, registrations, staff
from kimhoa_app.services.imports import (
    Decision,
    ImportPlan,
    ListKind,
    ReadingChoice,
    RowAction,
    columns_under,
    commit_import,
    commit_imports,
    decided,
    fault_in_meanings,
    found_columns,
    list_imports,
    look_into,
    plan_import,
    undo_import,
    write_left_over,
)
from tests.exchange.lists.workbooks import Page, workbook
from tests.services.conftest import YEAR, Commune

HEAD = ("Họ và tên", "Ngày sinh", "Chức vụ")


@pytest.fixture
def folder(commune: Commune) -> Path:
    return commune.workspace.folder.parent


def planned(commune: Commune, kind: ListKind, *rows: tuple[object, ...], name: str = "ds.xlsx") -> ImportPlan:
    path = workbook(commune.workspace.folder.parent / name, Page(rows))
    return plan_import(commune.workspace, kind, path, year=YEAR)


def actions(plan: ImportPlan) -> list[RowAction]:
    return [row.action for row in plan.rows]


def test_a_decision_is_taken_back_and_another_taken(commune: Commune) -> None:
    for post in ("Kế toán", "Văn thư"):
        staff.add_person(commune.workspace, PersonDraft("Lê Văn Tám", position=post))
    one = next(each.id for each in staff.list_people(commune.workspace) if each.full_name == "Lê Văn Tám")
    plan = planned(commune, ListKind.STAFF, HEAD, ("Lê Văn Tám", 1990, "Công chức"))
    known = decided(commune.workspace, plan, {0: Decision(person_id=one)})
    new = decided(commune.workspace, known, {0: Decision(is_somebody_new=True)})
    assert (actions(plan), actions(known), actions(new)) == (
        [RowAction.AMBIGUOUS], [RowAction.CHANGE], [RowAction.NEW],
    )  # fmt: skip
    assert actions(decided(commune.workspace, known, {})) == [RowAction.AMBIGUOUS]
    assert actions(decided(commune.workspace, plan, {0: Decision(take=False)})) == [RowAction.SKIPPED]
    commit_import(commune.workspace, new)
    assert sum(each.full_name == "Lê Văn Tám" for each in staff.list_people(commune.workspace)) == 3


def test_two_lines_cannot_be_decided_to_be_one_person(commune: Commune) -> None:
    for post in ("Kế toán", "Văn thư"):
        staff.add_person(commune.workspace, PersonDraft("Lê Văn Tám", position=post))
    one = next(each.id for each in staff.list_people(commune.workspace) if each.position == "Kế toán")
    rows = (("Lê Văn Tám", 1990, "Công chức"), ("Lê Văn Tám", 1991, "Công chức"))
    plan = planned(commune, ListKind.STAFF, HEAD, *rows)
    both = decided(commune.workspace, plan, {key: Decision(person_id=one) for key in (0, 1)})
    assert actions(both) == [RowAction.CHANGE, RowAction.REFUSED]
    assert both.rows[1].reason == "Cùng một người với dòng 2."


def test_several_files_see_what_those_before_have_written(commune: Commune) -> None:
    head = ("Họ và tên", "Danh hiệu")
    first = planned(commune, ListKind.REGISTRATIONS, head, ("Lê Thị Ánh", "LĐTT"), name="a.xlsx")
    second = planned(
        commune, ListKind.REGISTRATIONS, head, ("Lê Thị Ánh", "LĐTT"), ("Lê Thị Ánh", "CSTĐCS"), name="b.xlsx"
    )
    outcomes = commit_imports(commune.workspace, [(first, ()), (second, ())])
    assert [outcome.added for outcome in outcomes] == [1, 1]
    assert [batch.file_name for batch in list_imports(commune.workspace)] == ["b.xlsx", "a.xlsx"]
    undo_import(commune.workspace, *(outcome.batch_id for outcome in outcomes if outcome.batch_id))
    assert registrations.list_registrations(commune.workspace, YEAR).people == ()


def test_several_files_change_one_person_and_are_taken_back_together(commune: Commune) -> None:
    before = staff.read_person(commune.workspace, commune.people["Lê Thị Ánh"])
    head = ("Họ và tên", "Đơn vị", "Chức vụ")
    plans = [
        planned(commune, ListKind.STAFF, head, ("Lê Thị Ánh", "Văn phòng", post), name=f"{post}.xlsx")
        for post in ("Kế toán trưởng", "Phó Chánh Văn phòng")
    ]
    outcomes = commit_imports(commune.workspace, [(plan, ()) for plan in plans])
    assert staff.read_person(commune.workspace, before.person.id).person.position == "Phó Chánh Văn phòng"
    undo_import(commune.workspace, *(outcome.batch_id for outcome in outcomes if outcome.batch_id))
    assert staff.read_person(commune.workspace, before.person.id) == before


def test_of_several_files_all_come_in_or_none(commune: Commune) -> None:
    plans = [
        planned(commune, ListKind.STAFF, HEAD, (name, 1990, "Công chức"), name=f"{name}.xlsx")
        for name in ("Lê Văn Tám", "Võ Thị Sáu")
    ]

    def stop(_done: int, _total: int, _text: str) -> None:
        heard.append(1)
        if len(heard) > 2:
            raise RuntimeError

    heard: list[int] = []
    count = len(staff.list_people(commune.workspace))
    with pytest.raises(RuntimeError):
        commit_imports(commune.workspace, [(plan, ()) for plan in plans], steps=stop)
    assert len(staff.list_people(commune.workspace)) == count
    assert list_imports(commune.workspace) == []


def test_what_is_left_over_is_a_list_of_the_same_columns_with_the_reasons(commune: Commune, folder: Path) -> None:
    rows = (("Lê Văn Tám", 1990, "Công chức"), ("Tám", date(1991, 2, 3), "Kế toán"), ("=SUM(A1)", None, None))
    plan = planned(commune, ListKind.STAFF, HEAD, *rows)
    write_left_over([plan], folder / "con lai.xlsx")
    sheet = openpyxl.load_workbook(folder / "con lai.xlsx").worksheets[0]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_row=6)]
    assert lines[0] == ["Họ và tên", "Ngày sinh", "Chức vụ", "Vì sao chưa nhập", "Ở tệp cũ"]
    assert lines[1][:3] == ["Tám", "03/02/1991", "Kế toán"]
    assert lines[1][4] == "ds.xlsx, dòng 3"
    again = plan_import(commune.workspace, ListKind.STAFF, folder / "con lai.xlsx")
    assert [row.name for row in again.rows][:1] == ["Tám"]


def test_all_authors_of_a_refused_initiative_are_left_over(commune: Commune, folder: Path) -> None:
    rows = (
        ("Sổ tay số", "Lê Thị Ánh", "70%", "9999"),
        (None, "Người Hai", "30%", None),
        ("Khác", "Lê Thị Ánh", "", 2026),
    )
    plan = planned(commune, ListKind.INITIATIVES, ("Tên sáng kiến", "Tác giả", "Tỷ lệ", "Năm"), *rows)
    assert actions(plan) == [RowAction.REFUSED, RowAction.NEW]
    write_left_over([plan], folder / "con lai.xlsx")
    sheet = openpyxl.load_workbook(folder / "con lai.xlsx").worksheets[0]
    assert [sheet.cell(row, 2).value for row in (4, 5, 6)] == ["Lê Thị Ánh", "Người Hai", None]
    assert initiatives.list_initiatives(commune.workspace, YEAR) == []


def test_a_place_that_cannot_be_written_to_is_told(commune: Commune, folder: Path) -> None:
    plan = planned(commune, ListKind.STAFF, HEAD, ("Tám", 1990, "Kế toán"))
    with pytest.raises(UnusableFile):
        write_left_over([plan], folder / "khong co" / "con lai.xlsx")


def test_columns_are_offered_with_their_values_found_or_not(commune: Commune, folder: Path) -> None:
    plan = planned(commune, ListKind.STAFF, ("Họ và tên", "Quê", "Chức vụ"), ("Lê Văn Tám", "Vinh", "Kế toán"))
    shown = [(column.head, column.examples, column.meaning) for column in found_columns(plan.found.lists[0])]
    assert shown == [
        ("Họ và tên", ("Lê Văn Tám",), "full_name"), ("Quê", ("Vinh",), ""), ("Chức vụ", ("Kế toán",), "position"),
    ]  # fmt: skip
    path = workbook(folder / "la.xlsx", Page((("Anh em", "Chức vụ"), ("Lê Văn Tám", "Kế toán"))))
    columns = columns_under(look_into(path)[0], 1, ListKind.STAFF)
    assert [(column.head, column.meaning) for column in columns] == [("Anh em", ""), ("Chức vụ", "position")]
    chosen = {0: "full_name", 1: "position"}
    read = plan_import(commune.workspace, ListKind.STAFF, path, choice=ReadingChoice("Danh sách", 1, chosen))
    assert [(row.name, row.content) for row in read.rows] == [("Lê Văn Tám", "Kế toán")]


@pytest.mark.parametrize(
    ("kind", "meanings", "is_list"),
    [
        (ListKind.STAFF, ("full_name",), True),
        (ListKind.STAFF, ("position", ""), False),
        (ListKind.RATINGS, ("full_name",), False),
        (ListKind.RATINGS, ("full_name", "rating"), True),
        (ListKind.INITIATIVES, ("name", "full_name"), True),
        (ListKind.REGISTRATIONS, ("collective", "title"), True),
        (ListKind.AWARDS, ("title",), False),
    ],
)
def test_the_meanings_of_columns_make_a_list_or_it_is_said_what_is_missing(
    kind: ListKind, meanings: tuple[str, ...], is_list: bool
) -> None:
    assert (fault_in_meanings(kind, dict(enumerate(meanings))) == "") is is_list


@pytest.mark.parametrize(
    ("kind", "head", "line", "is_asked"),
    [
        (ListKind.STAFF, ("Họ và tên", "Chức vụ"), ("Lê Thị Ảnh", "Kế toán"), True),
        (ListKind.RATINGS, ("Họ và tên", "Xếp loại"), ("Lê Thị Ảnh", "HTTNV"), True),
        (ListKind.AWARDS, ("Họ và tên", "Danh hiệu"), ("Lê Thị Ảnh", "LĐTT"), True),
        (ListKind.INITIATIVES, ("Tác giả", "Tên sáng kiến"), ("Lê Thị Ảnh", "Sổ tay số"), True),
        (ListKind.REGISTRATIONS, ("Họ và tên", "Danh hiệu"), ("Lê Thị Ảnh", "LĐTT"), True),
        (ListKind.RATINGS, ("Họ và tên", "Xếp loại"), ("Lê Thị Ánh", "HTTNV"), False),
        (ListKind.REGISTRATIONS, ("Họ và tên", "Danh hiệu"), ("Lê Thị Ánh", "LĐTT"), False),
        (ListKind.INITIATIVES, ("Tác giả", "Tên sáng kiến"), ("Lê Thị Ảnh, Vũ Văn Mới", "Sổ tay số"), False),
    ],
)
def test_a_name_that_nobody_has_may_be_told_to_be_somebody_known(
    commune: Commune, kind: ListKind, head: tuple[str, ...], line: tuple[str, ...], is_asked: bool
) -> None:
    plan = planned(commune, kind, head, line)
    assert [row.asks_person for row in plan.rows] == [is_asked]
    told = decided(commune.workspace, plan, {0: Decision(person_id=commune.people["Lê Thị Ánh"])})
    if is_asked:
        assert told.new_people == ()
        commit_import(commune.workspace, told)
        assert len(staff.list_people(commune.workspace)) == len(commune.people)
