import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.gallery import COLUMNS, NOMINEES, Nominee
from ui.models.records import Column
from ui.widgets.data_table import DataTable
from ui.widgets.table_cells import clipboard_cell


@pytest.fixture
def table(qtbot: QtBot) -> DataTable[Nominee]:
    made: DataTable[Nominee] = DataTable("test", COLUMNS, key=lambda row: row.id, empty="Chưa có ai.")
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    made.show_rows(NOMINEES)
    return made


def test_rows_are_shown_in_the_order_given_until_a_head_is_pressed(table: DataTable[Nominee]) -> None:
    assert [row.id for row in table.shown()] == [1, 2, 3, 4, 5, 6]


def test_the_last_column_is_whole_within_the_table(table: DataTable[Nominee]) -> None:
    header = table.horizontalHeader()
    assert header.length() <= table.viewport().width()
    assert header.sectionSize(5) >= table.sizeHintForColumn(5)


def test_columns_stay_within_the_table_when_it_grows(table: DataTable[Nominee]) -> None:
    table.resize(1000, 300)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_what_is_selected_stays_selected_after_new_rows(table: DataTable[Nominee]) -> None:
    table.select_where(lambda row: row.id in (2, 4))
    table.show_rows(tuple(reversed(NOMINEES)))
    assert sorted(row.id for row in table.selected()) == [2, 4]


def test_one_selected_row_is_the_current_one_and_several_are_none(table: DataTable[Nominee]) -> None:
    table.select_where(lambda row: row.id == 3)
    assert table.current() == NOMINEES[2]
    table.select_where(lambda row: row.id > 3)
    assert table.current() is None


def test_a_table_that_keeps_one_selects_the_first_row_and_then_what_takes_its_place(qtbot: QtBot) -> None:
    table: DataTable[Nominee] = DataTable("kept", COLUMNS, key=lambda row: row.id, empty="", keeps_one=True)
    qtbot.addWidget(table)
    table.show_rows(NOMINEES)
    assert table.current() == NOMINEES[0]
    table.select_where(lambda row: row.id == 3)
    table.show_rows([row for row in NOMINEES if row.id != 3])
    assert table.current() == NOMINEES[3]
    table.show_rows(NOMINEES[:2])
    assert table.current() == NOMINEES[1]


def test_enter_opens_the_row(table: DataTable[Nominee], qtbot: QtBot) -> None:
    table.select_where(lambda row: row.id == 2)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [NOMINEES[1]]


def test_copied_rows_are_cells_for_excel(table: DataTable[Nominee], qtbot: QtBot) -> None:
    table.select_where(lambda row: row.id == 2)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2\tLê Văn Bình\tVăn phòng HĐND và UBND\tCSTĐ cơ sở\t7\tkhông đạt"


@pytest.mark.parametrize(
    ("text", "cell"),
    [("=1+1", "'=1+1"), ("@cmd", "'@cmd"), ("-cmd", "'-cmd"), ("-5,2", "-5,2"), ("-", "-"), ("a\tb\nc", "a b c")],
)
def test_no_cell_becomes_a_formula_or_breaks_the_table(text: str, cell: str) -> None:
    assert clipboard_cell(text) == cell


def test_an_empty_table_paints_what_it_is_for(table: DataTable[Nominee]) -> None:
    table.show_rows(())
    assert table.shown_count == 0
    assert not table.grab().isNull()


def test_a_box_is_toggled_by_a_click_and_by_space(qtbot: QtBot) -> None:
    ticked = {1, 2}
    box = Column[Nominee]("Chọn", lambda _row: "", ticked=lambda row: None if row.id == 6 else row.id in ticked)
    table: DataTable[Nominee] = DataTable("boxes", (box, *COLUMNS), key=lambda row: row.id, empty="")
    qtbot.addWidget(table)
    table.show()
    table.show_rows(NOMINEES)
    asked: list[list[int]] = []
    table.toggled.connect(lambda rows: asked.append([row.id for row in rows]))
    for place in (0, 5):
        where = table.visualRect(table.model().index(place, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    table.select_where(lambda row: row.id in (2, 3))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert asked == [[1], [2, 3]]


def test_columns_that_stretch_show_their_texts_and_share_what_is_left(qtbot: QtBot) -> None:
    wide = (
        Column[Nominee]("Tên", lambda row: row.name, stretch=True),
        COLUMNS[0],
        Column[Nominee]("Đơn vị", lambda row: row.unit, stretch=True),
    )
    table: DataTable[Nominee] = DataTable("wide", wide, key=lambda row: row.id, empty="")
    qtbot.addWidget(table)
    table.resize(801, 300)
    table.show()
    table.show_rows(NOMINEES)
    header = table.horizontalHeader()
    left = [header.sectionSize(place) - table.sizeHintForColumn(place) for place in (0, 2)]
    assert left[0] == left[1] > 0
    assert table.viewport().width() - 1 <= header.length() <= table.viewport().width()


def test_a_spare_column_is_left_out_while_it_is_empty(qtbot: QtBot) -> None:
    note = Column[Nominee]("Ghi chú", lambda row: row.result if row.id == 2 else "", spare=True)
    table: DataTable[Nominee] = DataTable("spare", (*COLUMNS[:2], note), key=lambda row: row.id, empty="")
    qtbot.addWidget(table)
    table.show_rows(NOMINEES[2:])
    assert table.isColumnHidden(2)
    table.show_rows(NOMINEES)
    assert not table.isColumnHidden(2)


def test_heads_are_whole_before_there_is_a_row(qtbot: QtBot) -> None:
    table: DataTable[Nominee] = DataTable("heads", COLUMNS, key=lambda row: row.id, empty="")
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    header = table.horizontalHeader()
    needed = [header.fontMetrics().horizontalAdvance(column.header) for column in COLUMNS]
    assert all(header.sectionSize(place) > width for place, width in enumerate(needed))
