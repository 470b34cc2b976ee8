"""The table of Nghị định số 30/2020/NĐ-CP, Phụ lục I, read back out of a .docx: one check for each row, by its id.

The figures here are written down again from the table, not taken from the program's own form rules. Parts are known by
their Word styles and by their words; what is checked is how they are really set.
"""

from tests.documents.nd30.body import BODY
from tests.documents.nd30.feet import FEET
from tests.documents.nd30.heads import HEADS
from tests.documents.nd30.page import PAGE
from tests.documents.nd30.reading import Absent, Check, FormReading, read_form
from tests.documents.nd30.tables import TABLES

CHECKS: dict[str, Check] = {**PAGE, **HEADS, **BODY, **FEET, **TABLES}


def failing_rows(content: bytes) -> dict[str, str]:
    """Return the ids of the rows that the document breaks, each with what is wrong."""
    reading = read_form(content)
    broken = {}
    for row, check in CHECKS.items():
        try:
            check(reading)
        except Absent:
            continue
        except AssertionError as failure:
            broken[row] = str(failure) or "the row is not met"
    return broken


def applying_rows(content: bytes) -> set[str]:
    """Return the ids of the rows that the document has a part for."""
    reading = read_form(content)
    return {row for row in CHECKS if _applies(row, reading)}


def check_row(row: str, content: bytes) -> None:
    """Raise AssertionError when the document breaks `row`; a part that is absent breaks nothing."""
    try:
        CHECKS[row](read_form(content))
    except Absent:
        return


def assert_meets_nd30(content: bytes) -> None:
    """Raise AssertionError with every row that the document breaks."""
    broken = failing_rows(content)
    assert not broken, broken


def _applies(row: str, reading: FormReading) -> bool:
    try:
        CHECKS[row](reading)
    except Absent:
        return False
    except AssertionError:
        return True
    return True
