"""The sum row of a table against the columns above it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.numbers.figures import figure, written
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.checking.tables import Grid, grids_of
from kimhoa_app.documents.texts import Text

_SUM = re.compile(r"(?:tổng(?: cộng| số)?|cộng|toàn xã|toàn phường)\s*[:.]?", re.IGNORECASE)
_ANY_SUM = re.compile(r"\s*(?:tổng|cộng|trong đó|gồm|bao gồm|[-+*]\s)", re.IGNORECASE)
_NOT_ADDED = re.compile(
    r"\b(?:stt|tt|thứ tự|năm|ngày|tháng|tỷ lệ|tỉ lệ|điểm|"
    r"đơn giá|định mức|mức|hệ số|ghi chú|số quyết định|điện thoại|xếp|bình quân)\b|%",
    re.IGNORECASE,
)
_NESTED = re.compile(r"\d+\.\d+.*|[IVXLC]+\.?|[A-ZĐ]\.?|[a-zđ][.)]")
_SHARE_SLACK = Decimal("0.1")  # per row, for shares that were rounded


def _wrong_sums(subject: Subject) -> Iterator[Hit]:
    for grid in grids_of(subject):
        sum_row = _sum_row(grid)
        if sum_row is None:
            continue
        for column, cell in enumerate(grid.rows[sum_row]):
            if cell is not None and _is_added(grid, column):
                yield from _wrong_sum(grid, sum_row, column, cell)


def _wrong_sum(grid: Grid, sum_row: int, column: int, cell: Text) -> Iterator[Hit]:
    told = figure(cell.words)
    parts = [row[column] for index, row in enumerate(grid.rows) if index != sum_row]
    numbers = [figure(part.words) if part is not None and part.words.strip(" -–") else Decimal(0) for part in parts]
    known = [number for number in numbers if number is not None]
    if told is None or len(known) < len(numbers) or sum(1 for number in known if number) < 2:
        return
    total = sum(known, Decimal(0))
    if total != told:
        heading = grid.headings[column].strip()
        message = f"Cột “{heading}”: dòng tổng ghi {written(told)}, các dòng cộng lại được {written(total)}."
        yield hit_in(cell, 0, len(cell.words), message)


def _sum_row(grid: Grid) -> int | None:
    """Return the one row that sums all others; None where rows are grouped, partial or spanned, so that sums nest."""
    if any(grid.spans) or len(grid.rows) < 3 or len({len(row) for row in grid.rows}) > 1:
        return None
    number = grid.number_column
    sums = [
        index
        for index, row in enumerate(grid.rows)
        if any(cell and _SUM.fullmatch(cell.words.strip()) for cell in row[:3])
    ]
    if len(sums) != 1 or sums[0] not in (0, len(grid.rows) - 1):
        return None
    for index, row in enumerate(grid.rows):
        if index == sums[0]:
            continue
        if any(cell and _ANY_SUM.match(cell.words) for cell in row[:3]):
            return None
        if number is not None and number < len(row) and (cell := row[number]) and _NESTED.fullmatch(cell.words.strip()):
            return None
    return sums[0]


def _is_added(grid: Grid, column: int) -> bool:
    return column < len(grid.headings) and column != grid.number_column and not _NOT_ADDED.search(grid.headings[column])


def _wrong_shares(subject: Subject) -> Iterator[Hit]:
    for grid in grids_of(subject):
        sum_row = _sum_row(grid)
        for column, heading in enumerate(grid.headings):
            if sum_row is None or not re.search(r"%|t[ỷỉ] lệ", heading, re.IGNORECASE):
                continue
            cell = grid.rows[sum_row][column] if column < len(grid.rows[sum_row]) else None
            if cell is None or figure(cell.words) != 100:
                continue
            shares = [
                figure(part.words) for index, row in enumerate(grid.rows) if index != sum_row and (part := row[column])
            ]
            known = [share for share in shares if share is not None]
            total = sum(known, Decimal(0))
            is_split = len(known) == len(grid.rows) - 1 and not any(share >= 100 for share in known) and total < 200
            if is_split and abs(total - 100) > _SHARE_SLACK * len(known) and any(0 < share < 50 for share in known):
                message = f"Cột “{heading.strip()}”: các dòng cộng lại được {written(total)}%, không phải 100%."
                yield hit_in(cell, 0, len(cell.words), message)


RULES = (
    Rule(
        "table-sum",
        "numbers",
        Severity.WARNING,
        "Dòng tổng cộng của bảng không bằng tổng các dòng",
        "Phép cộng các dòng của cột",
        _wrong_sums,
    ),
    Rule(
        "table-shares",
        "numbers",
        Severity.INFO,
        "Các tỷ lệ trong bảng cộng lại không được 100%",
        "Phép cộng các dòng của cột, chừa phần làm tròn",
        _wrong_shares,
    ),
)
