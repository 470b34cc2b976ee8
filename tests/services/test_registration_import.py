from datetime import date

import pytest
from openpyxl import Workbook

from kimhoa_app.domain.errors import Refused
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import registrations
from kimhoa_app.services.registration_import import commit_registration_import, import_json, plan_registration_import

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
