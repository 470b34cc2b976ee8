"""Lists written to be changed and brought in again: what was changed is, and nothing else."""

from pathlib import Path

import openpyxl
import pytest

from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.services import staff
from kimhoa_app.services.imports import (
    ListKind,
    RowAction,
    commit_import,
    plan_import,
    undo_import,
    write_sample,
)
from kimhoa_app.services.workspace import Workspace

YEAR = 2025


@pytest.mark.parametrize("kind", list(ListKind))
def test_what_was_written_out_comes_back_as_the_same(
    sample_workspace: Workspace, tmp_path: Path, kind: ListKind
) -> None:
    write_sample(sample_workspace, kind, tmp_path / "a.xlsx", year=YEAR, is_filled=True)
    plan = plan_import(sample_workspace, kind, tmp_path / "a.xlsx", year=YEAR)
    assert plan.rows
    assert [
        (row.row, row.action, row.reason, row.changes) for row in plan.rows if row.action is not RowAction.SAME
    ] == []
    assert plan.notes == ()


EDITS = {
    ListKind.STAFF: ("Chức vụ", "Kế toán trưởng", "position"),
    ListKind.RATINGS: ("Xếp loại", "Không hoàn thành nhiệm vụ", "rating"),
    ListKind.INITIATIVES: ("Lĩnh vực", "Chuyển đổi số", "field"),
    ListKind.REGISTRATIONS: ("Ghi chú", "=1+1", "note"),
}


@pytest.mark.parametrize("kind", list(EDITS))
def test_only_what_was_edited_is_changed(sample_workspace: Workspace, tmp_path: Path, kind: ListKind) -> None:
    path = tmp_path / "a.xlsx"
    write_sample(sample_workspace, kind, path, year=YEAR, is_filled=True)
    before = path.read_bytes()
    head, value, field = EDITS[kind]
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    place = next(cell.column for cell in sheet[3] if cell.value == head)
    cell = sheet.cell(5, place or 1, value)
    cell.data_type = "s"
    book.save(path)
    plan = plan_import(sample_workspace, kind, path, year=YEAR)
    (changed,) = plan.with_action(RowAction.CHANGE)
    assert [(change.field, change.new) for change in changed.changes] == [(field, value)]
    assert len(plan.with_action(RowAction.SAME)) == len(plan.rows) - 1
    batch = commit_import(sample_workspace, plan).batch_id
    assert not plan_import(sample_workspace, kind, path, year=YEAR).with_action(RowAction.CHANGE, RowAction.NEW)
    undo_import(sample_workspace, batch or 0)
    path.write_bytes(before)
    again = plan_import(sample_workspace, kind, path, year=YEAR)
    assert {row.action for row in again.rows} == {RowAction.SAME}


@pytest.mark.parametrize("kind", list(ListKind))
def test_an_empty_list_has_its_drop_downs_and_a_guide_and_no_lines(
    workspace: Workspace, tmp_path: Path, kind: ListKind
) -> None:
    write_sample(workspace, kind, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Danh sách", "Danh mục", "Hướng dẫn"]
    assert book["Danh mục"].sheet_state == "hidden"
    assert book["Danh sách"].data_validations.dataValidation
    if kind is not ListKind.REGISTRATIONS:
        assert plan_import(workspace, kind, tmp_path / "a.xlsx", year=YEAR).rows == ()


def test_what_looks_like_a_formula_stays_text(workspace: Workspace, tmp_path: Path) -> None:
    staff.add_person(workspace, PersonDraft("Lê Văn Tám", position="=HYPERLINK(1)", note="@x"))
    write_sample(workspace, ListKind.STAFF, tmp_path / "a.xlsx", is_filled=True)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith(("=", "@"))]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [
        ("=HYPERLINK(1)", "s", True),
        ("@x", "s", True),
    ]
