"""TCVN3 and VNI in cells: by font, by how the words read where fonts lie, capitals of .VnTimeH."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from kimhoa_app.exchange.lists.kinds import ListKind
from kimhoa_app.exchange.lists.reading import FoundList, ReadingChoice, read_lists
from kimhoa_app.text.legacy import TextEncoding
from tests.exchange.lists.workbooks import In, Page, tcvn3, vni, workbook
from tests.text.test_legacy import in_tcvn3, in_vni

HEADS = ("Họ và tên", "Chức vụ", "Đơn vị")
PEOPLE = (
    ("Nguyễn Thị Ánh", "Chủ tịch", "Văn phòng"),
    ("Trần Đức Bình", "Phó Chủ tịch", "Phòng Kinh tế"),
    ("Lê Hòa", "Công chức", "Phòng Văn hóa - Xã hội"),
    ("Hoàng Văn Được", "Trưởng thôn", "Thôn Đông"),
)


def read(path: Path, *rows: object, choice: ReadingChoice | None = None) -> FoundList:
    return read_lists(workbook(path / "ds.xlsx", Page(rows)), ListKind.STAFF, choice).lists[0]  # type: ignore[arg-type]


def texts(found: FoundList) -> list[tuple[str, ...]]:
    return [tuple(line.text(name) for name in ("full_name", "position", "unit")) for line in found.lines]


@pytest.mark.parametrize(("write", "encoding"), [(tcvn3, TextEncoding.TCVN3), (vni, TextEncoding.VNI)])
def test_a_list_is_read_by_the_fonts_of_its_cells(tmp_path: Path, write, encoding: TextEncoding) -> None:
    found = read(tmp_path, *(tuple(write(text) for text in row) for row in (HEADS, *PEOPLE)))
    assert texts(found) == list(PEOPLE)
    assert found.encoding is encoding
    assert found.columns["full_name"] == "Họ và tên"
    assert "Nguyễn Thị Ánh" in [sample.after for sample in found.samples]


@pytest.mark.parametrize(("write", "encoding"), [(in_tcvn3, TextEncoding.TCVN3), (in_vni, TextEncoding.VNI)])
@pytest.mark.parametrize("font", ["Times New Roman", "Arial"])
def test_where_fonts_lie_the_words_of_a_column_tell(tmp_path: Path, write, encoding: TextEncoding, font: str) -> None:
    found = read(tmp_path, *(tuple(In(write(text), font) for text in row) for row in (HEADS, *PEOPLE)))
    assert texts(found) == list(PEOPLE)
    assert found.encoding is encoding


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times", "Calibri"])
def test_a_unicode_list_stays_as_it_is_under_any_font(tmp_path: Path, font: str) -> None:
    found = read(tmp_path, *(tuple(In(text, font) for text in row) for row in (HEADS, *PEOPLE)))
    assert texts(found) == list(PEOPLE)
    assert (found.encoding, found.samples) == (TextEncoding.UNICODE, ())


def test_a_capital_font_shows_capitals_and_the_name_is_made_right(tmp_path: Path) -> None:
    found = read(tmp_path, HEADS, (tcvn3("nguyễn thị ánh", ".VnTimeH"), tcvn3("Công chức"), tcvn3("Văn phòng")))
    assert texts(found) == [("NGUYỄN THỊ ÁNH", "Công chức", "Văn phòng")]


def test_columns_in_different_codes_are_read_each_by_its_own(tmp_path: Path) -> None:
    rows = [(tcvn3(name), vni(post), unit) for name, post, unit in PEOPLE]
    assert texts(read(tmp_path, HEADS, *rows)) == list(PEOPLE)


def test_runs_of_two_fonts_in_one_cell_are_decoded_each(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Họ và tên", "Chức vụ"])
    big, small = InlineFont(rFont=".VnTimeH"), InlineFont(rFont=".VnTime")
    name = CellRichText(TextBlock(big, in_tcvn3("n")), TextBlock(small, in_tcvn3("guyễn Thị Ánh")))
    sheet.append([name, "Công chức"])
    book.save(tmp_path / "a.xlsx")
    found = read_lists(tmp_path / "a.xlsx", ListKind.STAFF).lists[0]
    assert found.lines[0].text("full_name") == "Nguyễn Thị Ánh"


def test_the_clerk_may_say_how_a_list_is_coded(tmp_path: Path) -> None:
    rows = [tuple(In(in_tcvn3(text), "Arial") for text in row) for row in (HEADS, *PEOPLE)]
    kept = read(
        tmp_path, ("Họ và tên", "Chức vụ", "Đơn vị"), *rows[1:], choice=ReadingChoice(encoding=TextEncoding.UNICODE)
    )
    assert kept.lines[0].text("full_name") == in_tcvn3("Nguyễn Thị Ánh")
    read_right = read(tmp_path, *rows, choice=ReadingChoice(encoding=TextEncoding.TCVN3))
    assert texts(read_right) == list(PEOPLE)


def test_a_cell_that_mixes_both_codes_is_left_and_told(tmp_path: Path) -> None:
    mixed = In(f"Nguyễn {in_tcvn3('Thị Được')}", ".VnTime")
    rows = [tuple(tcvn3(text) for text in row) for row in PEOPLE]
    found = read(tmp_path, HEADS, *rows, (mixed, "Công chức", "Văn phòng"))
    assert found.mixed_rows == (6,)
    assert found.lines[-1].text("full_name").startswith("Nguyễn Th")
