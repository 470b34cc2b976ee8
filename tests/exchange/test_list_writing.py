import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from kimhoa_app.documents.model import (
    Align,
    Column,
    DocumentKind,
    IssueDate,
    Letterhead,
    OfficialDocument,
    Row,
    Section,
    Signature,
    Table,
    plain,
)
from kimhoa_app.domain.errors import Refused
from kimhoa_app.exchange.list_layout import list_sheets
from kimhoa_app.exchange.list_writing import write_xlsx
from tests.libreoffice import needs_libreoffice, saved_as

PEOPLE = (
    Column("STT", 5, Align.CENTER),
    Column("Họ và tên", 24),
    Column("Số định danh", 14),
    Column("Chức vụ, đơn vị", 30),
    Column("Danh hiệu", 20),
    Column("Mức thưởng", 12, Align.RIGHT),
)
COLLECTIVES = (Column("STT", 5, Align.CENTER), Column("Tên tập thể", 60), Column("Số người", 10, Align.CENTER))
ENDING = "Danh sách này có 01 tập thể, 45 cá nhân./."
HOSTILE = ("=1+1", "+84 912", "-Ghi chú", "@SUM(A1)", "=cmd|' /C calc'!A0")


def person(number, name="Nguyễn Thị Ánh", id_number="042085001234"):
    place = "Công chức Văn hóa - Xã hội, Phòng Văn hóa - Xã hội"
    return Row((str(number), name, id_number, place, "Chiến sĩ thi đua cơ sở", "3.510.000"))


def listing(people, **changes):
    values = {
        "kind": DocumentKind.LIST,
        "letterhead": Letterhead(
            ("ỦY BAN NHÂN DÂN", "XÃ KIM HOA"), place="Kim Hoa", date=IssueDate(2026, 1, 5), superior=None
        ),
        "title": "Danh sách",
        "subject": "Đăng ký danh hiệu thi đua năm 2026",
        "sections": (
            Section("I.", "TẬP THỂ", (Table(COLLECTIVES, (Row(("1", "Phòng Kinh tế", "12")),)),)),
            Section("II.", "CÁ NHÂN", (Table(PEOPLE, tuple(people)),)),
        ),
        "closing": (plain("Danh sách này có 01 tập thể, 45 cá nhân"),),
        "signatures": (Signature("CHỦ TỊCH", "Trần Văn Bình", ("TM. ỦY BAN NHÂN DÂN",)),),
        "recipients": ("Sở Nội vụ", "Lưu: VT"),
    }
    return OfficialDocument(**(values | changes))


def workbook_of(document):
    return load_workbook(BytesIO(write_xlsx(document)))


def texts(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def row_of(sheet, text):
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == text)


def test_each_table_has_a_sheet_of_its_own_named_by_its_heading():
    assert workbook_of(listing([person(1)])).sheetnames == ["Tập thể", "Cá nhân"]


def test_every_sheet_stands_by_itself_from_the_letterhead_to_the_signature():
    for sheet in workbook_of(listing([person(1)])):
        found = texts(sheet)
        for text in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "XÃ KIM HOA", "DANH SÁCH", "TM. ỦY BAN NHÂN DÂN"):
            assert text in found
        assert "Danh sách này có 01 tập thể, 45 cá nhân./." in found
        assert "- Sở Nội vụ;\n- Lưu: VT." in found


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_a_formula_stays_text_in_the_raw_file(text):
    raw = write_xlsx(listing([person(1, name=text)]))
    with ZipFile(BytesIO(raw)) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    sheets = [xml for name, xml in parts.items() if name.startswith("xl/worksheets/")]
    assert not any("<f>" in xml or "<f " in xml for xml in sheets)
    assert 'quotePrefix="1"' in parts["xl/styles.xml"]
    cell = next(c for row in load_workbook(BytesIO(raw))["Cá nhân"].iter_rows() for c in row if c.value == text)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_figures_are_numbers_and_identity_numbers_keep_their_zeros():
    sheet = workbook_of(listing([person(1), person(2, id_number="183456789")]))["Cá nhân"]
    first = row_of(sheet, "Số định danh") + 1
    assert [sheet.cell(first, column).value for column in (1, 3, 6)] == [1, "042085001234", 3_510_000]
    assert sheet.cell(first + 1, 3).value == "183456789"
    assert sheet.cell(first, 6).number_format == "#,##0"


def test_the_page_is_a4_landscape_one_page_wide_with_repeated_heads():
    sheet = workbook_of(listing([person(n) for n in range(1, 60)]))["Cá nhân"]
    head = row_of(sheet, "Họ và tên")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToWidth) == (True, 1)
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == f"${head}:${head}"
    assert sheet.freeze_panes == f"A{head + 1}"
    assert sheet.print_area == f"'Cá nhân'!$A$1:$F${sheet.max_row}"
    assert sheet.HeaderFooter.differentFirst
    assert sheet.HeaderFooter.oddHeader.center.text == "&P"


def test_the_binding_edge_of_a_turned_page_is_its_top():
    margins = workbook_of(listing([person(1)]))["Cá nhân"].page_margins
    assert [round(side * 25.4) for side in (margins.top, margins.left, margins.right)] == [30, 20, 20]


def test_every_letter_is_times_new_roman():
    for sheet in workbook_of(listing([person(1)])):
        assert {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None} == {
            "Times New Roman"
        }


