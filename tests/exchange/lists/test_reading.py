"""Lists as offices keep them: title rows, merged and two-row heads, groups, sums, signatures, heads repeated."""

from datetime import date
from pathlib import Path

import pytest

from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.domain.people import Gender
from kimhoa_app.exchange.lists.kinds import ListKind, meaning_of, year_in
from kimhoa_app.exchange.lists.people import ListedPerson, person_of
from kimhoa_app.exchange.lists.reading import FoundList, ReadingChoice, read_lists
from tests.exchange.lists.workbooks import TITLE, Page, workbook

TODAY = date(2026, 11, 21)
HEAD = ("STT", "Họ và tên", "Chức vụ", "Năm sinh")


def read(folder: Path, *rows: object, kind: ListKind = ListKind.STAFF, merged: tuple[str, ...] = ()) -> FoundList:
    return read_lists(workbook(folder / "ds.xlsx", Page([*TITLE, *rows], merged)), kind).lists[0]


def people(found: FoundList) -> list[ListedPerson]:
    return [person_of(line, TODAY) for line in found.lines]


def names(found: FoundList) -> list[str]:
    return [person.full_name for person in people(found)]


def test_the_header_is_found_under_the_titles(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD, (1, "Trần Văn Bình", "Chủ tịch", 1979))
    assert (found.sheet, found.header_row) == ("Danh sách", 4)
    assert found.columns == {"ordinal": "STT", "full_name": "Họ và tên", "position": "Chức vụ", "birth": "Năm sinh"}
    assert [line.number for line in found.lines] == [5]


@pytest.mark.parametrize("merged", [(), ("A4:A5", "B4:B5", "C4:D4", "E4:E5")])
def test_a_birthday_under_nam_or_nu_says_the_gender(tmp_path: Path, merged: tuple[str, ...]) -> None:
    found = read(
        tmp_path,
        ("TT", "Họ và tên", "Ngày sinh", None, "Chức vụ"),
        (None, None, "Nam", "Nữ", None),
        ("(1)", "(2)", "(3)", "(4)", "(5)"),
        (1, "Trần Văn Bình", 1979, None, "Chủ tịch"),
        (2, "Lê Thị Hoa", None, "12/12/1990", "Công chức"),
        merged=merged,
    )
    assert found.header_row == 4
    assert found.columns["birth_male"] == "Ngày sinh - Nam"
    assert [person.gender for person in people(found)] == [Gender.MALE, Gender.FEMALE]
    assert [person.birth and person.birth.iso for person in people(found)] == ["1979", "1990-12-12"]


@pytest.mark.parametrize("merged", [(), ("C4:E4",)])
def test_a_birthday_in_three_columns_is_one_day(tmp_path: Path, merged: tuple[str, ...]) -> None:
    found = read(
        tmp_path,
        ("TT", "Họ và tên", "Ngày sinh", None, None, "Chức vụ"),
        (None, None, "Ngày", "Tháng", "Năm", None),
        (1, "Trần Văn Bình", 5, 11, 1979, "Chủ tịch"),
        (2, "Lê Thị Hoa", None, None, 1990, "Công chức"),
        (3, "Lê Văn Sơn", 15, 13, 1990, "Công chức"),
        merged=merged,
    )
    assert [person.birth and person.birth.iso for person in people(found)] == ["1979-11-05", "1990", None]
    assert people(found)[2].warnings == ("Ngày sinh “15/13/1990”: không có tháng 13, nên để trống.",)
    assert {person.gender for person in people(found)} == {None}


@pytest.mark.parametrize("band", ["Kết quả xếp loại", None])
def test_a_rating_that_is_ticked_in_its_column_is_read(tmp_path: Path, band: str | None) -> None:
    heads = ("HTXSNV", "Hoàn thành tốt nhiệm vụ", "Hoàn thành")
    rows = [("TT", "Họ và tên", band, None, None), (None, None, *heads)] if band else [("TT", "Họ và tên", *heads)]
    found = read(
        tmp_path,
        *rows,
        (1, "Trần Văn Bình", "x", None, None),
        (2, "Lê Thị Hoa", "-", "X", "không"),
        (3, "Lê Văn Sơn", "x", "x", None),
        (4, "Lê Văn Tám", None, None, "A"),
        kind=ListKind.RATINGS,
        merged=("C4:E4",) if band else (),
    )
    assert [line.text("rating") for line in found.lines] == [
        "HTXSNV",
        "Hoàn thành tốt nhiệm vụ",
        "HTXSNV Hoàn thành tốt nhiệm vụ",
        "A",
    ]


