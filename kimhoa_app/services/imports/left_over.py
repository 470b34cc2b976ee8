"""The lines that an import has not taken, written as a list of their own: to be mended there and brought in again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kimhoa_app.exchange.files import write_beside
from kimhoa_app.exchange.lists.examples import shown
from kimhoa_app.exchange.lists.lines import Line
from kimhoa_app.exchange.lists.reading import FoundList
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


def lines_of(plan: ImportPlan, row: PlannedRow) -> tuple[FoundList, list[Line]]:
    """Return the list that a row stands in, and the lines that it was read from, all those up to the next row."""
    found = next((each for each in plan.found.lists if each.sheet == row.sheet), plan.found.lists[0])
    after = min((each.row for each in plan.read if each.sheet == row.sheet and each.row > row.row), default=None)
    return found, [line for line in found.lines if line.number >= row.row and (after is None or line.number < after)]


def _lines(plan: ImportPlan) -> Iterator[tuple[PlannedRow, Line]]:
    """Give the lines that were not taken, each once, with the first row that says why."""
    given: set[tuple[str, int]] = set()
    for row in plan.with_action(*NOT_TAKEN):
        for line in lines_of(plan, row)[1]:
            if (row.sheet, line.number) not in given:
                given.add((row.sheet, line.number))
                yield row, line


def _place(row: PlannedRow) -> str:
    return row.place[:1].lower() + row.place[1:]
