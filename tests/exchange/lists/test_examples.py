"""What a clerk sees of a file who has to say where its list is."""

from datetime import date
from pathlib import Path

import pytest

from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.exchange.lists.cells import CellFault
from kimhoa_app.exchange.lists.examples import examples_in, look_into
from kimhoa_app.exchange.lists.kinds import ListKind, meaning_words, meanings
from kimhoa_app.exchange.lists.reading import ReadingChoice, read_lists
from kimhoa_app.text.legacy import TextEncoding
from tests.exchange.lists.workbooks import Page, tcvn3, workbook

HEAD = ("Họ và tên", "Chức vụ")


def test_the_first_different_values_of_each_column_are_shown_as_people_read_them() -> None:
    rows = [
        (2, {0: "Lê Văn Tám", 1: date(1985, 3, 9), 2: "x"}),
        (3, {0: "Lê Văn Tám", 1: CellFault("#REF!"), 2: ""}),
        (4, {0: " Võ  Thị Sáu ", 1: 1990}),
        (5, {0: "Ba", 1: "nt"}),
        (6, {0: "Bốn"}),
    ]
    assert examples_in(rows) == {
        0: ("Lê Văn Tám", "Võ Thị Sáu", "Ba"),
        1: ("09/03/1985", "#REF!", "1990"),
        2: ("x",),
    }


def test_the_sheets_that_have_something_are_shown_with_old_letters_read(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", Page((("Bìa",),), name="Bìa"), Page((), name="Trống"),
        Page(((), (tcvn3("Họ và tên"), None, 5)), name="DS"),
    )  # fmt: skip
    looks = look_into(path)
    assert [look.name for look in looks] == ["Bìa", "DS"]
    assert looks[1].rows == ((2, {0: "Họ và tên", 2: "5"}),)
    assert look_into(path, TextEncoding.UNICODE)[1].rows[0][1][0] != "Họ và tên"


def test_a_file_that_is_no_spreadsheet_has_nothing_to_look_into(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("no workbook")
    with pytest.raises(UnusableFile):
        look_into(tmp_path / "a.xlsx")


def test_a_column_without_a_head_has_examples_and_can_be_taken(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Page((HEAD, ("Lê Văn Tám", "Kế toán", "Văn phòng"))))
    found = read_lists(path, ListKind.STAFF).lists[0]
    assert (found.examples[2], found.meanings.get(2)) == (("Văn phòng",), None)
    choice = ReadingChoice(columns={**found.meanings, 2: "unit"})
    assert read_lists(path, ListKind.STAFF, choice).lists[0].lines[0].text("unit") == "Văn phòng"


def test_a_corrected_cell_is_read_instead_of_what_the_file_has(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Page((HEAD, ("Tám", "=B9"), ("Sáu", "=B9")), name="DS"))
    corrected = {"full_name": "Lê Văn Tám", "position": "Kế toán"}
    first, second = read_lists(path, ListKind.STAFF, ReadingChoice(corrections={("DS", 2): corrected})).lists[0].lines
    assert (first.text("full_name"), first.text("position"), first.faults) == ("Lê Văn Tám", "Kế toán", ())
    assert second.text("full_name") == "Sáu"
    assert second.faults
    other = ReadingChoice(corrections={("Khác", 2): corrected})
    assert read_lists(path, ListKind.STAFF, other).lists[0].lines[0].text("full_name") == "Tám"


@pytest.mark.parametrize("kind", list(ListKind))
def test_every_meaning_has_words_of_its_own(kind: ListKind) -> None:
    words = [meaning_words(meaning, kind) for meaning in (*meanings(kind), "name_rest")]
    assert all(word[0].isupper() for word in words)
    assert len(set(words)) == len(words)
