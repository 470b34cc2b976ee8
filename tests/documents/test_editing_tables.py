"""Tables within light text: found, changed, written back; cells from a sheet."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.documents.editing_tables import (
    new_table,
    pasted_cells,
    table_at,
    table_text,
    with_cells,
    with_column,
    with_row,
    without_column,
    without_row,
)
from kimhoa_app.documents.model import Align, Column, Row, Table

TABLE = Table(
    (Column("TT", 1, Align.CENTER), Column("Việc", 9)),
    (Row(("I. NHÓM",), bold=True, span=True), Row(("1", "a | b")), Row(("", "Cộng"), bold=True)),
)


def test_a_table_is_found_from_any_of_its_lines_and_from_no_other() -> None:
    text = f"# I. MỤC\nTrước.\n{table_text(TABLE)}\nSau."
    start = text.index("@bảng")
    for offset in range(start, text.index("\nSau.") + 1):
        found = table_at(text, offset)
        assert found is not None
        assert (found.start, text[found.start : found.end], found.table) == (start, table_text(TABLE), TABLE)
    assert table_at(text, 0) is None
    assert table_at(text, text.index("Trước")) is None
    assert table_at(text, len(text)) is None
    assert table_at("| hàng không có bảng |", 3) is None
    assert table_at("", 0) is None


def test_a_table_with_a_wrong_row_is_found_and_not_read() -> None:
    found = table_at("@bảng: TT [1] | Việc [9]\n| 1 | a |\n| 2 |", 30)
    assert found is not None
    assert found.table is None


def test_rows_and_columns_are_added_and_removed() -> None:
    assert with_row(TABLE, 1).rows[1] == Row(("", ""))
    assert without_row(TABLE, 0).rows == TABLE.rows[1:]
    wide = with_column(TABLE, 1)
    assert [len(row.cells) for row in wide.rows] == [1, 3, 3]
    assert without_column(wide, 1) == TABLE
    narrow = without_column(TABLE, 0)
    assert without_column(narrow, 0) == narrow


def test_cells_from_a_sheet_make_room_for_themselves() -> None:
    cells = pasted_cells('2\tViệc "hai"\t"xuống\ndòng"\r\n3\tViệc ba\tthêm\r\n')
    assert cells == [["2", 'Việc "hai"', "xuống dòng"], ["3", "Việc ba", "thêm"]]
    table = with_cells(TABLE, 2, 0, cells)
    assert [row.cells for row in table.rows[2:]] == [("2", 'Việc "hai"', "xuống dòng"), ("3", "Việc ba", "thêm")]
    assert len(table.columns) == 3
    assert with_cells(TABLE, -1, 1, [["Nội dung"]]).columns[1].heading == "Nội dung"
    assert with_cells(TABLE, 0, 0, [["II. NHÓM", "mất"]]).rows[0].cells == ("II. NHÓM",)
    assert pasted_cells("") == []


def test_a_new_table_counts_its_rows() -> None:
    table = new_table(2, 3)
    assert [row.cells for row in table.rows] == [("1", "", ""), ("2", "", "")]
    assert table_at(table_text(table), 0) is not None


_WORDS = st.text(st.sampled_from("ab |[]*\\#@đ"), max_size=6)


@given(st.lists(st.lists(_WORDS, min_size=1, max_size=4), max_size=4), st.integers(0, 3), st.integers(0, 2))
def test_whatever_is_put_in_is_read_back_from_the_text(cells: list[list[str]], row: int, column: int) -> None:
    table = with_cells(TABLE, row, column, cells)
    found = table_at(table_text(table), 0)
    assert found is not None
    assert found.table == replace(table, rows=found.table.rows if found.table else ())
    assert [r.cells for r in found.table.rows] == [tuple(" ".join(c.split()) for c in r.cells) for r in table.rows]  # type: ignore[union-attr]
