"""Staff lists as offices keep them: title rows, merged headers, numbers for names of things."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.errors import InvalidInput, UnusableFile
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.domain.people import Gender
from kimhoa_app.exchange import workbooks
from kimhoa_app.exchange.cell_values import national_id_of, partial_date_of
from kimhoa_app.exchange.registration_sheet import read_registration_lists
from kimhoa_app.exchange.sheet_reading import meaning_of
from kimhoa_app.exchange.staff_sheet import StaffSheet, read_staff_sheet

TITLE = [["ỦY BAN NHÂN DÂN XÃ KIM HOA"], [], ["DANH SÁCH CÁN BỘ, CÔNG CHỨC"]]


def workbook(folder: Path, *rows: list[object], title: list[list[object]] | None = None) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [*(TITLE if title is None else title), *rows]:
        sheet.append(row)
    path = folder / "danh sách.xlsx"
    book.save(path)
    return path


def read(folder: Path, *rows: list[object]) -> StaffSheet:
    return read_staff_sheet(workbook(folder, *rows))


def test_the_header_is_found_under_the_title(tmp_path: Path) -> None:
    sheet = read(
        tmp_path,
        ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Đơn vị công tác", "Số CCCD", "Ngày tuyển dụng"],
        [1, "Nguyễn Thị Ánh", "05/3/1985", "Nữ", "Công chức", "Văn phòng", "042185001234", datetime(2010, 9, 1)],
    )
    assert (sheet.found.header_row, sheet.found.sheet) == (4, "Sheet")
    assert sheet.found.columns["unit"] == "Đơn vị công tác"
    person = sheet.people[0]
    assert (person.row, person.full_name, person.birth) == (5, "Nguyễn Thị Ánh", PartialDate(1985, 3, 5))
    assert (person.gender, person.position, person.unit) == (Gender.FEMALE, "Công chức", "Văn phòng")
    assert (person.national_id, person.start_date, person.warnings) == ("042185001234", date(2010, 9, 1), ())


def test_a_name_in_two_cells_under_one_header_is_one_name(tmp_path: Path) -> None:
    sheet = read(tmp_path, ["TT", "Họ và tên", None, "Năm sinh"], [1, "Trần Văn", "Bình", 1979])
    assert [(person.full_name, person.birth) for person in sheet.people] == [("Trần Văn Bình", PartialDate(1979))]


def test_a_name_in_two_columns_is_one_name(tmp_path: Path) -> None:
    sheet = read(tmp_path, ["Họ và tên đệm", "Tên", "Sinh ngày"], ["TRẦN VĂN", "BÌNH", 1979])
    assert sheet.people[0].full_name == "Trần Văn Bình"


def test_a_birthday_under_nam_or_nu_says_the_gender(tmp_path: Path) -> None:
    sheet = read(
        tmp_path,
        ["TT", "Họ và tên", "Ngày sinh", None, "Chức vụ"],
        [None, None, "Nam", "Nữ", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, "Trần Văn Bình", 1979, None, "Chủ tịch"],
        [2, "Lê Thị Hoa", None, "12/12/1990", "Công chức"],
    )
    assert [person.gender for person in sheet.people] == [Gender.MALE, Gender.FEMALE]
    assert [person.birth and person.birth.iso for person in sheet.people] == ["1979", "1990-12-12"]
    assert sheet.rejected == ()


def test_a_group_heading_is_the_unit_where_no_column_is(tmp_path: Path) -> None:
    sheet = read(
        tmp_path,
        ["STT", "Họ và tên", "Chức vụ"],
        ["I", "Văn phòng HĐND và UBND"],
        [1, "Trần Văn Bình", "Chánh Văn phòng"],
        ["II", "Phòng Kinh tế"],
        [2, "Lê Thị Hoa", "Trưởng phòng"],
    )
    assert [person.unit for person in sheet.people] == ["Văn phòng HĐND và UBND", "Phòng Kinh tế"]


def test_what_stands_below_the_list_is_no_person(tmp_path: Path) -> None:
    sheet = read(
        tmp_path,
        ["STT", "Họ và tên", "Chức vụ", "Năm sinh"],
        [1, "Trần Văn Bình", "Chủ tịch", 1979],
        [None, "Tổng cộng: 01 người"],
        [None, "Người lập biểu", "CHỦ TỊCH"],
    )
    assert [person.full_name for person in sheet.people] == ["Trần Văn Bình"]
    assert sheet.rejected == ()
    assert [(passed.number, passed.reason) for passed in sheet.found.passed_over] == [
        (6, "“Tổng cộng: 01 người” là dòng cộng nên bỏ qua."),
        (7, "Hết danh sách từ dòng “Người lập biểu”."),
    ]


@pytest.mark.parametrize(
    "ending",
    [
        ["Cộng: 02 người"],
        [None, "Danh sách này có 02 cá nhân./."],
        [None, None, "Kim Hoa, ngày 05 tháng 01 năm 2026"],
        [None, "NGƯỜI LẬP BIỂU", "TRƯỞNG PHÒNG"],
        [None, "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        [None, "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"],
        [None, "Chủ tịch", "Kế toán"],
    ],
)
@pytest.mark.parametrize("is_numbered", [True, False])
def test_sums_closing_words_and_signatures_are_no_people(
    tmp_path: Path, ending: list[object], *, is_numbered: bool
) -> None:
    names = ("Trần Văn Bình", "Công Thị Hoa")
    lines = [[place if is_numbered else None, name, "Công chức", 1979] for place, name in enumerate(names, 1)]
    sheet = read(tmp_path, ["STT", "Họ và tên", "Chức vụ", "Năm sinh"], *lines, ending)
    assert tuple(person.full_name for person in sheet.people) == names
    assert sheet.rejected == ()
    assert [passed.number for passed in sheet.found.passed_over] == [7]


def test_names_under_a_signature_are_no_people_and_a_numbered_line_is_one(tmp_path: Path) -> None:
    sheet = read(
        tmp_path,
        ["STT", "Họ và tên", "Chức vụ", "Năm sinh"],
        [1, "Trần Văn Bình", "Chủ tịch", 1979],
        [None, "Người lập biểu", "CHỦ TỊCH"],
        [None, "Lê Thị Hoa", "Trần Văn Bình"],
        [2, "Cộng Văn Năm", "Công chức", 1980],
    )
    assert [person.full_name for person in sheet.people] == ["Trần Văn Bình", "Cộng Văn Năm"]
    assert [passed.number for passed in sheet.found.passed_over] == [6]


def test_a_post_in_its_own_column_ends_no_list(tmp_path: Path) -> None:
    sheet = read(tmp_path, ["Chức vụ", "Họ và tên"], ["Chủ tịch", "Trần Văn Bình"], ["Công chức", "Lê Thị Hoa"])
    assert [person.full_name for person in sheet.people] == ["Trần Văn Bình", "Lê Thị Hoa"]


def test_text_that_begins_with_a_sign_is_text(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Họ và tên", "Năm sinh", "Ghi chú"])
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet.append(["Trần Văn Bình", 1979, "x"])
    cell = sheet.cell(sheet.max_row, 3, "=1+1")
    cell.data_type = "s"
    book.save(path)
    assert read_staff_sheet(path).people[0].note == "=1+1"


def test_the_sheet_with_the_most_columns_is_taken_and_hidden_ones_are_not(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Họ và tên", "Năm sinh"], ["Trần Văn Bình", 1979])
    book = openpyxl.load_workbook(path)
    full = book.create_sheet("Cán bộ")
    full.append(["Họ và tên", "Năm sinh", "Chức vụ"])
    full.append(["Lê Thị Hoa", 1990, "Công chức"])
    hidden = book.create_sheet("Cũ")
    hidden.append(["Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị"])
    hidden.sheet_state = "hidden"
    book.save(path)
    assert read_staff_sheet(path).found.sheet == "Cán bộ"


def test_a_cell_that_cannot_be_read_is_a_warning_and_stays_empty(tmp_path: Path) -> None:
    sheet = read(
        tmp_path,
        ["Họ và tên", "Ngày sinh", "CCCD", "Giới tính", "Ngày tuyển dụng"],
        ["Trần Văn Bình", "31/02/1979", "123", "khác", 2010],
    )
    person = sheet.people[0]
    assert (person.birth, person.national_id, person.gender, person.start_date) == (None, None, None, None)
    assert len(person.warnings) == 4


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("HỌ VÀ TÊN", "full_name"),
        ("Họ và tên cán bộ, công chức", "full_name"),
        ("Ngày, tháng, năm sinh", "birth"),
        ("Ngày sinh (dd/mm/yyyy)", "birth"),
        ("Chức vụ,\nchức danh", "position"),
        ("Phòng, ban", "unit"),
        ("Số căn cước công dân", "national_id"),
        ("Tên", "given_name"),
        ("Chức vụ, đơn vị", "position"),
        ("Tên đường", None),
        ("Trình độ", None),
    ],
)
def test_headers_are_read_by_meaning(header: str, meaning: str | None) -> None:
    assert meaning_of(header, "staff") == meaning


@pytest.mark.parametrize(
    ("value", "birth", "expected"),
    [
        ("042185001234", None, "042185001234"),
        ("042 185 001 234", None, "042185001234"),
        (42185001234, None, "042185001234"),
        (42185001234, PartialDate(1985), "042185001234"),
        (1085001234, PartialDate(1985, 3, 5), "001085001234"),
        (183456789, None, "183456789"),
        (42304001234, PartialDate(2004), "042304001234"),
    ],
)
def test_identity_numbers_get_their_zeros_back(value: int | str, birth: PartialDate | None, expected: str) -> None:
    assert national_id_of(value, birth) == expected


@pytest.mark.parametrize(
    ("value", "birth"),
    [
        (42185001234, PartialDate(1986)),
        (99185001234, None),
        (3185001234, None),
        ("042185", None),
        ("không có", None),
        ("0421850012345", None),
        (4.2e10 + 0.5, None),
    ],
)
def test_an_identity_number_that_is_not_certain_is_refused(value: float | str, birth: PartialDate | None) -> None:
    with pytest.raises(InvalidInput):
        national_id_of(value, birth)


@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2030, 1, 1)))
def test_a_day_is_read_from_every_form_in_which_excel_keeps_it(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    for value in (day, serial, f"{day.day}/{day.month}/{day.year}", f"{day:%d-%m-%Y}", day.isoformat()):
        assert partial_date_of(value) == PartialDate.from_date(day)


def test_a_registration_list_is_read_by_meaning(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ["STT", "Họ và tên", "Chức vụ", "Danh hiệu đăng ký", "Hình thức khen thưởng", "Tên sáng kiến", "Ghi chú"],
        ["I", "Văn phòng"],
        [1, "Trần Văn Bình", "Chánh Văn phòng", "CSTĐCS", "Giấy khen", "Số hóa hồ sơ", None],
    )
    rows = read_registration_lists(path)[0].rows
    assert [(row.text("name"), row.text("title"), row.text("topic"), row.group) for row in rows] == [
        ("Trần Văn Bình", "CSTĐCS", "Số hóa hồ sơ", "Văn phòng")
    ]


def test_every_sheet_with_titles_is_read_and_one_without_is_not(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["STT", "Tên tập thể", "Danh hiệu thi đua"], [1, "Văn phòng", "TTLĐTT"])
    book = openpyxl.load_workbook(path)
    for name, heads in (
        ("Cá nhân", ["STT", "Họ và tên", "Chức vụ, đơn vị", "Đăng ký danh hiệu thi đua"]),
        ("Cán bộ", ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị"]),
        ("Ghi chú", ["một", "hai"]),
    ):
        sheet = book.create_sheet(name)
        sheet.append(heads)
        sheet.append([1, "Trần Văn Bình", "Công chức, Văn phòng", "LĐTT"])
    book.save(path)
    found = read_registration_lists(path)
    assert [(each.sheet, each.header_row, len(each.rows)) for each in found] == [("Sheet", 4, 1), ("Cá nhân", 1, 1)]
    assert found[1].rows[0].text("unit") == "Công chức, Văn phòng"


def zip_with(path: Path, name: str, content: bytes = b"<x/>") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def test_other_kinds_of_file_get_one_sentence(tmp_path: Path) -> None:
    old = tmp_path / "cu.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    text = tmp_path / "ghi chu.xlsx"
    text.write_text("Họ và tên;Năm sinh")
    empty = tmp_path / "rong.xlsx"
    empty.write_bytes(b"")
    files = {
        old: "kiểu cũ",
        text: "không phải là tệp Excel",
        empty: "không phải là tệp Excel",
        tmp_path / "khong co.xlsx": "Không có tệp",
        tmp_path: "là thư mục; hãy chọn một tệp Excel",
        zip_with(tmp_path / "word.docx", "word/document.xml"): "tệp Word",
        zip_with(tmp_path / "anh.zip", "anh.png"): "không phải là tệp Excel",
        zip_with(tmp_path / "hong.xlsx", "xl/workbook.xml"): "bị hỏng",
    }
    for path, sentence in files.items():
        with pytest.raises(UnusableFile, match=sentence):
            read_staff_sheet(path)


def test_a_truncated_file_gets_one_sentence(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Họ và tên", "Năm sinh"], ["Trần Văn Bình", 1979])
    whole = path.read_bytes()
    for size in range(8, len(whole), 97):
        path.write_bytes(whole[:size])
        with pytest.raises(UnusableFile):
            read_staff_sheet(path)


def test_a_file_that_unpacks_to_far_more_is_refused(tmp_path: Path) -> None:
    path = zip_with(tmp_path / "bom.xlsx", "xl/worksheets/sheet1.xml", bytes(workbooks.MAX_UNPACKED_BYTES + 1))
    with pytest.raises(UnusableFile, match="quá lớn"):
        read_staff_sheet(path)


def test_more_rows_than_a_list_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MAX_ROWS", 3)
    path = workbook(tmp_path, ["Họ và tên", "Năm sinh"], *[["Trần Văn Bình", 1979]] * 5)
    with pytest.raises(UnusableFile, match="3 dòng"):
        read_staff_sheet(path)


def test_a_cell_far_below_the_list_costs_no_time(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Họ và tên", "Năm sinh"], ["Trần Văn Bình", 1979])
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet.cell(1_000_000, 1, "x")
    book.save(path)
    assert len(read_staff_sheet(path).people) == 1


def test_a_sheet_without_a_header_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="dòng tiêu đề"):
        read(tmp_path, ["một", "hai"], ["ba", "bốn"])