def test_several_titles_can_be_ticked_in_one_line(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ("TT", "Họ và tên", "Danh hiệu thi đua", None, None, "Hình thức khen thưởng", "Giấy khen"),
        (None, None, "LĐTT", "CSTĐ cơ sở", "Danh hiệu khác", None, None),
        (1, "Trần Văn Bình", "x", "x", None, None, "x"),
        (2, "Lê Thị Hoa", None, None, "Cờ thi đua", "Bằng khen", None),
        kind=ListKind.REGISTRATIONS,
        merged=("C4:E4",),
    )
    assert [line.lines_of("title") for line in found.lines] == [["LĐTT", "CSTĐ cơ sở"], ["Cờ thi đua"]]
    assert [line.text("form") for line in found.lines] == ["Giấy khen", "Bằng khen"]


@pytest.mark.parametrize("merged", [(), ("C4:D4", "A4:A5", "B4:B5")])
def test_a_rating_under_each_year_has_its_year(tmp_path: Path, merged: tuple[str, ...]) -> None:
    found = read(
        tmp_path,
        ("TT", "Họ và tên", "Xếp loại", None),
        (None, None, 2023, "Năm 2024"),
        (1, "Trần Văn Bình", "A", "B"),
        kind=ListKind.RATINGS,
        merged=merged,
    )
    assert found.columns["rating_2023"] == "Xếp loại - 2023"
    assert (found.lines[0].text("rating_2023"), found.lines[0].text("rating_2024")) == ("A", "B")


def test_years_alone_as_heads_and_years_in_heads_are_ratings(tmp_path: Path) -> None:
    found = read(tmp_path, ("Họ tên", 2023, "Xếp loại năm 2024"), ("Trần Văn Bình", "A", "B"), kind=ListKind.RATINGS)
    assert {"rating_2023", "rating_2024"} <= found.columns.keys()


def test_a_band_over_the_heads_adds_nothing_and_hides_nothing(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ("STT", "Thông tin cán bộ", None, None, "Ghi chú"),
        (None, "Họ và tên", "Chức vụ", "Đơn vị", None),
        (1, "Trần Văn Bình", "Chủ tịch", "Văn phòng", None),
        merged=("A4:A5", "B4:D4", "E4:E5"),
    )
    assert {"full_name", "position", "unit"} <= found.columns.keys()
    assert names(found) == ["Trần Văn Bình"]


def test_a_decision_in_columns_of_its_own_is_read_by_its_parts(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ("TT", "Họ và tên", "Danh hiệu", "Quyết định", None, None),
        (None, None, None, "Số", "Ngày, tháng", "Cơ quan"),
        (1, "Trần Văn Bình", "LĐTT", "12/QĐ-UBND", "5/1/2025", "Chủ tịch UBND xã"),
        kind=ListKind.AWARDS,
        merged=("D4:F4",),
    )
    assert {"decision_number", "decision_date", "authority", "title"} <= found.columns.keys()


@pytest.mark.parametrize("merged", [(), ("B4:C4",)])
def test_a_name_in_two_cells_under_one_header_is_one_name(tmp_path: Path, merged: tuple[str, ...]) -> None:
    found = read(tmp_path, ("TT", "Họ và tên", None, "Năm sinh"), (1, "Trần Văn", "Bình", 1979), merged=merged)
    assert names(found) == ["Trần Văn Bình"]


@pytest.mark.parametrize("heads", [("Họ và tên đệm", "Tên"), ("HỌ ĐỆM", "TÊN"), ("Họ và chữ đệm", "Tên")])
def test_a_name_in_two_columns_is_one_name(tmp_path: Path, heads: tuple[str, str]) -> None:
    assert names(read(tmp_path, (*heads, "Sinh ngày"), ("TRẦN VĂN", "BÌNH", 1979))) == ["Trần Văn Bình"]


