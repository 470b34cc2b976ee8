import shutil
from datetime import date

import pytest
from openpyxl import Workbook

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.errors import Refused
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import exports, registrations, settings
from kimhoa_app.services.registration_import import commit_registration_import, import_json, plan_registration_import
from kimhoa_app.services.workspace import open_workspace

YEAR = 2026
HEADS = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu đăng ký", "Hình thức khen thưởng", "Tên sáng kiến")
LINES = (
    (1, "Lê Thị Ánh", "Công chức", "Văn phòng", "Chiến sĩ thi đua cơ sở; LĐTT", "Giấy khen", "Số hóa hồ sơ"),
    (2, "Phạm Văn Đạt", "Công chức", "Phòng Kinh tế", "lao động tiên tiến", None, None),
    (3, "Văn phòng", None, None, "TTLĐTT", None, None),
    (4, "Người Lạ", None, "Văn phòng", "LĐTT", None, None),
    (5, "Đặng Văn Cường", "Công chức", "Văn phòng", "Anh hùng xã", None, None),
    (6, "Thôn Tây", None, None, "TTLĐTT", None, None),
)


@pytest.fixture
def listing(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH ĐĂNG KÝ THI ĐUA NĂM 2026"])
    sheet.append(HEADS)
    for line in LINES:
        sheet.append(line)
    path = tmp_path / "dang-ky.xlsx"
    book.save(path)
    return path


def test_each_line_is_accepted_or_told_why_not(commune, listing):
    plan = plan_registration_import(commune.workspace, YEAR, listing)
    assert [(line.name, [draft.award_code for draft in line.drafts]) for line in plan.accepted] == [
        ("Lê Thị Ánh", ["CSTĐCS", "LĐTT"]),
        ("Phạm Văn Đạt", ["LĐTT"]),
        ("Văn phòng", ["TTLĐTT"]),
    ]
    assert [note.text for note in plan.rejected] == [
        "Không có ai tên “Người Lạ” trong danh sách cán bộ.",
        "Không rõ danh hiệu, hình thức “Anh hùng xã”.",
        "Không có đơn vị nào tên “Thôn Tây”.",
    ]
    assert [note.row for note in plan.rejected] == [6, 7, 8]


def test_a_dry_run_changes_nothing_and_the_import_all(commune, listing):
    plan = plan_registration_import(commune.workspace, YEAR, listing)
    assert registrations.list_registrations(commune.workspace, YEAR).people == ()
    assert commit_registration_import(commune.workspace, plan) == 4
    people = registrations.list_registrations(commune.workspace, YEAR).people
    assert [(line.name, line.award_code, line.form_code, line.topic) for line in people] == [
        ("Lê Thị Ánh", "CSTĐCS", "GKX", "Số hóa hồ sơ"),
        ("Lê Thị Ánh", "LĐTT", "GKX", "Số hóa hồ sơ"),
        ("Phạm Văn Đạt", "LĐTT", None, ""),
    ]


def test_importing_the_same_list_again_adds_nothing(commune, listing):
    commit_registration_import(commune.workspace, plan_registration_import(commune.workspace, YEAR, listing))
    again = plan_registration_import(commune.workspace, YEAR, listing)
    assert again.accepted == ()
    assert len(again.warnings) == 3


def test_an_import_that_fails_halfway_leaves_nothing(commune, listing):
    plan = plan_registration_import(commune.workspace, YEAR, listing)
    unit = RegistrationDraft("TTLĐTT", date(2026, 1, 10), unit_id=commune.units["Văn phòng"])
    registrations.register(commune.workspace, YEAR, unit)
    with pytest.raises(Refused):
        commit_registration_import(commune.workspace, plan)
    assert registrations.list_registrations(commune.workspace, YEAR).people == ()


def test_the_json_is_that_of_the_command_line(commune, listing):
    found = import_json(plan_registration_import(commune.workspace, YEAR, listing))
    assert list(found) == [
        "kind", "sheet", "header_row", "columns", "encoding", "accepted", "rejected", "warnings",
    ]  # fmt: skip
    assert found["header_row"] == 2
    assert found["accepted"][0]["title"] == "CSTĐCS"
    assert found["rejected"][0] == {"row": 6, "reason": "Không có ai tên “Người Lạ” trong danh sách cán bộ."}


def no_pdf(document: OfficialDocument) -> bytes:
    raise AssertionError("no PDF was asked for")


@pytest.mark.parametrize("year", [2022, 2025, 2026])
def test_our_own_list_read_back_is_known_line_by_line_on_both_sheets(sample_folder, tmp_path, year):
    with open_workspace(shutil.copytree(sample_folder, tmp_path / "data")) as workspace:
        document = exports.registrations_document(workspace, year)
        exports.write(document, tmp_path / "dk.xlsx", no_pdf)
        plan = plan_registration_import(workspace, year, tmp_path / "dk.xlsx")
        listing = registrations.list_registrations(workspace, year)
    assert plan.sheet == "Tập thể, Cá nhân"
    assert (plan.accepted, plan.rejected) == ((), ())
    known = len({line.subject_id for line in listing.people}) + len({line.subject_id for line in listing.collectives})
    assert len(plan.warnings) == known
    assert {note.sheet for note in plan.warnings} == {"Tập thể", "Cá nhân"}
    assert [note.text.split()[0] for note in plan.notes] == ["“Cộng:", "Hết"] * 2
    assert plan.notes[0].place.startswith("Trang tính “Tập thể”, dòng ")
    assert not plan.is_refused


def workbook_of(path, **sheets):
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_collectives_and_people_on_two_sheets_are_both_registered(commune, tmp_path):
    heads = ("STT", "Tên tập thể", "Danh hiệu thi đua", "Cờ thi đua (nếu có)")
    units = [heads, (1, "Văn phòng", "Tập thể lao động xuất sắc", "x"), (2, "Thôn Đông", "Thôn, tổ dân phố văn hóa")]
    people = [("STT", "Họ và tên", "Chức vụ, đơn vị", "Danh hiệu"), (1, "Lê Thị Ánh", "Công chức, Văn phòng", "LĐTT")]
    path = workbook_of(tmp_path / "dk.xlsx", A=units, B=people)
    plan = plan_registration_import(commune.workspace, YEAR, path)
    assert [(line.sheet, line.name, [draft.award_code for draft in line.drafts]) for line in plan.accepted] == [
        ("A", "Văn phòng", ["TTLĐXS", "CTĐT"]),
        ("A", "Thôn Đông", ["TVH"]),
        ("B", "Lê Thị Ánh", ["LĐTT"]),
    ]
    assert commit_registration_import(commune.workspace, plan) == 4


def test_what_is_registered_already_is_no_fault_where_late_ones_are_refused(commune, tmp_path):
    settings.change_setting(commune.workspace, "registration.force", "block")
    draft = RegistrationDraft("LĐTT", date(2026, 1, 10), person_id=commune.people["Lê Thị Ánh"])
    registrations.register(commune.workspace, YEAR, draft)
    rows = [
        ("Họ và tên", "Đơn vị", "Danh hiệu"),
        ("Lê Thị Ánh", "Văn phòng", "LĐTT"),
        ("Phạm Văn Đạt", "Phòng Kinh tế", "LĐTT"),
    ]
    plan = plan_registration_import(commune.workspace, YEAR, workbook_of(tmp_path / "dk.xlsx", A=rows))
    assert [note.row for note in plan.warnings] == [2]
    assert [(note.row, note.text) for note in plan.rejected] == [(3, "Đã quá hạn đăng ký năm 2026 (ngày 31/01/2026).")]


def test_the_only_one_of_a_name_is_known_by_the_name_alone(commune, tmp_path):
    book = Workbook()
    for row in (("STT", "Họ và tên", "Danh hiệu"), (1, "Lê Thị Ánh", "LĐTT")):
        book.active.append(row)
    book.save(tmp_path / "ten.xlsx")
    plan = plan_registration_import(commune.workspace, YEAR, tmp_path / "ten.xlsx")
    assert [line.name for line in plan.accepted] == ["Lê Thị Ánh"]
