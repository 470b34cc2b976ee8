import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.gallery import COLUMNS, NOMINEES, Nominee
from ui.models.records import Column, RecordFilter, RecordTableModel


@pytest.fixture
def model(qapp: object) -> RecordTableModel[Nominee]:
    made: RecordTableModel[Nominee] = RecordTableModel(COLUMNS)
    made.replace_rows(NOMINEES)
    return made


def names(shown: RecordFilter[Nominee]) -> list[str]:
    return [shown.index(row, 1).data() for row in range(shown.rowCount())]


def test_the_model_keeps_the_rules_of_qt(model: RecordTableModel[Nominee], qtmodeltester: object) -> None:
    qtmodeltester.check(model)
    qtmodeltester.check(RecordFilter(model))


def test_people_are_sorted_by_given_name(model: RecordTableModel[Nominee], qtbot: QtBot) -> None:
    shown: RecordFilter[Nominee] = RecordFilter(model)
    shown.sort(1)
    assert [name.split()[-1] for name in names(shown)] == ["Ánh", "Bình", "Cường", "Dung", "Hưng", "Ương"]


def test_numbers_are_sorted_by_value_and_missing_ones_come_last(model: RecordTableModel[Nominee]) -> None:
    shown: RecordFilter[Nominee] = RecordFilter(model)
    shown.sort(4)
    assert [shown.index(row, 4).data() for row in range(6)] == ["7", "9", "9", "10", "10", ""]


def test_text_typed_without_diacritics_finds_the_name(model: RecordTableModel[Nominee]) -> None:
    shown: RecordFilter[Nominee] = RecordFilter(model)
    shown.ask("nguyen thi anh")
    assert names(shown) == ["Nguyễn Thị Ánh"]
    shown.ask("")
    assert shown.rowCount() == 6


def test_a_choice_of_rows_and_what_is_typed_work_together(model: RecordTableModel[Nominee]) -> None:
    shown: RecordFilter[Nominee] = RecordFilter(model)
    shown.keep(lambda row: row.title == "LĐTT")
    shown.ask("thi")
    assert names(shown) == ["Phạm Thị Dung", "Võ Thị Ương"]


def test_heads_lie_as_their_columns_do(model: RecordTableModel[Nominee]) -> None:
    head = model.headerData(4, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert head & Qt.AlignmentFlag.AlignRight


def test_only_a_column_to_tick_has_boxes(qapp: object) -> None:
    columns = (Column[Nominee]("Tên", lambda row: row.name), Column[Nominee]("Chọn", lambda _row: "", ticked=bool))
    made: RecordTableModel[Nominee] = RecordTableModel(columns)
    made.replace_rows(NOMINEES)
    assert [made.index(0, column).data(RecordTableModel.TICK_ROLE) for column in (0, 1)] == [None, True]