def test_a_group_heading_is_told_with_its_lines(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ("STT", "Họ và tên", "Chức vụ"),
        ("I", "Văn phòng HĐND và UBND"),
        (1, "Trần Văn Bình", "Chánh Văn phòng"),
        ("II. Phòng Kinh tế",),
        (2, "Lê Thị Hoa", "Trưởng phòng"),
        ("B", "Thôn Đông", None),
        (3, "Lê Văn Tám", "Trưởng thôn"),
        merged=("A7:C7",),
    )
    assert [line.group for line in found.lines] == ["Văn phòng HĐND và UBND", "Phòng Kinh tế", "Thôn Đông"]


@pytest.mark.parametrize(
    "ending",
    [
        ("Cộng: 02 người",),
        (None, "Tổng số: 2 người"),
        (None, "Danh sách này có 02 cá nhân./."),
        (None, None, "Kim Hoa, ngày 05 tháng 01 năm 2026"),
        (None, "NGƯỜI LẬP BIỂU", "TRƯỞNG PHÒNG"),
        (None, "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        (None, "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
        (None, "Chủ tịch", "Kế toán"),
        ("Ghi chú: (*) đang nghỉ thai sản",),
    ],
)
@pytest.mark.parametrize("is_numbered", [True, False])
def test_sums_notes_and_signatures_are_no_lines(
    tmp_path: Path, ending: tuple[object, ...], *, is_numbered: bool
) -> None:
    listed = ("Trần Văn Bình", "Công Thị Hoa")
    lines = [(place if is_numbered else None, name, "Công chức", 1979) for place, name in enumerate(listed, 1)]
    found = read(tmp_path, HEAD, *lines, ending)
    assert tuple(names(found)) == listed
    assert [passed.number for passed in found.passed_over] == [7]


def test_names_under_a_signature_are_no_lines_and_a_numbered_one_is(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEAD,
        (1, "Trần Văn Bình", "Chủ tịch", 1979),
        (None, "Người lập biểu", "CHỦ TỊCH"),
        (None, "Lê Thị Hoa", "Trần Văn Bình"),
        (2, "Cộng Văn Năm", "Công chức", 1980),
    )
    assert names(found) == ["Trần Văn Bình", "Cộng Văn Năm"]


def test_the_header_repeated_on_a_later_page_and_blank_rows_are_no_lines(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD, (1, "Trần Văn Bình"), (), (), ("STT", "Họ và tên", "Chức vụ"), (2, "Lê Thị Hoa"))
    assert names(found) == ["Trần Văn Bình", "Lê Thị Hoa"]


@pytest.mark.parametrize("mark", ["nt", "NT", "-nt-", "n.t", "như trên", "-//-", '"', "″"])
def test_a_mark_for_as_above_takes_the_cell_above(tmp_path: Path, mark: str) -> None:
    heads = ("STT", "Họ và tên", "Chức vụ", "Đơn vị")
    found = read(tmp_path, heads, (1, "Trần Văn Bình", "Công chức", "Văn phòng"), (2, "Lê Thị Hoa", mark, mark))
    assert [(person.position, person.unit) for person in people(found)] == [("Công chức", "Văn phòng")] * 2


def test_a_cell_merged_over_several_lines_counts_for_all(tmp_path: Path) -> None:
    heads = ("STT", "Họ và tên", "Đơn vị")
    found = read(
        tmp_path,
        heads,
        (1, "Trần Văn Bình", "Văn phòng"),
        (2, "Lê Thị Hoa"),
        (3, "Lê Văn Tám", "Kinh tế"),
        merged=("C5:C6",),
    )
    assert [person.unit for person in people(found)] == ["Văn phòng", "Văn phòng", "Kinh tế"]


def test_awards_of_one_person_go_on_in_lines_without_a_name(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ("STT", "Họ và tên", "Năm", "Danh hiệu"),
        (1, "Trần Văn Bình", 2023, "LĐTT"),
        (None, None, 2024, "CSTĐCS"),
        (2, "Lê Thị Hoa", 2024, "LĐTT"),
        kind=ListKind.AWARDS,
    )
    assert [(line.text("full_name"), line.text("year"), line.text("title")) for line in found.lines] == [
        ("Trần Văn Bình", "2023", "LĐTT"),
        ("Trần Văn Bình", "2024", "CSTĐCS"),
        ("Lê Thị Hoa", "2024", "LĐTT"),
    ]


def test_the_sheet_with_the_best_header_is_taken_and_hidden_ones_last(tmp_path: Path) -> None:
    poor = Page([("Họ và tên", "Năm sinh"), ("Trần Văn Bình", 1979)], name="Nháp")
    full = Page([("Họ và tên", "Năm sinh", "Chức vụ"), ("Lê Thị Hoa", 1990, "Công chức")], name="Cán bộ")
    hidden = Page([(*HEAD, "Đơn vị"), (1, "Lê Thị Hoa", "Công chức", 1990, "A")], name="Cũ", is_hidden=True)
    found = read_lists(workbook(tmp_path / "a.xlsx", poor, full, hidden), ListKind.STAFF)
    assert (found.lists[0].sheet, found.left_aside, found.sheets) == (
        "Cán bộ",
        ("Nháp", "Cũ"),
        ("Nháp", "Cán bộ", "Cũ"),
    )
    only = Page([("ghi chú", "một")], name="Bìa")
    assert read_lists(workbook(tmp_path / "b.xlsx", only, hidden), ListKind.STAFF).lists[0].sheet == "Cũ"


def test_what_the_clerk_chooses_goes_before_what_is_found(tmp_path: Path) -> None:
    first = Page([("Họ và tên", "Chức vụ", "Cột lạ"), ("Trần Văn Bình", "Chủ tịch", "Văn phòng")], name="A")
    second = Page([("Họ và tên", "Năm sinh"), ("Lê Thị Hoa", 1990)], name="B")
    path = workbook(tmp_path / "a.xlsx", first, second)
    assert read_lists(path, ListKind.STAFF, ReadingChoice(sheet="B")).lists[0].sheet == "B"
    found = read_lists(path, ListKind.STAFF, ReadingChoice(columns={2: "unit", 1: ""})).lists[0]
    assert found.columns == {"full_name": "Họ và tên", "unit": "Cột lạ"}
    before = read_lists(path, ListKind.STAFF, remembered=lambda _print: {2: "note"}).lists[0]
    assert before.columns["note"] == "Cột lạ"


def test_a_formula_without_a_value_and_an_error_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD, (1, "Trần Văn Bình", "=A1", "#REF!"), (2, "=HYPERLINK(1)", "Công chức", 1980))
    first, second = people(found)
    assert (first.position, first.birth) == ("", None)
    assert "là công thức “=A1”" in first.warnings[0]
    assert second.reason == "Thiếu họ và tên."
    assert "=HYPERLINK(1)" in second.warnings[0]


