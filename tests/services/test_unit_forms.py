import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.domain.errors import NotFound, Refused, UnusableFile
from kimhoa_app.domain.people import Gender, PersonDraft
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.domain.units import UnitDraft, UnitKind
from kimhoa_app.services import awards, households, registrations, staff, units
from kimhoa_app.services.awards import AwardDraft
from kimhoa_app.services.imports import WRITTEN, ListKind, RowAction, commit_import, plan_import
from kimhoa_app.services.unit_forms import file_names, make_forms, write_forms

YEAR = 2026
LONG_AGO = date(2025, 7, 1)
IN_TIME = date(2026, 1, 20)


@pytest.fixture
def written(commune, tmp_path):
    (tmp_path / "gui").mkdir()
    return write_forms(commune.workspace, YEAR, tmp_path / "gui")


def form_of(written, unit):
    return next(path for path in written.folder.iterdir() if path.name.startswith(unit))


def fill(path, sheet, name, **values):
    """Type into the row of `name`, or into the first blank one, by the heads of the columns."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    rows = list(page.iter_rows())
    head = next(row for row in rows if row[0].value == "STT")
    places = {cell.value: cell.column for cell in head}
    named = next((row for row in rows if row[1].value == name), None)
    row = named or next(row for row in rows if row[0].row > head[0].row and row[1].value is None)
    page.cell(row[0].row, 2, name)
    for key, value in values.items():
        page.cell(row[0].row, next(place for text, place in places.items() if text and text.startswith(key)), value)
    book.save(path)


def plan(commune, path, received=IN_TIME):
    return plan_import(commune.workspace, ListKind.REGISTRATIONS, path, year=YEAR, received_on=received)


def accepted(found):
    titles = {}
    for row in found.with_action(*WRITTEN):
        titles.setdefault(row.name, []).append(row.answers[0]["title"])
    return list(titles.items())


def test_every_unit_has_its_form_in_the_folder_and_in_the_archive(written):
    names = sorted(path.name for path in written.folder.iterdir())
    assert names == [
        "Phong Kinh te - dang ky 2026.xlsx",
        "Thon Dong - dang ky 2026.xlsx",
        "Van phong - dang ky 2026.xlsx",
    ]
    assert sorted(zipfile.ZipFile(written.archive).namelist()) == names
    assert (written.count, written.without_unit) == (3, 0)


def test_a_form_holds_the_people_with_position_and_last_titles_and_what_is_registered_already(commune, tmp_path):
    anh = commune.people["Lê Thị Ánh"]
    awards.record_award(commune.workspace, AwardDraft("LĐTT", YEAR - 1, "Lê Thị Ánh", person_id=anh))
    draft = RegistrationDraft("CSTĐCS", IN_TIME, person_id=anh, topic="Số hóa", form_code="GKX")
    registrations.register(commune.workspace, YEAR, draft)
    written = write_forms(commune.workspace, YEAR, tmp_path)
    page = openpyxl.load_workbook(form_of(written, "Van phong"))["Cá nhân"]
    (row,) = [[cell.value for cell in row] for row in page.iter_rows() if row[1].value == "Lê Thị Ánh"]
    assert row[3:8] == [
        "Công chức", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Giấy khen của Chủ tịch Ủy ban nhân dân xã",
        "Số hóa",
    ]  # fmt: skip


def test_heads_and_names_are_locked_and_what_is_asked_is_open_with_a_list_of_titles(written):
    book = openpyxl.load_workbook(form_of(written, "Van phong"))
    assert book.sheetnames == ["Cá nhân", "Tập thể", "Hướng dẫn", "Danh mục"]
    assert book["Danh mục"].sheet_state == "hidden"
    page = book["Cá nhân"]
    assert page.protection.sheet
    head = next(row for row in page.iter_rows() if row[0].value == "STT")
    first = head[0].row + 1
    assert all(page.cell(head[0].row, column).protection.locked for column in range(1, 10))
    assert [column for column in range(1, 10) if not page.cell(first, column).protection.locked] == [6, 7, 8, 9]
    assert all(not page.cell(first + 3, column).protection.locked for column in range(1, 10))
    titles, forms = page.data_validations.dataValidation
    assert titles.formula1.startswith("'Danh mục'!$A$")
    choices = [cell.value for cell in book["Danh mục"]["A"][2:]]
    assert choices[-2:] == ["Chiến sĩ thi đua cơ sở", "Lao động tiên tiến"]
    assert forms.formula1 != titles.formula1
    for sheet in book.worksheets[:-1]:
        setup = sheet.page_setup
        assert (setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, "landscape", 1, 0)


def test_a_village_is_asked_for_its_own_title_and_its_households(commune, tmp_path):
    households.register_households(commune.workspace, YEAR, commune.units["Thôn Đông"], ["Vũ Văn Sơn"], IN_TIME)
    book = openpyxl.load_workbook(form_of(write_forms(commune.workspace, YEAR, tmp_path), "Thon Dong"))
    assert book.sheetnames == ["Tập thể", "Hộ gia đình", "Hướng dẫn", "Danh mục"]
    assert book["Danh mục"]["A3"].value == "Thôn văn hóa"
    assert book["Danh mục"]["A4"].value is None
    rows = [[cell.value for cell in row][1:4] for row in book["Hộ gia đình"].iter_rows()]
    assert ["Vũ Văn Sơn", "Thôn Đông", "Gia đình văn hóa"] in rows


def test_what_looks_like_a_formula_stays_text(commune, tmp_path):
    units.add_unit(commune.workspace, UnitDraft("=1+1", UnitKind.OTHER, founded_on=LONG_AGO))
    person = PersonDraft("Lê Văn Ba", gender=Gender.MALE, position="=HYPERLINK(A1)", unit_id=commune.units["Văn phòng"])
    staff.add_person(commune.workspace, person, LONG_AGO)
    written = write_forms(commune.workspace, YEAR, tmp_path)
    for path in written.folder.iterdir():
        cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
        assert all(cell.data_type != "f" for cell in cells)
        assert all(cell.quotePrefix for cell in cells if str(cell.value)[:1] in "=+")


def test_a_filled_form_comes_back_as_the_registrations_of_its_unit(commune, written):
    path = form_of(written, "Van phong")
    fill(
        path,
        "Cá nhân",
        "Lê Thị Ánh",
        Danh="Chiến sĩ thi đua cơ sở",
        Hình="Giấy khen của Chủ tịch Ủy ban nhân dân xã",
        Tên="Số hóa",
    )
    fill(path, "Cá nhân", "Đặng Văn Cường", Danh="Lao động tiên tiến", Ghi="Làm việc từ tháng 3")
    fill(path, "Tập thể", "Văn phòng", Danh="Tập thể lao động tiên tiến", Cờ="x")
    found = plan(commune, path)
    assert accepted(found) == [
        ("Lê Thị Ánh", ["CSTĐCS"]), ("Đặng Văn Cường", ["LĐTT"]), ("Văn phòng", ["TTLĐTT", "CTĐT"]),
    ]  # fmt: skip
    assert found.with_action(RowAction.REFUSED) == []
    assert [note.text for note in found.notes if note.text.startswith("Phiếu")] == [
        "Phiếu của Văn phòng, nhận ngày 20/01/2026, trong hạn; 1 dòng có tên mà không đăng ký."
    ]
    assert commit_import(commune.workspace, found).added == 4
    listing = registrations.list_registrations(commune.workspace, YEAR)
    assert not any(line.late for line in listing.lines)
    assert {line.registered_on for line in listing.lines} == {IN_TIME}
    assert listing.people[0].topic == "Số hóa"
    again = plan(commune, path)
    assert (accepted(again), len(again.with_action(RowAction.SAME))) == ([], 4)


def test_a_form_that_comes_after_the_deadline_is_told_and_its_registrations_are_late(commune, written):
    path = form_of(written, "Phong Kinh te")
    fill(path, "Cá nhân", "Phạm Văn Đạt", Danh="Lao động tiên tiến")
    found = plan(commune, path, date(2026, 2, 3))
    assert "nhận ngày 03/02/2026, sau hạn 31/01/2026 nên các đăng ký trong phiếu ghi là trễ hạn" in found.notes[0].text
    commit_import(commune.workspace, found)
    assert [line.late for line in registrations.list_registrations(commune.workspace, YEAR).people] == [True]


def test_a_person_of_another_unit_is_told_and_a_stranger_refused(commune, written):
    path = form_of(written, "Phong Kinh te")
    fill(path, "Cá nhân", "Lê Thị Ánh", Danh="Lao động tiên tiến")
    fill(path, "Cá nhân", "Người Lạ", Danh="Lao động tiên tiến")
    found = plan(commune, path)
    assert accepted(found) == [("Lê Thị Ánh", ["LĐTT"])]
    assert [row.reason for row in found.with_action(RowAction.REFUSED)] == [
        "Không có ai tên “Người Lạ” trong danh sách cán bộ."
    ]
    assert any(note.text.startswith("Lê Thị Ánh không thuộc Phòng Kinh tế") for note in found.notes)


def test_new_households_of_a_form_are_made_once_with_their_village(commune, written):
    path = form_of(written, "Thon Dong")
    title = "Gia đình văn hóa"
    fill(path, "Hộ gia đình", "VŨ VĂN SƠN", Danh=title)
    fill(path, "Hộ gia đình", "Bùi Thị Tư", Danh=title)
    fill(path, "Hộ gia đình", "Bùi Thị Năm")
    fill(path, "Tập thể", "Thôn Đông", Danh="Thôn văn hóa")
    found = plan(commune, path)
    assert accepted(found) == [("Thôn Đông", ["TVH"]), ("Vũ Văn Sơn", ["GĐVH"]), ("Bùi Thị Tư", ["GĐVH"])]
    assert households.list_households(commune.workspace) == []
    commit_import(commune.workspace, found)
    made = households.list_households(commune.workspace)
    assert [(each.head_name, each.village) for each in made] == [
        ("Vũ Văn Sơn", "Thôn Đông"),
        ("Bùi Thị Tư", "Thôn Đông"),
    ]
    assert accepted(plan(commune, path)) == []


def test_the_form_of_another_year_or_of_other_data_is_refused(commune, written, workspace):
    path = form_of(written, "Van phong")
    registrations.open_round(commune.workspace, 2027, date(2027, 1, 2), date(2027, 1, 31))
    with pytest.raises(Refused, match="là phiếu đăng ký năm 2026, không phải của đợt năm 2027"):
        plan_import(commune.workspace, ListKind.REGISTRATIONS, path, year=2027)
    book = openpyxl.load_workbook(path)
    book["Danh mục"]["D1"] = "Phòng Khác"
    book.save(path)
    with pytest.raises(Refused, match="phiếu của “Phòng Khác”, không có trong danh sách đơn vị ở đây"):
        plan(commune, path)


@pytest.mark.parametrize("cells", [[], ["lạ"], ["Kim Hoa: phiếu đăng ký thi đua", "hai", "1", "x"], [None] * 4])
def test_a_hidden_sheet_of_another_make_is_no_mark(commune, tmp_path, cells):
    book = openpyxl.Workbook()
    for row in (("Họ và tên", "Đơn vị", "Danh hiệu"), ("Lê Thị Ánh", "Văn phòng", "LĐTT")):
        book.active.append(row)
    book.create_sheet("Danh mục").sheet_state = "hidden"
    book["Danh mục"].append(cells)
    book.save(tmp_path / "x.xlsx")
    found = plan(commune, tmp_path / "x.xlsx")
    assert (accepted(found), found.notes) == ([("Lê Thị Ánh", ["LĐTT"])], ())


def test_only_some_units_and_no_round_and_no_place(commune, tmp_path):
    (only,) = make_forms(commune.workspace, YEAR, [commune.units["Văn phòng"]])
    assert only.unit == "Văn phòng"
    with pytest.raises(NotFound):
        make_forms(commune.workspace, 2030)
    with pytest.raises(UnusableFile):
        write_forms(commune.workspace, YEAR, tmp_path / "khong-co")


@given(st.lists(st.text(max_size=90), max_size=8))
def test_names_of_files_are_plain_and_never_alike(units):
    names = file_names(units, YEAR)
    assert len({name.casefold() for name in names}) == len(names) == len(units)
    assert all(not set(name) & set('<>:"/\\|?*\n\t') and len(name) < 120 for name in names)


def test_names_of_units_that_differ_in_diacritics_alone_are_numbered():
    assert file_names(["Thôn Đông", "Thôn Dong", "/"], YEAR) == [
        "Thon Dong - dang ky 2026.xlsx", "Thon Dong (2) - dang ky 2026.xlsx", "Don vi - dang ky 2026.xlsx",
    ]  # fmt: skip