def test_a_row_is_as_high_as_its_wrapped_text():
    long_name = "Nguyễn Thị Hoàng Ánh " * 8
    sheet = workbook_of(listing([person(1), person(2, name=long_name)]))["Cá nhân"]
    first = row_of(sheet, "Số định danh") + 1
    assert sheet.row_dimensions[first + 1].height > 1.5 * sheet.row_dimensions[first].height


@pytest.mark.parametrize("count", range(1, 30))
def test_the_closing_words_and_the_signature_stand_on_one_page(count):
    sheet = workbook_of(listing([person(n) for n in range(1, count + 1)]))["Cá nhân"]
    head, closing, name = (row_of(sheet, text) for text in ("Số định danh", ENDING, "Trần Văn Bình"))
    pages = page_of_each_row(sheet, head)
    assert pages[closing] == pages[name]


@pytest.mark.parametrize("count", range(7, 40))
def test_the_last_two_people_and_the_sum_stand_on_the_page_of_the_signature(count):
    total = Row(("", "Cộng", "", "", f"Chiến sĩ thi đua cơ sở: {count}", ""), bold=True)
    sheet = workbook_of(listing([*[person(n, f"Người thứ {n}") for n in range(1, count + 1)], total]))["Cá nhân"]
    pages = page_of_each_row(sheet, row_of(sheet, "Số định danh"))
    kept = [f"Người thứ {count - 1}", f"Người thứ {count}", "Cộng", ENDING, "Trần Văn Bình"]
    assert len({pages[row_of(sheet, text)] for text in kept}) == 1


@pytest.mark.parametrize("count", range(7, 40))
def test_no_row_of_one_line_is_much_higher_than_its_line(count):
    sheet = workbook_of(listing([person(n, f"Người thứ {n}") for n in range(1, count + 1)]))["Cá nhân"]
    heights = [sheet.row_dimensions[row_of(sheet, f"Người thứ {n}")].height for n in range(1, count + 1)]
    assert max(heights) <= min(heights) + 8


def test_a_sum_too_long_for_its_column_spreads_over_as_many_empty_cells_as_it_needs():
    titles = "Chiến sĩ thi đua cơ sở: 6; Lao động tiên tiến: 37"
    total = Row(("", "Cộng: 43 cá nhân", titles, "", "", "3.510.000"), bold=True)
    sheet = workbook_of(listing([person(1), total]))["Cá nhân"]
    row = row_of(sheet, titles)
    assert {str(merged) for merged in sheet.merged_cells.ranges if merged.min_row == row} == {f"C{row}:D{row}"}
    assert sheet.row_dimensions[row].height < sheet.row_dimensions[row - 1].height
    assert sheet.cell(row, 6).value == 3_510_000
    assert all(sheet.cell(row, column).border.bottom.style == "thin" for column in range(1, 7))


def page_of_each_row(sheet, head):
    room = (210 - 30 - 15) / 25.4 * 72
    page, used, pages = 1, 0.0, {}
    begins_page = {each.id + 1 for each in sheet.row_breaks.brk}
    for row in range(1, sheet.max_row + 1):
        height = sheet.row_dimensions[row].height or 15
        if used + height > room or row in begins_page:
            page, used = page + 1, sheet.row_dimensions[head].height
        used += height
        pages[row] = page
    return pages


def test_a_group_heading_spans_the_table():
    table = Table(PEOPLE, (Row(("Phòng Kinh tế",), span=True), person(1)))
    sheet = workbook_of(listing([], sections=(Section("", "", (table,)),)))["Đăng ký danh hiệu thi đua năm 2"]
    row = row_of(sheet, "Phòng Kinh tế")
    assert f"A{row}:F{row}" in {str(merged) for merged in sheet.merged_cells.ranges}


def test_sheet_names_are_legal_and_differ():
    table = Table(COLLECTIVES, ())
    sections = tuple(Section("I.", "Trường: Mầm non / Tiểu học [cơ sở 1] * Kim Hoa?", (table,)) for _ in range(3))
    names = [sheet.name for sheet in list_sheets(listing([], sections=sections))]
    assert len(set(names)) == 3
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)


def test_two_signers_stand_side_by_side_and_recipients_below():
    signatures = (Signature("THƯ KÝ", "Lê Thị Hoa"), Signature("CHỦ TỊCH HỘI ĐỒNG", "Trần Văn Bình"))
    sheet = workbook_of(listing([person(1)], signatures=signatures))["Cá nhân"]
    assert row_of(sheet, "THƯ KÝ") == row_of(sheet, "CHỦ TỊCH HỘI ĐỒNG")
    assert row_of(sheet, "Nơi nhận:") > row_of(sheet, "Lê Thị Hoa")


def test_letters_that_no_file_can_hold_are_left_out():
    assert "Ánh" in texts(workbook_of(listing([person(1, name="Á\x08nh")]))["Cá nhân"])


def test_a_document_without_a_table_is_refused():
    with pytest.raises(Refused, match="không có bảng nào"):
        write_xlsx(listing([], sections=()))


@pytest.mark.libreoffice
@needs_libreoffice[1]
def test_libreoffice_prints_it_one_page_wide(tmp_path):
    source = tmp_path / "danh-sach.xlsx"
    source.write_bytes(write_xlsx(listing([person(n) for n in range(1, 46)])))
    printed = saved_as(source, tmp_path, "pdf")
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", printed.read_bytes())
    assert 3 <= len(sizes) <= 8
    assert all(float(width) > float(height) for width, height in sizes)