def test_a_sheet_without_a_header_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="dòng tiêu đề"):
        read(tmp_path, ("một", "hai"), ("ba", "bốn"))


@pytest.mark.parametrize(
    ("header", "kind", "meaning"),
    [
        ("HỌ VÀ TÊN", "staff", "full_name"),
        ("Ho va ten", "staff", "full_name"),
        ("Họ và tên cán bộ, công chức", "staff", "full_name"),
        ("Ngày, tháng, năm sinh", "staff", "birth"),
        ("Ngày sinh (dd/mm/yyyy)", "staff", "birth"),
        ("Chức vụ,\nchức danh", "staff", "position"),
        ("Phòng, ban", "staff", "unit"),
        ("Số căn cước công dân", "staff", "national_id"),
        ("Tên", "staff", "given_name"),
        ("Chức vụ, đơn vị", "staff", "position_unit"),
        ("Tên đường", "staff", None),
        ("Trình độ", "staff", None),
        ("Kết quả xếp loại chất lượng năm 2023", "ratings", "rating"),
        ("Danh hiệu thi đua", "awards", "title"),
        ("Hình thức khen thưởng", "awards", "form"),
        ("Tên đề tài, sáng kiến", "initiatives", "name"),
    ],
)
def test_headers_are_read_by_meaning(header: str, kind: str, meaning: str | None) -> None:
    assert meaning_of(header, ListKind(kind)) == meaning


@pytest.mark.parametrize(
    ("text", "year"), [("NĂM 2024", 2024), ("năm học 2023-2024", 2024), ("2023, 2024", None), ("x", None)]
)
def test_the_one_year_of_a_text_is_read(text: str, year: int | None) -> None:
    assert year_in(text) == year
