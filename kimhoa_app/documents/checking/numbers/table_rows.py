"""The numbers that count the rows of a table."""

from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.checking.tables import Grid, grids_of
from kimhoa_app.documents.texts import Text


def _out_of_order(subject: Subject) -> Iterator[Hit]:
    for grid in grids_of(subject):
        counted = list(_counted(grid))
        last = counted[0][0] if counted else 0
        for index, (number, cell) in enumerate(counted[1:], start=1):
            due, last = last + 1, number
            if number in (due, 1):
                continue
            what = "lặp lại" if number == due - 1 else "nhảy số" if number > due else "lùi lại"
            is_lone = index + 1 == len(counted) or counted[index + 1][0] == due + 1
            right = cell.words.replace(cell.words.strip(" ."), _like(cell.words, due)) if is_lone else None
            last = due if is_lone else number
            yield hit_in(cell, 0, len(cell.words), f"Số thứ tự {what}: sau {due - 1} là {number}.", right)


def _counted(grid: Grid) -> Iterator[tuple[int, Text]]:
    """Yield the plain numbers of the counting column with their cells; nothing where it counts in another way."""
    column = grid.number_column
    if column is None:
        return
    cells = [row[column] for row, span in zip(grid.rows, grid.spans, strict=True) if not span and column < len(row)]
    found = [(cell.words.strip(" ."), cell) for cell in cells if cell is not None and cell.words.strip(" .")]
    numbers = [(int(words), cell) for words, cell in found if words.isascii() and words.isdigit() and len(words) < 5]
    if len(numbers) >= max(3, len(found) - 1):
        yield from numbers


def _like(model: str, number: int) -> str:
    return f"{number:02d}" if model.strip().startswith("0") else str(number)


RULES = (
    Rule(
        "table-row-numbers",
        "numbers",
        Severity.WARNING,
        "Số thứ tự các dòng của bảng lặp lại hoặc nhảy số",
        "Thứ tự các số tự nhiên",
        _out_of_order,
    ),
)
