"""The lines that an import has not taken, written as a list of their own: to be mended there and brought in again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kimhoa_app.exchange.files import write_beside
from kimhoa_app.exchange.lists.examples import shown
from kimhoa_app.exchange.lists.kinds import ListKind
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.writing import ListColumn, write_list
from kimhoa_app.services.imports.plan import ImportPlan, PlannedRow, RowAction

NOT_TAKEN = (RowAction.REFUSED, RowAction.AMBIGUOUS)

_WIDTHS = {"ordinal": 6, "full_name": 30, "name": 40, "birth": 14, "gender": 10}


def write_left_over(plans: Sequence[ImportPlan], path: Path) -> None:
    """Write the refused and the unclear lines of `plans` as .xlsx: their own columns, then the reason and the place.

    What was corrected in the program is written as corrected. Raises UnusableFile when the file cannot be written.
    """
    heads = {name: head for plan in plans for name, head in plan.columns.items()}
    columns = [ListColumn(head or name, _WIDTHS.get(name, 22), "Cột của tệp cũ.") for name, head in heads.items()]
    columns += [
        ListColumn("Vì sao chưa nhập", 70, "Chương trình ghi; khi nhập lại không đọc cột này."),
        ListColumn("Ở tệp cũ", 30, "Tệp, trang tính và số dòng."),
    ]
    rows = [
        (*(shown(line.cells.get(name, "")) for name in heads), row.reason, f"{plan.file_name}, {_place(row)}")
        for plan in plans
        for row, line in _lines(plan)
    ]
    write_beside(path, write_list("CÁC DÒNG CHƯA NHẬP", columns, rows))


def lines_of(plan: ImportPlan) -> dict[tuple[str, int], list[Line]]:
    """Return by the sheet and the number of a row of the plan the lines that it was read from.

    Only of initiatives it may be several, one for each author.
    """
    found: dict[tuple[str, int], list[Line]] = {}
    for each in plan.found.lists:
        sheet = each.sheet if len(plan.found.lists) > 1 else ""
        starts = {row.row for row in plan.read if row.sheet == sheet}
        start = 0
        for line in each.lines:
            if line.number in starts:
                start = line.number
            elif plan.kind is not ListKind.INITIATIVES:
                continue
            found.setdefault((sheet, start), []).append(line)
    return found


def _lines(plan: ImportPlan) -> Iterator[tuple[PlannedRow, Line]]:
    """Give the lines that were not taken, each once, with the first row that says why."""
    lines = lines_of(plan)
    for row in plan.with_action(*NOT_TAKEN):
        for line in lines.pop((row.sheet, row.row), []):
            yield row, line


def _place(row: PlannedRow) -> str:
    return row.place[:1].lower() + row.place[1:]
